"""Lines of cells as CSV, each text put between quotation marks once: most stand in many lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final


def csv_text(lines: Iterable[Iterable[str]], separator: str) -> str:
    """Writes lines as the `csv` of the standard library does that asks for no more quotation marks than are needed.

    Args:
        lines: the lines, of two cells or more each.
        separator: the sign between cells.
    """
    quoted = _Quoted(separator).__getitem__
    return "".join([f"{separator.join(map(quoted, line))}\n" for line in lines])


class _Quoted(dict[str, str]):
    """Cells by their texts, as they are written."""

    def __init__(self, separator: str) -> None:
        self._separator = separator

    def __missing__(self, cell: str) -> str:
        asks = _QUOTE in cell or self._separator in cell or "\n" in cell or "\r" in cell
        self[cell] = f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if asks else cell
        return self[cell]


_QUOTE: Final = '"'
