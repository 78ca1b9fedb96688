"""The table of milestones: number, description or deliverable, status, start and end."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.paper.answers import percent
from opengov_local.formats.paper.content import Grid, Line, Lines
from opengov_local.formats.paper.drafts import answered, unanswered
from opengov_local.formats.paper.questions import labelled, show
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan

_HEAD = tuple(f"milestone.{column}" for column in ("number", "description", "status", "start", "end"))
_FIELDS = (("number",), ("title", "description"), ("status", "progress"), ("start",), ("due",))
# What stands below the description, each with its label.
_BELOW = (
    ("deliverable", "word.deliverable"),
    ("schedule", "word.schedule"),
    ("leads", "word.lead"),
    ("supporting", "word.supporting"),
    ("collectivities", "word.concerns"),
    ("axes", "word.axis"),
    ("completed_on", "word.completed_on"),
    ("resources", "word.resources"),
    ("budget", "word.budget"),
    ("indicators", "word.indicators"),
    ("evidence", "word.evidence"),
    ("additional_information", "commitment.additional_information"),
)
SHOWN = {"number", "title", "description", "status", "start", "due", "progress"} | {name for name, _ in _BELOW}
"""The fields of a milestone that the table shows."""


def milestones(scribe: Scribe, key: str, holder: ActionPlan | Commitment) -> Grid:
    """Makes the table of the milestones that a field of an object holds; it says so where none is there or stated.

    Args:
        scribe: who writes.
        key: key of its label, which names the field.
        holder: the object.
    """
    name = key.partition(".")[2]
    steps: Sequence[Milestone] = getattr(holder, name)
    head = tuple(scribe.label(column) for column in _HEAD)
    rows = tuple(_row(scribe, step) for step in steps) or ((say(steps, scribe) or unanswered(scribe, holder, [name]),),)
    return Grid(key, scribe.label(key), head, (4, 20, 10, 7, 7), rows)


def _row(scribe: Scribe, step: Milestone) -> tuple[Lines, ...]:
    cells: tuple[Lines, ...] = (
        (Line((scribe.plain(step.number),)),) if step.number else (),
        _description(scribe, step),
        (*say(step.status, scribe), *percent(scribe, step.progress)),
        say(step.start, scribe),
        say(step.due, scribe),
    )
    return answered(scribe, step, zip(cells, _FIELDS, strict=True))


def _description(scribe: Scribe, step: Milestone) -> Lines:
    return (Line(scribe.name(step.title)), *show(scribe, step, "description"), *labelled(scribe, step, _BELOW))
