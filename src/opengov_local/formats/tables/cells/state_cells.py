"""Cells that say how far something is: states and percentages."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.period_headings import reading_of
from opengov_local.formats.tables.columns.readings import number_of
from opengov_local.formats.tables.columns.ticks import state_headed
from opengov_local.formats.tables.drafted.cell_base import CellBase
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.importing.dates import DateReading
from opengov_local.importing.draft import Node
from opengov_local.importing.state_days import day_of_state
from opengov_local.importing.words import (
    PercentReading,
    StatusReading,
    column_percent,
    read_boolean,
    read_percent,
    read_remarked,
)
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import note
from opengov_local.importing.words.percent import has_percent
from opengov_local.importing.words.status import read_sign
from opengov_local.importing.words.tables import short_words


class StateCells(CellBase):
    """Reads cells that say how far something is."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._times: dict[int, DateReading | None] = {}
        self._rated: dict[int, bool] = {}

    def _status(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = self._one_of(
            node,
            column,
            piece,
            lambda part: self._readings.status(column, part),
            lambda one: (one.code, one.progress),
            whole=True,
        )
        percent = self._progress(column, piece) if reading is None and "progress" in node.shapes else None
        if percent is not None:
            self._put_rate(node, column, piece, percent)
            if not any(map(has_percent, (piece.text, column.heading))):
                self.draft.say("import/assumed", piece, severity="info", node=node, field="progress", value=percent)
            return
        reading = reading or read_sign(piece.text)
        if reading is None and fold(piece.text) in short_words("colour"):
            reading = StatusReading("unknown", piece.text, notes=(note("import/status-unknown", text=piece.text),))
        if reading is None:
            self._keep(node, column, piece, "import/status-unknown")
            return
        self._put_status(node, column, piece, reading, piece.text)

    def _tick(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts the state that a column is headed with, where its cell is ticked; or the state that the cell says."""
        ticked = read_boolean(piece.value if isinstance(piece.value, bool) else piece.text)
        heading = BRACKETS.sub("", column.heading).strip()
        reading = state_headed(heading, self.draft.options.words)
        said = self._readings.status(column, piece) if ticked is None else None
        if said is not None:
            self._put_status(node, column, piece, said, piece.text)
        elif ticked and reading is not None:
            self._put_status(node, column, piece, reading, heading)
        else:
            self._keep(node, column, piece)

    def _put_status(self, node: Node, column: Column, piece: Piece, reading: StatusReading, original: str) -> None:
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)
        status = self.draft.add(node, "status", piece)
        if self.draft.put(status, "code", reading.code, piece):
            self.draft.put(status, "original", " ".join(original.split()), piece)
            if day := day_of_state(piece.text, reading.code, self.draft.options.day):
                self.draft.put(status, "as_of", day, piece)
            if "as_of" not in status.data and (time := self._reading_of(column)) is not None:
                self.draft.put(status, "as_of", end_of(time), piece)
        if reading.progress is not None and "progress" in node.shapes:
            self.draft.put(node, "progress", reading.progress, piece)
        if reading.completion and "completion" in node.shapes:
            self.draft.put(node, "completion.code", reading.completion, piece)
            self.draft.put(node, "completion.original", reading.original, piece)

    def _progress(self, column: Column, piece: Piece) -> int | None:
        """Reads a percentage under a heading of states: its cell, its heading or another cell below has the sign."""
        if has_percent(piece.text):
            return read_percent(piece.text).value
        if not (has_percent(column.heading) or self._has_rates_among(column)):
            return None
        values = (value for value in self.region.values(column.index) if isinstance(value, str | int | float))
        return read_percent(number_of(piece), column_percent(values)).value

    def _has_rates_among(self, column: Column) -> bool:
        """Tells whether a cell of a column is a percentage, with its sign or shown with it."""
        if column.index not in self._rated:
            texts = (text for text in dict.fromkeys(self.region.texts(column.index)) if text and has_percent(text))
            shown = any(at == column.index and row >= self.region.first for row, at in self.region.grid.percents)
            self._rated[column.index] = shown or any(read_percent(text).value is not None for text in texts)
        return self._rated[column.index]

    def _percent(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = self._one_of(
            node, column, piece, lambda part: _if_read(self._readings.percent(column, part)), lambda one: one.value
        )
        reading = reading or self._readings.percent(column, piece)
        if reading.value is None and (said := self._state_for_rate(node, piece)) is not None:
            self._put_status(node, column, piece, said, piece.text)
            self.draft.say("import/assumed", piece, severity="info", node=node, field="status", value=said.code)
            return
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)
        if reading.value is None:
            self._keep(node, column, piece, None if reading.notes else "import/percent-unread")
        else:
            self._put_rate(node, column, piece, reading.value)

    def _state_for_rate(self, node: Node, piece: Piece) -> StatusReading | None:
        """Reads a state that stands in place of a percentage, "En cours", where nothing else tells it."""
        told = "status" in node.data or any(str(one.target).startswith("status") for one in self.region.columns)
        can = "status" in node.shapes and not told
        said = read_remarked(piece.text, words=self.draft.options.words) if can else None
        return said if said is not None and said.code != "unknown" else None

    def _put_rate(self, node: Node, column: Column, piece: Piece, rate: int) -> None:
        self.draft.put(node, "progress", rate, piece)

    def _reading_of(self, column: Column) -> DateReading | None:
        """Reads the time that the heading of a present state or rate names, "État au 31/12/2025"; None without one."""
        meaning = column.meaning
        if meaning is None or not meaning.period or meaning.target not in ("status", "progress"):
            return None
        if column.index not in self._times:
            self._times[column.index] = reading_of(meaning.period, self.state.year)
        return self._times[column.index]


def end_of(reading: DateReading) -> str | None:
    """Gives the day of a state at a time: the last of a period, else that itself."""
    return reading.start if reading.kind == "date" else reading.end


def _if_read(reading: PercentReading) -> PercentReading | None:
    return reading if reading.value is not None else None
