"""Cells about indicators: their names, units and measures."""

from __future__ import annotations

import re
from collections.abc import Callable

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.parallel_lists import lines_in
from opengov_local.formats.tables.columns.readings import number_of
from opengov_local.formats.tables.drafted.cell_base import CellBase
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.bilingual import put_text, two_parts
from opengov_local.formats.wording.words.measured_names import Measured, has_number_behind, measured
from opengov_local.formats.wording.words.percent_units import PERCENT, counts_percent, has_values
from opengov_local.formats.wording.words.years_in_measures import are_measures, with_year
from opengov_local.importing.dates import find_dates, read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import written
from opengov_local.importing.words import read_number
from opengov_local.importing.words.bullets import lines_of
from opengov_local.model.dates import PartialDate

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_VALUES = "values"
_SEVERAL = 2
_MEASURES = "indicator."
_UNIT = "indicator.unit"


class IndicatorCells(CellBase):
    """Reads cells about indicators."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._steps_kept: set[int] = set()
        self._in_percent: set[str] = set()
        self._turned: dict[str, tuple[int, int]] = {}
        self._lists: dict[tuple[str, int], range] = {}

    def _indicators(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        is_measured = any(name.startswith("indicator.") for name in self.region.names)
        along = None if is_measured else measured(piece.text, _measure_of)
        if along is not None and along.is_whole:
            self._measured(node, column, piece, along)
            return
        listed = self._listed_indicators(node, piece, column) if is_measured else ()
        if listed:
            first = len(node.data.get("indicators", ()))
            self._lists[node.target, self._row_of(piece)] = range(first, first + len(listed))
        items = listed or ((piece.text,) if is_measured else self._items(node, column, piece, "never"))
        for item in items:
            along = None if is_measured else measured(item, _measure_of)
            if along is not None and along.is_whole:
                self._measured(node, column, piece, along)
                continue
            indicator = self.draft.add(node, "indicators", piece)
            put_text(self.draft, indicator, "name", item, piece, column.language)
            if along is not None or (not is_measured and has_number_behind(item)):
                self.draft.say("import/indicator-whole", piece, node=indicator, text=item)

    def _listed_indicators(self, node: Node, piece: Piece, column: Column) -> tuple[str, ...]:
        """Gives the indicators that the lines of a cell list, where each measure beside them lists as many, or none."""
        items, row = () if two_parts(piece.text) else lines_in(piece.text), self._row_of(piece)
        measures = [each for each in self.region.columns if str(each.target).startswith(_MEASURES)]
        beside = [(each, value) for each in measures if not is_blank(value := self.region.grid.value(row, each.index))]
        if len(items) < _SEVERAL:
            return ()
        lists = [(each.target, lines_in(str(value), len(items))) for each, value in beside]
        if beside and all(len(one) == len(items) and (at == _UNIT or are_measures(one)) for at, one in lists):
            return items
        if not beside and lines_of(piece.text)[1] in ("bullet", "number"):
            return items
        self.draft.say("import/list-uncertain", piece, node=node, heading=column.heading, text=piece.text, count=1)
        return ()

    def in_lists(self, column: Column) -> bool:
        """Tells whether cells of a column may list measures of several indicators."""
        return bool(self._lists) and str(column.target).startswith(_MEASURES)

    def by_indicator(self, node: Node, piece: Piece, column: Column, read: Callable[[Piece], None]) -> bool:
        """Reads a list of measures that goes with the indicators that its row lists; tells whether it does.

        Args:
            node: whose the indicators are.
            piece: the cell.
            column: its column.
            read: reads one of the list.
        """
        listed = self._lists.get((node.target, self._row_of(piece)))
        if listed is None or len(lines := lines_in(piece.text, len(listed))) != len(listed):
            return False
        for at, line in zip(listed, lines, strict=True):
            self._turned[node.target] = (len(node.data["indicators"]), at)
            read(piece._replace(text=line, value=line))
        del self._turned[node.target]
        self._say_side_by_side(column, piece)
        return True

    def _measured(self, node: Node, column: Column, piece: Piece, along: Measured) -> None:
        """Puts an indicator that says on its line from where to where it goes."""
        indicator = self.draft.add(node, "indicators", piece)
        put_text(self.draft, indicator, "name", along.name, piece, column.language)
        for kind, label, value in along.measures:
            measure = self.draft.add(indicator, "values" if kind == "value" else kind, piece)
            self._put(indicator, measure, value, piece._replace(text=value), column)
            if date := _date_in(label):
                self.draft.put(measure, "date", date, piece)

    def indicator_of(self, node: Node) -> Node | None:
        """Gives the indicator of an object that was read last, or is named again; None where it has none."""
        indicators = node.data.get("indicators", ())
        count, at = self._turned.get(node.target, (0, -1))
        return self.draft.node_of(indicators[at if count == len(indicators) else -1]) if indicators else None

    def turn_to(self, node: Node, name: str) -> None:
        """Turns back to an indicator of an object: a further row names it again, and measures it."""
        indicators = node.data.get("indicators", ())
        again = (at for at, one in enumerate(indicators) if name.strip() in one.get("name", {}).values())
        if (at := next(again, None)) is not None:
            self._turned[node.target] = (len(indicators), at)

    def _measure(self, node: Node, column: Column, piece: Piece, field: str) -> None:
        indicator = self.indicator_of(node)
        if indicator is None:
            self._keep(node, column, piece, "import/measure-without-indicator")
            return
        headed = _date_in(column.heading)
        if field == _VALUES and headed and PartialDate(headed).earliest > self.draft.options.day:
            self._step(node, column, piece, "")  # nobody measures what is to come
            return
        measure = self.draft.add(indicator, field, piece)
        is_new = not measure.data.keys() & {"value", "text"}
        is_percent = self.region.grid.at(piece.place) in self.region.grid.percents
        dated = with_year(piece.text, column.heading) if is_new and isinstance(piece.value, str) else None
        if dated is not None and headed in ("", dated.year):
            self._put(indicator, measure, dated.value, piece, column)
            if "value" in measure.data:
                self.draft.put(measure, "date", dated.year, piece)
            return
        self._put(indicator, measure, piece.text if is_percent else number_of(piece), piece, column)
        if is_new and headed:
            measure.data.setdefault("date", headed)

    def _put(self, indicator: Node, measure: Node, value: str | float, piece: Piece, column: Column) -> None:
        """Puts a measure: a number, or a percentage of an indicator whose unit that is or can be; else the words."""
        reading = read_number(value)
        percent, is_so = reading.unit == PERCENT, indicator.target in self._in_percent
        unit = indicator.data.get("unit")
        fits = is_so or (unit is None and not has_values(indicator) and "indicator.unit" not in self.region.names)
        if percent and not fits:
            fits = counts_percent(indicator)
        small = not percent and unit is not None and reading.value is not None and 0 < abs(float(reading.value)) < 1
        if small and counts_percent(indicator):
            self.draft.put(measure, "text", piece.text, piece, language=column.language)
            self.draft.say("import/percent-fraction", piece, node=indicator, text=piece.text)
            return
        if reading.value is None or (not fits if percent else reading.unit or is_so):
            self.draft.put(measure, "text", piece.text, piece, language=column.language)
            if reading.value is None:
                self.draft.say_notes(reading.notes, piece, node=measure, heading=column.heading)
            return
        self.draft.put(measure, "value", reading.value, piece)
        self.draft.say_notes(reading.notes, piece, node=measure, heading=column.heading)
        if percent and unit is None:
            self._in_percent.add(indicator.target)
            self.draft.put(indicator, "unit", PERCENT, piece, language=column.language)

    def _measure_date(self, node: Node, column: Column, piece: Piece, field: str) -> None:
        """Puts the year or day of a measure, which has a column of its own."""
        indicator, reading = self.indicator_of(node), read_date(written(piece))
        if indicator is None or reading is None or reading.kind != "date":
            self._keep(node, column, piece, "import/date-unread" if indicator else "import/measure-without-indicator")
            return
        self.draft.put(self.draft.add(indicator, field, piece), "date", reading.start, piece)

    def _value_date(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts when the value of the same row was reached."""
        indicator, reading = self.indicator_of(node), read_date(written(piece))
        held = indicator.data.get("values", ()) if indicator else ()
        value = self.draft.node_of(held[-1]) if held else None
        rows = [self.region.grid.at(place)[0] for place in (piece.place, *(value.places.values() if value else ()))]
        time = (reading.end or reading.start) if reading is not None else None
        if value is None or rows[0] not in rows[1:] or time is None:
            self._keep(node, column, piece, "import/date-unread" if time is None else None)
            return
        self.draft.put(value, "date", time, piece)

    def _step(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Keeps a target on the way to the last one beside the indicator: the model has no place for it."""
        self.draft.keep(piece, self.indicator_of(node) or node, label=column.heading)
        if column.index not in self._steps_kept:
            self._steps_kept.add(column.index)
            self.draft.say("import/planned-kept", piece, severity="info", node=node, heading=column.heading)

    def _collector(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts who collects the values of an indicator, with the heading for the part they have."""
        for item in self._items(node, column, piece):
            party = self.draft.add(node, "leads", piece)
            self.draft.put(party, "name", item, piece, language=column.language)
            self.draft.put(party, "role", column.heading, piece)

    def _unit(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        indicator = self.indicator_of(node)
        if indicator is None:
            self._keep(node, column, piece, "import/measure-without-indicator")
        else:
            self.draft.put(indicator, "unit", piece.text, piece, language=column.language)


def _measure_of(label: str) -> str:
    """Gives the measure that a label behind an indicator asks for; "Objectif" is where it should arrive there."""
    said = surely(label)
    targets = (said.target, *said.alternatives) if said is not None else ()
    kinds = (target.removeprefix("indicator.") for target in targets if target.startswith("indicator."))
    return next(kinds, "target" if "objectives" in targets else "")


def _date_in(heading: str) -> str:
    """Gives the day, or else the year, that a heading names; "" where it names none, or several."""
    days = {dated.reading.start for dated in find_dates(heading) if dated.reading.kind == "date"}
    if len(days) == 1:
        return days.pop() or ""
    years = set(_YEAR.findall(heading))
    return years.pop() if len(years) == 1 else ""
