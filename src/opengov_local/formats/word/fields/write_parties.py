"""Fields of bodies and persons: who is responsible, who takes part, whom to ask."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from opengov_local.formats.own_groups import GROUP_OF_COLLECTIVITIES, GROUP_OF_SECTOR, GROUPS
from opengov_local.formats.paper.named_kinds import SAYS_IT
from opengov_local.formats.tables.columns.paired_bodies import bodies_in_both
from opengov_local.formats.tables.columns.ticks import are_ticks
from opengov_local.formats.word.drafting.whose import collectivity_named
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.annex import organization_named
from opengov_local.formats.word.own.own_dashes import has_dash
from opengov_local.formats.word.own.own_names import body_alone, person_alone, put_words
from opengov_local.formats.word.own.own_parties import called
from opengov_local.formats.word.own.reached import put_reached, reach
from opengov_local.formats.word.texts.parts_of_bodies import PARTS_OF_KINDS, heads_kinds, lead_words, part_in, parted
from opengov_local.formats.word.texts.passages import Line, Passage, bare, is_item, numbered, unlisted, unmarked
from opengov_local.formats.word.texts.with_partners import with_partner
from opengov_local.formats.wording.headings.phrases import names_nobody
from opengov_local.formats.wording.words.persons_named import (
    asks_for_person,
    each_person,
    is_post,
    is_post_of_several,
    joined_names,
    named_in,
    with_each_person,
    with_office,
    with_offices,
)
from opengov_local.formats.wording.words.plan_words import begins_with
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_list
from opengov_local.importing.words.bodies import body_among
from opengov_local.importing.words.lists import with_who_is_reached

_LONGEST = 70
"""Letters of the longest line that is a name, and no sentence."""
_SENTENCE = re.compile(
    r"(?P<name>[^.؟!]{2,78}[^\W\d_]{4})\.\s+(?P<rest>[^\W\d_]\S*(?:\s+\S+){3,}[.!؟…]?)\s*", re.DOTALL
)
"""A body, and a sentence of four words or more behind it; the word before the stop is no abbreviation."""
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")


def names(writing: Writing, passage: Passage, label: str = "", *, told: bool = True) -> list[str]:
    """Gives the names that a passage lists; says where it is not certain how many they are, if that is to be told."""
    found: list[str] = []
    listed = [passage.of([line]) for line in passage.lines]
    for (line,) in (one.lines for one in (listed if writing.own_form else unlisted(listed))):
        text = numbered(bare(line.text))[1] if is_item(line) else line.text
        if writing.own_form and passage.of([Line(text)]).is_nothing:
            writing.draft.ignore(passage.piece, "help")
            continue
        each = "" if writing.own_form else with_each_person(text)
        reading = read_list(each or (text if writing.own_form else text.replace("\t", " ; ")))
        parted = [item.strip() for item in reading.items if item.strip()]
        if label and not writing.own_form and asks_for_person(label):
            parted = [name for item in parted for name in joined_names(item) or [item]]
        if told and not writing.own_form and not each:
            writing.draft.say_notes(reading.notes, passage.piece)
        found += [text] if writing.own_form else with_offices(parted, label)
    if writing.own_form:
        return found  # each line of our own form is a party
    return list(dict.fromkeys(with_offices(with_who_is_reached(found), label) if len(passage.lines) > 1 else found))


def piloting(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts who pilots a commitment: bodies lead it, sentences and committees say how it is governed."""
    lines = [line.text.strip() for line in passage.lines]
    if all(
        len(line) <= _LONGEST and not line.endswith((".", ";", "؛")) and not begins_with(bare(line), "body")
        for line in lines
    ):
        return parties(writing, node, "leads", passage, label)
    if "governance" not in node.shapes:
        return False
    for language, words in writing.texts(passage):
        writing.draft.put(node, "governance", words, passage.piece, language=language)
    return True


def parties(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts bodies; `supporting_csos` and its like say of which kind they are. A tick names nobody."""
    if not writing.own_form and are_ticks([passage.text]):
        return False
    passage = _by_part(writing, node, field, _without_sentences(writing, node, passage, label), label)
    name, _, group = field.partition("_")
    if group not in GROUPS:
        name, group = field, ""
    if name == "leads" and not writing.own_form:
        passage = _without_partners(writing, node, passage, label)
    twins = _in_two_languages(writing, passage, one=name == "leads")
    unmarked = tuple(replace(line, text=line.text.replace(SAYS_IT, "")) for line in passage.lines)
    for said in twins or [(each,) for each in names(writing, passage, label)]:
        if (known := _named_before(writing, node, name, said, group)) is not None:
            writing.draft.used(passage.piece, known, "name")
            continue
        if not writing.own_form and put_reached(writing, node, name, said, passage):
            continue
        stated = writing.own_form and said[-1].endswith(SAYS_IT)
        passage = replace(passage, lines=unmarked) if stated else passage
        party = writing.add(node, name, passage.piece)
        for each in said:
            _name(writing, party, each.removesuffix(SAYS_IT), passage, label)
        if group in GROUPS and writing.own_form:
            writing.last(partial(_group, writing, party, group, passage, stated=stated))
        elif group in GROUPS:
            writing.draft.put(party, "group", group, passage.piece)
    return True


def _group(writing: Writing, party: Node, group: str, passage: Passage, *, stated: bool) -> None:
    """Puts the kind of stakeholder that a form of our own says, unless its body alone says it; see `own_groups`."""
    bodies = writing.draft.root.data.get("organizations", [])
    sector = next((body.get("sector") for body in bodies if body["id"] == party.data.get("organization")), None)
    told = GROUP_OF_COLLECTIVITIES if "collectivity" in party.data else GROUP_OF_SECTOR.get(sector)
    if group == told and "group" not in party.data and not stated:
        writing.draft.used(passage.piece, party, "group")
    else:
        writing.draft.put(party, "group", group, passage.piece)


def _without_partners(writing: Writing, node: Node, passage: Passage, label: str) -> Passage:
    """Puts with whom somebody leads, "DSI, avec l'association X", as who supports, and says so; gives the others."""
    lines: list[Line] = []
    for line in passage.lines:
        found = [(each, with_partner(each)) for each in names(writing, passage.of([line]), label, told=False)]
        partners = [beside.partner for _, beside in found if beside is not None]
        if not partners or "supporting" not in node.shapes:
            lines.append(line)
            continue
        leads = [beside.lead if beside is not None else each for each, beside in found]
        lines += [Line(each) for each in leads if each]
        for partner in partners:
            parties(writing, node, "supporting", passage.of([Line(partner)]), label)
            writing.draft.say(
                "import/assumed", passage.piece, severity="info", node=node, field="supporting", value=partner
            )
    return passage.of(lines)


def _in_two_languages(writing: Writing, passage: Passage, *, one: bool) -> list[tuple[str, ...]]:
    """Gives the names of bodies that a passage says in two scripts, as cells do: "DSI" above «قسم المعلوميات».

    So of who is responsible, who is `one` for the most part, and of partners of one kind; items of a list are bodies of
    their own.
    """
    if writing.own_form or any(map(is_item, passage.lines)):
        return []
    piece = passage.piece._replace(text=passage.text)
    return bodies_in_both(
        writing.draft,
        piece,
        lambda part: names(writing, passage.of([*map(Line, part.splitlines())]), told=False),
        one=one,
        sure=not one,
    )


def _named_before(writing: Writing, node: Node, field: str, said: tuple[str, ...], group: str) -> Node | None:
    """Gives the body of those names and that group that a list further up has said already, and nothing beside."""
    held = [] if writing.own_form else node.data.get(field, [])
    known = body_among(held, said, group)
    return writing.node_of(known) if known is not None else None


def _without_sentences(writing: Writing, node: Node, passage: Passage, label: str) -> Passage:
    """Keeps the sentences that a line goes on with behind a body: "Service informatique. Le portail ouvre en juin."."""
    if writing.own_form:
        return passage
    lines = []
    for line in passage.lines:
        found = _SENTENCE.fullmatch(line.text)
        if found is not None:
            writing.keep(node, passage.of([Line(found["rest"])]), label)
        lines.append(replace(line, text=found["name"]) if found is not None else line)
    return passage.of(lines)


def _by_part(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> Passage:
    """Puts the lines that say themselves which part their bodies have (`Lead: X`), and gives the others.

    A line that is no more than such words, "Supporting stakeholders", says it of those below it; what names a kind of
    body may be one of the list, "Associations", and needs a colon or others like it for that.
    """
    others: list[Line] = []
    heads: str | None = None
    headed = not writing.own_form and heads_kinds(passage.lines)
    for line in passage.lines if writing.own_form else parted(passage.lines):
        head, colon, rest = bare(line.text).partition(":")
        part = part_in(head) if not writing.own_form or (colon and rest.strip()) else None
        if part and not writing.own_form and names_nobody(rest) and rest.strip():
            writing.draft.say(
                "import/no-value", passage.piece, severity="info", node=node, heading=head.strip(), text=rest.strip()
            )
            writing.keep(node, passage.of([line]), label)
        elif part and rest.strip():
            parties(writing, node, part, passage.of([Line(rest.strip())]), label)
        elif part and len(passage.lines) > 1 and (headed or colon or part not in PARTS_OF_KINDS):
            heads = part
        elif heads and heads != field:
            parties(writing, node, heads, passage.of([line]), label)
        else:
            others.append(line)
    return passage.of(others)


def institutions(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts bodies of which some are said to lead: `X (chef de file)`."""
    passage = _by_part(writing, node, "supporting", passage, label)
    for each in names(writing, passage, label):
        bracket = _BRACKETS.search(each)
        leads = bracket is not None and fold(bracket[1]) in lead_words()
        party = writing.add(node, "leads" if leads else "supporting", passage.piece)
        _name(writing, party, each[: bracket.start()] if leads and bracket else each, passage, label)
    return True


def _name(writing: Writing, party: Node, name: str, passage: Passage, label: str) -> None:
    if writing.own_form:
        line, name = name, body_alone(writing, party, name, passage)
        if has_dash(line, name):
            called(writing, party, name, line, passage)
            return
        if (known := organization_named(writing, name)) is not None:
            writing.draft.put(party, "organization", known, passage.piece)
            return
        writing.later(partial(_as_collectivity, writing, party, name, passage))
        name = unmarked(name)
    else:
        name, person = named_in(name, label)
        if person:
            person_of(writing, party, person, passage, alone=not name)
    for language, words in writing.texts(passage.of([Line(name)]), title=True) if name else ():
        writing.draft.put(party, "name", words, passage.piece, language=language)


def _as_collectivity(writing: Writing, party: Node, name: str, passage: Passage) -> None:
    """Puts a collectivity of the document in the place of its name, which may stand before the document tells it."""
    known = collectivity_named(writing, name)
    if known is not None and "collectivity" not in party.data:
        party.data.pop("name", None)
        writing.draft.put(party, "collectivity", known, passage.piece)


def persons(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts persons, one a line, between semicolons, or each addressed; what follows behind a comma is the office."""
    for line in passage.lines:
        text = numbered(bare(line.text))[1] if is_item(line) else line.text
        for item in [text] if writing.own_form else each_person(text):
            if item:
                _person(writing, writing.add(node, field, passage.piece), item, passage)
    return True


def _person(writing: Writing, person: Node, text: str, passage: Passage) -> None:
    """Puts a name, an office, and how to reach the person."""
    if writing.own_form:
        person_alone(writing, person, text, passage)
        return
    words = with_office(reach(writing, person, text, passage))
    for field, each in zip(("name", "role"), words, strict=True):
        put_words(writing, person, field, each, passage)


def person_of(writing: Writing, party: Node, text: str, passage: Passage, *, alone: bool = True) -> None:
    """Puts a person with the office or, if no body is named before, with the one behind: "Mme X, association Y"."""
    text = reach(writing, writing.add(party, "person", passage.piece), text, passage)
    name, behind = with_office(text)
    person = writing.add(party, "person", passage.piece)
    says = "role" if is_post(behind) or is_post_of_several(behind) or not alone else "name"
    for field, node, words in (("name", person, name), (says, person, behind)):
        where = party if field == "name" and words == behind else node
        for language, each in writing.texts(passage.of([Line(words)])) if words else ():
            writing.draft.put(where, field, each, passage.piece, language=language)
