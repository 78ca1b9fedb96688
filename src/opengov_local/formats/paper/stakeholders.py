"""Who leads and who supports, sorted into the groups of stakeholders that OGP's forms know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from opengov_local.formats.own_groups import GROUP_OF_COLLECTIVITIES, GROUP_OF_SECTOR, GROUPS
from opengov_local.formats.paper.content import Line, Lines, Phrase
from opengov_local.formats.paper.named_kinds import SAYS_IT
from opengov_local.formats.paper.parties import party
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.organization import Organization
from opengov_local.model.party import Party


def group_of(scribe: Scribe, who: Party) -> str | None:
    """Gives the kind of stakeholder that is stated of a party, else the one that its body says."""
    return who.group or _group_of_body(scribe, who)


def _group_of_body(scribe: Scribe, who: Party) -> str | None:
    if who.collectivity:
        return GROUP_OF_COLLECTIVITIES
    body = scribe.index.find(who.organization, Organization) if who.organization else None
    return GROUP_OF_SECTOR.get(body.sector) if body is not None else None


def stakeholders(scribe: Scribe, prefix: str, leads: Iterable[Party], supporting: Sequence[Party]) -> Lines:
    """Says who leads and who supports, one a line behind the word for the part they play.

    Args:
        scribe: who writes.
        prefix: what stands before `leads`, `supporting` and `supporting_…` in the keys of these words.
        leads: who is responsible.
        supporting: who takes part; those of whom nothing states a group stand first, for none is guessed.
    """
    lines = [line for who in leads for line in scribe.labelled(f"{prefix}.leads", named_anyhow(scribe, who))]
    groups = [group_of(scribe, who) for who in supporting]
    found = [(f"{prefix}.supporting", who) for who, of in zip(supporting, groups, strict=True) if of not in GROUPS]
    for group in GROUPS:
        here = (who for who, of in zip(supporting, groups, strict=True) if of == group)
        found += [(f"{prefix}.supporting_{group}", who) for who in here]
    return (*lines, *(line for key, who in found for line in scribe.labelled(key, named_behind(scribe, who))))


def named_alone(scribe: Scribe, who: Party, *, person: bool = True) -> Lines:
    """Names a party without its group, which stands before it; one that its body says already is told in words, too.

    Else nobody could tell that it is stated.

    Args:
        scribe: who writes.
        who: the party.
        person: whether a person is named too; a party that is nothing but a person gives no line without.
    """
    gone: dict[str, None] = {} if person else {"person": None}
    if not person or who.group != _group_of_body(scribe, who):
        gone["group"] = None
    phrases = party(scribe, who.model_copy(update=gone))
    return (Line(phrases),) if phrases else ()


def named_anyhow(scribe: Scribe, who: Party) -> Lines:
    """Names a party without its group; of one of which nothing else is known, the group."""
    phrases = party(scribe, who)
    return named_alone(scribe, who) or ((Line(phrases),) if phrases else ())


def named_behind(scribe: Scribe, who: Party) -> Lines:
    """Names a party behind the word for its group; a sign that nobody sees tells a stated one from that of its body."""
    if who.group is None or who.group != _group_of_body(scribe, who):
        return named_anyhow(scribe, who)
    return (Line((*party(scribe, who.model_copy(update={"group": None})), Phrase(SAYS_IT))),)
