"""Cells of ODS that are filled with a colour; asked for where a table says something by colours alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

from opengov_local.formats.grids.references import LAST_COLUMN
from opengov_local.importing.containers import Container

_WHITE: Final = frozenset({"", "transparent", "#ffffff"})
_INNER: Final = frozenset({"annotation", "frame", "shapes"})
"""Elements in a sheet that may hold tables of their own."""
Cell = tuple[int, int]


def coloured_cells(container: Container, sheet: int, height: int, width: int) -> Mapping[Cell, str]:
    """Gives the colour of every cell of a sheet that is filled with one, blank or not; white counts as none.

    Args:
        container: the file.
        sheet: number of the sheet, from 0.
        height: how many of its rows are asked for.
        width: how many of its columns are.

    Returns:
        By row and column: "#92d050".
    """
    fills = _Fills(sheet, height, width)
    for part in ("styles.xml", "content.xml"):
        if part in container.names():
            fills.read(container.stream(part))
    return fills.found


def has_conditions(container: Container) -> bool:
    """Tells whether the file has formats on conditions."""
    return container.holds("content.xml", b"conditional-format")


class _Fills:
    """Reads styles and the styles of cells.

    Attributes:
        found: the colours by cell.
    """

    def __init__(self, sheet: int, height: int, width: int) -> None:
        self.found: dict[Cell, str] = {}
        self._wanted, self._height, self._width = sheet, height, width
        self._colours: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._style = ""
        self._sheet = -1
        self._inner = 0
        self._columns: list[str] = []
        self._row = self._column = self._repeats = 0
        self._of_row = ""

    def read(self, pieces: Iterable[bytes]) -> None:
        """Reads a part; one that is broken gives what stands before."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError:
            return

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._inner += name in _INNER
        if name == "style":
            self._style = own.get("name", "") if own.get("family") == "table-cell" else ""
            self._parents[self._style] = own.get("parent-style-name", "")
        elif name == "table-cell-properties" and self._style and "background-color" in own:
            self._colours[self._style] = own["background-color"].lower()
        elif name == "table" and not self._inner:
            self._sheet += 1
            self._columns, self._row = [], 0
        elif self._sheet == self._wanted and not self._inner:
            self._in_sheet(name, own)

    def _in_sheet(self, name: str, own: Mapping[str, str]) -> None:
        if name == "table-column":
            count = _count(own, "number-columns-repeated", self._width - len(self._columns))
            self._columns += [own.get("default-cell-style-name", "")] * count
        elif name == "table-row":
            self._repeats, self._column = _count(own, "number-rows-repeated", self._height - self._row), 0
            self._of_row = own.get("default-cell-style-name", "")
        elif name in ("table-cell", "covered-table-cell"):
            count = _count(own, "number-columns-repeated", LAST_COLUMN + 1)
            for column in range(self._column, min(self._column + count, self._width)):
                style = own.get("style-name") or self._of_row or "".join(self._columns[column : column + 1])
                if colour := self._colour(style):
                    self.found.update(((row, column), colour) for row in self._rows())
            self._column += count

    def _rows(self) -> Iterator[int]:
        yield from range(self._row, min(self._row + self._repeats, self._height))

    def _end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        self._inner -= name in _INNER
        if name == "style":
            self._style = ""
        elif name == "table-row" and self._sheet == self._wanted and not self._inner:
            self._row += self._repeats

    def _colour(self, style: str) -> str:
        """Gives the colour of a style, which may be that of one it is made from."""
        for _ in range(8):
            if style in self._colours:
                return "" if self._colours[style] in _WHITE else self._colours[style]
            style = self._parents.get(style, "")
        return ""


def _count(own: Mapping[str, str], name: str, most: int) -> int:
    text = own.get(name, "1")
    return max(0, min(int(text), most)) if text.isascii() and text.isdigit() and len(text) < 10 else 1
