"""Projects and activities by their titles and numbers: which of those that are known a text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Any

from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.formats.wording.words.long_titles import bare_title
from opengov_local.formats.wording.words.numbering import bare_number, same_number, spelled_otherwise, split_number
from opengov_local.formats.wording.words.project_references import other_names
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_DIGITS = re.compile("[0-9]+")
_ROMAN = re.compile("[IVX]{1,5}")
_LONGEST_CODE = 8
_ALIKE = 0.85
"""Likeness of two titles (0 to 1) from which it is said that they are alike."""
_APOSTROPHES = str.maketrans("’ʼ`´", "''''")
_COMPARED = 300
"""Titles, of earlier tables and of this one, that are compared letter by letter."""


class Titles:
    """Objects by their titles and numbers.

    Args:
        objects: the objects as they stand when the table begins.
        on: gives the axes of one.
        axes: the axes of the plan, in their order.
    """

    def __init__(
        self,
        objects: Iterable[dict[str, Any]],
        on: Callable[[dict[str, Any]], tuple[str, ...]],
        axes: Iterable[dict[str, Any]] = (),
    ) -> None:
        self.on = on
        self._axes = list(axes)
        self._objects = list(objects)
        self._asked = 0
        self._by_title: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._by_number: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for one in self._objects:
            for text in one.get("title", {}).values():
                self._by_title[key(text)].append(one)
            if number := one.get("number"):
                self._by_number[fold(number)].append(one)

    def __bool__(self) -> bool:
        return bool(self._objects)

    def titled(self, text: str, kind: str) -> list[dict[str, Any]]:
        """Gives the objects with a title; each part of one in two scripts counts."""
        parts = two_parts(text) or (text,)
        keys = dict.fromkeys(word for part in parts for word in (key(part), key(bare_title(part, kind))))
        found = {id(one): one for word in keys for one in self._by_title.get(word, ())}
        return list(found.values()) or (self._project(text) if kind == "project_word" else [])

    def _project(self, text: str) -> list[dict[str, Any]]:
        """Gives the one project that a text names by its number, or in more words than its title."""
        if found := self._coded(text):
            return found
        for said in other_names(text):
            named = self._by_title.get(key(said.name), [])
            numbered = [] if named else self._of_number(bare_number(said.name, "project_word") or said.name)
            if said.axis:
                numbered = [one for one in numbered if self._is_on(one, said.axis)]
            if said.number:
                beside = self._coded(said.number)
                named, numbered = ([one for one in those if one in beside] for those in (named, numbered))
            if len(found := named or numbered) == 1:
                return found
        return []

    def _is_on(self, one: dict[str, Any], axis: str) -> bool:
        """Tells whether an object is on the axis of a number; where no axis has any, on the axis that this counts."""
        for at, known in enumerate(self._axes, 1):
            number = str(known.get("number", "")) or ("" if any("number" in each for each in self._axes) else str(at))
            if known.get("id") in one.get("axes", ()) and number:
                return same_number(number, axis) or fold(number) == fold(axis)
        return False

    def _coded(self, text: str) -> list[dict[str, Any]]:
        """Gives the one object whose number a text is: "P1", "Projet 1"; or whose title it begins: "P1 - Portail"."""
        found = self._of_number(text)
        if not found and (number := bare_number(text, "project_word")):
            found = self._of_number(number)
        elif not found and (begun := split_number(text, "project_word")).number:
            named = [one for one in self._of_number(begun.number) if _begins(shown(one), begun.title)]
            return named if len(named) == 1 else []
        return found if len(found) == 1 else []

    def _of_number(self, text: str) -> list[dict[str, Any]]:
        """Gives the objects of a number as it stands; else those of it spelled otherwise: "1" for "P1"."""
        found = self._by_number.get(fold(text), [])
        for number in spelled_otherwise(text) if not found and len(text) <= _LONGEST_CODE else ():
            found = [*found, *self._by_number.get(number, ())]
        if not found and _ROMAN.fullmatch(text):
            found = [one for number, those in self._by_number.items() if same_number(number, text) for one in those]
        return found

    def numbered(self, number: str, on: tuple[str, ...]) -> list[dict[str, Any]]:
        """Gives the objects with a number that may stand on the same axis."""
        return [one for one in self._by_number.get(number, ()) if agree(on, self.on(one))]

    def near(self, text: str, on: tuple[str, ...]) -> list[dict[str, Any]]:
        """Gives the object with the title most alike that may stand on the same axis, if one is alike at all."""
        self._asked += 1
        if len(self._objects) > _COMPARED or self._asked > _COMPARED:
            return []
        words = fold(text)
        rated = [(_likeness(words, fold(shown(one))), -at) for at, one in enumerate(self._objects)]
        best = max((pair for pair in rated if agree(on, self.on(self._objects[-pair[1]]))), default=(0.0, 0))
        return [self._objects[-best[1]]] if best[0] >= _ALIKE else []

    def begun(self, text: str, on: tuple[str, ...]) -> list[dict[str, Any]]:
        """Gives the objects whose titles begin with a shorter one, and may stand on the same axis."""
        if self._asked > _COMPARED or len(self._objects) > _COMPARED:
            return []
        return [one for one in self._objects if _begins(shown(one), text) and agree(on, self.on(one))]


def projects_named(state: State, text: str) -> list[Node]:
    """Gives the projects that a text names by title or number: "Portail", "Projet 1", "P1", "P1 - Portail"."""
    plan = state.plan.data if state.has_plan else {}
    named = names_of(plan.get("commitments", ()), plan.get("axes", ()))
    return [state.draft.node_of(one) for one in named(text)]


def names_of(
    projects: Iterable[dict[str, Any]], axes: Iterable[dict[str, Any]] = ()
) -> Callable[[str], list[dict[str, Any]]]:
    """Gives what tells which of some projects a text names by title or number."""
    titles = Titles(projects, lambda _: (), axes)
    return lambda text: titles.titled(text, "project_word")


def likest(projects: Iterable[dict[str, Any]]) -> Callable[[str], str]:
    """Gives what tells the title of some projects that a text is like, or begins, without being it; "" for none."""
    titles = Titles(projects, lambda _: ())
    return lambda text: next((shown(one) for one in (*titles.near(text, ()), *titles.begun(text, ()))), "")


def begun_by(state: State, text: str) -> bool:
    """Tells whether the title of a project begins with some words, and goes on."""
    there = state.plan.data.get("commitments", ()) if state.has_plan else ()
    return any(_begins(shown(one), text) for one in there)


def key(text: str) -> str:
    """Gives the key by which titles are the same: spelling counts; case, white space, marks around them do not."""
    words = " ".join(text.translate(_APOSTROPHES).split()).replace("' ", "'")
    return words.casefold().rstrip(' .;:,،؛»”"').lstrip(' «“„"') or text


def _begins(title: str, words: str) -> bool:
    """Tells whether a title begins with some whole words."""
    return bool(words) and f"{fold(title)} ".startswith(f"{fold(words)} ")


def _likeness(one: str, other: str) -> float:
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return 0.0
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def agree(one: str | tuple[str, ...], other: str | tuple[str, ...]) -> bool:
    """Tells whether two numbers or axes are the same, or one of them is not stated."""
    return not one or not other or one == other


def shown(data: dict[str, Any]) -> str:
    """Gives the first title of an object; "" where it has none."""
    return next(iter(data.get("title", {}).values()), "")
