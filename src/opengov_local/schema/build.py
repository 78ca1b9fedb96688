"""Model → JSON Schema 2020-12 in the portable subset that every engine reads alike."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from opengov_local.model import SCHEMA_VERSION, Package
from opengov_local.model.base import Model
from opengov_local.model.scalars import NO_NEWLINE
from opengov_local.model.shape import concepts
from opengov_local.schema.named import NAMED

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{model}"
_ANNOTATIONS = frozenset({"title", "description", "examples", "$comment"})


class _Portable(GenerateJsonSchema):
    """Keeps to the keywords that all engines agree on."""

    schema_dialect = DIALECT

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Absent is absent: no `default` is published."""
        return self.generate_inner(schema["schema"])

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """A closed list is an `enum` and nothing else, so that one fault gives one error."""
        return {"enum": list(schema["expected"])}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Keys that no pattern allows are refused, also those that end in a newline."""
        return {
            **super().dict_schema(schema),
            "additionalProperties": False,
            "propertyNames": dict(NO_NEWLINE),
        }

    def get_title_from_name(self, name: str) -> str:
        """`status_quo` is titled "Status quo"."""
        return name.replace("_", " ").capitalize()


def schema_urn(name: str, version: str = SCHEMA_VERSION) -> str:
    """Gives the `$id` of a published schema."""
    return f"urn:opengov-local:schema:{version}:{name}"


def schema_name(model: type[Model]) -> str:
    """Gives the file stem of a concept: `ActionPlan` → `action-plan`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


def roots() -> tuple[type[Model], ...]:
    """Gives the concepts that have a schema file of their own: those with an id."""
    return tuple(model for model in concepts(Package) if model.concept is not None)


def build(model: type[Model]) -> dict[str, Any]:
    """Writes the self-contained schema of one concept, with all it needs in `$defs`."""
    body = model.model_json_schema(schema_generator=_Portable, ref_template=_REF)
    used: set[str] = set()
    schema = _name_values(body, used)
    definitions = {
        **schema.pop("$defs", {}),
        **{name: definition for name, definition in _values().items() if name in used},
    }
    return {
        "$schema": DIALECT,
        "$id": schema_urn(schema_name(model)),
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


@cache
def _values() -> dict[str, dict[str, Any]]:
    """The schema of every named value type; a type may be built on another, such as Language inside LocalizedText."""
    raw = {
        name: TypeAdapter(kind).json_schema(schema_generator=_Portable, ref_template=_REF)
        for name, kind in NAMED.items()
    }
    return {name: {key: value for key, value in schema.items() if key != "$schema"} for name, schema in raw.items()}


def _constraints(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in _ANNOTATIONS}


def _name_values(node: Any, used: set[str]) -> Any:
    """Replaces each value type that has a name by a reference to it, and drops what says nothing."""
    if isinstance(node, list):
        return [_name_values(item, used) for item in node]
    if not isinstance(node, dict):
        return node
    constraints = _constraints(node)
    for name, value in _values().items():
        if constraints and constraints == _constraints(value):
            used.add(name)
            own = {key: text for key, text in node.items() if key in _ANNOTATIONS and value.get(key) != text}
            return {"$ref": _REF.format(model=name), **own}
    return {
        key: _name_values(value, used)
        for key, value in node.items()
        if not (key == "additionalProperties" and value is True)
    }
