"""Published schemas of one concept alone, and one change of each kind that can be made to a field or a concept."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from opengov_local.schema.reason import Level

Schema = dict[str, Any]
Change = Callable[[Schema, str], None]


def alone(package: Schema, name: str) -> Schema:
    """Gives one concept as a schema of its own: what it refers to is there, without the fields of other concepts."""
    root = package if name == "Package" else package["$defs"][name]
    definitions = {
        other: {**body, "properties": {}, "required": []} if "properties" in body else body
        for other, body in package["$defs"].items()
    }
    return copy.deepcopy({**root, "$schema": package["$schema"], "$id": package["$id"], "$defs": definitions})


def concepts(package: Schema) -> Iterator[str]:
    """Lists the definitions that are concepts, the package first."""
    yield "Package"
    yield from (name for name, body in package["$defs"].items() if "properties" in body)


def _reword(schema: Schema, field: str) -> None:
    schema["properties"][field]["description"] = "Other words."


def _retitle(schema: Schema, field: str) -> None:
    schema["properties"][field]["title"] = "Another title"


def _exemplify(schema: Schema, field: str) -> None:
    schema["properties"][field]["examples"] = [5]


def _comment(schema: Schema, field: str) -> None:
    schema["properties"][field]["$comment"] = "Source: another page"


def _write_out(schema: Schema, field: str) -> None:
    about = schema["properties"][field]
    inner = about.get("items", about)
    if "$ref" in inner:
        target = schema["$defs"][inner.pop("$ref").removeprefix("#/$defs/")]
        inner.update({key: value for key, value in copy.deepcopy(target).items() if key not in inner})


def _rename_definitions(schema: Schema, field: str) -> None:
    def renamed(node: Any) -> Any:
        if isinstance(node, list):
            return [renamed(item) for item in node]
        if not isinstance(node, dict):
            return node
        return {key: f"{value}New" if key == "$ref" else renamed(value) for key, value in node.items()}

    definitions = {f"{name}New": renamed(body) for name, body in schema.pop("$defs").items()}
    body = renamed(schema)
    schema.clear()
    schema.update(body, **{"$defs": definitions})


def _reorder(schema: Schema, field: str) -> None:
    schema["properties"] = dict(reversed(schema["properties"].items()))
    schema["required"] = list(reversed(schema.get("required", [])))


def _another_version(schema: Schema, field: str) -> None:
    schema["$id"] = "urn:opengov-local:schema:7.7:package"


def _add(schema: Schema, field: str) -> None:
    schema["properties"][f"{field}_new"] = {"type": "integer"}


def _deprecate(schema: Schema, field: str) -> None:
    schema["properties"][field]["deprecated"] = True


def _add_own(schema: Schema, field: str) -> None:
    schema["properties"][f"x_{field}"] = {"type": "integer"}


def _require_new(schema: Schema, field: str) -> None:
    _add(schema, field)
    schema["required"] = [*schema.get("required", []), f"{field}_new"]


def _remove(schema: Schema, field: str) -> None:
    del schema["properties"][field]


def _rename(schema: Schema, field: str) -> None:
    schema["properties"][f"{field}_new"] = schema["properties"].pop(field)


def _retype(schema: Schema, field: str) -> None:
    schema["properties"][field] = {"type": "null"}


def _multiply(schema: Schema, field: str) -> None:
    about = schema["properties"][field]
    schema["properties"][field] = about.get("items", {"type": "array", "items": about})


def _swap(schema: Schema, field: str) -> None:
    about = schema["properties"][field]
    inner = about.get("items", about)
    inner["$ref"] = "#/$defs/Url" if inner.get("$ref") != "#/$defs/Url" else "#/$defs/Id"


def _format(schema: Schema, field: str) -> None:
    schema["properties"][field]["format"] = "date"


def _default(schema: Schema, field: str) -> None:
    schema["properties"][field]["default"] = None


def _beside(schema: Schema, field: str) -> None:
    schema["properties"][field]["anyOf"] = [{}]


def _point_away(schema: Schema, field: str) -> None:
    schema["properties"][field] = {"$ref": "urn:opengov-local:schema:0.1:axis"}


def _point_nowhere(schema: Schema, field: str) -> None:
    schema["properties"][field] = {"$ref": "#/$defs/Nothing"}


def _close(schema: Schema, field: str) -> None:
    schema["additionalProperties"] = False


def _limit(schema: Schema, field: str) -> None:
    schema["maxProperties"] = 3


def _other_dialect(schema: Schema, field: str) -> None:
    schema["$schema"] = "http://json-schema.org/draft-07/schema"


def _other_name(schema: Schema, field: str) -> None:
    schema["$id"] = "urn:opengov-local:schema:0.1-draft:file"


CHANGES: list[tuple[Level, str, Change]] = [
    ("none", "text-changed", _reword),
    ("none", "text-changed", _retitle),
    ("none", "text-changed", _exemplify),
    ("none", "text-changed", _comment),
    ("none", "", _write_out),
    ("minor", "field-added", _add),
    ("minor", "deprecation-changed", _deprecate),
    ("major", "reserved-name", _add_own),
    ("major", "required-added", _require_new),
    ("major", "field-removed", _remove),
    ("major", "field-removed", _rename),
    ("major", "form-changed", _retype),
    ("major", "form-changed", _multiply),
    ("major", "", _swap),
    ("major", "cannot-tell", _format),
    ("major", "cannot-tell", _default),
    ("major", "cannot-tell", _beside),
    ("major", "cannot-tell", _point_away),
    ("major", "cannot-tell", _point_nowhere),
]
"""The level of each change, a code that is among its reasons, and what makes it at a field."""

WHOLE: list[tuple[Level, str, Change]] = [
    ("none", "", _rename_definitions),
    ("none", "", _reorder),
    ("none", "", _another_version),
    ("major", "keys-closed", _close),
    ("major", "bound-narrowed", _limit),
    ("major", "cannot-tell", _other_dialect),
    ("major", "cannot-tell", _other_name),
]
"""The same for changes that concern the concept and not one of its fields."""
