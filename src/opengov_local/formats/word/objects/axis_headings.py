"""Headings that name an axis without the word for it: those that stand above the commitments of a plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.objects.counted import is_account
from opengov_local.formats.word.table_shapes.unmarked import asked_in, commitment_headings, named_in
from opengov_local.formats.word.texts.headings import CONCEPTS, FIRST, LOWEST, SECTION, is_contents, level, marker_of
from opengov_local.formats.word.texts.passages import numbered
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.fitting import THEMES
from opengov_local.formats.wording.words.letters import is_caption
from opengov_local.formats.wording.words.markers import Marker, ordinal_of, read_marker, read_uncounted
from opengov_local.formats.wording.words.ordinals import after_ordinal, without_ordinal
from opengov_local.formats.wording.words.plan_words import begins_with, is_letterhead, names_plan, words_of
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold
from opengov_local.importing.words.codes import code_of_name
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.printed_numbers import NUMBER

_FEWEST: Final = 2
"""Headings of one rank above commitments that are no accident."""
_LONGEST: Final = 200
_ENDS: Final = (".", ":", "：", "?", "؟", ";", "؛")
_AXES: Final = ("axis", "subaxis")
_THEMES: Final = ("remacto_principle", "ogp_value", "policy_area")
"""Lists of codes whose words name an axis that nothing else says to be one."""
_CALLED: Final = re.compile(
    rf"\s*(?P<word>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}?)\s+(?:{SIGN}\s*)?(?P<number>{NUMBER}|\w+)\s*[:：.)–—-]+\s*(?=\S)"
)
"""A word for what is counted, its number, and a sign: "Orientation stratégique 1 :", «الركيزة الأولى:»."""


def with_axes(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Marks the headings above commitments as axes, where no word in the file says what the axes are.

    Several headings of one level, each with commitments below it, are axes; where two levels stand above them, the
    lower ones are parts of an axis. A line that looks like the titles of the commitments themselves is an axis where
    it stands right above one. None is a heading that asks, that stands again, or that names the commitments.

    Args:
        blocks: the blocks of a file.
        labels: the labels of the file.
    """
    search = _Above(blocks, labels)
    marked = list(blocks)
    for at, marker in search.found().items():
        block = marked[at]
        if isinstance(block, Paragraph):
            marked[at] = replace(block, named=marker)
    return marked


class _Above:
    """Looks for the headings above commitments."""

    def __init__(self, blocks: Sequence[Block], labels: Labels) -> None:
        self._blocks = blocks
        self._labels = labels
        texts = (fold(block.text) for block in blocks if isinstance(block, Paragraph) and level(block))
        self._again = {text for text, count in Counter(texts).items() if count > 1}
        self._counts: Mapping[int, int] = {}

    def found(self) -> dict[int, Marker]:
        """Gives what each heading names, by position."""
        if is_account(self._blocks) or self._says_axes():
            return {}
        self._counts = dict(self._commitments())
        if alone := self._alone():
            return alone
        if sum(self._counts.values()) < _FEWEST:
            return {}
        ranked = self._by_rank()
        if not ranked:
            return self._named("axis" if self._is_sure(lines := self._lines_above()) else SECTION, lines)
        named: dict[int, Marker] = {}
        for concept, rank in zip(_AXES, sorted(ranked), strict=False):
            named |= self._named(concept, ranked[rank])
        return named

    # --- what stands in the file

    def _says_axes(self) -> bool:
        for block in self._blocks:
            if isinstance(block, Paragraph):
                marker = marker_of(block, _AXES)
                if marker is not None and (marker.number or level(block)):
                    return True
                said = self._labels.asked_by(block)
                if said is not None and said.value and _asks_axis(said.meanings):
                    return True
            elif any(map(_asks_axis, asked_in(block, self._labels))):
                return True
        return False

    def _commitments(self) -> Iterator[tuple[int, int]]:
        """Gives where commitments are named for the first time, with how many are named there."""
        headings = commitment_headings(self._blocks, self._labels)
        known: set[str] = set()
        for at, block in enumerate(self._blocks):
            if isinstance(block, Paragraph):
                marker = None if is_contents(block) else marker_of(block, ("commitment",))
                if at in headings or (marker is not None and (marker.number or level(block))):
                    yield at, 1
            elif new := set(named_in(block, self._labels)) - known:
                known |= new
                yield at, len(new)

    def _rank(self, at: int) -> int:
        block = self._blocks[at]
        return (level(block) if isinstance(block, Paragraph) else 0) or LOWEST + 1

    # --- headings by their level

    def _by_rank(self) -> dict[int, list[int]]:
        """Gives the headings by their style that hold commitments, by level; none where some commitment has none."""
        held: Counter[int] = Counter()
        open_: list[int] = []
        for at, block in enumerate(self._blocks):
            rank = self._rank(at)
            if at in self._counts:
                if isinstance(block, Table) and open_ and self._is_named_above(open_[-1], at):
                    continue
                open_ = [each for each in open_ if self._rank(each) < rank]
                held.update(dict.fromkeys(open_, self._counts[at]))
            elif isinstance(block, Paragraph) and rank < LOWEST and not self._is_title(at, block):
                can_be = not begins_with(block.text, "report_parts")
                open_ = [*(each for each in open_ if self._rank(each) < rank), *([at] if can_be else [])]
        ranks: dict[int, list[int]] = {}
        for at in sorted(held):
            ranks.setdefault(self._rank(at), []).append(at)
        several = {rank: found for rank, found in ranks.items() if len(found) >= _FEWEST}
        return {rank: found for rank, found in several.items() if self._can_hold(found, held)}

    def _is_named_above(self, heading: int, at: int) -> bool:
        """Tells whether a commitment was named between a heading and a table, which then says more of it."""
        return any(heading < each < at and isinstance(self._blocks[each], Paragraph) for each in self._counts)

    def _can_hold(self, found: Sequence[int], held: Mapping[int, int]) -> bool:
        """Tells whether headings can be axes: above tables alone they ask nothing, and some have several titles."""
        if not all(isinstance(self._blocks[at], Table) for at in self._counts):
            return True
        asks = any(isinstance(block := self._blocks[at], Paragraph) and self._asks(block) for at in found)
        return not asks and sum(held[at] for at in found) > len(found)

    def _is_title(self, at: int, block: Paragraph) -> bool:
        if block.style in ("title", "subtitle") or is_contents(block) or len(block.text) > _LONGEST:
            return True
        return at < FIRST and (names_plan(block.text) or is_letterhead(block.text))

    # --- one heading above all commitments

    def _alone(self) -> dict[int, Marker]:
        """Gives what the only heading by its style that holds commitments names, above the first of them.

        Nothing where it says no more than that commitments follow, or introduces them, or heads prose and is no axis.
        """
        first = min(self._counts, default=0)
        at = next((each for each in range(first - 1, -1, -1) if not self._is_prose(each)), -1)
        block = self._blocks[at] if at >= 0 else None
        if not isinstance(block, Paragraph) or self._is_title(at, block) or self._asks(block):
            return {}
        text, rank = block.text.rstrip(" .:："), self._rank(at)
        if rank >= LOWEST or any(begins_with(text, kind, whole=True) for kind in ("introduction", "parts")):
            return {}
        deeper = all(isinstance(self._blocks[each], Paragraph) and self._rank(each) > rank for each in self._counts)
        if not deeper or any(self._rank(each) <= rank for each in range(at + 1, max(self._counts))):
            return {}
        concept = self._concept(at)
        return self._named(concept, [at]) if concept == "axis" or at == first - 1 else {}

    def _concept(self, at: int) -> str:
        """Gives what a heading alone names: an axis where it is a theme, or those below it go on with its number."""
        number, title = _parted(self._blocks[at])
        below = [marker for each in self._counts if (marker := self._commitment(each)) is not None and marker.number]
        carried = bool(number and below) and all(re.match(rf"{number}[.\-]", each.number) for each in below)
        theme = any(code_of_name(title, codes) is not None for codes in _THEMES)
        return "axis" if carried or theme else SECTION

    def _commitment(self, at: int) -> Marker | None:
        block = self._blocks[at]
        return marker_of(block, ("commitment",)) if isinstance(block, Paragraph) else None

    # --- lines that look like the titles below them

    def _lines_above(self) -> list[int]:
        """Gives the lines that stand above the titles of some commitments, the first among them, and are no deeper."""
        found = [line for at in self._counts if (line := self._line_above(at)) is not None]
        if len(found) < _FEWEST or min(found) > min(self._counts):
            return []
        return found if len(found) < sum(self._counts.values()) else []

    def _line_above(self, title: int) -> int | None:
        """Gives the line right above a commitment, or above an introduction to it."""
        first = min(takewhile(self._is_prose, range(title - 1, -1, -1)), default=title)
        for at in (title - 1, first - 1):
            if at >= 0 and at not in self._counts and self._can_stand(at, self._rank(title)):
                return at if at == title - 1 or self._rank(at) <= LOWEST else None
        return None

    def _is_sure(self, lines: Sequence[int]) -> bool:
        """Tells whether lines are surely no questions: counted or right above a title, or with several titles each."""
        if all(at + 1 in self._counts or _parted(self._blocks[at])[0] for at in lines):
            return True
        scopes = [range(at, following) for at, following in pairwise([*sorted(lines), len(self._blocks)])]
        return all(sum(count for at, count in self._counts.items() if at in each) >= _FEWEST for each in scopes)

    def _is_prose(self, at: int) -> bool:
        block = self._blocks[at]
        if not isinstance(block, Paragraph) or at in self._counts or level(block):
            return False
        return block.list_level is None and self._labels.asked_by(block) is None

    def _can_stand(self, at: int, below: int) -> bool:
        block = self._blocks[at]
        if not isinstance(block, Paragraph) or self._is_title(at, block) or block.text.rstrip().endswith(_ENDS):
            return False
        if block.list_level is not None and not block.number:
            return False
        is_counted = bool(_parted(block)[0])
        if not (level(block) or is_counted) or self._rank(at) > max(below, LOWEST + 1 if is_counted else 0):
            return False
        return is_counted or not self._asks(block)

    def _asks(self, block: Paragraph) -> bool:
        said = self._labels.asked_by(block)
        return said is not None and not all(meaning.field in THEMES for meaning in said.meanings)

    # --- what they name

    def _named(self, concept: str, found: Sequence[int]) -> dict[int, Marker]:
        there = {at: block for at in found if isinstance(block := self._blocks[at], Paragraph)}
        able = all(self._can_name(block) for block in there.values())
        return {at: _marker(concept if able else SECTION, block) for at, block in there.items()}

    def _can_name(self, block: Paragraph) -> bool:
        text = block.text.rstrip()
        if fold(text) in self._again or text.endswith(_ENDS) or read_marker(text, CONCEPTS) is not None:
            return False
        bare = without_ordinal(text) or text
        if read_date(bare) is not None or is_caption(bare) or begins_with(bare, "section"):
            return False
        return not (begins_with(bare, "parts") or begins_with(bare, "report_parts"))


def _asks_axis(meanings: Sequence[Meaning]) -> bool:
    return any((each.concept, each.field) in (("axis", "title"), ("commitment", "axis")) for each in meanings)


def _marker(concept: str, block: Paragraph) -> Marker:
    number, title = _parted(block)
    plain = read_uncounted(title, _AXES)
    if plain is not None and plain.title and not _joined().match(plain.title):
        title = plain.title
    return Marker(concept, number, title, "")


@cache
def _joined() -> re.Pattern[str]:
    """Gives the pattern of small words that join the word for an axis to its title: "Axe de la transparence"."""
    words = "|".join(map(re.escape, words_of("joining")))
    return re.compile(rf"(?:{words})\b".replace("'", "['’]"), re.IGNORECASE)


def _parted(block: Block) -> tuple[str, str]:
    """Parts what counts a line from its words: "I.", «أولا:», "Orientation stratégique 1 :"; "" where nothing does."""
    if not isinstance(block, Paragraph):
        return "", ""
    number, rest = after_ordinal(block.text)
    if number:
        return number, rest.strip()
    called = _CALLED.match(block.text)
    if called is not None:
        word = called["number"]
        number = ordinal_of(word) or (word if re.fullmatch(NUMBER, word) else "")
        if number:
            return number, block.text[called.end() :].strip()
    number, rest = numbered(block.text)
    return (number, rest) if number else (block.number.strip(" .)-"), block.text.strip())
