"""Measures against risks, "Risque | Probabilité | Mesure": they are no projects and no activities of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.heading_meanings import Recognised
from opengov_local.formats.tables.phrases import heads
from opengov_local.formats.tables.placed import Placed

_OF_MEASURES = frozenset({"lead", "supporting", "start", "end", "schedule", "status", "progress", "completed_on"})
_TITLES = frozenset({"commitment.title", "milestone.title", "milestone.list", "action", "contribution.solution"})


def without_remedies(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the meaning of titles from the first measures behind a risk that the table also weighs.

    Where the table names projects by numbers alone, who and when behind such a measure are of the measure, too.
    """
    found = [meaning for _, _, meaning in meanings]
    headings = [heading for _, heading, _ in meanings]
    risk = next((at for at, heading in enumerate(headings) if heads("risk", heading)), None)
    if risk is None or not any(heads("weight_of_risk", heading) for heading in headings):
        return found
    targets = [meaning.target if meaning is not None else "" for meaning in found]
    measure = next((at for at in range(risk + 1, len(found)) if targets[at] in _TITLES), None)
    if measure is None:
        return found
    found[measure] = None
    if not any(target in _TITLES for at, target in enumerate(targets) if at != measure):
        behind = range(measure + 1, len(found))
        found = [None if at in behind and target.partition(".")[0] in _OF_MEASURES else held
                 for at, (target, held) in enumerate(zip(targets, found, strict=True))]  # fmt: skip
    return found
