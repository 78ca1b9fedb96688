"""The values of a package one by one: each with the concept and the field it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
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
OF_THE_FILE: Final = frozenset({"id", "former_ids", "schema_version", "id_prefix"})
"""Fields that are of the file, and say nothing of the plan."""
_LABELS: Final = ("title", "name", "text", "reason")
Place = tuple[str | int, ...]
"""Keys and indices."""


class Value(NamedTuple):
    """One value.

    Attributes:
        concept: name of the concept, or `ANY`.
        field: name of the field, or `OTHER_LANGUAGES` or `UNKNOWN_FIELDS`.
        value: the value as text: white space is one space, a reference is the title of what it leads to.
        language: the language of a text; "" of what is no text.
        of: what the object is called that it belongs to, or that this one speaks of.
        place: where it stands.
    """

    concept: str
    field: str
    value: str
    language: str = ""
    of: str = ""
    place: Place = ()


def values(
    tree: Any,
    languages: tuple[str, ...],
    beside: tuple[str, ...] = (),
    *,
    within: bool = False,
    names: Mapping[str, str] | None = None,
) -> Iterator[Value]:
    """Gives every value of JSON-shaped data that stands in a field of the model, and what stands in unknown fields.

    Args:
        tree: the data; what is of a wrong type is passed over.
        languages: the languages that a text is wanted in, the first best; the others are given as `OTHER_LANGUAGES`.
        beside: languages that stand beside these, so that texts in them are no others.
        within: whether an object is called with all that it lies in, so that one of the same title is another.
        names: what each object is called, by its ids, where some that are named were taken out of the data.
    """
    names = names_in(tree, languages, within=within) if names is None else names
    value: Any
    for concept, name, value, field, place, of, language in held(tree, languages, beside):
        if name == UNKNOWN_FIELDS:
            said = canonical(value)
        elif field is not None and field.refers is not None and isinstance(value, str):
            said = names.get(value, value)
        else:
            said = _tidy(str(value))
        yield Value(concept, name, said, language, names.get(of, ""), place)


def names_in(tree: Any, languages: tuple[str, ...], *, within: bool = False) -> dict[str, str]:
    """Gives what each object of JSON-shaped data is called, by its id and its former ids; arguments as `values`."""
    return dict(_names([*tree.values()] if isinstance(tree, dict) else [], languages, (), within=within))


class Held(NamedTuple):
    """A value as it stands there.

    Attributes:
        concept, field: as of `Value`.
        value: the value.
        shape: the shape of the field; None of an unknown one.
        place: where it stands.
        of: the id of the object that it belongs to, or that this one speaks of.
        language: the language of a text.
    """

    concept: str
    field: str
    value: Any
    shape: FieldShape | None
    place: Place
    of: str
    language: str = ""


def held(tree: Any, languages: tuple[str, ...], beside: tuple[str, ...] = ()) -> list[Held]:
    """Gives the values of JSON-shaped data as they stand there; arguments as `values`."""
    found: list[Held] = []
    _object(tree, Package, _Wanted(languages, beside, found.append), (), "")
    return found


def counted(tree: Any, languages: tuple[str, ...], beside: tuple[str, ...] = ()) -> Counter[tuple[str, str]]:
    """Counts the values that `held` gives by concept and field, without a look at where each stands."""
    found: list[tuple[str, str]] = []
    _count(tree, Package, languages, beside, found.append)
    return Counter(found)


def _count(
    tree: Any,
    concept: type[Model],
    first: tuple[str, ...],
    beside: tuple[str, ...],
    add: Callable[[tuple[str, str]], None],
) -> None:
    """Adds concept and field of each value."""
    fields = _fields_of(concept)
    for key, value in tree.items() if isinstance(tree, dict) else ():
        name, many, model, is_text = fields.get(key, _OUTSIDE)
        if name is _UNKNOWN or (type(value) is str and not is_text and model is None):
            add(name)
            continue
        for item in value if many and isinstance(value, list) else (value,):
            if model is not None:
                _count(item, model, first, beside, add)
            elif not is_text:
                if isinstance(item, (str, int, float)):
                    add(name)
            elif texts := _texts(item):
                add(name)
                shown = texts.get(first[0]) or read_text(texts, *first).text
                others = len(_others(texts, shown, beside)) if beside else len(texts) - [*texts.values()].count(shown)
                for _ in range(others):
                    add(_OTHER)


_UNKNOWN: Final = (ANY, UNKNOWN_FIELDS)
_OTHER: Final = (ANY, OTHER_LANGUAGES)
_OUTSIDE: Final = (_UNKNOWN, False, None, False)


@cache
def _fields_of(concept: type[Model]) -> dict[str, tuple[tuple[str, str], bool, type[Model] | None, bool]]:
    """Gives of each field how it is counted, whether it holds several, the concept of what it holds, if it is text."""
    shapes = shape_of(concept)
    return {key: ((concept.__name__, key), it.many, it.model, it.kind == "map") for key, it in shapes.items()}


class _Wanted(NamedTuple):
    """The languages a text is wanted in, those that stand beside, and what takes what is found."""

    first: tuple[str, ...]
    beside: tuple[str, ...]
    add: Callable[[Held], None]


def _object(tree: Any, concept: type[Model], wanted: _Wanted, above: Place, of: str) -> None:
    if not isinstance(tree, dict):
        return
    shapes, name = shape_of(concept), concept.__name__
    of = _spoken_of(tree, of) if above else of
    for key, value in tree.items():
        field = shapes.get(key)
        if field is None:
            wanted.add(Held(ANY, UNKNOWN_FIELDS, {key: value}, None, (*above, key), of))
            continue
        many = field.many and isinstance(value, list)
        for number, item in enumerate(value if many else (value,)):
            place = (*above, key, number) if many else (*above, key)
            if field.model is not None:
                _object(item, field.model, wanted, place, of)
            elif field.kind == "map":
                _text(item, name, field, wanted, place, of)
            elif isinstance(item, (str, int, float)):
                wanted.add(Held(name, key, item, field, place, of))


def _spoken_of(tree: Mapping[str, Any], of: str) -> str:
    about = tree.get("target", tree.get("id", of)) if "id" in tree else of
    return about if isinstance(about, str) else of


def _text(by_language: Any, concept: str, field: FieldShape, wanted: _Wanted, place: Place, of: str) -> None:
    if texts := _texts(by_language):
        shown = read_text(texts, *wanted.first)
        wanted.add(Held(concept, field.name, shown.text, field, place, of, shown.language))
        for tag, text in _others(texts, shown.text, wanted.beside):
            wanted.add(Held(ANY, OTHER_LANGUAGES, text, field, place, of, tag))


def _others(texts: Mapping[str, str], shown: str, beside: tuple[str, ...]) -> list[tuple[str, str]]:
    """Gives the texts that are not the one that is shown, in languages that do not stand beside it."""
    return [(tag, text) for tag, text in texts.items() if text != shown and tag.partition("-")[0] not in beside]


def _texts(held: Any) -> dict[str, str]:
    if not isinstance(held, dict):
        return {}
    said = held.values()
    if "" not in said and _STRINGS.issuperset(map(type, said)):
        return held
    return {tag: text for tag, text in held.items() if isinstance(text, str) and text}


_STRINGS: Final = frozenset((str,))


def _names(tree: Any, languages: tuple[str, ...], above: tuple[str, ...], *, within: bool) -> Iterator[tuple[str, str]]:
    """Gives the ids of every object with what it is called."""
    inside = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    if isinstance(tree, dict) and isinstance(tree.get("id"), str):
        texts = next((texts for name in _LABELS if (texts := _texts(tree.get(name)))), None)
        if texts:
            above = (_tidy(read_text(texts, *languages).text), *above)
            former = tree.get("former_ids", ())
            for each in (tree["id"], *(former if isinstance(former, list) else ())):
                yield each, " < ".join(above if within else above[:1])
    for part in inside:
        yield from _names(part, languages, above, within=within)


def _tidy(text: str) -> str:
    return " ".join(text.split())
