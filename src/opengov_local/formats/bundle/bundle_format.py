"""The archive of tables as a file: written from a package, and read again as the package it was."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from operator import ne
from typing import Final

from opengov_local.document import Document, Import
from opengov_local.finding import Finding
from opengov_local.formats.archive import archive
from opengov_local.formats.books import csv_format
from opengov_local.formats.bundle.columns import AT, FIELD, IN, KEY, MORE, columns_of, tables
from opengov_local.formats.bundle.descriptor import descriptor
from opengov_local.formats.bundle.flattening import Flat, flat
from opengov_local.formats.bundle.rebuilding import is_bundle, rebuilt
from opengov_local.formats.ckan.packaged import name_in, read_packaged
from opengov_local.formats.decidim import decidim_format
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.written import Written
from opengov_local.formulas import guarded
from opengov_local.importing.containers import check_container
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.signatures import looks_like
from opengov_local.model.package import Package

FORMAT: Final = "csv"
DESCRIPTOR: Final = "datapackage.json"


def write(package: Package, *, language: str = "fr", with_contacts: bool = False) -> Written:
    """Writes a package as an archive of CSV tables with a descriptor; reading it gives the same package.

    Args:
        package: the package.
        language: language of the titles in the descriptor: en, fr or ar, else English; the tables hold every language.
        with_contacts: whether private persons and contact details are written too.
    """
    public = public_copy(package, with_contacts=with_contacts)
    made = flat(public.package)
    headings = {name: _headings(name, made) for name, rows in made.rows.items() if rows}
    guards = 0
    files: dict[str, bytes] = {}
    for name, heads in headings.items():
        cells = [[row.get(head, "") for head in heads] for row in made.rows[name]]
        safe = [list(map(guarded, line)) for line in cells]
        guards += sum(sum(map(ne, line, mended)) for line, mended in zip(cells, safe, strict=True))
        files[name] = _csv([heads, *safe])
    titles = language if language in ("ar", "fr", "en") else "en"
    about = json.dumps(descriptor(public.package, headings, files, titles), ensure_ascii=False, indent=2)
    parts = {DESCRIPTOR: about.encode("utf-8") + b"\n", **{f"{name}.csv": data for name, data in files.items()}}
    found = [Finding("export/formula-guarded", "info", params={"count": guards})] if guards else []
    return Written(archive(parts), (*public.findings, *found))


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads an archive of tables or for a portal, or one table; any other ZIP as the open data of a Decidim site.

    Args:
        data: the bytes of the file.
        source: its name.
        options: what the user told beside; a package needs nothing told.
    """
    if looks_like(data) != "zip" or (source or "").lower().endswith((".csv", ".tsv")):
        return csv_format.read(data, source, options=options)
    container = check_container(data, source, wanted="zip")
    if isinstance(container, Finding):
        return Import(None, (container,))
    if (name := name_in(container)) is not None:
        return read_packaged(container, name, source)
    if not is_bundle(container, DESCRIPTOR):
        return decidim_format.read(data, source, options=options)
    built = rebuilt(container, source)
    return Import(Document(built.tree, source, FORMAT, built.locator), (*container.findings, *built.findings))


def _headings(name: str, made: Flat) -> list[str]:
    """Gives the headings of a table: its own, those of fields of the concept itself, and all others that are used."""
    used = {heading for row in made.rows[name] for heading in row}
    heads = [heading for heading in (KEY, IN, FIELD, AT) if heading in used]
    for heading, column in columns_of(tables()[name]).items():
        if column.holds == "by_language":
            heads += [each for tag in made.languages if (each := f"{heading}@{tag}") in used]
        elif len(column.path) == 1 or heading in used:
            heads.append(heading)
    return [*heads, MORE] if MORE in used else heads


def _csv(lines: Iterable[list[str]]) -> bytes:
    """Writes a table as RFC 4180 has it; the mark at its beginning tells spreadsheets that it is UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return out.getvalue().encode("utf-8-sig")
