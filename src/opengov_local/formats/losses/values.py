"""The values of a package one by one: each with the concept and the field it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from opengov_local.json_text import canonical
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, shape_of
from opengov_local.model.text import read_text

ANY: Final = "*"
"""Stands for all concepts."""
OTHER_LANGUAGES: Final = "other_languages"
"""Stands for the texts in other languages than the one that a document is written in."""
UNKNOWN_FIELDS: Final = "unknown_fields"
"""Stands for the fields that the model does not know."""
_LABELS: Final = ("title", "name", "text", "reason")


class Value(NamedTuple):
    """One value.

    Attributes:
        concept: name of the concept, or `ANY`.
        field: name of the field, or `OTHER_LANGUAGES` or `UNKNOWN_FIELDS`.
        value: the value as text: white space is one space, a reference is the title of what it leads to.
    """

    concept: str
    field: str
    value: str


def values(tree: Any, languages: tuple[str, ...], beside: tuple[str, ...] = ()) -> Iterator[Value]:
    """Gives every value of JSON-shaped data that stands in a field of the model, and what stands in unknown fields.

    Args:
        tree: the data; what is of a wrong type is passed over.
        languages: the languages that a text is wanted in, the first best; the others are given as `OTHER_LANGUAGES`.
        beside: languages that stand beside these, so that texts in them are no others.
    """
    names = dict(_names(tree, languages))
    value: Any
    for concept, name, value, field in held(tree, languages, beside):
        if name == UNKNOWN_FIELDS:
            yield Value(concept, name, canonical(value))
        elif field is not None and field.refers is not None and isinstance(value, str):
            yield Value(concept, name, names.get(value, value))
        else:
            yield Value(concept, name, _tidy(str(value)))


def held(tree: Any, languages: tuple[str, ...], beside: tuple[str, ...] = ()) -> list[Held]:
    """Gives the values of JSON-shaped data as they stand there; arguments as `values`."""
    found: list[Held] = []
    _object(tree, Package, _Wanted(languages, beside), found.append)
    return found


Held = tuple[str, str, Any, FieldShape | None]
"""Concept, field, value, and the shape of the field; None for an unknown field and for texts in other languages."""
_Add = Callable[[Held], None]


class _Wanted(NamedTuple):
    """The languages a text is wanted in, and those that stand beside."""

    first: tuple[str, ...]
    beside: tuple[str, ...]


def _object(tree: Any, concept: type[Model], languages: _Wanted, add: _Add) -> None:
    if not isinstance(tree, dict):
        return
    shapes, name = shape_of(concept), concept.__name__
    for key, value in tree.items():
        field = shapes.get(key)
        if field is None:
            add((ANY, UNKNOWN_FIELDS, {key: value}, None))
            continue
        for item in value if field.many and isinstance(value, list) else (value,):
            if field.model is not None:
                _object(item, field.model, languages, add)
            elif field.kind == "map":
                _text(item, name, field, languages, add)
            elif isinstance(item, (str, int, float)):
                add((name, key, item, field))


def _text(by_language: Any, concept: str, field: FieldShape, languages: _Wanted, add: _Add) -> None:
    if texts := _texts(by_language):
        shown = read_text(texts, *languages.first).text
        add((concept, field.name, shown, field))
        for tag, text in texts.items():
            if text != shown and tag.partition("-")[0] not in languages.beside:
                add((ANY, OTHER_LANGUAGES, text, None))


def _texts(held: Any) -> dict[str, str]:
    return {tag: text for tag, text in held.items() if isinstance(text, str) and text} if isinstance(held, dict) else {}


def _names(tree: Any, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Gives the id of every object with what it is called."""
    inside = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    if isinstance(tree, dict) and isinstance(tree.get("id"), str):
        texts = next((texts for name in _LABELS if (texts := _texts(tree.get(name)))), None)
        if texts:
            yield tree["id"], _tidy(read_text(texts, *languages).text)
    for part in inside:
        yield from _names(part, languages)


def _tidy(text: str) -> str:
    return " ".join(text.split())
