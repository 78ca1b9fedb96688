"""The table of activities: what is done, by whom and with whom, until when, at what cost, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from opengov_local.formats.paper.answers import percent
from opengov_local.formats.paper.content import Grid, Line, Lines
from opengov_local.formats.paper.drafts import is_unusable, unanswered
from opengov_local.formats.paper.grids import grid
from opengov_local.formats.paper.questions import is_said, labelled, show
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.milestone import Milestone

Column = tuple[str, str, int]
"""Field, key of the label, weight."""
COLUMNS: Final[tuple[Column, ...]] = (
    ("number", "milestone.number", 4),
    ("title", "milestone.title", 17),
    ("leads", "milestone.leads", 10),
    ("supporting", "milestone.supporting", 10),
    ("start", "milestone.start", 7),
    ("due", "milestone.due", 7),
    ("budget", "milestone.budget", 9),
    ("indicators", "milestone.indicators", 11),
    ("status", "milestone.status", 11),
)
"""The columns. One of nothing but blanks is left away, but for the asked ones."""
ASKED: Final = frozenset({"title", "leads", "due"})
BELOW: Final = (
    ("deliverable", "word.deliverable"),
    ("schedule", "word.schedule"),
    ("collectivities", "word.concerns"),
    ("axes", "word.axis"),
    ("completed_on", "word.completed_on"),
    ("resources", "word.resources"),
    ("evidence", "word.evidence"),
    ("additional_information", "milestone.additional_information"),
)
"""What stands below the title and description, each with its label: field, key of the label."""
SHOWN: Final = {"description", "progress"} | {name for name, *_ in COLUMNS} | {name for name, _ in BELOW}
"""The fields of an activity that the table shows."""


def columns(scribe: Scribe, among: Sequence[Milestone]) -> tuple[Column, ...]:
    """Gives the columns of the tables of a plan: those that are asked for, and those that some activity fills.

    Args:
        scribe: who writes.
        among: all activities of the plan, whose tables have the same columns.
    """
    return tuple(column for column in COLUMNS if column[0] in ASKED or _is_filled(scribe, among, column[0]))


def activities(scribe: Scribe, key: str, steps: Sequence[Milestone], there: Sequence[Column]) -> tuple[Grid, ...]:
    """Makes the table of some activities; none where there is none.

    Args:
        scribe: who writes.
        key: key of what the table holds.
        steps: the activities.
        there: the columns.
    """
    if not steps:
        return ()
    names = [name for name, *_ in there]
    rows = [tuple([_cell(scribe, step, name) for name in names]) for step in steps]
    return (grid(scribe, key, [(label, weight) for _, label, weight in there], rows),)


def _is_filled(scribe: Scribe, among: Sequence[Milestone], name: str) -> bool:
    """Tells whether one of some activities states what stands in a column, or stated what could not be used."""
    cut = scribe.known.unusable
    said = (step for field in _fields(name) for step in among if is_said(step, field))
    asked = chain(said, (step for step in among if id(step) in cut)) if cut else said
    return any(_cell(scribe, step, name) for step in asked)


def _fields(name: str) -> tuple[str, ...]:
    """Gives the fields that answer in a column."""
    return (name, "progress") if name == "status" else (name,)


def _cell(scribe: Scribe, step: Milestone, name: str) -> Lines:
    if lines := _stated(scribe, step, name):
        return lines
    fields = _fields(name)
    return unanswered(scribe, step, fields) if is_unusable(scribe, step, fields) else ()


def _stated(scribe: Scribe, step: Milestone, name: str) -> Lines:
    if name == "title":
        return (Line(scribe.name(step.title)), *show(scribe, step, "description"), *labelled(scribe, step, BELOW))
    if name == "status":
        return (*say(step.status, scribe), *percent(scribe, step.progress))
    if name == "number":
        return (Line((scribe.plain(step.number),)),) if step.number else ()
    return show(scribe, step, name)
