"""OGP's commitments spreadsheet as a workbook."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable

from opengov_local.formats.ogp_csv.columns import columns
from opengov_local.formats.ogp_csv.csv_format import read
from opengov_local.formats.ogp_csv.writing import Line, Mending, written_as
from opengov_local.formats.written import Written
from opengov_local.model.package import Package

__all__ = ["read", "write"]

_MADE = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - the same package gives the same bytes
_HEAD = 60
_WIDTH = 14
_WIDTHS = {"member": 24, "axis": 24, "title": 48, "short_title": 32, "narrative": 80, "parties": 32, "url": 32}
"""Widths of columns in characters, by the way they are read; the row of headings is 60 points high."""
_MOST = 32_767
"""Characters that a cell holds (Excel's specifications and limits)."""


def write(package: Package, *, language: str = "en", with_contacts: bool = False, plan: str | None = None) -> Written:
    """Writes OGP's spreadsheet as a workbook of one sheet, every cell as text; otherwise as the CSV writer."""
    own = Mending("export/text-cut", lambda cell: cell if len(cell) <= _MOST else f"{cell[: _MOST - 1]}…")
    return written_as(package, _workbook, own, language=language, with_contacts=with_contacts, plan=plan)


def _workbook(head: Line, lines: Iterable[Line]) -> bytes:
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"created": _MADE, "title": "opengov_local"})
    sheet = book.add_worksheet("Commitments")
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, _HEAD)
    for position, kind in enumerate(columns()):
        sheet.set_column(position, position, _WIDTHS.get(kind.reads, _WIDTH))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for row, line in enumerate((head, *lines)):
        for column, text in enumerate(line):
            if text:
                sheet.write_string(row, column, text, None if row else bold)
    book.close()
    return file.getvalue()
