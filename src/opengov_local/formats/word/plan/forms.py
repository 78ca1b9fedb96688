"""Tables of plans in parts: questions with answers, records of projects and steps, and cells that are neither."""

from __future__ import annotations

import re
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.docx.own_form import is_note, is_unsigned
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.asking import Asking
from opengov_local.formats.word.objects.both_languages import At, read_both
from opengov_local.formats.word.objects.cell_lists import SAY_ANYTHING
from opengov_local.formats.word.objects.ditto import with_above
from opengov_local.formats.word.objects.lists_over_tables import TableLists
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.of_none import may_be_of_parts
from opengov_local.formats.word.objects.records import RecordReader
from opengov_local.formats.word.objects.remedies import beside_difficulties
from opengov_local.formats.word.objects.small_records import SmallRecords
from opengov_local.formats.word.objects.steps import put_step
from opengov_local.formats.word.objects.table_begins import TableBegins, names_fully, titles_apart
from opengov_local.formats.word.plan.making import Above
from opengov_local.formats.word.plan.plan_responses import PlanResponses
from opengov_local.formats.word.plan.whole_tables import WholeTables
from opengov_local.formats.word.table_shapes.halves import in_halves
from opengov_local.formats.word.table_shapes.headless_tables import say_headless
from opengov_local.formats.word.table_shapes.more_of_projects import said_of_projects, say_own_numbers
from opengov_local.formats.word.table_shapes.other_lists import keep_list
from opengov_local.formats.word.table_shapes.rates_beside import without_other_rates
from opengov_local.formats.word.table_shapes.table_parts import (
    Answer,
    Captions,
    Loose,
    Part,
    Records,
    alone_among,
    alone_below,
    cells_of,
)
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.word.texts.labelled_lines import labelled_lines
from opengov_local.formats.word.texts.passages import Line, Passage, of_cells
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning
from opengov_local.formats.wording.words.markers import Marker
from opengov_local.formats.wording.words.plan_words import names_plan
from opengov_local.importing.words import fold

_CONCEPTS = ("axis", "subaxis", "commitment", "milestone")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 250
_FEWEST_ROWS = 2


class FormTables:
    """Reads tables into the objects that are open, or opens new ones.

    Attributes:
        asked: the question right above the table, "" where there is none.
        above: the headings above the table.
    """

    def __init__(self, writing: Writing, labels: Labels, objects: Objects, asking: Asking) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._asking = asking
        self.asked = ""
        self.above = Above((), is_section=False)
        self._whole = WholeTables(writing, labels, objects, self._loose)
        self._begins = TableBegins(writing, objects, asking)
        self._lists = TableLists()

    @property
    def responses(self) -> PlanResponses:
        """The answers to what was proposed, read from the tables so far."""
        return self._whole.responses

    def read(self, table: Table, below: str) -> None:
        """Reads a table, and the tables inside it.

        Args:
            table: the table.
            below: the heading that was not understood above it, "" where there is none.
        """
        if self._objects.assessing is not None and self._objects.assessing.table(table):
            return
        if self._whole.read(table, below, self.above):
            self._lists.leave()
            return
        if not self._writing.own_form and self._objects.has_plan and self._objects.commitment is None:
            say_own_numbers(self._writing.draft, table, self._labels.words, self._objects.plan.data)
        below_project = self._objects.commitment is not None
        parts = beside_difficulties(parts_of(table, self._labels), below_project=below_project)
        if not self._writing.own_form and not any(isinstance(part, Records) for part in parts):
            parts = self._said_of_projects(table) or parts
        if not self._writing.own_form:
            parts = titles_apart(in_halves(parts))
            one = sum(isinstance(part, Records) for part in parts) == 1
            parts = [without_other_rates(part, table, self._labels) if one and isinstance(part, Records) else part
                     for part in parts]  # fmt: skip
        parts = [with_above(self._writing, part) if isinstance(part, Records) else part for part in parts]
        say_headless(self._writing.draft, table)
        self._begins.read(parts)
        self._asking.heads_card = _heads_card(parts)
        for part in parts:
            if isinstance(part, Answer):
                self._answer(part)
            elif isinstance(part, Records):
                self.plan_table(part, below)
            elif isinstance(part, Captions):
                self._captions(part)
            else:
                self._loose(part, below)
        self._asking.heads_card = ""
        self._begins.asked(parts)

    def _said_of_projects(self, table: Table) -> list[Part]:
        """Gives the records of a table that names projects above beside what nobody knows; none where it is another."""
        projects = self._objects.plan.data.get("commitments", ()) if self._objects.has_plan else ()
        found = said_of_projects(table, self._labels, projects) if projects else None
        return [found] if found is not None else []

    def plan_table(self, records: Records, below: str) -> None:
        """Reads records of axes, commitments and milestones."""
        if self._objects.gathering is not None:
            self._all(records)
            return
        if records.others and not (records := self._but_of_others(records)).rows:
            return
        if records.small:
            SmallRecords(self._writing, records, self.asked).read(self._objects.measured)
            if may_be_of_parts(self._objects) and records.headings:
                plan, piece = self._objects.plan, records.headings[0].piece
                field = "plan.indicators" if "indicator" in records.small.values() else "plan.budget"
                self._writing.draft.say(
                    "import/assumed", piece, severity="info", node=plan, field=field, value=piece.text
                )
        else:
            reader = RecordReader(self._writing, self._labels, self._objects, self._asking)
            reader.read(records, below, self._lists.before(records, behind_table=self.above.behind_table))
            self._lists.add(records, reader.commitments)
        for cell in (*alone_among(records), *alone_below(records)):
            if self._writing.draft.read_at(cell.piece.place) is not None:
                heading = next((column.label for column in records.columns if column.number == cell.column), "")
                self._writing.draft.say("import/alone-in-row", cell.piece, heading=heading, text=cell.text)
        self._inside(list(cells_of(records)), below)

    def _but_of_others(self, records: Records) -> Records:
        """Gives a list of what the open project has, "Partenaire | Rôle", with that alone; any other is kept whole."""
        front = [column for column in records.columns if column.number == 1]
        named = [column for column in records.columns if heads("listed", column.label)] or front
        first = named[0] if named else None
        node = self._objects.commitment
        if node is not None and first is not None and len(records.headings) == 1 == len(records.columns):
            self._answer(Answer(records.headings[0], Labelled(first.meanings, first.label), tuple(cells_of(records))))
            return replace(records, rows=())
        if node is None or first is None or not any(_is_body(each) for each in first.meanings):
            plan = self._objects.plan if self._objects.has_plan else None
            rows = [list({id(cell): cell for cell in row.values()}.values()) for _, row in records.rows]
            keep_list(self._writing.draft, records.headings, rows, node or plan)
            return replace(records, rows=())
        columns = (column if column is first else replace(column, meanings=()) for column in records.columns)
        return replace(records, columns=tuple(columns))

    def _captions(self, part: Captions) -> None:
        for cell in part.cells:
            self._writing.draft.ignore(cell.piece, "heading")

    def _all(self, records: Records) -> None:
        """Keeps all cells of records: those of a workshop in a form, which only counts what was brought."""
        for cell in records.headings:
            self._writing.draft.ignore(cell.piece, "heading")
        for cell in cells_of(records):
            if cell.text:
                self._writing.draft.keep(cell.piece, self._objects.deepest)

    def _answer(self, part: Answer) -> None:
        said, label = part.said, part.label.piece
        assumed = self._asking.is_name(said)
        meaning = self._asking.meant(said)
        passage = of_cells(part.cells)
        if meaning is None:
            self._writing.draft.keep(label, self._objects.deepest)
            self._loose_all(tuple(cell for cell in part.cells if cell.piece.place != label.place), said.label)
            self._inside([part.label], said.label)
            return
        if part.number and passage is None:
            self.open(Marker(meaning.concept, part.number, "", meaning.language), label)
            return
        self._writing.explain(said.label, meaning, label)
        if passage is None and said.value and (part.alone or said.by in ":：\t"):
            passage = _of_label(part, said)
        elif passage is None or label.place not in {cell.piece.place for cell in part.cells}:
            self._writing.draft.ignore(label, "heading")
        if passage is not None and not self._by_lines(part, meaning):
            twice = [each for cell in part.cells if (each := of_cells([cell]))] if part.twofold else []
            if len(twice) > 1:
                if part.number and meaning.concept == "commitment":
                    self._objects.open_commitment(part.number, "", label)
                at = At(self._writing, self._labels, self._objects, self._asking)
                read_both(at, meaning, (twice[0], twice[1]), said.label)
            elif part.number:
                self._numbered(part, meaning, passage)
            else:
                self._asking.answer(meaning, passage, said.label)
            if assumed and not passage.is_nothing:
                self._begins.say_title(passage.piece, "info")
        self._inside([part.label, *(cell for cell in part.cells if cell.piece.place != label.place)], said.label)

    def _by_lines(self, part: Answer, meaning: Meaning) -> bool:
        """Reads an answer whose lines have labels of their own, or a cell of such lines; tells whether it was such.

        Only the words below a number, or below what may say anything, are parted, and those of a cell without others.
        """
        objects, here = self._objects, self._objects.step or self._objects.commitment
        named = bool(part.number) and meaning.concept == "commitment"
        loose = named or not part.cells or meaning.field in SAY_ANYTHING
        passage = of_cells(part.cells or [part.label]) if loose and not self._writing.own_form else None
        if passage is None or part.twofold or meaning.concept not in ("commitment", "milestone"):
            return False
        titled = not named and here is not None and "title" in here.data
        lines = labelled_lines(passage, self._labels, titled=titled)
        if lines and named:
            objects.open_commitment(part.number, "", part.label.piece)
        for each in lines:
            self._asking.answer(each.meaning, each.words, each.label)
        return bool(lines)

    def _numbered(self, part: Answer, meaning: Meaning, passage: Passage) -> None:
        """Reads what stands beside `Jalon 1` or `Engagement 2`."""
        objects = self._objects
        if meaning.concept in ("axis", "subaxis"):
            objects.open_axis(part.number, passage.text, passage.piece, below=meaning.concept == "subaxis")
        elif meaning.concept == "commitment":
            objects.open_commitment(part.number, passage.text, passage.piece)
        else:
            step = objects.new_step(passage.piece)
            self._writing.draft.put(step, "number", part.number, part.label.piece)
            put_step(self._writing, self._labels, step, passage)
        for piece in passage.pieces[1:]:
            self._writing.draft.used(piece, objects.deepest, "title")

    def _inside(self, cells: list[Cell] | tuple[Cell, ...], below: str) -> None:
        for cell in cells:
            for table in cell.tables:
                self.read(table, below)

    def _loose(self, part: Loose, below: str) -> None:
        cell = part.cell
        marker = marker_of(cell, _CONCEPTS) if len(cell.text) < _LONGEST else None
        if marker is not None and marker is cell.named and not marker.language:  # by its place alone
            self.open(marker, cell.piece)
            self._begins.say_title(cell.piece, "info")
        elif marker is not None and marker.number and (part.alone or names_fully(part, marker)):
            self.open(marker, cell.piece)
            self._twin(part)
        elif part.alone and self._is_title(cell.text):
            values.put(self._writing, self._objects.plan, "title", Passage((Line(cell.text),), (cell.piece,)), "")
        elif (
            is_note(cell.text)
            or is_unsigned(cell.text)
            or (cell.text and Passage((Line(cell.text),), (cell.piece,)).is_nothing)
        ):
            self._writing.draft.ignore(cell.piece, "help")
        elif part.alone and cell.text and self._asking.span(Passage((Line(cell.text),), (cell.piece,))):
            return
        elif cell.text:
            self._writing.draft.keep(
                cell.piece,
                self._objects.deepest if self._objects.has_plan else None,
                label=part.question or below or None,
            )
            if not part.alone and cell.column == 1 and _LETTER.search(cell.text):
                self._writing.draft.say("import/label-unknown", cell.piece, text=cell.text)
        self._inside([cell], below)

    def _twin(self, part: Loose) -> None:
        """Accounts for the cell that names the open object once more, in another language."""
        if part.twin is not None and part.cell.named is not None and part.cell.named.title:
            self._writing.draft.used(part.twin.piece, self._objects.deepest, "title")
        elif part.twin is not None:
            self._writing.draft.ignore(part.twin.piece, "heading")

    def _is_title(self, text: str) -> bool:
        """Tells whether the words of a cell alone on its row are the title of a plan that has none."""
        objects = self._objects
        titled = objects.has_plan and "title" in objects.plan.data
        return not titled and objects.commitment is None and len(text) < _LONGEST and names_plan(text)

    def _loose_all(self, cells: tuple[Cell, ...], label: str) -> None:
        for cell in cells:
            if cell.text:
                self._writing.draft.keep(cell.piece, self._objects.deepest, label=label)
        self._inside(cells, label)

    def open(self, marker: Marker, piece: Piece) -> None:
        """Opens the object that a heading names."""
        objects = self._objects
        if marker.concept in ("axis", "subaxis"):
            objects.open_axis(marker.number, marker.title, piece, below=marker.concept == "subaxis")
        elif marker.concept == "commitment":
            objects.open_commitment(marker.number, marker.title, piece)
        else:
            step = objects.open_step(piece)
            if marker.number:
                self._writing.draft.put(step, "number", marker.number, piece)
            if marker.title:
                put_step(self._writing, self._labels, step, Passage((Line(marker.title),), (piece,)))
        if not marker.title and not marker.number:
            self._writing.draft.ignore(piece, "heading")


def _is_body(meaning: Meaning) -> bool:
    """Tells whether a column of a list names bodies that a project has one after the other."""
    return meaning.concept == "commitment" and meaning.field.startswith(("leads", "supporting"))


def _heads_card(parts: list[Part]) -> str:
    """Gives the folded label of the first row of a card, "Action", where none of its rows asks for a title."""
    first = parts[0] if parts else None
    asked = {
        meaning.field
        for part in parts
        if isinstance(part, Answer)
        for meaning in part.said.meanings
        if meaning.concept == "commitment"
    }
    if len(parts) < _FEWEST_ROWS or not isinstance(first, Answer) or asked & {"title", "number_title"}:
        return ""
    return fold(first.said.label)


def _of_label(part: Answer, said: Labelled) -> Passage:
    """Makes a passage of what stands below or behind the question in its own cell."""
    lines = tuple(Line(line.strip()) for line in said.value.splitlines() if line.strip())
    return Passage(lines, (part.label.piece,), part.label.links)
