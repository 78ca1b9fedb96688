"""The last sheet of a programme: who follows it, who adopted it, what was changed since, where it is signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.paper.content import Blocks, Box, Line, Lines, Part, Signatures
from opengov_local.formats.paper.grids import grid, stated
from opengov_local.formats.paper.headings import heading
from opengov_local.formats.paper.naming import named
from opengov_local.formats.paper.parties import holder
from opengov_local.formats.paper.questions import Question, fields, found, show
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.programme.presentation import texts
from opengov_local.model.adoption import Adoption
from opengov_local.model.party import GovernanceBody, Seat
from opengov_local.model.plan import ActionPlan

TEXTS: Final = ("coordination", "monitoring", "continued_participation")
"""The texts that say how the programme is steered and followed."""
BODIES: Final = ("follow_up_committees", "forums")
"""The bodies that have a part of their own."""
BODY: Final[tuple[Question[GovernanceBody], ...]] = fields(
    "body", "collectivities established remit rules meetings url"
)
SEAT: Final = (("holder", 6), ("sector", 4), ("count", 2), ("women", 2))
"""The columns of the table of seats, with their weights; those of nothing but blanks are left away."""
MORE: Final[tuple[Question[ActionPlan], ...]] = fields("plan", "monitoring_bodies")
SHOWN: Final = {*TEXTS, *BODIES, "amendments", "adoptions"} | {name for question in MORE for name in question.fields}
"""The fields of a plan that stand here."""
BODY_SHOWN: Final = {"name", "seats"} | {name for question in BODY for name in question.fields}
"""The fields of a committee or forum that stand here."""
ADOPTION: Final = (
    ("collectivity", 5),
    ("date", 4),
    ("planned", 4),
    ("session", 5),
    ("session_kind", 4),
    ("deliberation", 4),
    ("attachments", 4),
)
"""The columns of the table of adoptions, with their weights; those of nothing but blanks are left away."""
_ASKED: Final = frozenset({"holder", "date", "session", "session_kind"})


def following_parts(scribe: Scribe, plan: ActionPlan) -> tuple[Part, ...]:
    """Makes the parts about steering, following and adoption."""
    more = found(scribe, plan, MORE)
    changes = found(scribe, plan, fields("plan", "amendments"))
    return (
        *texts(scribe, plan, TEXTS),
        *(part for name in BODIES for body in getattr(plan, name) for part in _body(scribe, f"plan.{name}", body)),
        *([Part("part.following", scribe.label("part.following"), more)] if more else []),
        *([Part("part.amendments", scribe.label("part.amendments"), changes)] if changes else []),
        _adoption(scribe, plan),
    )


def _body(scribe: Scribe, key: str, body: GovernanceBody) -> tuple[Part, ...]:
    line = heading(scribe, key, None, body.name)
    blocks: Blocks = (*found(scribe, body, BODY), *_seats(scribe, body.seats))
    return (Part(key, line.text, blocks, heading=line),)


def _seats(scribe: Scribe, seats: Sequence[Seat]) -> Blocks:
    if not seats:
        return ()
    there = [(name, weight) for name, weight in SEAT if name in _ASKED or stated(scribe, seats, name)]
    rows = [
        tuple((Line(holder(scribe, seat)),) if name == "holder" else _number(scribe, seat, name) for name, _ in there)
        for seat in seats
    ]
    return (grid(scribe, "body.seats", [(f"seat.{name}", weight) for name, weight in there], rows),)


def _number(scribe: Scribe, seat: Seat, name: str) -> Lines:
    if name == "sector":
        return show(scribe, seat, name)
    count = getattr(seat, name)
    return () if count is None else (Line((scribe.plain(str(count)),)),)


def _adoption(scribe: Scribe, plan: ActionPlan) -> Part:
    """Makes the part that the council signs, which stays on one page."""
    there = [
        (name, weight)
        for name, weight in ADOPTION
        if name in _ASKED or any(_of_adoption(scribe, adoption, name) for adoption in plan.adoptions)
    ]
    rows = [tuple(_of_adoption(scribe, adoption, name) for name, _ in there) for adoption in plan.adoptions]
    rows = rows or [tuple(() for _ in there)]
    table = grid(scribe, "plan.adoptions", [(f"adoption.{name}", weight) for name, weight in there], rows)
    title = scribe.label("plan.adoptions")
    return Part("plan.adoptions", title, (table, Signatures("adoption.signature", _boxes(scribe, plan))), together=True)


def _of_adoption(scribe: Scribe, adoption: Adoption, name: str) -> Lines:
    if name == "deliberation":
        return (Line((scribe.plain(adoption.deliberation),)),) if adoption.deliberation else ()
    return show(scribe, adoption, name)


def _boxes(scribe: Scribe, plan: ActionPlan) -> tuple[Box, ...]:
    """Gives one box for the president of each council."""
    title = scribe.label("sign.president")
    blanks = tuple(scribe.label(f"sign.{key}") for key in ("place", "signature"))
    return tuple(Box(title, Line(named(scribe, each)), blanks) for each in plan.collectivities) or (
        Box(title, Line(()), blanks),
    )
