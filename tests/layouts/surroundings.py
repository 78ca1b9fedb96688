"""Puts a file among what councils put around a plan, and changes nothing of the plan: a letterhead, who signs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import docx
import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

LETTERHEAD: Final = ("ROYAUME DU MAROC", "Ministère de l'Intérieur")
SIGNED: Final = ("Fait à Ville Inventée, le 12 janvier 2026", "Le Président du conseil")


def surrounded(file: Path, made: Path) -> None:
    """Writes a workbook or Word file with a letterhead above and a signature below what is in it.

    In workbooks all cells stand one column further right, and the signature below the last column.
    """
    if file.suffix == ".xlsx":
        book = openpyxl.load_workbook(file)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                _in_sheet(sheet)
        book.save(made)
        return
    paper = docx.Document(str(file))
    first = paper.element.body[0]
    for line in LETTERHEAD:
        first.addprevious(paper.add_paragraph(line)._p)
    for line in SIGNED:
        paper.add_paragraph(line)
    paper.save(str(made))


def _in_sheet(sheet: Worksheet) -> None:
    down, right = len(LETTERHEAD), 1
    merged = [found.bounds for found in sheet.merged_cells.ranges]
    for found in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(found))
    columns = [(of.min or 1, of.max or 1) for of in sheet.column_dimensions.values() if of.hidden]
    rows = [row for row, of in sheet.row_dimensions.items() if of.hidden]
    last = sheet.max_column
    sheet.move_range(f"A1:{get_column_letter(last)}{sheet.max_row}", rows=down, cols=right)
    for left, top, end, bottom in merged:
        sheet.merge_cells(None, top + down, left + right, bottom + down, end + right)
    for of in (*sheet.column_dimensions.values(), *(sheet.row_dimensions[row] for row in rows)):
        of.hidden = False
    for start, end in columns:
        for column in range(start, end + 1):
            sheet.column_dimensions[get_column_letter(column + right)].hidden = True
    for row in rows:
        sheet.row_dimensions[row + down].hidden = True
    for row, line in enumerate(LETTERHEAD, 1):
        sheet.cell(row, 1, line)
    below = sheet.max_row + 2
    for row, line in enumerate(SIGNED, below):
        sheet.cell(row, last + right, line)
