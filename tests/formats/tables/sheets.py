"""Made-up sheets for the tests: written as texts, read as books, shown without ids."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

from opengov_local.document import Import
from opengov_local.formats.grids.grid import Book, Grid, Merge
from opengov_local.formats.tables.tables_format import read_tables
from opengov_local.importing.options import ImportOptions

_REFERENCES = ("axes", "axis", "parent", "target", "answers", "collectivities", "commitments", "merged_into")


def sheet(*rows: Sequence[Any], name: str = "Plan", merges: tuple[str, ...] = (), **more: Any) -> Grid:
    """Makes a sheet; an empty text is a blank cell, a merge is written as `A2:A4`."""
    cells = [[None if value == "" else value for value in row] for row in rows]
    return Grid(name, cells, tuple(map(_merge, merges)), **more)


def _merge(reference: str) -> Merge:
    first, last = reference.split(":")
    return Merge(int(first[1:]) - 1, ord(first[0]) - 65, int(last[1:]) - 1, ord(last[0]) - 65)


def read(*sheets: Grid, source: str = "fichier.xlsx", first_id: int = 1, **options: Any) -> Import:
    """Reads a book made of some sheets; new ids are counted from a number."""
    numbers = count(first_id)
    chosen = ImportOptions(
        id_prefix="org.example", today=date(2026, 11, 24), mint=lambda prefix: f"{prefix}:{next(numbers)}", **options
    )
    return read_tables(Book(sheets), b"", source, format="xlsx", options=chosen)


def shown(imported: Import) -> dict[str, Any]:
    """Gives the tree as a reader sees it: without ids and sources, references by the title of what they mean."""
    assert imported.document
    tree = imported.document.tree
    names: dict[str, str] = {}
    _name(tree, names)
    return {
        key: _bare(value, names)
        for key, value in tree.items()
        if key not in ("id", "id_prefix", "sources", "schema_version")
    }


def commitments_of(imported: Import) -> list[dict[str, Any]]:
    """Gives the commitments of the one plan that was read."""
    (plan,) = shown(imported)["plans"]
    commitments: list[dict[str, Any]] = plan["commitments"]
    return commitments


def _name(value: Any, names: dict[str, str]) -> None:
    if isinstance(value, dict):
        if "id" in value:
            text = value.get("title") or value.get("text") or value.get("name") or {}
            names[value["id"]] = next(iter(text.values()), "?")
        for child in value.values():
            _name(child, names)
    elif isinstance(value, list):
        for child in value:
            _name(child, names)


def _bare(value: Any, names: dict[str, str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _bare(child, names, name) for name, child in value.items() if name != "id"}
    if isinstance(value, list):
        return [_bare(child, names, key) for child in value]
    return names.get(value, value) if key in _REFERENCES and isinstance(value, str) else value


def codes(imported: Import) -> list[str]:
    """Gives the codes of the findings, sorted."""
    return sorted(finding.code for finding in imported.findings)


def accounted(imported: Import, *sheets: Grid) -> bool:
    """Tells whether the account speaks of every cell that is not blank."""
    assert imported.account
    known = {str(entry.piece.place) for entry in imported.account.entries}
    return all(str(grid.place(row, column)) in known for grid in sheets for row, column, _ in grid.cells())
