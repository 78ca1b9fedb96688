"""The axis that the name of a sheet, or a line above its table, gives to all rows: "AXE 1 : Transparence"."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.numbering import bare_number, split_number

_LONGEST = 200
_RANKS = (("third_axis_word", "axis.3"), ("second_axis_word", "axis.2"), ("axis_word", "axis"))
AXES = ("axis", "axis.2", "axis.3")


def axis_line(state: State, piece: Piece) -> bool:
    """Takes a line with the word for an axis and a number for the axis of the table below it."""
    text = piece.text.strip()
    if len(text) > _LONGEST or not begins("axis_word", text) or not split_number(text, "axis_word").number:
        return False
    target = next(name for kind, name in _RANKS if begins(kind, text))
    state.pairs.append(Pair(Recognised(target, STRIPPED, ordinal=0), text, piece, piece, piece.text))
    return True


def title_of_axis(state: State, region: Region, unread: Sequence[Piece]) -> list[Piece]:
    """Takes the only line above a table for the title of the axis that its sheet is named by, or its number: "Axe 1".

    Args:
        state: what was read so far.
        region: the table.
        unread: the pieces above it that were not understood.

    Returns:
        Those that are left.
    """
    lines = [piece for piece in unread if not bare_number(piece.text, "axis_word")]
    numbers = [bare_number(text, "axis_word") for text in (region.grid.name, *(piece.text for piece in unread))]
    number = next(filter(None, numbers), "")
    named = any(pair.meaning.target in AXES for pair in state.pairs)
    if not number or named or "axis" in region.names or len(lines or unread) != 1 or len(unread[0].text) > _LONGEST:
        return list(unread)
    if not lines:  # the number alone: «المحور الأول»
        state.axis_above = state.axis(unread[0], None)
        return []
    (title,) = lines
    node = state.axis_above = state.axis(title, None, number=number)
    for piece in unread:
        if piece is not title:
            state.draft.put(node, "number", number, piece)
    if len(unread) == 1:
        state.draft.say("import/assumed", title, severity="info", node=node, field="axis", value=title.text)
    return []
