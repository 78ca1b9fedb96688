"""Where a sheet keeps its table: header rows, what each column holds, help rows, and the rows of data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.block_heads import head_above, plain_title, timed_title
from opengov_local.formats.tables.columns.budget_year_columns import of_year
from opengov_local.formats.tables.columns.funder_columns import share_of_year
from opengov_local.formats.tables.columns.header_rows import (
    goes_on_to,
    groups_above,
    header_end,
    is_year,
    stacked,
    times_in,
    titles_plan,
)
from opengov_local.formats.tables.columns.heading_groups import under_groups
from opengov_local.formats.tables.columns.help_rows import data_start
from opengov_local.formats.tables.columns.like_headers import rows_like_headers, top_of_further
from opengov_local.formats.tables.columns.marked_parts import marked_part
from opengov_local.formats.tables.columns.month_rows import MONTH, is_week, months_in
from opengov_local.formats.tables.columns.online_forms import of_form
from opengov_local.formats.tables.columns.period_headings import names_month, names_period, period_of
from opengov_local.formats.tables.columns.project_columns import number_projects
from opengov_local.formats.tables.columns.rates_of_sums import only_counted
from opengov_local.formats.tables.columns.settled_columns import settled
from opengov_local.formats.tables.columns.ticks import ticked
from opengov_local.formats.tables.columns.titles_of_levels import Headed
from opengov_local.formats.tables.grid.above_foot import above_foot
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.heading_meanings import Own as Headings
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.words.role_letters import holds_role_letters
from opengov_local.formats.wording.words.units import unit_above, unit_below, unit_in, unit_row

_SEARCHED, _HEADER_HEIGHT = 60, 4  # rows from the top, or behind the last table, in which the header is looked for
TITLES = ("commitment.title", "milestone.title", "contribution.text", "contribution.problem", "contribution.solution",
          "contribution.proposal", "contribution.recommendation", "indicator")  # fmt: skip
"""Targets of which a table must have one: what its rows are about."""
NAMES = frozenset({*TITLES, "axis", "axis.2", "axis.3", "commitment.number", "milestone.number"})
"""Targets of which a row has one that names what it is about."""
AXES_ALONE = frozenset({"axis", "axis.2", "axis.3", "axis.number", "axis.objectives", "objectives", "description",
                        "additional_information", "problem"})  # fmt: skip
"""Targets that a table of axes alone may have."""
NUMBERS = frozenset({"commitment.number", "commitment.identifier", "milestone.number"})
"""Targets that name what a report is on, without its title."""
SAID = frozenset({"update.text", "update.challenges", "update.next_steps", "status", "progress", "evidence",
                  "period.progress", "period.status", "period.text", "period.done"})  # fmt: skip
"""Targets of which a table of reports must have one: what it says."""
TOLD = frozenset({"update.text", "update.challenges", "update.next_steps"})
"""Targets of which a table of reports below another table must have one."""
_MOST = 1000  # headings that a table may have; each costs a look through the table of headings
_MANY, _LONGEST_HEADING = 8, 200  # so many sure headings make a table one of a plan, whatever else: surveys have forty
_OF_BROUGHT = frozenset({"contribution.number"})
Sought = Literal["plan", "reports", "decisions", "joins"]
Own = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        index: its number in the sheet, from 0.
        heading: its heading; that of the group above comes first where both were needed to understand it.
        meaning: what it holds, if that was recognised.
        scope: concept that the group heading above names, if any.
        group: heading of the group above it; it may name the unit of its amounts.
        of: heading of what nothing is known of that it speaks of, so that it is not read.
    """

    index: int
    heading: str
    meaning: Recognised | None = None
    scope: str | None = None
    group: str = ""
    of: str = ""

    @cached_property
    def target(self) -> str | None:
        """Name of the target it is read into."""
        return self.meaning.target if self.meaning else None

    @property
    def is_sure(self) -> bool:
        """Whether its heading stands in the table of headings, but for brackets, units and numbers."""
        return self.meaning is not None and self.meaning.score >= STRIPPED

    @cached_property
    def language(self) -> str | None:
        """Language of its texts, where the heading tells it."""
        return self.meaning.text_language if self.meaning else None

    def asking(self, target: str, score: int | None = None) -> Column:
        """Gives the column as one of another target; one of which nothing is known stays as it is."""
        held = self.meaning
        return self if held is None else replace(self, meaning=replace(held, target=target, score=score or held.score))


@dataclass(frozen=True)
class Region:
    """A table in a sheet. Rows count from 0.

    Attributes:
        grid: the sheet.
        top: first row that belongs to it: of what stands above the header.
        header: first row of the header.
        lowest: row of the headings proper; group headings stand above it.
        columns: its columns, left to right.
        helps: rows of instructions between header and data.
        first: first row of data.
        end: row behind the last one.
        unit: words above the table that name the unit of all its amounts.
        reports: whether its rows name what they speak of by numbers alone, and only report on it.
        further: whether it is the table of a further project, with what names it above.
        titled_at: the row above it that titles its project without a word for it, if there is one.
        parts: row and column of each cell that speaks of a part of a project which nothing names.
        others: the line above it by which its projects are none of the plan.
        refers: of a table that only says more of projects told before, the identifier of that of each row, "" for none.
    """

    grid: Grid
    top: int
    header: int
    lowest: int
    columns: tuple[Column, ...]
    helps: tuple[int, ...]
    first: int
    end: int
    unit: str = ""
    reports: bool = False
    further: bool = False
    titled_at: int | None = None
    parts: frozenset[tuple[int, int]] = frozenset()
    others: str = ""
    refers: Mapping[int, str] | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        """The targets that its columns have."""
        return frozenset(column.target for column in self.columns if column.target)

    @property
    def has_steps_alone(self) -> bool:
        """Whether its rows are activities, and none of its columns names projects or axes."""
        return "milestone.title" in self.names and not self.names & {"commitment.title", "axis"}

    @property
    def data(self) -> list[list[Value]]:
        """The cells of its rows of data."""
        return self.grid.rows[self.first : self.end]

    def values(self, index: int) -> list[Value]:
        """Gives the cells of a column in its rows of data; None beyond the end of a row."""
        return self.grid.column(index)[self.first : self.end]

    def texts(self, index: int) -> list[str]:
        """Gives the cells of a column in its rows of data as stripped texts, "" where they are blank."""
        return self.grid.texts(index)[self.first : self.end]

    def asking(self, targets: Mapping[str, str], score: int | None = None) -> Region:
        """Gives the table with columns of some targets as those of others."""
        columns = (one.asking(to, score) if (to := targets.get(one.target or "")) else one for one in self.columns)
        return replace(self, columns=tuple(columns))

    @property
    def score(self) -> float:
        """How surely this is a table of a plan: the scores of its headings, less a third for each unknown one."""
        known = sum(column.meaning.score for column in self.columns if column.meaning) / 100
        return known - sum(column.meaning is None for column in self.columns) / 3


def headings_of(own: Own) -> Headings:
    """Gives a council's own headings of all its own words."""
    return tuple(sorted((words, target) for (kind, words), target in own.items() if kind == "heading"))


def regions(grid: Grid, own: Own, *, seeks: Sought = "plan") -> tuple[Region, ...]:
    """Finds the tables of a sheet, from top to bottom.

    A table begins where a row of known headings stands, one of which names what the rows are about. Group headings
    above it and sub-headings below belong to the header, up to four rows in all.

    Args:
        grid: the sheet.
        own: a council's own words.
        seeks: `reports`, `decisions` and `joins` are tables whose rows name what they speak of by numbers alone.
    """
    mine = headings_of(own)
    found: list[Region] = []
    lasts: list[int] = []
    top = 0
    while (region := _next_region(grid, top, mine, seeks, found[-1] if found else None)) is not None:
        same = bool(found) and [c.heading for c in region.columns] == [c.heading for c in found[-1].columns]
        head = head_above(grid, found[-1].first, region.header, mine) if found else None
        plain = plain_title(grid, found[-1].first, region.header, mine) if same and region.has_steps_alone else None
        if head is not None:  # the table of the next project
            region = replace(region, top=head, further=True)
        elif plain is not None:
            region = replace(region, top=plain, further=True, titled_at=plain)
            if len(found) == 1:
                first = plain_title(grid, found[0].top, found[0].header, mine)
                found[0] = replace(found[0], titled_at=first)
        elif same and SAID & region.names and (timed := _titled_by_times(grid, found[-1], region)) is not None:
            region = replace(region, top=timed)
        elif same:
            top = lasts[-1] = region.first  # the header again, as on a new page
            continue
        if found:
            found[-1] = replace(found[-1], end=region.top)
        found.append(region)
        lasts.append(region.first)
        top = region.first
    return tuple(_with_unit(_ended(region, last)) for region, last in zip(found, lasts, strict=True))


def _ended(region: Region, last: int) -> Region:
    """Gives a table up to where nothing more of it can stand, behind the last of its headers."""
    end = next((row for row in region.grid.ends if last < row < region.end), None)
    return region if end is None else replace(region, end=end)


def _titled_by_times(grid: Grid, last: Region, region: Region) -> int | None:
    """Gives the row that titles the second of two tables with the same headings, each of another time."""
    row = timed_title(grid, region.header)
    return row if row is not None and row >= last.first and timed_title(grid, last.header) is not None else None


def _with_unit(region: Region) -> Region:
    """Gives a table with the unit of a line below it, or of a heading over no cell, a line of a form turned round."""
    if region.unit:
        return region
    alone = (column for column in region.columns if column.meaning is None and unit_in(column.heading))
    said = (unit_in(column.heading) for column in alone if not any(region.texts(column.index)))
    return replace(region, unit=unit_below(region.grid, region.first, region.end) or next(said, ""))


def _next_region(grid: Grid, top: int, own: Headings, seeks: Sought, last: Region | None) -> Region | None:
    best: Region | None = None
    again = grid.rows[last.lowest] if last else None
    searched = range(top, min(len(grid.rows), top + _SEARCHED)) if not top else rows_like_headers(grid, top, own, again)
    for row in searched:
        region = _region_at(grid, top, row, own, seeks)
        if region and (best is None or region.score > best.score):
            best = region
        if best and (top or row >= best.lowest + _HEADER_HEIGHT or _is_full(grid, row + 1, best)):
            break
    if best and top:  # rows between the last table and this one belong to the last: find where this one's own begin
        best = replace(best, top=top_of_further(grid, top, best.header))
    return best


def _is_full(grid: Grid, row: int, region: Region) -> bool:
    """Tells whether a row below a header fills half of its columns: it is data, and no better header follows."""
    filled = sum(not is_blank(grid.value(row, column.index)) for column in region.columns)
    return row >= region.first and filled * 2 >= len(region.columns)


def _region_at(grid: Grid, top: int, row: int, own: Headings, seeks: Sought) -> Region | None:
    """Reads the table whose lowest full header row is this one; None where there is no such table."""
    texts = {index: value for index, value in enumerate(grid.rows[row]) if not is_blank(value)}
    months = {*months_in(grid, row), *times_in(texts)}
    if not 2 <= len(texts) <= _MOST or any(
        not (is_year(text) or isinstance(text, str) or at in months) or len(str(text)) > _LONGEST_HEADING
        for at, text in texts.items()
    ):
        return None
    if titles_plan(cells := [str(text) for text in texts.values()]) or number_projects(cells):
        return None
    last = header_end(grid, row, own)
    groups = {} if top and goes_on_to(grid, top, row, own) else groups_above(grid, row)
    judged = above_foot(grid, last + 1)
    read = tuple(_columns(judged, row, last, groups, own))
    headed = [Headed(column.index, column.heading, column.group, column.meaning) for column in read]
    form = of_form([column.placed(column.meaning) for column in headed], judged, last + 1)
    meanings = form or settled(headed, judged, last + 1, own, titled=head_above(grid, top, row, own) is not None)
    columns = tuple(replace(column, meaning=meaning) for column, meaning in zip(read, meanings, strict=True))
    known = [column for column in columns if column.meaning]
    if len(known) * 2 < len(columns) and form is None:
        columns = tuple(column if column.is_sure else replace(column, meaning=None) for column in columns)
        known = [column for column in columns if column.meaning]
    names = {column.target for column in known if column.target}
    alone = "axis" in names and names <= AXES_ALONE
    planned = bool(names & set(TITLES)) or alone or (seeks == "decisions" and decides(names))
    sought = seeks == "reports"
    reports = (sought or bool(top and not planned)) and bool(names & NUMBERS and names & (SAID if sought else TOLD))
    bare = [column.index for column in columns if not column.meaning and names_period(column.heading, own)]  # "T1"
    counts = only_counted(headed, meanings, judged, last + 1)
    unknown = (each for each in columns if not (is_year(each.group) or each.meaning or each.index in {*bare, *counts}))
    unknown = (column for column in unknown if not holds_role_letters(judged, last + 1, column.index))
    worded = sum(len(column.heading.strip()) > 1 for column in (*known, *unknown))  # a letter may head a mark
    joins = seeks == "joins" and bool(names & NUMBERS) and not planned
    few = len(known) * 2 < worded and len(known) < _MANY and form is None
    if not joins and (not (reports or planned) or len(known) + (len(bare) > 1 or bool(counts)) < 2 or few):
        return None
    titles = [column.index for column in known if column.target in TITLES]
    held = {column.index: column.target for column in known if column.target}
    first, helps = data_start(grid, last + 1, titles, held)
    header = row - 1 if groups else row
    unit = next(filter(None, (unit_row(grid, at) for at in helps)), "") or unit_above(grid, top, header)
    return Region(grid, top, header, row, columns, helps, first, len(grid.rows), unit, reports)


def decides(names: Collection[str]) -> bool:
    """Tells whether a table says what became of contributions that it names by their numbers alone."""
    said = any(name in TITLES for name in names)
    return not said and "disposition.status" in names and any(name in NUMBERS | _OF_BROUGHT for name in names)


def _columns(grid: Grid, row: int, last: int, groups: Mapping[int, str], own: Headings) -> Iterator[Column]:
    """Reads the headings, lowest row first; where it is not understood alone, together with the one above."""
    for index in range(max(len(line) for line in grid.rows[row : last + 1])):
        chain = stacked(grid, row, last, index, groups.get(index))
        if not chain:
            continue
        if len(chain) > 1 and is_week(chain[-1]) and names_month(chain[-2]):
            chain = chain[:-1]  # the week of a month: no narrower than the month
        heading, over = chain[-1], chain[-2] if len(chain) > 1 else groups.get(index)
        meaning = alone = recognise(heading, own)
        if over and (joined := recognise(f"{over} {heading}", own)):
            specific = joined.target.startswith(("milestone.", "commitment.", "budget.", "indicator."))
            goes_on = len(chain) > 1 and begins("goes_on", heading) and joined.score >= STRIPPED
            if meaning is None or goes_on or (specific and joined.score > meaning.score):
                meaning, heading = joined, f"{over} {heading}"
        whole = chain if len(chain) > 1 else [*filter(None, [over]), chain[-1]]
        told = ticked(grid, last + 1, index, whole, own) or under_groups(whole, alone, own)
        if found := told or share_of_year(grid, last + 1, index, whole):
            heading, meaning = found
        elif timed := period_of(whole, alone, own):
            heading, meaning = timed.period if whole[-1].endswith(MONTH) else " ".join(whole), timed
        elif (meaning is None or meaning.score < STRIPPED) and (found := marked_part(grid, row, last, index, chain)):
            heading, meaning = found
        meaning = of_year(meaning, whole[:-1])
        scope = _scope(chain[0] if len(chain) > 1 else over, own) or (meaning.concept if meaning else None) or None
        if meaning is not None and meaning.target.startswith("budget.") and len(whole) > 2:
            over = " ".join(dict.fromkeys(whole[:-1]))  # its unit may stand in any of them
        yield Column(index, heading, meaning, scope, over or "")


def _scope(group: str | None, own: Headings) -> str | None:
    meaning = recognise(group, own) if group else None
    concept = meaning.target.partition(".")[0] if meaning else None
    return concept if concept in ("commitment", "milestone") else None
