"""One update: what a row says of an object for a period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.writing import leave_out, put_text, says_nothing, tell
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.targets import Target
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date, put_period
from opengov_local.importing.words.number import read_number
from opengov_local.importing.words.percent import PercentScale, read_percent
from opengov_local.importing.words.status import read_status, status_unknown

_ADDRESS: Final = ("http://", "https://")
_BETWEEN: Final = re.compile(r"\s*[;؛|]\s+|\s*\n\s*|\s*[;؛|,]\s*(?=https?://)")


@dataclass
class Cells:
    """The cells of a row.

    Attributes:
        headed: those whose heading is known.
        others: the heading and cell of the others.
        dates: what the columns of dates show of the order of day and month.
        percent: what bare numbers mean in the column of progress.
        scale: the scale of codes in the column of status.
        in_percent: whether values are percentages.
    """

    headed: list[tuple[Heading, Piece]]
    others: list[tuple[str | None, Piece]]
    dates: Mapping[str, DateContext]
    percent: PercentScale | None = None
    scale: str = ""
    in_percent: bool = False


def put_update(draft: Draft, target: Target, cells: Cells, begun: Node | None = None) -> Node:
    """Puts a row as an update of an object, or into one that an earlier row has begun; gives it."""
    first = cells.headed[0][1]
    update = begun or draft.add(draft.root, "progress_updates", first)
    draft.put(update, "target", target.id, first)
    for heading, piece in cells.headed:
        _put(draft, update, heading, piece, cells)
    for label, piece in cells.others:
        draft.keep(piece, update, label=label)
    _challenges(draft, update, first)
    return update


def _put(  # noqa: C901 - one step for each field
    draft: Draft, update: Node, heading: Heading, piece: Piece, cells: Cells
) -> None:
    match heading.field:
        case "target" | "commitment" | "milestone" | "indicator":
            draft.used(piece, update, "target")
        case "field":
            draft.ignore(piece, "heading")
        case "period":
            put_period(draft, update, "period", piece, cells.dates.get("period", DateContext()), heading.heading)
        case "date":
            put_date(draft, update, "date", piece, cells.dates.get("date", DateContext()), heading.heading)
        case "status":
            _status(draft, update, heading, piece, cells.scale)
        case "progress":
            _progress(draft, update, heading, piece, cells.percent)
        case "text" | "challenges" | "next_steps":
            put_text(draft, update, heading.field, [piece], heading.language)
        case "evidence":
            _evidence(draft, update, piece, heading.language)
        case "by":
            draft.put(update, "by.name", piece.text, piece, language=heading.language)
        case "value":
            put_measure(draft, update, "value", heading, piece, in_percent=cells.in_percent)
        case "contact":
            leave_out(draft, update, [piece], heading.heading)
        case _:
            draft.keep(piece, update, label=heading.heading)


def _status(draft: Draft, update: Node, heading: Heading, piece: Piece, scale: str) -> None:
    reading = read_status(piece.text, scale=scale, words=draft.options.words)
    if reading is None:
        tell(draft, (status_unknown(piece.text),), piece, update, heading.heading)
        draft.keep(piece, update, label=heading.heading)
        return
    draft.put(update, "status.code", reading.code, piece)
    draft.put(update, "status.original", reading.original, piece)
    if reading.progress is not None:
        draft.put(update, "progress", reading.progress, piece)
    tell(draft, reading.notes, piece, update, heading.heading)


def _progress(draft: Draft, update: Node, heading: Heading, piece: Piece, scale: PercentScale | None) -> None:
    """Puts a percentage; words under a heading of percentages are kept."""
    value = piece.value if isinstance(piece.value, (int, float)) else piece.text
    reading = read_percent(value, scale)
    tell(draft, reading.notes, piece, update, heading.heading)
    if reading.value is None:
        draft.say("import/percent-unread", piece, node=update, heading=heading.heading, text=piece.text)
        draft.keep(piece, update, label=heading.heading)
    else:
        draft.put(update, "progress", reading.value, piece)


def put_measure(
    draft: Draft, node: Node, field: str, heading: Heading, piece: Piece, *, in_percent: bool = False
) -> None:
    """Puts a measure: a number, else the words; so is a number with a unit, but for a percentage where that is it."""
    reading = read_number(piece.value if isinstance(piece.value, (int, float)) else piece.text)
    tell(draft, reading.notes, piece, node, heading.heading)
    if reading.value is None or (reading.unit and not (in_percent and reading.unit == "%")):
        draft.put(node, f"{field}.text", piece.text, piece, language=heading.language)
    else:
        draft.put(node, f"{field}.value", reading.value, piece)


def _evidence(draft: Draft, update: Node, piece: Piece, language: str | None) -> None:
    """Puts evidence: an address, or words, which in two languages are one; several where an address is one of them."""
    parts = [part.strip() for part in _BETWEEN.split(piece.text) if part.strip()]
    if all(part.startswith(_ADDRESS) for part in piece.text.split()):
        parts = piece.text.split()
    several = len(parts) > 1 and any(part.startswith(_ADDRESS) for part in parts)
    for part in parts if several else [piece.text.strip()]:
        _one_evidence(draft, update, piece, part, language)


def _one_evidence(draft: Draft, update: Node, piece: Piece, text: str, language: str | None) -> None:
    if says_nothing(text):
        draft.used(piece, update, "evidence")
    elif text.startswith(_ADDRESS) and len(text.split()) == 1:
        draft.put(draft.add(update, "evidence", piece), "url", text, piece)
    else:
        told = next((item for item in update.data.get("evidence", ()) if language and "title" in item
                     and language not in item["title"]), None)  # fmt: skip
        node = draft.node_of(told) if told else draft.add(update, "evidence", piece)
        draft.put(node, "title", text, piece, language=language)


def _challenges(draft: Draft, update: Node, piece: Piece) -> None:
    """Says where little or nothing has moved and nothing is said of why, as trackers of this kind ask."""
    code = update.data.get("status", {}).get("code")
    if code in ("not_started", "limited") and "challenges" not in update.data:
        draft.say("import/challenges-missing", piece, severity="info", node=update, status=str(code))
