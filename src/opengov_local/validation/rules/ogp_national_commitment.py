"""Family ogp-national-2022, the commitment: the questions of the template and its table of milestones."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.finding import Severity
from opengov_local.model import Commitment, Milestone
from opengov_local.model.walk import Node
from opengov_local.validation.rules.following import OGP_NATIONAL, unanswered
from opengov_local.validation.rules.register import Context, Hit, rule

_TEMPLATE = "OGP National Handbook, commitment template of 2022 (optional)"
_PROFILES = ("ogp-national-2022",)

_WARNING: Severity = "warning"
_INFO: Severity = "info"

QUESTIONS = (
    ("ogp-national-2022/commitment-without-description", "description", "Brief Description of the Commitment", _INFO),
    ("ogp-national-2022/commitment-without-problem", "problem", "Problem Definition 1", _WARNING),
    ("ogp-national-2022/commitment-without-causes", "causes", "Problem Definition 2", _INFO),
    ("ogp-national-2022/commitment-without-earlier-work", "status_quo", "Commitment Description 1", _INFO),
    ("ogp-national-2022/commitment-without-solution", "action", "Commitment Description 2", _WARNING),
    ("ogp-national-2022/commitment-without-results", "expected_results", "Commitment Description 3", _INFO),
    ("ogp-national-2022/commitment-without-milestones", "milestones", "Commitment Planning, Milestones", _WARNING),
)
RECALLED = (
    ("ogp-national-2022/commitment-without-lead", "leads", "lead (recalled)"),
    ("ogp-national-2022/commitment-without-start", "start", "period (recalled)"),
    ("ogp-national-2022/commitment-without-end", "end", "period (recalled)"),
)
PLANNING = (
    ("ogp-national-2022/milestone-without-output", "deliverable", "Commitment Planning, Expected Outputs"),
    ("ogp-national-2022/milestone-without-due", "due", "Commitment Planning, Expected Completion Date"),
)
"""Questions of the template: code of the rule, field, where it is asked.

The template is optional, and most real plans leave some of its questions open: those are info. A problem, actions and
milestones are what a commitment typically has, as OGP's glossary says: a warning.
"""

for _code, _field, _place, _severity in QUESTIONS:
    _asked = f"{_TEMPLATE}: {_place}"
    unanswered(OGP_NATIONAL, Commitment, _code, _field, source=_asked, evidence="verified", severity=_severity)
for _code, _field, _place in RECALLED:
    unanswered(OGP_NATIONAL, Commitment, _code, _field, source=f"{_TEMPLATE}: {_place}", evidence="recalled")
for _code, _field, _place in PLANNING:
    unanswered(OGP_NATIONAL, Milestone, _code, _field, source=f"{_TEMPLATE}: {_place}", evidence="verified")
unanswered(
    OGP_NATIONAL,
    Milestone,
    "ogp-national-2022/milestone-without-lead",
    "leads",
    source=f"{_TEMPLATE}: Commitment Planning, Stakeholders (its columns are recalled)",
    evidence="recalled",
    severity="info",
)

ANALYSIS = (
    ("ogp-national-2022/commitment-without-transparency", "access_to_information", 1),
    ("ogp-national-2022/commitment-without-accountability", "public_accountability", 2),
    ("ogp-national-2022/commitment-without-participation", "civic_participation", 3),
)
"""Questions of the Commitment Analysis: code of the rule, the value whose `why` holds the answer, number."""


def _ask_why(code: str, wanted: str, number: int) -> None:
    def check(value: Commitment, node: Node, context: Context) -> Iterator[Hit]:
        if not any(one.value == wanted and one.why for one in value.ogp_values) and OGP_NATIONAL.governs(node):
            place = (*node.path, "ogp_values")
            yield Hit(place, {}, depends=(place,))

    check.__doc__ = f"Nothing says how a commitment serves the value `{wanted}`."
    source = f"{_TEMPLATE}: Commitment Analysis {number}"
    rule(code, "info", source=source, evidence="verified", profiles=_PROFILES)(check)


for _code, _value, _number in ANALYSIS:
    _ask_why(_code, _value, _number)
