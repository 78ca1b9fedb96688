"""Where parts of minutes end: the agenda, counted parts, and the groups when the gathering is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local.formats.word.texts.passages import Passage, bare, is_item, numbered
from opengov_local.formats.wording.words.minute_words import ends_gathering
from opengov_local.formats.wording.words.ordinals import after_adverb
from opengov_local.formats.wording.words.plan_words import begins_with
from opengov_local.importing.words.number_signs import SIGN

_COUNTED: Final = re.compile(r"\s*(?P<number>[0-9٠-٩]{1,2})\s*(?P<sign>[.)/:–—-]+)\s*(?=[^\W\d_])")
_ANNEX: Final = re.compile(
    rf"\s*(?P<word>[^\W\d_]+)\s*(?:{SIGN}\s*)?(?:[0-9٠-٩]{{1,2}}|[A-Z]|[IVX]{{1,4}})?\s*(?:[:：.–—-]\s*(?P<rest>.{{0,120}}))?"
)
_ON_ONE_LINE: Final = frozenset(
    {"facilitators", "rapporteurs", "chairs", "date", "date_place", "place", "count", "women", "title"}
)
"""What is answered on the line of its label, so that no list below goes on with it."""


class CountedParts:
    """Knows the typed number or ordinal adverb of the heading that is open: behind «ثانيا», «ثالثا» heads one too."""

    def __init__(self) -> None:
        self._number, self._sign = 0, ""

    def open(self, heading: str) -> None:
        """Takes note of a heading."""
        self._number, self._sign = _count_of(heading)

    def ends(self, line: str, points: Sequence[Passage]) -> bool:
        """Tells whether a line is the next heading, and no item of the list below the open one.

        Args:
            line: the line.
            points: what stands below the heading so far; items that are counted alike may be what the line goes on.
        """
        if not self._number or _count_of(line) != (self._number + 1, self._sign):
            return False
        counts = (_count_of(point.lines[0].text) for point in points)
        return not any(number and sign == self._sign for number, sign in counts)


def _count_of(line: str) -> tuple[int, str]:
    """Gives the typed number or the ordinal adverb that a line begins with, and its sign; 0 where it has none."""
    if found := _COUNTED.match(line):
        return int(found["number"]), found["sign"]
    number, _ = after_adverb(line)
    return int(number or 0), ""


def goes_on(passage: Passage, field: str) -> bool:
    """Tells whether a line is one more item of what was answered on the line of its label; "1. …" begins a part."""
    first = passage.lines[0]
    return field not in _ON_ONE_LINE and is_item(first) and (first.item or not numbered(bare(first.text))[0])


def ends_groups(passage: Passage) -> bool:
    """Tells whether a line says that the gathering is over, or begins an annex: nothing below is of a group."""
    return begins_annex(passage) or (not is_item(passage.lines[0]) and ends_gathering(passage.text))


def begins_annex(passage: Passage) -> bool:
    """Tells whether a line begins an annex: nothing below is what was asked for above."""
    return not is_item(passage.lines[0]) and annex_in(passage.text) is not None


def annex_in(line: str) -> str | None:
    """Gives what an annex is that a line begins, "" where it does not say it; None where it begins none."""
    found = _ANNEX.fullmatch(line)
    return (
        (found["rest"] or "").strip() if found is not None and begins_with(found["word"], "annex", whole=True) else None
    )


def ends_agenda(passage: Passage, points: Sequence[Passage]) -> bool:
    """Tells whether a line below an agenda is no point of it, but begins something else that nobody knows.

    It ends with a colon, or the points above are items and it is none.
    """
    if is_item(passage.lines[0]):
        return False
    listed = bool(points) and all(is_item(point.lines[0]) for point in points)
    return listed or passage.text.rstrip().endswith((":", "："))
