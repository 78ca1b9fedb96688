"""The axes of a programme with their projects, and the projects with their activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from opengov_local.formats.paper.answers import goals, identifiers, percent, reasons, values
from opengov_local.formats.paper.content import Blocks, Line, Lines, Part, Prose
from opengov_local.formats.paper.headings import heading
from opengov_local.formats.paper.naming import all_named, of_another_plan
from opengov_local.formats.paper.questions import Question, fields, found
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.programme.activities import Column, activities, columns
from opengov_local.model.axis import Axis
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan


def _axes(scribe: Scribe, project: Commitment) -> Lines:
    """Names the axes of a project, where it lies on others than the one of its plan that it stands under."""
    others = len(project.axes) > 1 or any(of_another_plan(scribe, each) for each in project.axes)
    return all_named(scribe, project.axes) if others else ()


AXIS: Final[tuple[Question[Axis], ...]] = fields("axis", "parent objectives themes")
PROJECT: Final[tuple[Question[Commitment], ...]] = (
    Question("commitment.axes", _axes, ("axes",)),
    *fields(
        "commitment",
        "description problem causes status_quo objectives action solution_path expected_results beneficiaries "
        "participation governance priority leads supporting collectivities start end schedule ongoing resources "
        "budget indicators inputs principles",
    ),
    Question("commitment.ogp_values", values, ("ogp_values",)),
    Question("commitment.value_reasons", reasons, ("ogp_values",)),
    *fields("commitment", "policy_areas sectors challenge_areas grand_challenges"),
    Question("commitment.sdgs", goals, ("sdgs",)),
    *fields("commitment", "long_term_goal related continues status"),
    Question("commitment.progress", lambda scribe, value: percent(scribe, value.progress), ("progress",)),
    *fields("commitment", "completion completed_on evidence attachments additional_information"),
    Question("commitment.identifiers", identifiers, ("identifiers",)),
)
NO_PROJECT: Final = "axis.no_project"
"""Label of what an axis says on which no project lies; it is no value."""
SHOWN: Final = {"number", "title", "milestones"} | {name for question in PROJECT for name in question.fields}
"""The fields of a project that the programme shows."""


def axis_parts(scribe: Scribe, plan: ActionPlan) -> tuple[Part, ...]:
    """Makes a part for each axis and, below it, one for each of its projects; then what lies on none."""
    steps = _steps(plan)
    there, on = columns(scribe, steps), _with_projects(plan)
    parts: list[Part] = []
    for axis, projects in _by_axis(plan):
        if axis is not None:
            parts.append(_axis(scribe, axis, empty=axis.id not in on))
        elif plan.axes and projects:
            parts.append(Part("plan.no_axis", scribe.label("plan.no_axis"), ()))
        level = 3 if plan.axes else 2
        parts += [_project(scribe, project, there, level) for project in projects]
    rest = activities(scribe, "plan.activities", plan.activities, there)
    if rest:
        parts.append(Part("plan.activities", scribe.label("plan.activities"), rest))
    return tuple(parts)


def _steps(plan: ActionPlan) -> list[Milestone]:
    return [*plan.activities, *(step for project in plan.commitments for step in project.milestones)]


def _by_axis(plan: ActionPlan) -> Iterator[tuple[Axis | None, Sequence[Commitment]]]:
    """Gives each axis with the projects that name it first, then the projects that name none of the plan."""
    known = {identifier: axis.id for axis in plan.axes for identifier in (axis.id, *axis.former_ids)}
    placed: dict[str | None, list[Commitment]] = {}
    for project in plan.commitments:
        first = next((known[axis] for axis in project.axes if axis in known), None)
        placed.setdefault(first, []).append(project)
    yield from ((axis, placed.get(axis.id, ())) for axis in plan.axes)
    yield None, placed.get(None, ())


def _with_projects(plan: ActionPlan) -> set[str]:
    """Gives the axes that a project names, as the first or a further one, and those that others are part of."""
    named = {identifier for project in plan.commitments for identifier in project.axes}
    above = {axis.parent for axis in plan.axes if axis.parent}
    return {axis.id for axis in plan.axes if not (named | above).isdisjoint((axis.id, *axis.former_ids))}


def _axis(scribe: Scribe, axis: Axis, *, empty: bool) -> Part:
    """Makes the heading of an axis with what is said of it; an axis without projects says so."""
    blocks: Blocks = found(scribe, axis, AXIS)
    if empty:
        blocks = (*blocks, Prose(NO_PROJECT, (Line((scribe.words(NO_PROJECT),)),)))
    line = heading(scribe, "axis.heading", axis.number, axis.title)
    return Part("axis.heading", line.text, blocks, heading=line)


def _project(scribe: Scribe, project: Commitment, there: Sequence[Column], level: int) -> Part:
    table = activities(scribe, "commitment.milestones", project.milestones, there)
    line = heading(scribe, "commitment.heading", project.number, project.title)
    blocks: Blocks = (*found(scribe, project, PROJECT), *table)
    return Part("commitment.heading", line.text, blocks, level=3 if level == 3 else 2, heading=line)
