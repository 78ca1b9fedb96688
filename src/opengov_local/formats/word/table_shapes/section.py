"""A question that was asked in a plan, with what was said below it so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Loose, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.texts.headings import LOWEST, level, marker_of, named_by
from opengov_local.formats.word.texts.passages import Passage, is_item, numbered, of_cells, of_paragraph
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.fitting import fits
from opengov_local.formats.wording.words.meaning import LISTS
from opengov_local.formats.wording.words.minute_words import captions_table
from opengov_local.formats.wording.words.plan_words import begins_with
from opengov_local.formats.wording.words.questions import begins_as_question
from opengov_local.formats.wording.words.timed_labels import timed
from opengov_local.importing.dates import find_dates
from opengov_local.importing.words import fold

_LABELLED = re.compile(r"[^\W\d_][^\s:：]*(?:\s[^\s:：]+){0,3}\s?[:：]\s+\S")
_ASKING = re.compile(r"(?P<label>[^\W\d_][^\s:：]*(?:\s[^\s:：.;؛]+){4,8})\s?[:：]\s+\S")
_LONGEST_QUESTION = 200
_SENTENCE, _SHORTEST = 4, 3
"""Words of a line that may be a sentence: without a sign at its end, and with one."""
_ENDS = (".", ":", "：", ")", "۔")
_LISTED = {"milestones": "milestone", "activities": "milestone", "axes": "axis", "commitments": "commitment"}
"""What lists of objects list."""
_TITLES = ("title", "number_title")
_NAMED = frozenset({"indicators", "budget", "supporting", "leads", "partners"})
_BRACKETED = re.compile(r"[(\[][^()\[\]]+[)\]]\s*[.:：]?")
_TYPED = re.compile(r"\s*[–—•●▪*·-]\s+\S")
"""An item of a list with a typed sign before it."""


@dataclass(slots=True)
class Section:
    """A question that was asked by a heading or label, with what was said below it so far.

    Attributes:
        meaning: what is asked for.
        label: the question.
        passages: the answer.
    """

    meaning: Meaning
    label: str
    passages: list[Passage] = field(default_factory=list)

    def takes_box(self, table: Table, labels: Labels, *, own_form: bool = False) -> bool:
        """Takes a table of one cell that asks nothing itself for the answer; tells whether it was such.

        In a form of our own it is the answer, whatever it says.
        """
        cells = list(table.cells())
        if self.passages or len(cells) != 1 or cells[0].tables:
            return False
        passage = of_cells(cells)
        said = labels.read(cells[0].text)
        asks = said and (said.value or fits((self.meaning,), said.meanings, cells[0].text) is False)
        if passage is None or (asks and not own_form):
            return False
        self.passages.append(passage)
        return True

    def is_led_in(self, line: Paragraph, ahead: Sequence[Block], labels: Labels) -> bool:
        """Tells whether a line is no answer, but leads in to the table below that gives it, or speaks of what is asked.

        It stands between the question and a table that has a column for what is asked, or a form that asks it;
        or one that has the word of a question for a list, "Axes stratégiques": "Le programme compte deux axes."

        Args:
            line: the line.
            ahead: the blocks behind it.
            labels: knows what the headings of the table ask.
        """
        text = line.text
        table = next((block for block in ahead if not _is_plain(block)), None)
        words = len(text.split())
        sentence = words >= _SENTENCE or (words >= _SHORTEST and text.rstrip().endswith(_ENDS))
        ends = text.rstrip().endswith(_ENDS) and words > _SENTENCE
        sentence = sentence and (ends or not any(map(str.isdigit, text)))
        if self.passages or not (sentence or (isinstance(table, Table) and self._heads(line, labels))):
            return False
        if not isinstance(table, Table):
            word = fold(self.label).partition(" ")[0]
            lists = self.meaning.field in LISTS or (self.meaning.field in _NAMED and begins_list(ahead))
            return lists and text.rstrip().endswith((".", "۔")) and word in fold(text).split()
        parts = parts_of(table, labels)
        records = [part for part in parts if isinstance(part, Records)]
        columns = [(each.concept, each.field) for part in records for one in part.columns for each in one.meanings]
        columns += [each[:2] for part in parts if isinstance(part, Answer) for each in part.said.meanings]
        named = (marker_of(part.cell, tuple(_LISTED.values())) for part in parts if isinstance(part, Loose))
        columns += [(marker.concept, "title") for marker in named if marker is not None and marker.number]
        small = {held.partition(".")[0] for part in records for held in part.small.values()}
        asked = self.meaning.field
        concept = self.meaning.concept if asked in _TITLES else _LISTED.get(asked, "")
        if concept:
            return any((concept, name) in columns for name in _TITLES)
        return asked in _NAMED and (asked.removesuffix("s") in small or asked in {name for _, name in columns})

    def _heads(self, line: Paragraph, labels: Labels) -> bool:
        """Tells whether a line below a heading names and asks nothing itself: above a table it is text."""
        if self.label.rstrip().endswith((":", "：")) or numbered(line.text)[0] or _TYPED.match(line.text):
            return False
        if captions_table(line.text):
            return True
        return labels.asked_by(line) is None and named_by(line, listing=False) is None

    def goes_deeper(self, paragraph: Paragraph) -> bool:
        """Tells whether a paragraph is a deeper item of the list that is being read, and belongs to the item above."""
        if self.meaning.field not in LISTS or paragraph.list_level is None or paragraph.named is not None:
            return False
        depths = [line.depth for passage in self.passages for line in passage.lines if line.item]
        return bool(depths) and paragraph.list_level > min(depths)

    def has_note(self, paragraph: Paragraph) -> bool:
        """Tells whether an item of the list that is read is a note on it, "Note : …": the list goes on behind it."""
        return bool(self.passages) and paragraph.list_level is not None and begins("note", paragraph.text)

    def ends_before(self, passage: Passage) -> bool:
        """Tells whether a line below words without a label has one that nobody knows, and belongs to them no more."""
        return not self.label and has_label(passage.text)


def _is_plain(block: Block) -> bool:
    """Tells whether a block is a line of words, and no heading, item of a list, or name of something."""
    return isinstance(block, Paragraph) and not (level(block) or block.list_level is not None or block.named)


def has_label(text: str) -> bool:
    """Tells whether a line has a label that nobody knows: "Risque : retards", "Where the idea came from: the forum".

    One of many words begins as questions do.
    """
    if _LABELLED.match(text):
        return True
    asking = _ASKING.match(text)
    return asking is not None and begins_as_question(asking["label"])


def begins_list(ahead: Sequence[Block]) -> bool:
    """Tells whether the first of the blocks ahead is an item of a list: a plural label above it names several."""
    below = ahead[0] if ahead else None
    if not isinstance(below, Paragraph) or below.piece is None or level(below):
        return False
    return is_item(of_paragraph(below, below.piece).lines[0])


def is_titled_below(title: str, ahead: Sequence[Block], labels: Labels) -> bool:
    """Tells whether what stands behind the number of a project is not its title, which is asked for right below.

    It is all in brackets, or names an edition and its day: "Fiche n° 1 (Service informatique)", "Fiche 1 – version du
    12 mars 2026".

    Args:
        title: the words behind the number.
        ahead: the blocks behind the heading.
        labels: knows what they ask.
    """
    edition = begins("edition", title) and any(date.reading.start or date.reading.end for date in find_dates(title))
    below = ahead[0] if ahead else None
    if below is None or not (edition or _BRACKETED.fullmatch(title)):
        return False
    if isinstance(below, Table):
        asked = [part.said for part in parts_of(below, labels) if isinstance(part, Answer) and part.cells]
    else:
        said = labels.asked_by(below)
        asked = [said] if said is not None and said.value else []
    return any(each.concept == "commitment" and each.field in _TITLES for said in asked for each in said.meanings)


def asks_else(section: Section | None, below: str, text: str, *, exact: bool) -> bool:
    """Tells whether a line asks something that nobody knows: a question below a list, or below another such question.

    So does one that begins as questions do, below the answer to one that is known; and one of the words that plans
    often ask for, and nobody reads, alone on its line: "Risques".

    Args:
        section: what was asked above, if anything.
        below: the heading above that nobody knows, "" where there is none.
        text: the line.
        exact: whether the file is of our own making, in which such words stand in texts alone.
    """
    if not exact and begins_with(text.rstrip(" \u00a0:："), "other_question", whole=True):
        return True
    if not _is_question(text) or len(text) > _LONGEST_QUESTION:
        return False
    listing = section is not None and section.meaning.field in LISTS
    answered = section is not None and bool(section.passages) and _is_question(section.label)
    return listing or _is_question(below) or (not exact and answered and begins_as_question(text))


def is_last(paragraph: Paragraph, ahead: Sequence[Block]) -> bool:
    """Tells whether a line without the sign of a label is the last above a heading, or of all."""
    below = ahead[0] if ahead else None
    ends = below is None or (isinstance(below, Paragraph) and (level(below) > 0 or below.named is not None))
    return ends and not paragraph.text.rstrip().endswith((":", "：", "?", "؟"))


def _is_question(text: str) -> bool:
    return text.rstrip(" \u00a0:：").endswith(("?", "؟"))


def leads_out(meaning: Meaning, rank: int) -> bool:
    """Tells whether a heading leads out of the commitments: to an axis, or to something of the whole plan."""
    if meaning.concept == "axis":
        return meaning.field == "title"
    return rank < LOWEST and meaning.concept == "plan" and meaning.field not in ("title", "ignored")


def is_listed(paragraph: Paragraph, section: Section | None) -> bool:
    """Tells whether a paragraph is an item of a list: of one of Word's, or with a typed sign before it and a time.

    The latter stands below what asks for a list: "Jalons :", "- Bilan final – 2026".
    """
    in_list = section is not None and section.meaning.field in LISTS
    typed = in_list and _TYPED.match(paragraph.text) is not None and timed(paragraph.text) is not None
    return typed or paragraph.list_level is not None
