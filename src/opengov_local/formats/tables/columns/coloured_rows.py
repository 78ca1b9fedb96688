"""What the colours of a table's rows say by a legend: those of the cells that name its projects and activities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.colour_legends import Cell, Legend
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.wording.headings.phrases import begins

_STEPS = ("milestone.title", "milestone.number")
_PROJECTS = ("commitment.title", "commitment.number", "commitment.identifier")


class Level(NamedTuple):
    """The states of projects, or of activities.

    Attributes:
        scope: the concept that has them, where their place in the table would not tell.
        beside: the column that names the concept.
        cells: the colour of each state, by the cell that it fills.
    """

    scope: str | None
    beside: Column
    cells: dict[Cell, str]


class RowStates(NamedTuple):
    """What the colours of rows say.

    Attributes:
        levels: the states of projects and of activities.
        unread: rows whose colours say several things, or nothing that the legend has.
    """

    levels: tuple[Level, ...]
    unread: frozenset[int]


def row_states(
    region: Region, sheet: Sheet, colours: Mapping[Cell, str], legend: Legend, rows: Iterable[int]
) -> RowStates:
    """Reads the colours of rows; of an activity's row, those of its project too where they are the project's own.

    Args:
        region: the table.
        sheet: its pieces.
        colours: the filled cells of the sheet.
        legend: what they mean.
        rows: the rows with a title.
    """
    steps, projects = _columns(region, _STEPS), _columns(region, _PROJECTS)
    of_steps, of_projects = {}, {}
    unread: set[int] = set()
    for row in rows:
        if _is_band(region, row, steps):
            continue
        said = {at: colours[row, at] for at in (*steps, *projects) if (row, at) in colours}
        step = _said(legend, {at: said[at] for at in steps if at in said})
        project = _said(legend, {at: said[at] for at in projects if at in said and _has(region, row, at)})
        own = not steps or any(sheet.tall(row, at) for at in projects)
        if (
            None in (step, project)
            or (said and not (step or project))
            or (step and project and not own and legend.codes[said[step[0]]] != legend.codes[said[project[0]]])
        ):
            unread.add(row)
        else:
            of_steps.update({(row, at): said[at] for at in step or ()})
            of_projects.update({(row, at): said[at] for at in project or () if own or not step})
    levels = (
        Level("commitment" if steps else None, _beside(region, projects), of_projects),
        Level(None, _beside(region, steps), of_steps),
    )
    return RowStates(tuple(level for level in levels if level.cells), frozenset(unread))


def _columns(region: Region, targets: Sequence[str]) -> list[int]:
    """Gives the columns of some targets, those of titles first."""
    found = [column for column in region.columns if column.target in targets]
    return [column.index for column in sorted(found, key=lambda column: targets.index(str(column.target)))]


def _beside(region: Region, columns: list[int]) -> Column:
    return next(column for column in region.columns if column.index in (columns or [column.index]))


def _said(legend: Legend, said: Mapping[int, str]) -> list[int] | None:
    """Gives the column of the cell that says the state, none where none does; None where several states are said."""
    known = [at for at, colour in said.items() if colour in legend.codes]
    return known[:1] if len({legend.codes[said[at]] for at in known}) < 2 else None


def _has(region: Region, row: int, at: int) -> bool:
    return not is_blank(region.grid.value(row, at))


def _is_band(region: Region, row: int, steps: Sequence[int]) -> bool:
    """Tells whether a row is a title of what follows, or a total: its colours are no states."""
    texts = {at: str(value) for at, value in enumerate(region.grid.rows[row]) if not is_blank(value)}
    if len(texts) < 2 and not texts.keys() & set(steps):
        return True
    return any(begins("axis_word", text) or begins("total", text) for text in [*texts.values()][:2])
