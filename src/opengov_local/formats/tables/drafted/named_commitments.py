"""Commitments that another table names: by number, by title, or by both."""

from __future__ import annotations

import re
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_list

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_WHOLE = re.compile(r"^[A-Za-z]{0,3}[-. ]?0*([0-9]+)$")


class NamedCommitments:
    """The commitments of the file, by what names them; where it lists none, those that are named are made."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._made = state.only_named
        there = state.plan.data.get("commitments", ()) if state.has_plan else ()
        self._listed: list[dict[str, Any]] = [one for one in there if not any(one is made for made in self._made)]

    def named(self, piece: Piece) -> list[Node]:
        """Gives the commitments that a cell names; none where one of them is unknown and the file lists others."""
        text = piece.text.strip()
        if (whole := self._one(text)) is not None:
            return [whole]
        items = read_list(text, commas="never").items
        items = items if len(items) > 1 else tuple(part for part in re.split(r"\s*[,،/+&]\s*", text) if part)
        parts = [self._one(item) for item in items]
        if len(parts) > 1 and all(parts):
            return [part for part in parts if part is not None]
        return [] if self._listed else self._make(piece, read_list(text, commas="never").items)

    def _one(self, text: str) -> Node | None:
        known = [*self._listed, *self._made]
        numbered = split_number(text, "project_word")
        titled = [one for one in known if fold(numbered.title) in _titles(one) or fold(text) in _titles(one)]
        if len(titled) == 1:
            return self._state.draft.node_of(titled[0])
        printed = [one for one in known if fold(str(one.get("number", ""))) == fold(text)]
        if len(printed) == 1 and not titled:
            return self._state.draft.node_of(printed[0])
        number = numbered.number or bare_number(text, "project_word", alone=True)
        found = [one for one in titled or known if number and fold(str(one.get("number", ""))) == fold(number)]
        if not found and number and (bare := _WHOLE.match(number)):
            found = [one for one in titled or known if _bare(one) == bare[1]]
        return self._state.draft.node_of(found[0]) if len(found) == 1 else None

    def _make(self, piece: Piece, items: tuple[str, ...]) -> list[Node]:
        """Makes commitments of titles that are named; a number alone names nothing that could be made."""
        if not items or not all(
            _LETTERS.search(item) and not bare_number(item, "project_word", alone=True) for item in items
        ):
            return []
        return [self._one(item) or self._new(piece, item) for item in items]

    def _new(self, piece: Piece, text: str) -> Node:
        state = self._state
        if not state.has_plan and state.collectivity is not None:
            state.plan.data["collectivities"] = [state.collectivity.target]
        node = state.draft.add(state.plan, "commitments", piece)
        state.title(node, piece._replace(text=text), "project_word")
        state.draft.say("import/commitment-only-named", piece, severity="info", node=node, text=text)
        self._made.append(node.data)
        return node


def _titles(one: dict[str, Any]) -> set[str]:
    return {fold(text) for text in one.get("title", {}).values()}


def _bare(one: dict[str, Any]) -> str:
    found = _WHOLE.match(str(one.get("number", "")).strip())
    return found[1] if found else ""
