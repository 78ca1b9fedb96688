"""Columns that say something of whole projects, and not of the first of their activities: "Livrable", "Partenaires"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from opengov_local.formats.word.blocks import Cell
from opengov_local.formats.word.labels import choose
from opengov_local.formats.word.meaning import Meaning
from opengov_local.formats.word.roles import Role, begins
from opengov_local.formats.word.table_parts import Records

_RESULT, _RESULTS = "deliverable", Meaning("commitment", "expected_results")
"""Field of what a milestone leads to, and what a commitment has in its place."""
_FEWEST, _LONG = 2, 3


def of_commitment(meanings: Sequence[Meaning]) -> Meaning | None:
    """Gives what a heading asks for of a commitment; None where it asks for nothing that a commitment can have."""
    found = choose(meanings, ("commitment",))
    return _RESULTS if found is None and any(each.field == _RESULT for each in meanings) else found


def is_of_project(cell: Cell, title: Cell | None, role: Role, columns: frozenset[int]) -> bool:
    """Tells whether a cell speaks of its project: it is merged just as far, or first rows alone say such things.

    Args:
        cell: the cell.
        title: the title of the project of its row.
        role: what its column means.
        columns: those that `of_projects` gives.
    """
    merged = title is not None and cell.height > 1 and (cell.row, cell.height) == (title.row, title.height)
    return cell.column in columns or (merged and of_commitment(role.meanings) is not None)


def of_projects(records: Records, roles: Mapping[int, Role]) -> frozenset[int]:
    """Gives the columns that every project has something in, in its first row, and in no further row of any.

    Two projects have several rows, or one has three: a single blank cell says little, as in sheets.

    Args:
        records: the records.
        roles: what the columns mean.
    """
    titles = {role.concept: column for column, role in roles.items() if role.field == "title"}
    commitment, step = titles.get("commitment"), titles.get("milestone")
    if commitment is None or step is None:
        return frozenset()
    firsts, rows = begins(records, commitment), begins(records, step)
    counts = [
        sum(first <= row < end for row in rows) for first, end in pairwise([*sorted(firsts), max(rows, default=0) + 1])
    ]
    several = [count for count in counts if count > 1]
    if len(firsts) < _FEWEST or not firsts < rows or (len(several) < _FEWEST and max(counts) < _LONG):
        return frozenset()
    others = (column for column, role in roles.items() if role.field not in ("title", "number"))
    columns = (column for column in others if of_commitment(roles[column].meanings) is not None)
    return frozenset(column for column in columns if begins(records, column) == firsts)
