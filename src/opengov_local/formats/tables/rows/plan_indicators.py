"""Tables of indicators that name no project: they are those of the whole plan."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.columns.indicator_owners import OWN
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.words.numbering import project_number

_TITLES = frozenset({"commitment.title", "commitment.identifier", "milestone.title", "milestone.list"})
_NUMBER = "commitment.number"


class PlanIndicators:
    """Reads the rows of such a table into the plan; its numbers, and whose axis they are on, are kept beside them."""

    def __init__(self, state: State, cells: Cells, region: Region) -> None:
        self._state = state
        self._cells = cells
        self._region = region
        self._columns = {column.index: column for column in region.columns}
        self._applies = "indicator" in region.names and not region.names & _TITLES and not self._refers()
        self._said = False

    def _refers(self) -> bool:
        """Tells whether a number of the table is that of a known commitment: "1", "Projet 1", "P1"."""
        if self._region.refers is not None:
            return True
        numbers = [column.index for column in self._region.columns if column.target == _NUMBER]
        cells = (value for at in numbers for value in self._region.values(at) if not is_blank(value))
        said = {project_number(str(value)) for value in cells}
        return any((self._state.commitment(number, None, None) or self._state.coded(number)) for number in said)

    def read(self, cells: Row) -> bool:
        """Reads a row; tells whether it is that of an indicator of the plan."""
        if not self._applies or not any(self._target(index) == "indicator" for index in cells):
            return False
        plan, draft = self._state.plan, self._state.draft
        first = next(piece for index, piece in cells.items() if self._target(index) == "indicator")
        for column, piece in self._in_order(cells):
            indicator = self._cells.indicator_of(plan)
            target = targets().get(OWN.get(column.target or "", column.target or ""))
            if target is not None and target.field == "indicators":
                self._cells.read(plan, column, piece)
            elif target is not None and target.scope == "indicator" and indicator is not None:
                self._cells.read(indicator, column, piece)
            else:
                draft.keep(piece, indicator or plan, label=column.heading)
        for index in cells.keys() - self._columns.keys():
            draft.keep(cells[index], self._cells.indicator_of(plan))
        if not self._said:
            self._said = True
            draft.say("import/assumed", first, severity="info", node=plan, field="indicators", value="plan")
        return True

    def _target(self, index: int) -> str | None:
        column = self._columns.get(index)
        return column.target if column else None

    def _in_order(self, cells: Row) -> list[tuple[Column, Piece]]:
        """Gives the cells of a row, the indicator first."""
        held = [(self._columns[index], piece) for index, piece in cells.items() if index in self._columns]
        return sorted(held, key=lambda one: (one[0].target != "indicator", one[0].index))
