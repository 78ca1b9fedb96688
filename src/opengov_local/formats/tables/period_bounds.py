"""Headings that are the ends of a time above them: "De" and "À" below "Délais", «من» and «إلى» below «آجال الإنجاز»."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.tables.phrases import phrases
from opengov_local.formats.tables.vocabulary import recognise
from opengov_local.importing.words import fold

_TIMES = frozenset({"start", "end", "schedule", "done_or_due"})
_LONGEST = 20


def bound_below(above: Sequence[str], heading: str, own: tuple[tuple[str, str], ...]) -> Recognised | None:
    """Tells which end of the time above it a heading is; None where it is none, or no time stands above it.

    Args:
        above: the headings above it, top down.
        heading: the heading.
        own: a council's own headings.
    """
    target = _bound(heading) if above else None
    if target is None or (over := recognise(above[-1], own)) is None or over.target.rpartition(".")[2] not in _TIMES:
        return None
    return Recognised(target, STRIPPED, languages=over.languages)


def _bound(heading: str) -> str | None:
    words = fold(heading) if len(heading) <= _LONGEST else ""
    return next((target for target in ("start", "end") if words in phrases(f"{target}_bound")), None)
