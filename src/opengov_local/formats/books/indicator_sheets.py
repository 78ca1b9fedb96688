"""Sheets that report on indicators which other sheets of the same book define: they are updates of these."""

from __future__ import annotations

from dataclasses import dataclass, replace

from opengov_local.account import Account
from opengov_local.document import Document, Import, Locator
from opengov_local.finding import Location
from opengov_local.formats.grids.grid import Book
from opengov_local.formats.tables.tables_format import read_tables
from opengov_local.formats.tracker.updates_format import names_indicators, read_updates, reports_on_indicators
from opengov_local.importing.options import ImportOptions


def read_with_updates(
    book: Book, data: bytes, source: str | None, options: ImportOptions | None, *, format: str
) -> Import | None:
    """Reads the plan of a book, and joins to it what other sheets report on its indicators; None where none does.

    Args:
        book: the sheets.
        data: the bytes of the file.
        source: its name.
        options: what the user told beside.
        format: name of the format it was read from.
    """
    given = options or ImportOptions()
    told = [grid for grid in book.sheets if reports_on_indicators(grid, given)]
    if not told or len(told) == len(book.sheets):
        return None
    others = [grid for grid in book.sheets if not any(grid is one for one in told)]
    plan = read_tables(replace(book, sheets=tuple(others)), data, source, format=format, options=options)
    tree = plan.document.tree if plan.document is not None else {}
    updates = Book(tuple(told))
    if plan.document is None or not names_indicators(updates, given, tree):
        return None
    joined = read_updates(updates, data, source, replace(given, base=tree))
    if joined.document is None:
        return None
    merged = joined.document.tree
    _one_source(merged)
    entries = (entry for one in (plan, joined) if one.account for entry in one.account.entries)
    return replace(
        plan,
        document=Document(merged, source, format, _Both(joined.document.locator, plan.document.locator)),
        findings=(*plan.findings, *joined.findings),
        account=Account(plan.account.importer if plan.account else "", entries),
        layout=(*plan.layout, *joined.layout),
        sheets=tuple(grid.name for grid in book.sheets),
    )


def _one_source(tree: dict[str, object]) -> None:
    """Joins the statements of both readings on the one file that was read."""
    sources = tree.get("sources")
    if isinstance(sources, list) and len(sources) > 1 and sources[-1].get("sha256") == sources[-2].get("sha256"):
        sources[-2].setdefault("extracts", []).extend(sources.pop().get("extracts", []))


@dataclass
class _Both(Locator):
    """Places of two readings of one file: those of the second, else those of the first."""

    second: Locator
    first: Locator

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives the place of a value; None where neither reading has one."""
        return self.second.locate(pointer, key=key) or self.first.locate(pointer, key=key)
