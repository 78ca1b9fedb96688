"""Who is responsible for all activities of a project is responsible for the project, too: OGP asks for one at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import partial
from typing import Any, Final, NamedTuple

from opengov_local.account import Piece, Place
from opengov_local.formats.tables.column_scopes import scoped
from opengov_local.formats.tables.heading_meanings import targets
from opengov_local.formats.tables.layout import Region
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.importing.draft import Draft, Node
from opengov_local.model.commitment import Commitment

PARTIES: Final = ("lead", "supporting")
"""Beginnings of targets that name who has a part in a project or in an activity."""
_PROJECTS: Final = frozenset({"commitment.title", "commitment.number"})
OF_ROWS: Final = ("budget.", *PARTIES)
"""Beginnings of targets whose cells are those of the activities of their rows, even where these all have the same."""


def columns_of_steps(region: Region) -> dict[str, list[int]]:
    """Gives the columns behind the activities of a table that name who has a part in them, by field.

    None where another column says who has it in the project, or several activities stand in one row.
    """
    if sum(column.target == "milestone.title" for column in region.columns) != 1 or not region.names & _PROJECTS:
        return {}
    found: dict[str, list[int]] = {}
    of_projects, scopes = set(), scoped(region.columns)
    for column in region.columns:
        if not column.target or not column.target.startswith(PARTIES):
            continue
        field = targets()[column.target].field
        if column.scope is not None or scopes.get(column.index) != "milestone":
            of_projects.add(field)
        else:
            found.setdefault(field, []).append(column.index)
    return {field: columns for field, columns in found.items() if field not in of_projects}


def share_parties(draft: Draft, plan: Node, tables: Sequence[tuple[Region, Sheet]]) -> None:
    """Gives projects the parties that all their activities have, and says of each column of how many.

    Args:
        draft: the document in the making.
        plan: the plan, when all its tables were read.
        tables: its tables, and their pieces.
    """
    columns = [(region, sheet, columns_of_steps(region)) for region, sheet in tables]
    for field in dict.fromkeys(field for _, _, found in columns for field in found):
        shared = [(one, held) for one in plan.data.get("commitments", ()) if (held := _shared(one, field))]
        read = draft.extracts_of({one["milestones"][0]["id"] for one, _ in shared}, field) if shared else {}
        cells = _cells([(region, sheet, found.get(field, [])) for region, sheet, found in columns]) if read else {}
        counts: Counter[tuple[Place, str]] = Counter()
        for commitment, held in shared:
            said = read.get(commitment["milestones"][0]["id"], [])
            pieces = [cell.piece() for one in said if (cell := cells.get(one["location"])) is not None]
            if not said or len(pieces) < len(said):
                continue
            node = Node(commitment, Commitment, commitment["id"], "", plan, "commitments")
            for party in held:
                _copy(draft, node, field, party, pieces[0])
            for extract, piece in zip(said, pieces, strict=True):
                draft.read_also(node, extract["fields"][0], piece)
            counts[min(cells[one["location"]].heading for one in said)] += 1
        for (place, heading), count in counts.items():
            draft.say("import/party-of-activities", place, severity="info", heading=heading, count=count)


class _Cell(NamedTuple):
    """A cell of a table: where its column is headed, by which columns are in order, and what makes its piece."""

    heading: tuple[Place, str]
    piece: Callable[[], Piece]


def _cells(tables: Sequence[tuple[Region, Sheet, list[int]]]) -> dict[str, _Cell]:
    """Gives the cells of some columns of tables, by the words of extracts for their places."""
    found: dict[str, _Cell] = {}
    for region, sheet, columns in tables:
        named = {column.index: column.heading for column in region.columns}
        for column in columns:
            heading = (region.grid.place(region.header, column), named[column])
            for row in range(region.first, region.end):
                piece = partial(_piece, sheet, row, column)
                found.setdefault(str(region.grid.place(row, column)), _Cell(heading, piece))
    return found


def _piece(sheet: Sheet, row: int, column: int) -> Piece:
    piece = sheet.piece(row, column)
    if piece is None:
        raise LookupError(f"no cell in row {row}, column {column}")
    return piece


def _shared(commitment: Mapping[str, Any], field: str) -> Sequence[dict[str, Any]]:
    """Gives the parties that all activities of a project have, if it has none itself."""
    steps = commitment.get("milestones", ())
    if field in commitment or not steps:
        return ()
    held: Sequence[dict[str, Any]] = steps[0].get(field, ())
    return held if all(step.get(field) == held for step in steps[1:]) else ()


def _copy(draft: Draft, parent: Node, field: str, data: Mapping[str, Any], piece: Piece) -> None:
    """Adds a copy of an object, read where it was read."""
    node = draft.add(parent, field, piece)
    for name, value in data.items():
        shape = node.shapes.get(name)
        if shape is not None and shape.model is not None and not shape.many:
            _copy(draft, node, name, value, piece)
            continue
        node.data[name] = deepcopy(value)
        node.places[name] = piece.place
