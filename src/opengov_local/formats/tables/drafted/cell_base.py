"""What the readers of cells have in common: the table, its readings, and keeping what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.readings import Readings
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.units_elsewhere import UnitsElsewhere
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import (
    Commas,
    read_list,
)
from opengov_local.importing.words.bullets import lines_of

T = TypeVar("T")
_CALLED = {"end": "due", "deliverable": "expected_results"}
"""Fields that some concepts call otherwise."""


class CellBase:
    """Knows the table whose cells are read.

    Attributes:
        parallel: columns whose cells list something for each of the activities that their rows list.
    """

    parallel: frozenset[int] = frozenset()

    def __init__(self, state: State, region: Region) -> None:
        self.state = state
        self.draft: Draft = state.draft
        self.region = region
        self._readings = Readings(
            region,
            self.draft.options,
            UnitsElsewhere(state, region).of,
            lambda: state.country or state.titled_country or state.land,
        )
        self._side_by_side: set[int] = set()
        self._fields = {c.index: targets()[c.target].field for c in region.columns if c.target}

    def _row_of(self, piece: Piece) -> int:
        return self.region.grid.at(piece.place)[0]

    def _field(self, node: Node, column: Column) -> str:
        field = self._fields[column.index]
        other = _CALLED.get(field)
        return other if other is not None and other in node.shapes else field

    def _keep(self, node: Node, column: Column, piece: Piece, code: str | None = None) -> None:
        self.draft.keep(piece, node, label=column.heading)
        if code:
            self.draft.say(code, piece, node=node, heading=column.heading, text=piece.text)

    def _say_side_by_side(self, column: Column, piece: Piece) -> None:
        """Says once of a column that its lists go, item by item, with those beside it."""
        if column.index not in self._side_by_side:
            self._side_by_side.add(column.index)
            of_money = str(column.target).startswith("budget.")
            severity: Severity = "warning" if of_money and lines_of(piece.text)[1] in (None, "line") else "info"
            self.draft.say("import/lists-side-by-side", piece, severity=severity, heading=column.heading)

    def _items(self, node: Node, column: Column, piece: Piece, commas: Commas = "names") -> tuple[str, ...]:
        reading = read_list(piece.text, commas=commas, dashes=commas == "names" and self._readings.dashes_part(column))
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)
        return reading.items

    def _one_of(
        self,
        node: Node,
        column: Column,
        piece: Piece,
        read: Callable[[Piece], T | None],
        say: Callable[[T], object],
        *,
        whole: bool = False,
    ) -> T | None:
        """Reads a cell; of one in two scripts, the first part that can be read, and says where the other differs.

        A part that cannot be read is kept beside the object.

        Args:
            node: the object that the cell speaks of.
            column: its column.
            piece: the cell.
            read: reads a piece; None where it cannot be read.
            say: gives what a reading says, by which two are the same.
            whole: whether all words of the cell are put beside the reading.
        """
        if (reading := read(piece)) is not None:
            return reading
        parts = [piece._replace(text=part, value=part) for part in two_parts(piece.text)]
        said = [(part, reading) for part in parts if (reading := read(part)) is not None]
        if len(said) == 2 and say(said[0][1]) != say(said[1][1]):
            self.draft.say("import/parts-differ", piece, node=node, heading=column.heading, kept=said[0][0].text,
                           text=said[1][0].text)  # fmt: skip
        for part in parts if len(said) == 1 and not whole else ():
            if part is not said[0][0]:
                self.draft.keep(part._replace(value=None), node, label=column.heading)
        return said[0][1] if said else None
