"""Cover pages: sheets that say whose plan it is, its title, its period, whom to ask, and hold no table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.drafted.axis_above import AXES
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.plan.help_titles import title_on
from opengov_local.formats.tables.plan.plan_pairs import put_period, read_pair, reads
from opengov_local.formats.tables.plan.plan_title import COLON, MARKS, may_be_title
from opengov_local.formats.tables.plan.preamble import put_pair, read_preamble
from opengov_local.formats.wording.headings.heading_meanings import Recognised, targets
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.words import fold

_MOST_CELLS, _MOST_ROWS = 120, 80
_FEWEST = 2
_PAIR = 2
_FEW_KEPT = 12
"""Cells of a sheet with the title of the plan that may be kept without a warning, be its name no cover page's."""
_TITLES = ("commitment.title", "plan.title")
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


def is_titled(sheet: Sheet) -> bool:
    """Tells whether the title of a plan with its years stands on top of a sheet without a table, whatever its name."""
    grid = sheet.grid
    small = len(grid.rows) <= _MOST_ROWS and sum(1 for _ in grid.cells()) <= _MOST_CELLS
    return not grid.hidden and small and title_on(sheet) is not None


def is_cover_form(grid: Grid, *, strictly: bool = False) -> bool:
    """Tells whether a sheet of labels with their answers is the cover page of a plan that other sheets hold.

    Its title stands beside a label that does not say what it names: "Intitulé", «العنوان». The name of the sheet, or
    the title, says that it is the plan's; a sheet whose labels ask for what no plan has is none.

    Args:
        grid: the sheet.
        strictly: whether its title must say so.
    """
    if grid.hidden or len(grid.rows) > _MOST_ROWS:
        return False
    rows = [[str(value).strip() for value in row if not is_blank(value)] for row in grid.rows]
    if any(len(row) > _PAIR and not _are_pairs(row) for row in rows):
        return False
    pairs = [(label.strip(MARKS), said) for row in rows for label, said in zip(row[::2], row[1::2], strict=False)]
    titles = [said for label, said in pairs if fold(label) in phrases("document_label")]
    if len(titles) != 1 or len(pairs) < _FEWEST or sum(map(len, rows)) > _MOST_CELLS:
        return False
    asked = [meaning.target for label, _ in pairs if (meaning := surely(label, ()))]
    if any(says("project_word", label) or begins("project_word", label) for label, _ in pairs):
        return False
    ours = sum(target not in _TITLES and _of_plan(target) for target in asked)
    others = sum(target not in _TITLES and not _of_plan(target) for target in asked)
    if strictly or not begins("cover_sheet", grid.name):
        return bool(says("plan", titles[0]) and ours and not others)
    return ours > others


def _are_pairs(row: Sequence[str]) -> bool:
    """Tells whether a row holds two labels, each with its answer: "Téléphone | 0528 … | E-mail | …"."""
    return len(row) == 2 * _PAIR and all(surely(label, ()) for label in row[::2])


def _of_plan(target: str) -> bool:
    return targets()[target].scope in ("plan", "collectivity") or reads(target)


def read_cover(state: State, sheet: Sheet) -> None:
    """Reads a cover page into the plan; what is not understood is kept, and a finding says so."""
    draft = state.draft
    rows = [sheet.row(row) for row in range(len(sheet.grid.rows))]
    rows = [_rest(state, row) for row in rows if row]
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
        sure = count <= _FEW_KEPT or is_cover(sheet.grid)
        severity: Severity = "info" if sure else "warning"
        draft.say("import/cover-kept", kept[0], severity=severity, sheet=sheet.grid.name or "1", count=count, text=text)


def _rest(state: State, row: Row) -> Row:
    """Reads the title of the plan beside a label that means it on cover pages only: "Intitulé"; gives what it left."""
    if len(row) != _PAIR or (state.has_plan and "title" in state.plan.data):
        return row
    label, value = row.values()
    heading = label.text.strip(MARKS)
    if fold(heading) not in phrases("document_label") or may_be_title(value.text):
        return row  # one with the words of a title is read with what stands above it
    state.draft.ignore(label, "heading")
    put_pair(state, Pair(Recognised("plan.title", 95), heading, label, value, value.text.strip()))
    return {}


def _period(state: State, piece: Piece) -> bool:
    """Takes a line that ends in two years for the period of the plan, unless they are the council's: "Mandat …"."""
    told = _PERIOD.fullmatch(piece.text) and not says("council_term", piece.text)
    return bool(told) and put_period(state, piece, piece.text)
