"""Titles of documents that name no plan, but what is listed in them: "Fiches des projets", «بطاقات المشاريع»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.plan.plan_title import about, may_be_title
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.bilingual import put_text

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
"""Fewer words may head a table, and name no document."""


def names_plan(tables: Sequence[tuple[Read, Region]]) -> bool:
    """Tells whether a line above a table may be the title of a plan."""
    return any(
        may_be_title(piece.text)
        for read, table in tables
        for row in range(table.top, table.header)
        for piece in read.sheet.row(row).values()
    )


def without_title(state: State, kept: list[Piece]) -> list[Piece]:
    """Takes the title of the plan off the cells above a table that were not understood, where none is one of a plan.

    Args:
        state: what was read so far.
        kept: those cells.

    Returns:
        The other cells.
    """
    if state.names_plan or (state.has_plan and "title" in state.plan.data):
        return kept
    title = next((piece for piece in kept if _is_title(piece.text)), None)
    if title is None:
        return kept
    text = title.text.strip()
    put_text(state.draft, state.plan, "title", text, title)
    state.draft.say("import/assumed", title, severity="info", node=state.plan, field="title", value=text)
    about(state, title, text)
    return [piece for piece in kept if piece is not title]


def _is_title(text: str) -> bool:
    return "\n" not in text.strip() and len(_WORD.findall(text)) >= _FEWEST_WORDS and begins("collection", text)
