"""Meetings as workshops."""

from __future__ import annotations

import re

from opengov_local.formats.decidim.fields import read_fields
from opengov_local.formats.decidim.keys import language_of_rest
from opengov_local.formats.decidim.markup import to_plain
from opengov_local.formats.decidim.plans import Plans
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.sections import split
from opengov_local.formats.decidim.state import State, linked
from opengov_local.formats.wording.words.minute_words import kind_of_workshop
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import read_boolean
from opengov_local.importing.words.bullets import unbulleted
from opengov_local.model.plan import ActionPlan
from opengov_local.model.workshop import Workshop

_KIND = "other"
_BOLD_ALONE = re.compile(r"<p>\s*<(strong|b)>([^<]{2,60}?)\s*:?\s*</\1>\s*:?\s*</p>", re.IGNORECASE)
"""A paragraph of bold words alone, which editors of texts write for a heading."""


def read_meetings(state: State, plans: Plans) -> None:
    """Reads all meetings; what they are for is told by their titles at most, else their kind is `other`."""
    for record in state.of("meeting"):
        node = state.draft.add(state.draft.root, "workshops", record.first())
        state.nodes[record] = node
        if number := record.peek("id"):
            state.meetings.setdefault(number, node)
        ends = record.take("end_time")
        withdrawn(state, record, node)
        results = record.take("related_results")
        for entry in record.take("description"):
            _read_agenda(state, node, entry)
        read_fields(state, record, node)
        node.data["kind"] = kind = _kind(node)
        plans.assume(node, "kind", kind)
        for entry in ends:
            reading = read_date(entry.piece.text, state.context(record, entry.key))
            if reading is not None and reading.start is not None and reading.start == node.data.get("date"):
                state.draft.used(entry.piece, node, "date")
            else:
                put_date(state.draft, node, "until", entry.piece, state.context(record, entry.key), entry.heading)
        state.links[record] = results
        if "title" not in node.data:
            state.draft.say("import/title-missing", record.first(), severity="error", node=node)


def _kind(node: Node) -> str:
    """Gives the kind of workshop that the titles of a meeting name, in whichever languages."""
    named = {kind for title in node.data.get("title", {}).values() if (kind := kind_of_workshop(title)) is not None}
    return named.pop() if len(named) == 1 else _KIND


def _read_agenda(state: State, node: Node, entry: Entry) -> None:
    """Reads the agenda that a description gives below a heading for it; what else it says has no place, and is kept."""
    words = state.words(entry.piece, node, entry.heading)
    said = language_of_rest(entry.key.partition("/")[2])
    parts = split(_BOLD_ALONE.sub(r"<h4>\2</h4>", words), Workshop, ("agenda",)) if said and not said[1] else []
    lines = [line for field, part in parts if field == "agenda" for line in to_plain(part).text.splitlines()]
    points = [point for line in lines if (point := unbulleted(line.strip()).strip())]
    for point in points:
        state.draft.put(node, "agenda", point, entry.piece, language=said[0] if said else None)
    if not points or any(field != "agenda" and to_plain(part).text.strip() for field, part in parts):
        state.draft.keep(entry.piece, node, label=entry.heading)


def withdrawn(state: State, record: Record, node: Node) -> None:
    """Says that a meeting or proposal was withdrawn, and keeps what says so."""
    for key in ("withdrawn", "is_withdrawn"):
        for entry in record.take(key):
            state.draft.keep(entry.piece, node, label=entry.heading)
            if read_boolean(entry.piece.text):
                state.draft.say("import/withdrawn", entry.piece, node=node)


def link_results(state: State) -> None:
    """Ties workshops to the plans whose results they speak of."""
    for record in state.of("meeting"):
        node = state.nodes[record]
        for entry in state.links[record]:
            found = [linked(part) for part in entry.piece.text.replace(",", " ").split()]
            results = [state.results[each[1]] for each in found if each and each[1] in state.results]
            if len(results) < max(1, len(found)):
                state.draft.say("import/unknown-reference", entry.piece, node=node, number=entry.piece.text)
            if not results:
                state.draft.keep(entry.piece, node, label=entry.heading)
            for plan in dict.fromkeys(map(_plan_of, results)):
                if plan in node.data.get("plans", ()):
                    state.draft.used(entry.piece, node, "plans")
                else:
                    state.draft.put(node, "plans", plan, entry.piece)


def _plan_of(node: Node) -> str:
    """Gives the id of the plan that an object lies in."""
    while node.model is not ActionPlan and node.parent is not None:
        node = node.parent
    return node.target
