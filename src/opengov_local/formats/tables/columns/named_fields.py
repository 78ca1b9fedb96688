"""Tables that name in the column of indicators what they report of a project: "Portail | Taux d'avancement | 40 %"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.rearranged import Cell, Rearranged, rearranged
from opengov_local.formats.wording.headings.heading_meanings import Own
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.words import fold

_FIELDS = frozenset({"status", "progress", "update.text", "update.challenges", "update.next_steps"})
_OBJECTS = frozenset({"commitment.title", "commitment.number", "milestone.title", "milestone.number"})
_INDICATOR, _VALUE = "indicator", "indicator.value"


@dataclass(frozen=True)
class NamedFields:
    """A table with a column for each of what it reports.

    Attributes:
        grid: the sheet.
        again: the cells that say again what heads such a column, or names a row.
        others: the table of the rows that are of indicators, if there are any.
    """

    grid: Rearranged
    again: frozenset[Cell]
    others: Region | None = None


def named_fields(region: Region, own: Own) -> NamedFields | None:
    """Gives a table that has rows for each of what it reports with columns for them; None where it has none.

    Args:
        region: the table, alone in its sheet.
        own: a council's own headings.
    """
    columns = _columns(region)
    if columns is None or isinstance(region.grid, Rearranged):
        return None
    named, value = columns
    grid = region.grid
    known = {value: _field(value, own) for value in {*region.values(named)} if isinstance(value, str)}
    rows = range(region.first, region.end)
    fields = {row: known.get(str(grid.value(row, named) or ""), "") for row in rows}
    if not any(fields.values()) or any(is_blank(grid.value(row, value)) for row, field in fields.items() if field):
        return None
    return _parted(region, named, value, fields)


def _columns(region: Region) -> tuple[int, int] | None:
    """Gives the only column of indicators and that of their values, beside the projects or activities they are of."""
    named = [column.index for column in region.columns if column.target == _INDICATOR]
    values = [
        column.index
        for column in region.columns
        if column.target == _VALUE or (column.target is None and fold(column.heading) in phrases("value_heading"))
    ]
    if not (len(named) == len(values) == 1 and region.names & _OBJECTS) or region.names & _FIELDS:
        return None
    return named[0], values[0]


def _field(text: str, own: Own) -> str:
    found = surely(text, own) if text.strip() else None
    return found.target if found and found.target in _FIELDS else ""


def _parted(region: Region, named: int, value: int, fields: dict[int, str]) -> NamedFields:
    """Puts each value into the column of what it is, and rows that are alike but for it into one."""
    grid, pair = region.grid, (named, value)
    apart = [row for row, field in fields.items() if not field and not all(map(is_blank, grid.rows[row]))]
    made, others = _Cells(grid), _Cells(grid)
    for row, column, _ in grid.cells():
        if row < region.first and not (row == region.lowest and column in pair):
            made.put((row, column), (row, column))
        if region.header <= row < region.first and apart:
            others.put((row, column), (row, column))
        elif row == region.lowest and column in pair:
            made.again.add((row, column))
    heads: dict[str, int] = {}
    rows: dict[tuple[Value, ...], int] = {}
    for row, field in fields.items():
        own = [at for at, one in enumerate(grid.rows[row]) if not is_blank(one)]
        if not field:
            others.add_row(region.first, row, own)
            continue
        key = tuple(one for at, one in enumerate(grid.rows[row]) if at not in pair)
        there, beside = rows.get(key), [at for at in own if at not in pair]
        if there is None or (there, heads.get(field)) in made.cells:
            there = rows[key] = made.add_row(region.first, row, beside)
        else:
            made.again.update((row, at) for at in beside)
        if field in heads:
            made.again.add((row, named))
        else:
            heads[field] = grid.width + len(heads)
            made.put((region.lowest, heads[field]), (row, named))
        made.put((there, heads[field]), (row, value))
    for row in range(region.end, len(grid.rows)):
        made.add_row(region.first, row, [at for at, one in enumerate(grid.rows[row]) if not is_blank(one)])
    left = rearranged(grid, others.cells)
    table = replace(region, grid=left, end=len(left.rows)) if apart else None
    return NamedFields(rearranged(grid, made.cells), frozenset(made.again), table)


class _Cells:
    """The cells of a sheet in the making."""

    def __init__(self, grid: Grid) -> None:
        self.cells: dict[Cell, tuple[Cell, Value]] = {}
        self.again: set[Cell] = set()
        self._grid = grid
        self._count = 0

    def put(self, cell: Cell, origin: Cell) -> None:
        """Puts a cell of the sheet as it is."""
        self.cells[cell] = (origin, self._grid.value(*origin))

    def add_row(self, first: int, row: int, columns: list[int]) -> int:
        """Puts some cells of a row into the next one, and gives that."""
        there = first + self._count
        self._count += 1
        for at in columns:
            self.put((there, at), (row, at))
        return there
