"""A table of an archive as lines of cells: as it was written, or as a spreadsheet program has saved it since."""

from __future__ import annotations

from dataclasses import dataclass, field

from opengov_local.finding import Finding
from opengov_local.formats.bundle.columns import KEY
from opengov_local.formats.grids import read_csv
from opengov_local.formats.grids.csv_grid import read_lines
from opengov_local.formats.grids.csv_records import split_lines


@dataclass
class Sheet:
    """A table.

    Attributes:
        name: name of its file.
        headings: the headings.
        rows: the lines below, cell by cell.
        findings: what was concluded about its encoding and signs, and why it could not be read.
    """

    name: str
    headings: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def sheet_of(data: bytes, name: str, source: str | None) -> Sheet:
    """Reads a table.

    Args:
        data: the bytes of its file.
        name: name of the file in the archive.
        source: name of the archive.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if text.startswith((KEY, f'"{KEY}"')):
        records = read_lines(split_lines(text), ",", len(text))
        if not records.broken and len(records.rows[0]) > 1:
            return Sheet(name, records.rows[0], records.rows[1:])
    book = read_csv(data, f"{source or ''}/{name}")
    if isinstance(book, Finding):
        return Sheet(name, findings=[book])
    lines = [["" if cell is None else str(cell) for cell in line] for line in book.sheets[0].rows]
    return Sheet(name, lines[0] if lines else [], lines[1:], list(book.findings))
