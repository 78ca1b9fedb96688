"""Cells of "Date de réalisation": the day on which something was done, or that it is planned for."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.cells.state_cells import StateCells
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.ticks import state_headed
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import shown
from opengov_local.importing.dates import DateReading
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import read_boolean, read_percent
from opengov_local.importing.words.percent import has_percent
from opengov_local.model.dates import PartialDate

_PLANNED = frozenset({"end", "commitment.end", "milestone.end"})
_STATES = frozenset({"status", "status.tick", "progress"})
_WHOLE = 100
"""Percent."""


class DoneOrDueCells(StateCells):
    """Reads days that the state of their row explains: done where it says completed, else planned.

    Without a state, a day to come is planned; one beside a planned end, or in a report, is that of what was done. Any
    other is taken for planned, and a finding says that it may be the other.
    """

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._explained: set[tuple[int, str]] = set()

    def _done_or_due(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = self._one_of(
            node, column, piece, lambda part: self._readings.date(column, part), lambda date: (date.start, date.end)
        )
        has_end = any(one.target in _PLANNED and self._beside(piece, one) is not None for one in self.region.columns)
        done = self._is_done(column, piece)
        to_come = self._is_to_come(reading)
        if done is None and not to_come:
            done = True if has_end or self.region.reports else None
        if has_end and not done:
            self._keep(node, column, piece, "import/day-without-completion")
            return
        field = "completed_on" if done else "due" if "due" in node.shapes else "end"
        put = put_date(self.draft, node, field, piece, self._readings.context(column), column.heading, reading)
        if put and not done:
            is_sure = done is False or to_come
            self._say_once(node, column, piece, "import/read-as-planned" if is_sure else "import/planned-or-done")

    def _say_once(self, node: Node, column: Column, piece: Piece, code: str) -> None:
        if (column.index, code) not in self._explained:
            self._explained.add((column.index, code))
            severity: Severity = "info" if code == "import/read-as-planned" else "warning"
            self.draft.say(code, piece, severity=severity, node=node, heading=column.heading, text=piece.text)

    def _is_to_come(self, reading: DateReading | None) -> bool:
        """Tells whether a day is behind that of the report, of the document, or of the import."""
        start = (reading.start or reading.end) if reading else None
        now = self.state.day or str(self.draft.options.day)
        return start is not None and PartialDate(start) > PartialDate(now)

    def _is_done(self, column: Column, piece: Piece) -> bool | None:
        """Tells whether the state of the row says completed; None where it has none that can be read."""
        said = [
            (one.scope != column.scope, abs(one.index - column.index), told)
            for one in self.region.columns
            if one.target in _STATES and (told := self._says_done(one, piece)) is not None
        ]
        return min(said)[2] if said else None

    def _says_done(self, column: Column, piece: Piece) -> bool | None:
        beside = self._beside(piece, column)
        if beside is None:
            return None
        if column.target == "status.tick":
            reading = state_headed(column.heading, self.draft.options.words)
            return reading.code == "completed" if reading and read_boolean(beside.text) else None
        if column.target == "status" and (reading := self._readings.status(column, beside)):
            return reading.code == "completed"
        rate = self._readings.percent(column, beside).value if column.target == "progress" else None
        percent = read_percent(beside.text).value if column.target == "status" and has_percent(beside.text) else rate
        return percent >= _WHOLE if percent is not None else None

    def _beside(self, piece: Piece, column: Column) -> Piece | None:
        """Gives what another column says in the row of a piece, also where it is merged with rows above."""
        grid, index = self.region.grid, column.index
        row = grid.at(piece.place)[0]
        over = (one for one in grid.merges if one.column == index and one.row <= row <= one.last_row)
        row = next((one.row for one in over), row)
        value = grid.value(row, index)
        if is_blank(value):
            return None
        return Piece(grid.place(row, index), shown(value, percent=(row, index) in grid.percents), value)
