"""What the index says of a plan, and how many plans have what in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from opengov_local import codelists
from opengov_local.formats.paper.labels import Wording, wording
from opengov_local.formats.plan_index.regions import Region, region_of
from opengov_local.formats.plan_page.records import period
from opengov_local.formats.plan_page.voices import Voices
from opengov_local.messages import LANGUAGES
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan
from opengov_local.model.status import PlanStatus
from opengov_local.web.pages import words as spoken

KINDS: Final = ("region", "status", "principle")
"""What plans are counted and chosen by."""
NOWHERE: Final = "none"
_LISTS: Final = {"status": "plan_status", "principle": "remacto_principle"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A plan in the index.

    Attributes:
        page: address of its page, with the place of the plan in it.
        data: address of its data.
        title: its title.
        collectivities: whose plan it is.
        period: from when to when it runs.
        status: its state, said.
        own_state: the word of the source for a state that no list has; "" elsewhere.
        synthetic: whether it is made up.
        commitments: how many it has.
        stated: how many of them state their progress.
        has: kind → what the plan is counted and chosen by.
        regions: names of its regions by what tells them apart.
    """

    page: str
    data: str
    title: Markup
    collectivities: list[Markup]
    period: Markup
    status: Markup | None
    own_state: str
    synthetic: bool
    commitments: int
    stated: int
    has: dict[str, list[str]]
    regions: list[Region]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many plans have something: its value in the filter, its words, and its piece of the longest bar."""

    value: str
    words: dict[str, str]
    count: int
    share: float


def labels() -> Wording:
    """Gives the labels of the index, and those it shares with the pages of the plans."""
    return wording("plan_index", "plan_page")


def listed(package: Package, page: str, data: str) -> list[Listed]:
    """Gives the plans of a package as the index lists them.

    Args:
        package: the package.
        page: address of its page.
        data: address of its data.
    """
    voices = Voices(package, with_contacts=False)
    return [_listed(voices, package, plan, page, data) for plan in package.plans]


def _listed(voices: Voices, package: Package, plan: ActionPlan, page: str, data: str) -> Listed:
    found = [region_of(voices.index, each) for each in plan.collectivities]
    regions = list({region[0]: region for region in found if region}.values())
    principles = dict.fromkeys(
        (*plan.principles, *(each for one in plan.commitments for each in one.principles)),
    )
    own = _own_state(plan.status)
    return Listed(
        page=f"{page}#{plan.id}",
        data=data,
        title=voices.name(plan.title),
        collectivities=[voices.named(each) for each in plan.collectivities],
        period=voices.lines(lambda scribe: period(scribe, plan.period) if plan.period else ()),
        status=_state(voices, plan.status, own) if plan.status else None,
        own_state=own,
        synthetic=bool(package.synthetic),
        commitments=len(plan.commitments),
        stated=sum(each.progress is not None for each in plan.commitments),
        has={
            "region": [region[0] for region in regions] or [NOWHERE],
            "status": [plan.status.code if plan.status else NOWHERE],
            "principle": list(principles) or [NOWHERE],
        },
        regions=regions,
    )


def _state(voices: Voices, status: PlanStatus, own: str) -> Markup:
    if own:
        return voices.plain(own)
    if status.code in codelists.get(_LISTS["status"]):
        return voices.code(_LISTS["status"], status.code)
    return spoken(_unlisted(status.code))


def _own_state(status: PlanStatus | None) -> str:
    """Gives the word of the source for a state that no list has a label of; "" where there is a label, or no word."""
    if status is None or status.code in codelists.get(_LISTS["status"]):
        return ""
    return status.original or ""


def counted(plans: Sequence[Listed]) -> Sequence[Listed]:
    """Gives the plans that are counted: not those that are made up, unless all are."""
    return [plan for plan in plans if not plan.synthetic] or plans


def tallies(plans: Sequence[Listed], kind: str) -> list[Tally]:
    """Counts plans by one of `KINDS`: regions in the order of their codes, codes in that of their list."""
    there = counted(plans)
    counts = Counter(value for plan in there for value in plan.has[kind])
    words = _regions(there) if kind == "region" else _codes(_LISTS[kind], counts)
    if kind == "status":
        words |= _own_states(there)
    words[NOWHERE] = {tongue: labels()[f"index.no_{kind}"].texts[tongue] for tongue in LANGUAGES}
    most = max(counts.values(), default=1)
    return [Tally(value, words[value], counts[value], 100 * counts[value] / most) for value in words if counts[value]]


def _regions(plans: Sequence[Listed]) -> dict[str, dict[str, str]]:
    names = {value: name for plan in plans for value, name in plan.regions}
    return {value: _in_all(names[value]) for value in sorted(names)}


def _own_states(plans: Sequence[Listed]) -> dict[str, dict[str, str]]:
    """Gives states that no list has by the words of the sources; one code has several where they differ."""
    said: dict[str, dict[str, None]] = {}
    for plan in plans:
        if plan.own_state:
            said.setdefault(plan.has["status"][0], {})[plan.own_state] = None
    return {code: dict.fromkeys(LANGUAGES, " / ".join(words)) for code, words in said.items()}


def _in_all(name: dict[str, str]) -> dict[str, str]:
    """Gives a name in every language of the page; one that is missing is said in French, else as it is there."""
    return {tongue: name.get(tongue) or name.get("fr") or next(iter(name.values())) for tongue in LANGUAGES}


def _codes(codelist: str, counts: Counter[str]) -> dict[str, dict[str, str]]:
    known = codelists.get(codelist)
    codes = [code for code in (*known.codes, *sorted(counts)) if code != NOWHERE]
    return {
        code: {tongue: known.label(code, tongue) for tongue in LANGUAGES} if code in known else _unlisted(code)
        for code in codes
    }


def _unlisted(code: str) -> dict[str, str]:
    """Gives a code that its list does not have: as it stands, and marked as such."""
    said = labels()["index.unlisted"].texts
    return {tongue: said[tongue].format(code=code) for tongue in LANGUAGES}
