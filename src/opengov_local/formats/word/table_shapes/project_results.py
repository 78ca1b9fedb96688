"""Columns that say something of whole projects, and not of the first of their activities: "Livrable", "Partenaires"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from opengov_local.formats.tables.grid.merged_over import is_over_all, is_over_part
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.table_shapes.roles import Role, begins
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.wording.labels.labels import choose
from opengov_local.formats.wording.words.meaning import Meaning

_RESULT, _RESULTS = "deliverable", Meaning("commitment", "expected_results")
"""Field of what a milestone leads to, and what a commitment has in its place."""
_FEWEST, _LONG = 2, 3


def of_commitment(meanings: Sequence[Meaning]) -> Meaning | None:
    """Gives what a heading asks for of a commitment; None where it asks for nothing that a commitment can have."""
    found = choose(meanings, ("commitment",))
    return _RESULTS if found is None and any(each.field == _RESULT for each in meanings) else found


class Projects:
    """Tells which cells of some records speak of projects of several activities, or of some of these together."""

    def __init__(self, records: Records, roles: Mapping[int, Role], *, firsts: bool) -> None:
        """Looks at the records.

        Args:
            records: the records.
            roles: what their columns mean.
            firsts: whether what the first rows of all projects alone say is of the projects.
        """
        rows = self._rows = projects_of(records, roles)
        self._columns = of_projects(records, roles, rows) | _merged(records, roles, rows) if firsts else frozenset()

    def has(self, cell: Cell, role: Role, row: int) -> bool:
        """Tells whether a cell speaks of the project of its row: it is merged over all activities, or is a sum of some.

        So is one of a column of which first rows alone say something, or whose cells are merged so where they can be.
        """
        merged = is_over_all(cell.row, _last(cell), [*self._rows.get(row, ())])
        of_project = cell.column in self._columns or (merged and of_commitment(role.meanings) is not None)
        return of_project or bool(self.beside_sum(cell, role, row))

    def beside_sum(self, cell: Cell, role: Role, row: int) -> list[str]:
        """Gives the activities beside a sum that is merged over some of those of a project; none for others."""
        rows = self._rows.get(row, {})
        is_sum = any(meaning.field == "budget" for meaning in role.meanings)
        if not is_sum or not is_over_part(cell.row, _last(cell), [*rows]):
            return []
        return [title for row, title in rows.items() if cell.row <= row <= _last(cell)]


def _last(cell: Cell) -> int:
    return cell.row + cell.height - 1


def projects_of(records: Records, roles: Mapping[int, Role]) -> dict[int, dict[int, str]]:
    """Gives the rows of each project of several activities, with the title of the activity that begins on each.

    Args:
        records: the records.
        roles: what the columns mean.

    Returns:
        The rows of its project for each row on which an activity begins; none where no column names both.
    """
    titles = {role.concept: column for column, role in roles.items() if role.field == "title"}
    commitment, step = titles.get("commitment"), titles.get("milestone")
    if commitment is None or step is None:
        return {}
    firsts, rows = begins(records, commitment), begins(records, step)
    texts = {number: cells[step].text.strip() for number, cells in records.rows if number in rows}
    found: dict[int, dict[int, str]] = {}
    for first, end in pairwise([*sorted(firsts), max(rows, default=0) + 1]):
        group = {row: texts[row] for row in sorted(rows) if first <= row < end}
        if len(group) > 1:
            found.update(dict.fromkeys(group, group))
    return found


def of_projects(records: Records, roles: Mapping[int, Role], groups: Mapping[int, Mapping[int, str]]) -> frozenset[int]:
    """Gives the columns that every project has something in, in its first row, and in no further row of any.

    Two projects have several rows, or one has three: a single blank cell says little, as in sheets.

    Args:
        records: the records.
        roles: what the columns mean.
        groups: the rows of each project of several activities.
    """
    several = {tuple(group) for group in groups.values()}
    if len(several) < _FEWEST and max(map(len, several), default=0) < _LONG:
        return frozenset()
    titles = {role.concept: column for column, role in roles.items() if role.field == "title"}
    firsts, rows = begins(records, titles["commitment"]), begins(records, titles["milestone"])
    if len(firsts) < _FEWEST or not firsts < rows:
        return frozenset()
    others = (column for column, role in roles.items() if role.field not in ("title", "number"))
    columns = (column for column in others if of_commitment(roles[column].meanings) is not None)
    return frozenset(
        column for column in columns if begins(records, column) == firsts and not _is_over_part(records, column, groups)
    )


def _merged(records: Records, roles: Mapping[int, Role], groups: Mapping[int, Mapping[int, str]]) -> frozenset[int]:
    """Gives the columns whose cells lie over all activities of each project that has several and says something there.

    What stands there beside a project of one activity is of the project, too.
    """
    found: set[int] = set()
    for column, role in roles.items():
        if role.field in ("title", "number") or of_commitment(role.meanings) is None:
            continue
        there = [(row, cells[column]) for row, cells in records.rows if row in groups and column in cells]
        said = [(row, cell) for row, cell in there if cell.text]
        if said and all(
            cell.column == column and is_over_all(cell.row, _last(cell), [*groups[row]]) for row, cell in said
        ):
            found.add(column)
    return frozenset(found)


def _is_over_part(records: Records, column: int, groups: Mapping[int, Mapping[int, str]]) -> bool:
    cells = [cells[column] for _, cells in records.rows if column in cells]
    return any(is_over_part(cell.row, _last(cell), [*groups.get(cell.row, ())]) for cell in cells)
