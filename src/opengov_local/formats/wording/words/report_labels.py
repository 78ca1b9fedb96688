"""What the labels of reports on a plan ask for: what was done, what stands in the way, what comes next, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from opengov_local.formats.wording.headings.report_words import report_words
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.timed_labels import timed
from opengov_local.importing.words import fold

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "update.text": "update",
        "update.challenges": "challenges",
        "update.next_steps": "next_steps",
        "update.date": "reported_on",
        "update.period": "reported_for",
        "status": "status",
        "progress": "progress",
        "evidence": "evidence",
    }
)
"""Targets of tables that reports fill, and what is asked for here."""
REPORTED: Final = frozenset(FIELDS.values()) - {"reported_on", "reported_for"}
WHEN: Final = frozenset({"reported_on", "reported_for"})
CONCEPTS: Final = ("commitment", "milestone", "axis", "plan")
"""What a report can speak of."""
_LONGEST: Final = 80


@lru_cache(maxsize=1 << 14)
def asked_for(label: str) -> tuple[str, str] | None:
    """Gives what a label asks for in any report, with its language; None for other labels."""
    found = surely(label) if len(label) <= _LONGEST else None
    if found is None or found.ordinal is not None or found.year or found.target not in FIELDS:
        return _of_a_time(label)
    return FIELDS[found.target], next(iter(found.languages)) if len(found.languages) == 1 else ""


def _of_a_time(label: str) -> tuple[str, str] | None:
    """Gives what a label asks for that ends with a time: what was done in it or is planned for it, how far it was."""
    there = timed(label)
    if there is None:
        return None
    field, language = asked_for(there.rest) or (asked_weakly(there.rest) or "", "")
    if field and field not in WHEN:
        return field, language
    return ("next_steps", "") if there.foresees and there.reading.kind == "date" else None


def asked_weakly(label: str) -> str | None:
    """Gives what a label asks for in a report that has no plainer label for the same: "Problèmes", "Fait"."""
    return FIELDS.get(report_words().get(("heading", fold(label)), ""))


def reported_in(labels: Iterable[str]) -> frozenset[str]:
    """Gives what some labels ask for that reports say."""
    found = (asked_for(label) for label in labels)
    return frozenset(each[0] for each in found if each is not None)
