"""Reads any source into a document, with what an importer is told beside it."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from opengov_local import formats
from opengov_local.document import Import
from opengov_local.errors import OpenGovLocalError, OptionError, UnknownFormatError
from opengov_local.importing.options import ImportOptions
from opengov_local.model import Package
from opengov_local.model.scalars import ID_PREFIX_PATTERN, LANGUAGE_PATTERN
from opengov_local.model.shape import shape_of
from opengov_local.source import open_source, require_file

Source = str | os.PathLike[str] | bytes
"""A path, `-` for standard input, or the bytes themselves."""


def read(source: Source, *, format: str | None = None, options: ImportOptions | None = None) -> Import:
    """Reads any source that the library knows into a Document, and says what it found in doing so.

    Args:
        source: a path, `-` for standard input, or bytes.
        format: name of the format; by default that of the file ending, JSON where there is none.
        options: what to tell an importer beside: the publisher's id prefix, an earlier package, own words.

    Raises:
        SourceError: the source is missing, is a folder or may not be read.
        UnknownFormatError: the library does not read this format.
        MissingExtraError: reading it needs an extra of the installation.
        TypeError: the source is neither a path nor bytes.
    """
    if isinstance(source, bytes):
        return _read_bytes(formats.get(format or "json"), source, None, options)
    if not isinstance(source, (str, os.PathLike)):
        kind = type(source).__name__
        raise TypeError(
            f"a path, '-' or bytes are read, not {kind}: give JSON text as bytes; for a dict, json.dumps(it).encode()"
        )
    name = os.fspath(source)
    if name != "-":
        require_file(name)
    chosen = format_of(name, format)
    chosen.reader(name)
    opened = open_source(source)
    if opened.data is None:
        return Import(None, opened.findings)
    if name == "-" and format is None and _is_no_json(opened.data):
        raise UnknownFormatError("tool/stream-without-format", option="--from")
    imported = _read_bytes(chosen, opened.data, opened.source, options)
    if format is None and (known := _told_by_keys(chosen, imported)):
        return _read_bytes(formats.get(known), opened.data, opened.source, options)
    if format is None and name.lower().endswith(".txt") and _is_unknown(imported):
        return _as_table(opened.data, opened.source, options) or imported
    return imported


def _is_no_json(data: bytes) -> bool:
    """Tells whether data begins as a table, a workbook or YAML does, and JSON never."""
    head = data.removeprefix(BOM_UTF8).lstrip()[:5]
    is_word = head[:1].isalpha() or (head[:1] >= b"\x80" and not head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)))
    return is_word and not head.startswith((b"true", b"false", b"null"))


def _as_table(data: bytes, source: str | None, options: ImportOptions | None) -> Import | None:
    """Reads a text file as the table that spreadsheets save under that name; None where it is none."""
    from opengov_local.formats.grids.csv_grid import is_tabbed

    imported = _read_bytes(formats.get("csv"), data, source, options) if is_tabbed(data) else None
    return None if imported is None or _is_unknown(imported) else imported


def _is_unknown(imported: Import) -> bool:
    """Tells whether nothing of a file was understood."""
    return any(finding.code == "import/nothing-recognised" for finding in imported.findings)


def _told_by_keys(chosen: formats.Format, imported: Import) -> str:
    """Gives the format of data that is no package, and that its keys tell; "" for all other."""
    if chosen.name not in ("json", "yaml") or imported.document is None or resembles_package(imported):
        return ""  # what follows loads readers that packages do not need
    from opengov_local.formats.decidim.json_exports import is_export
    from opengov_local.formats.tracker.definition_format import is_definition
    from opengov_local.formats.tracker.updates_format import are_records

    if chosen.name == "yaml" and is_definition(imported.document.tree):
        return "tracker"
    if chosen.name == "json" and is_export(imported.document.tree):
        return "decidim"
    return "updates" if are_records(imported.document) else ""


def format_of(name: str, given: str | None) -> formats.Format:
    """Gives the format of a file: the one that was named, else that of its ending; standard input is JSON."""
    if given:
        return formats.get(given)
    return formats.get("json") if name == "-" else formats.by_extension(name, "reads")


def _read_bytes(chosen: formats.Format, data: bytes, source: str | None, options: ImportOptions | None) -> Import:
    if chosen.imports:
        from opengov_local.formats.grids.csv_lines import with_lines

        importer = chosen.importer(source)
        told = options and _as_it_counts(options, data, lambda words: importer(data, source, options=words))
        return with_lines(importer(data, source, options=told), data)
    return chosen.reader(source)(data, source)


def _as_it_counts(options: ImportOptions, data: bytes, read_with: Callable[[ImportOptions], Import]) -> ImportOptions:
    """Gives what the user told as it counts for a source: a report is of its own plan again, what is known stays so."""
    from opengov_local.importing.from_base import made_plan

    if options.base is not None and made_plan(options.base, data):
        options = replace(options, base=None, earlier=options.base)
    if not options.words:
        return options
    told = options
    words = _own_words().saying_otherwise(told.words, lambda others: read_with(replace(told, words=others)))
    return replace(told, words=words)


def import_options(
    *,
    id_prefix: str | None = None,
    base: str | os.PathLike[str] | Package | None = None,
    own_words: str | os.PathLike[str] | None = None,
    language: str | None = None,
    country: str | None = None,
    document_date: date | None = None,
    with_contacts: bool = False,
) -> ImportOptions:
    """Gathers what an importer can be told beside the source.

    Args:
        id_prefix: the publisher's own prefix, under which new ids are minted.
        base: an earlier package of the same plan, or its file: its ids are kept, and updates join it.
        own_words: a CSV file with the council's own headings and words; see `docs/importing.md`.
        language: language of the texts in Latin letters, where the source does not tell.
        country: ISO 3166-1 alpha-2 code of the country that the source is from, where it does not say so: `FR`.
        document_date: the day the document was written, for dates such as «28 مارس الجاري».
        with_contacts: whether contact details stay, and what a source says of whom to reach; OGP's pages and
            spreadsheet, StratML and trackers are read without.

    Raises:
        OptionError: the prefix, language or country is none, the base is no package, or the file of own words names an
            unknown field or code.
        SourceError: a file is missing or may not be read.
    """
    if id_prefix is not None and not re.fullmatch(ID_PREFIX_PATTERN, id_prefix):
        raise OptionError("tool/bad-prefix", value=id_prefix)
    if language is not None and not re.fullmatch(LANGUAGE_PATTERN, language):
        raise OptionError("tool/bad-language", value=language)
    if country is not None and not _is_country(country):
        raise OptionError("tool/bad-country", value=country)
    return ImportOptions(
        id_prefix=id_prefix,
        base=_base(base),
        words=_own_words().read(own_words) if own_words is not None else {},
        language=language,
        country=country,
        document_date=document_date,
        with_contacts=with_contacts,
    )


def _is_country(code: str) -> bool:
    """Tells whether a country has a code, and no other in its place."""
    known = import_module("opengov_local.validation.iso_codes").iso_codes("country").get(code)
    return known is not None and not known.instead


def _base(base: str | os.PathLike[str] | Package | None) -> dict[str, Any] | None:
    """Gives the tree of an earlier package; one with faults still has its ids."""
    if base is None or isinstance(base, Package):
        return base.to_tree() if base else None
    document = read(base).document
    if document is None or not _is_package(document.tree):
        raise OptionError("tool/no-package", file=os.fspath(base))
    return dict(document.tree)


def _is_package(tree: Any) -> bool:
    return isinstance(tree, dict) and isinstance(tree.get("id"), str) and isinstance(tree.get("schema_version"), str)


def is_package(path: str | os.PathLike[str], format: str | None = None) -> bool:
    """Tells whether a file holds a package, also one with faults."""
    try:
        document = read(path, format=format).document
    except OpenGovLocalError:
        return False
    return document is not None and (document.survey is not None or _is_package(document.tree))


def resembles_package(imported: Import) -> bool:
    """Tells whether data looks like a package, perhaps a faulty one: whether it has a field that only packages have.

    What could not be read may have been one; what the quick lane accepted is one, and its tree is not made for that.
    """
    if imported.document is None or imported.document.survey is not None:
        return True
    tree = imported.document.tree
    return isinstance(tree, dict) and not _telling_fields().isdisjoint(tree)


@cache
def _telling_fields() -> frozenset[str]:
    """Gives the fields that tell a package from other data: those that hold objects, and the version of the model."""
    return frozenset(name for name, shape in shape_of(Package).items() if shape.model) | {"schema_version"}


def headings_of(imported: Import) -> bytes:
    """Writes the headings of an import and what they were taken for, as a file of own words to edit."""
    return bytes(_own_words().write(imported))


def _own_words() -> Any:
    return import_module("opengov_local.formats.own_words")  # loads the tables of headings, which few need


def is_imported(source: str, format: str | None = None) -> bool:
    """Tells whether reading a source means understanding it: it is no package already."""
    chosen = format_of(source, format)
    if chosen.imports or format is not None or chosen.name not in ("json", "yaml") or source == "-":
        return chosen.imports
    data = open_source(source).data
    return data is not None and bool(_told_by_keys(chosen, _read_bytes(chosen, data, source, None)))


def same_file(one: Source, other: Source) -> bool:
    """Tells whether two names mean one file, through links too; streams and bytes are no files."""
    if isinstance(one, bytes) or isinstance(other, bytes) or "-" in (os.fspath(one), os.fspath(other)):
        return False
    try:
        return Path(one).resolve() == Path(other).resolve() or Path(one).samefile(other)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a link that leads back to itself, before Python 3.13
        return False
