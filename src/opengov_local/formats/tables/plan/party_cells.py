"""Cells about who has a part in something: bodies, persons with their offices, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from opengov_local.account import Piece
from opengov_local.formats.civility import may_name_several, one_of_plural
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.columns.paired_bodies import Paired, parted, say_paired
from opengov_local.formats.tables.drafted.cell_base import CellBase
from opengov_local.formats.tables.drafted.unregistered import country_named, told_in
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.phrases import names_nobody
from opengov_local.formats.wording.words.bilingual import paired
from opengov_local.formats.wording.words.contact_words import Reached, apart_from_reached, is_fax, reached_by
from opengov_local.formats.wording.words.helped_by import helped_by, says_help
from opengov_local.formats.wording.words.persons_named import (
    Named,
    is_body,
    is_post,
    joined_names,
    named_in,
    persons_in,
    speaks_for,
    with_office,
    with_offices,
)
from opengov_local.formats.wording.words.plan_words import says
from opengov_local.formats.wording.words.roles_in_cells import in_role
from opengov_local.formats.wording.words.same_words import is_ditto, names_another
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import read_list
from opengov_local.importing.words.bodies import body_among, body_key
from opengov_local.importing.words.personal_names import is_given_name, is_personal_name

PARTIES = "parties"
_SEVERAL = 2
_PLAIN = str.maketrans("", "", " ;'’")
_PARTS = re.compile(r"[;؛\n]")
_SHARE = re.compile(r"[0-9٠-٩]\s*[%٪]\s*\)?\s*$|^[%٪]?\s*[0-9٠-٩.,]+\s*[%٪]")
"""What each gives, before or behind a name: "Région 50 %"."""


def put_party(
    draft: Draft, party: Node, text: str, piece: Piece, language: str | None = None, *, heading: str = ""
) -> None:
    """Puts a body, a person with the office, or both: "Mme X, cheffe de division", "DSI (M. Y)"."""
    text = _put_reached(draft, party, "person.", text, piece)
    named, assumed = _named_in(text, heading)
    if assumed:
        draft.say("import/assumed", piece, severity="info", node=party, field="person", value=text)
    if named.body:
        draft.put(party, "name", named.body, piece, language=language)
    if named.person:
        put_person(draft, party, "person.", named.person, piece, language)


@lru_cache(maxsize=1 << 12)
def _named_in(text: str, heading: str) -> tuple[Named, bool]:
    """Gives whom words below a heading name, and whether that is assumed: a name alone may be that of a person."""
    named = named_in(text, heading)
    if one_of_plural(text):
        return Named("", text), False
    if text and heading and not named.person and _is_name(text) and not says(heading, "body_asked"):
        return Named("", text), True
    return named, False


def _is_name(text: str) -> bool:
    """Tells whether words are the name of a person, or a given name alone."""
    return is_personal_name(text) or is_given_name(text)


def put_person(draft: Draft, node: Node, prefix: str, text: str, piece: Piece, language: str | None = None) -> None:
    """Puts a name and, where one stands behind it, the office.

    Args:
        draft: the document in the making.
        node: the person, or a party.
        prefix: `person.` of a party, else empty.
        text: the words.
        piece: the cell.
        language: language of the words, if it is known.
    """
    name, office = with_office(_put_reached(draft, node, prefix, text, piece))
    if name and office and not is_post(office):
        name, office = text, ""
    for field, words in (("name", name), ("role", office)):
        if words:
            draft.put(node, f"{prefix}{field}", words, piece, language=language)


def _put_reached(draft: Draft, node: Node, prefix: str, text: str, piece: Piece) -> str:
    """Puts the addresses and telephone numbers among words beside the person, and gives the words without them."""
    text, reached = apart_from_reached(text)
    for how in reached:
        draft.put(node, f"{prefix}contact.{how.kind}", how.text, piece)
    return text


def _with_lands(items: Sequence[str], text: str) -> tuple[str, ...]:
    """Gives what a text lists, a country behind a collectivity with it: "Cork City Council, Ireland" is one body."""
    found: list[str] = []
    for item in items:
        whole = f"{found[-1]}, {item}" if found else ""
        if whole and country_named(item) and told_in(found[-1]) and whole in text:
            found[-1] = whole
        else:
            found.append(item)
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def _each_of_several(text: str) -> tuple[str, ...]:
    """Gives the persons whom words name and nothing else, and how they are reached; all of them as one if need be."""
    if not may_name_several(text):
        return ()
    said, reached = apart_from_reached(text)
    if names := persons_in(said):
        return (*names, *(how.text for how in reached))
    return (text,) if one_of_plural(text) else ()


def names_apart(text: str) -> tuple[str, ...]:
    """Gives the names that a cell lists with semicolons, where each becomes what it would alone; else none.

    They are plain words of different bodies, none of which adds to the one before it.
    """
    names = tuple(text.split("; "))
    if len(names) < _SEVERAL or not text.translate(_PLAIN).isalnum() or not all(name[:1].isalpha() for name in names):
        return ()
    if any(map(_may_add, names)) or len({*map(body_key, names)}) < len(names):
        return ()
    return () if names_nobody(text) or is_ditto(text) else names


@lru_cache(maxsize=1 << 12)
def _may_add(name: str) -> bool:
    """Tells whether words behind a name may say more of that, and name nobody."""
    return is_post(name) or speaks_for(name) or says_help(name)


def _is_each_reached(listed: Sequence[tuple[str, ...]]) -> bool:
    """Tells whether each of several that a cell lists has a way to be reached right behind the name."""
    ways = [len(names) == 1 and reached_by(names[0]) is not None for names in listed]
    return any(ways) and not ways[0] and all(one or other for one, other in pairwise([*ways, False]))


class PartyCells(CellBase):
    """Reads cells about bodies and persons."""

    def _parties(self, node: Node, column: Column, piece: Piece, group: str) -> None:
        field = self._field(node, column)
        if field == "leads" and "supporting" in node.shapes and (said := helped_by(piece.text)) is not None:
            leads, others = said
            self._list_parties(node, "leads", column, piece._replace(text=leads, value=leads), group)
            self._list_parties(node, "supporting", column, piece._replace(text=others, value=others), "")
            self.draft.say("import/assumed", piece, severity="info", node=node, field="supporting", value=others)
            return
        if field == "leads" and "supporting" in node.shapes and self._in_roles(node, column, piece, group):
            return
        self._list_parties(node, field, column, piece, group)

    def _in_roles(self, node: Node, column: Column, piece: Piece, group: str) -> bool:
        """Reads bodies that stand with their roles, which is said; tells whether one of them does."""
        items = self._items(node, column, piece) if any(sign in piece.text for sign in ":：(") else ()
        roles = [in_role(item) for item in items]
        field, goes_on = "leads", False
        for item, said in zip(items, roles, strict=True) if any(roles) else ():
            field = said.field if said else field if goes_on else "leads"
            goes_on = said.goes_on if said else goes_on
            name = said.name if said else item
            self._list_parties(node, field, column, piece._replace(text=name, value=name), group)
            self.draft.say("import/assumed", piece, severity="info", node=node, field=field, value=name)
        return any(roles)

    def _list_parties(self, node: Node, field: str, column: Column, piece: Piece, group: str) -> None:
        party = None
        each = _is_each_reached(listed := self._named(node, column, piece))
        has_rates = "%" in piece.text or "٪" in piece.text
        for names in listed:
            held = node.data.get(field)
            if len(names) == 1 and (how := reached_by(names[0])) is not None:
                self._reach(node, field, how, piece, party if each else None)
                continue
            if len(names) == 1 and is_fax(names[0]):
                self._keep(node, column, piece._replace(text=names[0]))
                continue
            if len(names) == 1 and self._is_untold(node, column, piece, names[0]):
                continue
            if held and (known := body_among(held, names, group)) is not None:
                party = self.draft.node_of(known)
                self.draft.used(piece, party, "name")
                continue
            party = self.draft.add(node, field, piece)
            if len(names) == 1:
                put_party(self.draft, party, names[0], piece, column.language, heading=column.heading)
            for name in names if len(names) > 1 else ():
                self.draft.put(party, "name", name, piece)
            if has_rates and any(_SHARE.search(name) for name in names if "%" in name or "٪" in name):
                self.draft.say("import/share-beside-name", piece, node=party, heading=column.heading, text=names[0])
            if group:
                party.data["group"] = group

    def _is_untold(self, node: Node, column: Column, piece: Piece, words: str) -> bool:
        """Tells whether words say to be who is named elsewhere, which nothing tells: they are kept, and said."""
        if not names_another(words):
            return False
        self._keep(node, column, piece._replace(text=words), "import/same-as-untold")
        return True

    def _named(self, node: Node, column: Column, piece: Piece) -> list[tuple[str, ...]]:
        """Gives the names of each of the listed, in two languages where both parts of a cell list as many."""
        both = parted(self.draft, piece, self._pairs_of(column)(piece.text))
        items = self._listed(node, column, piece)
        bodies = _with_lands(items, piece.text)
        if len(bodies) < len(items):
            self.draft.say("import/bodies-not-split", piece, severity="info", node=node, text=piece.text)
        return both or [(item,) for item in with_offices(bodies, column.heading)]

    def _listed(self, node: Node, column: Column, piece: Piece) -> tuple[str, ...]:
        """Gives what a cell lists, each person for himself where words name nothing else: "MM. X, Y et Mme Z".

        Persons of whom it is not certain how many they are stay one, which is said.
        """
        parts = [part.strip() for part in _PARTS.split(piece.text) if part.strip()]
        persons = list(map(_each_of_several, parts))
        whole = not any(persons)
        found: list[str] = []
        for part, names in [(piece.text, ())] if whole else zip(parts, persons, strict=True):
            items = [part] if names else self._items(node, column, piece._replace(text=part, value=part))
            for item in items:
                joined = () if names else joined_names(item)
                joined = () if joined and says(column.heading, "body_asked") else joined
                found += (each := names or _each_of_several(item) or joined) or (item,)
                if joined or each == (item,):
                    self.draft.say("import/list-uncertain", piece, severity="info", node=node, heading=column.heading,
                                   text=item, count=len(each))  # fmt: skip
        return tuple(found)

    def _pairs_of(self, column: Column) -> Paired:
        """Gives what reads the names that a cell of a column lists in two scripts."""
        dashes = self._readings.dashes_part(column)
        return lambda text: paired(text, lambda part: read_list(part, commas="names", dashes=dashes).items)

    def say_paired(self) -> None:
        """Says where names in two scripts were taken for one body without being sure."""
        named = [one for one in self.region.columns if one.target and targets()[one.target].reads.startswith(PARTIES)]
        say_paired(self.draft, self.region, named, self._pairs_of)

    def _persons(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        items, party = self._persons_in(node, column, piece), None
        each = _is_each_reached([(item,) for item in items])
        for item in items:
            if (how := reached_by(item)) is not None:
                self._reach(node, self._field(node, column), how, piece, party if each else None)
                continue
            if is_fax(item):
                self._keep(node, column, piece._replace(text=item))
                continue
            if self._is_untold(node, column, piece, item):
                continue
            party = self.draft.add(node, self._field(node, column), piece)
            if is_body(item):
                self.draft.put(party, "name", item, piece, language=column.language)
                continue
            put_person(self.draft, party, "person.", item, piece, column.language)
            if column.target == "lead.elected" and "role" not in party.data.get("person", {}):
                self.draft.put(party, "person.role", column.heading, piece)

    def _reach(self, node: Node, field: str, how: Reached, piece: Piece, party: Node | None) -> None:
        """Puts how someone is reached beside a party, or the only one who is named; else one of its own has it."""
        held = node.data.get(field, ())
        if party is None:
            one = held[0] if len(held) == 1 and how.kind not in held[0].get("person", {}).get("contact", {}) else None
            party = self.draft.node_of(one) if one is not None else self.draft.add(node, field, piece)
        self.draft.put(party, f"person.contact.{how.kind}", how.text, piece)

    def _persons_in(self, node: Node, column: Column, piece: Piece) -> list[str]:
        """Gives the persons of a cell; an office behind a comma belongs to the name before it."""
        found: list[str] = []
        listed = (name for item in self._listed(node, column, piece) for name in joined_names(item) or (item,))
        for item in listed:
            if found and is_post(item) and not is_post(found[-1]) and f"{found[-1]}," in piece.text.replace("،", ","):
                found[-1] = f"{found[-1]}, {item}"
            else:
                found.append(item)
        return found

    def _role(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts the office of who is responsible beside the only one of the row, or as many offices beside as many."""
        leads = node.data.get("leads", ())
        offices = (piece.text,) if len(leads) == 1 else self._items(node, column, piece)
        if len(offices) != len(leads) or any("role" in lead.get("person", {}) for lead in leads):
            self._keep(node, column, piece)
            self.draft.say(
                "import/office-of-several", piece, node=node, heading=column.heading, text=piece.text, count=len(leads)
            )
            return
        for lead, office in zip(leads, offices, strict=True):
            self.draft.put(self.draft.node_of(lead), "person.role", office, piece, language=column.language)

    def _contact(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts a contact beside the only person of the row, else the only lead, else as many beside as many leads.

        One of nobody in particular makes a person of its own; one of several leads is kept.
        """
        field = f"person.contact.{'email' if column.target == 'lead.email' else 'phone'}"
        leads = node.data.get("leads", ())
        persons = [lead for lead in leads if "person" in lead]
        reached = persons if len(persons) == 1 else leads
        contacts = (piece.text,) if len(reached) < _SEVERAL else self._items(node, column, piece)
        if not reached:
            self.draft.put(self.draft.add(node, "leads", piece), field, piece.text, piece)
            return
        if len(contacts) != len(reached):
            self._keep(node, column, piece)
            return
        for lead, contact in zip(reached, contacts, strict=True):
            self.draft.put(self.draft.node_of(lead), field, contact, piece)
