"""Two columns of one field in two languages, "Responsable" and «الجهة المسؤولة»: whether both say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.importing.draft import Draft
from opengov_local.importing.in_two_languages import agree

_NAMED = frozenset({"parties", "persons", "resource", "evidence", "milestones"})
"""Readers of cells that make an object of each part of a cell."""
_VALUES = frozenset({"date", "schedule", "amount", "status", "percent", "boolean", "codes", "values", "sdgs",
                     "identifier"})  # fmt: skip
"""Readers of cells that say the same in any language."""


_SUMS = frozenset({"budget.amount", "budget.total"})


class Twin(NamedTuple):
    """Two columns of one field in two languages.

    Attributes:
        first: the one at the left.
        other: the one at the right.
        agrees: whether both say the same, so far as both speak.
        rows: how many rows they do so in.
    """

    first: Column
    other: Column
    agrees: bool
    rows: int


def twins(region: Region, read: Callable[[Column, Piece], Mapping[str, Any]]) -> list[Twin]:
    """Finds the columns of a table that are headed in Arabic and in another language with the same.

    Columns of names agree where each row has as many in both; those of values where most rows have the same, and then
    the others contradict. Sums are never parts of each other: where both speak, the others contradict.

    Args:
        region: the table.
        read: gives what a cell alone becomes in an object.
    """
    sheet = Sheet(region.grid)
    pairs = ((one, other) for one, other in in_two_languages(region.columns) if _reader(one) in _NAMED | _VALUES)
    return [_judged(region, sheet, one, other, read) for one, other in pairs]


def texts_in_two_languages(region: Region, names: Collection[str]) -> list[Twin]:
    """Finds the columns of a table that are headed in Arabic and in another language with the same of some targets.

    They agree where every row has both or neither, and the same word always stands beside the same.

    Args:
        region: the table.
        names: targets of texts: titles of axes, what contributions say.
    """
    found: list[Twin] = []
    for one, other in in_two_languages(region.columns):
        if one.target in names:
            texts = [pair for pair in zip(region.texts(one.index), region.texts(other.index), strict=True) if any(pair)]
            agrees = bool(texts) and all(map(all, texts)) and len({*texts}) == len({text for text, _ in texts})
            agrees = agrees and len({*texts}) == len({text for _, text in texts})
            found.append(Twin(one, other, agrees, len(texts)))
    return found


def seconds(draft: Draft, region: Region, names: Collection[str]) -> dict[int, int]:
    """Gives the columns of texts that say in a second language what another one says, and which; says what was found.

    Args:
        draft: the document in the making.
        region: the table.
        names: targets of texts.
    """
    found = texts_in_two_languages(region, names)
    for twin in found:
        say_twin(draft, region, twin)
    return {twin.other.index: twin.first.index for twin in found if twin.agrees}


def say_twin(draft: Draft, region: Region, twin: Twin) -> None:
    """Says that two columns were read as one, or that they were not."""
    place, heading, other = region.grid.place(region.lowest, twin.other.index), twin.first.heading, twin.other.heading
    if twin.agrees:
        draft.say("import/columns-paired", place, severity="info", heading=heading, other=other, count=twin.rows)
    else:
        draft.say("import/columns-apart", place, heading=heading, other=other)


def _judged(
    region: Region, sheet: Sheet, first: Column, other: Column, read: Callable[[Column, Piece], Mapping[str, Any]]
) -> Twin:
    same = differ = single = 0
    for row in range(region.first, region.end):
        one, two = sheet.piece(row, first.index), sheet.piece(row, other.index)
        if one is None or two is None:
            single += one is not two
        elif agree(read(first, one), read(other, two)):
            same += 1
        else:
            differ += 1
    agrees = same > 0 == differ + single if _reader(first) in _NAMED else same > differ
    agrees = agrees or (first.target in _SUMS and same + differ > 0)
    return Twin(first, other, agrees, same)


def in_two_languages(columns: Sequence[Column]) -> Iterable[tuple[Column, Column]]:
    """Gives the only two columns of a target, where one is headed in Arabic and the other is not."""
    found: dict[tuple[object, ...], list[Column]] = defaultdict(list)
    for column in columns:
        if (said := column.meaning) is not None:
            found[said.target, said.year, said.period, said.ordinal, said.value, column.scope].append(column)
    for pair in found.values():
        if len(pair) == 2 and sum(_is_arabic(column) for column in pair) == 1:
            yield pair[0], pair[1]


def _is_arabic(column: Column) -> bool:
    meaning = column.meaning
    return meaning is not None and (column.language or "".join(sorted(meaning.languages))) == "ar"


def _reader(column: Column) -> str:
    return targets()[column.target or ""].reads.partition(":")[0]
