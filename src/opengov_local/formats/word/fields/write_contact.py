"""Whom to ask: the responsible person that a form names, with an office and an address."""

from __future__ import annotations

from collections.abc import Mapping

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields.write_parties import parties
from opengov_local.formats.word.own import own_contacts
from opengov_local.formats.word.own.own_names import put_words
from opengov_local.formats.word.own.reached import reach
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.persons_named import is_body, joined_names, with_office
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold
from opengov_local.model.plan import ActionPlan


def contact(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts what is said of the responsible person: in the one body that leads, else as a party of its own.

    Of a plan it is the last of those whom to ask. A body is no person: it leads where the label asks who is
    responsible, and is kept where it asks whom to reach. An office or an address that alone makes a party is said:
    nobody is named who leads.
    """
    if node.model is ActionPlan:
        return _of_contact(writing, node, field, passage, label)
    if writing.own_form:
        return own_contacts.contact(writing, node, field, passage, label)
    if field == "contact_name" and is_body(passage.text):
        return not _asks_for_contact(label) and parties(writing, node, "leads", passage, label)
    several = joined_names(passage.text) if field == "contact_name" else []
    return all(
        _of_person(writing, node, field, passage.of([Line(name)]) if several else passage, label)
        for name in several or [passage.text]
    )


def _of_person(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts what is said of one responsible person."""
    body, passage = _body_behind(writing, node, passage) if field == "contact_name" else (None, passage)
    party = writing.node_of(body) if body else _asked_for(writing, node, field)
    if party is None and field != "contact_name":
        writing.draft.say("import/assumed", passage.piece, severity="warning", node=node, field="leads", value=label)
    person = writing.add(party or writing.add(node, "leads", passage.piece), "person", passage.piece)
    if _detail(writing, person, field, passage):
        return True
    rest = reach(writing, person, passage.text, passage)
    if field == "contact_both":
        return _kept_rest(writing, node, passage, rest, label)
    if rest:
        for name, words in zip(("name", "role"), with_office(rest), strict=True):
            put_words(writing, person, name, words, passage)
    return True


def _detail(writing: Writing, person: Node, field: str, passage: Passage) -> bool:
    """Puts the address, the number or the office of a person; tells whether it was asked for one of them."""
    if field in ("contact_email", "contact_phone"):
        writing.draft.put(person, f"contact.{field.removeprefix('contact_')}", passage.text, passage.piece)
    elif field == "contact_role":
        writing.put_text(person, "role", passage)
    else:
        return False
    return True


def _asks_for_contact(label: str) -> bool:
    """Tells whether a label asks whom to reach, and not who is responsible."""
    return any(word in fold(label) for word in ("contact", "اتصال"))


def _kept_rest(writing: Writing, node: Node, passage: Passage, rest: str, label: str) -> bool:
    """Keeps words beside an address and a number, which may be a second one; tells whether anything else was read."""
    if rest == passage.text:
        return False
    if any(map(str.isalnum, rest)) and not writing.own_form:
        writing.keep(node, passage.of([Line(rest)]), label)
    return True


def _of_contact(writing: Writing, plan: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts an address or a number of the last person whom to ask about a plan, of a new one if that has another."""
    known = plan.data.get("points_of_contact", [])
    what = field.removeprefix("contact_")
    held = known[-1].get("contact", {}) if known else {}
    fresh = not known or what in held or (what == "both" and bool(held))
    person = writing.add(plan, "points_of_contact", passage.piece) if fresh else writing.node_of(known[-1])
    if what in ("email", "phone"):
        writing.draft.put(person, f"contact.{what}", passage.text, passage.piece)
        return True
    return _kept_rest(writing, plan, passage, reach(writing, person, passage.text, passage), label)


def _asked_for(writing: Writing, node: Node, field: str) -> Node | None:
    """Gives the party whose person is asked for: the last that has one, or the only one; else none of those there."""
    leads = node.data.get("leads", [])
    known = [party for party in leads if "person" in party]
    if field == "contact_name" and any("name" in party["person"] for party in known):
        return None
    if known or len(leads) == 1:
        return writing.node_of(known[-1] if known else leads[0])
    return None


def _body_behind(writing: Writing, node: Node, passage: Passage) -> tuple[dict[str, object] | None, Passage]:
    """Parts the name of one of the bodies that lead from that of their person: `Mme X, Direction des services`."""
    for body in node.data.get("leads", []):
        for name in (*body.get("name", {}).values(), *_organization(writing, body)):
            for comma in (", ", "، "):
                if "person" not in body and passage.text.endswith(comma + name):
                    return body, passage.of([Line(passage.text.removesuffix(comma + name))])
    return None, passage


def _organization(writing: Writing, body: Mapping[str, object]) -> list[str]:
    return [name for name, known in writing.organizations.items() if known == body.get("organization")]
