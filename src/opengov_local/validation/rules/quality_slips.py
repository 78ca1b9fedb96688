"""Family quality, slips: what can be right and is most often a slip of the hand, such as a year with a wrong digit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import (
    ActionPlan,
    Adoption,
    Amendment,
    Assessment,
    BudgetLine,
    Commitment,
    Endorsement,
    Indicator,
    Milestone,
    Organization,
    Package,
    PartialDate,
    Period,
    ProgressUpdate,
    Submission,
    TerritorialCollectivity,
    Workshop,
)
from opengov_local.model.base import Model
from opengov_local.model.walk import Node, Path
from opengov_local.validation.rules.bodies import fold
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_OWN = "opengov_local, tried on real plans"
_QUALITY = ("quality",)
_LOOKED = "2026-11-28"

_DATES: dict[type[Model], tuple[str, ...]] = {
    ActionPlan: ("term_end",),
    Period: ("start", "end"),
    Adoption: ("date", "planned"),
    Submission: ("date",),
    Endorsement: ("date",),
    Amendment: ("date",),
    Assessment: ("date",),
    Workshop: ("date", "until"),
    ProgressUpdate: ("date",),
    Commitment: ("start", "end", "completed_on"),
    Milestone: ("start", "due", "completed_on"),
    BudgetLine: ("year",),
}
"""What belongs to the life of a plan. Where things start from, sources and laws may be old."""


@rule(
    "quality/implausible-year",
    "warning",
    source="opengovpartnership.org: the partnership began in 2011; the margins are our own",
    evidence="inferred",
    concepts=tuple(_DATES),
    profiles=_QUALITY,
    limits={
        "earliest": Limit(2000, "year", _LOOKED, "opengov_local: some years before the partnership", "own"),
        "ahead": Limit(20, "years", _LOOKED, "opengov_local: three terms of office and more", "own"),
    },
)
def implausible_year(value: Model, node: Node, context: Context, *, earliest: int, ahead: int) -> Iterator[Hit]:
    """A date or budget year of a plan that lies long before open government, or too far ahead."""
    for name in _DATES[node.kind]:
        when: PartialDate | int | None = getattr(value, name)
        if when is None:
            continue
        first, last = (when, when) if isinstance(when, int) else (when.earliest.year, when.latest.year)
        if last < earliest or first > context.today.year + ahead:
            params: dict[str, Parameter] = {"found": str(when)}
            yield Hit((*node.path, name), params)


@rule(
    "quality/small-amount",
    "info",
    source="budgets of councils: sums in thousands or millions of dirhams, whose heading was not copied",
    profiles=_QUALITY,
    limits={
        "least": Limit(1000, "units of the currency", _LOOKED, "opengov_local: less pays for nothing of a plan", "own"),
        "currencies": Limit(("MAD", "XOF", "XAF"), "currencies", _LOOKED, "opengov_local: of small units", "own"),
    },
)
def small_amount(
    value: BudgetLine, node: Node, context: Context, *, least: int, currencies: tuple[str, ...]
) -> Iterator[Hit]:
    """A cost so small that it may have been meant in thousands or millions."""
    amount = value.amount
    if amount is not None and amount.currency in currencies and 0 < Decimal(amount.value) < least:
        params: dict[str, Parameter] = {"value": amount.value, "currency": amount.currency}
        yield Hit((*node.path, "amount", "value"), params)


@rule("quality/same-body-twice", "info", source="shared data model, identity", profiles=_QUALITY)
def same_body_twice(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """Two organizations, or two collectivities of one kind and one parent, that have one name in one language."""
    first: dict[tuple[object, ...], Path] = {}
    for texts, body, field, _ in context.index.survey.maps:
        if field != "name" or body.kind not in (Organization, TerritorialCollectivity):
            continue
        for language, text in texts.items():
            same = (body.kind, language, fold(text), *_apart(body))
            earlier = first.setdefault(same, body.path)
            if earlier != body.path:
                place = (*body.path, "name", language)
                yield Hit(place, {"name": text, "first": pointer_of((*earlier, "name", language))})
                break


def _apart(body: Node) -> tuple[object, ...]:
    """Gives what tells two collectivities of one name apart: many communes are called as another is."""
    here = body.value
    return (here.kind, here.parent, here.valid_to) if body.kind is TerritorialCollectivity else ()


@rule("quality/target-without-number", "info", source=_OWN, profiles=_QUALITY)
def target_without_number(value: Indicator, node: Node, context: Context) -> Iterator[Hit]:
    """An indicator that starts from a number, or was measured as one, and is to reach something in words."""
    target = value.target
    if target is None or target.value is not None or not target.text:
        return
    if any(one is not None and one.value is not None for one in (value.baseline, *value.values)):
        place = (*node.path, "target", "value")
        yield Hit(place, {}, depends=(place,))
