"""The levels of a plan, and the words for them: which level each of some words names beside the others."""

from __future__ import annotations

from functools import cache

from opengov_local.formats.wording.headings.phrases import phrases

LEVELS = ("axis", "axis.2", "axis.3", "commitment.title", "milestone.title")
"""Targets of titles, from the highest level down."""
KINDS = ("axis_word", "second_axis_word", "third_axis_word", "project_word", "activity_word")
"""Kinds of the words for each level."""


@cache
def levels_of_words(words: frozenset[str]) -> dict[str, str]:
    """Gives the levels that words name beside each other: an action is a project's, unless only axes have actions."""
    ranks = {word: [rank for rank, kind in enumerate(KINDS) if word in phrases(kind)] for word in words}
    known = {word: of for word, of in ranks.items() if of}
    taken = {of[0] for of in known.values() if len(of) == 1}
    found = {}
    for word, of in sorted(known.items(), key=lambda pair: len(pair[1])):
        free = [rank for rank in of if len(of) == 1 or rank not in taken]
        found[word] = LEVELS[min(free) if free else max(of)]
        taken.add(min(free) if free else max(of))
    return found
