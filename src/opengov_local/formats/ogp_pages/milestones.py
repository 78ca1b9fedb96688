"""Milestones as lines: cells parted by bars, or a title with its dates on the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.date_order import order_told
from opengov_local.formats.ogp_pages.dated_lines import (
    NUMBER,
    NUMBER_ALONE,
    dated_behind,
    dated_below,
    labelled_below,
    two_dates,
)
from opengov_local.formats.ogp_pages.numbered_in_line import numbered_in_line
from opengov_local.formats.ogp_pages.tables import column_of
from opengov_local.formats.ogp_pages.writing import Tongue, bodies_named, put_parties, put_status, tongue_of
from opengov_local.importing.dates import DateContext, read_date
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date, put_schedule

_DATED = frozenset({"start", "due"})
_PARTS = re.compile(r"[:：/|]")


def put_milestones(
    draft: Draft,
    commitment: Node,
    lines: Sequence[Piece],
    header: Sequence[str],
    *,
    language: Tongue,
    context: DateContext,
) -> None:
    """Puts the lines of a plan of milestones; lines that cannot be told apart are kept, and a finding says so.

    Args:
        draft: the document in the making.
        commitment: whose milestones they are.
        lines: the lines, without their heading.
        header: headings of the columns; empty where there are none.
        language: language of the texts, or what tells that of each.
        context: what is known of the dates.
    """
    context = order_told(lines, context)
    if lines and not header and _columns(cells := _cells(lines[0].text), len(cells)) is not None:
        draft.ignore(lines[0], "heading")
        header, lines = cells, lines[1:]
    last = max((at for at, piece in enumerate(lines) if "|" in piece.text), default=-1)
    if last >= 0:
        for piece in lines[last + 1 :]:
            draft.keep(piece, commitment)  # what stands behind a table is none of it
        for piece in lines[: last + 1]:
            cells = _cells(piece.text)
            if len(cells) > 1:
                _put_row(draft, commitment, piece, cells, _columns(header, len(cells)), language, context)
            else:
                draft.keep(piece, commitment, label="milestones")
        return
    heads = list(takewhile(lambda piece: _asks_dates(piece.text), lines))
    for piece in heads:
        draft.ignore(piece, "heading")
    lines = lines[len(heads) :]
    if not _put_labelled(draft, commitment, lines, language, context):
        _put_pairs(draft, commitment, lines, language, context)


def _put_labelled(
    draft: Draft, commitment: Node, lines: Sequence[Piece], language: Tongue, context: DateContext
) -> bool:
    """Puts titles with labelled lines below them; tells whether the lines are such."""
    labelled = labelled_below(lines, context)
    for number, title, said in labelled or ():
        milestone = _begin(draft, commitment, title, title.text, language, number)
        for field, piece in said:
            _put_cell(draft, milestone, field, piece, language, context)
    return labelled is not None


def _asks_dates(text: str) -> bool:
    """Tells whether a line is headings of dates and nothing else: `End date`, `Start Date: End Date:`."""
    if column_of(text) in _DATED:
        return True
    named = [column_of(part) for part in _PARTS.split(text) if part.strip()]
    return bool(named) and _DATED.issuperset(named)


def _put_pairs(draft: Draft, commitment: Node, lines: Sequence[Piece], language: Tongue, context: DateContext) -> None:
    """Puts titles with their dates below or behind them; other lines are kept, and a finding says so."""
    pairs = dated_below(lines, context) or dated_behind(lines, context) or numbered_in_line(lines, context)
    if not pairs:
        for piece in lines:
            draft.keep(piece, commitment, label="milestones")
        if lines:
            draft.say("import/milestones-not-split", lines[0], node=commitment, count=len(lines))
        return
    for number, title, dates in pairs:
        milestone = _begin(draft, commitment, title, title.text, language, number)
        if len(dates) == 1:
            _put_dates(draft, milestone, dates[0], context)
        for field, piece in zip(("start", "due"), dates, strict=False) if len(dates) > 1 else ():
            put_date(draft, milestone, field, piece, context, field)


def _cells(text: str) -> list[str]:
    bare = text.strip()
    if len(bare) > 1 and bare.startswith("|") and bare.endswith("|"):  # as Markdown writes tables
        bare = bare[1:-1]
    return [cell.strip() for cell in bare.split("|")]


def _columns(header: Sequence[str], count: int) -> list[str | None] | None:
    """Gives the field of each column; None where the headings do not fit the cells or name no title."""
    named = [column_of(heading) for heading in header]
    if len(named) != count or sum(name is not None for name in named) < 2 or "title" not in named:
        return None
    return named


def _put_row(
    draft: Draft,
    commitment: Node,
    piece: Piece,
    cells: list[str],
    columns: list[str | None] | None,
    language: Tongue,
    context: DateContext,
) -> None:
    columns = columns or _told(cells, context)
    title = next((cell for cell, column in zip(cells, columns, strict=True) if column == "title"), "")
    milestone = _begin(draft, commitment, piece, title, language)
    worded = {"title"} if _DATED.isdisjoint(columns) else {"title", "schedule"}  # where dates have their columns
    for cell, column in zip(cells, columns, strict=True):
        if cell and column not in worded:
            _put_cell(draft, milestone, column, piece._replace(text=cell), language, context)
        elif cell and column == "schedule":
            draft.put(milestone, column, cell, piece._replace(text=cell), language=tongue_of(language, cell))


def _told(cells: Sequence[str], context: DateContext) -> list[str | None]:
    """Gives the fields of cells without headings, only what is sure: a title, behind a number or not, and dates last.

    One date at the end is when it is due, and another before it when it starts.
    """
    numbered = len(cells) > 2 and bool(NUMBER_ALONE.match(cells[0])) and read_date(cells[1], context) is None
    columns: list[str | None] = ["number", "title"] if numbered else ["title"]
    columns += [None] * (len(cells) - len(columns))
    if columns[-1] is None and read_date(cells[-1], context) is not None:
        columns[-1] = "due"
        if columns[-2] is None and read_date(cells[-2], context) is not None:
            columns[-2] = "start"
    return columns


def _put_cell(
    draft: Draft, milestone: Node, column: str | None, piece: Piece, language: Tongue, context: DateContext
) -> None:
    match column:
        case "description" | "deliverable":
            words = NUMBER.sub("", piece.text)
            draft.put(milestone, column, words, piece, language=tongue_of(language, words))
        case "due" | "start":
            put_date(draft, milestone, column, piece, context, column)
        case "schedule":
            put_schedule(draft, milestone, piece, context, column)
        case "leads" | "supporting":
            put_parties(draft, milestone, column, bodies_named(draft, milestone, piece), language)
        case "status":
            put_status(draft, milestone, piece, column)
        case "number":
            draft.put(milestone, "number", piece.text.strip("().: "), piece)
        case _:
            draft.keep(piece, milestone)


def _begin(
    draft: Draft, commitment: Node, piece: Piece, title: str, language: Tongue, above: Piece | None = None
) -> Node:
    """Begins a milestone with its title, and its number: that on the line above, or else before the title."""
    milestone = draft.add(commitment, "milestones", above or piece)
    if above:
        draft.put(milestone, "number", above.text.strip("().: "), above)
    elif number := NUMBER.match(title):
        draft.put(milestone, "number", number[1], piece._replace(text=title))
    if words := title if above else NUMBER.sub("", title):
        draft.put(milestone, "title", words, piece._replace(text=title), language=tongue_of(language, words))
    return milestone


def _put_dates(draft: Draft, milestone: Node, piece: Piece, context: DateContext) -> None:
    both = two_dates(piece.text, context)
    if both is None or read_date(piece.text, context) is not None:
        put_schedule(draft, milestone, piece, context, "dates")
        return
    for field, text in zip(("start", "due"), both, strict=True):
        put_date(draft, milestone, field, piece._replace(text=text), context, field)
