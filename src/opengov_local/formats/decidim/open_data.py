"""The open data of a site: a ZIP archive of one CSV file for each entity, and a README that explains them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from opengov_local.account import Piece, Place
from opengov_local.finding import Finding, Location
from opengov_local.formats.decidim.grid_records import read_table
from opengov_local.formats.decidim.json_records import Found
from opengov_local.formats.decidim.reading import Parts
from opengov_local.formats.decidim.tables import names
from opengov_local.formats.grids import read_csv
from opengov_local.formats.grids.grid import is_blank
from opengov_local.importing.containers import Container
from opengov_local.importing.encodings import decode_text

_ENTITY: Final = re.compile(r"(?:^|.*[-_])open[-_]data[-_](.+)", re.IGNORECASE)
_HELPS: Final = (".md", ".txt", ".html")
_UNREAD: Final = ""

TreeReader = Callable[[bytes, str | None, str], tuple[Found | None, tuple[Finding, ...]]]


def read_archive(container: Container, source: str | None, tree: TreeReader) -> Parts:
    """Reads the files of an archive.

    Args:
        container: the archive, judged.
        source: its name.
        tree: reads a file of JSON.
    """
    parts = Parts(findings=list(container.findings))
    for name in container.names():
        data, ending = container.read(name), PurePosixPath(name).suffix.lower()
        if not data.strip():
            continue
        if ending == ".csv":
            _table(parts, data, source, name)
        elif ending == ".json":
            found, findings = tree(data, source, name)
            parts.findings += findings
            parts.trees += [found] if found is not None else []
        elif ending in _HELPS:
            lines = enumerate(decode_text(data).text.splitlines(), start=1)
            parts.helps += [Piece(Place("line", name, number), line) for number, line in lines if not is_blank(line)]
        else:
            parts.findings.append(
                Finding("import/decidim-part-unread", "warning", Location(source=source), {"name": name})
            )
    return parts


def _table(parts: Parts, data: bytes, source: str | None, name: str) -> None:
    """Reads a CSV file; its name tells its entity, for debates and projects look like meetings and results."""
    book = read_csv(data, f"{source or ''}/{name}")
    if isinstance(book, Finding):
        parts.findings.append(book)
        return
    parts.findings += book.findings
    told = _ENTITY.fullmatch(PurePosixPath(name).stem)
    entity = names().get(told[1].lower().replace("-", "_"), _UNREAD) if told else None
    grid = replace(book.sheets[0], name=name)
    table = read_table(grid, name, entity=entity, ragged=True)
    if table.entity == _UNREAD:
        table.entity, table.headings, table.records, table.uneven = None, [], [], []
    parts.tables.append(table)
