"""Commitments named again under an axis that is not theirs: in fiches behind a table, in a table behind fiches."""

from __future__ import annotations

from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.importing.draft import Node

Manner = tuple[str | int | bool | None, ...]
"""How a commitment is named: in which table, or on a line of which level and list."""


class NamedAside:
    """Knows how commitments are named under the open axis, and which of another axis are named otherwise.

    Attributes:
        line: level and list of the line that is being read.
        bands: how many axes were opened in one table, each behind the other; 0 where a line opened the last.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self.line: Manner = ()
        self.bands = 0
        self._table: str | int | None = None
        self._first: Manner | None = None
        self._said: set[tuple[str, Manner]] = set()

    def open(self, piece: Piece) -> None:
        """Takes note of an axis that is opened."""
        table = piece.place.part if piece.place.kind == "cell" else None
        self.bands = 0 if table is None else self.bands + 1 if table == self._table else 1
        self._table, self._first = table, None

    def names(self, commitment: Node, axis: Node, axes: list[dict[str, Any]], piece: Piece) -> bool:
        """Tells whether a commitment is named only to tell more of it, and is no part of the open axis; this is said.

        It has an axis, and is named otherwise than the first that stands under the open one.

        Args:
            commitment: the commitment.
            axis: the open axis.
            axes: the axes of the plan.
            piece: where it is named.
        """
        manner: Manner = (piece.place.part, True) if piece.place.kind == "cell" else self.line
        self._first = manner if self._first is None else self._first
        held = commitment.data.get("axes", [])
        if not held or axis.target in held or manner == self._first or self._writing.own_form:
            return False
        if (axis.target, manner) not in self._said:
            self._said.add((axis.target, manner))
            there = next((each for each in axes if each["id"] == held[0]), {})
            value = next(iter(there.get("title", {}).values()), there.get("number", held[0]))
            self._writing.draft.say(
                "import/assumed", piece, severity="info", node=commitment, field="axes", value=value
            )
        return True
