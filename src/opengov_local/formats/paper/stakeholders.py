"""Who leads and who supports, sorted into the groups of stakeholders that OGP's forms know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from opengov_local.formats.paper.content import Line, Lines
from opengov_local.formats.paper.parties import party
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.party import Party

GROUPS: Final = ("government", "csos", "others")
"""Codes of the list stakeholder_sector, in the order of OGP's template of 2022."""


def stakeholders(scribe: Scribe, prefix: str, leads: Iterable[Party], supporting: Sequence[Party]) -> Lines:
    """Says who leads and who supports, one a line behind the word for the part they play.

    Args:
        scribe: who writes.
        prefix: what stands before `leads`, `supporting` and `supporting_…` in the keys of these words.
        leads: who is responsible.
        supporting: who takes part; those of whom no group is stated stand first, for none is guessed.
    """
    found = [(f"{prefix}.leads", who) for who in leads]
    found += [(f"{prefix}.supporting", who) for who in supporting if who.group not in GROUPS]
    found += [(f"{prefix}.supporting_{group}", who) for group in GROUPS for who in supporting if who.group == group]
    return tuple(line for key, who in found for line in scribe.labelled(key, named_anyhow(scribe, who)))


def named_alone(scribe: Scribe, who: Party, *, person: bool = True) -> Lines:
    """Names a party without its group, which stands before it.

    Args:
        scribe: who writes.
        who: the party.
        person: whether a person is named too; a party that is nothing but a person gives no line without.
    """
    gone = {"group": None} if person else {"group": None, "person": None}
    phrases = party(scribe, who.model_copy(update=gone))
    return (Line(phrases),) if phrases else ()


def named_anyhow(scribe: Scribe, who: Party) -> Lines:
    """Names a party without its group; of one of which nothing else is known, the group."""
    phrases = party(scribe, who)
    return named_alone(scribe, who) or ((Line(phrases),) if phrases else ())
