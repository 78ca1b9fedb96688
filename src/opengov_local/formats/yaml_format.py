"""YAML: reading a document whose text fields need no quotes, writing a package or a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from opengov_local.document import Document, Import
from opengov_local.errors import TargetError
from opengov_local.finding import Finding, Location, pointer_of
from opengov_local.formats.byte_mark import with_rest
from opengov_local.formats.json_format import Writable, check_tree
from opengov_local.formats.written import Written
from opengov_local.formats.yaml_text import KindAt, Path, Transcript, plain_literal, transcribe
from opengov_local.formats.yaml_writing import dump
from opengov_local.json_places import JsonLocator
from opengov_local.json_text import canonical
from opengov_local.source import DEFAULT_LIMITS, Limits, decode, judge


class YamlLocator:
    """Finds places in YAML: descends in the JSON text made of it, then takes the place of that token."""

    def __init__(self, raw: bytes, transcript: Transcript) -> None:
        self._json = JsonLocator(raw)
        self._transcript = transcript

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives line and column of a value, or of its key; None when the document has no such value."""
        offset = self._json.offset(pointer, key=key)
        if offset is None:
            return None
        line, column = self._transcript.place(offset)
        return Location(line=line, column=column)


def model_kinds() -> KindAt:
    """Gives the look-up of field kinds that follows the shared data model."""
    from opengov_local.schema.shape import kind_at

    return kind_at


def read(
    data: bytes, source: str | None = None, *, limits: Limits = DEFAULT_LIMITS, kind_at: KindAt | None = None
) -> Import:
    """Reads YAML bytes: one document, JSON-shaped, without anchors, tags and repeated keys.

    Quoted and block scalars are text; what unquoted ones are depends on the field (`plain_literal`).

    Args:
        data: the bytes of the file, UTF-8.
        source: its name, for the locations.
        limits: size and depth allowed.
        kind_at: tells which fields hold text; those of the shared data model by default.

    Returns:
        The document, or the `syntax/*` findings alone, in the order of their places.
    """
    text = decode(data, source=source, limits=limits)
    if isinstance(text, Finding):
        return with_rest(text, data, lambda rest: read(rest, source, limits=limits, kind_at=kind_at))
    said = transcribe(text, source=source, kind_at=kind_at or model_kinds(), max_depth=limits.max_depth)
    if not said.json:
        empty = Finding("syntax/empty", "error", Location("", source, 1, 1))
        return Import(None, said.findings or (empty,))
    raw = said.json.encode("utf-8", "surrogatepass")
    checked = judge(said.json, raw, source=source, limits=limits)
    findings = [*said.findings, *(_moved(finding, said) for finding in checked.findings)]
    if findings:
        return Import(None, tuple(sorted(findings, key=_place)))
    return Import(Document(checked.tree, source, "yaml", YamlLocator(raw, said), raw))


def _moved(finding: Finding, said: Transcript) -> Finding:
    """Moves a finding about the JSON text, which is one line, to its place in the YAML text."""
    line, column = said.place((finding.location.column or 1) - 1)
    return replace(finding, location=replace(finding.location, line=line, column=column))


def _place(finding: Finding) -> tuple[int, int]:
    return finding.location.line or 0, finding.location.column or 0


def write(package: Writable, *, language: str | None = None) -> Written:
    """Writes a package; the file holds every language of it, whatever `language` says."""
    return Written(write_tree(package.to_tree()))


def write_tree(tree: Any, *, kind_at: KindAt | None = None) -> bytes:
    """Writes JSON-shaped data, valid or not, so that `read` gives the same again: UTF-8, keys in their order.

    Args:
        tree: the data.
        kind_at: tells which fields hold text; those of the shared data model by default.

    Raises:
        TargetError: the data is not I-JSON, or a field that holds text has a number or a truth value, which
            YAML without tags cannot tell from text.
    """
    check_tree(tree)
    text, plain = dump(tree)
    _check_plain(plain, kind_at or model_kinds())
    return text.encode("utf-8")


def _check_plain(values: Iterable[tuple[Path, Any]], kind_at: KindAt) -> None:
    """Makes sure that every value written without quotes is read as what it is."""
    looked_at: set[tuple[object, ...]] = set()
    for path, value in values:
        said = (type(value), value, *[0 if type(step) is int else step for step in path])
        if said in looked_at:  # as the same number in the same field of many objects
            continue
        looked_at.add(said)
        plain = str(value) if type(value) is int else canonical(value)
        if plain_literal(plain, path, kind_at) != plain:
            raise TargetError("tool/yaml-plain-value", pointer=pointer_of(path), value=plain)
