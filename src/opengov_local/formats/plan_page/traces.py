"""The trace: from a contribution to the decision, to the commitment, its milestones, and what was reported of them."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local.model.assessment import Assessment
from opengov_local.model.commitment import Commitment
from opengov_local.model.contribution import Contribution
from opengov_local.model.identity import Identified
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.progress import ProgressUpdate


class Traces:
    """What leads to what in a package, in both directions."""

    def __init__(self, package: Package, index: Index) -> None:
        self._index = index
        self._inputs: dict[str, dict[str, Contribution]] = {}
        self._became: dict[str, dict[str, None]] = {}
        self._answered_by: dict[str, list[Contribution]] = {}
        self._updates: dict[str, list[ProgressUpdate]] = {}
        self._assessments: dict[str, list[Assessment]] = {}
        contributions = [node.value for node in index.by_kind.get(Contribution, ())]
        for contribution in contributions:
            for became in contribution.disposition.commitments if contribution.disposition else ():
                self._tie(contribution, became)
            for answered in contribution.answers:
                self._answered_by.setdefault(self._now(answered), []).append(contribution)
        for plan in package.plans:
            for commitment in plan.commitments:
                for wanted in commitment.inputs:
                    found = index.find(wanted, Contribution)
                    if found:
                        self._tie(found, commitment.id)
        self._follow_merged(contributions)
        for update in package.progress_updates:
            self._updates.setdefault(self._now(update.target), []).append(update)
        for assessment in package.assessments:
            self._assessments.setdefault(self._now(assessment.target), []).append(assessment)

    def inputs(self, commitment: Commitment) -> list[Contribution]:
        """Gives the contributions that a commitment answers, whichever of the two says so."""
        return list(self._inputs.get(commitment.id, {}).values())

    def became(self, contribution: Contribution) -> list[str]:
        """Gives the ids of the commitments that a contribution became, whichever of the two says so."""
        return list(self._became.get(contribution.id, {}))

    def answers(self, contribution: Contribution) -> list[Contribution]:
        """Gives the contributions that answer this one."""
        return self._answered_by.get(contribution.id, [])

    def updates(self, *targets: Identified) -> list[ProgressUpdate]:
        """Gives what was reported about some objects, in their order."""
        return [update for target in targets for update in self._updates.get(target.id, ())]

    def assessments(self, *targets: Identified) -> list[Assessment]:
        """Gives what assessors found about some objects."""
        return [found for target in targets for found in self._assessments.get(target.id, ())]

    def _tie(self, contribution: Contribution, commitment: str) -> None:
        now = self._now(commitment)
        self._inputs.setdefault(now, {})[contribution.id] = contribution
        self._became.setdefault(contribution.id, {})[now] = None

    def _follow_merged(self, contributions: Iterable[Contribution]) -> None:
        """Ties contributions to what those became that they were merged into, one into the other."""
        for contribution in contributions:
            seen, now = {contribution.id}, self._merged_into(contribution)
            while now and now.id not in seen:
                seen.add(now.id)
                for became in list(self._became.get(now.id, ())):
                    self._tie(contribution, became)
                now = self._merged_into(now)

    def _merged_into(self, contribution: Contribution) -> Contribution | None:
        made = contribution.disposition
        return self._index.find(made.merged_into, Contribution) if made and made.merged_into else None

    def _now(self, identifier: str) -> str:
        """Gives the id that an object has today."""
        node = self._index.node_of(identifier)
        return node.value.id if node else identifier
