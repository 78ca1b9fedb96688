"""The paper of the workbook: its cell formats, and the writing of text in cells of a sheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from opengov_local.formats.workbook.wording import NO_LANGUAGE

Look = Literal["hidden", "heading", "help", "example", "mark", "entry", "title", "prose"]
_MADE: Final = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - the same package gives the same bytes
_TEXT: Final = "@"
"""Excel takes what is typed as text: "2025-07" stays, and is not made the first day of the month."""
_BASE: Final[dict[str, Any]] = {"text_wrap": True, "valign": "top", "font_size": 11}
_HIGHEST: Final = 409
"""Points that a row can be high (Excel's specifications and limits)."""
_RULE: Final = {"border": 1, "border_color": "#C9D2DC"}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "hidden": {"font_color": "#999999"},
    "heading": {**_RULE, "bold": True, "font_color": "#FFFFFF", "bg_color": "#0B4F8A", "valign": "vcenter"},
    "help": {**_RULE, "italic": True, "font_size": 9, "font_color": "#44546A", "bg_color": "#EEF2F7"},
    "example": {**_RULE, "italic": True, "font_color": "#7A7A7A", "bg_color": "#FFF6DF"},
    "mark": {**_RULE, "bold": True, "font_size": 9, "font_color": "#8A5A00", "bg_color": "#FFF6DF"},
    "entry": {"locked": False, "num_format": _TEXT},
    "title": {"bold": True, "font_size": 16, "font_color": "#0B4F8A"},
    "prose": {},
}
_ALLOWED: Final = (
    *("format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows", "insert_hyperlinks"),
    *("delete_columns", "sort", "autofilter"),
)
"""What a locked sheet lets its users do."""


class Paper:
    """A new workbook in the memory of the machine."""

    def __init__(self, language: str) -> None:
        """Starts an empty workbook.

        Args:
            language: its language: Arabic runs from right to left.
        """
        self.language = language
        self._file = io.BytesIO()
        self.book = Workbook(self._file, {"in_memory": True})
        self.book.set_properties({"created": _MADE, "title": "opengov_local"})
        self._format = cache(self._made)

    def sheet(self, name: str) -> Worksheet:
        """Adds a sheet whose headings are locked, without a password."""
        there = self.book.add_worksheet(name)
        if self.language == "ar":
            there.right_to_left()
        there.protect("", dict.fromkeys(_ALLOWED, True))
        there.set_landscape()
        there.set_paper(8)
        return there

    def look(self, look: Look, language: str | None = None) -> Format:
        """Gives a cell format for a language, by default the workbook's own: its direction, and the side it starts."""
        tag = (language or self.language).partition("-")[0]
        return self._format(look, tag == "ar", (self.language if tag == NO_LANGUAGE else tag) == "ar")

    def write(
        self, there: Worksheet, row: int, column: int, text: str, look: Look, *, language: str | None = None
    ) -> None:
        """Writes a text as text, whatever it looks like; "" gives an empty cell of that look."""
        shape = self.look(look, language)
        if text:
            there.write_string(row, column, text, shape)
        else:
            there.write_blank(row, column, None, shape)

    def to_bytes(self) -> bytes:
        """Closes the workbook and gives its bytes."""
        self.book.close()
        return self._file.getvalue()

    def tall(self, there: Worksheet, row: int, cells: Iterable[tuple[str, float]], size: float = 15) -> None:
        """Makes a row as high as its texts need, each given with the width of its cell in characters."""
        lines = [sum(1 + int(len(line) / (width * 0.95)) for line in text.split("\n")) for text, width in cells]
        there.set_row(row, min(_HIGHEST, max([1, *lines]) * size + 3))

    def _made(self, look: Look, right_to_left: bool, at_right: bool) -> Format:
        direction = {"reading_order": 2 if right_to_left else 1, "align": "right" if at_right else "left"}
        return self.book.add_format({**_BASE, **_LOOKS[look], **direction})
