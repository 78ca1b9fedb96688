"""The assessments of a package by one instrument, found by what they assess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from opengov_local.model.assessment import Assessment
from opengov_local.model.commitment import Commitment
from opengov_local.model.plan import ActionPlan


class Filed:
    """Finds the assessment of a plan or commitment, and knows which were shown."""

    def __init__(self, assessments: Sequence[Assessment], instrument: str) -> None:
        """Takes the assessments of a package and the code of the instrument."""
        self._there: defaultdict[str, list[tuple[int, Assessment]]] = defaultdict(list)
        for number, each in enumerate(assessments):
            if each.instrument == instrument:
                self._there[each.target].append((number, each))
        self._shown: set[int] = set()

    def about(self, target: ActionPlan | Commitment) -> Assessment | None:
        """Gives the latest assessment of something, the last in the file of those of one day; None without one."""
        ids = {target.id, *target.former_ids} if self._there else ()
        found = [one for each in ids for one in self._there.get(each, ())]
        if not found:
            return None
        _, latest = max(found, key=lambda one: (_day(one[1]), one[0]))
        self._shown.add(id(latest))
        return latest

    def shows(self, assessment: Assessment) -> bool:
        """Tells whether an assessment was shown."""
        return id(assessment) in self._shown


def _day(assessment: Assessment) -> date:
    """Gives the day to order an assessment by; one without a date stands before all others."""
    return assessment.date.earliest if assessment.date else date.min
