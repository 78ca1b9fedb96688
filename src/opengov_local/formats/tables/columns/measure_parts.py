"""Headings that are parts of a measure above them: "Valeur" and "Année" below "Situation de référence" or "Cible"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Own, Recognised
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.words import fold

_MEASURES: Final = ("baseline", "target", "value")
_OF: Final = "indicator."
_LONGEST: Final = 40


def measure_below(above: Sequence[str], heading: str, own: Own) -> Recognised | None:
    """Tells which part of the measure above it a heading is: its value or its date; None where it is none.

    Args:
        above: the headings above it, top down.
        heading: the heading.
        own: a council's own headings.
    """
    words = fold(heading) if above and len(heading) <= _LONGEST else ""
    ending = next(
        (end for kind, end in (("value", ""), ("date", "_date")) if words in phrases(f"{kind}_of_measure")), None
    )
    if ending is None or not words or (measure := _measure(above[-1], own)) is None:
        return None
    return Recognised(f"{_OF}{measure}{ending}", STRIPPED)


def _measure(heading: str, own: Own) -> str | None:
    """Gives the measure that a heading of a group names."""
    words, said = fold(heading), recognise(heading, own)
    known = said.target.removeprefix(_OF) if said and said.target.startswith(_OF) else ""
    return next((one for one in _MEASURES if known == one or words in phrases(f"{one}_group")), None)
