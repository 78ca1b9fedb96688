"""A further table on the same projects: which of them an earlier table of the file has told of already."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.plan_years import years_in
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.heading_meanings import Target
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.formats.wording.words.long_titles import bare_title
from opengov_local.formats.wording.words.numbering import (
    bare_number,
    is_number_of_code,
    same_number,
    spelled_otherwise,
    split_number,
)
from opengov_local.formats.wording.words.project_references import other_names
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_DIGITS = re.compile("[0-9]+")
_ROMAN = re.compile("[IVX]{1,5}")
_LONGEST_CODE = 8
_ALIKE = 0.85
"""Likeness of two titles (0 to 1) from which it is said that they are alike."""
_APOSTROPHES = str.maketrans("’ʼ`´", "''''")
_COMPARED = 300
"""Titles, of earlier tables and of this one, that are compared letter by letter."""


_TOTALS = frozenset({"budget.amount", "budget.total"})


def _is_of_part(name: str) -> bool:
    """Tells whether a sheet holds sums of a year or of who pays: "Budget 2026", "Part INDH"."""
    return bool(years_in(name)) or any(says(kind, name) for kind in ("share_word", "share_of", "funder_word"))


def _tells_totals(region: Region) -> bool:
    """Tells whether a table has one column of sums, of no year, and each project on but one row."""
    sums = [column for column in region.columns if str(column.target).startswith("budget.")]
    if len(sums) != 1 or sums[0].target not in _TOTALS or (sums[0].meaning and sums[0].meaning.year):
        return False
    keys = (column for column in region.columns if column.target in ("commitment.title", "commitment.number"))
    named = (Counter(filter(None, region.texts(key.index))) for key in keys)
    return all(count == 1 for times in named for count in times.values())


class Earlier:
    """The commitments, activities and milestones that the tables before this one have made.

    Those of the same number and title are the same, else those of the same title on the same axis, where neither
    states another number. What is only alike is said, and stays apart.
    """

    def __init__(self, state: State, region: Region) -> None:
        self._state = state
        self._region = region
        plan = state.plan.data if state.has_plan else {}
        self._commitments = _Titles(
            plan.get("commitments", ()), lambda one: tuple(one.get("axes", ())), plan.get("axes", ())
        )
        self._activities = _Titles(plan.get("activities", ()), lambda one: tuple(one.get("axes", ())))
        self._steps = {id(one): _Titles(one.get("milestones", ()), lambda _: ()) for one in plan.get("commitments", ())}
        self._answers: dict[tuple[str, str | None, str], Node | None] = {}
        self._joined: dict[str, Node] = {}
        self._same_number: list[Piece] = []
        self._sums: dict[str, Mapping[str, Any]] = {}
        self._tells_parts = "budget.funder" in region.names or _is_of_part(region.grid.name)
        self._tells_totals = not self._tells_parts and _tells_totals(region)

    def __bool__(self) -> bool:
        """Whether an earlier table has told of anything."""
        return bool(self._commitments or self._activities)

    def commitment(self, piece: Piece | None, number: str | None, axis: Node | None) -> Node | None:
        """Gives the commitment of an earlier table that a title and a number name; says where one is only alike."""
        if piece is None or not self._commitments:
            return None
        asked = (piece.text, number, axis.target if axis else "")
        if asked not in self._answers:
            self._answers[asked] = self._of(self._commitments, piece, number, axis, "project_word")
        return self._answers[asked]

    def milestone(self, owner: Node | None, piece: Piece, number: str | None, axis: Node | None) -> Node | None:
        """Gives the milestone of a commitment, or the activity of none, that an earlier table has told of."""
        if owner is None and self._region.has_steps_alone and (found := self._of_any_project(piece, number)):
            return found
        known = self._activities if owner is None else self._steps.get(id(owner.data))
        return self._of(known, piece, number, axis if owner is None else None, "activity_word") if known else None

    def _of_any_project(self, piece: Piece, number: str | None) -> Node | None:
        """Gives the milestone that a table of activities alone, a follow-up, names, whatever its commitment."""
        every = self._every_step
        return (
            self._of(every, piece, number, None, "activity_word") if every.titled(piece.text, "activity_word") else None
        )

    @cached_property
    def _every_step(self) -> _Titles:
        plan = self._state.plan.data if self._state.has_plan else {}
        steps = [step for one in plan.get("commitments", ()) for step in one.get("milestones", ())]
        return _Titles(steps, lambda _: ())

    def has_said(self, node: Node, target: Target, piece: Piece) -> bool:
        """Tells whether an earlier table has said the same of the same object; sums that funders share are its own."""
        if node.target not in self._joined or (target.field == "budget" and self._tells_parts):
            return False
        return (node.target, target.field, piece.text.strip()) in self._said

    def join(self, node: Node) -> None:
        """Notes that the table says more of an object that an earlier one has told of."""
        if node.target in self._joined:
            return
        self._joined[node.target] = node
        _ = self._said
        lines = node.data.get("budget", ())
        if self._tells_totals and len(lines) == 1 and lines[0].keys() <= {"id", "amount"} and "amount" in lines[0]:
            self._sums[node.target] = lines[0]["amount"]

    def total_of(self, node: Node, target: Target) -> Mapping[str, Any] | None:
        """Gives, once, the only sum that earlier tables tell of a project, for a column that tells but its total."""
        return self._sums.pop(node.target, None) if target.name in _TOTALS else None

    @cached_property
    def _said(self) -> set[tuple[str | None, str, str]]:
        """Gives what was said of which field of which object until the first of them was joined."""
        return said_so_far(self._state.draft)

    def say(self, place: Place) -> None:
        """Says how many objects of the table were known, and how many had but the number of another."""
        names = tuple(dict.fromkeys(_shown(node.data) for node in self._joined.values()))
        if names:
            count = len(self._joined)
            self._state.draft.say("import/joined-with-earlier", place, severity="info", count=count, names=names)
        if self._same_number:
            numbers = tuple(dict.fromkeys(piece.text for piece in self._same_number))
            first = self._same_number[0]
            self._state.draft.say("import/number-of-another", first, count=len(self._same_number), names=numbers)

    @cached_property
    def _mostly_known(self) -> bool:
        """Whether half of the projects of the table were told of before: a title alone is little, "Formation"."""
        titles = [column.index for column in self._region.columns if column.target == "commitment.title"]
        said = {str(value) for index in titles[:1] for value in self._region.values(index) if not is_blank(value)}
        return 2 * sum(bool(self._commitments.titled(text, "project_word")) for text in said) >= len(said)

    def _of(self, known: _Titles, piece: Piece, number: str | None, axis: Node | None, kind: str) -> Node | None:
        printed = split_number(piece.text, kind).number
        wanted, on = fold(number or printed or ""), () if axis is None else (axis.target,)
        alike = known.titled(piece.text, kind)
        fits = [one for one in alike if _numbers_agree(wanted, _number(one)) and _agree(on, known.on(one))]
        exact = [one for one in fits if wanted and _number(one) == wanted]
        exact = exact or [one for one in fits if known.on(one) == on] or fits
        stated = exact and ((on and known.on(exact[0]) == on) or (wanted and str(exact[0].get("number", ""))))
        if len(exact) == 1 and (stated or self._mostly_known):
            node = self._state.draft.node_of(exact[0])
            self.join(node)
            return node
        near = exact or [one for one in alike if known.on(one) == on] or known.near(piece.text, on)
        near = near or (known.begun(piece.text, on) if kind == "project_word" else [])
        if near:
            self._state.draft.say("import/alike-not-joined", piece, text=piece.text, other=_shown(near[0]))
        elif number and known.numbered(wanted, on):
            self._same_number.append(piece)
        return None


def said_so_far(draft: Draft) -> set[tuple[str | None, str, str]]:
    """Gives what was said of which field of which object."""
    return {
        (entry.target, (entry.field or "").partition(".")[0], entry.piece.text.strip())
        for entry in draft.entries
        if entry.fate == "mapped"
    }


class _Titles:
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
            named = [one for one in self._of_number(begun.number) if _begins(_shown(one), begun.title)]
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
        return [one for one in self._by_number.get(number, ()) if _agree(on, self.on(one))]

    def near(self, text: str, on: tuple[str, ...]) -> list[dict[str, Any]]:
        """Gives the object with the title most alike that may stand on the same axis, if one is alike at all."""
        self._asked += 1
        if len(self._objects) > _COMPARED or self._asked > _COMPARED:
            return []
        words = fold(text)
        rated = [(_likeness(words, fold(_shown(one))), -at) for at, one in enumerate(self._objects)]
        best = max((pair for pair in rated if _agree(on, self.on(self._objects[-pair[1]]))), default=(0.0, 0))
        return [self._objects[-best[1]]] if best[0] >= _ALIKE else []

    def begun(self, text: str, on: tuple[str, ...]) -> list[dict[str, Any]]:
        """Gives the objects whose titles begin with a shorter one, and may stand on the same axis."""
        if self._asked > _COMPARED or len(self._objects) > _COMPARED:
            return []
        return [one for one in self._objects if _begins(_shown(one), text) and _agree(on, self.on(one))]


def projects_named(state: State, text: str) -> list[Node]:
    """Gives the projects that a text names by title or number: "Portail", "Projet 1", "P1", "P1 - Portail"."""
    plan = state.plan.data if state.has_plan else {}
    named = names_of(plan.get("commitments", ()), plan.get("axes", ()))
    return [state.draft.node_of(one) for one in named(text)]


def names_of(
    projects: Iterable[dict[str, Any]], axes: Iterable[dict[str, Any]] = ()
) -> Callable[[str], list[dict[str, Any]]]:
    """Gives what tells which of some projects a text names by title or number."""
    titles = _Titles(projects, lambda _: (), axes)
    return lambda text: titles.titled(text, "project_word")


def likest(projects: Iterable[dict[str, Any]]) -> Callable[[str], str]:
    """Gives what tells the title of some projects that a text is like, or begins, without being it; "" for none."""
    titles = _Titles(projects, lambda _: ())
    return lambda text: next((_shown(one) for one in (*titles.near(text, ()), *titles.begun(text, ()))), "")


def begun_by(state: State, text: str) -> bool:
    """Tells whether the title of a project begins with some words, and goes on."""
    there = state.plan.data.get("commitments", ()) if state.has_plan else ()
    return any(_begins(_shown(one), text) for one in there)


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


def _agree(one: str | tuple[str, ...], other: str | tuple[str, ...]) -> bool:
    """Tells whether two numbers or axes are the same, or one of them is not stated."""
    return not one or not other or one == other


def _number(data: dict[str, Any]) -> str:
    return fold(str(data.get("number", "")))


def _numbers_agree(one: str, other: str) -> bool:
    """Tells whether two numbers count the same, one is the other without its letters, or one of them is not stated."""
    return (
        _agree(one, other) or same_number(one, other) or is_number_of_code(one, other) or is_number_of_code(other, one)
    )


def _shown(data: dict[str, Any]) -> str:
    return next(iter(data.get("title", {}).values()), "")
