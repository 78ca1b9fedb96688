"""Measures against risks, "Risque | Probabilité | Mesure": they are no projects and no activities of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import Recognised
from opengov_local.formats.wording.headings.phrases import heads, says

_OF_MEASURES = frozenset({"lead", "supporting", "start", "end", "schedule", "status", "progress", "completed_on"})
_NUMBERS = frozenset({"commitment.number", "commitment.identifier"})
_TITLES = frozenset({"commitment.title", "milestone.title", "milestone.list", "action", "contribution.solution"})


def without_remedies(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the meaning of titles from the first measures behind a risk that the table weighs, or says of projects.

    It says of projects where a heading for their numbers has the word for them, "Code projet", or where their titles
    stand before the risk, and the measure right behind it. Where the table names projects by numbers alone, who and
    when behind such a measure are of the measure, too.
    """
    found = [meaning for _, _, meaning in meanings]
    headings = [heading for _, heading, _ in meanings]
    risk = next((at for at, heading in enumerate(headings) if heads("risk", heading)), None)
    if risk is None:
        return found
    targets = [meaning.target if meaning is not None else "" for meaning in found]
    measure = next((at for at in range(risk + 1, len(found)) if targets[at] in _TITLES), None)
    told = any(heads("weight_of_risk", heading) for heading in headings) or _are_of_projects(headings, targets, risk)
    if measure is None or not (told or (measure == risk + 1 and "commitment.title" in targets[:risk])):
        return found
    found[measure] = None
    if not any(target in _TITLES for at, target in enumerate(targets) if at != measure):
        behind = range(measure + 1, len(found))
        found = [None if at in behind and target.partition(".")[0] in _OF_MEASURES else held
                 for at, (target, held) in enumerate(zip(targets, found, strict=True))]  # fmt: skip
    return found


def _are_of_projects(headings: Sequence[str], targets: Sequence[str], risk: int) -> bool:
    """Tells whether a heading before that of a risk asks for the number of a project, with the word for it."""
    asked = zip(headings[:risk], targets[:risk], strict=True)
    return any(target in _NUMBERS and says("project_word", heading) for heading, target in asked)
