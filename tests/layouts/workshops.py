"""The facts of workshops and of updates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.layouts.facts import Fact, Names, Tree, fact, source_of
from tests.layouts.spelling import measures, number, owner, plain

IN_WORKSHOP = "WORKSHOP"
"""The parent of a contribution that belongs to no group."""
_QUARTER_ENDS = {3: 1, 6: 2, 9: 3, 12: 4}


def facts_of_workshop(workshop: Tree, names: Names) -> Iterator[Fact]:
    """Gives the facts of a workshop, its groups and their contributions."""
    for field in ("title", "place"):
        yield from fact("workshop", "workshop", field, names.texts(workshop.get(field)))
    yield from fact("workshop", "workshop", "date", workshop.get("date"))
    yield from _contributions(workshop, IN_WORKSHOP, names)
    for group in workshop.get("working_groups") or []:
        title = names.title(group)
        yield from fact("working_group", title, "title", names.texts(group.get("title")))
        yield from fact("working_group", title, "number", plain(group.get("number") or ""))
        yield from _contributions(group, owner(title), names)


def _contributions(group: Tree, parent: str, names: Names) -> Iterator[Fact]:
    for contribution in group.get("contributions") or []:
        text = names.title(contribution)
        yield from fact("contribution", text, "text", text)
        yield from fact("contribution", text, "kind", contribution.get("kind"))
        yield from fact("contribution", text, "parent", parent)
        yield from fact("contribution", text, "number", plain(contribution.get("number") or ""))
        yield from fact("contribution", text, "date", contribution.get("date"))
        if contribution.get("author"):
            yield from fact("contribution", text, "author", names.party(contribution["author"]))
        for answered in contribution.get("answers") or []:
            yield from fact("contribution", text, "answers", names.title_of(answered))
        if contribution.get("supporters") is not None:
            yield from fact("contribution", text, "supporters", str(contribution["supporters"]))
        if contribution.get("axis"):
            yield from fact("contribution", text, "axis", owner(names.title_of(contribution["axis"])))
        yield from _disposition(text, contribution.get("disposition") or {}, names)


def _disposition(text: str, disposition: Tree, names: Names) -> Iterator[Fact]:
    yield from fact("contribution", text, "disposition", disposition.get("status"))
    yield from fact("contribution", text, "reason", names.texts(disposition.get("reason")))
    yield from fact("contribution", text, "decided", disposition.get("date"))
    if disposition.get("merged_into"):
        yield from fact("contribution", text, "merged_into", plain(names.title_of(disposition["merged_into"])))
    for commitment in disposition.get("commitments") or []:
        yield from fact("contribution", text, "commitments", owner(names.title_of(commitment)))


def facts_of_update(update: Tree, names: Names) -> Iterator[Fact]:
    """Gives the facts of an update; figures and states are told with the day they are true of: `2025-06-30=40`."""
    title = names.title_of(update.get("target"))
    days = _days(update) or {""}
    yield from fact("update", title, "date", update.get("date"))
    if update.get("progress") is not None:
        yield from fact("update", title, "progress", [f"{day}={number(update['progress'])}" for day in days])
    status = update.get("status")
    if isinstance(status, dict):
        yield from fact("update", title, "status", [f"{day}={status.get('code')}" for day in days])
    for field in ("text", "challenges", "next_steps"):
        yield from fact("update", title, field, names.texts(update.get(field)))
    if update.get("value"):
        values = measures(update["value"], names.language)
        yield from fact("update", title, "value", [f"{day}={value}" for day in days for value in values])
    for evidence in update.get("evidence") or []:
        yield from fact("update", title, "evidence", source_of(evidence, names))


def _days(update: Tree) -> set[str]:
    """Gives what the time of an update may be told as: its day, the ends of its period, the quarter."""
    period = update.get("period") or {}
    start, end = period.get("start"), period.get("end")
    days = {day for day in (update.get("date"), start, end) if day}
    month = re.match(r"(\d{4})-(\d\d)", end or "")
    if start and start != end and month and int(month[2]) in _QUARTER_ENDS:
        days.add(f"{month[1]}-Q{_QUARTER_ENDS[int(month[2])]}")
    return days
