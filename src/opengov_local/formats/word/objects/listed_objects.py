"""Lists of axes or commitments below a heading or label, with what lines say more of an axis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from opengov_local.formats.ogp_national.naming import parted_number
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.same_object import named_so
from opengov_local.formats.word.objects.steps import is_note
from opengov_local.formats.word.own.own_plans import in_plan, named
from opengov_local.formats.word.texts.passages import Line, Passage, bare, is_item, numbered, own_numbered
from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.importing.draft import Node


class ListedObjects:
    """Reads lists of axes or commitments."""

    def __init__(self, writing: Writing, labels: Labels, objects: Objects) -> None:
        """Starts before the first list.

        Args:
            writing: the document in the making.
            labels: reads labels.
            objects: the objects that are open.
        """
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._listing = ""
        self._of_plans: set[int] = set()  # the plans whose axes a form of our own lists
        writing.link_axes = self.link_axes
        self._is_alone = False  # our own forms write one axis as a line, and several as items

    def read(self, field: str, passages: Sequence[Passage], label: str) -> None:
        """Reads a list; prose between its items is kept.

        Args:
            field: `axes` or `commitments`.
            passages: the list.
            label: what it stands below.
        """
        concept = "axis" if field == "axes" else "commitment"
        lines = [(passage, line) for passage in passages for line in passage.lines]
        self._is_alone = self._writing.own_form and bool(lines) and not lines[0][1].item
        listed = not self._is_alone and any(is_item(line) for _, line in lines)
        last: Node | None = None
        rows: set[str] = set()
        for passage, line in lines:
            text = bare(line.text)
            part = passage.of([Line(text)])
            marker = None if self._writing.own_form else read_marker(text, (concept,))
            if last is not None and marker is None and self._about_axis(last, line, part, concept):
                continue
            if self._writing.own_form and concept == "commitment":
                number, title = parted_number(text)
            else:
                number, title = (marker.number, marker.title) if marker else self._numbered(text)
            if (
                not title
                or (listed and not is_item(line))
                or (len(lines) == 1 and not (marker or listed) and label and len(text) > 160)
            ):
                self._writing.keep(self._objects.plan, part, label)
            elif listed and is_note(self._writing, self._objects.plan, part, label):
                continue
            elif concept == "axis":
                last = self._objects.axis_of(number, title, part.piece, but=rows)
                rows |= {last.target} if self._writing.own_form else set()  # each line of our own is another
                self._of_plans |= {id(self._objects.plan.data)} if self._writing.own_form else set()
            else:
                last = self._objects.open_commitment(number, title, part.piece)
                self._objects.commitment = None

    def link_axes(self, node: Node, passage: Passage) -> None:
        """Says on which axes a commitment or activity lies, by their titles, one a line; each is made if need be.

        One that is not among those that a form of our own lists was written there by hand: it is said. Where a line
        says another plan, which may stand further below, all wait until that was read.
        """
        if self._writing.own_form and any(in_plan(line.text) for line in passage.lines):
            self._writing.last(partial(self._link, node, passage, self._objects.plan, waited=True))
        else:
            self._link(node, passage, self._objects.plan)

    def _link(self, node: Node, passage: Passage, plan: Node, *, waited: bool = False) -> None:
        for line in passage.lines:
            if waited and (known := named(self._writing, line.text, plan)) is not None:
                self._objects.link_axis(node, known, passage.piece)
                continue
            text = bare(line.text)
            marker = None if self._writing.own_form else read_marker(text, ("axis", "subaxis"))
            number, title = (marker.number, marker.title) if marker else self._numbered(text)
            before = len(plan.data.get("axes", []))
            if self._writing.own_form and not number and len(_axes_called(title, plan)) > 1:
                self._writing.unknown(node, "axes", passage.of([line]), "")
                continue
            axis = self._objects.axis_of(number, title, passage.piece, plan)
            self._objects.link_axis(node, axis.data["id"], passage.piece)
            if id(plan.data) in self._of_plans and len(plan.data["axes"]) > before:
                self._writing.draft.say("import/assumed", passage.piece, node=axis, field="axes", value=text)

    def _numbered(self, text: str) -> tuple[str, str]:
        return own_numbered(text) if self._writing.own_form else numbered(text)

    def _about_axis(self, axis: Node, line: Line, passage: Passage, concept: str) -> bool:
        """Reads a line below the name of an axis that says more about it: objectives, themes, its parent."""
        said = self._labels.read(passage.text) if concept == "axis" else None
        meaning = choose(said.meanings, ("axis",)) if said is not None else None
        if meaning is None and self._listing and (self._is_alone or not is_item(line)):
            values.put(self._writing, axis, self._listing, passage, "")
            return True
        self._listing = ""
        if said is None or meaning is None or meaning.field == "title":
            return False
        if not said.value:
            self._listing = meaning.field
            self._writing.draft.used(passage.piece, axis, meaning.field)
            return True
        below = passage.of([Line(said.value)])
        if meaning.field == "parent" and self._writing.own_form:
            self._writing.last(partial(self._parent, axis, self._objects.plan, below, said.label))
        elif meaning.field == "parent":
            parent = self._objects.axis_of("", said.value, passage.piece)
            self._writing.draft.put(axis, "parent", parent.data["id"], passage.piece)
        else:
            values.put(self._writing, axis, meaning.field, below, said.label)
        return True

    def _parent(self, axis: Node, plan: Node, passage: Passage, label: str) -> None:
        """Puts the axis of the plan that an axis of our own form is said to be part of, if just one is called so."""
        number, title = own_numbered(passage.text)
        named = [each for each in _axes_called(title, plan) if each is not axis.data]
        found = [each for each in named if not number or each.get("number") == number]
        if len(found) > 1:
            self._writing.unknown(axis, "parent", passage, label)
        else:
            parent = found[0]["id"] if found else self._objects.axis_of(number, title, passage.piece, plan).target
            self._writing.draft.put(axis, "parent", parent, passage.piece)


def _axes_called(title: str, plan: Node) -> list[dict[str, Any]]:
    """Gives the axes of a plan that have a title, as our own forms write it."""
    return list(filter(named_so("", title, exactly=True), plan.data.get("axes", [])))
