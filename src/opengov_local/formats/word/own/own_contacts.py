"""Whom to ask, as our own form of 2017 says it: of each person a row of name, of office and of how to be reached."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.annex import body_named
from opengov_local.formats.word.own.own_names import of_office, put_words, withholds
from opengov_local.formats.word.own.reached import reach
from opengov_local.formats.word.texts.passages import Passage, own_language
from opengov_local.formats.wording.words.own_parts import labelled
from opengov_local.importing.draft import Node

_NAME: Final = "contact_name"
_ROWS: Final = 2
"""How many rows stand below that of a name: the office, and how to reach the person."""


@dataclass
class Asked:
    """What the rows of one person say.

    Attributes:
        commitment: of what somebody is responsible.
        first: where its first row stands.
        said: what the rows say, by what they are asked for.
        labels: the labels of the rows.
        person: the person, if the row of the name says of which body.
    """

    commitment: Node
    first: Passage
    said: dict[str, Passage] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    person: Node | None = None

    def awaits(self, node: Node, what: str, passage: Passage) -> bool:
        """Tells whether a row is one of this person: of the same commitment, not said yet, and close below."""
        here, there = self.first.piece.place, passage.piece.place
        close = (here.kind, here.part) != (there.kind, there.part) or there.row - here.row <= _ROWS
        return self.commitment is node and what != _NAME and what not in self.said and close


def contact(writing: Writing, node: Node, what: str, passage: Passage, label: str) -> bool:
    """Notes a row of the contact of a commitment; each person is put when all that lead are known by their names."""
    if withholds(writing, passage):
        return True  # of who is not named, the body behind is not the name either: it stands among those who lead
    rows = writing.asked
    if rows is None or not rows.awaits(node, what, passage):
        rows = writing.asked = Asked(node, passage)
        writing.later(lambda: _put(writing, rows))
    rows.said[what], rows.labels[what] = passage, label
    return True


def _put(writing: Writing, rows: Asked) -> None:
    """Puts one person: in the party that the name or the office tells, else in the only one, else in a new one."""
    text = _without_body(writing, rows) if _NAME in rows.said else ""
    person = rows.person or _known(writing, rows, _at_comma(text)[0]) or _of_only_one(writing, rows)
    if person is None:
        party = writing.add(rows.commitment, "leads", rows.first.piece)
        person = writing.add(party, "person", rows.first.piece)
    writing.named_in_rows.add(id(person.data))
    for what, passage in rows.said.items():
        if what == _NAME:
            for part, words in zip(("name", "role"), _at_comma(reach(writing, person, text, passage)), strict=True):
                put_words(writing, person, part, words, passage)
        elif what == "contact_role":
            of_office(writing, person, passage.text, passage)
        elif what != "contact_both":
            writing.draft.put(person, f"contact.{what.removeprefix('contact_')}", passage.text, passage.piece)
        elif reach(writing, person, passage.text, passage) == passage.text:
            writing.keep(person, passage, rows.labels[what])


def _without_body(writing: Writing, rows: Asked) -> str:
    """Gives name and office without the body behind them, whose person is meant then: `Mme X, Direction`."""
    passage = rows.said[_NAME]
    text = own_language(passage.text, "")[1]
    for comma in re.finditer("^|[,،] ", text):
        tail = text[comma.end() :]
        said = labelled(tail, ("word.body",))
        for body in _leads(rows.commitment):
            taken = id(body.get("person")) in writing.named_in_rows
            if not taken and _is_called(writing, body, said[1] if said else tail):
                party = writing.node_of(body)
                rows.person = writing.add(party, "person", passage.piece)
                writing.draft.used(passage.piece, party, "name")
                return text[: comma.start()]
    return passage.text


def _at_comma(text: str) -> tuple[str, str]:
    """Parts the name that our own form prints from the office behind it, whatever words the name is made of."""
    name, _, office = text.replace("،", ",").partition(",")
    return text[: len(name)].strip(), text[len(text) - len(office) :].strip() if office else ""


def _is_called(writing: Writing, body: Mapping[str, Any], text: str) -> bool:
    known = body_named(writing, text)
    return text in body.get("name", {}).values() or (known is not None and body.get(known[0]) == known[1])


def _leads(commitment: Node) -> list[dict[str, Any]]:
    return list(commitment.data.get("leads", []))


def _known(writing: Writing, rows: Asked, name: str) -> Node | None:
    """Gives the person whom the row of those who lead names already: by the name, or by all that is known of one."""
    called = own_language(name, "")[1]
    for party in _leads(rows.commitment):
        person = party.get("person")
        if person is None or id(person) in writing.named_in_rows:
            continue
        same = called in person.get("name", {}).values() if called else "name" not in person and _says(rows, person)
        if same:
            return writing.node_of(person)
    return None


def _says(rows: Asked, person: Mapping[str, Any]) -> bool:
    """Tells whether rows without a name say all that is known of a person without one."""
    told = [*person.get("role", {}).values(), *person.get("contact", {}).values()]
    words = "\n".join(each.text for each in rows.said.values())
    return bool(told) and all(each in words for each in told)


def _of_only_one(writing: Writing, rows: Asked) -> Node | None:
    """Gives the person of the only party that leads, unless that has a name of its own."""
    leads = _leads(rows.commitment)
    person = leads[0].get("person", {}) if leads else {}
    if len(leads) != 1 or "name" in person or id(person) in writing.named_in_rows:
        return None
    return writing.add(writing.node_of(leads[0]), "person", rows.first.piece)
