"""What is told of a row of a plan: the objects that it speaks of, and which of its cells were read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.importing.draft import Node
from opengov_local.importing.moulds import Extract, Put

KEYS = frozenset({"axis", "axis.2", "axis.3", "axis.number", "commitment.number", "commitment.identifier",
                  "commitment.title", "milestone.title", "milestone.number"})  # fmt: skip
"""Targets that tell which objects a row speaks of."""


class Whose(NamedTuple):
    """The objects that a row speaks of.

    Attributes:
        row: the row.
        commitment: its commitment.
        milestones: its milestones, by the column of their title, left to right.
        axis: the axis they stand on.
    """

    row: int
    commitment: Node | None
    milestones: Mapping[int, Node]
    axis: Node | None


Told = tuple[Whose, list[Piece], list[Put], list[Extract]]
"""A row: its objects, its cells that were read so far, and what moulds have put of others and where it was read."""
