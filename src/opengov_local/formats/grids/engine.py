"""The spreadsheet engine (calamine): its values made ours, and those of them that it does not get right."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from opengov_local.formats.grids.grid import Value

_EXACT = 1e15
"""From here on, a number has more digits than a spreadsheet keeps."""
_MIDNIGHT = datetime.time()
_UNEQUAL = frozenset({str, float})
"""Kinds of values none of which equals one of another kind."""


@dataclass
class Typed:
    """The values of a sheet.

    Attributes:
        rows: whole numbers are int, blank cells None.
        doubtful: whether there are values whose raw form must be looked at: numbers of 16 digits and more, midnight
            (which the engine also makes of days before 1900), dates before March 1900.
        filled: how many cells are not blank.
    """

    rows: list[list[Value]] = field(default_factory=list)
    doubtful: bool = False
    filled: int = 0

    def other(self, value: Any) -> Value:
        """Takes a value that is neither text nor an ordinary number."""
        if is_doubtful(value):
            self.doubtful = True
        return value  # type: ignore[no-any-return]


def typed(rows: list[list[Any]]) -> Typed:
    """Converts the values that the engine gives.

    Equal texts become one, so that whoever compares cells or looks one up finds it at once. Of rows of one length it is
    done column by column: most hold texts alone, and stay as they are. All cells are asked for what they are in the
    order in which they were made, which takes a third of the time of asking by columns.
    """
    made = Typed()
    width = len(rows[0]) if len({*map(len, rows)}) == 1 else 0
    if not width:
        made.rows = [list(_converted(row, made.other)) for row in rows]
        made.filled = sum(len(row) - row.count(None) for row in made.rows)
        return made
    cells = list(chain.from_iterable(rows))
    others = [column for column in range(width) if not _are_texts(cells[column::width])]
    known: dict[Any, Any] = {}
    if all(_UNEQUAL.issuperset(map(type, cells[column::width])) for column in others):
        cells = list(map(known.setdefault, cells, cells))
    else:
        cells = [known.setdefault(cell, cell) if type(cell) is str else cell for cell in cells]
    if "" in known:
        blank = known[""]
        cells = [None if cell is blank else cell for cell in cells]
    made.filled = len(cells) - (cells.count(None) if "" in known else 0)
    for column in others:
        cells[column::width] = _converted(cells[column::width], made.other)
    made.rows = [cells[first : first + width] for first in range(0, len(cells), width)]
    return made


def _are_texts(values: Iterable[Any]) -> bool:
    try:
        return "".join(values) is not None
    except TypeError:
        return False


def _converted(values: Sequence[Any], other: Callable[[Any], Value]) -> Sequence[Value]:
    return [
        (value or None)
        if (kind := type(value)) is str or value is None
        else (int(value) if value.is_integer() else value)
        if kind is float and -_EXACT < value < _EXACT
        else other(value)
        for value in values
    ]


def is_doubtful(value: object) -> bool:
    """Tells whether the raw form of a value must be looked at."""
    match value:
        case datetime.date():
            return value.year == 1900 and value.month < 3
        case datetime.time():
            return value == _MIDNIGHT
        case float():
            return not -_EXACT < value < _EXACT
        case _:
            return False


def doubtful_cells(rows: list[list[Value]]) -> Iterator[tuple[int, int]]:
    """Gives the cells whose raw form must be looked at."""
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if not isinstance(value, str) and is_doubtful(value):
                yield number, column


class EngineError(Exception):
    """The engine cannot read a file."""


@contextmanager
def guarded() -> Iterator[None]:
    """Makes all failures of the engine one, the panics of its own language included.

    Raises:
        EngineError: it failed.
    """
    from python_calamine import CalamineError

    try:
        yield
    except (CalamineError, ValueError, OverflowError, MemoryError):
        raise EngineError from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise EngineError from None
