"""Columns of states and rates that sheets, which look at all of a table, take for no such: counts, money, values."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.table_shapes.response_tables import regions_of
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.labels.labels import Labels

_RATED: Final = frozenset({"progress", "status"})


def without_other_rates(records: Records, table: Table, labels: Labels) -> Records:
    """Gives records without the meaning of such columns: "Prévu | Réalisé" over counts, "Dépenses | Taux d'exécution".

    Their headings alone are known to sheets; a rate or state of an indicator is its value.

    Args:
        records: the records.
        table: the table that they are of.
        labels: knows a council's own words.
    """
    rated = [column for column in records.columns if any(each.field in _RATED for each in column.meanings)]
    found = regions_of(table, labels.words) if rated else ()
    if len(found) != 1 or found[0].header or found[0].names.isdisjoint({"commitment.title", "milestone.title"}):
        return records
    read = {column.index + 1: column.target for column in found[0].columns}
    others = [column for column in rated if _is_other(column, read.get(column.number, ""))]
    columns = (replace(one, meanings=()) if one in others else one for one in records.columns)
    return replace(records, columns=tuple(columns)) if others else records


def _is_other(column: Column, target: str | None) -> bool:
    """Tells whether sheets read a column as a value of an indicator, or know its heading and read nothing below it."""
    if target is None:
        known = surely(column.label)
        return known is not None and known.target in {*_RATED, "done_or_due"}
    return target.startswith("indicator.")
