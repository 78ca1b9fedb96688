"""The title of a plan: the headings and lines at the beginning that are it, and those that repeat it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.unregistered import told_in
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.texts.headings import FIRST, level, names_part
from opengov_local.formats.word.texts.passages import Passage, by_language, of_paragraph
from opengov_local.formats.wording.headings.phrases import names_form
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.letters import name_of_plan
from opengov_local.formats.wording.words.plan_words import begins_with, is_letterhead, names_plan
from opengov_local.importing.collectivity_words import heads_name
from opengov_local.importing.dates import find_dates, read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of

_LONGEST: Final = 160
"""Letters of the longest plain line that is a title."""


class PlanTitles:
    """Knows which lines name the plan."""

    def __init__(self, writing: Writing, labels: Labels, objects: Objects) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._named = False
        self._alone: frozenset[int] = frozenset()
        self._form: Piece | None = None

    @property
    def plan(self) -> Node:
        """The plan that they name."""
        return self._objects.plan

    def look(self, blocks: Sequence[Block]) -> None:
        """Looks whether a heading at the beginning, or a line with years, names a plan: a style alone then does not."""
        self._named = any(
            not isinstance(block, Table) and names_plan(block.text) and (level(block) or _has_years(block))
            for block in blocks[:FIRST]
        )
        self._alone = frozenset(
            at
            for at, (block, below) in enumerate(pairwise(blocks[: FIRST + 1]))
            if _is_alone(block, below, asks=self._asks_period(below))
        )

    def give(self, passage: Passage) -> bool:
        """Names a plan that has no name; tells whether it did, and says what was taken for its name."""
        plan = self._objects.plan
        if "title" in plan.data:
            return False
        values.put(self._writing, plan, "title", passage, "")
        self._writing.draft.say(
            "import/assumed", passage.piece, severity="info", node=plan, field="title", value=passage.text
        )
        return True

    def asks(self, paragraph: Paragraph, piece: Piece, rank: int, position: int) -> bool:
        """Reads a heading at the beginning that asks for the title of a plan in words that are one.

        So does a plain line above the years of the plan, or whose plan it is, which are no title.
        """
        if (
            not (rank or position in self._alone)
            or position >= FIRST
            or self._objects.has_parts
            or not names_plan(paragraph.text)
        ):
            return False
        meanings = self._labels.meanings(paragraph.text)
        if {(each.concept, each.field) for each in meanings} != {("plan", "title")}:
            return False
        return self.takes(paragraph, piece, rank, position, inside=False)

    def takes(self, paragraph: Paragraph, piece: Piece, rank: int, position: int, *, inside: bool) -> bool:
        """Reads the title of the plan, and its repetitions; `inside` of an answer none begins."""
        titles = self._objects.plan.data.get("title", {}) if self._objects.has_plan else {}
        if any(text in titles.values() for _, text in by_language(of_paragraph(paragraph, piece), None)):
            self._writing.draft.used(piece, self._objects.plan, "title")
            return True
        again = (
            bool(rank) and len(titles) == 1 and names_plan(paragraph.text) and self._in_other_script(paragraph, titles)
        )
        if again and not inside:  # the title of the whole, said again in another language
            self._objects.close()
        inside = inside or bool(self._objects.axis or self._objects.commitment)
        short = rank or len(paragraph.text) < _LONGEST
        named = (position < FIRST or again) and short and names_plan(paragraph.text)
        styled = paragraph.style == "title" and not is_letterhead(paragraph.text)
        likely = named or (styled and not (self._named and position < FIRST))
        if inside or not likely or paragraph.text.rstrip().endswith((".", ":")):
            return False
        names_itself = begins_with(paragraph.text, "plan") or _has_years(paragraph) or paragraph.style == "title"
        self._form = self._form or (piece if names_form(paragraph.text) else None)
        left = named and names_itself and self._leave_form(paragraph.text, titles)
        if language_of(paragraph.text, self._writing.language) in titles or _is_form_of(paragraph.text, titles):
            return False
        name = name_of_plan(paragraph.text)
        values.put(self._writing, self._objects.plan, "title", of_paragraph(paragraph, piece, name), "")
        if left or name != paragraph.text:
            self._writing.draft.say(
                "import/assumed", piece, severity="info", node=self._objects.plan, field="title", value=name
            )
        return True

    def say_form(self) -> None:
        """Says that the title is the name of a form, where the plan has no other."""
        titles = self._objects.plan.data.get("title", {})
        if self._form is not None and titles and not self._writing.own_form and all(map(names_form, titles.values())):
            node, text = self._objects.plan, self._form.text
            self._writing.draft.say("import/assumed", self._form, node=node, field="title", value=text)

    def _leave_form(self, text: str, titles: dict[str, str]) -> bool:
        """Leaves the name of a form that was taken for the title above that of the plan itself; tells whether it was.

        What the form is called is kept.
        """
        if not titles or names_form(text) or not all(map(names_form, titles.values())):
            return False
        for language in [*titles]:
            self._writing.draft.supersede(self._objects.plan, "title", label="title", language=language)
        titles.clear()
        return True

    def _asks_period(self, block: Block) -> bool:
        said = None if isinstance(block, Table) else self._labels.read(block.text)
        return said is not None and bool(said.value) and ("plan", "period") in {each[:2] for each in said.meanings}

    @staticmethod
    def _in_other_script(paragraph: Paragraph, titles: Mapping[str, str]) -> bool:
        return (language_of(paragraph.text, "latin") == "ar") != ("ar" in titles)


def _is_form_of(text: str, titles: Mapping[str, str]) -> bool:
    """Tells whether a line is the name of a form below the title of the plan."""
    return names_form(text) and not all(map(names_form, titles.values()))


def _has_years(line: Paragraph) -> bool:
    """Tells whether a short line, and no sentence, has the years from and to which a plan goes."""
    if (
        line.list_level is not None
        or len(line.text) >= _LONGEST
        or line.text.rstrip().endswith((".", ":", "：", ";", "؛"))
    ):
        return False
    return any(found.reading.start and found.reading.end for found in find_dates(line.text))


def _is_alone(block: Block, below: Block, *, asks: bool) -> bool:
    """Tells whether a plain line that asks for a title is it: years, a collectivity or a part of the plan follow it.

    So does a line that `asks` for the period of the plan.
    """
    if isinstance(block, Table) or isinstance(below, Table) or level(block) or not names_plan(block.text):
        return False
    if block.text.rstrip().endswith((":", "：")) or (names_plan(below.text) and not asks):
        return False
    follows = asks or read_date(below.text) is not None or heads_name().match(below.text) or told_in(below.text)
    return bool(follows) or names_part(below)
