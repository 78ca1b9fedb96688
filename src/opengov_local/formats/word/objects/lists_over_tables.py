"""Lists of commitments that go on over several tables of the same headings, one below each axis."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.table_shapes.project_results import of_commitment
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.importing.words import fold

Heads = tuple[str, ...]
"""The folded headings of a table."""
Facts = Mapping[str, str]
"""What a row says of a commitment besides its name, folded, by what it is asked."""


class Listed(NamedTuple):
    """What is known of a table that may go on with a list.

    Attributes:
        alike: the commitments in the rows of tables above with the same headings, by their ids.
        goes_on: whether it stands right behind such a table.
        behind_several: whether the table before it goes on so: what is no such list is said of no single axis.
    """

    alike: Mapping[str, Facts] = MappingProxyType({})
    goes_on: bool = False
    behind_several: bool = False


class TableLists:
    """Knows which commitments stand in the rows of tables, by their headings."""

    def __init__(self) -> None:
        self._rows: dict[Heads, dict[str, Facts]] = {}
        self._last: Heads = ()
        self._goes_on = False

    def before(self, records: Records, *, behind_table: bool) -> Listed:
        """Gives what is known of a table before it is read.

        Args:
            records: the table.
            behind_table: whether but the name of an axis stands between it and the table before it.
        """
        heads = _heads_of(records)
        goes_on, behind_several = behind_table and heads == self._last, self._goes_on
        self._goes_on = goes_on
        return Listed(dict(self._rows.get(heads, {})), goes_on, behind_several)

    def add(self, records: Records, commitments: Mapping[str, Facts]) -> None:
        """Takes note of the commitments in the rows of a table, by their ids."""
        self._last = _heads_of(records) if commitments else ()
        if commitments:
            self._rows.setdefault(self._last, {}).update(commitments)

    def leave(self) -> None:
        """Takes note of a table that lists no commitments."""
        self._last, self._goes_on = (), False


def facts_of(roles: Mapping[int, Role], cells: Mapping[int, Cell]) -> Facts:
    """Gives what a row says besides names and numbers; where it names activities, of the project alone."""
    steps = "milestone" in {role.concept for role in roles.values() if role.field == "title"}
    others = {
        at: role
        for at, role in roles.items()
        if role.field not in ("title", "number") and (role.concept == "commitment" or not steps)
    }
    meant = {at: of_commitment(role.meanings) for at, role in others.items()}
    asked = {at: said.field if said is not None else others[at].label for at, said in meant.items()}
    return {asked[at]: fold(cell.text) for at, cell in cells.items() if at in asked}


def agree(one: Facts, other: Facts) -> bool:
    """Tells whether two rows of one title can be of one project: they name one lead, or nothing in them differs."""
    both = [asked for asked in one.keys() & other.keys() if one[asked] and other[asked]]
    return ("leads" in both and one["leads"] == other["leads"]) or all(one[asked] == other[asked] for asked in both)


def _heads_of(records: Records) -> Heads:
    return tuple(fold(cell.text) for cell in records.headings)
