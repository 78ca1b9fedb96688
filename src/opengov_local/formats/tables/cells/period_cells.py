"""Cells about a period: what was reported of it, what was planned for it, and crosses for when something is due."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.cells.dated_states import DatedStateCells
from opengov_local.formats.tables.columns.counts import is_count
from opengov_local.formats.tables.columns.layout import Column, Region, headings_of
from opengov_local.formats.tables.columns.period_columns import asks_rates, is_cross
from opengov_local.formats.tables.columns.period_headings import (
    PERIOD,
    heads_steps,
    in_year,
    reading_of,
    says_what,
    tells,
)
from opengov_local.formats.tables.columns.said_in_cells import is_part_of_hundred
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.words.bilingual import put_text
from opengov_local.importing.dates import DateReading
from opengov_local.importing.draft import Node
from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import read_boolean, read_status
from opengov_local.model.dates import PartialDate

_FEWEST = 3
"""Columns of periods that make a chart of times."""
_TOLD = frozenset(f"{PERIOD}{kind}" for kind in ("text", "challenges", "progress", "status"))
_OF_REPORTS = frozenset({"status", "progress", f"{PERIOD}progress", f"{PERIOD}status", "update.text", "update.date"})
"""Targets beside which texts below periods are reports."""
_TEXTS = ("text", "challenges", "next_steps")


class _Mark(NamedTuple):
    """A cell with a cross, its column and the period of that."""

    column: Column
    reading: DateReading
    piece: Piece


class PeriodCells(DatedStateCells):
    """Reads cells about periods."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._marks: dict[str, tuple[Node, list[_Mark]]] = {}
        self._told: set[tuple[str, int]] = set()

    def _update(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts what is told of an object; a number alone tells nothing, and is kept."""
        if is_count(piece.text) or is_part_of_hundred(piece.text):
            self._keep(node, column, piece, None)
            return
        update = self._update_of(node, "", piece)
        put_text(self.draft, update, self._fields[column.index], piece.text, piece, column.language)

    def _period(self, node: Node, column: Column, piece: Piece, kind: str) -> None:
        """Puts what is reported of a period into the update of that period.

        Next steps of a period to come are those of the last period that was reported on; a rate or state of one is
        planned.
        """
        reading = self._period_of(column, piece)
        if reading is None:
            self.draft.keep(piece, node, label=column.heading)
            return
        if kind == "progress" and is_cross(piece.value or piece.text) and not asks_rates(column.heading):
            self._mark_among_rates(node, column, piece)
            return
        if kind == "next_steps":
            told = self._last_told()
            if told is None:
                put_text(self.draft, self._update_of(node, "", piece), kind, piece.text, piece, column.language)
                return
            reading = told
        if self._takes_planned(node, column, piece, kind, reading):
            return
        update = self._timed_update(node, reading, piece)
        if kind in _TEXTS:
            put_text(self.draft, update, kind, piece.text, piece, column.language)
        elif kind == "progress":
            self._percent(update, column, piece, "")
            self._note_reported(node, update, column, piece, kind)
        elif kind == "status":
            self._status(update, column, piece, "")
            self._note_reported(node, update, column, piece, kind)
        else:
            self.draft.keep(piece, update, label=column.heading)

    def _takes_planned(self, node: Node, column: Column, piece: Piece, kind: str, reading: DateReading) -> bool:
        """Takes what is planned for a period; tells whether it was such: nobody reports a rate of a time to come."""
        to_come = kind in ("progress", "status") and _begins(reading) > self.draft.options.day.isoformat()
        to_do = kind == "text" and self._is_to_do(column, reading)
        if to_do and "milestones" in node.shapes:
            self._plan_step(node, column, piece, reading)
        elif to_do or to_come:
            self._planned(node, column, piece, "")
        return to_do or to_come

    def _is_to_do(self, column: Column, reading: DateReading) -> bool:
        """Tells whether what stands below a period is planned for it: it is to come, or the table is one of a plan.

        So it is where the headings name the period alone, and nothing tells that the table reports.
        """
        own = headings_of(self.draft.options.words)
        if says("done_heading", column.heading) or tells(column.heading, own) or tells(column.group, own):
            return False
        if column.group and heads_steps(column.group) and not self._is_followed_up:
            return True
        day = self.draft.options.day.isoformat()
        if _begins(reading) > day:
            return True
        if self.state.in_report or self._is_followed_up or self.region.names & _OF_REPORTS:
            return False
        if says("plan", self._above) or any(_begins(other) > day for other in self._text_periods):
            return True
        return not (says_what(column.heading, own) or says_what(column.group, own) or self._tell_of_done)

    @cached_property
    def _above(self) -> str:
        """What stands above the table, and the name of its sheet."""
        above = self.region.grid.rows[self.region.top : self.region.header]
        return " ".join([self.region.grid.name, *(str(value) for row in above for value in row if value is not None)])

    @property
    def _is_followed_up(self) -> bool:
        return says("follow_up", self._above)

    @cached_property
    def _tell_of_done(self) -> bool:
        """Whether a text below a period ends with a state, as what was done does: "Étude lancée", "Study finished"."""
        columns = [c.index for c in self.region.columns if c.target == f"{PERIOD}text"]
        texts = {text for index in columns for text in self.region.texts(index) if text}
        return any(_ends_with_state(text.split()) for text in texts)

    @cached_property
    def _text_periods(self) -> list[DateReading]:
        """The periods of the columns of texts that have any."""
        columns = [c for c in self.region.columns if c.target == f"{PERIOD}text" and any(self.region.texts(c.index))]
        read = (reading_of(c.meaning.period or c.heading, self.state.year) for c in columns if c.meaning)
        return [reading for reading in read if reading is not None]

    def _plan_step(self, node: Node, column: Column, piece: Piece, reading: DateReading) -> None:
        """Makes a step of what is planned for a period, due at its end."""
        step = self.draft.add(node, "milestones", piece)
        self.state.title(step, piece, "activity_word", language=column.language)
        due = reading.start if reading.kind == "date" else reading.end or reading.start
        self.draft.put(step, "due", due, piece)
        self.draft.say("import/assumed", piece, severity="info", node=step, field="due", value=due or "")

    def _last_told(self) -> DateReading | None:
        """Gives the last of the periods that columns report on; None where they only look ahead."""
        periods = [c.meaning.period for c in self.region.columns if c.meaning and c.target in _TOLD]
        readings = [reading for words in periods if (reading := reading_of(words, self.state.year))]
        return max(readings, key=lambda reading: reading.end or reading.start or "", default=None)

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
                value = in_year(words, self.state.year)
                self.draft.say("import/assumed", place, severity="info", field="period", value=value)
        return reading

    def _mark(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Notes that an object takes the time that its column is headed with; a 0 beside crosses is none."""
        reading = self._period_of(column, piece)
        if read_boolean(piece.value if isinstance(piece.value, bool) else piece.text) is False:
            self.draft.ignore(piece, "help")
        elif reading is None:
            self.draft.keep(piece, node, label=column.heading)
        else:
            self._marks.setdefault(node.target, (node, []))[1].append(_Mark(column, reading, piece))

    def _mark_among_rates(self, node: Node, column: Column, piece: Piece) -> None:
        """Notes a cross in a column of rates as the time that its object takes, and says so."""
        self._mark(node, column, piece, "")
        value = _period_words(column)
        self.draft.say("import/assumed", piece, severity="info", node=node, field="schedule", value=value)

    def close(self) -> None:
        """Puts what only all cells of a row together say: from the first marked column to the last, the last state."""
        self.settle_states()
        for node, marks in self._marks.values():
            first, last = marks[0], marks[-1]
            self._put_mark(node, "start", first, first.reading.start)
            self._put_mark(node, "due" if "due" in node.shapes else "end", last, last.reading.end or last.reading.start)
            for mark in marks[1:-1]:
                self.draft.used(mark.piece, node, "start")
            self._say_gap(node, marks)
        for node, marks in self._marks.values():
            if self._is_first_alone(node):
                self.draft.say("import/crosses-in-first-row", marks[0].piece, node=node, text=_shown(node))
        self._marks.clear()
        self._say_empty()

    def _put_mark(self, node: Node, field: str, mark: _Mark, date: str | None) -> None:
        """Puts the time of a cross; a finer one within it, which another column says, is the same."""
        held = node.data.get(field)
        if isinstance(held, str) and _lies_within(held, mark.reading):
            self.draft.used(mark.piece, node, field)
        else:
            self.draft.put(node, field, date, mark.piece)

    def _say_gap(self, node: Node, marks: list[_Mark]) -> None:
        """Keeps the words of periods between which others are not marked: start and end alone would hide the gap."""
        timed = (c for c in self.region.columns if c.target == "schedule.mark" or (c.meaning and c.meaning.period))
        order = list(dict.fromkeys(map(_period_words, timed)))
        said = list(dict.fromkeys(_period_words(mark.column) for mark in marks))
        if order.index(said[-1]) - order.index(said[0]) < len(said):
            return
        words = ", ".join(said)
        if "schedule" in node.shapes and "schedule" not in node.data:
            self.draft.put(node, "schedule", words, marks[0].piece)
        self.draft.say("import/crosses-with-gap", marks[0].piece, severity="info", node=node, text=words)

    def _is_first_alone(self, node: Node) -> bool:
        """Tells whether a milestone is the first of several of its commitment, of which no other has a time."""
        if node.field != "milestones" or node.parent is None or node.parent.target in self._marks:
            return False
        first, *others = node.parent.data["milestones"]
        timed = any({"start", "due", "schedule"} & other.keys() for other in others)
        return first is node.data and bool(others) and not timed

    def _say_empty(self) -> None:
        """Says where several columns of periods have no cell: what colours say there is not read."""
        columns = [c for c in self.region.columns if c.meaning and c.meaning.period]
        filled = any(not is_blank(value) for column in columns for value in self.region.values(column.index))
        if len(columns) >= _FEWEST and not filled and self.region.data:
            place = self.region.grid.place(self.region.lowest, columns[0].index)
            self.draft.say("import/periods-empty", place, heading=columns[0].heading, count=len(columns))


def _ends_with_state(words: Sequence[str]) -> bool:
    """Tells whether a text of several words ends with a state, or begins with one in Arabic: «تم إطلاق الدراسة»."""
    edges = (words[-1].rstrip("."), *(words[:1] if ARABIC_LETTER.match(words[0]) else ())) if len(words) > 1 else ()
    readings = map(read_status, edges)
    return any(reading is not None and reading.code != "not_started" for reading in readings)


def _lies_within(date: str, reading: DateReading) -> bool:
    """Tells whether a date lies in a period from its first day to its last."""
    start, end = reading.start, reading.end or reading.start
    if not (start and end):
        return False
    return (
        PartialDate(start).earliest <= PartialDate(date).earliest
        and PartialDate(date).latest <= PartialDate(end).latest
    )


def _begins(reading: DateReading) -> str:
    """Gives the first day of a period, "" where it is open."""
    start = reading.start or ""
    return PartialDate(start).earliest.isoformat() if start else ""


def _period_words(column: Column) -> str:
    return (column.meaning.period if column.meaning else "") or column.heading


def _shown(node: Node) -> str:
    return next(iter(node.data.get("title", {}).values()), "")
