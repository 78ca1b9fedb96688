"""Headings that part a time above them: "De" and "À" below "Délais", "Prévue" and "Réelle" below "Échéance"."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.tables.phrases import phrases
from opengov_local.formats.tables.vocabulary import recognise
from opengov_local.importing.words import fold

_TIMES = frozenset({"start", "end", "schedule", "done_or_due"})
_BOUNDS = {"start": "start", "end": "end", "planned": "end", "actual": "completed_on"}
"""What the words of each kind mean below a time."""
_OF_START = {"planned": "start", "actual": ""}
_LONGEST = 20


def bound_below(above: Sequence[str], heading: str, own: tuple[tuple[str, str], ...]) -> Recognised | None:
    """Tells which end of the time above it a heading is, or whether it is planned; None where no time stands above it.

    When something began is planned alone: the model has no field for when it really did.

    Args:
        above: the headings above it, top down.
        heading: the heading.
        own: a council's own headings.
    """
    kind = _kind(heading) if above else None
    if kind is None or (over := recognise(above[-1], own)) is None or over.target.rpartition(".")[2] not in _TIMES:
        return None
    begins = over.target.rpartition(".")[2] == "start"
    target = _OF_START.get(kind, _BOUNDS[kind]) if begins else _BOUNDS[kind]
    return Recognised(target, STRIPPED, languages=over.languages) if target else None


def _kind(heading: str) -> str | None:
    words = fold(heading) if len(heading) <= _LONGEST else ""
    return next((kind for kind in _BOUNDS if words in phrases(f"{kind}_bound")), None)
