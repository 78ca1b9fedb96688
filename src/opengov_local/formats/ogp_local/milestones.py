"""The table of milestones: number, description or deliverable, status, start and end."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.paper.answers import percent
from opengov_local.formats.paper.content import Grid, Line, Lines
from opengov_local.formats.paper.questions import show
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.milestone import Milestone

_HEAD = tuple(f"milestone.{column}" for column in ("number", "description", "status", "start", "end"))
# What stands below the description, each with its label.
_BELOW = (
    ("word.deliverable", "deliverable"),
    ("word.schedule", "schedule"),
    ("word.lead", "leads"),
    ("word.supporting", "supporting"),
    ("word.concerns", "collectivities"),
    ("word.axis", "axes"),
    ("word.completed_on", "completed_on"),
    ("word.resources", "resources"),
    ("word.budget", "budget"),
    ("word.indicators", "indicators"),
    ("word.evidence", "evidence"),
    ("commitment.additional_information", "additional_information"),
)
SHOWN = {"number", "title", "description", "status", "start", "due", "progress"} | {name for _, name in _BELOW}
"""The fields of a milestone that the table shows."""


def milestones(scribe: Scribe, key: str, steps: Sequence[Milestone]) -> Grid:
    """Makes the table of some milestones; it says so where there is none, or where none is stated."""
    head = tuple(scribe.label(column) for column in _HEAD)
    rows = tuple(_row(scribe, step) for step in steps) or ((say(steps, scribe) or scribe.not_stated(),),)
    return Grid(key, scribe.label(key), head, (4, 20, 10, 7, 7), rows)


def _row(scribe: Scribe, step: Milestone) -> tuple[Lines, ...]:
    cells: tuple[Lines, ...] = (
        (Line((scribe.plain(step.number),)),) if step.number else (),
        _description(scribe, step),
        (*say(step.status, scribe), *percent(scribe, step.progress)),
        say(step.start, scribe),
        say(step.due, scribe),
    )
    return tuple(cell or scribe.not_stated() for cell in cells)


def _description(scribe: Scribe, step: Milestone) -> Lines:
    below = (scribe.labelled(key, show(scribe, step, name)) for key, name in _BELOW)
    return (
        Line(scribe.name(step.title)),
        *say(step.description, scribe),
        *(line for lines in below for line in lines),
    )
