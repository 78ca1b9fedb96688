"""Columns whose cells list, line by line, what the activities listed beside them have: times, costs, states, bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import read_amount, read_list, read_percent, read_status
from opengov_local.importing.words.lists import ListReading

STEPS = "milestone.list"
TIMES = frozenset(name for name, target in targets().items() if target.reads in ("date", "schedule", "mark"))
"""Targets of columns that say when something is done."""
_ONE_EACH: dict[str, Callable[[str], bool]] = {
    "date": lambda text: read_date(text) is not None,
    "schedule": lambda text: read_date(text) is not None,
    "amount": lambda text: read_amount(text).value is not None,
    "percent": lambda text: read_percent(text).value is not None,
    "status": lambda text: read_status(text) is not None,
}
"""What a project has one of, by how its cells are read: several of them are those of its activities."""
_SEVERAL = frozenset({"parties", "persons"})
"""What a project may have several of itself."""
_OF_STEP = frozenset({"deliverable", "milestone.description"})
"""Texts that no project has."""


def parallel_columns(region: Region) -> frozenset[int]:
    """Gives the columns of a table of projects whose lists go with the lists of activities, item by item.

    Wherever both cells of a row list something, they list as many. Times, costs, states and percentages must be read
    one by one, and not as a whole. Bodies may be those of the project: theirs must have the numbers of the
    activities, or be as many as these in lists of different lengths, or name one body twice.
    """
    steps = [column.index for column in region.columns if column.target == STEPS]
    if len(steps) != 1 or "milestone.title" in region.names:
        return frozenset()
    listed = [_listed(text) for text in region.texts(steps[0])]
    return frozenset(
        column.index for column in region.columns if column.target and _is_parallel(column, region, listed)
    )


def lines_in(text: str, count: int = 0) -> tuple[str, ...]:
    """Gives what a cell lists, in lines or with bullets, numbers or semicolons.

    A line that begins in small letters goes on with the one above, unless so many are all times: "by end of 2026".

    Args:
        text: the cell.
        count: how many things are listed beside it, 0 where that is not known.
    """
    items = _listed(text).items
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    are_times = len(items) < len(lines) == count and all(read_date(line) is not None for line in lines)
    return lines if are_times else items


def _listed(text: str) -> ListReading:
    return read_list(text, commas="never")


def _is_parallel(column: Column, region: Region, listed: list[ListReading]) -> bool:
    target = targets()[column.target or ""]
    kind = "" if target.name in _OF_STEP else target.reads.partition(":")[0]
    return _go_together(kind, listed, region.texts(column.index))


def go_together(kind: str, steps: Sequence[str], cells: Sequence[str]) -> bool:
    """Tells whether what the cells of a column list goes with the activities that the cells beside them list.

    Args:
        kind: how one thing is read: `date`, `schedule`, `amount`, `percent`, `status`, `parties`; "" for a text that
            only an activity has.
        steps: the cells of the activities.
        cells: those of the column, on the same rows.
    """
    return _go_together(kind, [_listed(text) for text in steps], cells)


def _go_together(kind: str, listed: Sequence[ListReading], cells: Sequence[str]) -> bool:
    if kind and kind not in _SEVERAL and kind not in _ONE_EACH:
        return False
    pairs = list(_pairs(cells, listed))
    if not pairs or any(len(steps.items) != len(mine.items) for steps, mine, _ in pairs):
        return False
    if kind in _SEVERAL:
        return _have_equal_numbers(pairs)
    is_read = _ONE_EACH.get(kind)
    if is_read is None:
        return True
    if kind in ("date", "schedule") and any(is_read(text) for _, _, text in pairs):
        return False
    return all(is_read(item) for _, mine, _ in pairs for item in mine.items)


def _pairs(cells: Sequence[str], listed: Sequence[ListReading]) -> Iterator[tuple[ListReading, ListReading, str]]:
    """Gives what both cells of a row list, and the text of the second, where both list several things."""
    for text, steps in zip(cells, listed, strict=True):
        mine = _listed(text)
        if len(steps.items) > 1 and len(mine.items) > 1:
            yield steps, mine, text


def _have_equal_numbers(pairs: list[tuple[ListReading, ListReading, str]]) -> bool:
    """Tells whether lists of bodies are numbered as the activities, of changing length as they, or name one twice."""
    numbered = all("number" in steps.separators and "number" in mine.separators for steps, mine, _ in pairs)
    lengths = {len(mine.items) for _, mine, _ in pairs}
    return numbered or len(lengths) > 1 or any(len(set(mine.items)) < len(mine.items) for _, mine, _ in pairs)
