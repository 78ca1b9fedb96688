"""Family ogp-national-2022, the plan: its length, its refresh, the standards, the languages.

The rules of this family look at plans that follow the framework ogp_national; local plans are submitted to OGP too. Of
every other plan they say one thing: that they passed it over, since it is of another framework (`other-framework`) or
from before the template (`older-than-template`). The template is optional in OGP's own
words ("use and adapt"), so its questions are never errors; who asks for this profile wants to know which are open.
"""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.finding import Parameter
from opengov_local.model import ActionPlan, GovernanceBody, TerritorialCollectivity
from opengov_local.model.walk import Node
from opengov_local.validation.rules.following import OGP_NATIONAL, unanswered
from opengov_local.validation.rules.months import length, months_after
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_PROFILES = ("ogp-national-2022",)
_STANDARDS = "OGP participation and co-creation standards"
_LANGUAGES = "OGP, page of before 2020: plans are submitted in the administrative language and in English"

YEARS = "OGP National Handbook: a plan runs for two or four years"
TWO_YEARS = Limit(24, "months", "2026-11-23", YEARS, "verified")
FOUR_YEARS = Limit(48, "months", "2026-11-23", YEARS, "verified")
TOLERANCE = Limit(6, "months", "2026-11-23", "opengov_local: plans are published months after they begin", "own")


@rule(
    "ogp-national-2022/other-framework",
    "info",
    source="opengov_local: whom a profile is about",
    profiles=_PROFILES,
)
def other_framework(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan of another framework, at which these rules do not look."""
    return OGP_NATIONAL.elsewhere(value, node)


@rule(
    "ogp-national-2022/older-than-template",
    "info",
    source="OGP's commitments file: the questions of the template stand in no plan of before 2022",
    evidence="verified",
    profiles=_PROFILES,
)
def older_than_template(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan that began before the template, at which these rules do not look: its own form asked other questions."""
    return OGP_NATIONAL.earlier(value, node)


unanswered(
    OGP_NATIONAL,
    ActionPlan,
    "ogp-national-2022/no-forum",
    "forums",
    source=f"{_STANDARDS}, standard 1: a space for dialogue",
    evidence="verified",
    severity="error",
)
unanswered(
    OGP_NATIONAL,
    ActionPlan,
    "ogp-national-2022/no-website",
    "website",
    source=f"{_STANDARDS}, standard 2: a public OGP web site and document repository",
    evidence="verified",
    severity="error",
)
unanswered(
    OGP_NATIONAL,
    ActionPlan,
    "ogp-national-2022/plan-without-commitments",
    "commitments",
    source="OGP glossary, Action plan: it holds commitments",
    evidence="verified",
    severity="error",
)


@rule(
    "ogp-national-2022/forum-without-rules",
    "warning",
    source=f"{_STANDARDS}, standard 1: the basic rules of the space for dialogue are public",
    evidence="verified",
    profiles=_PROFILES,
)
def forum_without_rules(value: GovernanceBody, node: Node, context: Context) -> Iterator[Hit]:
    """A forum whose rules are neither stated nor published at an address."""
    if value.rules is None and value.url is None and node.step[0] == "forums" and OGP_NATIONAL.governs(node):
        place = (*node.path, "rules")
        yield Hit(place, {}, depends=(place, (*node.path, "url")))


@rule(
    "ogp-national-2022/plan-length",
    "warning",
    source=YEARS,
    evidence="verified",
    profiles=_PROFILES,
    limits={"short": TWO_YEARS, "long": FOUR_YEARS, "tolerance": TOLERANCE},
)
def plan_length(
    value: ActionPlan, node: Node, context: Context, *, short: int, long: int, tolerance: int
) -> Iterator[Hit]:
    """A plan that certainly runs for neither of the two lengths."""
    span = length(value.period) if OGP_NATIONAL.follows(value) else None
    if span is None or value.period is None:
        return
    if all(span[1] < months - tolerance or span[0] > months + tolerance for months in (short, long)):
        params = {"start": value.period.start or "", "end": value.period.end or "", "short": short, "long": long}
        yield Hit((*node.path, "period"), {**params}, depends=((*node.path, "period"),))


@rule(
    "ogp-national-2022/no-refresh",
    "warning",
    source="OGP National Handbook: a plan of four years is refreshed; when exactly was not found",
    evidence="verified",
    profiles=_PROFILES,
    limits={
        "long": FOUR_YEARS,
        "tolerance": TOLERANCE,
        "after": Limit(36, "months", "2026-11-23", "opengov_local: a year after the middle of the plan", "own"),
    },
)
def no_refresh(
    value: ActionPlan, node: Node, context: Context, *, long: int, tolerance: int, after: int
) -> Iterator[Hit]:
    """A plan of four years that is well past its middle, and nothing was changed in it."""
    span = length(value.period) if not value.amendments and OGP_NATIONAL.follows(value) else None
    if span is None or span[0] < long - tolerance or value.period is None or value.period.start is None:
        return
    if context.today > months_after(value.period.start.latest, after):
        place = (*node.path, "amendments")
        yield Hit(place, {"start": value.period.start}, depends=(place, (*node.path, "period")))


@rule(
    "ogp-national-2022/gap-after-previous",
    "error",
    source="OGP glossary, requirements (25 July 2022): a plan within twelve months after the end of the last",
    evidence="verified",
    profiles=_PROFILES,
    limits={"months": Limit(12, "months", "2026-11-23", "OGP glossary, requirements, of 25 July 2022", "verified")},
)
def gap_after_previous(value: ActionPlan, node: Node, context: Context, *, months: int) -> Iterator[Hit]:
    """A plan that was certainly submitted too long after the one that it follows had ended."""
    previous = context.index.find(value.previous_plan, ActionPlan) if value.previous_plan else None
    end = previous.period.end if previous and previous.period else None
    dates = OGP_NATIONAL.submitted(value)
    if end is None or not dates or not OGP_NATIONAL.follows(value):
        return
    if all(date is not None and date.earliest > months_after(end.latest, months) for date in dates):
        first = min((date for date in dates if date), key=lambda date: date.earliest)
        params: dict[str, Parameter] = {"date": first, "end": end, "months": months}
        place = (*node.path, "submissions")
        yield Hit(place, params, depends=(place,))


@rule(
    "ogp-national-2022/more-than-fifteen-commitments",
    "info",
    source="OGP National Handbook, recalled and not found in what could be read",
    evidence="recalled",
    profiles=_PROFILES,
    limits={"most": Limit(15, "commitments", "2026-11-23", "recalled: at most fifteen are recommended", "recalled")},
)
def more_than_fifteen_commitments(value: ActionPlan, node: Node, context: Context, *, most: int) -> Iterator[Hit]:
    """More commitments than are recommended."""
    if len(value.commitments) > most and OGP_NATIONAL.follows(value):
        yield Hit((*node.path, "commitments"), {"count": len(value.commitments), "most": most})


def _tags(plan: ActionPlan) -> list[set[str]]:
    """Gives the languages of each title of a plan and its commitments, without regions."""
    titles = [plan.title, *(commitment.title for commitment in plan.commitments)]
    return [{tag.split("-")[0] for tag in title} for title in titles]


@rule(
    "ogp-national-2022/no-english",
    "warning",
    source=_LANGUAGES,
    evidence="verified",
    profiles=_PROFILES,
    limits={"language": Limit(("en",), "language tags", "2026-11-23", _LANGUAGES, "verified")},
)
def no_english(value: ActionPlan, node: Node, context: Context, *, language: tuple[str, ...]) -> Iterator[Hit]:
    """Titles of a plan or its commitments that are not in English as well; said once of a plan."""
    if not OGP_NATIONAL.follows(value):
        return
    titles = _tags(value)
    lacking = [position for position, tags in enumerate(titles) if tags.isdisjoint((*language, "und"))]
    if lacking:
        inside = ("commitments", lacking[0] - 1) if lacking[0] else ()
        params = {"count": len(lacking), "total": len(titles)}
        yield Hit((*node.path, *inside, "title"), {**params}, depends=((*node.path, *inside, "title"),))


@rule("ogp-national-2022/only-english", "info", source=_LANGUAGES, evidence="verified", profiles=_PROFILES)
def only_english(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan in English alone, where nothing says that its administration works in English."""
    if not OGP_NATIONAL.follows(value) or any(tags != {"en"} for tags in _tags(value)):
        return
    found = (context.index.find(identifier, TerritorialCollectivity) for identifier in value.collectivities)
    spoken = {tag.split("-")[0] for collectivity in found if collectivity for tag in collectivity.languages}
    if "en" not in spoken:
        yield Hit((*node.path, "title"), {}, depends=((*node.path, "title"), ("collectivities",)))
