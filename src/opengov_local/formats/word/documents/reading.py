"""What is at hand while a document of ours is read: the draft, its words, and the objects that its names stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.word.documents.words import Words, plain
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.drafting.whose import collectivity_named, from_label, other_names
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.own_elsewhere import elsewhere
from opengov_local.formats.word.own.own_plans import in_plan, plans_called
from opengov_local.formats.word.texts.passages import Line, Passage, of_cells, unmarked
from opengov_local.importing.draft import Node

Row = tuple[dict[str, Cell], Cell]
"""A row of a table: its cells by the field that their column asks for, and its first cell."""

Asked = tuple[str, str | None, Node | None]
"""What a question asks for: a concept, a field of it, None where it is none, and the object, None where none is."""


class Reading:
    """Reads names into references, and tables into fields.

    Attributes:
        writing: writes into the draft.
        words: the words of the document.
    """

    def __init__(self, writing: Writing, words: Words) -> None:
        self.writing = writing
        self.words = words
        self._ids: dict[tuple[str, str], dict[str, list[str]]] = {}

    # --- names

    def name(self, concept: str, text: str, target: str, plan: str = "") -> None:
        """Remembers under which words an object of a concept stands in the document, and in which plan."""
        held = self._ids.setdefault((concept, plain(text)), {}).setdefault(plan, [])
        if target not in held:
            held.append(target)

    def called(self, concept: str, text: str) -> Mapping[str, Sequence[str]]:
        """Gives the ids of the objects of a concept that some words name, by their plan."""
        return self._ids.get((concept, plain(text)), {})

    def target(self, concept: str, text: str, plan: str = "") -> str | None:
        """Gives the id of the one object that some words name, of several that of a plan; None for none or several."""
        held = self.called(concept, text)
        called = held.get(plan) or [each for there in held.values() for each in there]
        if not called and concept == "collectivity":
            return collectivity_named(self.writing, text)
        return called[0] if len(called) == 1 else None

    def referred(self, node: Node, field: str, concept: str, text: str) -> str | None:
        """Gives the id of what words name for a field: an object of the document, or of another file; else None.

        An object of another plan may stand with the title of that: `Transparence — plan : Programme`.
        """
        known = self.target(concept, text, _plan_of(node))
        said = in_plan(text) if known is None else None
        if said is not None and len(plans := plans_called(self.writing, said.plan)) == 1:
            known = self.target(concept, said.name, plans[0]["id"])
        return known or elsewhere(self.writing, node, field, text)

    def collectivities(self, node: Node, passage: Passage, label: str) -> None:
        """Reads the collectivities of a plan or workshop, which are made where they are not known yet."""
        for line in passage.lines:
            said, known = passage.of([line]), self.called("collectivity", line.text).get("")
            if known:
                self.writing.draft.put(node, "collectivities", known[0], said.piece)
            elif found := from_label(self.writing, node, said, label):
                for text in (line.text, *other_names(line.text)):
                    self.name("collectivity", text, found[-1])
                    self.name("collectivity", unmarked(text), found[-1])
            else:
                self.writing.unknown(node, "collectivities", said, label)

    def refer(self, node: Node, field: str, concept: str, passage: Passage, label: str) -> None:
        """Reads names of objects of the document, one a line; a name that nothing bears is kept, and said."""
        for line in passage.lines:
            said, known = passage.of([line]), self.referred(node, field, concept, line.text)
            if known is None:
                self.writing.unknown(node, field, said, label)
            elif known not in node.data.get(field, ()):
                self.writing.draft.put(node, field, known, said.piece)

    # --- tables

    def is_head(self, table: Table, concept: str) -> bool:
        """Tells whether the first row of a table asks for fields of a concept in every cell."""
        texts = [cell.text for cell in table.rows[0]] if table.rows else []
        return bool(texts) and all(self.words.field(text, concept) for text in texts)

    def rows(self, table: Table, concept: str) -> Iterator[Row]:
        """Gives the rows below the head of a table of a concept; rows of blanks are passed over."""
        head, *rows = table.rows
        fields = {cell.column: self.words.field(cell.text, concept) or "" for cell in head}
        for cell in head:
            self.heading(cell.piece)
        for row in rows:
            cells = {fields[cell.column]: cell for cell in row if cell.column in fields}
            said = {field: cell for field, cell in cells.items() if not is_blank(cell)}
            for cell in row:
                if is_blank(cell) and cell.text:
                    self.writing.draft.ignore(cell.piece, "help")
                elif cell.column not in fields:
                    self.writing.draft.keep(cell.piece)
            if said:
                yield said, row[0]

    def answers(self, table: Table, asked: Callable[[str], Asked]) -> Iterator[tuple[Node, str, Passage, str]]:
        """Gives the answers of a table of questions: the object, its field, the answer and the question.

        What asks for no field is kept with its answer, and so are rows of another kind.

        Args:
            table: the table.
            asked: gives what a question asks for.
        """
        for row in table.rows:
            if len(row) != 2:
                for cell in row:
                    if cell.text:
                        self.writing.draft.keep(cell.piece)
                continue
            label, passage = row[0], of_cells([row[1]])
            concept, field, node = asked(label.text)
            if field is None or node is None:
                self.writing.draft.keep(label.piece, node)
                if passage is not None:
                    self.writing.keep(node, passage, label.text)
                continue
            self.heading(label.piece)
            self.writing.explain(label.text, (concept, field, self.words.language), label.piece)
            if passage is not None:
                yield node, field, passage, label.text

    def heading(self, piece: Piece) -> None:
        """Accounts for words that only ask or name."""
        self.writing.draft.ignore(piece, "heading")

    def link(self, data: dict[str, Any], field: str, target: str) -> None:
        """Writes a reference that the place in the document says, and no words of their own."""
        held = data.setdefault(field, [])
        if target not in held:
            held.append(target)


def _plan_of(node: Node) -> str:
    """Gives the id of the plan that something is part of; "" where it is part of none."""
    while node.parent is not None and node.field != "plans":
        node = node.parent
    return str(node.data["id"]) if node.field == "plans" else ""


def is_blank(cell: Cell) -> bool:
    """Tells whether a cell says nothing, or only that nothing is stated."""
    passage = of_cells([cell])
    return passage is None or passage.is_nothing


def groups(passage: Passage) -> Iterator[Passage]:
    """Gives the items of a list, each with the lines below it; the whole where it does not begin with an item."""
    if not passage.lines[0].item:
        yield passage
        return
    waiting: list[Line] = []
    for line in passage.lines:
        if line.item and waiting:
            yield passage.of(waiting)
            waiting = []
        waiting.append(Line(line.text))
    yield passage.of(waiting)
