"""Programmes counted by hand: "I. COMMUNICATION" above "1) Un site internet", dashes below, and no word "projet"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.objects.typed_titles import ROMAN, typed_titles
from opengov_local.formats.word.table_shapes.unmarked import asked_in, commitment_headings, names_commitment
from opengov_local.formats.word.texts.headings import CONCEPTS, LOWEST, is_contents, level
from opengov_local.formats.word.texts.passages import is_item, numbered, of_paragraph
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.formats.wording.words.minute_words import says_minutes
from opengov_local.formats.wording.words.ordinals import after_adverb
from opengov_local.formats.wording.words.plan_words import names_plan, says
from opengov_local.importing.words import fold
from opengov_local.territories.folding import DIGITS

ITEM: Final = Marker("item", "", "", "")
"""What an item of a list below a counted title is: a step of it."""
_FIRST: Final = 10
"""Blocks among which a title names the plan."""
_LONGEST: Final = 200
_FEWEST: Final = 2
"""Titles of one form that are no accident."""
_DIGITS: Final = {ord(digit): plain for digit, plain in DIGITS.items()}
_COUNTED: Final = re.compile(
    r"\s*\(?(?P<number>[0-9٠-٩]{1,2}(?:[.\-][0-9٠-٩]{1,2})?)(?P<sign>\s*[.)/:°–—-]+\s*|\s+)(?=[^\W\d_]|[«“\"])"
)
_AUTOMATIC: Final = re.compile(r"\(?([0-9]{1,2}(?:\.[0-9]{1,2})?)\s*[.)–-]?")
_LETTERED: Final = re.compile(r"\s*(?P<number>[IVX]{1,5}|[A-Z]|[أبجدهو])\s*(?P<sign>[.)/:–—-]+)\s*(?=[^\W\d_])")
_SERIES: Final = (
    ROMAN,
    tuple("ABCDEFGHIJ"),
    tuple("أبجدهو"),
    tuple(map(str, range(1, 11))),
)
"""How axes are counted that do not say so."""


class _Title(NamedTuple):
    """A line that may be a title.

    Attributes:
        at: its position.
        form: how it is counted and how it looks; titles of one list have one form.
        number: its number, "" where it has none.
        words: what it says behind its number.
    """

    at: int
    form: tuple[object, ...]
    number: str
    words: str


def with_titles(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Marks the axes, commitments and steps of a programme in which places and numbers alone tell them.

    Titles that are counted in one form below axes, or are headings of one level below axes that say so, are
    commitments; the lists below them are their steps. Nothing is marked where the words of a file name commitments.

    Args:
        blocks: the blocks of a file.
        labels: the labels of the file.
    """
    return _Lines(blocks, labels).marked()


def is_account(blocks: Sequence[Block]) -> bool:
    """Tells whether one of the first lines says that this is the account of a gathering.

    None that is counted or names a part does: "1. Publier les procès-verbaux" is what a plan commits to.
    """
    return any(says_minutes(text) and not _is_part(text) for text in _short(_firsts(blocks)))


def _is_part(text: str) -> bool:
    return _COUNTED.match(text) is not None or read_marker(text, CONCEPTS) is not None


def _firsts(blocks: Sequence[Block]) -> Iterator[str]:
    return (block.text for block in blocks[:_FIRST] if isinstance(block, Paragraph))


def _short(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if len(text) <= _LONGEST)


class _Lines:
    """Knows which lines of a file can be titles."""

    def __init__(self, blocks: Sequence[Block], labels: Labels) -> None:
        self._blocks = list(blocks)
        self._labels = labels
        texts = (fold(block.text) for block in blocks if isinstance(block, Paragraph) and level(block))
        self._again = {text for text, count in Counter(texts).items() if count > 1}

    def marked(self) -> list[Block]:
        """Gives the blocks with what was found."""
        axes = self._named_axes()
        if not self._is_plan(axes) or self._names_commitments():
            return self._blocks
        if not commitment_headings(self._blocks, self._labels) and (typed := typed_titles(self._blocks, self._labels)):
            for at, marker in typed.items():
                self._mark(at, marker)
            return self._blocks
        lettered = [] if axes else self._lettered_axes()
        scopes = list(self._scopes(axes or [each.at for each in lettered]))
        titles = self._counted(scopes) or (self._headings(scopes, self._blocks) if axes else [])
        if not titles or (lettered and not all(any(each.at in scope for each in titles) for scope in scopes)):
            return self._blocks
        for each in lettered:
            self._mark(each.at, Marker("axis", each.number, each.words, ""))
        for each, scope in ((each, scope) for scope in scopes for each in titles if each.at in scope):
            self._mark(each.at, Marker("commitment", each.number, each.words, ""))
            for item in self._items(each.at, min((one.at for one in titles if one.at > each.at), default=scope.stop)):
                if item in scope:
                    self._mark(item, ITEM)
        return self._blocks

    def _mark(self, at: int, marker: Marker) -> None:
        block = self._blocks[at]
        if isinstance(block, Paragraph):
            self._blocks[at] = replace(block, named=marker)

    # --- what the file is

    def _is_plan(self, axes: Sequence[int]) -> bool:
        firsts = list(_firsts(self._blocks))
        if is_account(self._blocks) or any(says(text, "report") and not _is_part(text) for text in _short(firsts)):
            return False
        return len(axes) >= _FEWEST or any(names_plan(text) for text in firsts)

    def _names_commitments(self) -> bool:
        for block in self._blocks:
            if isinstance(block, Table):
                if any(map(names_commitment, asked_in(block, self._labels))):
                    return True
            elif (marker := read_marker(block.text, ("commitment",))) and (marker.number or level(block)):
                return True
        return False

    # --- axes

    def _named_axes(self) -> list[int]:
        found = []
        for at, block in enumerate(self._blocks):
            marker = read_marker(block.text, ("axis",)) if isinstance(block, Paragraph) else None
            if marker and marker.number and isinstance(block, Paragraph) and not is_contents(block):
                found.append(at)
        return found

    def _lettered_axes(self) -> list[_Title]:
        """Gives lines that are counted from the first on, in Roman numbers, letters or «أولا، ثانيا»."""
        for series in _SERIES:
            found: list[_Title] = []
            for at, block in enumerate(self._blocks):
                title = self._lettered(at, block)
                if title is not None and len(found) < len(series) and title.number == series[len(found)]:
                    found.append(title)
            if len(found) >= _FEWEST and len({each.form for each in found}) == 1:
                return found
        return []

    def _lettered(self, at: int, block: Block) -> _Title | None:
        if not isinstance(block, Paragraph) or not self._can_name(block, asks=bool(level(block))):
            return None
        number, rest = after_adverb(block.text)
        if number:
            return _Title(at, ("adverb", level(block)), number, rest.strip())
        found = _LETTERED.match(block.text)
        if found is None:
            return None
        return _Title(at, (found["sign"], level(block)), found["number"], block.text[found.end() :].strip())

    def _scopes(self, axes: Sequence[int]) -> Iterator[range]:
        """Gives what stands below each axis: up to the next one, or a heading that is no deeper and no title."""
        for at, following in pairwise([*axes, len(self._blocks)]):
            rank = self._rank(at)
            below = range(at + 1, following)
            end = next((each for each in below if 0 < self._rank(each) <= rank < LOWEST), following)
            yield range(at + 1, end)

    def _rank(self, at: int) -> int:
        block = self._blocks[at]
        return level(block) if isinstance(block, Paragraph) else 0

    # --- titles

    def _can_name(self, block: Paragraph, *, asks: bool = False) -> bool:
        """Tells whether a line can be a title; one that is known as a question, "Participation", where it may be."""
        text = block.text.rstrip()
        if len(text) > _LONGEST or is_contents(block) or text.endswith((".", ":", "：", "?", "؟", ";", "؛")):
            return False
        if fold(text) in self._again or (self._labels.asked_by(block) is not None and not asks):
            return False
        return read_marker(text, CONCEPTS) is None

    def _counted(self, scopes: Sequence[range]) -> list[_Title]:
        """Gives the titles that are counted in one form below the axes; none where a number does not follow."""
        found = [[each for at in scope if (each := self._number(at)) is not None] for scope in scopes]
        form = next((titles[0].form for titles in found if titles), None)
        lists = [[each for each in titles if each.form == form] for titles in found]
        titles = [each for among in lists for each in among]
        if len(titles) < _FEWEST or not _count_on(lists):
            return []
        if not all(self._can_name(block) for each in titles if isinstance(block := self._blocks[each.at], Paragraph)):
            return []
        ranked = all(self._rank(each.at) for each in titles)
        return titles if ranked or self._listing(titles, scopes) * 2 > len(titles) else []

    def _number(self, at: int) -> _Title | None:
        block = self._blocks[at]
        if not isinstance(block, Paragraph) or is_contents(block):
            return None
        if block.number:
            found = _AUTOMATIC.fullmatch(block.number.strip())
            form: tuple[object, ...] = ("automatic", block.list_level, level(block), block.number.count("."))
            return _Title(at, form, found[1], block.text.strip()) if found else None
        typed = _COUNTED.match(block.text)
        if typed is None or block.list_level is not None or (not typed["sign"].strip() and typed["number"].isdecimal()):
            return None
        number = typed["number"].translate(_DIGITS)
        form = ("typed", typed["sign"].strip(), level(block), number.isdecimal())
        return _Title(at, form, number, block.text[typed.end() :].strip())

    def _headings(self, scopes: Sequence[range], blocks: Sequence[Block]) -> list[_Title]:
        """Gives the headings of one level below the axes, where none of them and nothing else asks or names."""
        if commitment_headings(blocks, self._labels):
            return []
        ranks = [self._rank(at) for scope in scopes for at in scope if self._rank(at)]
        if not ranks:
            return []
        rank = min(ranks)
        found = [at for scope in scopes for at in scope if self._rank(at) == rank]
        there = [block for at in found if isinstance(block := self._blocks[at], Paragraph)]
        if len(there) < _FEWEST or not all(map(self._can_name, there)):
            return []
        titles = [_Title(at, (), *numbered(block.text)) for at, block in zip(found, there, strict=True)]
        return titles if rank < LOWEST or self._listing(titles, scopes) == len(titles) else []

    def _listing(self, titles: Sequence[_Title], scopes: Sequence[range]) -> int:
        """Gives how many titles have lists below them."""
        return sum(any(True for _ in self._items(each.at, self._end(each, titles, scopes))) for each in titles)

    @staticmethod
    def _end(title: _Title, titles: Sequence[_Title], scopes: Sequence[range]) -> int:
        last = next(scope.stop for scope in scopes if title.at in scope)
        return min([last, *(each.at for each in titles if each.at > title.at)])

    def _items(self, at: int, end: int) -> Iterator[int]:
        """Gives the items of lists below a title, up to a line that leads to something else."""
        above = ""
        for below in range(at + 1, end):
            block = self._blocks[below]
            if not isinstance(block, Paragraph) or block.piece is None or level(block):
                return
            if not is_item(of_paragraph(block, block.piece).lines[0]):
                above = block.text.rstrip()
            elif not above.endswith((":", "：")) and self._labels.asked_by(block) is None:
                yield below


def _count_on(lists: Sequence[Sequence[_Title]]) -> bool:
    """Tells whether the numbers below each axis count from 1, or go on from the axis above."""
    last = [[int(each.number.replace("-", ".").rpartition(".")[2]) for each in among] for among in lists]
    begins = all(numbers == list(range(1, len(numbers) + 1)) for numbers in last)
    together = [number for numbers in last for number in numbers]
    return begins or together == list(range(1, len(together) + 1))
