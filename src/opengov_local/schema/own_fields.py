"""A publisher's own fields (`x_…`) in JSON bytes, and the hint for editors (`$schema`): how many bytes they take."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from opengov_local.json_text import MAX_INTEGER
from opengov_local.model import Package
from opengov_local.model.base import OWN, SCHEMA_HINT, Model
from opengov_local.model.shape import shape_of

_MARKS = (f'"{OWN}'.encode(), f'"{SCHEMA_HINT}"'.encode())
_LEVELS = 32
"""How many objects and lists may lie in each other in a value: fewer than I-JSON allows, for it lies in others."""

UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What reading JSON bytes raises where it cannot go on."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def bytes_of_own(data: bytes) -> int | None:
    """Counts the bytes of the members that are a publisher's own, in their shortest spelling.

    Args:
        data: JSON bytes that the twins were read from: an object of the model, or null, stands where the model has one.

    Returns:
        The number of bytes, commas included; None where a value is not plain: it holds a fraction, whose spellings are
        many, a number that I-JSON does not allow, bytes that are no text, or very many levels.
    """
    if not any(mark in data for mark in _MARKS):
        return 0
    parts: list[dict[str, Any]] = []
    try:
        tree = _decode(data)
        _gather(tree, Package, parts)
    except UNREADABLE:  # in a value that the twins passed over
        return None
    if isinstance(hint := tree.get(SCHEMA_HINT), str):
        parts.append({SCHEMA_HINT: hint})
    if not all(_is_plain(part, _LEVELS) for part in parts):
        return None
    return sum(len(_encode(part)) - len("{}") + len(",") for part in parts)


class _Fields(dict[type[Model], dict[str, type[Model] | None]]):
    """The concept that each field of a concept holds, one of it or a list; None where it holds no objects."""

    def __missing__(self, concept: type[Model]) -> dict[str, type[Model] | None]:
        self[concept] = {name: field.model for name, field in shape_of(concept).items()}
        return self[concept]


_FIELDS = _Fields()


def _gather(tree: Any, concept: type[Model], parts: list[dict[str, Any]]) -> None:
    """Collects the own members of each object of the model that has some."""
    fields = _FIELDS[concept]
    own: dict[str, Any] = {}
    for name, value in tree.items():
        if name not in fields:
            if name.startswith(OWN):
                own[name] = value
        elif value is not None and (inside := fields[name]) is not None:
            for item in value if isinstance(value, list) else (value,):
                _gather(item, inside, parts)
    if own:
        parts.append(own)


def _is_plain(value: Any, levels: int) -> bool:
    if isinstance(value, (dict, list)):
        inside = value.values() if isinstance(value, dict) else value
        return levels > 0 and all(_is_plain(item, levels - 1) for item in inside)
    return not isinstance(value, float) and (not isinstance(value, int) or abs(value) <= MAX_INTEGER)
