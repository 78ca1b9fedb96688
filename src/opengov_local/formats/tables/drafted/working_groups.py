"""The working groups of a workshop, new or known, by their titles and numbers."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.state import State, title_key
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.importing.draft import Node


def group_of(state: State, workshop: Node, piece: Piece) -> Node:
    """Gives the working group of that name, new or known."""
    key = (workshop.target, title_key(piece.text))
    known = state.groups.get(key) or _known_group(state, workshop, piece.text)
    if known is not None:
        state.draft.used(piece, known, "title")
    else:
        known = state.draft.add(workshop, "working_groups", piece)
        kind = "group_word" if split_number(piece.text, "group_word").number else "axis_word"
        state.title(known, piece, kind)
    state.groups[key] = known
    return known


def _known_group(state: State, workshop: Node, text: str) -> Node | None:
    """Gives the only working group of a title, or of a number that stands alone."""
    numbered, number = split_number(text, "group_word"), bare_number(text, "group_word", alone=True)
    found = [
        group
        for group in workshop.data.get("working_groups", ())
        if {title_key(text), title_key(numbered.title)} & set(map(title_key, (group.get("title") or {}).values()))
        or (number and group.get("number") == number)
    ]
    return state.draft.node_of(found[0]) if len(found) == 1 else None
