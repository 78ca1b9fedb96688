"""Cards that say everything in two languages, label | value | القيمة | العنوان: a row of twin columns each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from opengov_local.formats.grids.grid import Grid, Value
from opengov_local.formats.tables.fiches.label_lines import label_of
from opengov_local.formats.tables.grid.rearranged import Cell, Rearranged, rearranged
from opengov_local.formats.wording.headings.heading_meanings import Own
from opengov_local.formats.wording.words.caption_words import names_languages
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.language import language_of

_FEWEST: Final = 3
"""Rows that show that a sheet says everything twice."""
_MOST_ROWS: Final = 2000
_LOOKED_AT: Final = 40
"""Rows from the top among which the first card begins."""
_ORDERS: Final = ((0, 3, 1, 2), (0, 1, 2, 3), (0, 2, 1, 3))
"""Where, among the cells of a row, the two labels and their two values stand."""
_SIDES: Final = re.compile(r"\s*[/|\n]\s*")
_LATIN: Final = "latin"
_TONGUES: Final = {"ar", _LATIN}
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_NUMBER: Final = "N°"
_ARABIC: Final = " (ar)"
"""What a heading ends with where the label is said in one language only."""

Pair = tuple[Cell, str, Cell, Value]
"""A label with its place and text, and the value beside it."""


class _Line(NamedTuple):
    """A row of a card: what it asks for in two languages, with what is answered in each."""

    target: str
    pairs: tuple[Pair, ...]


def twofold_cards(grid: Grid, own: Own) -> Rearranged | None:
    """Gives a sheet of such cards as a table with a row for each and a column for each label; None for any other.

    Args:
        grid: the sheet.
        own: a council's own headings.
    """
    if not _FEWEST <= len(grid.rows) <= _MOST_ROWS:
        return None
    first = [_filled(row) for row in grid.rows[:_LOOKED_AT]]
    for order in _ORDERS:
        if not any(_line(at, row, order, own) for at, row in enumerate(first)):
            continue
        rows = [*first, *map(_filled, grid.rows[_LOOKED_AT:])]
        lines = {at: line for at, row in enumerate(rows) if (line := _line(at, row, order, own)) is not None}
        if len(lines) >= _FEWEST and (cards := _cards(rows, lines)):
            return _turned(grid, rows, lines, cards)
    return None


def _filled(row: Sequence[Value]) -> dict[int, Value]:
    return {at: value for at, value in enumerate(row) if value not in (None, "")}


def _line(at: int, row: Mapping[int, Value], order: Sequence[int], own: Own) -> _Line | None:
    """Reads a row of four cells in an order, or of three with one label or one merged answer."""
    columns = sorted(row)
    if len(columns) == len(order):
        one, other, value, second = (columns[place] for place in order)
        asked = _asked(row[one], row[other], own)
        return _Line(asked, (_pair(at, row, one, value), _pair(at, row, other, second))) if asked else None
    if len(columns) != len(order) - 1:
        return None
    first, middle, last = columns
    if asked := _asked(row[first], row[last], own):
        return _Line(asked, (_pair(at, row, first, middle),))
    asks = label_of(row[first], own)
    values = (row[middle], row[last])
    if asks is None or any((said := label_of(value, own)) and said.target == asks.target for value in values):
        return None
    heads = _heads(str(row[first]))
    return _Line(asks.target, tuple(((at, first), head, (at, column), row[column])
                                    for head, column in zip(heads, (middle, last), strict=True)))  # fmt: skip


def _asked(one: Value, other: Value, own: Own) -> str:
    """Gives what two labels in two languages both ask for; "" where they are none."""
    first, second = label_of(one, own), label_of(other, own)
    if first is None or second is None or first.target != second.target:
        return ""
    tongues = {language_of(str(value), _LATIN) for value in (one, other)}
    return first.target if tongues == _TONGUES else ""


def _pair(at: int, row: Mapping[int, Value], label: int, value: int) -> Pair:
    return (at, label), str(row[label]), (at, value), row[value]


def _heads(label: str) -> tuple[str, str]:
    """Gives the two sides of a label, or one side for each language: "Titre" and "Titre (ar)"."""
    sides = [side for side in _SIDES.split(label) if side]
    if len(sides) == 2 and {language_of(side, _LATIN) for side in sides} == _TONGUES:
        return sides[0], sides[1]
    return label, f"{label}{_ARABIC}"


def _cards(rows: Sequence[Mapping[int, Value]], lines: Mapping[int, _Line]) -> list[range]:
    """Gives the rows of each card; none where rows between them are more than a line of their own, or blank."""
    starts = [at for at in sorted(lines) if at - 1 not in lines]
    cards = [range(start, next(at for at in range(start, len(rows) + 1) if at not in lines)) for start in starts]
    between = (rows[at] for one, other in pairwise(cards) for at in range(one.stop, other.start))
    titled = all("commitment.title" in {lines[at].target for at in card} for card in cards)
    return cards if titled and _speaks_two(lines.values()) and all(len(row) < 2 for row in between) else []


def _speaks_two(lines: Iterable[_Line]) -> bool:
    """Tells whether answers stand in two languages: those of two projects would be in one."""
    pairs = [[str(pair[3]) for pair in line.pairs] for line in lines if len(line.pairs) == len(_TONGUES)]
    said = [{language_of(text, _LATIN) for text in texts if _LETTERS.search(text)} for texts in pairs]
    twice = sum(tongues == _TONGUES for tongues in said)
    once = sum(len(tongues) == 1 and len({*texts}) > 1 for tongues, texts in zip(said, pairs, strict=True))
    return twice >= len(_TONGUES) and once * _FEWEST <= twice


def _turned(
    grid: Grid, rows: Sequence[Mapping[int, Value]], lines: Mapping[int, _Line], cards: Sequence[range]
) -> Rearranged:
    """Makes the table: what stands in no card is put above it, with a blank row between."""
    banners = [_banner(rows, card.start, cards) for card in cards]
    others = [at for at in range(len(rows)) if rows[at] and at not in banners and not any(at in card for card in cards)]
    cells: dict[Cell, tuple[Cell, Value]] = {
        (number, column): ((at, column), value)
        for number, at in enumerate(others)
        for column, value in rows[at].items()
    }
    header = len(others) + 1
    columns = {
        key: at for at, key in enumerate(dict.fromkeys(_key(*said) for card in cards for said in _said(card, lines)))
    }
    for number, (card, banner) in enumerate(zip(cards, banners, strict=True), header + 1):
        for target, (label, heading, cell, value) in _said(card, lines):
            column = columns[_key(target, (label, heading, cell, value))]
            cells.setdefault((header, column), (label, heading))
            cells[number, column] = (cell, value)
        if banner is not None:
            place = (banner, min(rows[banner]))
            cells.setdefault((header, len(columns)), (place, _NUMBER))
            cells[number, len(columns)] = (place, _number(rows[banner]))
    return rearranged(grid, cells)


def _said(card: range, lines: Mapping[int, _Line]) -> Iterator[tuple[str, Pair]]:
    """Gives what a card says, each with what it is asked for."""
    return ((lines[at].target, pair) for at in card for pair in lines[at].pairs)


def _key(target: str, pair: Pair) -> tuple[str, str]:
    """Gives what tells the column of a pair: what is asked for, and in which language."""
    return target, "ar" if pair[1].endswith(_ARABIC) else language_of(pair[1], _LATIN)


def _banner(rows: Sequence[Mapping[int, Value]], start: int, cards: Sequence[range]) -> int | None:
    """Gives the row above a card that has but its number: "Engagement 1 / الالتزام 1"."""
    above = (at for at in range(start - 1, -1, -1) if rows[at] and not names_languages(map(str, rows[at].values())))
    at = next(above, None)
    if at is None or any(at in card for card in cards) or not _number(rows[at]):
        return None
    return at


def _number(row: Mapping[int, Value]) -> str:
    """Gives the number that a line names a commitment by, in one language or two, and nothing more; "" for others."""
    if len(row) != 1:
        return ""
    sides = [split_number(f"{side} :  X", "project_word") for side in _SIDES.split(str(next(iter(row.values()))))]
    numbers = {side.number for side in sides if side.number and side.title == "X"}
    return numbers.pop() if len(numbers) == 1 and all(side.title == "X" for side in sides) else ""
