"""Headings with words that change nothing of what is asked for: "Problèmes recensés", "Présentation de l'action"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from opengov_local.formats.wording.headings.heading_keys import (
    is_plain,
    key,
    named_or_numbered,
    of_either,
    owned,
    plainly,
)
from opengov_local.formats.wording.headings.heading_table import Pairs, by_key

NUMBERS: Mapping[str, str] = {
    "commitment.title": "commitment.number",
    "milestone.title": "milestone.number",
    "axis": "axis.number",
}
"""Targets of titles, and those of the numbers beside them."""
_OF_WORDS = frozenset(
    ["text", "title", "milestones", "parties", "resource", "evidence", "indicator", "funder", "update", "sdgs"]
)
"""How cells are read of which a participle says no more than that they are there; dates and sums are not: "prévu"."""
_OF_ITEMS = _OF_WORDS | {"date", "schedule", "status", "percent", "amount"}
_OF_OTHERS = ("contribution.person", "disposition.", "plan.", "collectivity")
_NOTHING: Pairs = (("", ""),)


def plain_pairs(folded: str, reads: Callable[[str], str]) -> Pairs:
    """Gives what a folded heading means, best first; nothing where such words are not all that stands around it.

    Args:
        folded: the heading.
        reads: how the cells of a target are read, by its name.
    """
    whole = key(folded)
    if is_plain(whole):
        return ()
    kind, rest = named_or_numbered(whole)
    pairs = by_key().get(rest, _NOTHING)
    if pairs[0][0] in NUMBERS or (kind == "naming" and pairs[0][0] == "group"):
        return pairs if kind == "naming" else ((NUMBERS[pairs[0][0]], pairs[0][1]),)
    left = plainly(whole)
    of_something = parts.rest if (parts := owned(left)) else ""
    for rest, fitting in ((left, _OF_WORDS), (of_something, _OF_WORDS), (of_either(whole), _OF_ITEMS)):
        found = by_key().get(rest, ())
        if found and not found[0][0].startswith(_OF_OTHERS) and reads(found[0][0]).partition(":")[0] in fitting:
            return found
    return ()
