"""The reasoned response to a contribution: what became of it, why, who decided, and which commitment it became."""

from __future__ import annotations

from collections.abc import Mapping

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.drafted.named_commitments import NamedCommitments
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.phrases import is_no_value
from opengov_local.formats.wording.words.decisions import Decision, read_answer, read_decision
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import code_of_name, fold

_STATUS, _REASON, _LINK = "disposition.status", "disposition.reason", "disposition.commitments"
Answer = tuple[Column, Piece]
"""A cell and its column."""


class Responses:
    """Reads the responses of one table."""

    def __init__(self, state: State) -> None:
        self._draft: Draft = state.draft
        self._commitments = NamedCommitments(state)
        self._numbers: dict[str, Node] = {}
        self._merged: list[tuple[Node, str, Piece]] = []

    def number(self, node: Node, number: str) -> None:
        """Notes the printed number of a contribution, by which others say that they were merged into it."""
        self._numbers.setdefault(fold(number), node)

    def read(self, node: Node, answers: Mapping[str, Answer]) -> None:
        """Reads what a row says became of its contribution.

        Without a decision nothing else can stand there: it is kept, and a finding says so. A contribution that is said
        to have become a commitment was accepted, which is said too.

        Args:
            node: the contribution.
            answers: the cells, by the targets of their columns.
        """
        linked = self._linked(node, answers.get(_LINK))
        decided = self._decide(node, answers.get(_STATUS), linked)
        others = {name: answer for name, answer in answers.items() if name not in (_STATUS, _LINK)}
        if linked:
            self._became(node, linked)
        if not decided:
            for column, piece in others.values():
                if not is_no_value(piece.text) or "disposition" in node.data:
                    self._draft.say("import/response-without-decision", piece, node=node, heading=column.heading)
                self._draft.keep(piece, node, label=column.heading)
            return
        for name, (column, piece) in others.items():
            self._put(node, name, column, piece)

    def _decide(self, node: Node, answer: Answer | None, linked: list[Node]) -> bool:
        """Puts the decision; tells whether there is one."""
        if answer is None:
            if linked:
                self._draft.add(node, "disposition").data["status"] = "accepted"
                self._draft.say("import/assumed", severity="info", node=node, field=_STATUS, value="accepted")
            return bool(linked)
        column, piece = answer
        decision = read_decision(piece.text) or read_answer(column.heading, piece.text)
        if decision is not None and decision.became and not (linked := self._named(node, decision, piece)):
            decision = None
        if decision is None:
            self._draft.keep(piece, node, label=column.heading)
            if not is_no_value(piece.text):
                self._draft.say("import/code-unknown", piece, node=node, heading=column.heading, text=piece.text,
                                list="disposition")  # fmt: skip
            return self._decide(node, None, linked)
        self._draft.put(node, _STATUS, decision.code, piece)
        if decision.reason:
            self._draft.put(node, _REASON, decision.reason, piece, language=column.language)
        if decision.merged:
            self._merged.append((node, decision.merged, piece))
        return True

    def _named(self, node: Node, decision: Decision, piece: Piece) -> list[Node]:
        """Puts the commitments that a decision names itself."""
        if found := self._commitments.named(piece._replace(text=decision.became)):
            self._draft.add(node, "disposition").data["status"] = decision.code
            self._became(node, found)
        return found

    def _became(self, node: Node, commitments: list[Node]) -> None:
        held = self._draft.add(node, "disposition").data.setdefault("commitments", [])
        held += [one.target for one in commitments if one.target not in held]

    def _linked(self, node: Node, answer: Answer | None) -> list[Node]:
        if answer is None:
            return []
        column, piece = answer
        found = [] if is_no_value(piece.text) else self._commitments.named(piece)
        if found:
            self._draft.used(piece, node, _LINK)
        else:
            self._draft.keep(piece, node, label=column.heading)
            if not is_no_value(piece.text):
                self._draft.say("import/unknown-reference", piece, node=node, number=piece.text)
        return found

    def _put(self, node: Node, name: str, column: Column, piece: Piece) -> None:
        if name == "disposition.date":
            disposition = self._draft.add(node, "disposition", piece)
            put_date(self._draft, disposition, "date", piece, DateContext(), column.heading)
        elif name == "disposition.by":
            self._draft.put(node, "disposition.by.name", piece.text, piece, language=column.language)
        elif is_no_value(piece.text):
            self._draft.keep(piece, node, label=column.heading)
        else:
            self._draft.put(node, _REASON, piece.text, piece, language=column.language)

    def close(self) -> None:
        """Links the contributions that were merged, now that the numbers of all are known."""
        for node, number, piece in self._merged:
            other = self._numbers.get(fold(number))
            if other is None or other is node:
                self._draft.say("import/unknown-reference", piece, node=node, number=number)
            else:
                node.data["disposition"]["merged_into"] = other.target


def coded(draft: Draft, node: Node, column: Column, piece: Piece, name: str, field: str) -> None:
    """Puts the code of a list that a cell names; a cell that names none is kept, and a finding says so.

    Args:
        draft: the document in the making.
        node: the object.
        column: the column.
        piece: the cell.
        name: name of the list.
        field: the field.
    """
    code = code_of_name(piece.text, name)
    if code is None:
        draft.keep(piece, node, label=column.heading)
        draft.say("import/code-unknown", piece, node=node, heading=column.heading, text=piece.text, list=name)
    elif field in node.data:
        draft.used(piece, node, field)
    else:
        draft.put(node, field, code, piece)
