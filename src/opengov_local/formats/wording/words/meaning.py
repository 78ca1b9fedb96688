"""What a label asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

LISTS: Final = frozenset({"milestones", "activities", "axes", "commitments"})
"""Questions whose answer is a list of objects."""
GROUPS: Final = LISTS | {
    "institutions",
    "stakeholders",
    "piloting",
    "resources",
    "budget",
    "period",
    "indicators",
    "monitoring",
}
"""What is asked in several questions below a common one."""

WHO: Final = (
    *("leads", "supporting", "beneficiaries", "contact", "stakeholders", "institutions", "piloting", "governance"),
    *("funder", "points_of_contact", "monitoring_bodies", "organizers", "chairs", "partners", "participants", "author"),
    *("facilitators", "rapporteurs", "members", "person", "body", "role", "derived"),
)
"""How the fields begin that name persons and bodies."""


class Meaning(NamedTuple):
    """What a label asks for.

    Attributes:
        concept: the concept it speaks of: `plan`, `axis`, `commitment`, `milestone`, `workshop`, `group`,
            `contribution`.
        field: the field of it, or what else is asked for: `milestones`, `period`, `institutions`, `heading`, …
        language: language of the label; "" where it is written alike in several.
    """

    concept: str
    field: str
    language: str = ""


class Labelled(NamedTuple):
    """A text that begins with a label.

    Attributes:
        meanings: all that the label can mean.
        label: the label.
        value: what follows it.
        by: the sign between the two; "" where nothing follows.
    """

    meanings: tuple[Meaning, ...]
    label: str
    value: str = ""
    by: str = ""


def choose(meanings: Iterable[Meaning], order: Iterable[str]) -> Meaning | None:
    """Gives the meaning for the first concept, of some in their order, that a label can speak of."""
    known: dict[str, Meaning] = {}
    for meaning in meanings:
        known.setdefault(meaning.concept, meaning)
    return next((known[concept] for concept in order if concept in known), None)
