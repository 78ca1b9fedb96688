"""Cells of a plan: how each is read into the field that its heading names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property
from typing import Any, cast

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.code_cells import CodeCells
from opengov_local.formats.tables.cells.done_or_due import DoneOrDueCells
from opengov_local.formats.tables.cells.indicator_cells import IndicatorCells
from opengov_local.formats.tables.cells.listed_steps import lists_numbers, put_listed, step_items, with_number_alone
from opengov_local.formats.tables.cells.money_cells import MoneyCells
from opengov_local.formats.tables.cells.plan_cells import PlanCells
from opengov_local.formats.tables.cells.revised_dates import RevisedDateCells
from opengov_local.formats.tables.cells.update_cells import UpdateCells
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.parallel_lists import STEPS, TIMES, lines_in, parallel_columns
from opengov_local.formats.tables.columns.parts_of_aims import AIMS, in_parts, put_aims
from opengov_local.formats.tables.columns.period_headings import period_in, reading_of
from opengov_local.formats.tables.columns.ticks import chosen
from opengov_local.formats.tables.columns.twin_columns import Twin, twins
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.plan.party_cells import PartyCells
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.phrases import heads, is_dash, is_no_value, names_nobody, says_no_trouble
from opengov_local.formats.wording.labels.timed_titles import all_in_brackets
from opengov_local.formats.wording.words.bilingual import put_text
from opengov_local.formats.wording.words.same_words import LONGEST, is_ditto
from opengov_local.importing.dates import DateReading, read_date
from opengov_local.importing.dates.whole import spanned
from opengov_local.importing.draft import Node
from opengov_local.importing.moulds import Mould
from opengov_local.importing.put_date import Beside, put_date, put_schedule
from opengov_local.importing.trial import Trial
from opengov_local.importing.words import fold, read_boolean, read_identifier, read_list
from opengov_local.importing.words.percent import has_percent
from opengov_local.model.base import Model
from opengov_local.model.commitment import Commitment

_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


_TEXTS = frozenset({"_text", "_update", "_mark", "_tick", "_period", "_planned", "_boolean", "_identifier"})
"""Readers of cells in which "néant" and a dash are kept as they stand, or read."""
_TIMES = frozenset({"start", "end", "schedule", "commitment.start", "commitment.end", "milestone.start",
                    "milestone.end"})  # fmt: skip
_END = frozenset({"end", "commitment.end", "milestone.end"})
"""Targets that say an end, which a time alone says by assumption."""
_REPORTED = frozenset({"_update", "_period"})
"""Those of them in which a dash alone is no text."""
_ALONE = frozenset({"_text", "_date", "_status", "_percent", "_parties", "_persons", "_identifier", "_boolean",
                    "_resource", "_evidence", "_codes", "_values", "_sdgs"})  # fmt: skip
"""Readers that go by the cell alone, as long as the fields that they fill are empty."""
_OF_BODIES = frozenset({"_parties", "_persons"})
_ELSEWHERE = frozenset({"author", "axis", "collectivity", "count", "disposition", "group", "kind", "link", "number",
                        "title"})  # fmt: skip
"""What is read by the tables that know such columns; in others, as among reports, their cells are kept."""
Reader = Callable[["Cells", Node, Column, Piece, str], None]


class Cells(
    PlanCells, PartyCells, MoneyCells, IndicatorCells, UpdateCells, DoneOrDueCells, RevisedDateCells, CodeCells
):
    """Reads cells of one table.

    A cell that cannot be read as its heading asks is kept beside its object, and a finding says so.
    """

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        state.describes = any(str(target).endswith("description") for target in region.names)
        self._empty: set[int] = set()
        self._by_lines: list[Piece] = []
        self._ways: dict[int, tuple[Reader, str]] = {}
        self.parallel = parallel_columns(region)
        self._numbered: dict[int, bool] = {}
        self._steps_listed: dict[str, list[Node]] = {}

    def read(self, node: Node, column: Column, piece: Piece) -> None:
        """Reads a cell into an object.

        Args:
            node: the object.
            column: the column, whose heading was recognised.
            piece: the cell.
        """
        read, parameter = self._way(column)
        if (said := chosen(column.meaning, piece)) is None:
            self._keep(node, column, piece)
            return
        piece = said
        if column.index in self.parallel and self._by_step(node, column, piece):
            return
        if self.in_lists(column) and self.by_indicator(node, piece, column, lambda part: self.read(node, column, part)):
            return
        says_nothing = names_nobody if read.__name__ in _OF_BODIES else is_no_value
        is_text = read.__name__ in _TEXTS
        is_blank = says_nothing(piece.text) if not is_text else read.__name__ in _REPORTED and is_dash(piece.text)
        is_blank = is_blank or (is_text and self._field(node, column) == "challenges" and says_no_trouble(piece.text))
        if is_blank and (read.__name__ != "_status" or ("status", fold(piece.text)) not in self.draft.options.words):
            self._no_value(node, column, piece)
            return
        if len(piece.text) <= LONGEST and is_ditto(piece.text.strip()):
            self._keep(node, column, piece, "import/same-as-untold")
            return
        if column.index in self.twins:
            if self.read_twin(node, column, piece):
                return
            self.note_twin(node, column)
        read(self, node, column, piece, parameter)

    def _by_step(self, node: Node, column: Column, piece: Piece) -> bool:
        """Reads a list that goes with that of the activities of its row; tells whether it does."""
        steps = self._steps_listed.get(node.target, ())
        if not steps or len(lines := lines_in(piece.text, len(steps))) != len(steps):
            return False
        for step, line in zip(steps, lines, strict=True):
            self.read(step, column, piece._replace(text=line, value=line))
        self._say_side_by_side(column, piece)
        return True

    def in_order(self, columns: Iterable[int]) -> list[int]:
        """Gives columns in the order in which their cells are read: activities before what is listed beside them."""
        found = list(columns)
        if self.parallel:
            steps = {column.index for column in self.region.columns if column.target == STEPS}
            found.sort(key=lambda index: index not in steps)
        last = {"indicator.value_date", "schedule" if self.region.names & _END else ""}
        late = {column.index for column in self.region.columns if column.target in last}
        return sorted(found, key=late.__contains__) if late else found

    def _way(self, column: Column) -> tuple[Reader, str]:
        if column.index not in self._ways:
            reads, _, parameter = targets()[column.target or ""].reads.partition(":")
            self._ways[column.index] = (_reader(reads), parameter)
        return self._ways[column.index]

    def alone(self, column: Column) -> bool:
        """Tells whether the cells of a column become what they say, whatever stands beside them."""
        name = self._way(column)[0].__name__
        if column.meaning and column.meaning.period and self._has_rates(column):
            return False
        if column.index in self.twins or column.index in self.parallel:
            return False
        if column.target == AIMS and sum(one.target == AIMS for one in self.region.columns) > 1:
            return False
        beside = self.has_funders or self.years or self.has_labels or self.has_units
        return name in _ALONE or (name == "_amount" and not beside)

    def _has_rates(self, column: Column) -> bool:
        """Tells whether rates at the time of a heading stand below it: that time is that of an update."""
        return column.target == "progress" or any(map(has_percent, self.region.texts(column.index)))

    def takes_texts(self, column: Column) -> bool:
        """Tells whether the cells of a column are put as the texts they are."""
        return not (column.meaning and column.meaning.value) and self._way(column)[0].__name__ == "_text"

    def mould(
        self, model: type[Model], read: Callable[[Cells, Node, Piece], None], piece: Piece, hole: str | None = None
    ) -> Mould | None:
        """Makes a mould of what a cell becomes in an object; nothing of it comes into the draft.

        Args:
            model: the concept of the object.
            read: reads it into the object.
            piece: the cell.
            hole: a text that stands for that of any cell.

        Returns:
            None where a mould would not say it all.
        """
        (draft, trial), node = self._trial, Node({}, model, "", "")
        trial.state.currency = self.state.currency
        return draft.mould(node, piece, lambda: read(trial, node, piece), hole)

    @cached_property
    def _trial(self) -> tuple[Trial, Cells]:
        """A draft on trial, and a reader of the same cells into it."""
        draft = Trial(self.draft.importer, self.draft.options)
        made = Cells(replace(self.state, draft=draft), self.region)
        made._readings = self._readings
        made.twins = {}
        return draft, made

    def _find_twins(self) -> list[Twin]:
        return twins(self.region, lambda column, piece: self._alone_in(Commitment, column, piece))

    def _alone_in(self, model: type[Model], column: Column, piece: Piece) -> Mapping[str, Any]:
        (_, trial), node = self._trial, Node({}, model, "", "")
        trial.state.currency = self.state.currency
        trial.read(node, column, piece)
        return node.data

    def _no_value(self, node: Node, column: Column, piece: Piece) -> None:
        """Keeps a cell that says there is nothing; that is said once for each column."""
        self.draft.keep(piece, node, label=column.heading)
        if column.index not in self._empty:
            self._empty.add(column.index)
            self.draft.say("import/no-value", piece, severity="info", heading=column.heading, text=piece.text)

    def _keep_beside(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        self._keep(node, column, piece)

    def _text(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        field = self._field(node, column)
        if field not in node.shapes:
            self._keep(node, column, piece)
        elif (held := node.data.get(field)) is not None and piece.text.strip() in _texts(held):
            self.draft.used(piece, node, field)
        elif in_parts(node, field):
            put_aims(self.draft, node, piece.text, piece, column.heading, column.language)
        else:
            put_text(self.draft, node, field, piece.text, piece, column.language)

    def _boolean(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        value = piece.value if isinstance(piece.value, bool) else piece.text
        reading = read_boolean(value)
        if reading is None:
            self._keep(node, column, piece, "import/boolean-unread")
        else:
            self.draft.put(node, self._field(node, column), reading, piece)

    # Dates

    def _date(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        field, context = self._field(node, column), self._readings.context(column)
        reading = self._one_of(
            node, column, piece, lambda part: self._readings.date(column, part), lambda date: (date.start, date.end)
        )
        spans = reading is not None and reading.kind == "period" and self._readings.has_no_end(piece)
        row = Beside(spans, lambda: self._times_beside(column, piece))
        put_date(self.draft, node, field, piece, context, column.heading, reading, row=row)

    def _schedule(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        row = Beside(dates=lambda: self._times_beside(column, piece), point=heads("date", column.heading))
        put_schedule(self.draft, node, piece, self._readings.context(column), column.heading, row=row)

    def _times_beside(self, column: Column, piece: Piece) -> set[str]:
        """Gives the dates that the other cells of a row say."""
        row = self.region.grid.at(piece.place)[0]
        others = [other for other in self.region.columns if other is not column and other.target in _TIMES]
        said = ((self.region.grid.value(row, other.index), self._readings.context(other)) for other in others)
        found = [spanned(one, str(value)) for value, context in said if (one := read_date(value, context))]
        return {date for one in found for date in (one.start, one.end) if date}

    # Those who have a part

    def _identifier(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = read_identifier(piece.text)
        if reading is None:
            self._keep(node, column, piece, "import/identifier-unknown")
            return
        number = self.draft.add(node, "identifiers", piece)
        self.draft.put(number, "scheme", reading.scheme, piece)
        self.draft.put(number, "value", reading.value, piece)

    # Steps, evidence

    def _dated_step(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Makes the step that a column is headed with, due when its cell says."""
        step = self.draft.add(node, "milestones", piece)
        self.state.title(step, piece._replace(text=column.heading), "activity_word")
        put_schedule(self.draft, step, piece, self._readings.context(column), column.heading)

    def put_time_of_heading(self, step: Node, column: Column, piece: Piece) -> None:
        """Puts the time that the heading of an activity names where other columns name others: "Actions 2027"."""
        reading = self._times_of_headings.get(column.index)
        if reading is None or "due" in step.data:
            return
        due = reading.end or reading.start
        if reading.end and reading.start:
            self.draft.put(step, "start", reading.start, piece)
        self.draft.put(step, "due", due, piece)
        self.draft.say("import/assumed", piece, severity="info", node=step, field="due", value=due or "")

    @cached_property
    def _times_of_headings(self) -> dict[int, DateReading]:
        if self.region.names & TIMES:
            return {}
        steps = [column for column in self.region.columns if column.target in (STEPS, "milestone.title")]
        read = {column.index: reading_of(period_in(column.heading).words, self.state.year) for column in steps}
        found = {index: reading for index, reading in read.items() if reading is not None}
        return found if len({(one.start, one.end) for one in found.values()}) > 1 else {}

    def _milestones(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        if read_date(piece.text) is not None:  # a time, which names no step
            self._keep(node, column, piece, "import/step-without-title")
            return
        if read_list(piece.text, commas="never").separators[:1] == ("line",):
            self._by_lines.append(piece)
        steps = self._steps_listed[node.target] = []
        items = step_items(piece.text, self._items(node, column, piece, "never"))
        timed_all = all_in_brackets([item for _, item in items])
        for number, item in with_number_alone(items, self._has_numbered_lists(column)):
            step = self.draft.add(node, "milestones", piece)
            steps.append(step)
            if number:
                self.draft.put(step, "number", number, piece)
            put_listed(self.draft, step, item, piece, column, timed_all=timed_all)
            self.put_time_of_heading(step, column, piece)

    def _has_numbered_lists(self, column: Column) -> bool:
        if column.index not in self._numbered:
            texts = dict.fromkeys(filter(None, self.region.texts(column.index)))
            self._numbered[column.index] = any("\n" in text and lists_numbers(text) for text in texts)
        return self._numbered[column.index]

    def close(self) -> None:
        """Says of what only all cells together tell, and of lists that lines alone part."""
        super().close()
        self.settle_first_dates()
        self.say_paired()
        self.say_years()
        for column in self.region.columns:
            if self._readings.was_parted_by_dashes(column):
                place = self.region.grid.place(self.region.lowest, column.index)
                self.draft.say("import/dashes-part-names", place, severity="info", heading=column.heading)
        if self._by_lines:
            first = self._by_lines[0]
            text = " / ".join(first.text.split("\n"))
            self.draft.say("import/lines-as-items", first, severity="info", count=len(self._by_lines), text=text)

    def _evidence(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        for item in self._items(node, column, piece, "never"):
            proof = self.draft.add(node, "evidence", piece)
            if _URL.match(item):
                address = item if "://" in item else f"https://{item}"
                self.draft.put(proof, "url", address, piece)
                if address != item:
                    self.draft.say("import/address-completed", piece, severity="info", node=proof, url=address)
            else:
                self.draft.put(proof, "title", item, piece, language=column.language)


@cache
def _reader(reads: str) -> Reader:
    """Gives the method that reads cells of one kind, of no object in particular: an object must not hold itself."""
    names = {"email": "contact", "phone": "contact", "indicator": "indicators"}
    name = "keep_beside" if reads in _ELSEWHERE else names.get(reads, reads)
    return cast(Reader, getattr(Cells, f"_{name}"))


def _texts(value: Any) -> list[str]:
    """Gives the texts that a field of text by language holds already."""
    maps = value if isinstance(value, list) else [value]
    return [text for one in maps if isinstance(one, dict) for text in one.values()]
