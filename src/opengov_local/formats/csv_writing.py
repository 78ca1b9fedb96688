"""Lines of cells as CSV, column by column: what most lines share is put between quotation marks and joined once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, repeat
from typing import Final


def csv_text(head: Sequence[str], lines: Iterable[Iterable[str]], separator: str) -> str:
    """Writes lines as the `csv` of the standard library does that asks for no more quotation marks than are needed.

    Args:
        head: the first line, of two cells or more.
        lines: the others, of as many.
        separator: the sign between cells.
    """
    below = [*lines]
    parts: list[Iterable[str]] = []
    for alike, run in groupby(zip(*below, strict=True), _is_alike):
        if alike:
            parts.append(repeat(separator.join([_cell(column[0], separator) for column in run]), len(below)))
        else:
            parts += [_quoted(column, separator) for column in run]
    first = separator.join([_cell(cell, separator) for cell in head])
    return "".join([f"{first}\n", *[f"{separator.join(line)}\n" for line in zip(*parts, strict=True)]])


def _is_alike(column: Sequence[str]) -> bool:
    """Tells whether all cells of a column are the same."""
    return column.count(column[0]) == len(column)


def _quoted(column: Sequence[str], separator: str) -> Sequence[str]:
    """Gives the cells of a column as they are written."""
    cells = set(column)
    if not _asks("".join(cells), separator):
        return column
    written = {cell: _cell(cell, separator) for cell in cells}
    return [written[cell] for cell in column]


def _cell(cell: str, separator: str) -> str:
    return f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if _asks(cell, separator) else cell


def _asks(text: str, separator: str) -> bool:
    return _QUOTE in text or separator in text or "\n" in text or "\r" in text


_QUOTE: Final = '"'
