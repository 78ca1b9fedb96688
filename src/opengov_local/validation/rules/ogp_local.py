"""Family ogp-local, what is asked: the parts of a plan and the questions on a commitment.

The rules of this family look at plans that follow the framework ogp_local or were submitted to the network ogp_local.
Of every other plan they say one thing: that they passed it over, since it is of another framework
(`other-framework`) or from before the programme (`older-than-handbook`).

What OGP's handbook and forms were read to demand of a member is an error. That a question stands in the published form
was read too, that it must be answered is inferred: a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from opengov_local.model import ActionPlan, Answer, Assessment, Commitment, ValueRelevance
from opengov_local.model.walk import Node
from opengov_local.validation.rules.following import OGP_LOCAL, unanswered
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_HANDBOOK = "OGP Local Handbook"
_PLAN_PAGE = "OGP Local action plan page"
_PAGE = "OGP Local commitment page"
_PROFILES = ("ogp-local",)


@rule("ogp-local/other-framework", "info", source="opengov_local: whom a profile is about", profiles=_PROFILES)
def other_framework(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan of another framework, at which the rules of OGP Local do not look."""
    return OGP_LOCAL.elsewhere(value, node)


unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/no-strategic-vision",
    "strategic_vision",
    source=f"{_HANDBOOK} 3.2.1.1: a plan has a strategic vision and commitments",
    evidence="verified",
    severity="error",
)
unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/plan-without-commitments",
    "commitments",
    source=f"{_HANDBOOK} 3.2.1.2: a plan has a strategic vision and commitments",
    evidence="verified",
    severity="error",
)
unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/no-monitoring-body",
    "monitoring_bodies",
    source=f"{_HANDBOOK} 2.3: an independent monitoring body",
    evidence="verified",
    severity="error",
)
unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/no-website",
    "website",
    source="OGP Local inception form: a public web page without barriers",
    evidence="verified",
    severity="error",
)
unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/no-endorsement",
    "endorsements",
    source="OGP Local inception form: stakeholders outside government endorse the plan before it is submitted",
    evidence="verified",
    severity="error",
)


@rule(
    "ogp-local/older-than-handbook",
    "info",
    source="OGP Local members of the present programme joined from 2020 on; pilot members of before had other rules",
    evidence="verified",
    profiles=_PROFILES,
)
def older_than_handbook(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan of before the programme, at which the rules of its handbook do not look."""
    return OGP_LOCAL.earlier(value, node)


_TYPICAL = "OGP glossary, Commitment: it typically has a problem, concrete actions and milestones"

unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/no-lead-institution",
    "leads",
    source=f"{_PLAN_PAGE}: Lead Institution",
    evidence="inferred",
)
unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/no-coordination",
    "coordination",
    source=f"{_PLAN_PAGE}: What kind of institutional arrangements …?",
    evidence="inferred",
    severity="info",
)

COMMITMENT_QUESTIONS = (
    ("ogp-local/commitment-without-status-quo", "status_quo", f"{_PAGE}: Status quo"),
    ("ogp-local/commitment-without-ogp-value", "ogp_values", f"{_PAGE}: OGP Value"),
    ("ogp-local/commitment-without-start", "start", f"{_PAGE}: Commitment Start"),
    ("ogp-local/commitment-without-end", "end", f"{_PAGE}: Commitment End"),
)
OFTEN_OPEN = (
    ("ogp-local/commitment-without-lead", "leads", f"{_PAGE}: Institutions involved, which does not say who leads"),
    ("ogp-local/commitment-without-solution-path", "solution_path", f"{_PAGE}: How will the commitment contribute …?"),
)
TYPICAL = (
    ("ogp-local/commitment-without-problem", "problem"),
    ("ogp-local/commitment-without-action", "action"),
    ("ogp-local/commitment-without-milestones", "milestones"),
)
"""Questions of the published forms: code of the rule, field, where it is asked.

What most real plans leave open is info, but for the parts that OGP says a commitment typically has.
"""

for _code, _field in TYPICAL:
    unanswered(OGP_LOCAL, Commitment, _code, _field, source=_TYPICAL, evidence="verified")
for _code, _field, _source in OFTEN_OPEN:
    unanswered(OGP_LOCAL, Commitment, _code, _field, source=_source, evidence="inferred", severity="info")
for _code, _field, _source in COMMITMENT_QUESTIONS:
    unanswered(OGP_LOCAL, Commitment, _code, _field, source=_source, evidence="inferred")


@rule(
    "ogp-local/value-without-why",
    "info",
    source="OGP Local commitment form: Why is this commitment relevant to this value? (recalled)",
    evidence="recalled",
    profiles=_PROFILES,
)
def value_without_why(value: ValueRelevance, node: Node, context: Context) -> Iterator[Hit]:
    """An OGP value, and nothing says how the commitment serves it."""
    if value.why is None and OGP_LOCAL.governs(node):
        place = (*node.path, "why")
        yield Hit(place, {"value": value.value}, depends=(place,))


@rule(
    "ogp-local/no-core-value",
    "warning",
    source="OGP glossary, Relevance: technology and inclusion count only together with a core value",
    evidence="verified",
    profiles=_PROFILES,
    limits={
        "core": Limit(
            ("access_to_information", "civic_participation", "public_accountability"),
            "codes of the list ogp_value",
            "2026-11-23",
            "OGP glossary, Relevance and Transparency",
            "verified",
        )
    },
)
def no_core_value(value: Commitment, node: Node, context: Context, *, core: tuple[str, ...]) -> Iterator[Hit]:
    """A commitment that serves only values which count together with others."""
    stated = [one.value for one in value.ogp_values]
    if stated and OGP_LOCAL.governs(node) and not any(code in core for code in stated):
        place = (*node.path, "ogp_values")
        yield Hit(place, {"values": tuple(stated), "core": core}, depends=(place,))


@rule(
    "ogp-local/too-many-evidence-files",
    "warning",
    source="OGP Local end-of-commitment form",
    evidence="verified",
    profiles=_PROFILES,
    limits={"most": Limit(3, "files", "2026-11-23", "OGP Local end-of-commitment form: evidence", "verified")},
)
def too_many_evidence_files(value: Answer, node: Node, context: Context, *, most: int) -> Iterator[Hit]:
    """An answer of an end-of-commitment assessment with more files than the form takes."""
    if len(value.evidence) > most:
        assessment = node.above(Assessment)
        if assessment and assessment.instrument == "ogp_local_end_of_commitment":
            yield Hit((*node.path, "evidence"), {"count": len(value.evidence), "most": most})


@rule(
    "ogp-local/more-than-five-commitments",
    "warning",
    source="OGP Local Handbook, recalled and not found in what could be read",
    evidence="recalled",
    profiles=_PROFILES,
    limits={"most": Limit(5, "commitments", "2026-11-23", "recalled: at most five commitments in a plan", "recalled")},
)
def more_than_five_commitments(value: ActionPlan, node: Node, context: Context, *, most: int) -> Iterator[Hit]:
    """More commitments than a plan may have; in a plan of several collectivities, for one of them."""
    if len(value.commitments) <= most or not OGP_LOCAL.follows(value):
        return
    joint = sum(not commitment.collectivities for commitment in value.commitments)
    own = Counter(identifier for commitment in value.commitments for identifier in set(commitment.collectivities))
    count = joint + max(own.values(), default=0)
    if count > most:
        yield Hit((*node.path, "commitments"), {"count": count, "most": most})
