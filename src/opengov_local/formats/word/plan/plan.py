"""Plans and commitment forms: headings, labelled paragraphs, lists and tables read into plans and commitments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.docx.own_form import says_of_itself
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.objects.asking import Asking
from opengov_local.formats.word.objects.expected_names import ExpectedName
from opengov_local.formats.word.objects.headed_tables import below_heading
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.plan_facts import Facts
from opengov_local.formats.word.objects.recaps import without_place
from opengov_local.formats.word.objects.remedies import Remedies
from opengov_local.formats.word.plan.around import Around
from opengov_local.formats.word.plan.course import course_of
from opengov_local.formats.word.plan.cover import CoverPages
from opengov_local.formats.word.plan.forms import FormTables
from opengov_local.formats.word.plan.forms_begun import Forms
from opengov_local.formats.word.plan.making import headings_above
from opengov_local.formats.word.plan.plan_titles import PlanTitles
from opengov_local.formats.word.plan.report_head import ReportHead
from opengov_local.formats.word.table_shapes.section import (
    Section,
    asks_else,
    begins_list,
    has_label,
    is_last,
    is_listed,
    is_titled_below,
    leads_out,
)
from opengov_local.formats.word.table_shapes.unmarked import commitment_headings
from opengov_local.formats.word.table_shapes.votes import is_glossary, is_of_votes
from opengov_local.formats.word.texts.headings import is_contents, level, named_by, names_part
from opengov_local.formats.word.texts.passages import Passage, is_item, joined, numbered, of_paragraph
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning, choose
from opengov_local.formats.wording.words.letters import is_of_letter
from opengov_local.formats.wording.words.meaning import LISTS
from opengov_local.formats.wording.words.plan_words import is_letterhead
from opengov_local.formats.wording.words.units import unit_in


class PlanReader:
    """Reads the blocks of a file, from first to last, into a plan."""

    def __init__(self, writing: Writing, labels: Labels) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = Objects(writing)
        self._facts = Facts(writing)
        self._asking = Asking(writing, labels, self._objects, self._facts)
        self._tables = FormTables(writing, labels, self._objects, self._asking)
        self._section: Section | None = None
        self._below, self._asked_at = "", -1
        self._expected = ExpectedName(writing, labels, self._objects)
        self._titles = PlanTitles(writing, labels, self._objects)
        self._around = Around(writing, labels, self._objects)
        self._head_of_report = ReportHead(writing, self._objects, self._around, self._titles)
        self._forms = Forms(writing, self._objects, self._expected)
        self._position, self._remedies = 0, Remedies()
        self._ahead: Sequence[Block] = ()

    @property
    def titles(self) -> PlanTitles:
        """What names the plan."""
        return self._titles

    def belongs_to(self, collectivities: Iterable[str]) -> None:
        """Ties a plan that says nothing of it to collectivities, by their ids."""
        if known := list(collectivities):
            self._objects.plan.data.setdefault("collectivities", known)

    def read(self, blocks: Sequence[Block], whole: Sequence[Block] | None = None) -> None:
        """Reads all blocks; `whole` are those of the file, where they are only a part of it."""
        headings = commitment_headings(blocks, self._labels)
        self._asking.alone = not headings and not any(map(names_part, blocks))
        self._titles.look(blocks)
        covers = CoverPages(self._writing, blocks)
        self._around.course = course_of(blocks, self._labels, headings)
        for position, block in enumerate(blocks):
            self._position = position
            if covers.takes(position, block):
                continue
            self._ahead = blocks[position + 1 : position + 8]
            if isinstance(block, Table):
                self._tables.above = headings_above(blocks, position, self._head_of_report.rank)
                self._table(block, position)
            elif block.piece is not None:
                self._paragraph(block, block.piece, position, is_commitment=position in headings)
        self._flush()
        self._tables.responses.finish()
        self._forms.end_assessment()
        if self._writing.report is not None:
            self._writing.report.finish()
        self._titles.say_form()
        self._around.untitled()
        self._facts.finish(self._objects.plan, whole or blocks)
        self._around.say_unmarked()

    def _table(self, table: Table, position: int) -> None:
        self._expected.concept = ""
        if position in self._around.course.closing:
            self._flush()
            self._around.end(table)
        elif is_of_votes(table) or is_glossary(table):
            self._around.keep(table)
        elif not (
            self._facts.takes_head(self._objects, table, position)
            or (self._section and self._section.takes_box(table, self._labels, own_form=self._writing.own_form))
        ):
            self._tables.asked = self._section.label if self._section else self._below
            self._flush()
            with below_heading(self._writing, self._objects, self._tables.above.headings):
                self._tables.read(table, self._below)
            self._forms.leave_table()

    def _paragraph(self, paragraph: Paragraph, piece: Piece, position: int, *, is_commitment: bool) -> None:
        rank = level(paragraph)
        self._objects.aside.line = (rank, paragraph.list_level)
        self._objects.step = None if position in self._around.course.behind_steps else self._objects.step
        around = self._aside(paragraph, piece, position) or self._head_of_report.takes(paragraph, piece, position)
        if around or self._leads_in(paragraph, piece):
            return
        if self._expected.concept and (paragraph.answers or self._writing.own_form):  # our forms are named right below
            self._expected.name(paragraph, piece, self._ahead)
        elif paragraph.answers or (self._section is not None and self._section.goes_deeper(paragraph)):
            self._words(of_paragraph(paragraph, piece))
        elif self._titles.asks(paragraph, piece, rank, position) or self._opens(paragraph, piece, rank):
            return
        elif self._expected.concept and (rank or paragraph.list_level is None):
            self._expected.name(paragraph, piece, self._ahead)
        elif is_commitment:
            self._leave()
            self._objects.leave_table()
            self._around.note_unmarked(piece)
            number, title = numbered(paragraph.text)
            self._objects.open_commitment(number or paragraph.number.strip(" .)-"), title, piece)
            self._head_of_report.rank = rank
        elif self._titles.takes(paragraph, piece, rank, position, inside=self._section is not None) or self._facts.head(
            self._objects, piece, position, heading=bool(rank)
        ):
            return
        elif self._writing.own_form and paragraph.style == "subtitle":
            self._writing.draft.ignore(piece, "heading")  # whose plan it is, which its form says below
        elif (rank and paragraph.style != "subtitle") or asks_else(
            self._section, self._below, piece.text, exact=self._writing.exact
        ):
            self._leave()
            self._head_of_report.leave(rank, is_final=position in self._around.course.final)
            self._below, self._asked_at = "" if is_letterhead(piece.text) else piece.text, position
            self._objects.under = piece.text
            self._around.note_heading(of_paragraph(paragraph, piece), position)
            self._objects.step = None
            self._around.leave_heading(paragraph, piece, position, self._ahead[:1])
        else:
            passage = of_paragraph(paragraph, piece)
            is_step = paragraph.named is not None and self._objects.commitment is not None and not self._below
            self._item(passage) if is_step else self._words(passage)

    def _item(self, passage: Passage) -> None:
        """Takes an item below a counted title for a step of it."""
        if self._section is None or not (self._section.label or self._section.meaning.field in LISTS):
            self._flush()
            self._section = Section(Meaning("commitment", "milestones"), "", [])
        self._section.passages.append(passage)

    def _aside(self, paragraph: Paragraph, piece: Piece, position: int) -> bool:
        """Deals with what is said around a plan, and not in it: contents, notes, what letters have, captions."""
        if position in self._around.course.whole and not self._writing.own_form:
            self._leave()
            self._objects.close()
        if self._head_of_report.takes_subject(paragraph, piece, position):
            return True
        if piece is self._forms.whose or is_contents(paragraph) or self._around.course.turns_page(position, piece.text):
            self._writing.draft.ignore(piece, "heading")
        elif says_of_itself(paragraph):
            self._writing.draft.ignore(piece, "help")
        elif self._around.course.is_at(position):
            self._leave()
            self._around.read(piece, position)
        else:
            return False
        return True

    def _leads_in(self, paragraph: Paragraph, piece: Piece) -> bool:
        """Keeps a sentence between a question and the table that answers it; tells whether it was such."""
        section, is_item = self._section, paragraph.list_level is not None or paragraph.named is not None
        if section is None or self._writing.own_form or is_item or paragraph.answers or level(paragraph):
            return False
        found = section.is_led_in(paragraph, self._ahead, self._labels)
        if found:
            self._expected.concept = ""
            self._writing.draft.keep(piece, self._objects.deepest if self._objects.has_plan else None)
        return found

    def _opens(self, paragraph: Paragraph, piece: Piece, rank: int) -> bool:
        """Tells whether a paragraph names an object, or asks for something."""
        return self._marker(paragraph, piece, rank) or self._label(paragraph, piece, rank)

    def _leave(self) -> None:
        """Ends what was asked above."""
        self._flush()
        self._below = ""

    # --- what opens an object

    def _marker(self, paragraph: Paragraph, piece: Piece, rank: int) -> bool:
        listing = self._section is not None and self._section.meaning.field in LISTS
        marker = named_by(paragraph, listing=listing)
        if marker is None:
            return False
        if not (marker.number or marker.title) and self._asks_of_open(paragraph):
            return False
        marker = without_place(marker, paragraph.text, self._objects)
        aside = marker.number and is_titled_below(marker.title, self._ahead, self._labels)
        marker = marker._replace(title="") if aside else marker
        self._leave()
        self._objects.leave_table()
        self._tables.open(marker, piece)
        if aside:
            self._writing.draft.keep(piece, self._objects.deepest)
        if paragraph.named is not None:
            self._around.note_named(marker, piece)
        self._head_of_report.rank = rank
        self._expected.concept = "" if marker.title else marker.concept
        return True

    def _asks_of_open(self, paragraph: Paragraph) -> bool:
        """Tells whether a word that can name an object asks for something of the open commitment: "Action :"."""
        if self._objects.commitment is None:
            return False
        meaning = self._asking.meant(Labelled(self._labels.meanings(paragraph.text), paragraph.text))
        return meaning is not None and meaning.concept == "commitment" and meaning.field not in ("title", "form")

    # --- what asks for something

    def _label(self, paragraph: Paragraph, piece: Piece, rank: int) -> bool:
        said = None if not rank and self._answers_question() else self._labels.asked_by(paragraph)
        said = self._remedies.read(paragraph.text, said, self._objects.step or self._objects.commitment)
        notes = self._section is not None and not self._writing.exact and self._section.has_note(paragraph)
        listed = notes and self._section is not None and self._section.meaning.field in LISTS
        if said is None and notes and not listed:
            return self._keep_note(piece)
        is_item = is_listed(paragraph, self._section)
        if said is None or listed or (is_item and not said.value and not said.label.endswith(":")):
            return False
        of_letter = said.value and is_of_letter(said.label) and not self._objects.has_parts
        if of_letter or (not rank and self._is_unasked(paragraph, said)):
            return False
        meaning = self._meant(said, rank)
        if meaning is None:
            return False
        if not (notes and said.value):
            self._leave()
        self._writing.explain(said.label, meaning, piece)
        if not said.value:
            self._objects.under = piece.text if rank else self._objects.under
            self._writing.draft.ignore(piece, "heading")
            self._around.ends_axis(piece, self._position, "info")
        if self._turns(meaning, said.label, rank):
            return True
        self._expected.asked(meaning)
        passage = of_paragraph(paragraph, piece, said.value) if said.value else None
        if passage is not None and meaning.field not in LISTS:
            self._asking.answer(meaning, passage, said.label)
        else:
            self._section = Section(meaning, said.label, [passage] if passage else [])
        return True

    def _keep_note(self, piece: Piece) -> bool:
        """Keeps a note among what a list names, and says so."""
        self._writing.draft.keep(piece, self._objects.deepest)
        self._writing.draft.say("import/note-row", piece, severity="info", text=piece.text)
        return True

    def _answers_question(self) -> bool:
        """Tells whether a paragraph stands right below a question that nobody knows, so that it is its answer."""
        return self._below.endswith(("?", "؟")) and self._position == self._asked_at + 1

    def _is_unasked(self, paragraph: Paragraph, said: Labelled) -> bool:
        """Tells whether a label is the last line below a heading that nobody knows, so that it is its answer."""
        return not said.value and bool(self._below) and not self._writing.exact and is_last(paragraph, self._ahead)

    def _meant(self, said: Labelled, rank: int) -> Meaning | None:
        """Gives what a label asks for here: "Suivi" behind the last commitment is how the whole plan is followed."""
        meaning, whole = self._asking.meant(said), choose(said.meanings, ("plan",))
        if whole is not None and whole.field == "commitments" and not said.value and begins_list(self._ahead):
            return meaning if self._objects.commitment is not None else whole
        if self._head_of_report.leads_out(rank, is_final=self._position in self._around.course.final):
            meaning = choose(said.meanings, self._asking.order())
        if whole is None or whole.field != "monitoring" or self._objects.commitment is None:
            return meaning
        course = self._around.course
        if self._position in (course.followed if said.value else course.final):
            self._leave()
            self._objects.close()
            return whole
        return None if meaning is whole and self._position not in course.single else meaning

    def _turns(self, meaning: Meaning, label: str, rank: int) -> bool:
        """Leaves or opens objects as a heading asks for it; tells whether it asks for nothing more."""
        objects = self._objects
        if meaning.field == "form":
            self._forms.begin(meaning, label, self._ahead[:2])
        elif meaning.field == "workshops":
            objects.close()
            objects.gathering = Gathering(self._writing, objects.plan if self._writing.own_form else None)
        elif meaning.field == "heading" and meaning.concept == "plan":
            objects.gathering = None
        elif rank and leads_out(meaning, rank):
            objects.close()
        return meaning.field in ("form", "workshops", "heading")

    # --- words

    def _words(self, passage: Passage) -> None:
        self._around.note_approved(passage.piece)
        if isinstance(next(iter(self._ahead), None), Table) and unit_in(passage.text):
            self._writing.keep(self._objects.plan, passage, None)
            return
        if self._section is not None and not self._section.ends_before(passage):
            self._section.passages.append(passage)
            return
        if not self._below and self._asking.span(passage):
            return
        objects = self._objects
        concept = "milestone" if objects.step else "commitment" if objects.commitment else ""
        if concept and not self._below and not is_item(passage.lines[0]) and not has_label(passage.text):
            field = "description" if self._writing.report is None else "update"
            self._section = Section(Meaning(concept, field), "", [passage])
        else:
            node = objects.deepest if objects.has_plan else None
            self._writing.keep(node, passage, self._below or None)
            self._around.say_unknown(passage, self._below)

    def _flush(self) -> None:
        """Reads what was said under the open question."""
        section, self._section = self._section, None
        if section is None or not section.passages:
            return
        if section.meaning.field in LISTS:
            self._asking.listed(section.meaning, section.passages, section.label)
        else:
            self._asking.answer(section.meaning, joined(section.passages), section.label)
