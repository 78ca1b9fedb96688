"""Tables of people, whose names are no titles: "Name | Position", "Name | Role | Signature | Date"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.table_shapes.table_parts import Column
from opengov_local.formats.wording.words.plan_words import begins_with

_BESIDE: Final = frozenset({"number", "date"})
"""What lists of people have beside their own columns."""


def without_names_of_people(columns: Sequence[Column]) -> list[Column]:
    """Gives the columns of records: where all of them are of people, "Name" heads no titles, and nobody knows it.

    Args:
        columns: the columns.
    """
    named = [column for column in columns if _says(column, "person_name")]
    others = [column for column in columns if column not in named]
    sure = any(_says(column, "of_person") for column in others)
    if len(named) != 1 or not sure or not all(map(_may_be_of_people, others)):
        return list(columns)
    return [replace(column, meanings=()) if column is named[0] else column for column in columns]


def _says(column: Column, kind: str) -> bool:
    return begins_with(column.label, kind, whole=True)


def _may_be_of_people(column: Column) -> bool:
    fields = {meaning.field for meaning in column.meanings}
    return _says(column, "of_person") or _says(column, "beside_person") or (bool(fields) and fields <= _BESIDE)
