"""The description of a dataset: what the plan says of itself, and what is in it, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opengov_local.formats.ckan.wording import LANGUAGES, mark, words
from opengov_local.formats.whole import places_of
from opengov_local.messages.date_words import write_date
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan
from opengov_local.model.text import read_text
from opengov_local.model.workshop import contributions_of


def notes_of(package: Package) -> dict[str, str]:
    """Gives the description of a package in every language of a dataset, as Markdown.

    A text of the plan stands in the languages it has; names stand in another where they must.
    """
    return {language: _notes(package, language) for language in LANGUAGES}


def _notes(package: Package, language: str) -> str:
    parts = [words("synthetic", language)] if package.synthetic else []
    own: Mapping[str, str] = {}
    if len(package.plans) == 1:
        own = package.plans[0].foreword or package.plans[0].strategic_vision or {}
    if language in own:
        parts.append(own[language])
    parts.append("\n".join(f"- {line}" for line in _facts(package, language)))
    parts.append(words("made", language))
    return "\n\n".join(part for part in parts if part)


def _facts(package: Package, language: str) -> Iterator[str]:
    colon = mark("colon", language)
    if places := places_of(package):
        names = (read_text(each.name, language).text for each in places)
        yield words("fact.collectivities", language) + colon + mark("comma", language).join(names)
    for plan in package.plans:
        yield words("fact.plan", language) + colon + read_text(plan.title, language).text + _period(plan, language)
    for key, count in _counts(package):
        if count:
            yield f"{words(f'fact.{key}', language)}{colon}{count}"


def _counts(package: Package) -> Iterator[tuple[str, int]]:
    plans = package.plans
    yield "axes", sum(len(plan.axes) for plan in plans)
    yield "commitments", sum(len(plan.commitments) for plan in plans)
    steps = sum(len(each.milestones) for plan in plans for each in plan.commitments)
    yield "milestones", steps + sum(len(plan.activities) for plan in plans)
    yield "workshops", len(package.workshops)
    yield "contributions", sum(1 for each in package.workshops for _ in contributions_of(each))
    yield "updates", len(package.progress_updates)


def _period(plan: ActionPlan, language: str) -> str:
    if plan.period is None or not (plan.period.start or plan.period.end):
        return ""
    first, last = (write_date(day, language) if day else "" for day in (plan.period.start, plan.period.end))
    return f" ({first})" if first == last else f" ({f'{first} – {last}'.strip()})"
