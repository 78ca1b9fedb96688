"""Rows of tables of minutes in which each column holds one kind of contribution, or one column tells the kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.write_words import text as put_text
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields.write_parties import person_of
from opengov_local.formats.word.gatherings.brought import bring
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.gatherings.minute_labels import decided_by
from opengov_local.formats.word.table_shapes.table_parts import Answer, Column, Part, Records
from opengov_local.formats.word.texts.passages import Line, Passage, numbered, of_cells
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.answers import answer, answering
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.meaning import Meaning, choose
from opengov_local.formats.wording.words.persons_named import is_person
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name, read_number

KINDS: Final = ("problem", "solution", "proposal", "recommendation", "question")
"""Kinds that have a column of their own."""
NUMBER: Final = Meaning("contribution", "number")
"""What a column of the numbers of rows holds."""
_SUPPORTERS: Final = Meaning("contribution", "supporters")
_SAID: Final = ("kind", "author", "number", "supporters")
"""What columns say of the contributions of their row."""
_CONCEPTS: Final = ("contribution", "group", "workshop")
_TITLE: Final = ("group", "title")
_LED = frozenset({"facilitators", "rapporteurs"})
"""What a column says of the group of its row."""


class ContributionRows:
    """Reads the rows of one table into the open group; what answers a problem is on its row, or merged beside it."""

    def __init__(
        self, writing: Writing, gathering: Gathering, records: Records, meant: Mapping[int, Meaning | None]
    ) -> None:
        """Takes a table.

        Args:
            writing: what is at hand.
            gathering: the workshop and its open group.
            records: the table.
            meant: what each column holds.
        """
        self._writing = writing
        self._gathering = gathering
        self._labels = {column.number: column.label for column in records.columns}
        self._meant = meant
        self._problem_columns = [column for column, meaning in meant.items() if meaning and meaning.field == "problem"]
        self._decided = {
            cell.column: decided_by(writing, cell.text, cell.piece, gathering.here)
            for cell in records.headings
            if (said := meant.get(cell.column)) and said.field in KINDS
        }
        self._by_cell: dict[int, list[Node]] = {}
        self._above: list[Node] = []
        self._carried: list[Piece] = []

    def forget(self) -> None:
        """Leaves the problems above, where a row has begun another group."""
        self._above = []

    def finish(self) -> None:
        """Says how often a blank cell was read as the problem above it."""
        if self._carried:
            heading = self._labels[self._problem_columns[0]]
            count = len(self._carried)
            self._writing.draft.say(
                "import/filled-down", self._carried[0], severity="info", heading=heading, count=count
            )

    def row(self, there: Mapping[int, Cell], fresh: Mapping[int, Cell]) -> None:
        """Reads a row.

        Args:
            there: the cells that lie on the row, by column, also those that began further up.
            fresh: those of them that begin on it.
        """
        made: list[Node] = []
        counted = self._counted(fresh)
        for column, cell in sorted(fresh.items(), key=lambda pair: _rank(self._meant.get(pair[0]))):
            meaning = self._meant.get(column)
            passage = of_cells([cell])
            if passage is None or (meaning is not None and meaning.field in _SAID) or cell is counted:
                continue
            if self._is_over_several(cell):
                if cell.column == column:
                    self._keep(column, cell)
            elif meaning is not None and meaning.field in KINDS:
                decided = self._decided.get(column)
                self._by_cell[id(cell)] = bring(
                    self._writing, self._gathering.here, meaning.field, passage, decided=decided
                )
                made += self._by_cell[id(cell)]
            elif meaning is not None and meaning.field == "text":
                made += self._of_any_kind(fresh, passage)
            elif meaning is not None and meaning.concept == "group" and meaning.field == "title":
                self._group(cell, counted)
            elif meaning is None or meaning.concept != "group" or not self._told(meaning, column, passage):
                self._keep(column, cell)
        self._answer(there, fresh, made)
        self._say_of(fresh, made)

    def _answer(self, there: Mapping[int, Cell], fresh: Mapping[int, Cell], made: list[Node]) -> None:
        """Ties what answers to the problems of its row, or to those above it where their cell is left blank."""
        cells = [there[column] for column in self._problem_columns if column in there]
        problems = list({node.target: node for cell in cells for node in self._by_cell.get(id(cell), ())}.values())
        answers = answering(made)
        if not cells and self._problem_columns and answers and self._above:
            self._carried.append(next(iter(fresh.values())).piece)
            problems = self._above
        elif cells:
            self._above = problems
        for cell in fresh.values():
            beside = [node for node in self._by_cell.get(id(cell), ()) if any(node is each for each in answers)]
            answer(self._writing.draft, beside, problems, cell.piece)

    def _is_over_several(self, cell: Cell) -> bool:
        """Tells whether a cell lies on columns of several kinds, so that it is of none."""
        columns = range(cell.column, cell.column + cell.width)
        return len({said.field for column in columns if (said := self._meant.get(column)) and said.field in KINDS}) > 1

    def _of_any_kind(self, fresh: Mapping[int, Cell], passage: Passage) -> list[Node]:
        """Reads a contribution whose kind stands in a column of its own."""
        cell = next(iter(self._saying(fresh, "kind")), None)
        kind = code_of_name(cell.text, "contribution_kind") if cell is not None else None
        made = bring(self._writing, self._gathering.here, kind or "other", passage)
        if cell is not None and kind is None:
            self._writing.draft.keep(cell.piece, self._gathering.here)
        elif cell is not None and made:
            self._writing.draft.used(cell.piece, made[0], "kind")
        if kind is None and made:
            self._writing.draft.say("import/assumed", passage.piece, severity="info", field="kind", value="other")
        return made

    def _saying(self, fresh: Mapping[int, Cell], field: str) -> list[Cell]:
        return [cell for column, cell in fresh.items() if (said := self._meant.get(column)) and said.field == field]

    def _say_of(self, fresh: Mapping[int, Cell], made: list[Node]) -> None:
        """Reads what a row says of its contributions: who made them, and the number of the one that it is about."""
        for cell in self._saying(fresh, "author"):
            for node in made:
                author, said = self._writing.add(node, "author", cell.piece), Passage((Line(cell.text),), (cell.piece,))
                if is_person(cell.text):
                    person_of(self._writing, author, cell.text, said)
                else:
                    put_text(self._writing, author, "name", said, "")
        about = [node for node in made if node.data["kind"] != "problem"]
        problems = [node for node in made if node.data["kind"] == "problem"]
        for cell in self._saying(fresh, "number"):
            number = numbered(f"{cell.text.strip(' .)-')}. x")
            mine = [each[0] for each in (problems, about) if len(each) == 1 and "number" not in each[0].data]
            for node in mine if number[0] and number[1] == "x" else ():
                self._writing.draft.put(node, "number", number[0], cell.piece)
            if not (mine and number[0] and number[1] == "x"):
                self._keep(cell.column, cell)
        for cell in self._saying(fresh, "supporters"):
            count, of = read_number(cell.text), about or problems
            if len(of) == 1 and count.value is not None and count.value.isdigit() and not count.unit:
                self._writing.draft.put(of[0], "supporters", int(count.value), cell.piece)
            else:
                self._keep(cell.column, cell)

    def _keep(self, column: int, cell: Cell) -> None:
        self._writing.draft.keep(cell.piece, self._gathering.here, label=self._labels.get(column))

    def _told(self, meaning: Meaning, column: int, passage: Passage) -> bool:
        """Reads who led a group or reported for it; tells whether it was that, and not said of the group before."""
        group = self._gathering.group
        if group is None or meaning.field not in _LED or group.data.get(meaning.field):
            return False
        self._gathering.answer(meaning, passage, self._labels.get(column, ""))
        return True

    def _counted(self, fresh: Mapping[int, Cell]) -> Cell | None:
        """Gives the cell that holds but the number of a group whose theme stands in another: "1 | Transparence"."""
        named = [
            cell for column, cell in sorted(fresh.items()) if (said := self._meant.get(column)) and said[:2] == _TITLE
        ]
        alone = [cell for cell in named if number_alone(cell)]
        return alone[0] if len(named) == len(("number", "theme")) and len(alone) == 1 else None

    def _group(self, cell: Cell, counted: Cell | None) -> None:
        marker = read_marker(cell.text, ("group", "axis"))
        number, title = (marker.number, marker.title) if marker else numbered(cell.text)
        before = self._gathering.here
        self._gathering.open_group(number_alone(counted) if counted is not None else number, title, cell.piece)
        if counted is not None:
            self._writing.draft.used(counted.piece, self._gathering.here, "number")
        if self._gathering.here.target != before.target:
            self.forget()


def number_alone(cell: Cell) -> str:
    """Gives the number that is all a cell holds, with the word for a group or without; "" for other cells."""
    marker = read_marker(cell.text, ("group", "axis"))
    if marker is not None:
        return "" if marker.title else marker.number
    number, rest = numbered(f"{cell.text.strip(' .)-')}. x")
    return number if rest == "x" else ""


def kind_of_each(parts: Sequence[Part], asked: Meaning | None) -> str | None:
    """Gives the kind of what each group brought, where a table below that heading has but their numbers before it.

    Returns:
        "" where a table is none such; None where nothing tells what was brought from a title: "Axe 1 | Transparence".
    """
    each = [part.label.text for part in parts if isinstance(part, Answer) and part.number]
    if len(each) < len(parts) or asked is None or asked.concept != "contribution":
        return ""
    return asked.field if all(read_marker(label, ("group",)) for label in each) else None


def meaning_of(column: Column) -> Meaning | None:
    """Gives what a column of a table of minutes holds; None where nobody knows."""
    found = choose(column.meanings, _CONCEPTS)
    if found is None and any(meaning.concept == "axis" and meaning.field == "title" for meaning in column.meanings):
        return Meaning("group", "title")
    if found is None and any(meaning.field == "number" for meaning in column.meanings):
        return NUMBER
    told = surely(column.label) if found is None else None
    return _SUPPORTERS if told is not None and told.target == "contribution.supporters" else found


def _rank(meaning: Meaning | None) -> int:
    """Orders the columns of a row: the group first, problems before what answers them."""
    if meaning is None:
        return 9
    if meaning.concept == "group" and meaning.field == "title":
        return 0
    return 1 + KINDS.index(meaning.field) if meaning.field in KINDS else 8
