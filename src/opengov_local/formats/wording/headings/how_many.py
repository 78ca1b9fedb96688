"""Headings that ask how many projects or activities there are, and for the name of none: "Nombre (activités)"."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.importing.words import fold

_LONGEST = 30
"""Letters of the longest answer: "4 dont 1 réalisée"."""
_NUMBERS = ("commitment.number", "milestone.number")


def asks_how_many(heading: str, target: str | None) -> bool:
    """Tells whether a heading asks for a count.

    Args:
        heading: the heading.
        target: what it was taken for: "Number of the project" asks for a number, "Number of projects" does not.
    """
    bracketed = BRACKETS.search(heading) is not None and fold(BRACKETS.sub("", heading)) in phrases("count_alone")
    if not (bracketed or begins("count_word", heading)):
        return False
    return target not in _NUMBERS or fold(heading).endswith("s")


def asks_what_is_done(heading: str) -> bool:
    """Tells whether a heading is the bare word for what was done, "Réalisé", below which whole numbers count."""
    words = fold(heading)
    if "%" in heading or "٪" in heading:
        return False
    return " " not in words and words in phrases("done_heading") and not says("rate_of_work", words)


def are_answers(values: Iterable[Value]) -> bool:
    """Tells whether some cells are as short as answers to such a heading are, and half of them say a number.

    "Nombre" means "name", too, in Spanish.
    """
    said = [str(value).strip() for value in values if not is_blank(value)]
    numbers = sum(any(map(str.isdigit, text)) for text in said)
    return bool(said) and numbers * 2 >= len(said) and all(len(text) <= _LONGEST for text in said)
