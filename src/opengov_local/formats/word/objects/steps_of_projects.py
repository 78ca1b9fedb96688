"""Tables of steps in which a column names the project of each by its number: "N° projet | Activité | Échéance"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.importing.draft import Node

_NUMBER: Final = ("commitment", "number")


class StepsOf(NamedTuple):
    """Whose the steps of a table are.

    Attributes:
        column: the column that says so; 0 where none does.
        cells: for each row the cell in which it is said, which may be merged over rows or stand above.
        projects: the projects by what cells name them; those that are not there lack.
    """

    column: int = 0
    cells: Mapping[int, Cell] = {}
    projects: Mapping[str, Node] = {}


def projects_of_steps(
    objects: Objects, roles: Mapping[int, Role], counted: Collection[int], records: Records
) -> StepsOf:
    """Finds the column of a table of steps that names by their numbers projects which stand above.

    Args:
        objects: the projects that were read so far.
        roles: what the columns are.
        counted: columns for titles of projects in which numbers alone stand.
        records: the rows.
    """
    titles = {role.concept: column for column, role in roles.items() if role.field == "title"}
    if "milestone" not in titles or titles.get("commitment", 0) not in (0, *counted):
        return StepsOf()
    able = [column for column, role in roles.items() if {meaning[:2] for meaning in role.meanings} == {_NUMBER}]
    for column in (*able, *(at for at in counted if roles[at].concept == "commitment")):
        cells: dict[int, Cell] = {}
        last = None
        for row, there in records.rows:
            last = there[column] if column in there and there[column].text else last
            if last is not None:
                cells[row] = last
        found = {text: objects.numbered(text) for text in dict.fromkeys(cell.text.strip() for cell in cells.values())}
        if any(found.values()):
            return StepsOf(column, cells, {text: nodes[0] for text, nodes in found.items() if len(nodes) == 1})
    return StepsOf()
