"""A further table on the same projects: which of them an earlier table of the file has told of already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.known_titles import Titles, agree, shown
from opengov_local.formats.tables.drafted.plan_years import years_in
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.heading_meanings import Target
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.words.numbering import (
    is_number_of_code,
    same_number,
    split_number,
)
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

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
        self._commitments = Titles(
            plan.get("commitments", ()), lambda one: tuple(one.get("axes", ())), plan.get("axes", ())
        )
        self._activities = Titles(plan.get("activities", ()), lambda one: tuple(one.get("axes", ())))
        self._steps = {id(one): Titles(one.get("milestones", ()), lambda _: ()) for one in plan.get("commitments", ())}
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
    def _every_step(self) -> Titles:
        plan = self._state.plan.data if self._state.has_plan else {}
        steps = [step for one in plan.get("commitments", ()) for step in one.get("milestones", ())]
        return Titles(steps, lambda _: ())

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
        names = tuple(dict.fromkeys(shown(node.data) for node in self._joined.values()))
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

    def _of(self, known: Titles, piece: Piece, number: str | None, axis: Node | None, kind: str) -> Node | None:
        printed = split_number(piece.text, kind).number
        wanted, on = fold(number or printed or ""), () if axis is None else (axis.target,)
        alike = known.titled(piece.text, kind)
        fits = [one for one in alike if _numbers_agree(wanted, _number(one)) and agree(on, known.on(one))]
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
            self._state.draft.say("import/alike-not-joined", piece, text=piece.text, other=shown(near[0]))
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


def _number(data: dict[str, Any]) -> str:
    return fold(str(data.get("number", "")))


def _numbers_agree(one: str, other: str) -> bool:
    """Tells whether two numbers count the same, one is the other without its letters, or one of them is not stated."""
    return (
        agree(one, other) or same_number(one, other) or is_number_of_code(one, other) or is_number_of_code(other, one)
    )
