"""Workshops in a form of our own: who took part, how many, in which languages, and the table of working groups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.docx.own_form import says_none
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.fields.write_parties import persons
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.own.own_lines import grouped
from opengov_local.formats.word.own.own_parties import party, sector_of, women_words
from opengov_local.formats.word.own.own_plans import in_plan, plans_called
from opengov_local.formats.word.texts.passages import (
    Line,
    Passage,
    is_called,
    of_cells,
    own_items,
    own_language,
    own_numbered,
)
from opengov_local.formats.wording.words.own_parts import Parts
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name, fold

_COUNT: Final = re.compile(r"(?:(?P<head>.+?)\s?: )?(?P<count>[0-9]{1,9})", re.DOTALL)
_WOMEN: Final = re.compile(r"(?:(?P<head>.+?)(?:\s?: |[,،] ))?(?P<label>[^:,،]+?)\s?: (?P<women>[0-9]{1,9})", re.DOTALL)
_IN_GROUP: Final = {
    "word.axis": "axis",
    "word.facilitators": "facilitators",
    "word.rapporteurs": "rapporteurs",
    "word.members": "members",
    "workshop.participants": "participants",
}


def answer(writing: Writing, gathering: Gathering, field: str, passage: Passage, label: str) -> bool:
    """Reads what a form of our own says of a workshop in its own way; tells whether it was such."""
    workshop = gathering.workshop
    if not writing.own_form or passage.is_nothing:
        return False
    if field == "participants" and says_none(passage.text):
        writing.put_none(workshop, field, passage)
    elif field == "participants":
        took_part(writing, workshop, passage)
    elif field == "languages":
        for line in passage.lines:
            code = code_of_name(line.text, "language")
            if code is None:
                writing.keep(workshop, passage.of([line]), label)
            else:
                writing.draft.put(workshop, field, code, passage.piece)
    elif field in ("chairs", "reported_figures"):
        values.put(writing, workshop, field, passage, label)
    else:
        return False
    for piece in passage.pieces[1:]:
        writing.draft.used(piece, workshop, field)
    return True


def took_part(writing: Writing, node: Node, passage: Passage) -> None:
    """Reads who took part, one body an item: `Club, société civile : 20, dont femmes : 11`."""
    for each in own_items(passage):
        text = each.text
        group = writing.add(node, "participants", passage.piece)
        women = _WOMEN.fullmatch(text)
        if women is not None and fold(women["label"]) in women_words():
            writing.draft.put(group, "women", int(women["women"]), passage.piece)
            text = women["head"] or ""
        count = _COUNT.fullmatch(text)
        if count is not None:
            writing.draft.put(group, "count", int(count["count"]), passage.piece)
            text = count["head"] or ""
        said = Parts(text)
        if sector := said.last(sector_of):
            writing.draft.put(group, "sector", sector, passage.piece)
        if said.text:
            party(writing, writing.add(group, "party", passage.piece), said.text, passage)


# --- the table of working groups


def groups(writing: Writing, objects: Objects, table: Table) -> bool:
    """Reads the table of working groups, of whose contributions it has the number; tells whether it is that table."""
    gathering = objects.gathering
    head, *rows = table.rows or ((),)
    if gathering is None or not writing.own_form or not head or fold(head[0].text) not in _named("workshop.group"):
        return False
    for cell in head:
        writing.draft.ignore(cell.piece, "heading")
    node: Node | None = None
    for row in rows:
        passage = of_cells(row[:1])
        for cell in row[1:]:
            if cell.text:
                writing.draft.ignore(cell.piece, "help")  # how many there are; they stand in the report of the workshop
        if passage is None:
            continue
        if fold(passage.text) in _named("workshop.outside_groups"):
            writing.draft.ignore(passage.piece, "heading")
            node = None
        elif node is not None and len(row) == 1:  # a cell over all columns is about the group above
            _about(writing, objects, node, passage)
        else:
            node = _group(writing, objects, gathering.workshop, passage)
            if len(row) == len(head) and all(cell.text == "0" for cell in row[1:]):
                node.data["contributions"] = []  # one cell says that they were not published
    return True


def _group(writing: Writing, objects: Objects, workshop: Node, passage: Passage) -> Node:
    first, *below = passage.lines
    number, title = own_numbered(first.text)
    node = writing.add(workshop, "working_groups", passage.piece)
    if number:
        writing.draft.put(node, "number", number, passage.piece)
    writing.put_text(node, "title", passage.of([Line(title)]))
    if below:
        _about(writing, objects, node, passage.of(below))
    return node


def _about(writing: Writing, objects: Objects, node: Node, passage: Passage) -> None:
    """Reads what is said of a group beside its title."""
    for key, held in grouped(passage, _IN_GROUP):
        field = _IN_GROUP.get(key, "summary")
        if field == "summary":
            writing.put_text(node, field, held)
        elif says_none(held.text):
            writing.put_none(node, field, held)
        elif field == "axis":
            _on_axis(writing, objects, node, held)
        elif field == "participants":
            took_part(writing, node, held.of([Line(line.text, True) for line in held.lines]))
        else:
            persons(writing, node, field, held, "")


def _on_axis(writing: Writing, objects: Objects, group: Node, passage: Passage) -> None:
    """Refers to the axis of the plan that a group speaks of, which the form may name further below."""
    plan = objects.plan

    def read() -> None:
        said = in_plan(passage.text)
        number, name = own_numbered(said.name if said else passage.text)
        title = own_language(name, "")[1]
        plans = plans_called(writing, said.plan) if said else writing.draft.root.data["plans"]
        axes = [each for one in plans for each in one.get("axes", ())]
        called = [each for each in axes if is_called(each["title"], title) and number in ("", each.get("number"))]
        own = [each for each in called if any(each is one for one in plan.data.get("axes", ()))]
        meant = own or called  # a workshop may be of several plans
        if len(meant) == 1:
            writing.draft.put(group, "axis", meant[0]["id"], passage.piece)
        else:
            writing.unknown(group, "axis", passage, "")

    writing.later(read)


@cache
def _labels() -> Mapping[str, frozenset[str]]:
    return {key: frozenset(map(fold, label.texts.values())) for key, label in labels().items()}


def _named(key: str) -> frozenset[str]:
    return _labels()[key]
