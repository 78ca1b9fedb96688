"""The descriptor of the archive: a Tabular Data Package, with a Table Schema for each table.

Source: Frictionless Data, Tabular Data Package and Table Schema, version 1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from opengov_local.formats.bundle.columns import AT, FIELD, IN, KEY, MORE, Column, columns_of, places_of, tables
from opengov_local.messages.labels import label
from opengov_local.model.base import Model
from opengov_local.model.dates import PartialDate
from opengov_local.model.package import Package
from opengov_local.model.text import read_text

MARK: Final = "opengov_local"
"""Property of the descriptor by which the reader knows its own archives."""
VERSION: Final = 1
"""Version of the way in which packages are laid out in tables."""
_OWN: Final[Mapping[str, tuple[str, str]]] = {
    KEY: ("string", "Names the row: its id, or where it lies, for what has no id."),
    IN: ("string", "The key of the row, of another table or this one, that it lies in."),
    FIELD: ("string", "The field of that row."),
    AT: ("integer", "Its place in that field, from 0."),
    MORE: ("object", "All else that is stated of it, as JSON: fields outside the model, lists stated as empty."),
}
_TYPES: Final = {"text": "string", "by_language": "string"}
Headings = Mapping[str, list[str]]


def descriptor(package: Package, headings: Headings, files: Mapping[str, bytes], language: str) -> dict[str, Any]:
    """Describes the archive.

    Args:
        package: the package.
        headings: name of each table to its headings.
        files: name of each table to the bytes of its file.
        language: language of titles.
    """
    said: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": package.id.replace(":", "-").lower(),
        "id": package.id,
    }
    if package.title:
        said["title"] = read_text(package.title, language).text
    if package.published_at:
        said["created"] = package.published_at
    if package.licence:
        address = package.licence.startswith(("http://", "https://"))
        said["licenses"] = [{"path" if address else "name": package.licence}]
    said[MARK] = {"layout": VERSION, "schema_version": package.schema_version}
    said["resources"] = [_resource(name, headings[name], files[name], language, headings) for name in headings]
    return said


def _resource(name: str, heads: list[str], data: bytes, language: str, all_heads: Headings) -> dict[str, Any]:
    model = tables()[name]
    schema: dict[str, Any] = {
        "fields": [_field(model, heading, language) for heading in heads],
        "missingValues": [""],
        "primaryKey": [KEY],
    }
    if keys := _foreign_keys(model, all_heads):
        schema["foreignKeys"] = keys
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "title": label(model.__name__, None, language),
        "description": " ".join((model.__doc__ or "").split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _foreign_keys(model: type[Model], all_heads: Headings) -> list[dict[str, Any]]:
    """Ties rows to those they lie in, where these are all of one table."""
    holders = {place.table for place in places_of(model)} & set(all_heads)
    if len(holders) != 1:
        return []
    (holder,) = holders
    here = "" if tables()[holder] is model else holder
    return [{"fields": [IN], "reference": {"resource": here, "fields": [KEY]}}]


def _field(model: type[Model], heading: str, language: str) -> dict[str, Any]:
    if heading in _OWN:
        kind, words = _OWN[heading]
        required = {"constraints": {"required": True}} if heading != MORE else {}
        return {"name": heading, "type": kind, "description": words, **required}
    path, _, tag = heading.partition("@")
    column = columns_of(model)[path]
    titles = [label(holder.__name__, name, language) for holder, name in zip(column.holders, column.path, strict=True)]
    said: dict[str, Any] = {
        "name": heading,
        "type": _TYPES.get(column.holds, column.holds),
        "title": " – ".join(dict.fromkeys(titles)) + (f" ({tag})" if tag else ""),
        "description": column.holders[-1].model_fields[column.path[-1]].description or "",
    }
    if limits := dict(_constraints(column)):
        said["constraints"] = limits
    return said


def _constraints(column: Column) -> Iterable[tuple[str, Any]]:
    shape = column.shape
    if column.holds in ("array", "by_language"):
        return
    if shape.required and len(column.path) == 1:
        yield "required", True
    if shape.choices:
        yield "enum", list(shape.choices)
    if shape.bounds:
        yield from zip(("minimum", "maximum"), shape.bounds, strict=True)
    if shape.text_type is PartialDate or shape.refers is not None or column.path == ("id",):
        yield "pattern", shape.pattern
