"""What the classifier promises, judged by another: where it says none or minor, what was valid stays valid."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.contract.edges import edges
from tests.schema.mutations import Schema, alone

from opengov_local.model import Package
from opengov_local.model.shape import concepts, shape_of
from opengov_local.schema.compare import Comparison
from opengov_local.schema.generate import published
from opengov_local.schema.reason import gravest

PACKAGE: Schema = json.loads(published()["package.schema.json"])
FIELDS = [(model.__name__, name, field) for model in concepts(Package) for name, field in shape_of(model).items()]

_KEYWORDS: dict[str, tuple[Any, ...]] = {
    "type": ("string", "integer", "object", "array", "boolean"),
    "minimum": (0, 1, 5),
    "maximum": (1, 5, 100),
    "minProperties": (0, 1, 2),
    "maxProperties": (0, 1, 5),
    "minItems": (0, 1),
    "maxItems": (0, 1, 2),
    "minLength": (0, 1, 3),
    "pattern": ("^a", "b$", "."),
    "enum": (["a", "b"], ["a"], [1], [True, "a"]),
    "required": (["a"], ["a", "b"], []),
    "additionalProperties": (True, False, {"type": "integer"}),
    "propertyNames": ({"maxLength": 1}, {"maxLength": 3}, {"pattern": "a"}),
    "patternProperties": ({"^a": {"type": "integer"}}, {"^b": {}}),
    "items": ({}, {"type": "integer"}, {"maximum": 3}, {"$ref": "#/$defs/A"}),
    "not": ({"type": "null"}, {"required": ["a"]}, {"$ref": "#/$defs/A"}),
    "allOf": ([{"minimum": 2}], [{"$ref": "#/$defs/A"}]),
    "const": ("a", 1, None),
    "uniqueItems": (True, False),
    "deprecated": (True, False),
    "title": ("one", "two"),
    "$ref": ("#/$defs/A", "#/$defs/B", "#"),
}
_PARTS = [{keyword: value} for keyword, values in _KEYWORDS.items() for value in values]
_NODES = st.recursive(
    st.lists(st.sampled_from(_PARTS), max_size=3).map(lambda parts: {k: v for part in parts for k, v in part.items()}),
    lambda inner: st.builds(
        lambda node, properties: {**node, "properties": properties},
        inner,
        st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
    ),
    max_leaves=4,
)
_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    2,
    4,
    6,
    1.0,
    2.5,
    "",
    "a",
    "b",
    "ab",
    "zb",
    [],
    [1],
    ["a"],
    [1, 1],
    [4, "a"],
)
_DOCUMENTS: list[Any] = [
    *_VALUES,
    *({"a": value} for value in _VALUES),
    *({"b": value, "a": 1} for value in _VALUES),
    *({"a": {"a": value}} for value in _VALUES),
    *([{"a": value}] for value in _VALUES),
    *({"x_own": value} for value in _VALUES),
    {},
]


def _nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Gives every subschema of a schema."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword in ("properties", "patternProperties", "$defs"):
        for inner in schema.get(keyword, {}).values():
            yield from _nodes(inner)
    for keyword in ("items", "propertyNames", "not", "additionalProperties"):
        yield from _nodes(schema.get(keyword))


def _edited(data: st.DataObject, old: Schema) -> Schema:
    """Makes one to three changes at random places: a keyword set, a keyword taken away, a field added."""
    new = copy.deepcopy(old)
    for _ in range(data.draw(st.integers(1, 3))):
        node = data.draw(st.sampled_from(list(_nodes(new))))
        kind = data.draw(st.sampled_from(["set", "drop", "add"]))
        if kind == "add":
            node.setdefault("properties", {})["new"] = {"type": "integer"}
        elif kind == "drop" and (there := sorted(node.keys() - {"$defs", "$ref"})):
            del node[data.draw(st.sampled_from(there))]
        else:
            keyword = data.draw(st.sampled_from(sorted(_KEYWORDS.keys() - {"$ref"})))
            node[keyword] = copy.deepcopy(data.draw(st.sampled_from(_KEYWORDS[keyword])))
    return new


def _is_major(old: Schema, new: Schema) -> bool:
    return gravest(reason.level for reason in Comparison("a.schema.json", old, new).reasons) == "major"


def _terminates(schema: Schema, document: Any) -> bool | None:
    """Judges a document; None where references run in a circle without going deeper."""
    try:
        return Draft202012Validator(schema).is_valid(document)
    except RecursionError:
        return None


@settings(max_examples=200)
@given(data=st.data(), node=_NODES, first=_NODES, second=_NODES)
def test_any_small_schema(data: st.DataObject, node: Schema, first: Schema, second: Schema) -> None:
    old = copy.deepcopy({**node, "$defs": {"A": first, "B": second}})
    new = _edited(data, old)
    if _is_major(old, new):
        return
    for document in _DOCUMENTS:
        if _terminates(old, document):
            assert _terminates(new, document), document


@settings(max_examples=150)
@given(data=st.data(), place=st.sampled_from(FIELDS))
def test_any_field_of_the_model_at_its_edges(data: st.DataObject, place: tuple[str, str, Any]) -> None:
    concept, name, field = place
    schema = alone(PACKAGE, concept)
    used = _used(schema["properties"][name], schema["$defs"])
    old = {**schema["properties"][name], "$defs": {key: schema["$defs"][key] for key in used}}
    new = _edited(data, old)
    if _is_major(old, new):
        return
    before, after = Draft202012Validator(old), Draft202012Validator(new)
    for value in edges(field, item=False):
        assert not before.is_valid(value) or after.is_valid(value), value


def _used(node: Any, definitions: Schema) -> set[str]:
    found = {inner["$ref"].removeprefix("#/$defs/") for inner in _nodes(node) if "$ref" in inner}
    return found.union(*(_used(definitions[name], definitions) for name in found))


def test_each_verdict_is_reached() -> None:
    old = {"minimum": 1, "properties": {}}
    assert _is_major(old, {"minimum": 2, "properties": {}})
    assert not _is_major(old, {"minimum": 0, "properties": {"new": {}}})
