"""The sheets of an ODS file, cell by cell, as expat reads its content."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from opengov_local.formats.grids.doubts import Unshown, unshown
from opengov_local.formats.grids.grid import MOST_CELLS, Merge, TooManyCellsError, Value
from opengov_local.formats.grids.money_formats import shown_times, shown_unit
from opengov_local.formats.grids.ods_shown import as_shown, held_back_by, is_yearless
from opengov_local.formats.grids.ods_values import cell_value, collapsed
from opengov_local.formats.grids.references import LAST_COLUMN, LAST_ROW

_BESIDE: Final = frozenset({"annotation", "frame", "custom-shape", "rect", "note", "shapes", "forms", "g", "table"})
"""Elements in a cell whose text is not the cell's."""
_SHAPES: Final = frozenset({"frame", "custom-shape", "rect", "note", "g"})
"""Elements beside the cells of a sheet that may hold words."""
_UNTOLD: Final = frozenset({"creator", "date", "creator-initials", "date-string"})
"""Elements of comments that say who wrote them, and when."""
_MOST_REPEATED: Final = 10**7
_NUMBERS: Final = frozenset({"float", "currency"})


@dataclass
class RawSheet:
    """A sheet while it is read; rows and columns from 0."""

    name: str
    style: str
    rows: list[list[Value]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    percents: list[tuple[int, int]] = field(default_factory=list)
    money: dict[tuple[int, int], str] = field(default_factory=dict)
    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    days: list[Unshown] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    columns: int = 0
    size: int = 0


class ContentReader:
    """Reads `content.xml`.

    Attributes:
        sheets: in the order of the file.
        hidden: names of the table styles that hide a sheet.
        right_to_left: names of the table styles that run from right to left.
        comments: the words of each comment on a cell.
        boxes: the words of each text box and shape that has some.
        prompts: the words that are shown where cells are filled in.
    """

    def __init__(self) -> None:
        self.sheets: list[RawSheet] = []
        self.hidden: set[str] = set()
        self.right_to_left: set[str] = set()
        self.comments: list[str] = []
        self.boxes: list[str] = []
        self.prompts: list[str] = []
        self._path: list[str] = []
        self._style = ""
        self._row = self._column = 0
        self._row_repeats = 1
        self._hidden = False
        self._cells: list[Value] = []
        self._percents: list[int] = []
        self._money: dict[int, str] = {}
        self._shown: dict[int, str] = {}
        self._errors: list[tuple[int, str]] = []
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._aside: list[str] = []
        self._words: list[str] = []

    def read(self, pieces: Iterable[bytes]) -> None:
        """Reads the content, piece by piece.

        Raises:
            TooManyCellsError: a sheet has more cells than are read.
            ValueError: it is no XML, or a cell lies where no sheet has one.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise ValueError(str(error)) from None

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items() if "calcext" not in key}
        if self._aside or (self._cell is None and self._begins_aside(name)):
            self._aside.append(name)
            self._words.append(" ")
        elif self._cell is not None:
            self._in_cell(name, own)
        elif name == "table" and parent == "spreadsheet":
            self.sheets.append(RawSheet(own.get("name", ""), own.get("style-name", "")))
            self._row = 0
        elif "spreadsheet" not in self._path:
            self._in_styles(name, own)
        elif self._path[-2:] and self._in_sheet():
            if name == "table-row":
                self._row_repeats, self._column = _repeats(own, "number-rows-repeated"), 0
                self._cells, self._percents, self._errors, self._money, self._shown = [], [], [], {}, {}
                self._hidden = own.get("visibility", "visible") != "visible"
            elif name == "table-column":
                self._in_columns(self.sheets[-1], own)
            elif name in {"table-cell", "covered-table-cell"}:
                error = any("calcext" in key and value == "error" for key, value in attributes.items())
                self._cell, self._paragraphs = own | ({"error": "yes"} if error else {}), []

    @staticmethod
    def _in_columns(sheet: RawSheet, own: dict[str, str]) -> None:
        first = sheet.columns
        sheet.columns += _repeats(own, "number-columns-repeated")
        if own.get("visibility", "visible") != "visible":
            sheet.hidden_columns += range(first, min(sheet.columns, LAST_COLUMN + 1))

    def _in_sheet(self) -> bool:
        """Tells whether the element belongs to a sheet, not to a record of changes, a link or a shape."""
        start = self._path.index("spreadsheet")
        return self._path[start + 1 : start + 2] == ["table"] and not _BESIDE & set(self._path[start + 2 :])

    def _in_styles(self, name: str, own: dict[str, str]) -> None:
        if name == "style":
            self._style = own.get("name", "")
        elif name == "table-properties":
            if own.get("display") == "false":
                self.hidden.add(self._style)
            if own.get("writing-mode", "").startswith("rl"):
                self.right_to_left.add(self._style)

    def _in_cell(self, name: str, own: dict[str, str]) -> None:
        if name in _BESIDE:
            self._aside.append(name)
        elif name == "p":
            self._paragraphs.append("")
        elif self._paragraphs and name in {"s", "tab", "line-break"}:
            count = min(_repeats(own, "c"), 1000)
            self._paragraphs[-1] += {"s": " " * count, "tab": "\t", "line-break": "\n"}[name]

    def _begins_aside(self, name: str) -> bool:
        """Tells whether an element outside of cells holds words of its own: a shape on a sheet, or a prompt."""
        return name == "help-message" or (name in _SHAPES and "shapes" in self._path)

    def _end_aside(self, name: str) -> None:
        words = " ".join("".join(self._words).split())
        self._words = []
        if words:
            {"annotation": self.comments, "help-message": self.prompts}.get(name, self.boxes).append(words)

    def _text(self, text: str) -> None:
        if self._aside:
            self._words += [] if _UNTOLD.intersection(self._aside) else [text]
        elif self._cell is not None and self._paragraphs and "p" in self._path:
            piece = collapsed(text)
            self._paragraphs[-1] += piece if self._paragraphs[-1] else piece.lstrip(" ")

    def _end(self, tag: str) -> None:
        name = self._path.pop()
        if self._aside:
            self._aside.pop()
            if not self._aside:
                self._end_aside(name)
        elif name in {"table-cell", "covered-table-cell"} and self._cell is not None:
            self._end_cell(self._cell, "\n".join(self._paragraphs))
            self._cell = None
        elif name == "table-row" and self.sheets and self._cell is None and self._path[-1:] and self._in_sheet():
            self._end_row()

    def _end_cell(self, cell: dict[str, str], text: str) -> None:
        sheet, value, repeats = self.sheets[-1], cell_value(cell, text), _repeats(cell, "number-columns-repeated")
        first = self._column
        self._column += repeats
        down, across = _repeats(cell, "number-rows-spanned"), _repeats(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            sheet.merges.append(Merge(self._row, first, self._row + down - 1, first + across - 1))
        if value is None:
            if "formula" in cell and "value-type" not in cell:
                sheet.uncalculated.append((self._row, first))
            return
        if self._column > LAST_COLUMN + 1:
            raise ValueError("beyond the last column")
        said = as_shown(value, text)
        if isinstance(value, datetime.date) and isinstance(said, str):
            cells = ((self._row, column) for column in range(first, self._column))
            sheet.days += (unshown(cell, value, said, yearless=is_yearless(text)) for cell in cells)
        self._cells += [None] * (first - len(self._cells)) + [said] * repeats
        if cell.get("value-type") == "percentage":
            self._percents += range(first, self._column)
        elif cell.get("value-type") in _NUMBERS:
            unit, shown = cell.get("currency") or shown_unit(text, value), held_back_by(value, text)
            unit = "" if any(map(str.isalpha, shown)) and shown_unit(text) else unit or shown_times(text, value)
            self._money.update(dict.fromkeys(range(first, self._column) if unit else (), unit))
            self._shown.update(dict.fromkeys(range(first, self._column) if shown else (), shown))
        if "error" in cell:
            self._errors += [(column, text) for column in range(first, self._column)]

    def _end_row(self) -> None:
        sheet, repeats, first = self.sheets[-1], self._row_repeats, self._row
        self._row += repeats
        if not self._cells:
            return
        sheet.size += repeats * len(self._cells)
        if self._row > LAST_ROW + 1:
            raise ValueError("beyond the last row")
        if sheet.size > MOST_CELLS:
            raise TooManyCellsError(self._row, len(self._cells))
        sheet.rows += [[] for _ in range(first - len(sheet.rows))]
        sheet.rows += [list(self._cells) for _ in range(repeats)]
        sheet.hidden_rows += range(first, self._row) if self._hidden else ()
        for row in range(first, self._row):
            sheet.percents += [(row, column) for column in self._percents]
            sheet.errors += [(row, column, text) for column, text in self._errors]
            sheet.money.update({(row, column): unit for column, unit in self._money.items()})
            sheet.shown.update({(row, column): text for column, text in self._shown.items()})


def _repeats(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(text)
    return min(max(int(text), 1), _MOST_REPEATED)
