"""Cells that show another number than they hold: codes with zeros behind, sums in other units or less thousands.

Such cells become what they show: numbers of objects "1.10", sums in the unit of their heading, or with their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from opengov_local.formats.grids.grid import Grid, Value
from opengov_local.formats.tables.columns.heading_units import RATE, unit_told
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.readings import Readings
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import read_amount, with_unit

Cell = tuple[int, int]
_NUMBERS = frozenset(
    {"axis.number", "commitment.number", "commitment.identifier", "milestone.number", "contribution.number",
     "disposition.commitments"}
)  # fmt: skip
_SUMS = frozenset({"budget.amount", "budget.total", "budget.share"})
_BARE = frozenset({int, float})
_ONE = "1"
_NUMERAL = "-0123456789. "


def numbers_shown(grid: Grid, regions: Iterable[Region]) -> Grid:
    """Gives a sheet in which the cells that number something are what they show: "1.10" of 1.1, shown so."""
    columns = {column.index for region in regions for column in region.columns if column.target in _NUMBERS}
    return codes_shown(grid, columns)


def codes_shown(grid: Grid, columns: Collection[int]) -> Grid:
    """Gives a sheet in which the numbers of some columns are what they show."""
    held = [at for at in columns if not _BARE.isdisjoint(grid.kinds(at))]
    shown = grid.shown() if held else {}
    changed = {
        (row, at): text
        for at in held
        for row, value in enumerate(grid.column(at) if shown else ())
        if type(value) in _BARE and (text := _shown(grid, shown, (row, at))) and _is_same(text, value)
    }
    return _with(grid, changed)


def _shown(grid: Grid, said: Mapping[Cell, str], cell: Cell) -> str:
    place = grid.place(*cell)
    return said.get((place.row - 1, place.column - 1), "")


def _is_same(text: str, value: Value) -> bool:
    return _is_number(text) and Decimal(text) == Decimal(str(value))


def _with(grid: Grid, changed: Mapping[Cell, Value]) -> Grid:
    if not changed:
        return grid
    rows = [list(row) for row in grid.rows]
    for (row, column), value in changed.items():
        rows[row][column] = value
    return replace(grid, rows=rows)


def sums_shown(draft: Draft, region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table whose sums are what they show, and their pieces; says which are not in the unit of their heading.

    Args:
        draft: the document in the making.
        region: the table.
        sheet: its pieces.
    """
    sums = [column for column in region.columns if column.target in _SUMS]
    told = (region.grid.shown(), region.grid.money()) if sums else ({}, {})
    changed: dict[Cell, Value] = {}
    for column in sums if any(told) else ():
        changed |= _Sums(draft, region, sheet, column).changed(*told)
    if not changed:
        return region, sheet
    grid = _with(region.grid, changed)
    return replace(region, grid=grid), Sheet(grid)


def thousands_held(region: Region, column: Column) -> list[tuple[Cell, int, str]]:
    """Gives the cells of a column of sums that show fewer thousands than they hold, and do not name them.

    Returns:
        Each with what the number it shows is multiplied by, 0 where words that do not say so stand beside it; and what
        it shows.
    """
    shown = region.grid.shown()
    money = region.grid.money() if shown else {}
    found = []
    for row, value in _numbers(region, column) if shown else ():
        cell = row, column.index
        text = "" if _shown(region.grid, money, cell) else _shown(region.grid, shown, cell)
        if text and (not _is_number(text) or Decimal(text) != Decimal(str(value))):
            times = Decimal(str(value)) / Decimal(text) if _is_number(text) else 0
            found.append((cell, int(times), text))
    return found


def _numbers(region: Region, column: Column) -> Iterator[tuple[int, int | float]]:
    for row, value in enumerate(region.values(column.index), region.first):
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield row, value


def _is_number(text: str) -> bool:
    return not text.strip(_NUMERAL)


class _Sums:
    """The sums of one column that are shown otherwise than they are held."""

    def __init__(self, draft: Draft, region: Region, sheet: Sheet, column: Column) -> None:
        self._draft = draft
        self._region = region
        self._sheet = sheet
        self._column = column
        self._rows = Readings(region, draft.options)
        self._currency, self._unit = unit_told(column, region.unit)

    def changed(self, shown: Mapping[Cell, str], money: Mapping[Cell, str]) -> dict[Cell, Value]:
        """Gives what becomes of the cells that are changed."""
        if self._unit == RATE:
            return {}
        own = self._in_own_units(shown, money) if money else {}
        return own | self._less_thousands(thousands_held(self._region, self._column))

    def _in_own_units(self, shown: Mapping[Cell, str], money: Mapping[Cell, str]) -> dict[Cell, Value]:
        """Gives the cells with another unit than the heading or row names, each with its own.

        Where these name none, that is each cell of a column whose cells all name one, of one currency.
        """
        changed: dict[Cell, Value] = {}
        said: list[Cell] = []
        at = self._column.index
        units = {_shown(self._region.grid, money, (row, at)) for row, _ in _numbers(self._region, self._column)}
        read = [read_amount(with_unit("1", one)) for one in units]
        differ = len({one.value for one in read}) > 1 and len({one.currency for one in read}) == 1 and "" not in units
        for row, value in _numbers(self._region, self._column):
            cell = row, at
            own, unit = _shown(self._region.grid, money, cell), self._unit_of(cell)
            mine, named = (read_amount(with_unit("1", one)) for one in (own, unit or self._currency or ""))
            if own and (unit or self._currency or (differ and mine.currency)):
                currency = named.currency or self._currency
                is_other = currency and mine.currency and mine.currency != currency
                if mine.value and (mine.value != (named.value or _ONE) or is_other or not (unit or self._currency)):
                    changed[cell] = with_unit(f"{Decimal(str(value)):f}", own)
                    words = _shown(self._region.grid, shown, cell).lstrip(_NUMERAL)
                    is_same = words and read_amount(with_unit("1", words)).value == named.value
                    said += [] if is_same else [cell]
        if said:
            self._say("import/unit-of-cells", said[0], count=len(said), text=str(changed[said[0]]))
        return changed

    def _less_thousands(self, cells: list[tuple[Cell, int, str]]) -> dict[Cell, Value]:
        """Gives the cells that show fewer thousands than they hold as what they show, in the unit that is named.

        They are both what they show and what they hold, which no reader takes for a sum, where that is another, or one
        shows less than 1 beside numbers that are shown as they are: the format may then be there by chance.
        """
        changed: dict[Cell, Value] = {}
        doubtful, held, taken = [], [], []
        mixed = len(cells) < sum(bool(value) for _, value in _numbers(self._region, self._column))
        by_chance = mixed and any(_is_number(text) and abs(Decimal(text)) < 1 for _, _, text in cells)
        for cell, times, text in cells:
            unit = self._unit_of(cell)
            told = read_amount(with_unit("1", unit)).value if unit else _ONE
            if times and told == str(times) and not by_chance:
                number = Decimal(text)
                changed[cell] = int(number) if number == number.to_integral() else float(number)
                taken.append((cell, text))
            elif not times or told != _ONE:
                doubtful.append((cell, text))
                changed[cell] = f"{text} / {self._region.grid.value(*cell)}"
            elif self._currency or unit:
                held.append((cell, text))
        for code, found in (
            ("import/thousands-in-doubt", doubtful),
            ("import/thousands-not-shown", held),
            ("import/thousands-shown", taken),
        ):
            if found:
                (first, text), value = found[0], self._region.grid.value(*found[0][0])
                self._say(code, first, count=len(found), shown=text, text=str(value))
        return changed

    def _unit_of(self, cell: Cell) -> str:
        piece = self._sheet.piece(*cell)
        return (self._rows.unit_of_row(piece) if piece else "") or self._unit

    def _say(self, code: str, cell: Cell, count: int, text: str, shown: str = "") -> None:
        place, heading = self._region.grid.place(*cell), self._column.heading
        if shown:
            self._draft.say(code, place, heading=heading, count=count, shown=shown, text=text)
        else:
            self._draft.say(code, place, heading=heading, count=count, text=text)
