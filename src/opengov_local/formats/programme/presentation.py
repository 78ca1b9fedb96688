"""The first sheets of a programme: its cover, its context in running text, what it is in short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.paper.answers import boundary, days, identifiers
from opengov_local.formats.paper.content import Blocks, Line, Lines, Part, Prose, Sheet
from opengov_local.formats.paper.grids import grid
from opengov_local.formats.paper.questions import Question, fields, found, show
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import of_whom, whose
from opengov_local.model.plan import ActionPlan
from opengov_local.model.workshop import Workshop

_NETWORK: Final = "remacto"
_NONE: Final = "other"
TEXTS: Final = (
    "foreword",
    "strategic_vision",
    "achievements",
    "challenges",
    "medium_term_goals",
    "vision_contribution",
    "policy_alignment",
    "co_creation",
    "diversity",
)
"""The texts that come before the axes, each under a heading of its own."""
CARD: Final[tuple[Question[ActionPlan], ...]] = (
    of_whom("plan.collectivities"),
    boundary("start"),
    boundary("end"),
    *fields(
        "plan",
        "term_end status principles leads supporting points_of_contact website website_updated previous_plan "
        "linked_plans framework indicators budget submissions endorsements attachments",
    ),
    Question("plan.identifiers", identifiers, ("identifiers",)),
)
"""What the programme is in short, as far as it is stated."""
SHOWN: Final = {*TEXTS} | {name for question in CARD for name in question.fields}
"""The fields of a plan that stand here."""
WORKSHOP: Final = ("date", "title", "kind", "place")
"""The columns of the table of workshops."""
HELD_BY: Final = "collectivities"
"""The column that says of workshops that name no plan why they stand there; left away where all name one."""


def document_kind(scribe: Scribe, plan: ActionPlan) -> str:
    """Names the document: a programme of the network, or an action plan, by the name of its framework if it has one."""
    if plan.framework == _NETWORK:
        return scribe.label("document.programme")
    if plan.framework == _NONE:
        return scribe.label("document.plan_other")
    framework = scribe.code("framework", plan.framework)
    alone = not (framework.data or framework.gap)
    return framework.text if alone else scribe.label("document.plan", framework=framework.text)


def cover(scribe: Scribe, anchor: str, plan: ActionPlan) -> Sheet:
    """Makes the cover: whose programme it is, its title, its period."""
    of = scribe.listed(whose(scribe, plan.collectivities))
    period: Lines = ()
    if plan.period and (plan.period.start or plan.period.end):
        first, last = plan.period.start or plan.period.end, plan.period.end if plan.period.start else None
        assert first is not None
        period = (Line((scribe.words("plan.period"), scribe.words("mark.colon"), scribe.date(first, last))),)
    kind = document_kind(scribe, plan)
    return Sheet(anchor, kind, Line(scribe.name(plan.title)), Line(of), (), "cover", period)


def presentation_sheet(scribe: Scribe, anchor: str, plan: ActionPlan, workshops: Sequence[Workshop]) -> Sheet:
    """Makes the sheet before the axes: running text, the card, the workshops."""
    card = found(scribe, plan, CARD)
    parts = (
        *texts(scribe, plan, TEXTS),
        *([Part("part.card", scribe.label("part.card"), card)] if card else []),
        *_workshops(scribe, workshops),
    )
    return chapter(scribe, anchor, "sheet.presentation", plan, parts)


def chapter(scribe: Scribe, anchor: str, key: str, plan: ActionPlan, parts: tuple[Part, ...]) -> Sheet:
    """Makes a chapter of the programme."""
    title = Line((scribe.words(key),))
    return Sheet(anchor, document_kind(scribe, plan), title, Line(scribe.name(plan.title)), parts)


def texts(scribe: Scribe, plan: ActionPlan, names: Sequence[str]) -> tuple[Part, ...]:
    """Makes a part of running text for each of some fields of a plan that is stated."""
    found_texts = ((f"plan.{name}", say(getattr(plan, name), scribe)) for name in names)
    return tuple(Part(key, scribe.label(key), (Prose(key, lines),)) for key, lines in found_texts if lines)


def _workshops(scribe: Scribe, workshops: Sequence[Workshop]) -> tuple[Part, ...]:
    if not workshops:
        return ()
    scribe.workshops.update({each.id: True for each in workshops})
    held = [whose(scribe, each.collectivities) if not each.plans else () for each in workshops]
    names = (*WORKSHOP, *([HELD_BY] if any(held) else []))
    columns = tuple((f"workshop.{name}", 4 if name == "title" else 2) for name in names)
    rows = [
        (days(scribe, each), *(show(scribe, each, name) for name in WORKSHOP[1:]), *([by] if any(held) else []))
        for each, by in zip(workshops, held, strict=True)
    ]
    table: Blocks = (grid(scribe, "plan.workshops", columns, rows),)
    return (Part("plan.workshops", scribe.label("plan.workshops"), table),)
