"""JSON: reading a document from bytes, writing a package or a tree."""

from __future__ import annotations

from functools import partial
from json import loads
from typing import Any, Protocol

import msgspec

from opengov_local.document import Document, Import, LateDocument
from opengov_local.errors import TargetError
from opengov_local.formats.byte_mark import with_rest
from opengov_local.formats.written import Written
from opengov_local.json_places import JsonLocator
from opengov_local.json_text import canonical
from opengov_local.schema.lane import accept
from opengov_local.source import DEFAULT_LIMITS, Limits, judge, precheck, written_whole


class Writable(Protocol):
    """A package, as far as the writers of JSON and YAML need it."""

    def to_tree(self) -> Any:
        """Gives it as JSON-shaped data."""


def read(data: bytes, source: str | None = None, *, limits: Limits = DEFAULT_LIMITS) -> Import:
    """Reads JSON bytes.

    Args:
        data: the bytes of the file.
        source: its name, for the locations.
        limits: size and depth allowed.

    Returns:
        The document when the bytes are I-JSON, else the `syntax/*` findings alone.
    """
    if limits is DEFAULT_LIMITS and len(data) <= limits.max_bytes and (survey := accept(data)):
        return Import(LateDocument(partial(loads, data), source, "json", JsonLocator(data), data, survey))
    checked = precheck(data, source=source, limits=limits)
    if checked.text is None:
        return with_rest(checked.findings[0], data, lambda rest: read(rest, source, limits=limits))
    if checked.findings:
        return Import(None, checked.findings)
    return Import(Document(checked.tree, source, "json", JsonLocator(data), data))


def write(package: Writable, *, language: str | None = None) -> Written:
    """Writes a package; the file holds every language of it, whatever `language` says."""
    return Written(write_tree(package.to_tree()))


def write_tree(tree: Any) -> bytes:
    """Writes JSON-shaped data, valid or not: UTF-8, two spaces a level, keys in their order, a final newline.

    Raises:
        TargetError: the data is not I-JSON.
    """
    return msgspec.json.format(check_tree(tree), indent=2) + b"\n"


def check_tree(tree: Any) -> bytes:
    """Makes sure that a tree can be written and read again as it is.

    Returns:
        The tree as JSON text, compact, UTF-8.

    Raises:
        TargetError: it is not JSON-shaped or not I-JSON.
    """
    if (whole := written_whole(tree)) is not None:
        return whole
    try:
        text = canonical(tree)
    except (TypeError, ValueError, RecursionError) as error:
        raise TargetError("tool/not-json-data", reason=str(error)) from None
    raw = text.encode("utf-8", "surrogatepass")
    checked = judge(text, raw, source=None)
    if checked.findings:
        first = checked.findings[0]
        raise TargetError("tool/not-i-json", breach=first.code, pointer=first.location.pointer or "/")
    if checked.tree != tree:
        raise TargetError("tool/not-a-tree")
    return raw
