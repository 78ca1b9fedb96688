"""Cover pages: sheets that say whose plan it is, its title, its period, whom to ask, and hold no table."""

from __future__ import annotations

import re

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.axis_above import AXES
from opengov_local.formats.tables.phrases import begins, says
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.formats.tables.plan_pairs import put_period, read_pair
from opengov_local.formats.tables.preamble import COLON, read_preamble
from opengov_local.formats.tables.state import State
from opengov_local.formats.tables.vocabulary import surely, targets

_MOST_CELLS, _MOST_ROWS = 120, 80
_FEWEST = 2
_PERIOD = re.compile(r"\D{0,40}(?:19|20)[0-9]{2}\s*(?:[-–—/]|à|au|to|a|إلى)\s*(?:19|20)[0-9]{2}\s*[)\]]?\s*")


def is_cover(grid: Grid) -> bool:
    """Tells whether a sheet without a table is a cover page: its name says so, or its labels do."""
    cells = [(row, value) for row, _, value in grid.cells()]
    if grid.hidden or not cells or len(cells) > _MOST_CELLS or len(grid.rows) > _MOST_ROWS:
        return False
    if begins("cover_sheet", grid.name):
        return True
    texts = [str(value) for _, value in cells]
    asked = {meaning.target for text in texts if (meaning := surely((COLON.match(text) or [text, text])[1], ()))}
    labels = {target for target in asked if targets()[target].scope in ("plan", "collectivity")}
    return len(labels) + any(says("plan", text) for text in texts if len(text.split()) > 1) >= _FEWEST


def read_cover(state: State, sheet: Sheet) -> None:
    """Reads a cover page into the plan; what is not understood is kept, and a finding says so."""
    draft = state.draft
    rows = [sheet.row(row) for row in range(len(sheet.grid.rows))]
    kept = [piece for piece in read_preamble(state, [row for row in rows if row]) if not _period(state, piece)]
    for piece in kept:
        draft.keep(piece)
    pairs, state.pairs = state.pairs, []
    for pair in pairs:
        if pair.label is not pair.value:
            draft.ignore(pair.label, "heading")
        if pair.meaning.target in AXES and pair.meaning.ordinal is not None:
            state.axis(pair.value, None, number=str(pair.meaning.ordinal or "") or None)
        elif not read_pair(state, pair):
            draft.keep(pair.value, state.plan, label=pair.heading)
            kept.append(pair.value)
    if kept:
        count, text = len(kept), kept[0].text
        draft.say("import/cover-kept", kept[0], severity="info", sheet=sheet.grid.name or "1", count=count, text=text)


def _period(state: State, piece: Piece) -> bool:
    """Takes a line that is nothing but two years for the period of the plan: "2026-2027"."""
    return bool(_PERIOD.fullmatch(piece.text)) and put_period(state, piece, piece.text)
