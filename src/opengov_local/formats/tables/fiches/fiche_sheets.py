"""Projects in fiches below each other, or side by side with the labels in front: read as the table they amount to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.rates_of_sums import without_rates_of_sums
from opengov_local.formats.tables.columns.roles import beside_each_other
from opengov_local.formats.tables.columns.told_by_cells import told_by_cells
from opengov_local.formats.tables.columns.told_by_others import how_it_stands
from opengov_local.formats.tables.fiches.fiche_blocks import blocks
from opengov_local.formats.tables.fiches.fiche_columns import columns_beside
from opengov_local.formats.tables.fiches.fiche_funders import funders_below, sums_below
from opengov_local.formats.tables.fiches.fiche_numbers import numbers_above
from opengov_local.formats.tables.fiches.fiche_plan import OfPlan, of_plan, taken
from opengov_local.formats.tables.fiches.fiche_steps import named_beside, steps_beside
from opengov_local.formats.tables.fiches.fiche_table import Key, Table, cells_of
from opengov_local.formats.tables.fiches.fiche_tails import notes_below
from opengov_local.formats.tables.fiches.label_lines import Labelled, Line, label_columns, lines
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged
from opengov_local.formats.wording.headings.heading_meanings import Own, Recognised
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.words.units import unit_in

_MOST_ROWS = 5000
_STEPS = ("milestone.list", "commitment.title", "action")
"""Targets of headings that may be those of the steps of a project."""


class FicheSheet(NamedTuple):
    """A sheet of fiches as a table.

    Attributes:
        region: the table, in a sheet of its own; what stands above the first fiche stands above the header.
        held: the cells that the table holds.
        labels: the cells of labels.
        joined: cells whose text is read with that of another, and that other.
        of_plan: what the only fiche says of the plan.
        notes: the cells of each line of notes and signatures below a fiche.
    """

    region: Region
    held: frozenset[Cell]
    labels: frozenset[Cell]
    joined: tuple[tuple[Cell, Cell], ...]
    of_plan: tuple[OfPlan, ...] = ()
    notes: tuple[tuple[Cell, ...], ...] = ()


def fiche_sheet(grid: Grid, own: Own) -> FicheSheet | None:
    """Reads a sheet of fiches as a table; None where it is none.

    Args:
        grid: the sheet.
        own: a council's own headings.
    """
    if len(grid.rows) > _MOST_ROWS or not (columns := label_columns(grid, own)):
        return None
    if len(columns) == 1 and (beside := _remarks_beside(grid, columns[0], own)) is not None:
        left = {(row, at): ((row, at), value) for row, at, value in grid.cells() if at != beside}
        grid = rearranged(grid, left)
    read = lines(grid, columns, own)
    numbers_above(read)
    steps_beside(read, own)
    named_beside(read)
    columns_beside(read, own)
    funders_below(read, own)
    sums_below(read)
    if not (found := blocks(read)):
        return None
    notes = tuple(tuple(cells) for block in found for cells in notes_below(read, block))
    table = Table(side_by_side=len(columns) == 1)
    for block in found:
        table.add(block, read)
    if not table.is_sure():
        return None
    made = _made(grid, table, read[: found[0].start], own)
    return made._replace(region=replace(made.region, unit=_unit(read)), notes=notes)


def _remarks_beside(grid: Grid, labels: int, own: Own) -> int | None:
    """Gives the column of remarks on the answers, "Rubrique | Réponse | Commentaire": it holds no further project."""
    top = next((row for row in grid.rows if len(row) > labels and not is_blank(row[labels])), [])
    if not heads("answer", str(top[labels + 1]) if len(top) > labels + 1 else ""):
        return None
    said = ((at, recognise(str(top[at]), own)) for at in range(labels + 2, len(top)) if not is_blank(top[at]))
    return next((at for at, meaning in said if meaning and meaning.target == "additional_information"), None)


def _unit(read: Sequence[Line]) -> str:
    """Gives the only unit of money that lines of a sheet name, and nothing else: "(Montants en KDH)"."""
    alone = (line.cells[0][1] for line in read if line.kind == "title" and len(line.cells) == 1)
    units = {unit_in(value) for value in alone} - {""}
    return units.pop() if len(units) == 1 else ""


def _made(grid: Grid, table: Table, above: Sequence[Line], own: Own) -> FicheSheet:
    """Makes the sheet and its region."""
    cells: dict[Cell, tuple[Cell, Value]] = {}
    for at, line in enumerate(above):
        for cell, _ in cells_of(line):
            cells[at, cell[1]] = (cell, grid.value(*cell))
    keys = of_plan(table.headings, own) if table.projects == 1 else []
    told = taken(keys, table.headings, table.rows, own)
    for key in keys:
        del table.headings[key]
    rows = [left for row in table.rows if (left := {key: one for key, one in row.items() if key not in keys})]
    header = len(above)
    columns: list[Column] = []
    for index, (key, pair, of_step) in enumerate(_ordered(table)):
        meaning = pair.meaning or recognise(pair.heading, own)
        if of_step and meaning and (target := _of_step(meaning.target, table, own)):
            meaning = replace(meaning, target=target)
        columns.append(Column(index, pair.heading, meaning, "milestone" if of_step else None))
        if pair.heading and all(cell != pair.cell for cell, _ in pair.said):
            cells[header, index] = (pair.cell, pair.heading)
        for at, row in enumerate(rows, header + 1):
            if said := row.get(key):
                cells[at, index] = said
    made = rearranged(grid, cells)
    meanings = beside_each_other([Placed(c.index, c.heading, c.meaning) for c in columns], made, header + 1)
    meanings = _by_cells(columns, meanings, made, header + 1)
    settled = tuple(replace(column, meaning=meaning) for column, meaning in zip(columns, meanings, strict=True))
    region = Region(made, 0, header, header, settled, (), header + 1, max(header + 1, len(made.rows)))
    held = frozenset(origin for origin, _ in cells.values())
    return FicheSheet(region, held, frozenset(table.labels), tuple(table.joined), told)


def _by_cells(
    columns: Sequence[Column], meanings: Sequence[Recognised | None], made: Grid, first: int
) -> list[Recognised | None]:
    """Tells by their cells what the labels of projects mean, and apart from them the headings of their steps."""
    found = list(meanings)
    for scope in (None, "milestone"):
        places = [at for at, column in enumerate(columns) if column.scope == scope]
        placed = [Placed(columns[at].index, columns[at].heading, meanings[at]) for at in places]
        known = told_by_cells(placed, made, first)
        now = [each._replace(meaning=meaning) for each, meaning in zip(placed, known, strict=True)]
        told = without_rates_of_sums(now, made, first)
        names = [meaning.target for meaning in told if meaning]
        for at, meaning in zip(places, told, strict=True):
            found[at] = how_it_stands(meaning, columns[at].heading, names) if meaning else None
    return found


def _of_step(target: str, table: Table, own: Own) -> str | None:
    """Gives what a heading means in a table of steps: a number or title of theirs, where it could be a project's."""
    if target == "commitment.number":
        return "milestone.number"
    found = [recognise(pair.heading, own) for pair in table.steps.values()]
    named = [meaning.target for meaning in found if meaning]
    first = next((name for name in named if name in _STEPS), None)
    return "milestone.title" if "milestone.title" not in named and target == first else None


def _ordered(table: Table) -> Iterator[tuple[Key, Labelled, bool]]:
    """Gives the columns: what is said of the projects, their indicators, their milestones and what is said of those."""
    listed = [key for key in table.headings if table.target(key) == "milestone.title"]
    last = listed if len(listed) == 1 else []
    yield from ((key, pair, False) for key, pair in table.headings.items() if key not in last)
    yield from ((key, pair, False) for key, pair in table.measures.items())
    yield from ((key, table.headings[key], False) for key in last)
    yield from ((key, pair, True) for key, pair in table.steps.items())
