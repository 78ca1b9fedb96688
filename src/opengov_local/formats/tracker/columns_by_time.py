"""Updates with several columns for each time, "Q1 2025 status | Q1 2025 comment": read as a row for each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from opengov_local.formats.grids import Grid, Value, is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tables.columns.header_rows import groups_above
from opengov_local.formats.tables.columns.period_headings import PERIOD, period_of
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged
from opengov_local.formats.tracker.across import Across, are_known, is_remark, is_time, rows_named
from opengov_local.formats.tracker.headings import Heading, heading_of
from opengov_local.formats.tracker.spoken_of import TARGETS
from opengov_local.formats.tracker.targets import Targets
from opengov_local.formats.wording.headings.vocabulary import recognise

_SEARCHED: Final = 20
_MOST_NAMES: Final = 4
"""Columns that name the objects at the left: numbers and titles of projects and activities."""
_KINDS: Final = ("status", "progress", "text", "challenges", "next_steps")
_FEWEST: Final = 2
"""Columns that one of the times has, at least."""


class _Sides(NamedTuple):
    """What the columns below a header hold.

    Attributes:
        names: those that name objects, each with what its heading says.
        times: for each time, as its words say it, the columns of what was so, by their kind.
        beside: columns of remarks that say no time.
    """

    names: Mapping[int, Heading]
    times: Mapping[str, Mapping[str, int]]
    beside: tuple[int, ...]


def by_time(grid: Grid, targets: Callable[[], Targets]) -> Across | None:
    """Gives the updates of a sheet that has several columns for each time; None where it is none.

    Args:
        grid: the sheet.
        targets: gives the objects of the earlier package.
    """
    for header in range(min(_SEARCHED, len(grid.rows))):
        sides = _sides(grid, header)
        if sides is None:
            continue
        rows = rows_named(grid, header, [*sides.names])
        named = [[text_of(value).strip() for at in sides.names if not is_blank(value := grid.value(row, at))]
                 for row in rows]  # fmt: skip
        if are_known(named, targets()):
            return _table(grid, header, sides, rows)
    return None


def _sides(grid: Grid, header: int) -> _Sides | None:
    groups = groups_above(grid, header)
    names: dict[int, Heading] = {}
    times: dict[str, dict[str, int]] = {}
    beside: list[int] = []
    for at, value in enumerate(grid.rows[header]):
        if is_blank(value):
            continue
        if (found := _timed(value, groups.get(at))) is not None:
            if times.setdefault(found[0], {}).setdefault(found[1], at) != at:
                return None
        elif times:
            beside.append(at)
        elif (named := heading_of(text_of(value), {})) is not None and named.field in TARGETS:
            names[at] = named
        else:
            return None
    several = any(len(kinds) >= _FEWEST for kinds in times.values())
    if not several or not 0 < len(names) <= _MOST_NAMES or not all(is_remark(grid.rows[header][at]) for at in beside):
        return None
    return _Sides(names, times, tuple(beside))


def _timed(value: Value, group: str | None) -> tuple[str, str] | None:
    """Gives the time that a heading says, or one above it, and the kind of what was so then."""
    if not isinstance(value, str):
        return None
    found = period_of([*filter(None, [group]), value], recognise(value), ())
    kind = found.target.removeprefix(PERIOD) if found else ""
    return (found.period, kind) if found and kind in _KINDS and is_time(found.period) else None


def _table(grid: Grid, header: int, sides: _Sides, rows: tuple[int, ...]) -> Across:
    """Makes a row of each object and time; headings that no row tells again stand above blanks behind all others."""
    kinds = [kind for kind in _KINDS if any(kind in columns for columns in sides.times.values())]
    known = dict(enumerate(sides.names.values()))
    first = len(known)
    known[first] = Heading("period", "", None, "")
    known |= {at: _headed(grid, header, sides, kind) for at, kind in enumerate(kinds, start=first + 1)}
    cells: dict[Cell, tuple[Cell, Value]] = {}
    number, told = 0, set[int]()
    for row in rows:
        said = [(words, columns) for words, columns in sides.times.items() if _says(grid, row, columns)]
        for words, columns in said:
            number += 1
            cells |= {(number, at): ((row, name), grid.value(row, name)) for at, name in enumerate(sides.names)}
            cells[number, first] = ((header, min(columns.values())), words)
            told.add(min(columns.values()))
            cells |= {
                (number, first + 1 + kinds.index(kind)): ((row, column), grid.value(row, column))
                for kind, column in columns.items()
            }
        if said:  # nobody knows of which time remarks are; they are kept beside the last one
            beside = enumerate(sides.beside, start=first + 1 + len(kinds))
            cells |= {(number, at): ((row, one), grid.value(row, one)) for at, one in beside}
    cells |= {(0, at): ((header, name), grid.value(header, name)) for at, name in enumerate(sides.names)}
    beside = enumerate(sides.beside, start=first + 1 + len(kinds))
    cells |= {(0, at): ((header, one), grid.value(header, one)) for at, one in beside}
    rest = [at for columns in sides.times.values() for at in columns.values() if at not in told]
    for at, column in enumerate(rest, start=first + 1 + len(kinds) + len(sides.beside)):
        cells[0, at] = ((header, column), grid.value(header, column))
        known[at] = Heading("period", text_of(grid.value(header, column)), None, "")
    return Across(rearranged(grid, cells), known)


def _headed(grid: Grid, header: int, sides: _Sides, kind: str) -> Heading:
    """Gives what the columns of a kind hold, with the words of their heading but for its time."""
    words, column = next((words, columns[kind]) for words, columns in sides.times.items() if kind in columns)
    heading = " ".join(text_of(grid.value(header, column)).replace(words, " ").split())
    told = heading_of(heading, {}, also_of_plans=True)
    return Heading(kind, heading, told.language if told else None, told.spoken if told else "")


def _says(grid: Grid, row: int, columns: Mapping[str, int]) -> bool:
    return any(not is_blank(grid.value(row, column)) for column in columns.values())
