"""Forms of rows: which kinds of cells they have, and the maker of all rows of one form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from opengov_local.formats.tables.grid.cell_kinds import APART, BLANK, ColumnKinds, Kinds
from opengov_local.formats.tables.levels.again import Again, Here
from opengov_local.formats.tables.rows.begun_commitments import COMMITMENT, Begun, BegunCommitments, axis_of
from opengov_local.importing import row_makers
from opengov_local.importing.moulds import word_of
from opengov_local.importing.poured_rows import OWN, Part, RowForm
from opengov_local.importing.row_makers import Layout, Make, Slot, extracts_of, maker_of

_FEWEST: Final = 3
"""Rows of one form from which a maker is made."""
_MOST: Final = 500
"""Forms of the rows of a table for which makers are made."""
Kind = tuple[int | None, ...]
"""The kinds of the cells of a row; None for those that are not known yet."""


class Maker(NamedTuple):
    """What makes rows of one form.

    Attributes:
        make: makes their objects.
        form: what became of their cells.
        above: the cells that are said of the commitment, by their number among those given.
    """

    make: Make
    form: RowForm
    above: Sequence[int]


class RowForms:
    """The forms of the rows of one table."""

    def __init__(
        self, kinds: Kinds, letters: Sequence[str], again: Again, begun: BegunCommitments, steps: Sequence[int]
    ) -> None:
        """Starts with none.

        Args:
            kinds: the kinds of the cells.
            letters: the columns, as places name them.
            again: remembers what rows name.
            begun: makes the commitments that rows begin.
            steps: the columns of milestones.
        """
        self._kinds = kinds
        self._letters = letters
        self._again = again
        self._begun = begun
        self._steps = steps
        self._makers: dict[tuple[object, ...], dict[Kind, Maker | None]] = {}
        self._seen: Counter[tuple[object, ...]] = Counter()

    def maker(self, here: Here, columns: Sequence[ColumnKinds], kinds: Kind, begun: Begun | None) -> Maker | None:
        """Gives the maker of rows of one form, once there were some; None where they must be looked at."""
        axis = begun.axis if begun else axis_of(here)
        told = begun.kinds if begun else tuple(self._again.ways)  # what rows say again may be learned anew
        mode = (begun is None, told, here[COMMITMENT] is None, axis is None)
        known = self._makers.setdefault(mode, {})
        if kinds not in known:
            self._seen[mode, kinds] += 1
            if self._seen[mode, kinds] < _FEWEST or len(known) >= _MOST:
                return None
            known[kinds] = self._made(here, columns, kinds, begun)
        return known[kinds]

    def _made(self, here: Here, columns: Sequence[ColumnKinds], kinds: Kind, begun: Begun | None) -> Maker | None:
        moulds, letters = self._kinds.moulds, self._letters
        slots: list[Slot | None] = []
        parts: list[Part] = []
        again: list[row_makers.Again] = []
        if begun:
            parts += [Part(level, column, word_of("title")) for level, column in enumerate(self._begun.axes)]
            for index, named in zip(self._begun.naming, begun.kinds, strict=True):
                slots.append(Slot(letters[index], moulds[named], own=False))
                parts.append(Part(COMMITMENT, index, moulds[named]))
        else:
            parts += [Part(level, column, mould) for mould, level, column, _ in self._again.ways]
            again = [row_makers.Again(letters[at], mould.paths[0]) for mould, _, at, put in self._again.ways if put]
        names, above = len(slots), list[int]()
        for at, (column, kind) in enumerate(zip(columns, kinds, strict=True)):
            if kind is None or kind == APART or (kind == BLANK and column.index in self._steps):
                return None
            is_above = kind != BLANK and column.level == COMMITMENT
            above += [at] if is_above else []
            if kind == BLANK or (is_above and begun is None):
                slots.append(None)
            else:
                slots.append(Slot(letters[column.index], moulds[kind], own=column.level == OWN))
            if column.moulds is not None and kind != BLANK:
                mould = column.moulds.word if is_above and begun is None else moulds[kind]
                parts.append(Part(column.level, column.index, mould))
        loose = here[COMMITMENT] is None
        on_axis = axis_of(here) is not None and (loose or begun is not None)
        layout = Layout(slots, names, again, begun is not None, bool(self._steps), on_axis)
        make = maker_of(layout, in_own=loose)
        return Maker(make, RowForm(parts, extracts_of(layout)), above) if make else None
