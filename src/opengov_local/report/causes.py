"""What to mend first: findings of one kind together, and those that one correction would mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from opengov_local.finding import SEVERITIES

if TYPE_CHECKING:
    from opengov_local.finding import Finding, Severity
    from opengov_local.validation.report import Report

MOST: Final = 10
"""Kinds of findings that are listed."""


@dataclass(frozen=True)
class Cause:
    """All findings of one code and severity.

    Attributes:
        code: their code.
        severity: their severity.
        count: how many there are.
        same: how many say exactly the same of one source, so that one correction may mend them all.
        example: one of those.
    """

    code: str
    severity: Severity
    count: int
    same: int
    example: Finding


def first(reports: Iterable[Report]) -> tuple[Cause, ...]:
    """Lists what to mend first: errors before warnings, and what occurs most often before the rest."""
    kinds: dict[tuple[int, str], Counter[tuple[int, str]]] = {}
    examples: dict[tuple[int, str, tuple[int, str]], Finding] = {}
    for number, report in enumerate(reports):
        for finding in report.findings:
            grave, said = SEVERITIES.index(finding.severity), (number, repr(sorted(finding.params.items())))
            kinds.setdefault((grave, finding.code), Counter())[said] += 1
            examples.setdefault((grave, finding.code, said), finding)
    causes = []
    for (grave, code), sayings in kinds.items():
        text, same = sayings.most_common(1)[0]
        causes.append(Cause(code, SEVERITIES[grave], sayings.total(), same, examples[grave, code, text]))
    causes.sort(key=lambda cause: (SEVERITIES.index(cause.severity), -cause.count, cause.code))
    return tuple(causes[:MOST])
