"""The days of states and rates: a heading names them, "Taux au 31/12/2025", or a cell beside them, "Mis à jour le"."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.present_states import PresentStates
from opengov_local.formats.tables.cells.state_cells import StateCells, end_of
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.period_headings import PERIOD, reading_of, span_of
from opengov_local.formats.tables.drafted.state import State
from opengov_local.importing.dates import DateReading
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date

_REPORTED = frozenset({f"{PERIOD}text", f"{PERIOD}challenges"})


class _Reported(NamedTuple):
    """What an update of a column of a period says of how far its object is."""

    node: Node
    update: Node
    stated: list[tuple[Column, Piece]]


class DatedStateCells(StateCells):
    """Reads cells that say how far something was at a day; the last of them is how far it is."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._reported: dict[str, _Reported] = {}
        self._rates: list[tuple[Node, DateReading, Piece]] = []
        self._days: dict[str, tuple[Node, list[tuple[Column, Piece]]]] = {}
        self._timeless: list[tuple[Node, Piece]] = []

    def _update_of(self, node: Node, period: str, piece: Piece) -> Node:
        """Gives the update of an object for a period, new or known; for "" that of the only one that the table tells.

        One of no period in particular, beside columns of several, is said.
        """
        period = period or self._untimed
        update = self.state.updates.get((node.target, period))
        if update is None:
            update = self.draft.add(self.draft.root, "progress_updates", piece)
            self.state.updates[node.target, period] = update
            update.data["target"] = node.target
            if period == self._untimed and self._only_period:
                self._put_time(update, self._only_period)
            elif not period and self._told_periods:
                self._timeless.append((update, piece))
            for column, day in () if period != self._untimed else self._days.pop(node.target, (node, ()))[1]:
                self._put_day(update, "date", column, day)
        return update

    @cached_property
    def _told_periods(self) -> list[DateReading]:
        """The different periods that columns report on in words."""
        words = [c.meaning.period for c in self.region.columns if c.meaning and c.target in _REPORTED]
        readings = [reading_of(each, self.state.year) for each in dict.fromkeys(words)]
        return [reading for reading in readings if reading is not None]

    @cached_property
    def _only_period(self) -> DateReading | None:
        """The one period that all columns of periods report on, where no other column says when or what was done."""
        told, others = self._told_periods, {"update.text", "update.period"} & self.region.names
        timed = {span_of(c.meaning.period) for c in self.region.columns if c.meaning and c.meaning.period}
        return told[0] if len(told) == 1 and len(timed) == 1 and not others else None

    @cached_property
    def _untimed(self) -> str:
        """What the update of an object is known by that no column gives a period of its own."""
        return _key(self._only_period) if self._only_period else ""

    def _timed_update(self, node: Node, reading: DateReading, piece: Piece) -> Node:
        """Gives the update of an object at a day or for a period."""
        update = self._update_of(node, _key(reading), piece)
        self._put_time(update, reading)
        return update

    def _put_time(self, update: Node, reading: DateReading) -> None:
        """Puts the day or period of an update; a day beside a column that says when it was reported ends the period."""
        is_day = reading.kind == "date" and len(reading.start or "") == len("2025-01-31")
        if is_day and not ("update.date" in self.region.names and reading == self._only_period):
            update.data["date"] = reading.start
            return
        start = None if is_day else reading.start
        period = (("start", start), ("end", end_of(reading)))
        update.data["period"] = {name: date for name, date in period if date}

    def _note_reported(self, node: Node, update: Node, column: Column, piece: Piece, kind: str) -> None:
        """Notes a state or rate of a period; where the table has a column of the present one, it is that."""
        if column.meaning is not None and kind not in self.region.names:
            plain = replace(column, meaning=replace(column.meaning, target=kind, period=""))
            self._reported.setdefault(update.target, _Reported(node, update, [])).stated.append((plain, piece))

    def _put_rate(self, node: Node, column: Column, piece: Piece, rate: int) -> None:
        """Puts a rate, and notes the day that the heading of its column names, unless it is that of an update."""
        held = "progress" in node.data
        super()._put_rate(node, column, piece, rate)
        reading = self._reading_of(column)
        if reading is not None and not held and "target" not in node.shapes:
            self._rates.append((node, reading, piece))

    def _note_day(self, node: Node, column: Column, piece: Piece) -> None:
        """Notes a day that is said beside what was reported: that of the update, if any, else of the state."""
        if (update := self.state.updates.get((node.target, self._untimed))) is not None:
            self._put_day(update, "date", column, piece)
        else:
            self._days.setdefault(node.target, (node, []))[1].append((column, piece))

    def _put_day(self, node: Node, field: str, column: Column, piece: Piece) -> None:
        context, reading = self._readings.context(column), self._readings.date(column, piece)
        put_date(self.draft, node, field, piece, context, column.heading, reading)

    def settle_states(self) -> None:
        """Puts what only all cells together tell: the present states, and the days of those that have one."""
        self._settle_days()
        timeless = [(update, piece) for update, piece in self._timeless if not {"date", "period"} & update.data.keys()]
        if timeless:
            update, piece = timeless[0]
            self.draft.say("import/report-without-date", piece, node=update, count=len(timeless))
        self._timeless.clear()
        for node, reading, piece in self._rates:
            if node.data.get("status", {}).get("as_of") != end_of(reading):
                update = self._timed_update(node, reading, piece)
                self.draft.put(update, "progress", node.data["progress"], piece)
        self._rates.clear()
        present = PresentStates(self.state, self._read_present)
        for node, update, stated in self._reported.values():
            date = update.data.get("date") or update.data.get("period", {}).get("end")
            if date:
                present.note(node, update, stated, date)
        self._reported.clear()
        present.settle(self.region.grid.place(self.region.header, 0))

    def _settle_days(self) -> None:
        """Gives days without a report to the states that they stand beside; else they make updates."""
        days, self._days = self._days, {}
        for node, said in days.values():
            status = node.data.get("status")
            if status is not None and "as_of" not in status:
                for column, piece in said:
                    self._put_day(self.draft.node_of(status), "as_of", column, piece)
                continue
            update = self._update_of(node, "", said[0][1])
            for column, piece in said:
                self._put_day(update, "date", column, piece)
            if "progress" in node.data and status is None:
                self.draft.put(update, "progress", node.data["progress"], said[0][1])

    def _read_present(self, node: Node, column: Column, piece: Piece) -> None:
        read = self._status if column.target == "status" else self._percent
        read(node, column, piece, "")


def _key(reading: DateReading) -> str:
    return f"{reading.start}/{reading.end}"
