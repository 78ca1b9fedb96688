"""Proposals as contributions, with the answer they were given and the commitments they became."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.decidim.fields import read_fields, stated_count
from opengov_local.formats.decidim.keys import language_of_rest
from opengov_local.formats.decidim.meetings import withdrawn
from opengov_local.formats.decidim.plans import Plans
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.state import State, is_number, linked
from opengov_local.formats.decidim.tables import Column, states
from opengov_local.formats.decidim.texts import Text, put_texts
from opengov_local.formats.tables.columns.online_forms import is_body
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import code_of_name, fold, status_unknown
from opengov_local.model.commitment import Commitment

_WITHDRAWN: Final = "withdrawn"
_PARTS: Final = re.compile(r"[;,\s]+")
_REASON: Final = Column("markup", "reason", 0)


def read_proposals(state: State, plans: Plans) -> None:
    """Reads all proposals; each lies in the meeting it comes from, else in the consultation of its component."""
    for record in state.of("proposal"):
        node = state.draft.add(_home(state, plans, record), "contributions", record.first())
        state.nodes[record] = node
        if (number := record.peek("id")) and state.proposals.setdefault(number, node) is not node:
            state.draft.say("import/decidim-number-twice", record.first(), node=node, number=number)
        node.data["kind"] = "proposal"
        for entry in record.take("meeting_urls"):
            found = linked(entry.piece.text)
            if found and found[1] in state.meetings:
                state.draft.used(entry.piece, node, "contributions")
            else:
                state.draft.keep(entry.piece, node, label=entry.heading)
        _author(state, record, node)
        _supporters(state, record, node)
        _disposition(state, record, node)
        withdrawn(state, record, node)
        read_fields(state, record, node)
        if "text" not in node.data or not (record.peek("title") or _titled(record)):
            state.draft.say("import/title-missing", record.first(), severity="error", node=node)


def _titled(record: Record) -> bool:
    return any(entry.key.startswith("title/") for entry in record.entries)


def _home(state: State, plans: Plans, record: Record) -> Node:
    """Gives the one meeting that a proposal comes from, else the consultation of its component."""
    found = [linked(entry.piece.text) for entry in record.entries if entry.key.startswith("meeting_urls")]
    nodes = [state.meetings[each[1]] for each in found if each and each[1] in state.meetings]
    return nodes[0] if len(nodes) == 1 else plans.workshop_of(record)


def _author(state: State, record: Record, node: Node) -> None:
    """Puts the author: a person, or a body, or several names as they are written."""
    entries = record.take("author/name")
    for entry in entries:
        no_person = len(entries) > 1 or "," in entry.piece.text or is_body(entry.piece.text)
        if entry is entries[0]:
            state.draft.put(node, "author.name" if no_person else "author.person.name", entry.piece.text, entry.piece)
        else:
            state.draft.keep(entry.piece, node, label=entry.heading)


def _supporters(state: State, record: Record, node: Node) -> None:
    for key in ("supports", "endorsements/total_count"):
        for entry in record.take(key):
            if "supporters" in node.data:
                state.draft.keep(entry.piece, node, label=entry.heading)
            elif (count := stated_count(state, node, entry)) is not None:
                state.draft.put(node, "supporters", count, entry.piece)


def _disposition(state: State, record: Record, node: Node) -> None:
    """Puts what became of a proposal and why; an answer without a known state is kept beside it."""
    draft = state.draft
    answers, dates = record.take("answer"), record.take("answered_at")
    for entry in (*record.take("state"), *record.take("proposal_state")):
        word = fold(entry.piece.text).replace(" ", "_")
        code = states().get(word) or code_of_name(entry.piece.text, "disposition")
        if word == _WITHDRAWN:
            draft.keep(entry.piece, node, label=entry.heading)
            draft.say("import/withdrawn", entry.piece, node=node)
        elif code is None:
            draft.keep(entry.piece, node, label=entry.heading)
            draft.say_notes((status_unknown(entry.piece.text),), entry.piece, node=node, heading=entry.heading)
        else:
            draft.put(node, "disposition.status", code, entry.piece)
    if "disposition" not in node.data:
        for entry in (*answers, *dates):
            draft.keep(entry.piece, node, label=entry.heading)
        if answers:
            draft.say("import/answer-without-state", answers[0].piece, node=node)
        return
    disposition = draft.add(node, "disposition")
    read = [(entry, language_of_rest(entry.key.partition("/")[2])) for entry in answers]
    put_texts(state, disposition, [Text(entry, _REASON, *said) for entry, said in read if said is not None])
    for entry, said in read:
        if said is None:
            draft.keep(entry.piece, node, label=entry.heading)
    for entry in dates:
        put_date(draft, disposition, "date", entry.piece, state.context(record, entry.key), entry.heading)


def link_proposals(state: State) -> None:
    """Ties commitments to the proposals they answer."""
    for record in state.of("result"):
        node = state.nodes[record]
        entries = state.links[record]
        for owned in (each for each in state.of("proposal") if each.owner is record):
            _tie(state, node, state.nodes[owned], owned.first())
        for entry in entries:
            _link(state, node, entry)


def _link(state: State, node: Node, entry: Entry) -> None:
    parts = [part for part in _PARTS.split(entry.piece.text) if part]
    numbers = [part if is_number(part) else (linked(part) or ("", ""))[1] for part in parts]
    found = [state.proposals[number] for number in numbers if number in state.proposals]
    if node.model is not Commitment or not found:
        state.draft.keep(entry.piece, node, label=entry.heading)
    if len(found) < len(parts):
        missing = [part for part, number in zip(parts, numbers, strict=True) if number not in state.proposals]
        state.draft.say("import/proposals-not-here", entry.piece, severity="info", node=node, names=tuple(missing))
    for contribution in found:
        _tie(state, node, contribution, entry.piece)


def _tie(state: State, node: Node, contribution: Node, piece: Piece | None) -> None:
    if node.model is not Commitment or piece is None:
        return
    if contribution.target not in node.data.get("inputs", ()):
        state.draft.put(node, "inputs", contribution.target, piece)
    if "disposition" in contribution.data:
        disposition = state.draft.add(contribution, "disposition")
        if node.target not in disposition.data.get("commitments", ()):
            state.draft.put(disposition, "commitments", node.target, piece)
