"""The report of workshops, read back: what groups brought, and the table of reasoned responses, which says the most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.word.documents.contributions import Brought, Contributions
from opengov_local.formats.word.documents.gathering import held_on
from opengov_local.formats.word.documents.named import NamedPlans
from opengov_local.formats.word.documents.reading import Asked, Reading, groups
from opengov_local.formats.word.documents.values import none_of, party, put, put_count
from opengov_local.formats.word.documents.words import Words
from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.docx.own_form import is_note
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values as field_values
from opengov_local.formats.word.texts.passages import Line, Passage, of_cells, of_paragraph
from opengov_local.formats.workshop.report import BESIDE, LISTED
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name

_KINDS: Final = frozenset({*BESIDE, *LISTED})


class WorkshopReader:
    """Reads the blocks of a report, from first to last, into workshops."""

    def __init__(self, writing: Writing, words: Words) -> None:
        self._writing = writing
        self._words = words
        self._reading = Reading(writing, words)
        self._plans = NamedPlans(self._reading)
        self._contributions = Contributions(self._reading, self._plans)
        self._workshop: Node | None = None
        self._group: Node | None = None
        self._about = ""

    def read(self, blocks: Sequence[Block]) -> None:
        """Reads all blocks."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            elif block.piece is not None:
                self._paragraph(block, block.piece)
        self._contributions.finish()
        self._contributions.tie()
        self._plans.tie()

    # --- paragraphs

    def _paragraph(self, paragraph: Paragraph, piece: Piece) -> None:
        if paragraph.level:
            self._heading(paragraph, piece)
        elif paragraph.style.startswith("toc") or paragraph.style == "subtitle":
            self._reading.heading(piece)
        elif is_note(paragraph.text):
            self._writing.draft.ignore(piece, "help")
        else:
            self._writing.keep(self._group or self._workshop, of_paragraph(paragraph, piece))

    def _heading(self, paragraph: Paragraph, piece: Piece) -> None:
        group = self._words.named(paragraph.text, "group.heading")
        if paragraph.level == 1 and not self._words.says(paragraph.text, "sheet.responses"):
            self._contributions.finish()
            self._group, self._about = None, ""
            self._workshop = self._writing.add(self._writing.draft.root, "workshops", piece)
            self._contributions.open(self._workshop)
            field_values.put(self._writing, self._workshop, "title", of_paragraph(paragraph, piece), "")
        elif group is not None and self._workshop is not None:
            self._about = ""
            self._group = self._writing.add(self._workshop, "working_groups", piece)
            if group[0]:
                self._writing.draft.put(self._group, "number", group[0], piece)
            field_values.put(self._writing, self._group, "title", Passage((Line(group[1]),), (piece,)), "")
            self._contributions.group(group[1], self._group)
        else:
            self._group = None
            keys = ("part.summary", "part.responses")
            self._about = next((key for key in keys if self._words.says(paragraph.text, key)), "")
            self._reading.heading(piece)

    # --- tables

    def _table(self, table: Table) -> None:
        workshop = self._workshop
        if workshop is None:
            for piece in table.pieces():
                self._writing.draft.keep(piece)
        elif self._about == "part.summary":
            for piece in table.pieces():
                self._writing.draft.ignore(piece, "help")  # counted anew from the responses
        elif self._about == "part.responses" and self._reading.is_head(table, "response"):
            for cells, _ in self._reading.rows(table, "response"):
                self._contributions.response(cells)
        elif self._reading.is_head(table, "participants"):
            self._participants(self._group or workshop, table)
        elif self._reading.is_head(table, "group"):
            for cells, _ in self._reading.rows(table, "group"):
                self._beside(self._group or workshop, cells)
        else:
            self._answers(table, workshop)

    def _participants(self, owner: Node, table: Table) -> None:
        for cells, first in self._reading.rows(table, "participants"):
            node = self._writing.add(owner, "participants", first.piece)
            for field, cell in cells.items():
                passage = of_cells([cell])
                if passage is None:
                    continue
                if field == "party":
                    party(self._reading, self._writing.add(node, "party", cell.piece), passage.text, passage)
                elif field in ("count", "women"):
                    put_count(self._reading, node, field, passage)
                else:
                    put(self._reading, node, field, passage, field)

    def _beside(self, owner: Node, cells: dict[str, Cell]) -> None:
        """Reads a problem with the solutions beside it."""
        passages = {kind: of_cells([cells[kind]]) for kind in BESIDE if kind in cells}
        problem = passages.get("problem")
        said = Brought(owner, "problem", problem) if problem is not None else None
        if said is not None:
            self._contributions.brought(said)
        solutions = passages.get("solution")
        for each in groups(solutions) if solutions is not None else ():
            self._contributions.brought(Brought(owner, "solution", each, said))

    def _answers(self, table: Table, workshop: Node) -> None:
        def asked(label: str) -> Asked:
            field = self._words.field(label, "group") if self._about == "" else None
            if self._group is not None:
                return "group", field, self._group
            return "workshop", field if field in _KINDS else self._words.field(label, "workshop"), workshop

        for node, field, passage, label in self._reading.answers(table, asked):
            self._answer(node, field, passage, label)

    def _answer(self, node: Node, field: str, passage: Passage, label: str) -> None:
        if field in _KINDS:
            for each in groups(passage):
                self._contributions.brought(Brought(node, field, each))
        elif none_of(self._reading, node, field, passage):
            return
        elif field == "date":
            held_on(self._reading, node, passage)
        elif field == "languages":
            self._languages(node, passage, label)
        elif field == "plans":
            for line in passage.lines:
                self._reading.link(node.data, field, self._plans.plan(node, passage.of([line])))
                self._writing.draft.used(passage.piece, node, field)
        elif field == "axis":
            self._plans.refer(node, "axis", passage, label)
        else:
            put(self._reading, node, field, passage, label)

    def _languages(self, workshop: Node, passage: Passage, label: str) -> None:
        for line in passage.lines:
            code = code_of_name(line.text, "language")
            if code is None:
                self._writing.keep(workshop, passage.of([line]), label)
            else:
                self._writing.draft.put(workshop, "languages", code, passage.piece)
