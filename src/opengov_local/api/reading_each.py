"""Reads every document of a source: most hold one, NDJSON and YAML may hold many."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO, Final

from opengov_local import formats
from opengov_local.api.reading import Source, format_of, read
from opengov_local.atomic import reason
from opengov_local.document import Import
from opengov_local.errors import SourceError
from opengov_local.formats import json_format
from opengov_local.formats.several import LINE_ENDINGS, NDJSON, Part, lines_of, yaml_documents
from opengov_local.importing.options import ImportOptions
from opengov_local.source import open_source, require_file

_LONGEST_NAME: Final = 120


def read_each(source: Source, *, format: str | None = None, options: ImportOptions | None = None) -> Iterator[Import]:
    """Reads every document of a source, one after the other.

    Of NDJSON (`.ndjson`, `.jsonl`, or `format="ndjson"`) that is each line, of YAML each document between lines of
    `---`, of any other source the one that `read` gives. What is wrong with one does not stop the others. Places are
    those of the whole source; the `part` of each tells which it is.

    Args:
        source: a path, `-` for standard input, or bytes.
        format: name of the format; by default that of the file ending.
        options: what to tell an importer beside; see `read`.

    Raises:
        SourceError, UnknownFormatError, MissingExtraError, TypeError: as `read`.
    """
    name = os.fspath(source) if isinstance(source, (str, os.PathLike)) else None
    if name not in (None, "-"):
        require_file(str(name))
    if format == NDJSON or (format is None and name is not None and name.lower().endswith(LINE_ENDINGS)):
        with _opened(source) as stream:
            yield from _named(((part, json_format.read(part.data, name)) for part in lines_of(stream)), name)
        return
    if format == "yaml" or (format is None and name not in (None, "-") and format_of(str(name), None).name == "yaml"):
        yield from _of_yaml(source, name)
        return
    yield read(source, format=format, options=options)


def _of_yaml(source: Source, name: str | None) -> Iterator[Import]:
    data: bytes | None
    if isinstance(source, bytes):
        data = source
    else:
        opened = open_source(source)
        data = opened.data
        if data is None:
            yield Import(None, opened.findings)
            return
    reader = formats.get("yaml").reader(name)
    parts = yaml_documents(data)
    if len(parts) > 1:
        yield from _named(((part, reader(part.data, name)) for part in parts), name)
    else:
        yield reader(data, name)


def _opened(source: Source) -> IO[bytes]:
    if isinstance(source, bytes):
        return BytesIO(source)
    name = os.fspath(source)
    if name == "-":
        if sys.stdin is None:  # a program can be started without
            raise SourceError("tool/no-input")
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise SourceError("tool/unreadable", file=name, reason=reason(error)) from None


def _named(read_parts: Iterator[tuple[Part, Import]], name: str | None) -> Iterator[Import]:
    """Gives each document its name in the source and its places there."""
    taken: set[str] = set()
    for part, imported in read_parts:
        named = _name_of(imported)
        if named is None or named in taken:
            named = f"L{part.lines + 1}"
        taken.add(named)
        moved = tuple(replace(finding, location=finding.location.below(part.lines)) for finding in imported.findings)
        document, behind = (one and one.below(part.lines) for one in (imported.document, imported.behind_mark))
        yield replace(imported, document=document, findings=moved, part=named, behind_mark=behind)
    if not taken:
        yield json_format.read(b"", name)


def _name_of(imported: Import) -> str | None:
    """Gives the id of a package, where it can stand in a name."""
    document = imported.document
    if document is None:
        return None
    tree = document.survey.root if document.survey is not None else document.tree
    found = tree.get("id") if isinstance(tree, dict) else getattr(tree, "id", None)
    return found if isinstance(found, str) and 0 < len(found) <= _LONGEST_NAME and found.isprintable() else None
