"""What updates speak of: the objects of a base package by title, id, official number and printed number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from opengov_local.formats.wording.words.numbering import bare_number, same_number, spelled_otherwise, split_number
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.model.base import Model
from opengov_local.model.package import Package
from opengov_local.model.shape import shape_of

KINDS = ("plan", "axis", "commitment", "milestone", "indicator")
_WORDS = {"axis": "axis_word", "commitment": "project_word", "milestone": "activity_word"}
"""Kinds of the words that may stand before the numbers of objects of a kind."""
_CODE_AND_TEXT = re.compile(r"^\s*(?P<code>[^\s:]{1,100}?)\s*(?::\s*|[.)]\s+|\s[–—-]\s+)(?P<title>\S.*)$", re.DOTALL)
_SPACED = re.compile(
    r"^\s*(?P<code>[^\W\d_]{0,4}[-.]?[0-9]{1,4}(?:[.-][0-9]{1,4})*)\s+(?P<title>[^\W\d_].*)$", re.DOTALL
)
"""A number and white space alone before a title: one of it counts only with the other."""


def is_worded_number(text: str) -> bool:
    """Tells whether a text is a number behind a word for what it counts: "Engagement n° 3", «المشروع الثالث»."""
    plain = plain_digits(text)
    return any(bare_number(plain, word) for word in _WORDS.values())


class Target(NamedTuple):
    """An object that an update can speak of.

    Attributes:
        id: its id.
        kind: its kind.
        above: ids of the objects it lies in.
        in_percent: whether it is an indicator whose unit is the percentage.
    """

    id: str
    kind: str
    above: tuple[str, ...]
    in_percent: bool = False


class Targets:
    """The objects of a base package that updates can speak of."""

    def __init__(self, base: Mapping[str, Any]) -> None:
        self._ids: dict[str, Target] = {}
        self._said: dict[str, Mapping[str, Any]] = {}
        self._numbers: dict[str, list[Target]] = defaultdict(list)
        self._printed: dict[str, list[Target]] = defaultdict(list)
        self._titles: dict[str, list[Target]] = defaultdict(list)
        self._unnumbered: set[Target] = set()
        self._found: dict[tuple[str, str | None], list[Target]] = {}
        for target, data in _objects(base):
            self._ids[target.id] = target
            self._said[target.id] = data
            if not data.get("identifiers") and not isinstance(data.get("number"), str):
                self._unnumbered.add(target)
            for number in data.get("identifiers") or ():
                if isinstance(number, dict) and isinstance(number.get("value"), str):
                    self._numbers[number["value"].casefold()].append(target)
            titles = data.get("title", data.get("name"))
            for title in titles.values() if isinstance(titles, dict) else ():
                if isinstance(title, str) and fold(title):
                    self._titles[fold(title)].append(target)
            if isinstance(data.get("number"), str):
                self._printed[data["number"].strip().casefold()].append(target)

    def said_of(self, target: Target) -> Mapping[str, Any]:
        """Gives what the package says of an object."""
        return self._said[target.id]

    def fields_of(self, kind: str) -> set[str]:
        """Gives the fields that any object of a kind has."""
        return {name for target in self._ids.values() if target.kind == kind for name in self._said[target.id]}

    def find(self, text: str, kind: str | None = None) -> list[Target]:
        """Gives the objects that a text names: by title, id, official number, or printed number.

        Args:
            text: the number, alone, behind a word ("Projet n° 2") or before a title ("C01.1: …"), or the title.
            kind: the only kind they may be of.
        """
        if (text, kind) not in self._found:
            self._found[text, kind] = self._find(text, kind)
        return self._found[text, kind]

    def _find(self, text: str, kind: str | None) -> list[Target]:
        told = _CODE_AND_TEXT.match(text)
        by_title = (self._titled(told["title"], kind) if told else []) or self._titled(text, kind)
        by_number = self._numbered(text, told["code"] if told else text, kind)
        if by_title and by_number:  # where number and title are those of different objects, nobody says which is meant
            return [each for each in by_number if each in by_title] or [*by_number, *by_title]
        return by_number or by_title or self._by_both(text, kind) or self._worded(text, kind) or self._coded(text, kind)

    def _by_both(self, text: str, kind: str | None) -> list[Target]:
        """Gives the objects that have both the number and the title of a text, or the title and no number at all."""
        plain = plain_digits(text)
        parted = [(told["code"], told["title"])] if (told := _SPACED.match(plain)) else []
        parted += [
            (front.number, front.title) for word in _WORDS.values() if (front := split_number(plain, word)).number
        ]
        for code, title in dict.fromkeys((str(code), title) for code, title in parted):
            numbered = self._numbered(code, code, kind)
            titled = self._titled(title, kind)
            if found := [each for each in titled if each in numbered or each in self._unnumbered]:
                return found
        return []

    def _worded(self, text: str, kind: str | None) -> list[Target]:
        """Gives the objects whose number stands behind a word: "Engagement n° 3", «المشروع الثالث»."""
        for concept, word in _WORDS.items():
            if kind not in (None, concept) or not (number := bare_number(plain_digits(text), word)):
                continue
            if found := self._numbered(number, number, concept) or self._coded(number, concept):
                return found
            alike = [target for printed, targets in self._printed.items() if same_number(printed, number)
                     for target in targets if target.kind == concept]  # fmt: skip
            if alike:
                return alike
        return []

    def _coded(self, text: str, kind: str | None) -> list[Target]:
        """Gives the commitments whose numbers a code names, or whose codes a number does: "P01" and "1"."""
        if kind not in (None, "commitment"):
            return []
        spelled = {*spelled_otherwise(plain_digits(text))}
        found = [each for printed, targets in self._printed.items() if spelled and (fold(printed) in spelled)
                 for each in targets if each.kind == "commitment"]  # fmt: skip
        return list(dict.fromkeys(found))

    def _titled(self, text: str, kind: str | None) -> list[Target]:
        found = self._titles.get(fold(text), ())
        return list(dict.fromkeys(target for target in found if kind in (None, target.kind)))

    def _numbered(self, text: str, code: str, kind: str | None) -> list[Target]:
        for name in dict.fromkeys((text.strip(), code.strip())):
            known = self._ids.get(name)
            for found in ([known] if known else [], self._numbers[name.casefold()], self._printed[name.casefold()]):
                fitting = list(dict.fromkeys(target for target in found if kind in (None, target.kind)))
                if fitting:
                    return fitting
        return []


def _objects(base: Mapping[str, Any]) -> Iterator[tuple[Target, Mapping[str, Any]]]:
    waiting: list[tuple[Mapping[str, Any], type[Model], tuple[str, ...]]] = [(base, Package, ())]
    for data, model, above in waiting:
        inside = above
        if model.concept in KINDS and isinstance(data.get("id"), str):
            unit = data.get("unit")
            in_percent = isinstance(unit, dict) and bool(unit) and set(unit.values()) <= {"%", "٪"}
            yield Target(data["id"], model.concept, above, in_percent), data
            inside = (*above, data["id"])
        for shape in shape_of(model).values():
            child = data.get(shape.name)
            if shape.model is not None:
                items = child if isinstance(child, list) else [child]
                waiting += [(item, shape.model, inside) for item in items if isinstance(item, dict)]
