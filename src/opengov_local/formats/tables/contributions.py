"""Tables of what people brought: problems, solutions, proposals, recommendations, and what became of them."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.layout import Column, Region
from opengov_local.formats.tables.pieces import Row, Sheet
from opengov_local.formats.tables.state import State
from opengov_local.formats.tables.vocabulary import targets
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import code_of_name, read_list, read_number

KINDS = {
    "contribution.problem": "problem",
    "problem": "problem",
    "contribution.solution": "solution",
    "action": "solution",
    "contribution.proposal": "proposal",
    "contribution.recommendation": "recommendation",
}
"""Headings that name a kind of contribution in a table of contributions, and the kind."""


_CODED = {
    "contribution.kind": ("contribution_kind", "kind"),
    "disposition.status": ("disposition", "disposition.status"),
}
_SAID = {
    "commitment.number": "number",
    "contribution.author": "author.name",
    "disposition.reason": "disposition.reason",
}


def is_contributions(region: Region) -> bool:
    """Tells whether the rows of a table are contributions: no projects, no activities, but what people said."""
    names = region.names
    if names & {"commitment.title", "milestone.title"}:
        return False
    return "contribution.text" in names or len(names & KINDS.keys()) >= 2


def read_contributions(state: State, region: Region, sheet: Sheet, workshop: Node) -> None:
    """Reads the rows of a table of contributions into a workshop."""
    reader = _Rows(state, region, sheet, workshop)
    for row in range(region.first, region.end):
        cells = sheet.row(row)
        if cells:
            reader.row(row, cells)


class _Rows:
    def __init__(self, state: State, region: Region, sheet: Sheet, workshop: Node) -> None:
        self.state = state
        self.draft = state.draft
        self.region = region
        self.sheet = sheet
        self.workshop = workshop
        self.columns = {column.index: column for column in region.columns}
        self._holder: Node = workshop
        self._problem: Node | None = None

    def row(self, row: int, cells: Row) -> None:
        """Reads one row: its group, its contributions, and what is said of them."""
        for index in sorted(cells):
            column = self.columns.get(index)
            if column and column.target in ("group", "axis"):
                self._holder = self.state.group(self.workshop, cells[index])
                self._problem = None
        said = {index: cells[index] for index in sorted(cells) if self._kind(index, cells)}
        made = [node for index in said for node in self._contributions(row, index, said[index], cells)]
        if not any(self._kind(index, cells) == "problem" for index in said) and self._problem is not None:
            self._link(made, [self._problem])
        for index in sorted(cells):
            column = self.columns.get(index)
            if index not in said and not (column and column.target in ("group", "axis")):
                self._other(column, cells[index], made)

    def _kind(self, index: int, cells: Row) -> str | None:
        """Tells which kind of contribution a cell holds; None where it holds none."""
        column = self.columns.get(index)
        if column is None or column.target is None:
            return None
        if column.target != "contribution.text":
            return KINDS.get(column.target)
        kinds = (at for at, other in self.columns.items() if other.target == "contribution.kind" and at in cells)
        stated = next((cells[at].text for at in kinds), None)
        return (code_of_name(stated, "contribution_kind") if stated else None) or "other"

    def _contributions(self, row: int, index: int, piece: Piece, cells: Row) -> list[Node]:
        column = self.columns[index]
        kind = self._kind(index, cells) or "other"
        one = column.target == "contribution.text"
        items = [piece.text] if one else list(read_list(piece.text, commas="never").items)
        made = []
        for item in items:
            node = self.draft.add(self._holder, "contributions", piece)
            node.data["kind"] = kind
            self.draft.put(node, "text", item, piece, language=column.meaning.text_language if column.meaning else None)
            made.append(node)
        if kind == "problem":
            self._problem = made[0] if len(made) == 1 else None
        elif self._problem is not None and self._beside_problem(row, cells):
            self._link(made, [self._problem])
        return made

    def _beside_problem(self, row: int, cells: Row) -> bool:
        """Tells whether the problem stands in this row, or in a merged cell over it."""
        problems = [at for at, column in self.columns.items() if KINDS.get(column.target or "") == "problem"]
        return any(at in cells or self.sheet.over(row, at) for at in problems)

    def _link(self, answers: list[Node], problems: list[Node]) -> None:
        for node in answers:
            if node.data["kind"] in ("solution", "proposal") and "answers" not in node.data:
                node.data["answers"] = [problem.target for problem in problems]

    def _other(self, column: Column | None, piece: Piece, made: list[Node]) -> None:
        """Reads what a row says of its contributions; it is said of one only where the row has but one."""
        node = made[0] if len(made) == 1 else None
        if column is None or column.target is None or node is None:
            self.draft.keep(piece, node or self._holder, label=column.heading if column else None)
        elif column.target in _CODED:
            self._coded(node, column, piece, *_CODED[column.target])
        elif column.target == "contribution.supporters":
            self._supporters(node, column, piece)
        elif targets()[column.target].reads in ("date", "schedule"):
            put_date(self.draft, node, "date", piece, DateContext(), column.heading)
        elif (field := _SAID.get(column.target)) is not None:
            self.draft.put(node, field, piece.text, piece)
        else:
            self.draft.keep(piece, node, label=column.heading)

    def _coded(self, node: Node, column: Column, piece: Piece, name: str, field: str) -> None:
        code = code_of_name(piece.text, name, words=self.draft.options.words)
        if code is None:
            self.draft.keep(piece, node, label=column.heading)
            self.draft.say("import/code-unknown", piece, node=node, heading=column.heading, text=piece.text, list=name)
        elif field in node.data:
            self.draft.used(piece, node, field)
        else:
            self.draft.put(node, field, code, piece)

    def _supporters(self, node: Node, column: Column, piece: Piece) -> None:
        number = read_number(piece.value if type(piece.value) is int else piece.text)
        if number.value is not None and number.value.isdigit() and not number.unit:
            self.draft.put(node, "supporters", int(number.value), piece)
        else:
            self.draft.keep(piece, node, label=column.heading)
