"""The whole page before it is drawn: plans, and what stands around them in the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from opengov_local import messages
from opengov_local.finding import Finding
from opengov_local.formats.left_out import no_place
from opengov_local.formats.paper.composing import COUNTED
from opengov_local.formats.plan_page.cards import decision_badge
from opengov_local.formats.plan_page.filters import Choice, Filters
from opengov_local.formats.plan_page.plans import PlanView, plan_view
from opengov_local.formats.plan_page.records import Field, anchor, fields, linked
from opengov_local.formats.plan_page.traces import Traces
from opengov_local.formats.plan_page.voices import Voices
from opengov_local.formats.whole import plans_of, title_of
from opengov_local.messages.catalogue import catalogue
from opengov_local.model.base import Model
from opengov_local.model.contribution import Contribution
from opengov_local.model.dates import PartialDate
from opengov_local.model.package import Package
from opengov_local.model.workshop import WorkingGroup, Workshop
from opengov_local.web.pages import in_all, words

_BODIES: Final = ("collectivities", "organizations")


@dataclass(frozen=True, slots=True)
class Entry:
    """An object with its fields.

    Attributes:
        anchor: the attribute that names its place.
        title: what it is called.
        fields: what is said of it.
        contributions: what was brought there.
        groups: the groups in it.
    """

    anchor: Markup
    title: Markup
    fields: list[Field]
    contributions: list[Brought]
    groups: list[Entry]


@dataclass(frozen=True, slots=True)
class Brought:
    """A contribution: its kind and words, what became of it and why, and where that leads."""

    anchor: Markup
    kind: Markup
    number: Markup | None
    text: Markup
    decision: Markup
    reason: list[Field]
    fields: list[Field]
    answered_by: list[Markup]
    became: list[Markup]


@dataclass(frozen=True, slots=True)
class PageView:
    """The page.

    Attributes:
        titles: its title by language.
        title: the same as markup.
        synthetic: whether its data is made up.
        plans: the plans.
        filters: what commitments can be chosen by: kind → choices.
        total: how many commitments there are.
        forms: the words for a number of commitments shown, as the script needs them.
        workshops: workshops and consultations with what was brought there.
        updates: what was reported on the way.
        assessments: what assessors found.
        bodies: collectivities and organizations.
        figures: declared figures of the whole package.
        package: what is said of the package itself.
        sources: where the values were read.
        notices: what was left out or shown in another language.
    """

    titles: dict[str, str]
    title: Markup
    synthetic: bool
    plans: list[PlanView]
    filters: dict[str, list[Choice]]
    total: int
    forms: dict[str, Any]
    workshops: list[Entry]
    updates: list[Entry]
    assessments: list[Entry]
    bodies: list[Entry]
    figures: list[Field]
    package: list[Field]
    sources: list[list[Field]]
    notices: list[Markup]


def page_view(voices: Voices, package: Package) -> tuple[PageView, tuple[Finding, ...]]:
    """Makes the view of a package, and says what was left out of it.

    Raises:
        TargetError: the package has no plan at all.
    """
    plans, traces, filters = plans_of(package, None), Traces(package, voices.index), Filters(voices)
    title = title_of(package, plans)
    views = [plan_view(voices, traces, filters, plan) for plan in plans]
    page = PageView(
        titles=voices.spelled(lambda scribe: scribe.name(title)),
        title=voices.name(title),
        synthetic=bool(package.synthetic),
        plans=views,
        filters={kind: filters.choices(kind) for kind in ("axis", "status", "who")},
        total=sum(len(plan.cards) for plan in views),
        forms={tongue: catalogue(tongue)["ui"]["commitments-shown"] for tongue in messages.LANGUAGES},
        workshops=[_workshop(voices, traces, each) for each in package.workshops],
        updates=[_about(voices, each, each.target) for each in package.progress_updates],
        assessments=[_about(voices, each, each.target) for each in package.assessments],
        bodies=[_body(voices, each) for name in _BODIES for each in getattr(package, name)],
        figures=fields(voices, package, ("reported_figures",)),
        package=[*fields(voices, package, ("publisher", "licence", "identifiers")), *_published(voices, package)],
        sources=[fields(voices, each, without={"extracts"}) for each in package.sources],
        notices=[],
    )
    findings = (*voices.findings(), *_not_in_page(voices, package))
    page.notices.extend(_notices(voices, package, findings))
    return page, findings


def _workshop(voices: Voices, traces: Traces, value: Workshop | WorkingGroup) -> Entry:
    groups = value.working_groups if isinstance(value, Workshop) else []
    return Entry(
        anchor=anchor(voices, value),
        title=voices.name(value.title),
        fields=fields(voices, value, without={"title", "working_groups", "contributions"}),
        contributions=[_brought(voices, traces, each) for each in value.contributions],
        groups=[_workshop(voices, traces, each) for each in groups],
    )


def _brought(voices: Voices, traces: Traces, value: Contribution) -> Brought:
    made = value.disposition
    return Brought(
        anchor=anchor(voices, value),
        kind=voices.code("contribution_kind", value.kind),
        number=voices.plain(value.number) if value.number else None,
        text=voices.text(value.text),
        decision=decision_badge(voices, value),
        reason=fields(voices, made, without={"status", "commitments"}) if made else [],
        fields=fields(voices, value, without={"number", "kind", "text", "disposition"}),
        answered_by=[linked(voices, each.id) for each in traces.answers(value)],
        became=[linked(voices, each) for each in traces.became(value)],
    )


def _about(voices: Voices, value: Any, target: str) -> Entry:
    return Entry(anchor(voices, value), linked(voices, target), fields(voices, value, without={"target"}), [], [])


def _body(voices: Voices, value: Any) -> Entry:
    return Entry(anchor(voices, value), voices.name(value.name), fields(voices, value, without={"name"}), [], [])


def _published(voices: Voices, package: Package) -> Iterator[Field]:
    """Says the day on which the package was published."""
    if package.published_at:
        day = PartialDate(package.published_at[:10])
        said = voices.phrase(lambda scribe: (scribe.date(day),))
        yield Field("published_at", voices.field("Package", "published_at"), Markup(f"<p>{said}</p>"))


def _not_in_page(voices: Voices, package: Package) -> Iterator[Finding]:
    """Says what the page has no place for, counted over the whole package."""
    values: list[Model] = [node.value for node in voices.index.all]
    return no_place(
        "export/not-in-page",
        {
            "extracts": sum(len(source.extracts) for source in package.sources),
            "unknown_fields": sum(len(value.model_extra or {}) for value in values),
        },
    )


def _notices(voices: Voices, package: Package, findings: tuple[Finding, ...]) -> Iterator[Markup]:
    """Says to the reader what was left out, replaced, or translated without a review."""
    counts = voices.changes.counts()
    yield from (voices.word(f"note.{what}", count=counts[what]) for what in COUNTED[1:] if counts[what])
    foreign: Mapping[str, int] = voices.in_another_language()
    if any(foreign.values()):
        texts = {tongue: voices.each("note.other_language", count=count)[tongue] for tongue, count in foreign.items()}
        yield words({tongue: text if foreign[tongue] else "" for tongue, text in texts.items()})
    unread = [each.origin for each in package.translations if not each.reviewed]
    for origin in ("machine", "human"):
        if count := unread.count(origin):
            yield voices.word(f"page.{origin}", count=count)
    for finding in findings:
        if finding.code == "export/not-in-page":
            yield in_all(lambda tongue, said=finding: messages.render(said, tongue))  # type: ignore[misc]
