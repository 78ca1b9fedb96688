"""Answers on a line of their own that are words of a label elsewhere: "Responsable" over "Comité de suivi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Final, Literal, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.ogp_national.wording import labels as labels_of_forms
from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.texts.headings import CONCEPTS, LOWEST, is_contents, level, marker_of
from opengov_local.formats.word.texts.passages import bare, numbered
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.fitting import fits
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.meaning import GROUPS, LISTS
from opengov_local.importing.words import fold

_ENDS: Final = (":", "：", "?", "؟")
_LONGEST: Final = 260
_ASK_NOTHING: Final = frozenset({"form", "heading", "workshops"})
"""What the titles of forms and sections are: nothing is answered right below them."""
_OUTER: Final = frozenset({"plan", "axis"})
"""What sections are about, in which further questions stand."""

_MOST_WORDS: Final = 6
"""Words of the longest label that nobody knows, without its colon."""
_FEWEST: Final = 2
"""Labels with answers below them that show how labels look."""

Role = Literal["label", "open", "marker", "text"]


class _Look(NamedTuple):
    """How a line looks: as a heading, bold or plain, and whether a colon or question mark ends it."""

    rank: int
    ends: bool

    @property
    def is_plain(self) -> bool:
        return not self.rank and not self.ends


class Answered(NamedTuple):
    """The blocks of a file, in which answers that are words of labels are told apart from labels.

    Attributes:
        blocks: the blocks.
        unsure: questions and answers whose looks do not tell them apart.
    """

    blocks: list[Block]
    unsure: tuple[tuple[str, Piece], ...]


def answers_below(blocks: Sequence[Block], labels: Labels) -> Answered:
    """Finds the lines that answer the question above them, though they are words of a label elsewhere.

    A label right below another label is its answer if it looks otherwise (a label with a colon or in bold above a plain
    line) and the file has no labels that look like it. Where labels look like answers, a label with nothing below it
    is the answer.

    Args:
        blocks: the blocks of a file.
        labels: the labels of the file.
    """
    return _Lines(blocks, labels).answered()


class _Lines:
    """Knows the lines of a file by the part that each can have."""

    def __init__(self, blocks: Sequence[Block], labels: Labels) -> None:
        self._blocks = [replace(each, answers=False) if isinstance(each, Paragraph) else each for each in blocks]
        self._labels = labels
        self._meant = [self._meanings(block) for block in self._blocks]
        self._roles = [self._role(at) for at in range(len(self._blocks))]

    def answered(self) -> Answered:
        """Gives the blocks with what was found."""
        unsure: list[tuple[str, Piece]] = []
        for at in self._unknown():
            block = self._blocks[at]
            if isinstance(block, Paragraph):
                self._blocks[at] = replace(block, marked=True)
        for at, answers in self._found():
            block = self._blocks[at]
            if isinstance(block, Paragraph) and block.piece is not None:
                self._blocks[at] = replace(block, answers=True)
                if answers == "unsure":
                    unsure.append((self._blocks[at - 1].text, block.piece))  # type: ignore[union-attr]
        return Answered(self._blocks, tuple(unsure))

    # --- what each line can be

    def _meanings(self, block: Block) -> tuple[Meaning, ...]:
        if not isinstance(block, Paragraph) or block.list_level is not None or is_contents(block):
            return ()
        text = block.text.strip()
        plain = bare(text) == text or level(block) > 0 or text.endswith(_ENDS)
        return self._labels.meanings(text) if plain else ()

    def _role(self, at: int) -> Role:
        block = self._blocks[at]
        if not isinstance(block, Paragraph) or is_contents(block):
            return "text"
        marker = marker_of(block, (*CONCEPTS, "group"))
        if marker is not None and (level(block) or marker.number) and (marker.number or not self._meant[at]):
            return "marker"
        if self._meant[at]:
            return "label"
        said = self._labels.read(block.text)
        if said is not None and said.value:
            return "marker"  # a question with its answer: nothing is answered below it
        ends = block.text.rstrip().endswith(_ENDS) and len(block.text) <= _LONGEST and block.list_level is None
        return "open" if ends or level(block) else "text"

    def _look(self, at: int) -> _Look:
        block = self._blocks[at]
        if not isinstance(block, Paragraph):
            return _Look(0, ends=False)
        return _Look(level(block), ends=block.text.rstrip().endswith(_ENDS))

    def _is_answer(self, at: int) -> bool:
        """Tells whether a line can be an answer by its looks: no heading by its style, and no colon behind it."""
        look = self._look(at)
        if look.ends or look.rank not in (0, LOWEST) or self._names_section(at):
            return False
        return self._roles[at] == "label" or (self._roles[at] == "open" and self._bare(at))

    def _names_section(self, at: int) -> bool:
        """Tells whether a line is the title of a section of OGP's forms, below which others ask: it answers nothing."""
        block = self._blocks[at]
        asks_nothing = bool(self._meant[at]) and all(meaning.field in _ASK_NOTHING for meaning in self._meant[at])
        return asks_nothing or (isinstance(block, Paragraph) and fold(block.text) in _sections())

    def _bare(self, at: int) -> bool:
        """Tells whether nothing stands below a line that could answer it."""
        if at + 1 >= len(self._blocks):
            return True
        return isinstance(self._blocks[at + 1], Paragraph) and self._roles[at + 1] != "text"

    @cached_property
    def _sure(self) -> dict[_Look, set[str]]:
        """The labels that are none but labels, by their looks: with text below them, and no question above."""
        found: dict[_Look, set[str]] = {}
        for at, role in enumerate(self._roles):
            if role == "label" and not self._bare(at) and (not at or self._roles[at - 1] in ("text", "marker")):
                found.setdefault(self._look(at), set()).add(fold(self._blocks[at].text))  # type: ignore[union-attr]
        return found

    def _unknown(self) -> list[int]:
        """Gives short lines with a colon that stand like known labels over their answers: nobody knows what they ask.

        They are read as headings are that nobody knows. A line over a list may introduce it.
        """
        plain = _Look(0, ends=True)
        known = [at for at, role in enumerate(self._roles) if role == "label" and self._look(at) == plain]
        if sum(not self._bare(at) for at in known) < _FEWEST:
            return []
        return [at for at, role in enumerate(self._roles) if role == "open" and self._is_unknown(at, plain)]

    def _is_unknown(self, at: int, plain: _Look) -> bool:
        block, below = self._blocks[at], self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        if not isinstance(block, Paragraph) or not isinstance(below, Paragraph) or self._look(at) != plain:
            return False
        short = len(block.text.split()) <= _MOST_WORDS and not block.text[:1].islower() and not _has_bullet(block)
        return short and self._roles[at + 1] == "text" and not _has_bullet(below)

    # --- what each line is

    def _found(self) -> Iterator[tuple[int, Literal["sure", "unsure"]]]:
        inside = False  # whether an answer below a label that looks like one is read
        taken = -1
        runs = self._in_plain_runs()
        for at, role in enumerate(self._roles):
            above = at - 1
            if self._is_listed(at) or self._counts_on(at):
                yield at, "sure"
                continue
            strong = above >= 0 and above != taken and self._roles[above] in ("label", "open", "marker")
            strong = strong and not self._look(above).is_plain
            told = self._below(above, at) if strong and self._is_answer(at) else None
            if told is None and at in runs:
                told = "unsure"
            if told is None and inside and self._goes_on(at, taken):
                told = "sure"
            if told is not None:
                taken = at
                yield at, told
            elif role != "text":
                inside = role == "label" and not self._look(at).is_plain

    def _is_listed(self, at: int) -> bool:
        """Tells whether a line is an item with a typed bullet, and not a label with its answer on the next line."""
        block = self._blocks[at]
        if not isinstance(block, Paragraph) or block.list_level is not None or level(block):
            return False
        text = block.text.strip()
        words = bare(text)
        if words == text or text.endswith(_ENDS) or not self._labels.meanings(text):
            return False
        below = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        return not isinstance(below, Paragraph) or self._roles[at + 1] != "text" or _has_bullet(below)

    def _counts_on(self, at: int) -> bool:
        """Tells whether a line with a typed number goes on with a list right above it, and asks for nothing.

        The list is counted from 1 below a question whose answer is a list: "Jalons :", "1) …", "2) Bilan".
        """
        number = self._counted(at)
        if not number or not self._labels.meanings(self._blocks[at].text):  # type: ignore[union-attr]
            return False
        if number == 1 and self._counted(at + 1) != _FEWEST:
            return False
        first = at - number + 1
        if first < 1 or any(self._counted(first + step) != step + 1 for step in range(number)):
            return False
        above = first - 1
        return any(meaning.field in LISTS for meaning in self._meant[above]) and self._counted(above) != number - 1

    def _counted(self, at: int) -> int:
        """Gives the whole number typed before a plain line that could be an item; 0 where there is none."""
        block = self._blocks[at] if at < len(self._blocks) else None
        if not isinstance(block, Paragraph) or block.list_level is not None or level(block):
            return 0
        number, words = numbered(block.text)
        return int(number) if words and number.isdecimal() and not block.text.rstrip().endswith(_ENDS) else 0

    def _goes_on(self, at: int, taken: int) -> bool:
        """Tells whether a line with nothing below it goes on with the answer above: it looks plain, or like it."""
        above = at - 1
        if not self._is_answer(at) or not self._bare(at):
            return False
        alike = self._look(at).is_plain or (above == taken and self._look(at) == self._look(above))
        return alike and (above == taken or self._roles[above] == "text")

    def _below(self, above: int, at: int) -> Literal["sure", "unsure"] | None:
        """Tells whether a line answers the line above it, which looks like a question or names an object."""
        asked, here = self._meant[above], self._look(at)
        if self._roles[above] == "marker":
            block = self._blocks[above]
            marker = read_marker(block.text, CONCEPTS) if isinstance(block, Paragraph) else None
            return "sure" if marker is not None and not marker.title and self._bare(at) else None
        if self._roles[above] == "open" and not self._look(above).ends:  # a line in bold that nobody knows
            kept = self._look(above).rank == LOWEST and here.is_plain and self._bare(at)
            return "sure" if kept else None
        if any(meaning.field in _ASK_NOTHING for meaning in asked):
            return None
        alike = self._look(above) == here
        groups = not asked or any(m.field in GROUPS for m in asked) or all(m.concept in _OUTER for m in asked)
        if self._roles[at] == "open":
            return None if groups else "unsure" if alike else "sure"
        return None if alike else self._answers(at, here, groups=groups)

    def _answers(self, at: int, here: _Look, *, groups: bool) -> Literal["sure", "unsure"] | None:
        """Tells whether the words of a label below another one that looks otherwise are its answer."""
        if self._bare(at):
            return "unsure" if self._sure.get(here) or not self._can_answer(at) else "sure"
        if at + 1 >= len(self._blocks) or not isinstance(self._blocks[at + 1], Paragraph):
            return None
        return None if self._sure.get(here) or groups or here.rank or not self._can_answer(at) else "sure"

    def _can_answer(self, at: int) -> bool:
        """Tells whether the words of a label make sense as the answer to the line above."""
        block = self._blocks[at]
        return isinstance(block, Paragraph) and fits(self._meant[at - 1], self._meant[at], block.text) is not False

    def _in_plain_runs(self) -> set[int]:
        """Gives every second of plain labels in a row, where labels and answers look alike and none is left over."""
        found: set[int] = set()
        plain = _Look(0, ends=False)
        if not self._sure.get(plain):
            return found
        at = 0
        while at < len(self._roles):
            end = at
            while end < len(self._roles) and self._roles[end] == "label" and self._look(end) == plain:
                end += 1
            run = end - at
            answered = end < len(self._roles) and self._roles[end] == "text"
            seconds = range(at + 1, end, 2)
            if run > 1 and run % 2 == int(answered) and all(map(self._can_answer, seconds)):
                found.update(seconds)
            at = max(end, at + 1)
        return found


@cache
def _sections() -> frozenset[str]:
    """Gives the folded titles of the sections of OGP's forms for commitments."""
    parts = (label for key, label in labels_of_forms().items() if key.startswith("part_"))
    return frozenset(fold(text) for label in parts for text in label.texts.values())


def _has_bullet(paragraph: Paragraph) -> bool:
    """Tells whether a paragraph is an item of a list, by its style or by a typed bullet."""
    return paragraph.list_level is not None or bare(paragraph.text) != paragraph.text.strip()
