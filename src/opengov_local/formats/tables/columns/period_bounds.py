"""Headings that part a time above them: "De" and "À" below "Délais", "Prévue" and "Réelle" below "Échéance"."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.words import fold

_TIMES = frozenset({"start", "end", "schedule", "done_or_due"})
_RATES = frozenset({"progress", "status"})
_BOUNDS = {"start": "start", "end": "end", "planned": "end", "actual": "completed_on"}
"""What the words of each kind mean below a time."""
_OF_START = {"planned": "start", "actual": ""}
_LONGEST = 20


def bound_below(above: Sequence[str], heading: str, own: tuple[tuple[str, str], ...]) -> Recognised | None:
    """Tells which end of the time above it a heading is, or whether it is planned; None where no time stands above it.

    How far something really is below "Avancement" is that; how far it should be has no field in the model, nor has when
    it really began.

    Args:
        above: the headings above it, top down.
        heading: the heading.
        own: a council's own headings.
    """
    kind = _kind(heading) if above else None
    if kind is None or (over := recognise(above[-1], own)) is None:
        return None
    if kind == "actual" and over.target in _RATES:
        return Recognised(over.target, STRIPPED, languages=over.languages)
    if over.target.rpartition(".")[2] not in _TIMES:
        return None
    begins = over.target.rpartition(".")[2] == "start"
    target = _OF_START.get(kind, _BOUNDS[kind]) if begins else _BOUNDS[kind]
    return Recognised(target, STRIPPED, languages=over.languages) if target else None


def planned_rate(above: Sequence[str], heading: str, own: tuple[tuple[str, str], ...]) -> bool:
    """Tells whether a heading below one of rates or states says that these are planned: "Prévu" below "Avancement"."""
    if not above or _kind(heading) != "planned":
        return False
    over = recognise(above[-1], own)
    return over is not None and over.target in _RATES


def rate_below(above: Sequence[str], heading: str, own: tuple[tuple[str, str], ...]) -> tuple[Recognised | None] | None:
    """Gives the progress that "Physique" is below "Taux", None for "Financier"; nothing where no rate stands above it.

    How much of the money is spent is no progress of the model.
    """
    words = fold(heading) if above and len(heading) <= _LONGEST else ""
    kinds = [kind for kind in ("physical_rate", "financial_rate") if words in phrases(kind)]
    over = recognise(above[-1], own) if kinds else None
    if over is None or over.target != "progress":
        return None
    return (Recognised("progress", STRIPPED, languages=over.languages) if kinds[0] == "physical_rate" else None,)


def _kind(heading: str) -> str | None:
    words = fold(heading) if len(heading) <= _LONGEST else ""
    return next((kind for kind in _BOUNDS if words in phrases(f"{kind}_bound")), None)
