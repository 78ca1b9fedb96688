"""The project that a line above rows names, "Engagement n° 1 : Portail": the rows below are its activities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.block_heads import NUMBER, TITLE, head_above, project_in
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.known_titles import names_of
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Own, Recognised
from opengov_local.formats.wording.headings.phrases import begins, heads, phrases
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.formats.wording.words.project_references import is_reference
from opengov_local.importing.words import fold

_STEPS = {TITLE: "milestone.title", NUMBER: "milestone.number"}
_LINK = "disposition.commitments"
_OF_STEPS = ("action_heading", "single_action_heading", "neutral_heading")
"""Kinds of headings that may be those of the activities of a project."""


def project_line(state: State, piece: Piece) -> bool:
    """Takes a line with the word for a project and a number for the project of the table below it."""
    text = piece.text.strip()
    if not (target := project_in(text)):
        return False
    number = bare_number(text, "project_word") if target == NUMBER else piece.text
    state.pairs.append(Pair(Recognised(target, STRIPPED, ordinal=0), text, piece, piece, number))
    return True


def title_above(state: State, region: Region, above: Sequence[Row]) -> list[Row]:
    """Takes the row that titles the project of a table without a word for it, and says so; gives the other rows.

    Args:
        state: what was read so far.
        region: the table.
        above: the rows above it, by column.
    """
    if region.titled_at is None:
        return list(above)
    row = above[region.titled_at - region.top]
    piece = next(iter(row.values()))
    state.pairs.append(Pair(Recognised(TITLE, STRIPPED, ordinal=0), piece.text, piece, piece, piece.text))
    state.draft.say("import/assumed", piece, severity="info", field="commitments", value=piece.text)
    return [other for other in above if other is not row]


def with_projects_beside(region: Region, projects: Iterable[dict[str, Any]]) -> Region:
    """Takes what a table of activities names beside each, "Projet concerné", for its project.

    The plan has all, or all are named by their numbers, and it has some: others may be several, "1 et 2", or "Tous".

    Args:
        region: the table.
        projects: the commitments that were read so far.
    """
    links = [column for column in region.columns if column.target == _LINK and column.meaning]
    if len(links) != 1 or not region.has_steps_alone:
        return region
    (link,) = links
    texts, named = set(filter(None, region.texts(link.index))), names_of(projects)
    known = {text for text in texts if len(named(text)) == 1}
    if not known or not all(text in known or is_reference(text) for text in texts):
        return region
    target = NUMBER if all(map(is_reference, texts)) else TITLE
    return region.asking({_LINK: target, NUMBER: _STEPS[NUMBER]})


def of_project(region: Region, own: Own) -> Region:
    """Takes the actions of a table below the line of a project for its activities, and the numbers for theirs.

    The line stands above the table, or lines of projects part all of its rows.
    """
    titles = [column for column in region.columns if column.target == TITLE]
    if len(titles) != 1 or "milestone.title" in region.names or not _is_of_steps(titles[0].heading):
        return region
    if head_above(region.grid, region.top, region.header, own) is None and not _is_parted(region, titles[0].index):
        return region
    return region.asking(_STEPS)


def _is_of_steps(heading: str) -> bool:
    return any(fold(heading) in phrases(kind) for kind in _OF_STEPS) or heads("measure", heading)


def _is_parted(region: Region, title: int) -> bool:
    """Tells whether each row of a table stands below a row of one cell that names a project by its word and number."""
    below = named = False
    for row in range(region.first, region.end):
        cells = [str(value).strip() for value in region.grid.rows[row] if not is_blank(value)]
        if len(cells) == 1 and _names_project(cells[0]):
            named = True
        elif len(cells) > 1 and not any(begins("total", cell) for cell in cells):
            if not named or _names_project(str(region.grid.value(row, title) or "").strip()):
                return False
            below = True
    return below


def _names_project(text: str) -> bool:
    return project_in(text) == TITLE and not begins("activity_word", text)
