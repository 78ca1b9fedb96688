"""The assessment that a form of our own holds: who made it, and the answers that are ticked or written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.docx.own_form import own_status
from opengov_local.formats.word.drafting.write_words import period
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.own.own_parties import party
from opengov_local.formats.word.own.own_reports import why_missing
from opengov_local.formats.word.own.reached import reach
from opengov_local.formats.word.texts.assessment_labels import assessment_labels, instruments
from opengov_local.formats.word.texts.passages import Line, Passage, of_cells
from opengov_local.formats.word.texts.ticks import ticked
from opengov_local.formats.wording.labels.labels import Meaning
from opengov_local.formats.wording.words.own_wording import APART
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_answer, code_of_name, fold

_COLUMNS: Final = ("criterion", "answer", "explanation", "evidence")
_SHARED: Final = ("assessor", "assessor_role", "date", "period", "vintage")
"""What an assessment of a commitment has from that of its plan, unless it says otherwise."""
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*(?:[.][a-z0-9_]+)?")


class Assessing:
    """Reads one form of an assessment.

    Attributes:
        instrument: the instrument, as a code of the list assessment_instrument.
    """

    def __init__(self, writing: Writing, objects: Objects, instrument: str) -> None:
        self._writing = writing
        self._objects = objects
        self.instrument = instrument
        self._made: dict[str, Node] = {}
        self._plan = ""
        self._denied: set[tuple[int, str]] = set()

    # --- whose assessment it is

    def _here(self, piece: Piece) -> Node:
        """Gives the assessment of the open commitment, else of the plan; made where it is not there."""
        objects = self._objects
        of_plan = objects.commitment is None or self.instrument == "ogp_local_final_learning"
        target = objects.plan if of_plan or objects.commitment is None else objects.commitment
        identifier = str(target.data["id"])
        if of_plan:
            self._plan = identifier
        if identifier not in self._made:
            node = self._writing.add(self._writing.draft.root, "assessments", piece)
            self._writing.draft.put(node, "target", identifier, piece)
            self._writing.draft.put(node, "instrument", self.instrument, piece)
            self._made[identifier] = node
        return self._made[identifier]

    def finish(self) -> None:
        """Gives the assessments of commitments what the head of the form says for all of them."""
        plan = self._made.get(self._plan)
        for node in self._made.values() if plan else ():
            for name in _SHARED:
                if plan and plan.data.get(name) and name not in node.data and (id(node.data), name) not in self._denied:
                    node.data[name] = deepcopy(plan.data[name])

    # --- the head

    def answer(self, meaning: Meaning, passage: Passage, label: str) -> None:
        """Reads what is said of the assessment itself, or of a practice that it has no field for."""
        if passage.is_nothing:
            if meaning.field in _SHARED:
                self._denied.add((id(self._here(passage.piece).data), meaning.field))
            for piece in passage.pieces:
                self._writing.draft.ignore(piece, "help")
        elif meaning.concept == "practice":
            self._practice(passage, label)
        else:
            put = {"assessor": self._evaluator, "email": self._address, "period": self._period}.get(meaning.field)
            if put is not None:
                put(self._here(passage.piece), passage, label)
            elif meaning.field == "lessons":
                self._writing.keep(self._here(passage.piece), passage, label)
            else:
                values.put(self._writing, self._here(passage.piece), meaning.field, passage, label)

    def _evaluator(self, node: Node, passage: Passage, _label: str) -> None:
        party(self._writing, self._writing.add(node, "assessor", passage.piece), passage.text, passage)

    def _period(self, node: Node, passage: Passage, label: str) -> None:
        if not period(self._writing, node, "period", passage, label):
            self._writing.keep(node, passage, label)

    def _address(self, node: Node, passage: Passage, label: str) -> None:
        person = self._writing.add(self._writing.add(node, "assessor", passage.piece), "person", passage.piece)
        rest = reach(self._writing, person, passage.text, passage)
        if rest.strip():
            self._writing.draft.keep(passage.piece._replace(text=rest), node, label=label)

    def _practice(self, passage: Passage, label: str) -> None:
        """Keeps what was written in; what the form itself says of the plan is no answer."""
        says = {fold(text) for text in _words("answer.says")}
        written: list[Line] = []
        told = False
        for line in passage.lines:
            told = fold(line.text.partition(":")[0]) in says or (told and line.item)
            written += [] if told else [line]
        if written:
            self._writing.keep(self._here(passage.piece), passage.of(written), label)
        else:
            self._writing.draft.ignore(passage.piece, "help")

    # --- the answers

    def table(self, table: Table) -> bool:
        """Reads a table of questions with their answers; tells whether it was such."""
        head, *rows = table.rows
        if tuple(_asked(cell) for cell in head) != tuple(("answer", column) for column in _COLUMNS):
            return False
        for cell in head:
            self._writing.draft.ignore(cell.piece, "heading")
        for cells in rows:
            by_column = {cell.column: cell for cell in cells}
            self._row([by_column.get(number) for number in range(1, len(_COLUMNS) + 1)])
        return True

    def _row(self, cells: Sequence[Cell | None]) -> None:
        question, *answers = cells
        criterion = _criterion(question) if question else None
        passages = [of_cells([cell]) if cell else None for cell in answers]
        chosen = _chosen(passages[0])
        if criterion is None or question is None:
            for cell in cells:
                if cell is not None and cell.text:
                    self._writing.draft.keep(cell.piece, self._here(cell.piece))
            return
        if not chosen and not any(passages[1:]):
            self._writing.draft.ignore(question.piece, "heading")
            if passages[0] is not None:
                self._writing.draft.ignore(passages[0].piece, "help")
            return
        node = self._writing.add(self._here(question.piece), "answers", question.piece)
        self._writing.draft.put(node, "criterion", criterion, question.piece)
        if passages[0] is not None:
            self._choice(node, criterion, chosen, passages[0])
        if passages[1] is not None:
            values.put(self._writing, node, "explanation", passages[1], "")
        if passages[2] is not None:
            values.put(self._writing, node, "evidence", passages[2], "")

    def _choice(self, node: Node, criterion: str, chosen: Sequence[str], passage: Passage) -> None:
        """Puts what is ticked: an answer of the scale, that there is none, or both where the package had both."""
        draft = self._writing.draft
        found: dict[str, str] = {}
        for text in chosen:
            said = own_status(text)
            head, colon, rest = said.word.partition(":")
            missing = why_missing(rest.strip()) if colon and fold(head) in _missing() else None
            code = code_of_answer(criterion, said.word) or (said.word if _CODE.fullmatch(said.word) else None)
            field, value = ("missing", missing) if missing else ("answer", code)
            if value is None or field in found:
                draft.keep(passage.piece._replace(text=text), node)
                continue
            found[field] = value
            draft.put(node, field, value, passage.piece)
            if said.original:
                draft.put(node, "original", said.original, passage.piece)
        if not found and not chosen:
            draft.ignore(passage.piece, "help")


def _asked(cell: Cell) -> tuple[str, str]:
    found = assessment_labels().get(fold(cell.text), ())
    return (found[0].concept, found[0].field) if found else ("", "")


def _criterion(cell: Cell) -> str | None:
    """Gives the criterion that the first line of a cell asks for, by the words of the form, its name or its code."""
    text = cell.text.split("\n", 1)[0].strip()
    asked = next((each.field for each in assessment_labels().get(fold(text), ()) if each.concept == "criterion"), None)
    return asked or code_of_name(text, "assessment_criterion") or (text if _CODE.fullmatch(text) else None)


def _chosen(passage: Passage | None) -> list[str]:
    """Gives the choices that are ticked; where there are no boxes, what is written."""
    if passage is None or passage.is_nothing:
        return []
    marked = ticked(passage.lines)
    return [line for line in (passage.text if marked is None else marked).split("\n") if line.strip()]


@cache
def _missing() -> frozenset[str]:
    return frozenset(map(fold, _words("answer.missing")))


def _words(key: str) -> tuple[str, ...]:
    return tuple(wording(*APART)[key].texts.values())


def instrument_of(title: str) -> str | None:
    """Gives the instrument whose form a title names; None for the titles of other forms."""
    return instruments().get(fold(title))
