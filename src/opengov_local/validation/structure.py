"""Structure: what pydantic refuses, in the words of our findings."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ValidationError

from opengov_local import codelists
from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, steps
from opengov_local.schema.named import FORMAT_OF_PATTERN
from opengov_local.schema.verdict import text_code, without_shadowed

_EXPECTED = {
    "string_type": "text",
    "int_type": "integer",
    "bool_type": "boolean",
    "list_type": "list",
    "dict_type": "map",
    "model_type": "object",
}
_CODES = {
    **dict.fromkeys(_EXPECTED, "structure/wrong-type"),
    "missing": "structure/missing-field",
    "literal_error": "structure/not-in-list",
    "greater_than_equal": "structure/out-of-range",
    "less_than_equal": "structure/out-of-range",
    "too_short": "structure/empty-value",
}
_JSON_TYPES = {
    type(None): "null",
    bool: "boolean",
    int: "number",
    float: "number",
    str: "text",
    list: "list",
    dict: "object",
}


def judge(data: bytes, root: type[Model] = Package) -> tuple[Model | None, list[Finding]]:
    """Judges JSON bytes that have passed the pre-check.

    Returns:
        The typed object when it is valid, else None and one finding for each fault.
    """
    try:
        return root.model_validate_json(data), []
    except ValidationError as refused:
        errors = refused.errors(include_url=False)
    findings = [_finding(error, root) for error in errors]
    said = without_shadowed({(finding.code, finding.location.pointer) for finding in findings})
    return None, [finding for finding in findings if (finding.code, finding.location.pointer) in said]


def _finding(error: Any, root: type[Model]) -> Finding:
    path, kind, found = tuple(error["loc"]), error["type"], error["input"]
    if path and path[-1] == "[key]":
        path = path[:-1]
        key = str(path[-1])
        return _at("structure/bad-key", path, key=key, **_suggest(key, codelists.get("language").closest(key)))
    if kind == "string_pattern_mismatch":
        code = text_code(found)
        form = FORMAT_OF_PATTERN[error["ctx"]["pattern"]]
        return _at(code, path, **({"found": found, "format": form} if code == "structure/bad-format" else {}))
    return _at(_CODES[kind], path, **_params(kind, path, found, error.get("ctx", {}), root))


def _at(code: str, path: tuple[str | int, ...], **params: Parameter) -> Finding:
    return Finding(code, "error", Location(pointer_of(path)), params)


def _params(
    kind: str, path: tuple[str | int, ...], found: Any, context: dict[str, Any], root: type[Model]
) -> dict[str, Parameter]:
    if kind in _EXPECTED:
        return {"expected": _EXPECTED[kind], "found": _JSON_TYPES[type(found)]}
    if kind == "missing":
        return {"field": str(path[-1]), "concept": _concept(path[:-1], root)}
    if kind == "literal_error":
        shape = _field(path, root)
        choices = shape.choices if shape else ()
        return {"found": _shown(found), "choices": choices, **_suggest(found, _closest_code(choices, found))}
    shape = _field(path, root)
    if ("ge" in context or "le" in context) and shape and shape.bounds:
        return {"found": _shown(found), "low": shape.bounds[0], "high": shape.bounds[1]}
    return {}


def _shown(value: Any) -> str:
    return (
        value if isinstance(value, str) else _JSON_TYPES[type(value)] if isinstance(value, (dict, list)) else str(value)
    )


def _suggest(found: Any, suggestion: str | None) -> dict[str, Parameter]:
    return {"suggestion": suggestion} if suggestion and suggestion != found else {}


def _concept(path: tuple[str | int, ...], root: type[Model]) -> str:
    here = [root, *(step.model for step in steps(root, path))][-1]
    return here.__name__ if here else root.__name__


def _field(path: tuple[str | int, ...], root: type[Model]) -> FieldShape | None:
    return [None, *(step.field for step in steps(root, path))][-1]


@cache
def _closed_list(choices: tuple[str, ...]) -> codelists.CodeList | None:
    lists = (codelists.get(name) for name in codelists.names())
    return next((codes for codes in lists if codes.closed and codes.codes == choices), None)


def _closest_code(choices: tuple[str, ...], found: Any) -> str | None:
    known = _closed_list(choices)
    return known.closest(found) if known and isinstance(found, str) and found.strip() else None
