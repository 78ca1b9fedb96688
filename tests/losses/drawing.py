"""Packages that state what the made-up plan of every field does, with less of it, more of it and other values."""

from __future__ import annotations

import copy
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

from pydantic import ValidationError
from tests.losses.measuring import full

import opengov_local as ogl
from opengov_local import codelists
from opengov_local.model import Package
from opengov_local.model.dates import PartialDate
from opengov_local.model.shape import FieldShape, steps

Place = tuple[str | int, ...]
Tree = dict[str, Any]
_WORDS = {
    "fr": "ouvrir le conseil aux habitants mieux informer jeunes et femmes une charte signée chaque été accès partout",
    "ar": "فتح المجلس أمام الساكنة إخبار المواطنين الشباب والنساء ميثاق التتبع الولوج إلى المعلومة كل سنة",
    "en": "open the council to residents better inform young people and women a signed charter every summer access",
    "es": "abrir el consejo a los vecinos informar mejor jóvenes y mujeres una carta firmada cada verano acceso",
}
_ODD = {
    "fr": "(dont 12 femmes)|: puis|; ensuite|, surtout|« à tous »|n° 3|2025-2026|40 %|100 000 DH|et/ou|– enfin –",
    "ar": "(منها 12 امرأة)|: ثم|؛ بعد ذلك|، خاصة|«للجميع»|رقم 3|2025-2026|40 %|100 000 درهم|و/أو|– أخيرا –|12 يوما",
    "en": "(12 of them women)|: then|; later|, above all|“for all”|no. 3|2025-2026|40%|100,000 MAD|and/or|– at last –",
    "es": "(12 mujeres)|: luego|; después|, sobre todo|«para todos»|n.º 3|2025-2026|40 %|100 000 MAD|y/o|– al fin –",
}
_PART = re.compile(r"[,،;؛:–]")
"""Marks that part a line of a form; in the name of a body or person they are none of its words."""
_LINES = (" ", " ", " ", "\n", "\n\n")
_ON_ONE_LINE = frozenset(("name", "title", "role", "label", "unit", "place", "session", "body"))
"""Texts that councils write on one line."""
DATES = ("2025", "2026-H1", "2025-Q2", "2025-03", "2024-02-29", "2026-12-31")
NUMBERS = ("1", "12", "2.3", "A-1", "4.1.2")
ADDRESSES = ("https://example.org/a?b=1", "http://exemple.example.org/%D8%A7", "https://example.org/plan.pdf")
_INTEGERS = (0, 1, 2, 7, 17, 40, 100, 2024, 2026, 120000)
MEASURES = ("0", "7", "12.5", "1500000", "-3")


def drawn(seed: int) -> Package:
    """Gives the plan that states every field with some of it left out, some of it twice and some of it said otherwise.

    References lead to objects that are there. The same seed gives the same package.
    """
    chance = Random(seed)
    while True:
        tree = copy.deepcopy(full())
        for place in _some(chance, _OPTIONAL):
            _remove(tree, place)
        for place in _some(chance, _ITEMS, most=8):
            _repeat(tree, place, lambda tag: _text(chance, tag, name=True))
        known = _ids(tree)
        for place in _some(chance, [*_leaves(tree)], most=400):
            shape = [*steps(Package, place)][-1].field
            assert shape is not None
            _put(tree, place, _value(chance, shape, _at(tree, place), known))
        package = _valid(tree)
        if package is not None:
            return package


def _some(chance: Random, places: Sequence[Place], most: int = 60) -> list[Place]:
    """Gives none, a few or many places, what stands below and behind others first."""
    many = int(most ** chance.uniform(0, 1)) - chance.randrange(2)
    return sorted(chance.sample(places, min(many, len(places))), key=repr, reverse=True)


def _text(chance: Random, language: str, *, name: bool = False) -> str:
    """Gives what councils may write in a language: its words, and among them what else has a meaning on forms."""
    words = _WORDS.get(language, _WORDS["en"]).split()
    odd = [each for each in _ODD.get(language, _ODD["en"]).split("|") if not (name and _PART.search(each))]
    first, *others = (chance.choice(chance.choice((words, words, odd))) for _ in range(chance.randrange(1, 9)))
    first = chance.choice(words) if first in odd else first
    return " ".join([f"{first[:1].upper()}{first[1:]}", *others, chance.choice(words)])


_TWICE = ("integrity/repeated-entry", "integrity/duplicate-institution", "integrity/same-identifier-twice")
"""What is said twice of one thing is said once by a form."""


def _valid(tree: Tree) -> Package | None:
    """Gives a package of a tree, without references to what is not there and what needs more than there is."""
    for _ in range(12):
        wrong = list(_wrong(tree))
        if not wrong:
            return Package.model_validate_json(json.dumps(tree))
        for place in sorted(wrong, key=repr, reverse=True):
            _remove(tree, place)
    return None


def _wrong(tree: Tree) -> Iterator[Place]:
    try:
        package = Package.model_validate_json(json.dumps(tree))
    except ValidationError as error:
        for each in error.errors():
            yield each["loc"][:-1] if each["type"] == "missing" else each["loc"]
        return
    for found in ogl.validate(package).findings:
        if found.severity == "error" or found.code in _TWICE:
            yield tuple(int(part) if part.isdigit() else part for part in found.location.pointer.split("/")[1:])


def _value(chance: Random, shape: FieldShape, value: Any, known: dict[str, list[str]]) -> Any:
    """Gives another value of a field; where none is known, the same."""
    if shape.kind == "map":
        tags = sorted(value)
        kept = chance.sample(tags, chance.randrange(1, len(tags) + 1))
        said = {tag: _text(chance, tag, name=shape.name == "name") for tag in sorted(kept)}
        lines = chance.choice(_LINES) if shape.name not in _ON_ONE_LINE else " "
        return {tag: text.replace(" ", lines, 1) for tag, text in said.items()}
    if shape.kind == "boolean":
        return chance.choice((True, False))
    if shape.kind == "integer":
        low, high = shape.bounds or (0, 9)
        return chance.choice([each for each in _INTEGERS if low <= each <= high])
    return chance.choice(_words(shape, known) or [value])


def _words(shape: FieldShape, known: dict[str, list[str]]) -> Sequence[str]:
    """Gives values of a field that is no text in a language: ids, codes, dates, numbers, addresses."""
    if shape.refers is not None:
        return [each for kind in (shape.refers or known) for each in known.get(kind, ())]
    if shape.choices or shape.open_list:
        return shape.choices or codelists.get(shape.open_list or "").codes
    if shape.text_type is PartialDate:
        return DATES
    known_values = {"number": NUMBERS, "value": MEASURES, "url": ADDRESSES, "website": ADDRESSES}
    return [each for each in known_values.get(shape.name, ()) if re.search(shape.pattern or "", each)]


_KINDS = {"TerritorialCollectivity": "collectivity", "ActionPlan": "plan"}


def _leaves(value: Any, place: Place = ()) -> Iterator[Place]:
    step = [*steps(Package, place)][-1] if place else None
    if step and step.field and step.field.kind == "map" and isinstance(value, dict):
        yield place
    elif isinstance(value, dict | list):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in _OF_THE_FILE and not str(key).startswith("x_"):
                yield from _leaves(child, (*place, key))
    else:
        yield place


_OF_THE_FILE = ("id", "former_ids", "schema_version", "id_prefix", "published_at", "default_language", "synthetic")


def _at(tree: Any, place: Place) -> Any:
    for part in place:
        tree = tree[part]
    return tree


def _put(tree: Any, place: Place, value: Any) -> None:
    _at(tree, place[:-1])[place[-1]] = value


def _remove(tree: Any, place: Place) -> None:
    try:
        del _at(tree, place[:-1])[place[-1]]
    except (KeyError, IndexError):
        return


def _repeat(tree: Any, place: Place, word: Callable[[str], str]) -> None:
    """Puts an item of a list there again, behind the others, with ids and a title of its own."""
    try:
        holder = _at(tree, place[:-1])
        item = json.dumps(holder[place[-1]])
    except (KeyError, IndexError):
        return
    for old in set(re.findall(r'"id": "([^"]+)"', item)):
        item = item.replace(f'"{old}"', f'"{old}-{len(holder)}"')
    again = json.loads(item)
    for name in ("title", "name", "text"):
        if isinstance(again.get(name), dict):
            again[name] = {tag: word(tag) for tag in again[name]}
    holder.append(again)


def _ids(value: Any, concept: str = "") -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, identity in _kinds(value, ()):
        found[kind].append(identity)
    return dict(found)


def _kinds(value: Any, place: Place) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if "id" in value and place:
            model = [*steps(Package, place)][-1].model
            if model:
                yield _KINDS.get(model.__name__, model.__name__.lower()), value["id"]
        for key, child in value.items():
            if not key.startswith("x_"):
                yield from _kinds(child, (*place, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _kinds(child, (*place, number))


def _optional(tree: Any, above: Place = ()) -> Iterator[tuple[Place, bool]]:
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        place = (*above, key)
        step = [*steps(Package, place)][-1]
        if step.item or (step.field is not None and not step.field.required):
            yield place, bool(step.item and isinstance(value, dict))
        yield from _optional(value, place)


_OPTIONAL = [place for place, _ in _optional(full())]
_ITEMS = [place for place, is_object in _optional(full()) if is_object]
