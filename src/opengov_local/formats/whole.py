"""What a package says as a whole: its title, its plans, whose they are, and when they begin and end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local.errors import OptionError, TargetError
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.dates import PartialDate
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan
from opengov_local.model.text import read_text

_BETWEEN: Final = " · "


def title_of(package: Package, plans: Sequence[ActionPlan]) -> Mapping[str, str]:
    """Gives the title of a package; where it has none, the titles of plans, in the languages that all of them have.

    Where they have none in common, each language has those of the others beside its own.

    Args:
        package: the package.
        plans: the plans that are written.

    Returns:
        Text by language; nothing where there is no plan.
    """
    if package.title or not plans:
        return package.title or {}
    titles = [plan.title for plan in plans]
    if len(titles) == 1:
        return titles[0]
    every = dict.fromkeys(tag for title in titles for tag in title)
    shared = [tag for tag in every if all(tag in title for title in titles)]
    return {tag: _BETWEEN.join(dict.fromkeys(read_text(each, tag).text for each in titles)) for tag in shared or every}


def plans_of(package: Package, wanted: str | None) -> list[ActionPlan]:
    """Gives the plans that a document is about.

    Args:
        package: the package.
        wanted: id of the one plan that is wanted; None for all plans of the package.

    Raises:
        OptionError: the package has no such plan.
        TargetError: the package has no plan at all.
    """
    if not package.plans:
        raise TargetError("tool/no-plan")
    if wanted is None:
        return package.plans
    plan = package.index.find(wanted, ActionPlan)
    if plan is None:
        raise OptionError("tool/unknown-plan", name=wanted, known=named_plans(package))
    return [plan]


def named_plans(package: Package) -> tuple[str, ...]:
    """Gives the ids of the plans of a package, each with its title: what one who asked for another may choose from."""
    return tuple(f"{plan.id} ({next(iter(plan.title.values()))})" for plan in package.plans)


def places_of(package: Package) -> list[TerritorialCollectivity]:
    """Gives the territories whose plans these are; all of the package where no plan names any."""
    known = {each.id: each for each in package.collectivities}
    named = dict.fromkeys(each for plan in package.plans for each in plan.collectivities)
    return [known[each] for each in named if each in known] or package.collectivities


def span_of(package: Package) -> tuple[PartialDate | None, PartialDate | None]:
    """Gives when the first plan of a package begins and the last one ends; None where one of them does not say it."""
    periods = [plan.period for plan in package.plans]
    starts = [period.start for period in periods if period and period.start]
    ends = [period.end for period in periods if period and period.end]
    start = min(starts, key=lambda date: date.earliest, default=None)
    end = max(ends, key=lambda date: date.latest, default=None)
    return start if len(starts) == len(periods) else None, end if len(ends) == len(periods) else None
