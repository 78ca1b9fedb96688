"""Records in a table: rows of axes, commitments and milestones under headings, with cells merged or left blank."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.grid.merged_over import read_sum
from opengov_local.formats.tables.levels.note_rows import tells_note
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects import cell_lists
from opengov_local.formats.word.objects.asking import Asking
from opengov_local.formats.word.objects.lists_over_tables import Facts, Listed, facts_of
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.opened_rows import open_row
from opengov_local.formats.word.objects.recaps import named_again
from opengov_local.formats.word.objects.steps import is_one, no_steps, put_step, say_lines
from opengov_local.formats.word.table_shapes.project_results import Projects, of_commitment
from opengov_local.formats.word.table_shapes.roles import (
    Role,
    dates_beside,
    numbers_beside,
    roles_of,
    say_when,
)
from opengov_local.formats.word.table_shapes.row_titles import commitments_named, number_and_title, title_on
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.word.texts.passages import of_cell, unlisted
from opengov_local.formats.wording.labels.labels import Labels, Meaning, choose
from opengov_local.formats.wording.labels.timed_titles import all_in_brackets
from opengov_local.formats.wording.words.project_references import names_several
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_CONCEPTS = frozenset({"plan", "axis", "commitment", "milestone"})  # what records of plans can speak of
_FINEST_FIRST = {"milestone": ("milestone", "commitment", "plan"), "commitment": ("commitment", "milestone", "plan")}


class _Row(NamedTuple):
    """A row while it is read.

    Attributes:
        number: its number.
        cells: the cell on each column.
        steps: the milestones that begin on it.
    """

    number: int
    cells: dict[int, Cell]
    steps: list[Node]


class RecordReader:
    """Reads the records of one table.

    Attributes:
        commitments: the commitments in its rows, by their ids, with what each row says of them.
    """

    def __init__(self, writing: Writing, labels: Labels, objects: Objects, asking: Asking) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._asking = asking
        self._roles: dict[int, Role] = {}
        self._opened: dict[str, Cell] = {}
        self.commitments: dict[str, Facts] = {}
        self._alike: Mapping[str, Facts] = {}
        self._before: tuple[Node, ...] = ()
        self._put: set[tuple[int, str, Piece]] = set()
        self._by_lines: list[Piece] = []
        self._lists = self._beside = False
        self._titles: Mapping[int, str] = {}
        self._again: Mapping[str, Node] = {}
        self._bands: frozenset[int] = frozenset()

    def read(self, records: Records, below: str, listed: Listed) -> None:
        """Reads all records; cells that nobody understands are kept under their heading.

        Args:
            records: the records.
            below: the heading that was not understood above the table.
            listed: what is known of the list that they may go on with.
        """
        self._alike = listed.alike
        self._before = self._objects.steps()
        inside = self._objects.commitment is not None
        roles = roles_of(records.columns, in_commitment=inside, rows=records.rows)
        self._roles = dates_beside(numbers_beside(roles, records))
        for cell in records.headings:
            self._writing.draft.ignore(cell.piece, "heading")
            if (role := self._roles.get(cell.column)) is not None and role.label == cell.text:
                self._explain(role, cell, records)
        self._titles = {column: role.concept for column, role in roles.items() if role.field == "title"}
        of_steps = {*self._titles.values()} == {"milestone"}
        if listed.behind_several and of_steps:
            self._objects.axis = None
        self._lists = cell_lists.lists_steps(self._roles, records)
        self._whose = Projects(records, self._roles, firsts=not self._writing.own_form)
        if not self._writing.own_form:
            self._beside = self._lists and cell_lists.lists_beside_projects(self._roles, records, self._labels)
            self._bands = cell_lists.bands_of(records, self._roles, inside=inside) if of_steps else self._bands
        self._again = named_again(self._writing, self._objects, list(commitments_named(self._roles, records)), below)
        for number, covering in records.rows:
            self._row(number, covering, below, alone=len(records.rows) == 1 or (inside and records.others))
        if len(self.commitments) > 1 or (listed.goes_on and self.commitments):
            self._leave()
        say_lines(self._writing, self._by_lines)

    def _is_note(self, cell: Cell) -> bool:
        """Tells whether the only cell of a row is a note; in documents of ours every row is what its column says."""
        return len(self._roles) > 1 and not self._writing.own_form and tells_note(cell.text)

    def _leave(self) -> None:
        """Leaves the last of several commitments: what stands behind the table speaks of it no more than of others."""
        self._objects.commitment = self._objects.step = None
        if "axis" in self._titles.values():
            self._objects.axis = None

    def _row(self, number: int, covering: dict[int, Cell], below: str, *, alone: bool) -> None:
        """Reads one row: objects, or what stands between them: the name of an axis, totals."""
        cells = {column: cell for column, cell in covering.items() if self._column_of(cell) == column}
        there = list({id(cell): cell for cell in covering.values() if cell.text}.values())
        fresh = [cell for cell in there if cell.row == number]
        if number in self._bands:
            self._project(fresh[0], below)
        elif len(there) == 1 and there[0].width > 1 and len(self._roles) > 1:
            self._band(there[0], below)
        elif not self._writing.own_form and (total := total_of(fresh, self._titles)) is not None:
            self._total(total, fresh)
        elif len(there) == 1 and fresh and self._titles and self._is_note(fresh[0]):
            self._writing.draft.say("import/note-row", fresh[0].piece, severity="info", text=fresh[0].text)
            self._keep(fresh[0], self._objects.plan)
        elif "axis" not in self._titles.values() and cell_lists.names_axis(fresh):
            self._band(fresh[0], below)
            for cell in fresh[1:]:
                self._keep(cell, self._objects.axis)
        elif {"commitment", "milestone"} & {*self._titles.values()}:
            self._record(_Row(number, cells, []))
        elif alone and not self._begins_unknown(there):
            self._attributes(_Row(number, cells, []), self._objects.deepest)
        else:
            for cell in there:
                self._keep(cell, None)

    def _begins_unknown(self, there: list[Cell]) -> bool:
        """Tells whether the first cell of a row says what nobody knows: the others then speak of that."""
        first = min((cell.column for cell in there), default=0)
        return first in self._roles and not self._roles[first].meanings

    def _explain(self, role: Role, cell: Cell, records: Records) -> None:
        of_plans = (meaning for meaning in role.meanings if meaning.concept in _CONCEPTS)
        meaning = Meaning(role.concept, role.field) if role.concept else next(of_plans, None)
        if meaning is None and not cell_lists.is_answered(cell.column, records, self._labels):
            self._writing.draft.say("import/column-unmapped", cell.piece, heading=role.label)
            self._writing.draft.explain("layout/word-column-unknown", cell.piece, label=role.label)
        elif meaning is not None:
            self._writing.explain(role.label, meaning, cell.piece)

    def _column_of(self, cell: Cell) -> int:
        """Gives the one column that a cell over several belongs to: the first of a title, else the first of all."""
        covered = [column for column in range(cell.column, cell.column + cell.width) if column in self._roles]
        titles = [column for column in covered if self._roles[column].field == "title"]
        return (titles or covered or [cell.column])[0]

    def _total(self, total: Cell, cells: list[Cell]) -> None:
        """Keeps a row of totals with what it is the total of, and says so."""
        owner = self._objects.plan if "axis" in self._titles.values() else self._objects.deepest
        if "axis" not in self._titles.values() and "commitment" in self._titles.values():
            owner = self._objects.axis or self._objects.plan
        for cell in cells:
            self._keep(cell, owner)
        self._writing.draft.say("import/total-row", total.piece, severity="info")

    def _band(self, cell: Cell, below: str) -> None:
        """Reads a row of one cell that lies over all columns: the name of an axis or commitment, if it says so."""
        marker = marker_of(cell, ("axis", "subaxis", "commitment"))
        if no_steps(self._writing, self._objects.commitment or self._objects.plan, of_cell(cell)):
            return
        if marker is None:
            self._writing.draft.keep(cell.piece, self._objects.deepest, label=below or None)
        elif marker.concept == "commitment":
            self._objects.open_commitment(marker.number, marker.title, cell.piece)
        else:
            self._objects.open_axis(marker.number, marker.title, cell.piece, below=marker.concept == "subaxis")

    def _project(self, cell: Cell, below: str) -> None:
        """Reads a title alone above activities: the project they are of; one that no word names is assumed."""
        marker = marker_of(cell, ("axis", "subaxis", "commitment"))
        if marker is not None and marker.number:
            self._band(cell, below)
            return
        number, title = number_and_title(cell, "commitment")
        before = len(self._objects.plan.data.get("commitments", ()))
        node = self._objects.open_commitment(number, title, cell.piece)
        if len(self._objects.plan.data["commitments"]) > before:
            self._writing.draft.say("import/assumed", cell.piece, node=node, field="title", value=cell.text.strip())

    def _record(self, row: _Row) -> None:
        for concept in ("axis", "commitment"):
            self._open(concept, row)
        self._steps(row)
        target = row.steps[0] if len(row.steps) == 1 and not self._beside else None
        has_steps = any(role.concept == "milestone" for role in self._roles.values())
        if target is None and (row.steps or self._begins_commitment(row) or not has_steps):
            target = self._objects.commitment
        self._attributes(row, target)

    def _begins_commitment(self, row: _Row) -> bool:
        cell, _ = title_on(self._roles, row.cells, "commitment")
        return cell is not None and bool(cell.text) and cell.row == row.number

    def _open(self, concept: str, row: _Row) -> None:
        cell, number = title_on(self._roles, row.cells, concept)
        if cell is None or self._opened.get(concept) is cell:
            return
        if not cell.text:
            if concept in self._opened:
                self._writing.draft.explain("layout/carried-down", cell.piece, text=self._opened[concept].text)
            return
        self._opened[concept] = cell
        if concept == "commitment" and not number and self._names_several(cell):
            return
        said, title = ("", cell.text) if self._writing.own_form else number_and_title(cell, concept)
        if concept == "commitment" and (again := self._again.get(fold(title))) is not None:
            number = str(again.data["number"])
            title = "" if title == number else title
        if concept == "axis" and self._objects.commitment is not None and "commitment" not in self._titles.values():
            self._asking.axis(number or said, title, of_cell(cell))
        elif concept == "axis":
            self._objects.open_axis(number or said, title, cell.piece)
            self._objects.axis_of_table = True
        else:
            facts = facts_of(self._roles, row.cells)
            rows = self.commitments if self._writing.own_form else {**self._alike, **self.commitments}
            opened = open_row(self._writing, self._objects, number or said, title, cell.piece, rows, facts)
            self.commitments.setdefault(opened, facts)
            self._opened.pop("milestone", None)

    def _names_several(self, cell: Cell) -> bool:
        """Says of a cell that it names several projects, or all of them: its row is of none; tells whether it does."""
        own, objects = self._writing.own_form, self._objects
        if own or not objects.plan.data.get("commitments") or not names_several(cell.text):
            return False
        objects.commitment = objects.step = None
        self._keep(cell, None)
        self._writing.draft.say("import/several-projects", cell.piece, text=cell.text)
        return True

    def _steps(self, row: _Row) -> None:
        cell, number = title_on(self._roles, row.cells, "milestone")
        if cell is None or not cell.text or cell.row != row.number or self._opened.get("milestone") is cell:
            return
        self._opened["milestone"] = cell
        passage = of_cell(cell)
        parted = [passage] if self._writing.own_form else cell_lists.listed(passage, self._labels, by_line=self._lists)
        if len(parted) > 1 and is_one(passage, self._labels):
            self._by_lines.append(cell.piece)
        parted = parted if self._writing.own_form else unlisted(parted)
        known = self._objects.known_step(passage.text, self._before) if len(parted) == 1 else None
        if known is not None:
            self._writing.draft.used(cell.piece, known, "title")
            row.steps.append(known)
            return
        counted = [at for at, role in self._roles.items() if (role.concept, role.field) == ("milestone", "number")]
        dated, listed = say_when(self._roles, row.cells), all_in_brackets([each.lines[0].text for each in parted])
        for each in parted:
            step = self._objects.new_step(cell.piece)
            if number and len(parted) == 1:
                there = next(row.cells[column].piece for column in counted if column in row.cells)
                self._writing.draft.put(step, "number", number, there)
            put_step(self._writing, self._labels, step, each, dated=dated, apart=bool(counted), listed=listed)
            row.steps.append(step)

    # --- what is said about them

    def _attributes(self, row: _Row, target: Node | None) -> None:
        for column, role in self._roles.items():
            cell = row.cells.get(column)
            if cell is None or not cell.text or role.field == "title":
                continue
            if role.field == "number":
                self._number(role, cell, row)
                continue
            node = self._owner(cell, role, row, target)
            meaning = self._meaning(role, node)
            loose = meaning is None or meaning.field in cell_lists.SAY_ANYTHING
            if node is not None and loose and self._answers(cell, node):
                continue
            if node is None or meaning is None:
                self._keep(cell, node)
            elif (id(node.data), meaning.field, cell.piece) not in self._put:
                self._put.add((id(node.data), meaning.field, cell.piece))
                read = partial(values.put, self._writing, node, meaning.field, of_cell(cell), role.label)
                beside = self._whose.beside_sum(cell, role, row.number)
                read_sum(self._writing.draft, node, cell.piece, role.label, beside, read) if beside else read()

    def _answers(self, cell: Cell, node: Node) -> bool:
        """Reads a cell of which every line has a label; tells whether it was such."""
        key = (0, "lines", cell.piece)
        fresh = key not in self._put and not self._writing.own_form
        if fresh and cell_lists.put_answers(self._writing, self._labels, node, of_cell(cell)):
            self._put.add(key)
        return key in self._put

    def _number(self, role: Role, cell: Cell, row: _Row) -> None:
        """Accounts for a number, which was read with the title beside it."""
        node = self._objects.commitment if role.concept == "commitment" else self._objects.axis
        node = row.steps[0] if role.concept == "milestone" and len(row.steps) == 1 else node
        if of_cell(cell).is_nothing:
            self._writing.draft.ignore(cell.piece, "help")
        elif node is not None and role.concept != "" and node.data.get("number") == cell.text.strip():
            self._writing.draft.put(node, "number", cell.text.strip(), cell.piece)
        else:
            self._keep(cell, node)

    def _owner(self, cell: Cell, role: Role, row: _Row, target: Node | None) -> Node | None:
        """Gives the object that a cell speaks of: a cell merged just as far as its commitment speaks of that.

        So does one of what commitments alone have, "Objectifs", on the row on which its commitment begins.
        """
        alone = any(meaning.field in cell_lists.OF_COMMITMENTS_ALONE for meaning in role.meanings)
        own = alone and self._begins_commitment(row) and choose(role.meanings, ("commitment",)) is not None
        of_project = own or self._whose.has(cell, role, row.number)
        return (self._objects.commitment or target) if of_project else target

    def _meaning(self, role: Role, node: Node | None) -> Meaning | None:
        if node is None:
            return None
        concept = {"Milestone": "milestone", "Commitment": "commitment"}.get(node.model.__name__, "plan")
        mine = of_commitment(role.meanings) if concept == "commitment" else choose(role.meanings, (concept,))
        return mine or choose(role.meanings, _FINEST_FIRST.get(concept, ()))

    def _keep(self, cell: Cell, node: Node | None) -> None:
        if (0, "", cell.piece) in self._put:
            return
        self._put.add((0, "", cell.piece))
        label = next((role.label for column, role in self._roles.items() if column == cell.column), None)
        owner = node or (self._objects.deepest if self._objects.has_plan else None)
        self._writing.draft.keep(cell.piece, owner, label=label)
