"""The programme of a collectivity, read back: its headings open objects, its tables answer for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from opengov_local.account import Piece
from opengov_local.formats.paper.content import NUMBERED
from opengov_local.formats.paper.word_styles import COVER_STYLE
from opengov_local.formats.programme.activities import BELOW
from opengov_local.formats.programme.following import BODIES
from opengov_local.formats.programme.following import TEXTS as LAST_TEXTS
from opengov_local.formats.programme.presentation import HELD_BY, TEXTS
from opengov_local.formats.programme.projects import NO_PROJECT
from opengov_local.formats.word.documents.gathering import held_on
from opengov_local.formats.word.documents.reading import Asked, Reading
from opengov_local.formats.word.documents.values import labelled_lines, party, put, put_count
from opengov_local.formats.word.documents.words import Words
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.docx.own_form import is_note
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values as field_values
from opengov_local.formats.word.texts.passages import Line, Passage, joined, of_cells, of_paragraph
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name

_TEXTS: Final = frozenset({*TEXTS, *LAST_TEXTS})
_RENAMED: Final = {"value_reasons": "values_why"}
_LATER: Final = frozenset({"axes", "parent"})
"""What names objects that may stand further below."""
_BELOW: Final = {key: field for field, key in BELOW}
_NETWORK: Final = "remacto"
_NUMBER: Final = re.compile("[0-9]{1,6}(?:[.][0-9]{1,6})*")


class ProgrammeReader:
    """Reads the blocks of a programme, from first to last, into plans."""

    def __init__(self, writing: Writing, words: Words) -> None:
        self._writing = writing
        self._words = words
        self._reading = Reading(writing, words)
        self._plan: Node | None = None
        self._axis: Node | None = None
        self._project: Node | None = None
        self._body: Node | None = None
        self._about = ""
        self._kind = ""
        self._prose: list[Passage] = []
        self._later: list[tuple[Node, str, Passage, str]] = []

    def read(self, blocks: Sequence[Block]) -> None:
        """Reads all blocks."""
        for block in blocks:
            if isinstance(block, Table):
                self._flush()
                self._table(block)
            elif block.piece is not None:
                self._paragraph(block, block.piece)
        self._flush()
        for node, field, passage, label in self._later:
            put(self._reading, node, field, passage, label)
        for plan in self._writing.draft.root.data.get("plans", []):
            _in_order(plan)

    # --- paragraphs

    def _paragraph(self, paragraph: Paragraph, piece: Piece) -> None:
        kind = self._words.is_kind(paragraph.text) if paragraph.style == "subtitle" else None
        if paragraph.style.startswith("toc"):
            self._reading.heading(piece)
        elif kind is not None:
            self._flush()
            self._kind = kind
            self._reading.heading(piece)
        elif paragraph.style == "title":
            self._open_plan(paragraph, piece)
        elif paragraph.level:
            self._flush()
            self._heading(paragraph, piece)
        elif is_note(paragraph.text) or self._says_period(paragraph.text):
            self._writing.draft.ignore(piece, "help")
        elif paragraph.style in ("subtitle", COVER_STYLE.lower()) or self._says_no_project(paragraph.text):
            self._reading.heading(piece)
        elif self._about in _TEXTS:
            self._prose.append(of_paragraph(paragraph, piece))
        else:
            self._writing.keep(self._here, of_paragraph(paragraph, piece))

    def _says_period(self, text: str) -> bool:
        return self._words.labelled(text, ("plan.period",)) is not None

    def _says_no_project(self, text: str) -> bool:
        return self._axis is not None and self._words.says(text, NO_PROJECT)

    @property
    def _here(self) -> Node | None:
        return self._body or self._project or self._axis or self._plan

    def _open_plan(self, paragraph: Paragraph, piece: Piece) -> None:
        """Opens a plan: the title of a cover."""
        self._plan = self._writing.add(self._writing.draft.root, "plans", piece)
        self._close()
        field_values.put(self._writing, self._plan, "title", of_paragraph(paragraph, piece), "")
        framework = code_of_name(self._kind, "framework") if self._kind else _NETWORK
        if framework:
            self._plan.data["framework"] = framework

    def _close(self) -> None:
        self._axis = self._project = self._body = None
        self._about = ""

    def _heading(self, paragraph: Paragraph, piece: Piece) -> None:
        text = paragraph.text
        axis, project = self._words.named(text, "axis.heading"), self._words.named(text, "commitment.heading")
        body = next((field for field in BODIES if self._words.named(text, f"plan.{field}")), None)
        field = self._words.field(text, "plan")
        if self._plan is None:
            self._writing.draft.ignore(piece, "heading")
        elif axis is not None:
            self._close()
            self._axis = self._opened("axes", "axis", axis, piece)
        elif project is not None:
            self._body, self._about = None, ""
            self._project = self._opened("commitments", "commitment", project, piece)
            if self._axis is not None:
                self._reading.link(self._project.data, "axes", self._axis.data["id"])
        elif body is not None:
            self._close()
            self._body = self._writing.add(self._plan, body, piece)
            _, name = self._words.named(text, f"plan.{body}") or ("", "")
            field_values.put(self._writing, self._body, "name", Passage((Line(name),), (piece,)), "")
        else:
            self._close()
            self._about = field or ""
            self._reading.heading(piece)

    def _opened(self, field: str, concept: str, named: tuple[str, str], piece: Piece) -> Node:
        assert self._plan is not None
        number, title = named
        node = self._writing.add(self._plan, field, piece)
        if number:
            self._writing.draft.put(node, "number", number, piece)
        field_values.put(self._writing, node, "title", Passage((Line(title),), (piece,)), "")
        for text in (title, f"{number}{NUMBERED}{title}") if number else (title,):
            self._reading.name(concept, text, node.data["id"], self._plan.data["id"])
        return node

    def _flush(self) -> None:
        """Reads the running text that stood below a heading."""
        passages, self._prose = self._prose, []
        if passages and self._plan is not None:
            put(self._reading, self._plan, self._about, joined(passages), self._about)

    # --- tables

    def _table(self, table: Table) -> None:
        plan = self._plan
        grids = {"workshops": "workshop", "adoptions": "adoption"}
        concept = grids.get(self._about) or ("seat" if self._body else "milestone")
        if plan is None:
            for piece in table.pieces():
                self._writing.draft.keep(piece)
        elif self._is_to_sign(table):
            for piece in table.pieces():
                self._writing.draft.ignore(piece, "help")
        elif self._reading.is_head(table, concept):
            self._grid(plan, table, concept)
        else:
            self._answers(table)

    def _is_to_sign(self, table: Table) -> bool:
        lines = [cell.text.splitlines() for cell in table.cells()]
        return bool(lines) and all(each and self._words.says(each[0], "sign.president") for each in lines)

    def _answers(self, table: Table) -> None:
        owners = (("body", self._body), ("commitment", self._project), ("axis", self._axis), ("plan", self._plan))
        concept, node = next((concept, node) for concept, node in owners if node is not None)

        def asked(label: str) -> Asked:
            return concept, self._words.field(label, concept), node

        for whose, field, passage, label in self._reading.answers(table, asked):
            self._answer(whose, _RENAMED.get(field, field), passage, label)

    def _answer(self, node: Node, field: str, passage: Passage, label: str) -> None:
        if field in _LATER:
            self._later.append((node, field, passage, label))
        else:
            put(self._reading, node, field, passage, label)

    def _grid(self, plan: Node, table: Table, concept: str) -> None:
        for cells, first in self._reading.rows(table, concept):
            piece = first.piece
            if concept == "seat":
                node = self._writing.add(self._body or plan, "seats", piece)
            elif concept == "adoption":
                node = self._writing.add(plan, "adoptions", piece)
            elif concept == "workshop":
                node = self._writing.add(self._writing.draft.root, "workshops", piece)
                self._reading.link(node.data, "plans", plan.data["id"])
                if HELD_BY in cells:  # it names no plan, and stands below each of those who held it
                    self._writing.last(partial(node.data.pop, "plans", None))
            elif self._project is not None:
                node = self._writing.add(self._project, "milestones", piece)
            else:
                node = self._writing.add(plan, "activities", piece)
            for field, cell in cells.items():
                passage = of_cells([cell])
                if passage is not None:
                    self._cell(node, concept, field, passage)

    def _cell(self, node: Node, concept: str, field: str, passage: Passage) -> None:
        if (concept, field) == ("milestone", "title"):
            self._step(node, passage)
        elif (concept, field) == ("workshop", "date"):
            held_on(self._reading, node, passage)
        elif field == "holder":
            party(self._reading, node, passage.text, passage)
        elif field in ("count", "women"):
            put_count(self._reading, node, field, passage)
        else:
            self._answer(node, field, passage, field)

    def _step(self, step: Node, passage: Passage) -> None:
        """Reads the title of an activity, and what stands below it, each behind its label; the rest describes it."""
        title, *below = passage.lines
        field_values.put(self._writing, step, "title", passage.of([Line(title.text)]), "")
        for key, lines in labelled_lines(self._reading, below, _BELOW):
            field = _BELOW.get(key, "description")
            self._answer(step, field, passage.of(lines), field)


def _in_order(plan: dict[str, Any]) -> None:
    """Puts projects, which stand below their axes, in the order of their numbers where all have one of their own."""
    projects = plan.get("commitments", [])
    numbers = [project.get("number", "") for project in projects]
    if len(set(numbers)) == len(numbers) and all(map(_NUMBER.fullmatch, numbers)):
        projects.sort(key=lambda project: [int(part) for part in project["number"].split(".")])
