"""Contributions and responses in two columns, one for each of two languages: read once, with both texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.contribution_columns import KINDS
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.twin_columns import seconds
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.wording.words.decisions import read_decision
from opengov_local.importing.draft import Draft, Node

_STATUS, _REASON = "disposition.status", "disposition.reason"


class ContributionTwins:
    """Knows which columns of a table of contributions say the same in two languages."""

    def __init__(self, draft: Draft, region: Region) -> None:
        self._draft = draft
        self._first = seconds(draft, region, {*KINDS, "contribution.text"})

    def __contains__(self, index: int) -> bool:
        return index in self._first

    def read(self, cells: Row, made: Mapping[int, Sequence[Node]], columns: Mapping[int, Column]) -> None:
        """Puts the texts of a row in their second language."""
        for index in self._first.keys() & cells.keys():
            piece, nodes = cells[index], made.get(self._first[index], ())
            if len(nodes) == 1:
                self._draft.put(nodes[0], "text", piece.text, piece, language=columns[index].language)
                continue
            for node in nodes[:1]:
                self._draft.keep(piece, node, label=columns[index].heading)
            if not nodes:
                self._draft.keep(piece, label=columns[index].heading)


def respond_again(draft: Draft, subjects: Sequence[Node], column: Column, piece: Piece) -> bool:
    """Puts the reason of a response in a second language; tells whether it could, or the same decision stands there.

    Args:
        draft: the document in the making.
        subjects: the contributions of the row.
        column: a second column of decisions or of reasons.
        piece: its cell.
    """
    held = [node.data["disposition"] for node in subjects if "disposition" in node.data]
    if not held or len(held) != len(subjects):
        return False
    if column.target == _STATUS:
        decision = read_decision(piece.text)
        if decision is None or any(one.get("status") != decision.code for one in held):
            return False
        draft.used(piece, subjects[0], _STATUS)
        return True
    known = [text for one in held for text in one.get("reason", {}).values()]
    if column.target != _REASON or not known or piece.text.strip() in known:
        return False
    put = [draft.put(node, _REASON, piece.text, piece, language=column.language) for node in subjects]
    return all(put)
