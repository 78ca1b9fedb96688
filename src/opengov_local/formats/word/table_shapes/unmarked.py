"""Headings that name a commitment without saying so: found by what is asked below them, and by their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from opengov_local.formats.tables.other_tables.other_projects import names_others
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Loose, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.texts.headings import CONCEPTS, FIRST, LOWEST, is_contents, level, marker_of
from opengov_local.formats.word.texts.passages import numbered
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.letters import is_caption
from opengov_local.formats.wording.words.ordinals import without_ordinal
from opengov_local.formats.wording.words.plan_words import begins_with, heads_whole, is_letterhead, names_plan
from opengov_local.formats.wording.words.report_labels import REPORTED
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold

_PARTS = ("axis", "subaxis", "commitment")
_NO_NAMES = ("decisions", "introduction", "governance", "other_question")
"""Kinds of words that head a part of a plan, and name no commitment."""
_YEAR = re.compile(r"[\s\u00a0]*[(–—-]?[\s\u00a0]*20\d{2}(?:\s*[-–—/]\s*20\d{2})?\)?\s*$")
"""A year, or two of a period, behind a question: "Réalisations 2026"."""
_SURE = frozenset(["problem", "causes", "action", "solution_path", "milestones", "ogp_values", "institutions", "leads"])
"""What commitments alone are asked."""
_FEWEST = 2
"""Headings with a word and a number that tell how all commitments are headed."""
_OF_COMMITMENTS = _SURE | {"status_quo", "expected_results", "start", "end", "period", "objectives"}
"""What commitments are asked, and the introduction of a plan too."""
_OWN = frozenset(["problem", "causes", "action", "solution_path", "milestones", "ogp_values", "objectives"])
"""What is asked of no section of a plan."""


class _Open(NamedTuple):
    """A heading below which something may be asked.

    Attributes:
        position: where it stands.
        rank: its level.
    """

    position: int
    rank: int


class _Found(NamedTuple):
    """A heading below which something is asked of commitments.

    Attributes:
        heading: the heading.
        is_sure: whether it is asked of commitments alone.
        asks_at: the level of the highest heading that asks it, where headings do; no commitment stands at it or deeper.
    """

    heading: _Open
    is_sure: bool
    asks_at: int = LOWEST + 1


def commitment_headings(blocks: Sequence[Block], labels: Labels) -> frozenset[int]:
    """Gives the positions of headings that name a commitment without saying so.

    Such a heading says neither what it is nor what is asked, and before the next one like it stands something that
    is asked of commitments: a problem, an action, activities. None is one that is a question, that stands again below
    other headings, that stands deeper than a heading which says that it names a commitment, or deeper than what is
    asked; and before the first part of a plan its introduction is read.
    """
    search = _Search(blocks, labels)
    for position in range(len(blocks)):
        search.look(position)
    return frozenset(search.found())


class _Search:
    """Walks through a document, from first to last."""

    def __init__(self, blocks: Sequence[Block], labels: Labels) -> None:
        self._blocks = blocks
        self._labels = labels
        self._again = _said_again(blocks)
        self._open: list[_Open] = []
        self._below: int | None = None  # the level of the heading that says which commitment is read
        self._first_part: int | None = None
        self._named_at: int | None = None
        self._counted: list[_Open] = []  # headings that say which commitment they name, by word and number
        self._others: list[_Open] = []  # headings that say neither what they are nor what is asked
        self._found: dict[int, _Found] = {}

    def look(self, position: int) -> None:
        """Looks at one block."""
        block = self._blocks[position]
        if isinstance(block, Table):
            self._table(block, position)
            return
        rank = level(block)
        marker = marker_of(block, CONCEPTS)
        if marker is not None and (rank or (marker.number and marker.concept in _PARTS)):
            if marker.number and marker.concept in _PARTS and self._first_part is None:
                self._first_part = position
            if marker.concept == "commitment" and marker.number:
                self._counted.append(_Open(position, rank or LOWEST))
            if rank or marker.concept == "commitment":
                self._below = (rank or LOWEST) if marker.concept == "commitment" else self._after(marker.concept)
                self._open.clear()
            return
        said = self._labels.asked_by(block)
        if rank and said is None and not is_contents(block) and not self._is_title(block, position):
            self._heading(block, _Open(position, rank))
        elif said is not None:
            self._asked(said.meanings, rank)

    def _after(self, concept: str) -> int | None:
        """Gives the level below which no commitment stands, behind a heading that names something else."""
        return self._below if concept == "milestone" else None

    def _heading(self, block: Paragraph, heading: _Open) -> None:
        self._others.append(heading)
        self._open = [each for each in self._open if each.rank < heading.rank]
        if self._below is not None and (heading.rank > self._below or heading.rank == LOWEST):
            return
        if self._below is not None:
            self._below = None
        above = (self._found.get(each.position) for each in self._open)
        if any(found is not None and heading.rank >= found.asks_at for found in above):
            return
        bare = without_ordinal(block.text) or block.text
        if any(begins_with(bare, kind, whole=True) for kind in _NO_NAMES) or is_caption(bare, "recap"):
            return
        if names_others(bare, beside=True):
            return  # "Projets non retenus" names none
        heads_table = isinstance(next(iter(self._blocks[heading.position + 1 :]), None), Table)
        if heads_table and (timeless := _YEAR.sub("", bare)) != bare and self._labels.meanings(timeless):
            return  # "Réalisations 2026" over a table asks, and names nothing
        if fold(block.text) not in self._again and not block.text.rstrip().endswith(("?", "؟", ":", "：")):
            self._open.append(heading)

    def _table(self, table: Table, position: int) -> None:
        asked = list(asked_in(table, self._labels))
        named = any(True for _ in named_in(table, self._labels)) or any(map(names_commitment, asked))
        if named or _numbers_others(table, self._labels):
            self._open.clear()
            self._named_at = position if self._named_at is None else self._named_at
        for meanings in asked:
            self._asked(meanings, 0)

    def _asked(self, meanings: tuple[Meaning, ...], rank: int) -> None:
        fields = {meaning.field for meaning in meanings}
        if not _asks(meanings):
            return
        heading = self._above(rank)
        if heading is not None:
            before = self._found.get(heading.position, _Found(heading, is_sure=False))
            is_sure = bool(fields & _SURE)
            asks_at = min(rank, before.asks_at) if is_sure and rank else before.asks_at
            self._found[heading.position] = _Found(heading, is_sure or before.is_sure, asks_at)

    def _above(self, rank: int) -> _Open | None:
        """Gives the heading that a question of some level asks about: never one that stands deeper than it."""
        able = [each for each in self._open if not 0 < rank < LOWEST or each.rank <= rank]
        higher = [each for each in able if each.rank < rank] if 0 < rank < LOWEST else able
        if self._labels.reported is not None and 0 < rank < LOWEST:
            return higher[-1] if higher else None  # "2. Avancement" is not below "1. Ouverture"
        nearest = (higher or able)[-1] if able else None
        return nearest if nearest is None or nearest.rank < LOWEST else self._around(able) or nearest

    def _around(self, able: list[_Open]) -> _Open | None:
        """Gives the heading by its style, around a line in bold, that is surely a commitment: the line is none then."""
        known = (self._found.get(each.position) for each in able if each.rank < LOWEST)
        return next((found.heading for found in known if found is not None and found.is_sure), None)

    def found(self) -> Iterator[int]:
        """Gives the positions of the headings, without those of the introduction of the plan."""
        sure = [each for each in self._found.values() if each.is_sure]
        first = min(sure, key=lambda each: each.heading.position).heading if sure else None
        for position, (heading, is_sure, _) in self._found.items():
            if self._first_part is not None and position < self._first_part:
                continue
            if self._is_behind_counted(heading):
                continue  # what is asked of those before tells of it
            before = first is not None and position < first.position and heading.rank != first.rank
            if not is_sure and (before or (self._named_at is not None and position < self._named_at)):
                continue
            yield position
        yield from (each.position for each in self._others if self._is_behind_counted(each) and self._is_asked(each))

    def _is_asked(self, heading: _Open) -> bool:
        """Tells whether a heading behind counted commitments is asked what these are, and no part of a plan.

        A line in bold may be of the last of them, and names one where that is asked the same again.
        """
        block = self._blocks[heading.position]
        if not isinstance(block, Paragraph) or fold(block.text) in self._again or heads_section(block):
            return False
        ends = next((each.position for each in self._others if _ends(each, heading)), len(self._blocks))
        blocks = self._blocks[heading.position + 1 : ends]
        below = fields_in([each for each in blocks if not self._lists(each)], self._labels)
        below = fields_in(blocks, self._labels) if any(below) else below  # beside answers of its own
        first = self._counted[-1 if heading.rank == LOWEST else 0].position
        others = min(each.position for each in self._others if self._is_behind_counted(each))
        before = frozenset[str]().union(*fields_in(self._blocks[first:others], self._labels))
        again = [fields for fields in below if fields & before]
        own = again if heading.rank == LOWEST else below
        return len(again) >= _FEWEST or any(fields & _OWN for fields in own)

    def _lists(self, block: Block) -> bool:
        """Tells whether a block is a table of commitments, which says nothing of the heading above it."""
        return isinstance(block, Table) and any(
            names_commitment(column.meanings)
            for part in parts_of(block, self._labels)
            if isinstance(part, Records)
            for column in part.columns
        )

    def _is_behind_counted(self, heading: _Open) -> bool:
        """Tells whether a heading stands behind all of "Projet 1 : …", "Projet 2 : …", on their level."""
        ranks = {each.rank for each in self._counted}
        return (
            len(self._counted) >= _FEWEST and ranks == {heading.rank} and heading.position > self._counted[-1].position
        )

    @staticmethod
    def _is_title(paragraph: Paragraph, position: int) -> bool:
        """Tells whether a paragraph is the title of the document or stands around it, by style, place and words."""
        if paragraph.style in ("title", "subtitle"):
            return True
        if position < FIRST and (names_plan(paragraph.text) or is_letterhead(paragraph.text)):
            return True
        return read_date(paragraph.text) is not None


def _ends(other: _Open, heading: _Open) -> bool:
    """Tells whether another heading ends what stands below a heading."""
    return other.position > heading.position and other.rank <= heading.rank


def heads_section(block: Paragraph) -> bool:
    """Tells whether a heading names a part of a plan by its words: a question, or what is of the whole plan."""
    return heads_whole(numbered(block.text.rstrip(" :：\u00a0"))[1]) or block.text.rstrip().endswith(("?", "؟"))


def fields_in(blocks: Sequence[Block], labels: Labels) -> list[frozenset[str]]:
    """Gives what each label and question of some blocks asks of commitments; empty where it asks nothing of them."""
    asked: list[tuple[Meaning, ...]] = []
    for block in blocks:
        if isinstance(block, Table):
            asked += asked_in(block, labels)
        elif (said := labels.asked_by(block)) is not None:
            asked.append(said.meanings)
    return [frozenset(each.field for each in meanings if each.concept == "commitment") for meanings in asked]


def _said_again(blocks: Sequence[Block]) -> frozenset[str]:
    """Gives the folded headings that stand several times, each time below another one: they are labels."""
    texts = Counter(fold(block.text) for block in blocks if isinstance(block, Paragraph) and level(block))
    return frozenset(text for text, count in texts.items() if count > 1)


def names_commitment(meanings: Sequence[Meaning]) -> bool:
    """Tells whether a label asks for the name of a commitment, and of nothing else."""
    names = {meaning.concept for meaning in meanings if meaning.field in ("title", "number_title")}
    return "commitment" in names and "milestone" not in names


def named_in(table: Table, labels: Labels) -> Iterator[str]:
    """Gives the folded names of the commitments of a table: in answers, bands above forms, and rows of records."""
    for part in parts_of(table, labels):
        if isinstance(part, Answer) and names_commitment(part.said.meanings):
            yield fold(" ".join(cell.text for cell in part.cells) or part.said.value)
        elif isinstance(part, Loose):
            marker = marker_of(part.cell, ("commitment",))
            if marker is not None and (marker.number or part.cell.named is not None):
                yield fold(marker.title or marker.number)
        elif isinstance(part, Records):
            named = next((column.number for column in part.columns if names_commitment(column.meanings)), None)
            cells = (row.get(named) for _, row in part.rows) if named is not None else ()
            texts = (cell.text for cell in cells if cell is not None)
            yield from (fold(text) for text in texts if any(map(str.isalpha, text)))  # numbers count, or point


def _numbers_others(table: Table, labels: Labels) -> bool:
    """Tells whether rows name the projects that they speak of by their numbers: "N° du projet | Activité"."""
    records = (part for part in parts_of(table, labels) if isinstance(part, Records) and not part.others)
    columns = (column for part in records for column in part.columns)
    return any(
        says("project_word", column.label) and any(each.field == "number" for each in column.meanings)
        for column in columns
    )


def asked_in(table: Table, labels: Labels) -> Iterator[tuple[Meaning, ...]]:
    """Gives what each question and each column of a table can mean."""
    for part in parts_of(table, labels):
        if isinstance(part, Answer):
            yield part.said.meanings
        elif isinstance(part, Records) and (not part.others or len(part.columns) == 1 == len(part.headings)):
            yield from (column.meanings for column in part.columns)


def asks_surely(meanings: Sequence[Meaning]) -> bool:
    """Tells whether a label asks for something that commitments alone are asked."""
    return any(meaning.concept == "commitment" and meaning.field in _SURE for meaning in meanings)


def _asks(meanings: Sequence[Meaning]) -> bool:
    """Tells whether a label asks for something that commitments have and plans have not."""
    concepts = {meaning.concept for meaning in meanings}
    if any(meaning.field in REPORTED and meaning.concept == "axis" for meaning in meanings):
        return True  # in a report alone axes are reported on
    return "commitment" in concepts and "plan" not in concepts and any(m.field in _OF_COMMITMENTS for m in meanings)
