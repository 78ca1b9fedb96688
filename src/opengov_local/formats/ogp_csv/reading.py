"""The rows of OGP's commitments spreadsheet read into a draft, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.ogp_csv.columns import Column
from opengov_local.formats.ogp_csv.plans import OF_PLANS, Plan, Plans
from opengov_local.formats.ogp_csv.reviews import REVIEWED, Reviews
from opengov_local.formats.ogp_csv.rows import MISSING, NOTHING, Row, Table, text_of, undamaged
from opengov_local.formats.ogp_csv.tongues import Tongues
from opengov_local.formats.ogp_pages.narrative import put_narrative
from opengov_local.formats.ogp_pages.writing import add_code, add_identifier, bodies_named, put_parties
from opengov_local.importing.dates import DateContext, column_context
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date

_DATES = DateContext(order="mdy", serials=False)
"""OGP writes the month before the day; who fills in its spreadsheet elsewhere need not."""
_WHOLE = re.compile(r"([0-9]+)\.0+")
"""A whole number as programs write it that count with fractions: "3.0"."""


class RowRead(NamedTuple):
    """A row, and the commitment that was made of it."""

    row: Row
    commitment: Node


def put_rows(draft: Draft, tables: Iterable[Table], tongues: Tongues) -> list[RowRead]:
    """Puts the rows of tables into a draft; gives them in their order, each with its commitment."""
    plans = Plans(draft, tongues)
    rows = []
    for table in tables:
        _head(draft, table)
        for number in range(table.header + 1, len(table.grid.rows)):
            row = Row(table, number)
            if row.cells or row.others:
                rows.append(row)
    plans.learn(rows)
    said = (piece.text for row in rows for column, piece in row.cells if column.reads == "date")
    dates = column_context(said, _DATES)
    made = [RowRead(row, _put_row(draft, plans, row, dates)) for row in rows]
    plans.close()
    tongues.close()
    return made


def _head(draft: Draft, table: Table) -> None:
    """Accounts for the headings, and says which are not those of the spreadsheet."""
    grid = table.grid
    for position, value in enumerate(grid.rows[table.header]):
        place = grid.place(table.header, position)
        if position in table.columns:
            draft.ignore(Piece(place, text_of(value)), "heading")
        elif position in table.unknown:
            draft.ignore(Piece(place, text_of(value)), "heading")
            draft.say("import/column-unmapped", place, heading=table.unknown[position])
    draft.explain("layout/ogp-csv", grid.place(table.header, 0), columns=len(table.columns))


def _put_row(draft: Draft, plans: Plans, row: Row, dates: DateContext) -> Node:
    plan = plans.of(row)
    first = next(row.pieces())
    commitment = draft.add(plan.node, "commitments", first)
    _say_mended(draft, commitment, row)
    reviews = Reviews(draft, commitment, row.get("submission"))
    without_data: list[str] = []
    last: list[tuple[Column, Piece]] = []
    for column, piece in row.cells:
        if column.reads in OF_PLANS:
            continue
        if column.reads == "narrative":  # when title, dates and bodies are there to compare with
            last.append((column, piece))
        elif column.reads in REVIEWED:
            reviews.put(column, piece)
        elif column.reads in ("flag", "value"):
            without_data += _flag(draft, commitment, column, piece)
        elif column.reads == "date" and piece.text.strip() not in MISSING:
            put_date(draft, commitment, column.field, piece, dates, column.name)
        else:
            _put_cell(draft, plans, plan, commitment, column, piece)
    plan.reviewed = reviews.close(said=plan.reviewed)
    for column, piece in last:
        _narrative(draft, plans, plan, commitment, column, piece)
    for heading, piece in row.others:
        draft.keep(piece, commitment, label=heading or None)
    if without_data:
        draft.say("import/flags-without-data", first, severity="info", node=commitment, count=len(without_data),
                  names=tuple(without_data))  # fmt: skip
    return commitment


def _say_mended(draft: Draft, commitment: Node, row: Row) -> None:
    """Says what was taken off the cells of a row: contacts of officials, apostrophes that guard spreadsheets."""
    for piece, count in row.contacts:
        draft.say("import/contact-left-out", piece, severity="info", node=commitment, count=count)
    for heading, piece in row.unguarded:
        draft.say("import/apostrophe-removed", piece, severity="info", node=commitment, heading=heading)


def _put_cell(draft: Draft, plans: Plans, plan: Plan, commitment: Node, column: Column, piece: Piece) -> None:
    text = piece.text.strip()
    if text in MISSING and column.reads != "keep":
        _put_nothing(draft, commitment, column, piece)
        return
    match column.reads:
        case "identifier":
            add_identifier(draft, commitment, "OGP", text, piece)
        case "number":
            _number(draft, commitment, "number", piece)
        case "title":
            draft.put(commitment, "title", text, piece, language=plans.tongues.of(plan.key, "title", text))
        case "short_title" if text in commitment.data.get("title", {}).values():
            draft.used(piece, commitment, "title")
        case "parties":
            items = bodies_named(draft, commitment, piece)
            put_parties(draft, commitment, column.field, items, partial(plans.tongues.of, plan.key, "parties"))
        case "axis":
            plans.axis(plan, commitment, piece)
        case "url" if text.startswith(("https://", "http://")) and not any(map(str.isspace, text)):
            draft.put(draft.add(commitment, "attachments", piece), "url", text, piece)
        case _:
            _number(draft, commitment, "", piece, column.name)


def _put_nothing(draft: Draft, commitment: Node, column: Column, piece: Piece) -> None:
    """Accounts for a cell that says that nothing was given, and keeps one that says something else of it."""
    if piece.text.strip() == NOTHING:
        draft.used(piece, commitment, column.field.partition(".")[0])
    else:
        draft.keep(piece, commitment, label=column.name)


def _number(draft: Draft, commitment: Node, field: str, piece: Piece, label: str = "") -> None:
    """Puts or keeps a cell, its number mended where the arithmetic of a spreadsheet has damaged it."""
    whole = _WHOLE.fullmatch(piece.text.strip()) if field else None
    mended = whole[1] if whole else undamaged(piece.text)
    if mended:
        draft.say("import/float-damage", piece, severity="info", node=commitment, text=piece.text, value=mended)
    if field:
        draft.put(commitment, field, mended or piece.text, piece)
    else:
        draft.keep(piece._replace(text=mended) if mended else piece, commitment, label=label)


def _flag(draft: Draft, commitment: Node, column: Column, piece: Piece) -> list[str]:
    """Puts the code of a column that says 1; gives its name where the column says that there is no data, and keeps it.

    A row that says 0 states that there is none, which is not the same as no data.
    """
    field = "policy_areas" if column.reads == "flag" else "ogp_values"
    text = piece.text.strip()
    if text == "1":
        add_code(draft, commitment, field, column.field, piece)
    elif text == "0":
        commitment.data.setdefault(field, [])
        draft.used(piece, commitment, field)
    elif text in MISSING:
        draft.keep(piece, commitment, label=column.name)
        return [f"{column.name}: {text}"]
    else:
        draft.say("import/flag-unread", piece, node=commitment, heading=column.name, text=text)
        draft.keep(piece, commitment, label=column.name)
    return []


def _narrative(draft: Draft, plans: Plans, plan: Plan, commitment: Node, column: Column, piece: Piece) -> None:
    if piece.text.strip() in MISSING:
        draft.used(piece, commitment, column.field)
        return
    lines = [piece._replace(text=line) for line in piece.text.splitlines()]
    tongue = plans.tongues.told_around(plan.key, "narrative", piece.text)
    put_narrative(draft, commitment, lines, tongue)
