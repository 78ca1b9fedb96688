"""XLSX: cells by calamine, from a copy of the file that holds nothing but what was judged; the rest from its XML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from opengov_local.finding import Finding, Location, Parameter
from opengov_local.formats.grids.doubts import about_file
from opengov_local.formats.grids.engine import EngineError, guarded
from opengov_local.formats.grids.grid import Book, TooManyCellsError
from opengov_local.formats.grids.money_formats import money_cells
from opengov_local.formats.grids.shown_formats import shown_cells, speaks
from opengov_local.formats.grids.xlsx_beside import words_beside, words_of_cells
from opengov_local.formats.grids.xlsx_copy import copy_for_engine
from opengov_local.formats.grids.xlsx_fills import coloured_cells, has_conditions
from opengov_local.formats.grids.xlsx_fonts import italic_cells, struck_styles
from opengov_local.formats.grids.xlsx_grid import Sheet
from opengov_local.formats.grids.xlsx_marks import errors_as_text
from opengov_local.formats.grids.xlsx_parts import (
    PartError,
    SheetEntry,
    Workbook,
    number_formats,
    percent_styles,
    read_workbook,
)
from opengov_local.formats.grids.xlsx_sheet import SheetText, sheet_text
from opengov_local.importing.containers import Container, ContainerLimits, check_container

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read_xlsx(data: bytes, source: str | None, limits: ContainerLimits) -> Book | Finding:
    """Reads the cells of an XLSX file; see `read_book`."""
    container = check_container(data, source, wanted="xlsx", limits=limits)
    if isinstance(container, Finding):
        return container
    try:
        workbook = read_workbook(container)
        return _Reading(container, workbook, source, percent_styles(workbook.styles)).book()
    except PartError as error:
        return about_file("source/bad-part", source, part=error.part)


@dataclass(frozen=True)
class _Reading:
    """The reading of one file."""

    container: Container
    workbook: Workbook
    source: str | None
    percent: frozenset[int]

    def book(self) -> Book | Finding:
        for rewrite in (False, True):  # what the engine refuses as it stands, it may take when written anew
            texts = []
            for entry in self.workbook.sheets:
                text = self.text(entry, rewrite=rewrite)
                if isinstance(text, Finding):
                    return text
                texts.append(text)
            try:
                with guarded():
                    return self.read(texts, self.engine(texts, rewrite=rewrite))
            except EngineError:
                continue
        return about_file("source/unreadable", self.source)

    def text(self, entry: SheetEntry, *, rewrite: bool) -> SheetText | Finding:
        try:
            return sheet_text(self.container, entry.part, rewrite=rewrite)
        except TooManyCellsError as error:
            place = Location("", self.source, sheet=entry.name)
            params: dict[str, Parameter] = {"rows": error.rows, "columns": error.columns}
            return Finding("source/too-many-cells", "error", place, params)
        except (ValueError, KeyError):
            raise PartError(entry.part) from None

    def engine(self, sheets: list[SheetText], *, rewrite: bool) -> CalamineWorkbook:
        from python_calamine import load_workbook

        plain = [errors_as_text(text.xml) if text.holds_errors else text.xml for text in sheets]
        copy = copy_for_engine(self.container, self.workbook, plain, rewrite=rewrite)
        return load_workbook(copy)

    def read(self, texts: list[SheetText], engine: CalamineWorkbook) -> Book:
        findings = list(self.container.findings)
        findings += words_beside(self.container, self.workbook, self.source)
        sheets = []
        struck = struck_styles(self.workbook.styles)
        speaking = {style: code for style, code in number_formats(self.workbook.styles) if speaks(code)}
        for number, (entry, text) in enumerate(zip(self.workbook.sheets, texts, strict=True)):
            cells = engine.get_sheet_by_index(number)
            rows = cells.to_python(skip_empty_area=cells.start == (0, 0))  # nothing to skip, and faster
            sheet = Sheet(entry, text, self.source)
            grid = sheet.grid(rows, self.percent, struck, speaking)
            coloured = partial(coloured_cells, self.container, entry.part, self.workbook.styles)
            recoloured = partial(has_conditions, self.container, entry.part)
            italic = cache(partial(italic_cells, self.container, entry.part, self.workbook.styles))
            money = cache(partial(money_cells, self.container, entry.part, self.workbook.styles))
            shown = cache(partial(shown_cells, self.container, entry.part, self.workbook.styles, grid))
            grid = replace(grid, coloured=coloured, recoloured=recoloured, italic=italic)
            sheets.append(replace(grid, money=money, shown=shown))
            findings += sheet.findings
            if self.workbook.recalculates and sheet.has_formulas:
                place = Location("", self.source, sheet=entry.name)
                findings.append(Finding("import/formulas-not-calculated", "warning", place))
        held = [sheet.rows for sheet in sheets]
        findings += words_of_cells(self.container, self.workbook, held, self.source)
        return Book(tuple(sheets), self.workbook.epoch1904, tuple(findings))
