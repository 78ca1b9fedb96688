"""The independent witness: what `jsonschema` says over the published schema, in the words of our findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from opengov_local.finding import pointer_of
from opengov_local.schema.registry import registry, schema
from opengov_local.schema.verdict import Verdict, text_code, without_shadowed

_CODES = {
    "type": "structure/wrong-type",
    "enum": "structure/not-in-list",
    "minProperties": "structure/empty-value",
    "minimum": "structure/out-of-range",
    "maximum": "structure/out-of-range",
}


@cache
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(name), registry=registry())


def judge(tree: Any, name: str = "package") -> Verdict:
    """Judges JSON-shaped data that has passed the pre-check.

    Args:
        tree: the data.
        name: the published schema.

    Returns:
        The set of (code, pointer) of everything the schema refuses.
    """
    return without_shadowed({found for error in _validator(name).iter_errors(tree) for found in _read(error)})


def _read(error: Any) -> Iterator[tuple[str, str]]:
    path = tuple(error.absolute_path)
    keyword = error.validator
    if "propertyNames" in list(error.absolute_schema_path)[-3:]:
        yield "structure/bad-key", pointer_of((*path, error.instance))
    elif keyword == "additionalProperties":
        allowed = error.schema["patternProperties"]
        for key in error.instance:
            if not any(re.search(pattern, key) for pattern in allowed):
                yield "structure/bad-key", pointer_of((*path, key))
    elif keyword == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield "structure/missing-field", pointer_of((*path, key))
    elif keyword in ("pattern", "not"):
        yield text_code(error.instance), pointer_of(path)
    else:
        yield _CODES[keyword], pointer_of(path)
