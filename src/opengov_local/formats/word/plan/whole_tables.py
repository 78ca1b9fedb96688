"""Tables that are read whole, each kind by a reader of its own: the kinds are tried one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from opengov_local.formats.tables.cells.date_above import DayAbove, time_over
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.columns.money_by_year import made_sure, speaks_of_money
from opengov_local.formats.tables.drafted.plan_years import only_year
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.gatherings.workshop_tables import read_workshops
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.own_gatherings import groups
from opengov_local.formats.word.objects.period_rows import fields_by_period, read_by_period
from opengov_local.formats.word.plan.making import Above, keep_making
from opengov_local.formats.word.plan.other_projects import keep_other_projects
from opengov_local.formats.word.plan.plan_responses import PlanResponses
from opengov_local.formats.word.table_shapes.more_of_projects import more_of_projects
from opengov_local.formats.word.table_shapes.other_lists import is_of_axes, keep_list
from opengov_local.formats.word.table_shapes.period_tables import (
    periods_below,
    periods_in,
    read_periods,
    rows_in_sheets,
    ticked_or_counted,
)
from opengov_local.formats.word.table_shapes.table_parts import Loose
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.units import unit_over


class WholeTables:
    """Reads the tables that are of a kind of their own.

    Attributes:
        responses: reads what became of proposals.
    """

    def __init__(self, writing: Writing, labels: Labels, objects: Objects, loose: Callable[[Loose, str], None]) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._loose = loose
        self._above = Above((), is_section=False)
        self.responses = PlanResponses(writing, labels, objects)
        self._kinds: tuple[Callable[[Table, str], bool], ...] = (
            self.responses.takes,
            self._other_projects,
            self._of_axes,
            self._gatherings,
            self._lists_workshops,
            self._by_periods,
            self._more_of_projects,
            self._in_rows,
            self._making,
        )

    def read(self, table: Table, below: str, above: Above) -> bool:
        """Reads a table of a kind of its own; tells whether it was such.

        Args:
            table: the table.
            below: the heading that was not understood above it, "" where there is none.
            above: the headings above it.
        """
        self._above = above
        return any(takes(table, below) for takes in self._kinds)

    def _other_projects(self, table: Table, _: str) -> bool:
        return keep_other_projects(self._writing, self._labels, self._objects, table, self._above)

    def _of_axes(self, table: Table, _: str) -> bool:
        """Keeps a table that says of the axes above what axes have not; tells whether it was such."""
        if self._writing.own_form or not self._objects.has_plan or self._objects.gathering is not None:
            return False
        plan = self._objects.plan
        axes = list(map(self._writing.node_of, plan.data.get("axes", ())))
        found = bool(axes) and is_of_axes(table, self._labels, axes)
        if found:
            keep_list(self._writing.draft, table.rows[0], table.rows[1:], plan)
        return found

    def _gatherings(self, table: Table, _: str) -> bool:
        return groups(self._writing, self._objects, table)

    def _lists_workshops(self, table: Table, _: str) -> bool:
        """Reads a table of the workshops of the plan; one below a project lists what it holds itself."""
        objects = self._objects
        if objects.gathering is not None or (objects.commitment is not None and not self._above.is_section):
            return False
        return read_workshops(self._writing, self._labels, table, objects.plan)

    def _by_periods(self, table: Table, below: str) -> bool:
        """Reads a table with columns for periods, for each of several projects, or to be ticked, where it is such."""
        report, node = self._writing.report, self._objects.step or self._objects.commitment
        fields = fields_by_period(table) if report is not None and node is not None else None
        if report is not None and node is not None and fields is not None:
            read_by_period(self._writing, report, table, node, fields)
            return True
        words, objects = self._labels.words, self._objects
        region = periods_in(table, words) if objects.gathering is None else None
        if region is None and objects.commitment is not None:
            region = periods_below(table, words)
        if region is None and objects.gathering is None and not self._writing.own_form:
            region = ticked_or_counted(table, self._labels)
            return region is not None and self._read_rows(region, table, below)
        if region is not None:
            self._read_region(region, below)
        return region is not None

    def _more_of_projects(self, table: Table, below: str) -> bool:
        """Reads a table that says more of the projects above; tells whether it was such."""
        objects, writing = self._objects, self._writing
        if writing.own_form or not objects.has_plan or objects.gathering is not None:
            return False
        over = self._time_over()
        opened = objects.commitment is not None
        region = more_of_projects(table, self._labels.words, objects.plan.data, opened=opened, timed=over is not None,
                                  follows=any(says("follow_up", text) for text in self._above.headings))  # fmt: skip
        if region is not None:
            objects.leave_table()
            region = self._with_line_above(region)
            read_periods(writing.draft, region, objects.plan, None, below, reported=writing.report is not None,
                         over=over)  # fmt: skip
            objects.commitment = objects.step = None
        return region is not None

    def _with_line_above(self, region: Region) -> Region:
        """Gives a table with what the line above it says of its sums: their unit, and that they are sums."""
        region = replace(region, unit=region.unit or unit_over(self._above.headings))
        if not any(map(speaks_of_money, self._above.headings[:1])):
            return region
        columns = tuple(replace(column, meaning=made_sure(column.meaning)) for column in region.columns)
        return replace(region, columns=columns)

    def _in_rows(self, table: Table, below: str) -> bool:
        """Reads a table of projects, one a row, as sheets are read, where it is such."""
        objects = self._objects
        if objects.gathering is not None or self._writing.own_form:
            return False
        inside = objects.commitment is not None
        region = rows_in_sheets(table, self._labels, below=inside or bool(objects.axis), inside=inside)
        return region is not None and self._read_rows(region, table, below)

    def _making(self, table: Table, _: str) -> bool:
        return keep_making(self._writing, self._labels, self._objects, table, self._above)

    def _read_rows(self, region: Region, table: Table, below: str) -> bool:
        """Reads a table of projects, and what stands above its headings; a report makes updates of it."""
        for cell in (cell for row in table.rows[: region.header] for cell in row):
            self._loose(Loose(cell, alone=True), below)
        self._read_region(region, below)
        if self._writing.report is not None:
            self._writing.report.take_table({cell.piece.place.part for cell in table.cells()}, self._objects.plan)
        return True

    def _read_region(self, region: Region, below: str) -> None:
        objects, own = self._objects, "commitment.title" in region.names
        region = self._with_line_above(region)
        objects.leave_table()
        read_periods(self._writing.draft, region, objects.plan, None if own else objects.commitment, below,
                     reported=self._writing.report is not None, axis=objects.axis,
                     over=self._time_over())  # fmt: skip
        if own:
            objects.commitment = objects.step = None

    def _time_over(self) -> DayAbove | None:
        """Gives the time that a heading over the table says."""
        titles = self._objects.plan.data.get("title", {}) if self._objects.has_plan else {}
        return time_over(self._above.headings, only_year(titles.values()))
