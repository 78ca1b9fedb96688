"""Headings that ask in a word each: "Quoi", "Pourquoi", "Qui", "Comment", "Quand"; "What", "Who", "When"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import fold

_TARGETS: Final = {
    "what": "commitment.title",
    "why": "problem",
    "who": "lead",
    "with_whom": "supporting",
    "how": "action",
    "when": "schedule",
    "how_much": "budget.amount",
}
"""What such headings mean beside each other; alone, some mean something else, and the others nothing."""
_TITLE: Final = "commitment.title"
_FEWEST: Final = 3
_MARKS: Final = " \u00a0?؟¿:"


def asked_in_words(columns: Sequence[Placed], _grid: Grid, _first: int) -> list[Recognised | None]:
    """Takes the columns of a table whose headings ask what, and at least two more things, for what they ask.

    What is done is an activity where another column names projects.
    """
    meanings = [held for _, _, held in columns]
    asked = [_asked(heading) for _, heading, _ in columns]
    if asked.count("what") != 1 or len({*asked} - {""}) < _FEWEST:
        return meanings
    others = {held.target for held, word in zip(meanings, asked, strict=True) if held and not word}
    found = list(meanings)
    for at, word in enumerate(asked):
        if word:
            target = "milestone.title" if word == "what" and _TITLE in others else _TARGETS[word]
            found[at] = Recognised(target, STRIPPED)
    return found


def _asked(heading: str) -> str:
    words = fold(heading.strip(_MARKS))
    return next((word for word in _TARGETS if words in phrases(f"asked_{word}")), "")
