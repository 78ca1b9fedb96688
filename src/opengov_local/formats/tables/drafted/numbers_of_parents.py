"""Activities in a table of their own whose numbers begin with those of projects of another table: "1.2" of "1"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Cell, Rearranged, rearranged
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold

_NUMBERS: Final = frozenset({"milestone.number", "commitment.number"})
_TITLES: Final = frozenset({"commitment.title", "milestone.title", "axis"})
_BELOW: Final = re.compile(r"(\S.*?)\s*[.\-/]\s*[0-9٠-٩]{1,3}\.?")


def with_parents(state: State, region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table of such activities with a column of the numbers of their projects; any other as it is.

    Each activity must have a number, and each of these begin with that of one project of the plan; those of axes, too,
    say nothing where all of them may be meant.
    Numbers below a bare "N°" that run on from 1 are the rows' own, of activities and of indicators alike: they say
    nothing of a project, and where they could be those of projects, that is said.

    Args:
        state: what was read so far.
        region: the table.
        sheet: its pieces.
    """
    columns = [column for column in region.columns if column.target in _NUMBERS]
    there = state.plan.data.get("commitments", ()) if state.has_plan else ()
    measures = "indicator" in region.names and not region.names & _TITLES
    if (
        not (region.has_steps_alone or measures)
        or len(columns) != 1
        or not there
        or isinstance(region.grid, Rearranged)
    ):
        return region, sheet
    (column,) = columns
    counted = Counter(fold(str(one.get("number", ""))) for one in there)
    say_untied(state.draft, region, state.plan.data)
    if _run_on(region, column):
        own = replace(column, meaning=None) if measures else column.asking("milestone.number")
        return replace(region, columns=tuple(own if one is column else one for one in region.columns)), sheet
    if measures:
        return region, sheet
    parents = _parents(region, column, {number for number, count in counted.items() if number and count == 1})
    untied = _may_be_axes(state.plan.data, parents)
    return (region, sheet) if untied else _with_column(state, region, column, parents)


def say_untied(draft: Draft, region: Region, plan: Mapping[str, Any]) -> None:
    """Says of a table of activities or indicators alone that its numbers tie its rows to no project, where they could.

    They run on from 1, and may be those of its rows; or they begin with numbers that axes have, too.

    Args:
        draft: where it is said.
        region: the table.
        plan: what was read of the plan so far.
    """
    columns = [column for column in region.columns if column.target in _NUMBERS]
    there = [fold(str(one["number"])) for one in plan.get("commitments", ()) if "number" in one]
    measures = "indicator" in region.names and not region.names & _TITLES
    if len(columns) != 1 or not (region.has_steps_alone or measures):
        return
    texts = [text for text in region.texts(columns[0].index) if text]
    place, heading = region.grid.place(region.lowest, columns[0].index), columns[0].heading
    if _run_on(region, columns[0]):
        if any(text in there for text in texts):
            draft.say("import/numbers-of-rows", place, heading=heading, count=len(texts))
    elif not measures and (parents := _parents(region, columns[0], there)) and _may_be_axes(plan, parents):
        draft.say("import/numbers-of-axes", place, heading=heading, text=texts[0], count=len(texts))


def _may_be_axes(plan: Mapping[str, Any], parents: Mapping[int, str]) -> bool:
    """Tells whether axes have all the numbers that activities begin with."""
    axes = {fold(str(one.get("number", ""))) for one in plan.get("axes", ())}
    return axes.issuperset(map(fold, parents.values()))


def has_parents(region: Region, numbers: Collection[str]) -> bool:
    """Tells whether a table holds activities alone, whose numbers all begin with those of projects.

    Args:
        region: the table.
        numbers: the folded numbers of the projects.
    """
    columns = [column for column in region.columns if column.target in _NUMBERS]
    return region.has_steps_alone and len(columns) == 1 and bool(_parents(region, columns[0], numbers))


def _parents(region: Region, column: Column, known: Collection[str]) -> dict[int, str]:
    """Gives the number of the project of each activity, by its row; none where one of them begins with no such."""
    titles = [other.index for other in region.columns if other.target == "milestone.title"]
    parents: dict[int, str] = {}
    for row, text in enumerate(region.texts(column.index), region.first):
        below = _BELOW.fullmatch(text)
        if below is not None and fold(below[1]) in known:
            parents[row] = below[1]
        elif text or any(not is_blank(region.grid.value(row, index)) for index in titles):
            return {}
    return parents


def _run_on(region: Region, column: Column) -> bool:
    """Tells whether the numbers of a column run on from 1, below a heading that does not speak of projects."""
    texts = [text for text in region.texts(column.index) if text]
    counted = texts == [str(number) for number in range(1, len(texts) + 1)]
    return counted and not says("project_word", column.heading)


def _with_column(state: State, region: Region, column: Column, parents: dict[int, str]) -> tuple[Region, Sheet]:
    grid, at = region.grid, region.grid.width
    cells: dict[Cell, tuple[Cell, Value]] = {(row, index): ((row, index), value) for row, index, value in grid.cells()}
    cells.update(((row, at), ((row, column.index), number)) for row, number in parents.items())
    made = replace(rearranged(grid, cells), merges=grid.merges, unseen=grid.unseen)
    key = Column(at, column.heading, Recognised("commitment.number", STRIPPED))
    columns = tuple(one.asking("milestone.number") if one is column else one for one in region.columns)
    count = len({fold(number) for number in parents.values()})
    state.draft.say("import/levels-by-number", grid.place(region.lowest, column.index), severity="info",
                    heading=column.heading, axes=0, commitments=count, milestones=len(parents))  # fmt: skip
    return replace(region, grid=made, columns=(*columns, key)), Sheet(made)
