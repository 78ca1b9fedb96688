"""Rows of small tables read: each a line of a budget with its funder and year, or an indicator with its measures."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.fields.write_money import amount, say_amount_unread
from opengov_local.formats.word.own.write_things import dated, measurement, own_measure, put_text
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.texts.passages import Passage, of_cells
from opengov_local.formats.wording.words.small_tables import asks_state, is_plain_value, year_of
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date
from opengov_local.model.money import BudgetLine

_DUE: Final = frozenset({"end", "milestone.end", "commitment.end", "schedule", "completed_on"})
_LEADS: Final = frozenset({"lead", "lead.department"})
_FIRST: Final = ("indicator", "budget.funder", "budget.label")


class SmallRecords:
    """Reads the rows of one small table into the object that it stands below."""

    def __init__(self, writing: Writing, records: Records, asked: str = "") -> None:
        """Takes a table, and the question above it, which may say in which currency its amounts are."""
        self._writing = writing
        self._asked = asked
        self._records = records
        self._targets = records.small
        self._labels = {column.number: column.label for column in records.columns}

    def read(self, owner: Node) -> None:
        """Reads all rows."""
        for cell in self._records.headings:
            self._writing.draft.ignore(cell.piece, "heading")
            self._say_heading(owner, cell)
        above: Node | None = None
        for number, cells in self._records.rows:
            there = {column: cell for column, cell in cells.items() if cell.text and column == cell.column}
            fresh = {column: cell for column, cell in there.items() if cell.row == number}
            if not fresh or self._is_total(owner, fresh):
                continue
            if all((said := of_cells([cell])) is not None and said.is_nothing for cell in fresh.values()):
                for cell in fresh.values():
                    self._writing.draft.ignore(cell.piece, "help")
                continue
            above = self._row(owner, fresh, there, above)

    def _say_heading(self, owner: Node, cell: Cell) -> None:
        """Says what a heading was taken for that says only that values are below it, and which is not understood."""
        if self._writing.own_form:
            return
        target, there = self._targets.get(cell.column), (cells.get(cell.column) for _, cells in self._records.rows)
        if target == "indicator.baseline" and is_plain_value(cell.text):
            self._writing.draft.say(
                "import/assumed", cell.piece, severity="info", node=owner, field="baseline", value=cell.text
            )
        elif target is None and any(below is not None and below.text for below in there):
            self._writing.draft.say("import/column-unmapped", cell.piece, heading=cell.text)

    def _is_total(self, owner: Node, cells: dict[int, Cell]) -> bool:
        """Keeps a row of totals, and says so."""
        total = None if self._writing.own_form else total_of(list(cells.values()))
        if total is None or "indicator" in self._targets.values():
            return False
        for column, cell in cells.items():
            self._writing.draft.keep(cell.piece, owner, label=self._labels.get(column))
        self._writing.draft.say("import/total-row", total.piece, severity="info")
        return True

    def _row(self, owner: Node, fresh: dict[int, Cell], there: dict[int, Cell], above: Node | None) -> Node | None:
        measures = "indicator" in self._targets.values()
        names = [column for column, target in self._targets.items() if target in _FIRST and column in fresh]
        if measures and not names:
            for column, cell in fresh.items():
                self._keep(above or owner, column, cell)
                self._writing.draft.say(
                    "import/measure-without-indicator", cell.piece, heading=self._labels.get(column, ""), text=cell.text
                )
            return above
        node = self._writing.add(owner, "indicators" if measures else "budget", next(iter(fresh.values())).piece)
        amounts = [column for column, target in self._targets.items() if target == "budget.amount" and column in fresh]
        for column, target in sorted(
            self._targets.items(), key=lambda pair: (pair[1] not in _FIRST, pair[1] != "indicator.unit")
        ):
            said = fresh.get(column) or (there.get(column) if target == "budget.funder" else None)
            if said is not None and column not in amounts[1:]:
                self._cell(node, target, column, said)
        for column in amounts[1:]:
            self._further_year(owner, node, column, fresh[column])
        for column, cell in fresh.items():
            if column not in self._targets:
                self._keep(node, column, cell)
        return node

    def _further_year(self, owner: Node, first: Node, column: int, cell: Cell) -> None:
        """Puts the amount of a further year on a line of its own, with the funder and label of the first."""
        node = self._writing.add(owner, "budget", cell.piece)
        for name in ("label", "funder"):
            if name in first.data:
                node.data[name] = deepcopy(first.data[name])
        self._cell(node, "budget.amount", column, cell)

    def _keep(self, node: Node, column: int, cell: Cell) -> None:
        self._writing.draft.keep(cell.piece, node, label=self._labels.get(column))

    def _cell(self, node: Node, target: str, column: int, cell: Cell) -> None:
        passage, label = of_cells([cell]), self._labels.get(column, "")
        if passage is None:
            return
        if passage.is_nothing:
            self._writing.draft.ignore(cell.piece, "help")
        elif target == "indicator":
            put_text(self._writing, node, "name", passage)
        elif target == "indicator.unit":
            put_text(self._writing, node, "unit", passage)
        elif target == "indicator.value" and self._is_to_come(label):
            self._keep(node, column, cell)  # nobody measures what is to come
            self._writing.draft.say("import/planned-kept", cell.piece, severity="info", node=node, heading=label)
        elif target in ("indicator.baseline", "indicator.target", "indicator.value"):
            self._measure(node, target.partition(".")[2], passage, label)
        elif target.startswith("budget.") and node.model is BudgetLine:
            self._money(node, target, passage, label, column, cell)
        elif target in _DUE and "due" in node.shapes:
            put_date(self._writing.draft, node, "due", cell.piece, self._writing.context, label)
        elif target in _LEADS and "leads" in node.shapes:
            values.put(self._writing, node, "leads", passage, label)
        else:
            self._keep(node, column, cell)

    def _is_to_come(self, label: str) -> bool:
        """Tells whether a heading names a year that has not begun."""
        year = None if self._writing.own_form else year_of(label)
        return year is not None and year > self._writing.draft.options.day.year

    def _measure(self, node: Node, field: str, passage: Passage, label: str) -> None:
        name = {"value": "values"}.get(field, field)
        if name not in node.shapes:  # a column of indicators beside others of sums
            self._writing.keep(node, passage, label)
        elif self._writing.own_form:
            own_measure(self._writing, node, name, passage)
        elif asks_state(label) and not any(map(str.isdecimal, passage.text)):
            self._writing.keep(node, passage, label)  # "En cours", "Impact" measure nothing
        else:
            dated(measurement(self._writing, node, name, passage), label)

    def _money(self, node: Node, target: str, passage: Passage, label: str, column: int, cell: Cell) -> None:
        draft = self._writing.draft
        if target == "budget.funder":
            put_text(self._writing, self._writing.add(node, "funder", cell.piece), "name", passage)
        elif target == "budget.label":
            put_text(self._writing, node, "label", passage)
        elif target == "budget.year" and passage.text.strip().isdecimal() and len(passage.text.strip()) == 4:
            draft.put(node, "year", int(passage.text), cell.piece)
        elif target == "budget.amount" and "amount" not in node.data and "text" not in node.data:
            if not any(amount(self._writing, node, passage.text, passage, said) for said in (label, self._asked)):
                put_text(self._writing, node, "text", passage)
                say_amount_unread(self._writing, node, passage, label)
            year = year_of(label)
            if year is not None and "year" not in node.data:
                node.data["year"] = year
        else:
            self._keep(node, column, cell)
