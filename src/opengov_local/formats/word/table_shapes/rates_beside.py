"""Columns of states, rates and activities that sheets, which see all of a table, take for no such: counts, money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.tables.columns.counts import are_counts
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.table_shapes.response_tables import regions_of
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.importing.words.numerals import plain_digits

_FEWEST: Final = 2
_RATED: Final = frozenset({"progress", "status"})
_TOLD: Final = frozenset({"title", "milestones", "update"})
"""Fields that numbers alone do not name or tell, but count: "Activités prévues | Activités réalisées" over 10 and 6."""
_NAMES: Final = frozenset({"title", "number_title", "milestones"})
_COUNTED: Final = frozenset({"milestone.title", "milestone.list", "update.text"})


def without_other_rates(records: Records, table: Table, labels: Labels) -> Records:
    """Gives records without the meaning of such columns: "Prévu | Réalisé" over counts, "Dépenses | Taux d'exécution".

    Their headings alone are known to sheets; a rate or state of an indicator is its value.

    Args:
        records: the records.
        table: the table that they are of.
        labels: knows a council's own words.
    """
    rated = [one for one in records.columns if any(each.field in _RATED for each in one.meanings)]
    told = [one for one in records.columns if any(each.field in _TOLD for each in one.meanings)]
    counts = [one for one in told if one not in rated and _are_counts(_said(records, one))]
    others = [one for one in records.columns if one not in counts]
    if counts and not any(each.field in _NAMES for one in others for each in one.meanings):
        return _less([one for one in counts if _counts(one)], records)  # they name what a heading above does
    found = regions_of(table, labels.words) if rated or counts else ()
    if len(found) != 1 or found[0].header or found[0].names.isdisjoint({"commitment.title", "milestone.title"}):
        return records
    read = {column.index + 1: column.target for column in found[0].columns}
    others = [column for column in rated if _is_other(column, read.get(column.number, ""))]
    others += [column for column in counts if read.get(column.number, "") is None and _counts(column)]
    return _less(others, records)


def _less(others: Sequence[Column], records: Records) -> Records:
    """Gives records without what some columns mean."""
    columns = (replace(one, meanings=()) if one in others else one for one in records.columns)
    return replace(records, columns=tuple(columns)) if others else records


def _said(records: Records, column: Column) -> list[str]:
    """Gives what the cells of a column say."""
    return [cells[column.number].text for _, cells in records.rows if column.number in cells]


def _are_counts(said: Sequence[str]) -> bool:
    """Tells whether cells hold numbers that count, and do not number the rows themselves: 1, 2, 3."""
    numbers = [plain_digits(text.strip()) for text in said if text.strip()]
    return are_counts(said) and (len(numbers) < _FEWEST or numbers != [*map(str, range(1, len(numbers) + 1))])


def _counts(column: Column) -> bool:
    """Tells whether sheets know the heading of a column, below which they read no counts."""
    known = surely(column.label)
    return known is not None and known.target in _COUNTED


def _is_other(column: Column, target: str | None) -> bool:
    """Tells whether sheets read a column as a value of an indicator, or know its heading and read nothing below it."""
    if target is None:
        known = surely(column.label)
        return known is not None and known.target in {*_RATED, "done_or_due"}
    return target.startswith("indicator.")
