"""Files of Decidim: an export as CSV, JSON or Excel, or the whole open data of a site as a ZIP archive."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from opengov_local.document import Import
from opengov_local.finding import Finding
from opengov_local.formats.decidim.grid_records import read_table
from opengov_local.formats.decidim.json_records import Found, read_records
from opengov_local.formats.decidim.open_data import read_archive
from opengov_local.formats.decidim.reading import Parts, read_parts
from opengov_local.formats.grids import Book, read_csv
from opengov_local.formats.grids import read_book as read_grids
from opengov_local.importing.containers import check_container
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.signatures import looks_like
from opengov_local.source import precheck

_TWICE: Final = "syntax/duplicate-key"


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads an export of Decidim of any kind into a draft of a package.

    Args:
        data: the bytes of the file.
        source: its name; the open data of a site is a `.zip`.
        options: what the user told beside.
    """
    kind = looks_like(data)
    if kind == "json" or data.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"[", b"{"):
        return _read_json(data, source, options)
    if kind != "zip":
        book = read_csv(data, source)
        return Import(None, (book,)) if isinstance(book, Finding) else read_book(book, data, source, options)
    container = check_container(data, source, wanted="zip")
    if isinstance(container, Finding):
        return Import(None, (container,))
    if container.kind == "xlsx":
        sheets = read_grids(data, source, "xlsx")
        return Import(None, (sheets,)) if isinstance(sheets, Finding) else read_book(sheets, data, source, options)
    return read_parts(read_archive(container, source, _tree), data, source, options)


_LOOKED_AT = 3


def is_decidim(book: Book) -> bool:
    """Tells whether a book is an export of Decidim: its keys name an entity, and one has parts or is an old one."""
    heads = [replace(grid, rows=grid.rows[:_LOOKED_AT]) for grid in book.sheets if grid.rows]
    return any(_is_export(head.rows[0], read_table(head, ragged=False).entity) for head in heads)


def _is_export(first: Sequence[object], entity: str | None) -> bool:
    headings = {value.strip() for value in first if isinstance(value, str)}
    parted = any("/" in heading and " " not in heading for heading in headings)
    return entity is not None and (parted or bool(headings & {"result_id", "decidim_category_id"}))


def read_book(book: Book, data: bytes, source: str | None = None, options: ImportOptions | None = None) -> Import:
    """Reads the sheets of a book, or the one table of a CSV file.

    Args:
        book: the sheets.
        data: the bytes of the file.
        source: its name.
        options: what the user told beside.
    """
    several = len(book.sheets) > 1
    tables = [read_table(grid, grid.name if several else "", ragged=not grid.name) for grid in book.sheets]
    return read_parts(Parts(tables, findings=list(book.findings)), data, source, options)


def _read_json(data: bytes, source: str | None, options: ImportOptions | None) -> Import:
    tree, findings = _tree(data, source, "")
    if tree is None:
        return Import(None, findings)
    return read_parts(Parts(trees=[tree], findings=list(findings)), data, source, options)


def _tree(data: bytes, source: str | None, name: str) -> tuple[Found | None, tuple[Finding, ...]]:
    """Reads JSON; a key that comes twice is read twice and said, anything else that is wrong ends it."""
    raw = data.removeprefix(codecs.BOM_UTF8)
    checked = precheck(raw, source=f"{source or ''}/{PurePath(name)}" if name else source)
    if checked.text is None or any(finding.code != _TWICE for finding in checked.findings):
        return None, checked.findings
    doubled = tuple(replace(finding, severity="warning") for finding in checked.findings)
    return read_records(checked.text, name), doubled
