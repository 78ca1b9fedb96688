"""Minutes of workshops: what the workshop was, its working groups, and what each of them brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.gatherings.brought import Decided, bring_listed
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.gatherings.group_lines import Line, asks_of_group, group_lines
from opengov_local.formats.word.gatherings.group_titles import parted
from opengov_local.formats.word.gatherings.minute_labels import (
    asked_kind,
    asks_all,
    asks_next,
    bare_decision,
    decided_by,
)
from opengov_local.formats.word.head.letterhead import Letterhead
from opengov_local.formats.word.minutes.minute_heads import (
    BareTitle,
    bare_title,
    collectivities_on,
    heads_table,
    put_organizer,
    title_of,
)
from opengov_local.formats.word.minutes.minute_people import asked_of_all, brings_unasked, is_behind, is_listed
from opengov_local.formats.word.minutes.minute_plan import MinutePlan
from opengov_local.formats.word.minutes.minute_tables import MinuteTables
from opengov_local.formats.word.objects.declared_figures import read_declared
from opengov_local.formats.word.objects.inline_lists import read_listed
from opengov_local.formats.word.texts.closing import closing_of
from opengov_local.formats.word.texts.headings import LOWEST, is_contents, level
from opengov_local.formats.word.texts.minute_ends import CountedParts, begins_annex, ends_agenda, ends_groups, goes_on
from opengov_local.formats.word.texts.over_groups import OverGroups
from opengov_local.formats.word.texts.passages import Passage, joined, of_paragraph
from opengov_local.formats.wording.labels.labels import Labels, Meaning, choose
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.formats.wording.words.minute_words import names_table, says_minutes, says_whose
from opengov_local.formats.wording.words.plan_words import is_letterhead
from opengov_local.importing.draft import Node

CONCEPTS = ("group", "axis")
_WHOLE = ("workshop", "summary")
_FIRST = 8
_LONGEST_TITLE = 160


class MinutesReader:
    """Reads the blocks of minutes, from first to last, into a workshop."""

    def __init__(self, writing: Writing, labels: Labels) -> None:
        self._writing = writing
        self._labels = labels
        self._gathering = Gathering(writing)
        self._whose = Letterhead(writing)
        self._tables = MinuteTables(writing, labels, self._gathering, self._whose)
        self._plan = MinutePlan(writing, labels, self._tables.responses)
        self._told: frozenset[int] = frozenset()
        self._asked: Meaning | None = None
        self._decided: Decided | None = None
        self._label = ""
        self._unknown: Piece | None = None
        self._began = self._expects_title = self._one_line = self._is_in_table = False
        self._waiting: list[Passage] = []
        self._over = OverGroups()
        self._rank = 0
        self._bare = BareTitle()
        self._groups: dict[int, Line] = {}
        self._first: Passage | None = None
        self._counted, self._parts = CountedParts(), CountedParts()

    @property
    def workshop(self) -> Node:
        """The workshop."""
        return self._gathering.workshop

    def read(self, blocks: Sequence[Block]) -> None:
        """Reads all blocks."""
        self._bare = bare_title(blocks, self._labels)
        self._told = self._plan.read(blocks)
        self.part(blocks)
        self.finish()

    def head(self, blocks: Sequence[Block]) -> None:
        """Reads the first blocks of minutes that others go on with; the workshop then has kind and date."""
        self._bare = bare_title(blocks, self._labels)
        self._part(blocks, 0, len(blocks))
        self._gathering.finish()

    def part(self, blocks: Sequence[Block], first: int = 0) -> None:
        """Reads some blocks, the first of which stands at a position, to the end of the document."""
        closing = closing_of(blocks, self._labels)
        self._part(blocks, first, len(blocks) if closing is None else closing)
        for block in blocks[closing:] if closing is not None else ():
            for piece in block.pieces():
                self._gathering.close(piece)

    def _part(self, blocks: Sequence[Block], first: int, end: int) -> None:
        self._groups = {first + at: line for at, line in group_lines(blocks[:end], self._labels).items()}
        of_whole = asked_of_all(blocks[:end], self._labels, [at - first for at in self._groups])
        for position, block in enumerate(blocks[:end], first):
            if isinstance(block, Table):
                self._flush()
                if block.number not in self._told and not (position < _FIRST and self._whose.takes_table(block)):
                    self._table(block)
            elif block.piece is not None and position in self._groups:
                self._begin_group(self._groups[position], block.piece)
            elif block.piece is not None and heads_table(blocks, position - first, self._labels):
                self._writing.keep(self._gathering.here, of_paragraph(block, block.piece))
            elif block.piece is not None:
                if position - first in of_whole:
                    self._leave_groups(block.piece, of_whole[position - first])
                self._paragraph(block, block.piece, position)
        self._flush()

    def _leave_groups(self, piece: Piece, field: str) -> None:
        """Leaves the last group: what is asked behind what that brought is asked of the whole, which is said."""
        self._flush()
        self._gathering.group = None
        node, say = self.workshop, self._writing.draft.say
        say("import/assumed", piece, severity="info", node=node, field=field, value=piece.text)

    def _table(self, table: Table) -> None:
        """Reads a table; of several groups that it names none is open behind it."""
        opened, told = self._gathering.opened, self._gathering.count_told()
        self._tables.read(table, self._asked, self._decided)
        self._is_in_table = self._gathering.count_told() > told
        if self._gathering.opened > opened + 1:
            self._gathering.group = None

    def finish(self) -> None:
        """Puts what only the whole file tells; the first heading is the title where no line surely is."""
        if self._first is not None and not self._gathering.is_named:
            self._gathering.title(self._first)
            node, text = self._gathering.workshop, self._first.text
            self._writing.draft.say("import/assumed", self._first.piece, node=node, field="title", value=text)
        self._gathering.finish()
        self._whose.finish(self._gathering.workshop)
        if "collectivities" not in self.workshop.data and not self._whose.is_abroad:
            put_organizer(self._writing, self.workshop, self._gathering.openings)
        self._plan.finish(self._gathering.workshop)

    def _paragraph(self, paragraph: Paragraph, piece: Piece, position: int) -> None:
        rank = level(paragraph)
        if is_contents(paragraph) or position == self._bare.word:
            self._writing.draft.ignore(piece, "heading")
        elif position == self._bare.title:
            self._gathering.title(title_of(self._bare.text, paragraph, piece))
        elif position < _FIRST and self._gathering.group is None and self._is_head(paragraph, piece):
            return
        elif self._is_title(paragraph, rank, position):
            self._gathering.title(of_paragraph(paragraph, piece))
        elif paragraph.answers and not self._expects_title:
            self._words(of_paragraph(paragraph, piece))
        elif any(reads(paragraph, piece, rank) for reads in (self._group, self._question, self._decision)):
            return
        elif self._expects_title and paragraph.list_level is None:
            self._expects_title = False
            values.put(self._writing, self._gathering.here, "title", of_paragraph(paragraph, piece), "")
        elif rank:
            self._unknown_heading(paragraph, piece, rank, position)
        else:
            self._note_first(paragraph, piece, position, is_title=position == 0 and not piece.text.endswith((".", ":")))
            self._words(of_paragraph(paragraph, piece))

    def _is_head(self, paragraph: Paragraph, piece: Piece) -> bool:
        """Tells whether a line is of the letterhead; words for minutes are no part of it, whoever they are of."""
        said = self._labels.asked_by(paragraph)
        several = "|" in piece.text or "\n" in piece.text
        if not several and said is None and not self._gathering.is_named and says_minutes(piece.text):
            return False
        named = collectivities_on(piece, self._writing.context) if said is None else None
        for each in named or ():
            self._whose.takes(each)
        return self._whose.takes(piece, said) if named is None else False

    def _unknown_heading(self, paragraph: Paragraph, piece: Piece, rank: int, position: int) -> None:
        if not self._gathering.has_groups:
            self._gathering.opening(of_paragraph(paragraph, piece))
        self._note_first(paragraph, piece, position, is_title=not (self._began or is_letterhead(piece.text)))
        self._other_heading(piece, rank)

    def _note_first(self, paragraph: Paragraph, piece: Piece, position: int, *, is_title: bool) -> None:
        """Notes the first line that can be the title, where nothing else is."""
        if is_title and self._first is None and position < _FIRST and len(piece.text) <= _LONGEST_TITLE:
            self._first = of_paragraph(paragraph, piece)

    def _is_title(self, paragraph: Paragraph, rank: int, position: int) -> bool:
        """Tells whether a paragraph is the title: the first that names minutes, or that has the style of a title."""
        if self._gathering.is_named or position >= _FIRST or self._gathering.group is not None:
            return False
        return paragraph.style == "title" or (says_minutes(paragraph.text) and (rank > 0 or len(paragraph.text) < 250))

    def _begin_group(self, line: Line, piece: Piece) -> None:
        """Opens the group that an item names, or a heading that does not say so, which is said."""
        self.open_group(line.marker, piece, line.rank)
        if not line.is_said:
            node, say = self.workshop, self._writing.draft.say
            say("import/assumed", piece, severity="info", node=node, field="working_groups", value=piece.text)

    def _group(self, paragraph: Paragraph, piece: Piece, rank: int) -> bool:
        marker = read_marker(paragraph.text, CONCEPTS)
        if marker is None or not (rank or marker.number) or paragraph.list_level is not None:
            return False
        asks = asks_of_group(marker, self._labels)
        if asks and names_table(paragraph.text):
            return False
        title, said = ("", []) if asks else parted(marker.title, self._labels)
        self.open_group(marker._replace(title=title), piece, rank)
        self._parts.open(paragraph.text)
        for line in said:
            self._question(replace(paragraph, text=line), piece, 0)
        return not asks or self._question(replace(paragraph, text=marker.title), piece, 0)

    def open_group(self, marker: Marker, piece: Piece, rank: int) -> None:
        """Opens a working group, which a heading of a rank names."""
        self._flush()
        self._rank, self._began = rank or LOWEST, True
        self._asked, self._label = self._over.asked_of(self._rank)
        self._gathering.open_group(marker.number, marker.title, piece)
        self._expects_title = not marker.title

    def _question(self, paragraph: Paragraph, piece: Piece, rank: int) -> bool:
        said = self._labels.asked_by(paragraph)
        plain_item = paragraph.list_level is not None and not paragraph.marked
        if said is None or (plain_item and not said.value and not said.label.endswith(":")):
            return False
        meaning = choose(said.meanings, self._gathering.order())
        if meaning is None and not said.value and (said.label.endswith((":", "：")) or asks_next(said)):
            rank = self._rank if asks_next(said) else LOWEST + 1
            self._other_heading(piece, rank)  # what plans are asked for, and minutes have no place for
            return True
        first = self._waiting[0] if self._one_line and self._waiting else None
        item = of_paragraph(paragraph, piece)
        if meaning is None or (not rank and not said.value and is_listed(item, self._asked, first, said.label)):
            return False
        self._flush()
        self._began = True
        self._writing.explain(said.label, meaning, piece)
        if rank and rank < LOWEST and self._gathering.group is not None and rank <= self._rank:
            self._gathering.group = None
        if meaning[:2] == _WHOLE or (meaning.concept == "contribution" and asks_all(meaning, said)):
            self._gathering.group = None
            meaning = meaning._replace(field=meaning.field.removeprefix("general_"))
        self._decided = None
        if meaning.concept == "contribution":
            meaning = asked_kind(self._writing, meaning, said.label, piece)
            self._decided = decided_by(self._writing, said.label, piece, self._gathering.here)
        self._over.head(0 if said.value else rank, meaning, said.label)
        self._asked, self._label, self._expects_title, self._is_in_table = meaning, said.label, False, False
        self._counted.open(paragraph.text)
        if meaning is not None and meaning.field == "heading":
            self._gathering.group = self._asked = None
        self._one_line = bool(said.value) and meaning is not None and meaning.concept != "contribution"
        if said.value and (meaning is None or meaning.field == "heading"):
            self._writing.keep(self._gathering.here, of_paragraph(paragraph, piece, said.value), said.label)
        elif said.value:
            there = of_paragraph(paragraph, piece, said.value)
            self._waiting = [read_listed(self._writing, self._gathering.here, there, said.label, meaning)]
        else:
            self._asks(piece, said.label, rank)
        return True

    def _asks(self, piece: Piece, label: str, rank: int) -> None:
        """Accounts for a question whose answer stands below; a line that says who raised that is kept."""
        if says_whose(label) and not rank:
            self._writing.draft.keep(piece, self._gathering.here)
        else:
            self._writing.draft.ignore(piece, "heading")

    def _decision(self, paragraph: Paragraph, piece: Piece, rank: int) -> bool:
        """Reads a heading that says no more than what became of some of those above it: "Retenues :", «المرفوضة»."""
        asked = self._asked is not None and self._asked.concept == "contribution" and paragraph.list_level is None
        code = bare_decision(piece.text) if asked and (rank or piece.text.endswith((":", "："))) else ""
        if code:
            self._flush()
            self._decided, self._is_in_table = (code, piece), False
            self._writing.draft.ignore(piece, "heading")
        return bool(code)

    def _other_heading(self, piece: Piece, rank: int) -> None:
        """Leaves what was asked above; what stands below is kept under this heading."""
        self._flush()
        self._over.head(rank if rank <= LOWEST else 0, None, "")
        self._asked, self._label = None, piece.text
        self._unknown = piece if self._began else None
        if self._gathering.group is not None and rank <= self._rank:
            self._gathering.group = None
        self._writing.draft.ignore(piece, "heading")

    def _words(self, passage: Passage) -> None:
        ends = begins_annex if self._gathering.group is None else ends_groups
        if (self._gathering.group is not None or self._asked is not None) and ends(passage):
            self._flush()
            self._gathering.group = self._asked = None
            self._label = ""
        if self._asked is not None and self._one_line and not goes_on(passage, self._asked.field):
            self._flush()
            self._asked, self._label = self._over.asked_of(self._rank) if self._gathering.group else (None, "")
            self._one_line = False
        if is_behind(passage, self._asked, self._waiting, self._writing.context, in_table=self._is_in_table):
            self._flush()
            self._asked, self._label = None, ""
        if self._asked is not None and self._heads_part(passage, self._asked):
            return
        if self._asked is not None or self._is_brought(passage):
            self._waiting.append(passage)
            return
        if self._gathering.group is None and read_declared(self._writing, self.workshop, passage):
            return
        if self._gathering.group is None and not self._gathering.has_groups:
            self._gathering.opening(passage)
        self._writing.keep(self._gathering.here, passage, self._label or None)
        if self._unknown is not None and self._unknown.text == self._label:
            self._writing.draft.say("import/label-unknown", self._unknown, severity="info", text=self._label)
            self._unknown = None

    def _heads_part(self, passage: Passage, asked: Meaning) -> bool:
        """Leaves what was asked where a line heads the next part; tells whether it does."""
        rank = LOWEST + 1 if asked.field == "agenda" and ends_agenda(passage, self._waiting) else 0
        for parts, level_of_parts in ((self._counted, LOWEST + 1), (self._parts, self._rank)):
            if not rank and parts.ends(passage.text, self._waiting):
                parts.open(passage.text)
                rank = level_of_parts
        if rank:
            self._other_heading(passage.pieces[0], rank)
        return bool(rank)

    def _is_brought(self, passage: Passage) -> bool:
        """Tells whether an item right below a group is what it brought; that nothing says the kind is said."""
        group = None if self._writing.own_form else self._gathering.group
        if group is None or self._label or "contributions" in group.data or not brings_unasked(passage):
            return False
        self._asked = Meaning("contribution", "other")
        self._writing.draft.say("import/assumed", passage.piece, severity="info", field="kind", value="other")
        return True

    def _flush(self) -> None:
        """Reads what was said under the open question."""
        passages, self._waiting = self._waiting, []
        if not passages or self._asked is None:
            return
        if self._asked.concept != "contribution":
            self._gathering.answer(self._asked, joined(passages), self._label)
            return
        bring_listed(self._writing, self._gathering.here, self._asked.field, passages, self._label, self._decided)
