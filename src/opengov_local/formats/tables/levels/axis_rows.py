"""Rows of axes in a table of projects: words say so, or numbers of another kind before titles that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.words.numbering import bare_number, word_before, word_of_number
from opengov_local.importing.draft import Draft

_ROMAN = re.compile(r"[IVX]{1,5}")
_KINDS = (
    ("roman", _ROMAN),
    ("letter", re.compile(r"[^\W\d_]")),
    ("digits", re.compile(r"[0-9٠-٩]{1,3}(?:[.\-/][0-9٠-٩]{1,3}){0,3}")),
)
AMOUNT = re.compile(r"[\d٠-٩][\d٠-٩\s.,\u00a0\u202f]*[%٪]?")
_AXIS = "axis_word"
_PAIR = 2


class AxisRows(NamedTuple):
    """Which rows are axes.

    Attributes:
        words: of each row that is one, the folded word that says so; None of one that its number tells.
        are: of each row, whether it is one.
    """

    words: tuple[str | None, ...]
    are: tuple[bool, ...]


def axis_rows(region: Region, title: int, texts: Sequence[str], numbers: Sequence[str]) -> AxisRows | None:
    """Tells which rows of a table are axes of those below them: "Axe 1 : …", "AXE A" or "I" in front of a title.

    Args:
        region: the table.
        title: the column of titles.
        texts: the title of each row, "" without one.
        numbers: what stands in the column of numbers, row by row.

    Returns:
        None where none is surely one, or all are.
    """
    rows = list(zip(texts, numbers, region.data, strict=True))
    words = tuple(_word(text, number) if text else "" for text, number, _ in rows)
    if any(words):
        are = tuple(map(bool, words))
        return (
            AxisRows(words, are)
            if any(text and not is_axis for text, is_axis in zip(texts, are, strict=True))
            else None
        )
    kinds = [_kind(number) if text else "" for text, number, _ in rows]
    first = next(filter(None, kinds), "")
    if first not in ("roman", "letter") or not set(kinds) <= {first, "digits", ""} or "digits" not in kinds:
        return None
    are = tuple(kind == first for kind in kinds)
    titled = [
        (is_axis, _is_alone(row, title, number)) for is_axis, (text, number, row) in zip(are, rows, strict=True) if text
    ]
    if not all(alone for is_axis, alone in titled if is_axis) or all(alone for is_axis, alone in titled if not is_axis):
        return None
    return AxisRows((None,) * len(are), are)


def with_axes_joined(draft: Draft, region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table whose rows "Axe 2 | Participation" say both in one cell; any other as it is.

    Args:
        draft: the document in the making: told of the cells of titles, which are read with those before them.
        region: the table, of projects whose axes no column names.
        sheet: its pieces.
    """
    if "axis" in region.names or "commitment.title" not in region.names:
        return region, sheet
    found: dict[int, tuple[int, int]] = {}
    for row, values in enumerate(region.data, region.first):
        filled = [at for at, value in enumerate(values) if not is_blank(value)]
        if len(filled) == _PAIR and _names_axis(*(str(values[at]) for at in filled)):
            found[row] = filled[0], filled[1]
    if not found:
        return region, sheet
    grid = region.grid
    titles = {(row, title) for row, (_, title) in found.items()}
    cells: dict[Cell, tuple[Cell, Value]] = {
        (row, at): ((row, at), value) for row, at, value in grid.cells() if (row, at) not in titles
    }
    for row, (number, title) in found.items():
        whole = f"{str(grid.value(row, number)).strip()} : {grid.value(row, title)}"
        cells[row, number] = ((row, number), whole)
        if (piece := sheet.piece(row, title)) is not None:
            draft.ignore(piece, "heading")
    made = replace(rearranged(grid, cells), merges=grid.merges, unseen=grid.unseen)
    return replace(region, grid=made), Sheet(made)


def _names_axis(number: str, title: str) -> bool:
    """Tells whether a cell is the word for an axis with its number, and the next one begins with a word."""
    return bool(bare_number(number, _AXIS)) and word_of_number(number) in phrases(_AXIS) and title[:1].isalpha()


def _word(text: str, number: str) -> str:
    """Gives the word for an axis before a title, or in the number beside it; "" without one."""
    if (word := word_before(text)) in phrases(_AXIS):
        return word
    return word_of_number(number) if bare_number(number, _AXIS) and number != text else ""


def _kind(number: str) -> str:
    return next((name for name, pattern in _KINDS if pattern.fullmatch(number)), "")


def _is_alone(row: Sequence[Value], title: int, number: str) -> bool:
    """Tells whether a row says no more than its number, its title and sums."""
    said = (str(value).strip() for at, value in enumerate(row) if at != title and not is_blank(value))
    return all(text.rstrip(".):") == number or AMOUNT.fullmatch(text) for text in said)
