"""A sheet of XLSX made a grid: the engine's values set right by the XML, every doubt said."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from opengov_local.finding import Finding
from opengov_local.formats.grids import xlsx_marks as marks
from opengov_local.formats.grids.doubts import about_cells, about_days
from opengov_local.formats.grids.engine import doubtful_cells, typed
from opengov_local.formats.grids.grid import Grid, Merge, Unseen, Value, trimmed
from opengov_local.formats.grids.references import cell_position
from opengov_local.formats.grids.shown_formats import set_shown
from opengov_local.formats.grids.xlsx_parts import SheetEntry
from opengov_local.formats.grids.xlsx_sheet import SheetText, merged_ranges

Position = tuple[int, int]

_RIGHT_TO_LEFT: Final = re.compile(rb"""<sheetView\s[^>]*rightToLeft=["'](?:1|true)["']""")
_NONE: Final[Mapping[int, str]] = {}
_WHOLE: Final = re.compile(r"-?\d{1,400}")


@dataclass
class Sheet:
    """One sheet on its way from the engine to a grid.

    Attributes:
        entry: what the workbook says of it.
        text: its XML.
        source: name of the file, for the findings.
        findings: what is doubtful in its cells.
    """

    entry: SheetEntry
    text: SheetText
    source: str | None
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def has_formulas(self) -> bool:
        """Whether the sheet holds formulas."""
        return marks.has_formulas(self.text.xml)

    def grid(
        self,
        raw: list[list[Any]],
        percent: frozenset[int],
        struck: frozenset[int] = frozenset(),
        speaking: Mapping[int, str] = _NONE,
    ) -> Grid:
        """Makes the grid.

        Args:
            raw: what the engine gives, from the first cell on.
            percent: styles of cells that show a number as a percentage.
            struck: styles of cells whose text is struck through.
            speaking: formats of cells that are what they show, by their styles.
        """
        xml = self.text.xml
        made = typed(raw)
        rows = made.rows
        if made.doubtful:
            self._settle(rows)
        days = [day for style, code in speaking.items() for day in set_shown(rows, marks.styled(xml, (style,)), code)]
        self.findings += about_days(
            self.source, self.entry.name, [(self._place(*cell), day, kind) for cell, day, kind in days]
        )
        if marks.count_values(xml) != made.filled:
            self._tell("import/repeated-cell", marks.repeated(xml))
        errors = tuple(sorted({*marks.errors(xml)})) if self.text.holds_errors else ()
        self._tell("import/error-cell", errors)
        missing = tuple(marks.formulas_without_value(xml)) if self.has_formulas else ()
        self._tell("import/formula-without-value", missing)
        place = self._place
        percents = marks.styled(xml, percent)
        unseen = Unseen(
            tuple(place(row, 0)[0] for row in marks.hidden_rows(xml) if row < len(rows)),
            tuple(marks.hidden_columns(xml, max(map(len, rows), default=0))),
            tuple(place(*cell) for cell in marks.styled(xml, struck) if cell[0] < len(rows)),
        )
        return Grid(
            self.entry.name,
            trimmed(self._spread(rows)),
            tuple(_merge(found) for found in merged_ranges(xml)),
            self.entry.hidden,
            _RIGHT_TO_LEFT.search(xml, 0, max(xml.find(b"<sheetData"), 0)) is not None,
            frozenset(percents if self.text.rows is None else [place(*cell) for cell in percents]),
            tuple(place(*cell) for cell in missing),
            tuple((*place(row, column), str(rows[row][column])) for row, column in errors),
            unseen=unseen,
        )

    def _tell(self, code: str, cells: Iterable[Position]) -> None:
        places = [self._place(*cell) for cell in cells]
        self.findings += about_cells(code, self.source, self.entry.name, places)

    def _place(self, row: int, column: int) -> Position:
        return (row if self.text.rows is None else self.text.rows[row], column)

    def _spread(self, rows: list[list[Value]]) -> list[list[Value]]:
        """Puts the rows where they stand in the file."""
        if self.text.rows is None:
            return rows
        spread: list[list[Value]] = [[] for _ in range(self.text.rows[-1] + 1 if self.text.rows else 0)]
        for number, row in zip(self.text.rows, rows, strict=False):
            spread[number] = row
        return spread

    def _settle(self, rows: list[list[Value]]) -> None:
        """Looks at the raw form of doubtful values: long numbers stay exact, impossible days become the number."""
        raw = marks.raw_values(self.text.xml)
        long, days = [], []
        for row, column in list(doubtful_cells(rows)):
            text = raw.get((row, column))
            if text is None:
                continue
            if isinstance(rows[row][column], float):
                if _WHOLE.fullmatch(text):
                    rows[row][column] = int(text)
                elif not math.isfinite(_number(text)):
                    rows[row][column] = text
                long.append((row, column))
            elif not 0 <= (number := _number(text)) < 1:
                if not 1 <= number < 60:
                    rows[row][column] = int(number) if number.is_integer() else number
                days.append((row, column))
        self._tell("import/long-number", long)
        self._tell("import/doubtful-date", days)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _merge(found: tuple[bytes, ...]) -> Merge:
    return Merge(*cell_position(found[0], found[1]), *cell_position(found[2], found[3]))
