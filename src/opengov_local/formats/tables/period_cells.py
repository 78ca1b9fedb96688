"""Cells about a period: what was reported of it, what was planned for it, and crosses for when something is due."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.bilingual import put_text
from opengov_local.formats.tables.layout import Column, Region
from opengov_local.formats.tables.period_headings import reading_of
from opengov_local.formats.tables.state import State
from opengov_local.formats.tables.state_cells import StateCells
from opengov_local.importing.dates import DateReading
from opengov_local.importing.draft import Node

_TEXTS = ("text", "challenges", "next_steps")


class PeriodCells(StateCells):
    """Reads cells about periods."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._marks: dict[str, tuple[Node, list[tuple[DateReading, Piece]]]] = {}
        self._told: set[tuple[str, int]] = set()

    def _update(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        update = self._update_of(node, "", piece)
        put_text(self.draft, update, self._fields[column.index], piece.text, piece, column.language)

    def _update_of(self, node: Node, period: str, piece: Piece) -> Node:
        """Gives the update of an object for a period, new or known; of none in particular for ""."""
        update = self.state.updates.get((node.target, period))
        if update is None:
            update = self.draft.add(self.draft.root, "progress_updates", piece)
            self.state.updates[node.target, period] = update
            update.data["target"] = node.target
        return update

    def _period(self, node: Node, column: Column, piece: Piece, kind: str) -> None:
        """Puts what is reported of a period into the update of that period."""
        reading = self._period_of(column, piece)
        if reading is None:
            self.draft.keep(piece, node, label=column.heading)
            return
        update = self._update_of(node, column.meaning.period if column.meaning else "", piece)
        if reading.kind == "date" and len(reading.start or "") == len("2025-01-31"):
            update.data["date"] = reading.start
        else:
            end = reading.start if reading.kind == "date" else reading.end
            update.data["period"] = {name: date for name, date in (("start", reading.start), ("end", end)) if date}
        if kind in _TEXTS:
            put_text(self.draft, update, kind, piece.text, piece, column.language)
        elif kind == "progress":
            self._percent(update, column, piece, "")
        elif kind == "status":
            self._status(update, column, piece, "")
        else:
            self.draft.keep(piece, update, label=column.heading)

    def _planned(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Keeps what was planned for a period: the model has no place for it, which is said once for each column."""
        self.draft.keep(piece, node, label=column.heading)
        if ("planned", column.index) not in self._told:
            self._told.add(("planned", column.index))
            self.draft.say("import/planned-kept", piece, severity="info", node=node, heading=column.heading)

    def _period_of(self, column: Column, piece: Piece) -> DateReading | None:
        """Reads the period of a column; says once where the year is that of the table, or none is told."""
        words = column.meaning.period if column.meaning and column.meaning.period else column.heading
        reading = reading_of(words, self.state.year)
        if ("year", column.index) not in self._told:
            self._told.add(("year", column.index))
            place = self.region.grid.place(self.region.lowest, column.index)
            if reading is None:
                self.draft.say("import/date-no-year", place, heading=column.heading, text=piece.text)
            elif reading_of(words, "") is None:
                value = f"{words} {self.state.year}"
                self.draft.say("import/assumed", place, severity="info", field="period", value=value)
        return reading

    def _mark(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Notes that an object takes the time that its column is headed with."""
        reading = self._period_of(column, piece)
        if reading is None:
            self.draft.keep(piece, node, label=column.heading)
        else:
            self._marks.setdefault(node.target, (node, []))[1].append((reading, piece))

    def close(self) -> None:
        """Puts what only all cells of a row together say: from the first marked column to the last."""
        for node, readings in self._marks.values():
            (first, start), (last, end) = readings[0], readings[-1]
            self.draft.put(node, "start", first.start, start)
            self.draft.put(node, "due" if "due" in node.shapes else "end", last.end or last.start, end)
            for _, piece in readings[1:-1]:
                self.draft.used(piece, node, "start")
        self._marks.clear()
