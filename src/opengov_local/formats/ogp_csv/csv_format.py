"""Reading OGP's commitments spreadsheet, as CSV or workbook: every cell of every column accounted for."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.document import Import
from opengov_local.finding import Finding
from opengov_local.formats.grids import Book, read_book, read_csv
from opengov_local.formats.known_headings import telling_read
from opengov_local.formats.ogp_csv.originals import keep_originals
from opengov_local.formats.ogp_csv.reading import put_rows
from opengov_local.formats.ogp_csv.rows import find_table, pieces_of, text_of
from opengov_local.formats.ogp_csv.tongues import Tongues
from opengov_local.formats.ogp_csv.writing import write
from opengov_local.importing.collector import without_collector
from opengov_local.importing.containers import DEFAULT_CONTAINER_LIMITS
from opengov_local.importing.draft import Draft
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.signatures import looks_like

__all__ = ["is_ogp_book", "read", "read_ogp_book", "write"]

FORMAT = "ogp-csv"
_OWN = frozenset(("commitment unique identifier", "action plan number", "most recently assessed", "national or local"))
_MANY = 12


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads the rows of OGP's commitments spreadsheet, in CSV or XLSX."""
    is_workbook = looks_like(data) == "zip"
    book = read_book(data, source, "xlsx", DEFAULT_CONTAINER_LIMITS) if is_workbook else read_csv(data, source)
    if isinstance(book, Finding):
        return Import(None, (book,))
    with without_collector():
        return read_ogp_book(book, data, source, options)


def is_ogp_book(book: Book) -> bool:
    """Tells whether a book is OGP's spreadsheet: its own headings, not only some that any plan may have."""
    tables = [table for grid in book.sheets if (table := find_table(grid))]
    named = {text_of(table.grid.value(table.header, at)).strip().lower() for table in tables for at in table.columns}
    return not named.isdisjoint(_OWN) or any(len(table.columns) >= _MANY for table in tables)


def read_ogp_book(book: Book, data: bytes, source: str | None, options: ImportOptions | None) -> Import:
    """Reads the rows of OGP's commitments spreadsheet from a book."""
    draft = Draft("ogp_csv", source, data, options)
    tongues = Tongues(draft)
    guarded = looks_like(data) != "zip"
    asked = draft.options.with_contacts
    found = (find_table(grid, guarded=guarded, with_contacts=asked) for grid in book.sheets)
    tables = [table for table in found if table]
    rows = put_rows(draft, tables, tongues)
    if not tables:
        draft.say("import/nothing-recognised", severity="error")
    else:
        draft.root.data["default_language"] = tongues.main()
        keep_originals(draft, rows)
    for grid in book.sheets:
        for number in grid.helps:
            for piece in pieces_of(grid, number):
                draft.ignore(piece, "help")
    headed = {id(table.grid): table for table in tables}
    pieces: list[Piece] = []
    for grid in book.sheets:
        if table := headed.get(id(grid)):
            pieces += table.pieces()
            pieces += (piece for row, _ in rows if row.table is table for piece in row.pieces())
        else:
            pieces += (piece for number in range(len(grid.rows)) for piece in pieces_of(grid, number))
    done = draft.finish(FORMAT, pieces, telling=telling_read)
    return replace(done, findings=(*book.findings, *done.findings))
