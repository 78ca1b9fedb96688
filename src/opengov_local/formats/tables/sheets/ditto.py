"""Cells that say to be the same as one above: "idem", a ditto mark, «نفسه», "Forum (suite)" below "Forum"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.phrases import begins, is_no_value, written
from opengov_local.formats.wording.words.continued import without_continued
from opengov_local.formats.wording.words.numbering import names_number, same_number
from opengov_local.formats.wording.words.same_words import LONGEST, is_ditto, is_doubtful, may_name_number, number_named
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold

_BODIES = ("lead", "supporting")
_NUMBER, _PROJECT = "commitment.number", "commitment.title"
_TITLES = frozenset({_PROJECT, "axis", "axis.2", "axis.3"})
Cell = tuple[int, int]


def without_ditto(draft: Draft, read: Read) -> Read:
    """Gives a sheet with what stands above in the cells of its tables that say "idem"; a finding tells each column.

    Args:
        draft: the document in the making.
        read: the sheet.
    """
    grid = read.sheet.grid
    for region in read.regions:
        _say_doubts(draft, region)
    found = {cell: value for region in read.regions for cell, value in _same_as_above(region)}
    for region in read.regions:
        _say(draft, region, [cell for cell in found if region.first <= cell[0] < region.end])
    for cell, value in ((cell, value) for region in read.regions for cell, value in _going_on(region)):
        draft.say("import/goes-on", grid.place(*cell), severity="info", text=str(grid.value(*cell)).strip())
        found[cell] = value
    for region in read.regions:
        found |= _of_named(draft, region, found)
    if not found:
        return read
    cells = [[found.get((at, column), value) for column, value in enumerate(row)] for at, row in enumerate(grid.rows)]
    made = replace(grid, rows=cells)
    return replace(read, sheet=Sheet(made), regions=tuple(replace(region, grid=made) for region in read.regions))


def _same_as_above(region: Region) -> Iterator[tuple[Cell, Value]]:
    """Gives the cells of a table that stand for the one above, each with what that says."""
    for column in region.columns:
        titled, named = _names_projects(region, column), str(column.target).startswith(_BODIES)
        if not _may_hold(region.grid, column.index, titled=titled, named=named):
            continue
        values = region.values(column.index)
        above: list[Value] = []
        for row, value in enumerate(values, region.first):
            if isinstance(value, str) and is_ditto(value, titled=titled, named=named):
                yield from (((row, column.index), one) for one in above)
            elif not (is_blank(value) or _is_alone(region.grid, row) or _is_total(region.grid, row)):
                above = [] if _is_header(region, row) else [value]


def _of_named(draft: Draft, region: Region, known: Mapping[Cell, Value]) -> dict[Cell, Value]:
    """Gives cells that say to be the same as that of a project which they name by its number; each is said.

    One that names no project, or one that has nothing or several things there, is kept unread, unless it is a title.
    """
    found: dict[Cell, Value] = {}
    numbers = next((region.texts(each.index) for each in region.columns if each.target == _NUMBER), [])
    changed = {at for _, at in known}
    for column in region.columns if any(numbers) else ():
        grid, at = region.grid, column.index
        if at not in changed and not may_name_number(grid.different(at), grid.beginnings(at)):
            continue
        for row, text in enumerate(region.texts(column.index), region.first):
            said = str(known.get((row, column.index), text))
            number = number_named(said.strip()) if said[-1:].isdecimal() else ""
            if not number or column.target == _NUMBER:
                continue
            rows = rows_of(number, numbers)
            place, value = region.grid.place(row, column.index), _meant(region, column, known, row)
            if value is not None:
                found[row, column.index] = value
                draft.say("import/same-as-other", place, severity=_weight(region, column), heading=column.heading,
                          text=text, number=number, value=str(value).strip())  # fmt: skip
                continue
            if rows:
                draft.say("import/same-as-untold", place, heading=column.heading, text=text)
            else:
                draft.say("import/unknown-reference", place, number=number)
            if column.target not in _TITLES:
                draft.keep(Piece(place, text), label=column.heading)
                found[row, column.index] = None
    return found


def _meant(region: Region, column: Column, known: Mapping[Cell, Value], row: int) -> Value:
    """Gives what a cell that names another project stands for, which may name a further one; None where none tells."""
    numbers = next(region.texts(each.index) for each in region.columns if each.target == _NUMBER)
    values = [
        known.get((at, column.index), value) for at, value in enumerate(region.values(column.index), region.first)
    ]
    return meant(numbers, values, row - region.first)


def meant(numbers: Sequence[str], values: Sequence[Value], row: int) -> Value:
    """Gives what a cell that names another project stands for, which may name a further one; None where none tells.

    Args:
        numbers: the numbers of the projects of all rows.
        values: the cells of its column.
        row: its row among these.
    """
    passed, value = {row}, values[row]
    while number := number_named(str(value).strip()):
        rows = rows_of(number, numbers)
        told = {str(values[at]).strip(): values[at] for at in rows if not is_blank(values[at])}
        if len(told) != 1 or not passed.isdisjoint(rows):
            return None
        passed |= {*rows}
        (value,) = told.values()
    return value


def rows_of(number: str, numbers: Sequence[str]) -> list[int]:
    """Gives the rows of the projects of a number, as it stands or behind a code: "1" may be "P1"."""
    exact = [at for at, one in enumerate(numbers) if one == number]
    return exact or [at for at, one in enumerate(numbers) if names_number(number, one) or same_number(number, one)]


def _going_on(region: Region) -> Iterator[tuple[Cell, Value]]:
    """Gives the titles that say they go on from above, "Forum (suite)", each with the title that stands there.

    One beside another number is that of another project.
    """
    numbers = next((list(region.values(each.index)) for each in region.columns if each.target == _NUMBER), [])
    for column in region.columns:
        if column.target not in _TITLES or not any(map(_goes_on, region.grid.different(column.index))):
            continue
        above: dict[str, tuple[Value, Value]] = {}
        for at, value in enumerate(region.values(column.index)):
            number = numbers[at] if numbers and column.target == _PROJECT else None
            plain = without_continued(value) if isinstance(value, str) else None
            title, other = above.get(fold(plain or ""), (None, None))
            if title is not None and (is_blank(number) or number == other):
                yield (region.first + at, column.index), title
            elif isinstance(value, str):
                above.setdefault(fold(value), (value, number))


def _names_projects(region: Region, column: Column) -> bool:
    """Tells whether a column names what its rows are of: titles, or numbers of projects where no title stands."""
    return column.target in _TITLES or (column.target == _NUMBER and _PROJECT not in region.names)


def _goes_on(value: object) -> bool:
    return isinstance(value, str) and without_continued(value) is not None


def _may_hold(grid: Grid, column: int, *, titled: bool, named: bool) -> bool:
    """Tells by the different values of a column whether it may hold such a cell."""
    if not _written().isdisjoint(grid.different(column)):
        return True
    return any(is_ditto(text, titled=titled, named=named) for text in _marks(grid, column) if len(text) <= LONGEST)


def _marks(grid: Grid, column: int) -> list[str]:
    """Gives the different texts of a column that begin with neither letter nor number; made once."""
    if (key := ("marks", column)) not in grid.counted:
        values = () if grid.has_words_alone(column) else grid.different(column)
        grid.counted[key] = [value for value in values if isinstance(value, str) and not value[:1].isalnum()]
    found: list[str] = grid.counted[key]
    return found


@cache
def _written() -> frozenset[str]:
    """Gives the words for the same in the ways in which they are written."""
    cased = (way for word in written("ditto") for way in (word, word.capitalize(), word.upper()))
    return frozenset(f"{word}{end}" for word in cased for end in ("", ".", " ", " .", "\u00a0"))


def ditto_severity(*, of_money: bool, of_projects: bool, numbered: bool, of_steps: bool) -> Severity:
    """Gives how weighty it is that cells of a column were read as those above them.

    A sum that is said again is counted again, and a title that is said again beside a number names a project twice,
    unless the number is that of an activity.

    Args:
        of_money: whether the column holds sums.
        of_projects: whether it holds titles of projects.
        numbered: whether another column holds numbers.
        of_steps: whether another column holds titles of activities.
    """
    return "warning" if of_money or (of_projects and numbered and not of_steps) else "info"


def _say_doubts(draft: Draft, region: Region) -> None:
    """Says of each column how many cells below a filled one say "//", which are read as nothing."""
    for column in region.columns:
        if _names_projects(region, column) or not any(map(is_doubtful, _marks(region.grid, column.index))):
            continue
        filled, found = False, []
        for row, value in enumerate(region.values(column.index), region.first):
            if isinstance(value, str) and is_doubtful(value):
                found += [row] if filled else []
            elif not (is_blank(value) or _is_alone(region.grid, row)):
                filled = not (isinstance(value, str) and is_no_value(value))
        if found:
            first = region.grid.value(found[0], column.index)
            draft.say("import/same-or-nothing", region.grid.place(found[0], column.index), severity="warning",
                      heading=column.heading, text=str(first).strip(), count=len(found))  # fmt: skip


def _is_header(region: Region, row: int) -> bool:
    """Tells whether a row is the header again: nothing above it is meant behind it, and it is nothing to repeat."""
    grid = region.grid
    return [fold(str(value)) for value in grid.rows[row]] == [fold(str(value)) for value in grid.rows[region.lowest]]


def _is_total(grid: Grid, row: int) -> bool:
    """Tells whether the first text of a row says that it is a total, which no row below repeats."""
    first = next((value for value in grid.rows[row] if isinstance(value, str) and not is_blank(value)), "")
    return begins("total", first)


def _is_alone(grid: Grid, row: int) -> bool:
    """Tells whether a row has but one cell: it is the title of what follows."""
    return sum(not is_blank(value) for value in grid.rows[row]) == 1


def _say(draft: Draft, region: Region, cells: list[Cell]) -> None:
    for index, count in Counter(column for _, column in cells).items():
        first = next(row for row, column in cells if column == index)
        column = next(column for column in region.columns if column.index == index)
        weight = _weight(region, column)
        draft.say("import/same-as-above", region.grid.place(first, index), severity=weight, heading=column.heading,
                  text=str(region.grid.value(first, index)).strip(), count=count)  # fmt: skip


def _weight(region: Region, column: Column) -> Severity:
    targets = {each.target for each in region.columns}
    return ditto_severity(
        of_money=(column.target or "").startswith("budget."),
        of_projects=column.target == _PROJECT,
        numbered=_NUMBER in targets,
        of_steps="milestone.title" in targets,
    )
