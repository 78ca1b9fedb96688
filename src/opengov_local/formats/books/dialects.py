"""What a book of sheets holds: a file of a known system or form, or tables of any layout."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, Literal, NamedTuple

from opengov_local.document import Import
from opengov_local.finding import Finding, Location
from opengov_local.formats.books.indicator_sheets import read_with_updates
from opengov_local.formats.grids import read_book, read_csv
from opengov_local.formats.grids.grid import Book
from opengov_local.formats.tables.tables_format import names_all, read_tables
from opengov_local.importing.collector import without_collector
from opengov_local.importing.options import ImportOptions

MOST_FILLED: Final = 400_000
"""Cells with something in them that are imported from one file."""

Kind = Literal["xlsx", "xls", "ods", "csv"]


class Dialect(NamedTuple):
    """Files that one importer knows by their headings or marks.

    Attributes:
        module: the module that knows them.
        knows: name of its function that tells whether a book is one of them.
        reads: name of its function that reads one.
        joins: whether it only adds to an earlier package; its module then also tells `names_base` and `makes_plan`.
    """

    module: str
    knows: str
    reads: str
    joins: bool = False


DIALECTS: Final = (
    Dialect("opengov_local.formats.workbook.reading", "is_workbook", "read_workbook"),
    Dialect("opengov_local.formats.decidim.decidim_format", "is_decidim", "read_book"),
    Dialect("opengov_local.formats.ogp_csv.csv_format", "is_ogp_book", "read_ogp_book"),
    Dialect("opengov_local.formats.tracker.updates_format", "is_updates", "read_updates", joins=True),
)
"""In the order in which they are asked; the first that knows a book reads it."""


def read_kind(data: bytes, source: str | None = None, *, options: ImportOptions | None = None, kind: Kind) -> Import:
    """Reads a book of one kind of file.

    Args:
        data: the bytes of the file.
        source: its name.
        options: what the user told beside.
        kind: the kind of file.
    """
    with without_collector():
        book = read_csv(data, source) if kind == "csv" else read_book(data, source, kind)
        if isinstance(book, Finding):
            return Import(None, (book,))
        if too_many := _too_many(book, source):
            return Import(None, (too_many,))
        return _reader(book, kind, options)(book, data, source, options)


def _too_many(book: Book, source: str | None) -> Finding | None:
    """Refuses more filled cells than any plan has: each costs some two kilobytes until the file is written."""
    if sum(sum(map(len, grid.rows)) for grid in book.sheets) <= MOST_FILLED:
        return None
    filled = sum(len(row) - row.count(None) - row.count("") for grid in book.sheets for row in grid.rows)
    if filled <= MOST_FILLED:
        return None
    largest = max(book.sheets, key=lambda grid: len(grid.rows) * grid.width)
    params = {"rows": len(largest.rows), "columns": largest.width}
    return Finding("source/too-many-cells", "error", Location("", source), params)


def _reader(book: Book, kind: Kind, options: ImportOptions | None) -> Callable[..., Import]:
    for dialect in DIALECTS:
        module: Any = import_module(dialect.module)
        onto_base = dialect.joins and options is not None and module.names_base(book, options)
        if onto_base or getattr(module, dialect.knows)(book):
            alone = dialect.joins and not (options and options.base)
            if alone and not module.makes_plan(book, options) and names_all(book, options):
                break  # what it reports on is named well enough to be made
            reader: Callable[..., Import] = getattr(module, dialect.reads)
            return reader
    return lambda book, data, source, options: (
        read_with_updates(book, data, source, options, format=kind)
        or read_tables(book, data, source, format=kind, options=options)
    )
