"""What labels and their values say of the plan as a whole, on its cover page or above its first table."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.plan.party_cells import put_party, put_person
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.words.adoption_sentences import (
    day_in,
    has,
    is_not_yet,
    kind_of,
    number_in,
    session_in,
)
from opengov_local.formats.wording.words.persons_named import with_offices
from opengov_local.importing.dates import DateContext, DateReading, FoundDate, find_dates, read_date
from opengov_local.importing.dates.meaning import ORDER
from opengov_local.importing.draft import Node
from opengov_local.importing.words import read_list
from opengov_local.importing.words.numerals import plain_digits

TIMES = frozenset({"schedule", "start", "end"})
"""Targets that are the plan's where they stand above a table of its projects: "Période : 2026-2027"."""
_TEXTS = frozenset(
    f"plan.{each}"
    for each in (
        *("vision", "foreword", "coordination", "achievements", "challenges", "medium_term_goals", "co_creation"),
        "monitoring",
    )
)
_PARTIES = {
    "plan.leads": ("leads", ""), "lead": ("leads", ""), "lead.department": ("leads", ""),
    "plan.supporting": ("supporting", ""), "supporting": ("supporting", ""),
    "supporting.government": ("supporting", "government"), "supporting.csos": ("supporting", "csos"),
    "supporting.others": ("supporting", "others"),
}  # fmt: skip
_PERSONS = {
    "plan.contact": "name", "lead.person": "name", "lead.role": "role", "lead.email": "contact.email",
    "lead.phone": "contact.phone",
}  # fmt: skip
_BOUNDS = {"plan.start": "start", "plan.end": "end"}
_ADOPTIONS = {"plan.adopted_on": "date", "plan.deliberation": "deliberation", "plan.session": "session"}
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_FIGURES = " \u00a0-–—/.()0123456789"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)


def field_of(target: str) -> str:
    """Gives the field of a plan that a label asks for."""
    return targets()[target].field


def reads(target: str) -> bool:
    """Tells whether what a label asks for can be said of a plan."""
    return any(target in names for names, _ in _readers(target))


def as_period(pair: Pair) -> Pair:
    """Takes years alone behind a label of titles for the period: "Plan d'action : 2026-2027" titles nothing."""
    if pair.meaning.target != "plan.title" or plain_digits(pair.text).strip(_FIGURES):
        return pair
    return pair._replace(meaning=replace(pair.meaning, target="plan.period"))


def read_pair(state: State, pair: Pair) -> bool:
    """Reads what a label asks of a plan; tells whether its value is accounted for."""
    target = pair.meaning.target
    return any(read(state, pair) for names, read in _readers(target) if target in names)


def _readers(target: str) -> tuple[tuple[Collection[str], Callable[[State, Pair], bool]], ...]:
    readers: tuple[tuple[Collection[str], Callable[[State, Pair], bool]], ...] = (
        (("plan.period", *TIMES), lambda state, pair: put_period(state, pair.value, pair.text, target)),
        (_BOUNDS, lambda state, pair: put_period(state, pair.value, pair.text, _BOUNDS[target])),
        (_TEXTS, _text),
        (_PARTIES, _party),
        (_PERSONS, _person),
        (_ADOPTIONS, _adoption),
        (("plan.term_end",), lambda state, pair: _date(state, state.plan, "term_end", pair)),
        (("plan.website",), _website),
        (("plan.submitted",), _submission),
    )
    return readers


def _text(state: State, pair: Pair) -> bool:
    field, language = field_of(pair.meaning.target), pair.meaning.text_language
    state.draft.put(state.plan, field, pair.text, pair.value, language=language)
    return True


def put_period(state: State, piece: Piece, text: str, target: str = "plan.period") -> bool:
    """Puts from when to when a plan runs; tells whether a text says so, and nothing else stood there."""
    reading = _only_date(text)
    if reading is None or (target == "schedule" and reading.kind == "date"):
        return False  # "Date : 12/03/2026" is the day of the paper
    begin = reading.start if target != "end" else None
    end = reading.end or (reading.start if reading.kind == "date" else None) if target != "start" else None
    said = [(name, value) for name, value in (("period.start", begin), ("period.end", end)) if value]
    held = state.plan.data.get("period", {})
    if not said or not all(_agrees(held.get(name.partition(".")[2], value), value) for name, value in said):
        return False
    for name, value in said:
        if held.pop(name.partition(".")[2], None) is not None:  # the years of the title
            state.draft.node_of(held).places.pop(name.partition(".")[2], None)
        state.draft.put(state.plan, name, value, piece)
    return True


def _agrees(known: str, value: str) -> bool:
    """Tells whether a date is the one known, or says more of it: 2025-03-15 of 2025."""
    return value == known or value.startswith(f"{known}-")


def _only_date(text: str) -> DateReading | None:
    """Gives the one date or period that a text states, if it states it plainly."""
    found = find_dates(text)
    reading = read_date(text) or (found[0].reading if len(found) == 1 else None)
    return reading if reading is not None and not reading.qualifier else None


def _party(state: State, pair: Pair) -> bool:
    field, group = _PARTIES[pair.meaning.target]
    for name in with_offices(read_list(pair.text, commas="names").items):
        party = state.draft.add(state.plan, field, pair.value)
        put_party(state.draft, party, name, pair.value, pair.meaning.text_language)
        if group:
            party.data["group"] = group
    return True


def _person(state: State, pair: Pair) -> bool:
    """Puts what a label says of the point of contact: one person, until another name follows."""
    field = _PERSONS[pair.meaning.target]
    field = "contact.email" if field == "name" and _EMAIL.fullmatch(pair.text.strip()) else field
    known = state.plan.data.get("points_of_contact", [])
    open_ = bool(known) and _lacks(known[-1], field)
    person = state.draft.node_of(known[-1]) if open_ else state.draft.add(state.plan, "points_of_contact", pair.value)
    if field == "name":
        put_person(state.draft, person, "", pair.text, pair.value, pair.meaning.text_language)
    else:
        state.draft.put(person, field, pair.text, pair.value, language=pair.meaning.text_language)
    return True


def _lacks(person: dict[str, object], field: str) -> bool:
    first, _, rest = field.partition(".")
    held = person.get(first)
    return held is None or (isinstance(held, dict) and bool(rest) and rest not in held)


def _adoption(state: State, pair: Pair) -> bool:
    field = _ADOPTIONS[pair.meaning.target]
    day = day_in(pair.text, DateContext()) if field == "date" else None
    reading = _only_date(pair.text) or (day.reading if day else None)
    if field == "date" and (reading is None or reading.kind != "date"):
        return False
    known = state.plan.data.get("adoptions", [])
    node = state.draft.node_of(known[0]) if known else state.draft.add(state.plan, "adoptions", pair.value)
    if field == "date":
        _session_beside(state, node, pair, day)
        return _date(state, node, "planned" if is_not_yet(pair.text) else "date", pair, reading)
    state.draft.put(node, field, pair.text, pair.value, language=pair.meaning.text_language)
    return True


def _session_beside(state: State, node: Node, pair: Pair, day: FoundDate | None) -> None:
    """Puts the session and the number of the decision that stand beside the date of an adoption."""
    if day is None or not has("session", pair.text):
        return
    said = {
        "session": session_in(pair.text, day) or pair.text,
        "session_kind": kind_of(pair.text),
        "deliberation": number_in(pair.text),
    }
    for name, words in said.items():
        if words and name not in node.data:
            state.draft.put(node, name, words, pair.value, language=pair.meaning.text_language)


def _submission(state: State, pair: Pair) -> bool:
    if (reading := _only_date(pair.text)) is None or reading.kind != "date" or "submissions" in state.plan.data:
        return False
    return _date(state, state.draft.add(state.plan, "submissions", pair.value), "date", pair, reading)


def _date(state: State, node: Node, field: str, pair: Pair, reading: DateReading | None = None) -> bool:
    reading = reading or _only_date(pair.text)
    if reading is None or reading.kind != "date":
        return False
    state.draft.put(node, field, reading.start, pair.value)
    if ORDER in reading.notes:
        state.draft.say(ORDER, pair.value, severity="info", node=node, heading=pair.heading, text=pair.text)
    return True


def _website(state: State, pair: Pair) -> bool:
    piece, text = pair.value, pair.text.strip()
    if not _ADDRESS.match(text):
        return False
    address = text if "://" in text else f"https://{text}"
    if address != text:
        state.draft.say("import/address-completed", piece, severity="info", node=state.plan, url=address)
    state.draft.put(state.plan, "website", address, piece)
    return True
