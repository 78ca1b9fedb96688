"""Columns of rates at a day, "Taux au 31/12/2025": each cell is an update of its project or activity at that day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import write_codes
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.timed_labels import timed
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_percent

FIELD: Final = "progress_at"
_DAY: Final = len("2025-12-31")
_MEANINGS: Final = tuple(Meaning(concept, FIELD) for concept in ("commitment", "milestone"))


def with_dated_rates(roles: Mapping[int, Role], labels: Labels) -> dict[int, Role]:
    """Gives the columns of a table, those that ask for a rate at a day with that as their meaning.

    Args:
        roles: what the columns stand for.
        labels: what headings mean.
    """
    return {
        column: replace(role, meanings=_MEANINGS) if not role.meanings and _asks(role.label, labels) else role
        for column, role in roles.items()
    }


def progress_at(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts a rate into the update of an object at the day that the label names."""
    day = _day_of(label)
    updates = writing.draft.root.data.get("progress_updates", [])
    known = next((one for one in updates if (one["target"], one.get("date")) == (node.data["id"], day)), None)
    if known is not None:
        return write_codes.progress(writing, writing.node_of(known), "progress", passage, label)
    if (reading := read_percent(passage.text)).value is None:
        writing.say(reading.notes, passage.piece, node, "progress")
        if not reading.notes:
            writing.draft.say("import/percent-unread", passage.piece, node=node, heading=label, text=passage.text)
        return False
    there = writing.add(writing.draft.root, "progress_updates", passage.piece)
    writing.draft.put(there, "target", node.data["id"], passage.piece)
    there.data["date"] = day
    return write_codes.progress(writing, there, "progress", passage, label)


def _asks(label: str, labels: Labels) -> bool:
    """Tells whether a heading asks for a rate at a day."""
    found = timed(label) if _day_of(label) else None
    if found is None:
        return False
    asked = any(meaning.field == "progress" for meaning in labels.meanings(found.rest))
    return asked or fold(found.rest) in phrases("rate_word") or found.rest in ("%", "٪")


def _day_of(label: str) -> str:
    """Gives the day that ends a heading; "" where it ends with none, or with a longer time."""
    found = timed(label)
    if found is None or (found.reading.start and found.reading.end):
        return ""
    day = found.reading.start or found.reading.end or ""
    return day if len(day) == _DAY else ""
