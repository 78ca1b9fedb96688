"""Rows of a table told together by their columns: what they name, and the kinds of their other cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import ne
from typing import Any, Final, NamedTuple

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.grid.cell_kinds import APART, ColumnKinds, Kinds
from opengov_local.formats.tables.levels.again import Again
from opengov_local.formats.tables.levels.apart import Apart
from opengov_local.formats.tables.rows.begun_commitments import BegunCommitments
from opengov_local.formats.tables.rows.row_forms import Kind

_AT_ONCE: Final = 1024
"""Rows whose columns are looked at together."""
_NAMED = frozenset({str, int, type(None)})


class Rows(NamedTuple):
    """Some rows, told by their columns: what they name, and the kinds of their other cells with what makers take.

    Where all of them are plain and of the same kinds, `ends` has for each how many come before the next that names
    something else; else it is empty.
    """

    first: int
    end: int
    plain: bool
    names: list[tuple[Value, ...]]
    kinds: list[Kind]
    cells: list[tuple[Any, ...]]
    ends: Sequence[int]


class RowsByColumns:
    """Tells the rows of one table so."""

    def __init__(self, begun: BegunCommitments, apart: Apart, again: Again, kinds: Kinds) -> None:
        """Starts with none.

        Args:
            begun: tells the names of commitments.
            apart: tells rows that are no objects.
            again: remembers what rows name.
            kinds: the kinds of the cells of the table.
        """
        self._begun = begun
        self._sheet = begun.sheet
        self._apart = apart
        self._again = again
        self._kinds = kinds
        self._rows: dict[bool, Rows] = {}

    def told(self, row: int, end: int, columns: Sequence[ColumnKinds], *, commitment: bool) -> Rows:
        """Tells a row and those below it by their columns."""
        known = self._rows.get(commitment)
        if known is None or not known.first <= row < known.end:
            last = min(end, row + _AT_ONCE)
            grid = self._sheet.grid
            named = [grid.column(index)[row:last] for index in self._again.names]
            types = {
                kind for values, at in zip(named, self._again.names, strict=True) for kind in grid.kinds_of(at, values)
            }
            if not types <= _NAMED or (int in types and grid.percents):
                last = row  # what looks the same may be shown otherwise
            told = [column.tell(row, last) for column in columns]
            is_plain = last > row and self._apart.are_plain(row, last)
            if is_plain and not any(APART in kinds for kinds, _ in told):  # none of them changes how others are read
                told = [
                    column.tell(row, last) if None in one[0] and column.learn_all(row, last) else one
                    for column, one in zip(columns, told, strict=True)
                ]
            self._begun.foretell(row, last, self._kinds)
            names: list[tuple[Value, ...]] = [()] * (last - row)
            if named:
                names = list(zip(*(values[: last - row] for values in named), strict=True))
            alike = last > row and all(_is_one_kind(kinds) for kinds, _ in told)
            kinds = [tuple([kinds[0] for kinds, _ in told])] * (last - row) if alike else []
            known = self._rows[commitment] = Rows(
                row,
                last,
                is_plain,
                names,
                kinds or list(zip(*(kinds for kinds, _ in told), strict=True)),
                list(zip(*(cells for _, cells in told), strict=True)),
                _ends(names) if is_plain and alike else (),
            )
        return known


def _is_one_kind(kinds: Sequence[int | None]) -> bool:
    return kinds[0] is not None and kinds.count(kinds[0]) == len(kinds)


def _ends(names: Sequence[tuple[Value, ...]]) -> list[int]:
    """Gives for each row how many come before the next that names something else."""
    ends: list[int] = []
    for last in (*compress(range(1, len(names)), map(ne, names[1:], names)), len(names)):
        ends += [last] * (last - len(ends))
    return ends
