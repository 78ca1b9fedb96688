"""The objects of a plan while it is read: found again where they are named again, made where they are new."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, Any

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.known_titles import key
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.fields.write_codes import identifier
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.objects.named_aside import NamedAside
from opengov_local.formats.word.objects.put_behind import put_behind
from opengov_local.formats.word.objects.same_object import (
    axis_number,
    in_other_table,
    less_continued,
    named_so,
    names_by_number,
    put_number,
    with_ids,
)
from opengov_local.formats.word.texts.passages import Line, Passage, says_nothing
from opengov_local.formats.wording.labels.behind_titles import Behind, behind
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of
from opengov_local.importing.words import fold

if TYPE_CHECKING:
    from opengov_local.formats.word.objects.assessing import Assessing

NAMED = frozenset({"id", "number", "title", "identifiers", "axes"})
"""What a commitment has of which only the name was said."""
_LETTERS = re.compile(r"[^\W\d_]{3}")


class Objects:
    """Knows the plan that is being read, its axes and commitments, and which of them are open.

    Attributes:
        axis: the axis under which commitments stand now.
        axis_of_table: whether a column of a table named it, so that it holds for the rows of tables alone.
        commitment: the commitment that is being read.
        step: the milestone that is being read.
        aside: knows which commitments are named only to tell more of them.
        gathering: the workshop that is being read.
        assessing: the assessment whose form is being read.
        under: the heading that asks for something, or that nobody knows, behind the last object that was opened.
        headed: id of the commitment that the heading right above a table names, and number of the table.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._plan: Node | None = None
        self._places: dict[str, Piece] = {}
        self.axis: Node | None = None
        self.axis_of_table = False
        self.aside = NamedAside(writing)
        self.commitment: Node | None = None
        self.step: Node | None = None
        self.gathering: Gathering | None = None
        self.assessing: Assessing | None = None
        self.headed: tuple[str, str | int | None] | None = None
        self._with_sheets: set[str] = set()
        self.under = ""

    @property
    def has_plan(self) -> bool:
        """Whether there is a plan already."""
        return self._plan is not None

    @property
    def has_parts(self) -> bool:
        """Whether an axis, commitment or milestone was opened."""
        return bool(self.axis or self.commitment or self.step)

    @property
    def plan(self) -> Node:
        """The plan; made where there is none."""
        if self._plan is None:
            self._plan = self._writing.add(self._writing.draft.root, "plans")
        return self._plan

    def new_plan(self) -> None:
        """Leaves the plan: what follows belongs to another one."""
        self.close()
        self._plan = None

    def close(self) -> None:
        """Leaves axis, commitment and milestone."""
        self.axis = self.commitment = self.step = None
        self.gathering = None

    @property
    def deepest(self) -> Node:
        """The object that is being read."""
        return self.step or self.commitment or self.axis or self.plan

    @property
    def measured(self) -> Node:
        """The object that is being read; the plan where it is an axis, which holds neither indicators nor a budget."""
        return self.step or self.commitment or self.plan

    # --- axes

    def open_axis(self, number: str, title: str, piece: Piece, *, below: bool = False) -> Node:
        """Opens an axis, or one below the open axis; what follows stands under it."""
        parent = self._main_axis() if below else None
        self.axis_of_table = False
        self.aside.open(piece)
        self.axis = self.axis_of(number, title, piece)
        if parent is not None and parent is not self.axis:
            self._writing.draft.put(self.axis, "parent", parent.data["id"], piece)
        self.commitment = self.step = None
        return self.axis

    def leave_axis(self, *, main: bool) -> Node | None:
        """Leaves the open axis, or only the one below another, and what is read under it; gives the axis it leaves."""
        left, above = self.axis, self._main_axis()
        if left is None or self.axis_of_table:
            return None
        self.axis = None if main or above is left else above
        self.commitment = self.step = None
        return left

    def _main_axis(self) -> Node | None:
        """Gives the axis above the open one, or the open one itself."""
        above = self.axis.data.get("parent") if self.axis is not None else None
        axes = self.plan.data.get("axes", []) if above else []
        return next((self._writing.node_of(axis) for axis in axes if axis["id"] == above), self.axis)

    def axis_of(
        self, number: str, title: str, piece: Piece, plan: Node | None = None, *, but: Set[str] = frozenset()
    ) -> Node:
        """Gives the axis of a number and title in a plan, by default the open one; made where it is not there."""
        plan = plan or self.plan
        axes = [axis for axis in plan.data.get("axes", []) if axis["id"] not in but]
        title = less_continued(
            self._writing, title, lambda plain: any(self._is(axis, number, plain) for axis in axes), piece
        )
        known = next((axis for axis in axes if self._is(axis, number, title)), None)
        if known is None and not number and names_by_number(self._writing, title, piece):
            number, title = axis_number(self._writing, title, axes, piece), ""
            known = next((axis for axis in axes if self._is(axis, number, "")), None)
        axis = self._writing.add(plan, "axes", piece) if known is None else self._writing.node_of(known)
        if number:
            put_number(self._writing, axis, number, piece)
        if title:
            values.put(self._writing, axis, "title", Passage((Line(title),), (piece,)), "")
        self._places.setdefault(axis.data["id"], piece)
        return axis

    def link_axis(self, node: Node, axis: str, piece: Piece) -> None:
        """Says that a commitment or activity lies on the axis of an id, once."""
        if axis not in node.data.get("axes", []):
            self._writing.draft.put(node, "axes", axis, piece)

    # --- commitments

    def leave_table(self) -> None:
        """Leaves an axis that a column or one of several bands named: it holds for the rows of its table alone."""
        if self.axis_of_table or self.aside.bands > 1:
            self.axis, self.axis_of_table, self.aside.bands = None, False, 0

    def open_sheet(self, title: str, piece: Piece) -> Node:
        """Opens the commitment of a sheet of our own form: of several of one title, or none, the first without one."""
        there = map(self._writing.node_of, self.plan.data.get("commitments", []) if says_nothing(title) else ())
        bare = (each for each in there if "title" not in each.data and each.target not in self._with_sheets)
        opened = self.open_commitment("", title, piece, but=self._with_sheets, known=next(bare, None))
        self._with_sheets.add(opened.target)
        return opened

    def open_commitment(
        self, number: str, title: str, piece: Piece, *, but: Set[str] = frozenset(), known: Node | None = None
    ) -> Node:
        """Opens a commitment, also one that was named before; ids in brackets behind its title are its numbers.

        Args:
            number: its number; "" where none is said.
            title: its title; likewise.
            piece: where it is named.
            but: ids of commitments that are not meant.
            known: the commitment, where it is known.
        """
        title, ids = with_ids(less_continued(self._writing, title, lambda plain: self.known(number, plain, []), piece))
        self.gathering = None
        known = known or self.known(number, self._behind(title).title, ids, but)
        if known is None or self._begins_again(known, title, piece):
            known = self._writing.add(self.plan, "commitments", piece)
        elif not self._writing.own_form:  # our own forms name each of their lines once
            self._writing.named_again[known.target] = piece.place
        self.commitment = known
        self.step, self.under = None, ""
        self.name_commitment(number, title, ids, piece)
        if self.axis is not None and not self.aside.names(known, self.axis, self.plan.data.get("axes", []), piece):
            self.link_axis(self.commitment, self.axis.data["id"], self._places.get(self.axis.data["id"], piece))
        return self.commitment

    def name_commitment(self, number: str, title: str, ids: list[str], piece: Piece) -> None:
        """Puts number, title and ids of the open commitment, as far as they are said."""
        more = self._behind(title)
        node = self._listed_before(more.title) or self.commitment
        if node is None:
            raise ValueError("no commitment is open")
        passage = Passage((Line(more.title),), (piece,))
        if number:
            put_number(self._writing, node, number, piece)
        held = {*map(key, node.data.get("title", {}).values())}
        if title and key(more.title) in held and not self._writing.own_form:
            self._writing.draft.used(piece, node, "title")  # the same but for capitals and marks
        elif title:
            values.put(self._writing, node, "title", passage, "")
        put_behind(self._writing, node, more, passage)
        for each in ids:
            identifier(self._writing, node, each, passage)

    def _behind(self, title: str) -> Behind:
        """Parts from a title what stands behind it, which our own forms do not write there."""
        return Behind(title) if self._writing.own_form else behind(title, who=self._writing.who_in_brackets)

    def _listed_before(self, title: str) -> Node | None:
        """Opens the commitment that a list further up names without a number, for one opened by its number alone."""
        opened = self.commitment
        listed = self.known("", title, []) if opened is not None and title and self.is_unnamed else None
        if opened is None or listed is None or "number" in listed.data:
            return None
        axes = [set(node.data.get("axes", ())) for node in (opened, listed)]
        if all(axes) and axes[0] != axes[1]:
            return None
        place, number = opened.places["number"], str(opened.data["number"])
        self._writing.draft.withdraw({opened.target: listed.target})
        self._writing.draft.put(listed, "number", number, Piece(place, number))
        if axes[0] and not axes[1]:
            listed.data["axes"] = opened.data["axes"]
        self.commitment = listed
        return listed

    @property
    def is_unnamed(self) -> bool:
        """Whether the open commitment has a number and no title, and nothing else was said of it."""
        keys = self.commitment.data.keys() if self.commitment is not None else set()
        return "number" in keys and "title" not in keys and keys <= NAMED

    def is_named(self, title: str) -> bool:
        """Tells whether the open commitment has exactly this title, numbers in it included."""
        return self.commitment is not None and title in self.commitment.data.get("title", {}).values()

    def is_open(self, number: str, title: str, piece: Piece) -> bool:
        """Tells whether the open commitment can be the one of a number and title; a further table names another one."""
        node = self.commitment
        if node is None:
            return False
        title, ids = with_ids(title)
        title = self._behind(title).title
        same_number = not number or node.data.get("number", number) == number
        titles = node.data.get("title", {})
        again = node.data.keys() <= NAMED and language_of(title, self._writing.language) not in titles
        again = again and not in_other_table(node, piece)
        return same_number and (
            not (title and titles)
            or (again and bool(titles))
            or self._is(node.data, "", title, ids)
            or self.headed == (node.target, piece.place.part)
        )

    def titled(self, title: str) -> list[Node]:
        """Gives the commitments of the plan that have a title; under an open axis only those that lie on it."""
        title, _ = with_ids(title)
        title, axis = self._behind(title).title, self.axis.data["id"] if self.axis is not None else None
        is_it = named_so("", title, exactly=self._writing.own_form)
        return [
            self._writing.node_of(each)
            for each in self.plan.data.get("commitments", [])
            if "title" in each
            and is_it({"title": each["title"]})
            and (axis is None or axis in each.get("axes", [axis]))
        ]

    def known(self, number: str, title: str, ids: Sequence[str] = (), but: Set[str] = frozenset()) -> Node | None:
        """Gives the commitment of a number, title or ids; None where there is none."""
        commitments = [each for each in self.plan.data.get("commitments", []) if each["id"] not in but]
        found = list(filter(named_so(number, title, ids, exactly=self._writing.own_form), commitments))
        found.sort(key=lambda each: each.get("number", number) != number)  # one of exactly this number first
        return self._writing.node_of(found[0]) if found else None

    def _begins_again(self, known: Node, title: str, piece: Piece) -> bool:
        """Tells whether a heading with but the number of a commitment is in another language than all that it has.

        What follows says it again: "Engagement 1" with its card, then «الالتزام 1» with another.
        """
        titles = known.data.get("title", {})
        if title or not titles or known.data.keys() <= NAMED or _LETTERS.search(piece.text) is None:
            return False
        return ("ar" in titles) != (language_of(piece.text, "latin") == "ar") and len(titles) == 1

    def _is(self, data: dict[str, Any], number: str, title: str, ids: Sequence[str] = ()) -> bool:
        return named_so(number, title, ids, exactly=self._writing.own_form)(data)

    # --- milestones

    def open_step(self, piece: Piece) -> Node:
        """Opens a milestone of the open commitment, or an activity of the plan where none is open."""
        self.step = self.new_step(piece)
        return self.step

    def new_step(self, piece: Piece) -> Node:
        """Makes a milestone of the open commitment, or an activity of the plan where none is open."""
        if self.commitment is not None:
            return self._writing.add(self.commitment, "milestones", piece)
        step = self._writing.add(self.plan, "activities", piece)
        if self.axis is not None:
            self.link_axis(step, self.axis.data["id"], self._places.get(self.axis.data["id"], piece))
        return step

    def steps(self) -> tuple[Node, ...]:
        """Gives the milestones that the open commitment has so far."""
        there = self.commitment.data.get("milestones", []) if self.commitment is not None else []
        return tuple(map(self._writing.node_of, there))

    def known_step(self, title: str, among: Sequence[Node]) -> Node | None:
        """Gives the milestone of some, all of the open commitment, that has a title; None where not just one has."""
        mine = [node for node in among if any(node.data is each.data for each in self.steps())]
        found = [node for node in mine if fold(title) in map(fold, node.data.get("title", {}).values())]
        return found[0] if len(found) == 1 else None
