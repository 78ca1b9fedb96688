"""The context: what each field of the model means as linked data, derived from the models alone.

A field is one term wherever it stands. Where concepts differ in what a field of one name holds (`kind`, `value`), the
term is defined anew inside the fields that hold them (JSON-LD 1.1, property-scoped contexts).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from opengov_local import codelists
from opengov_local.model.dates import TIMESTAMP_PATTERN
from opengov_local.model.package import SCHEMA_VERSION, Package
from opengov_local.model.shape import FieldShape, concepts, shape_of
from opengov_local.resources import rows_of

VOCABULARY: Final = f"urn:opengov-local:term:{SCHEMA_VERSION}:"
CODES: Final = f"urn:opengov-local:codelist:{SCHEMA_VERSION}:"
IDS: Final = "urn:opengov-local:id:"
"""Before the ids of objects, which are prefix and local part."""
PREFIXES: Final[Mapping[str, str]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE: Final = "urn:opengov-local:language:"
"""Before the tags of languages that have no term of their own."""
_SPOKEN: Final = ("ar", "fr", "en", "es", "zgh", "ber", "und")
_ADDRESSES: Final = frozenset(("url", "website"))
"""Fields that hold web addresses."""

Term = dict[str, Any]


def context() -> dict[str, Any]:
    """Gives the context."""
    terms = {name: _term(name, _first(name)) for name in _names() if name not in _differing()}
    own = {name: _term(name, shape) for name, shape in shape_of(Package).items() if name in _differing()}
    return {"@version": 1.1, "@vocab": VOCABULARY, "id": "@id", **terms, **own}


@cache
def _names() -> tuple[str, ...]:
    found = (name for concept in concepts(Package) for name in shape_of(concept))
    return tuple(dict.fromkeys(name for name in found if name != "id"))


def _first(name: str) -> FieldShape:
    return next(shape_of(concept)[name] for concept in concepts(Package) if name in shape_of(concept))


@cache
def _differing() -> frozenset[str]:
    """Gives the names whose fields mean something else in one concept than in another."""
    meanings: dict[str, set[str]] = {}
    for concept in concepts(Package):
        for name, shape in shape_of(concept).items():
            child = shape.model.__name__ if shape.model else ""
            meanings.setdefault(name, set()).add(f"{child} {json.dumps(_plain(name, shape), sort_keys=True)}")
    return frozenset(name for name, found in meanings.items() if len(found) > 1)


def _term(name: str, shape: FieldShape) -> Term:
    """Defines a term; objects in it get the terms that differ, as their own concept has them."""
    term = _plain(name, shape)
    if shape.model is not None:
        fields = shape_of(shape.model).items()
        own = {inner: _term(inner, held) for inner, held in fields if inner in _differing()}
        if own:
            term["@context"] = own
    return term


def _plain(name: str, shape: FieldShape) -> Term:
    """Defines a term without regard to what lies in its objects."""
    term: Term = {"@id": _standard().get(name, f"{VOCABULARY}{name}")}
    if shape.kind == "map" and shape.many:
        term["@container"] = "@list"
        term["@context"] = dict(_languages())
    elif shape.kind == "map":
        term["@container"] = "@language"
    elif shape.refers is not None or name in _ADDRESSES:
        term["@type"] = "@id"
    elif shape.pattern == TIMESTAMP_PATTERN:
        term["@type"] = f"{PREFIXES['xsd']}dateTime"
    elif shape.open_list or shape.choices:
        term["@type"] = "@vocab"
        term["@context"] = dict(_codes(shape.open_list or _closed(shape.choices)))
    return term


def _languages() -> Iterator[tuple[str, Any]]:
    """Gives terms for languages: a text in a list of texts is a node with a value in each of its languages."""
    yield "@vocab", LANGUAGE
    for tag in _SPOKEN:
        yield tag, {"@id": f"{PREFIXES['rdf']}value", "@language": tag}


def _codes(name: str) -> Iterator[tuple[str, str]]:
    """Says what codes are; those that are names of fields too, such as `co_creation`, each by itself."""
    yield "@vocab", f"{CODES}{name}:"
    for code in codelists.get(name).codes:
        if code in _names() or code == "id":
            yield code, f"{CODES}{name}:{code}"


def _closed(choices: tuple[str, ...]) -> str:
    named = (name for name in codelists.names() if codelists.get(name).codes == choices)
    return next(named, "code")


@cache
def _standard() -> dict[str, str]:
    named = ((row["field"], row["term"].partition(":")) for row in rows_of(__package__, "standard_terms.csv"))
    return {field: f"{PREFIXES[prefix]}{local}" for field, (prefix, _, local) in named}
