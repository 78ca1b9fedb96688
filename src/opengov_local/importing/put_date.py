"""Putting dates that people wrote into the fields of an object: never narrower than they said, their words kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.importing.dates import DateContext, DateReading, read_date, why_unread
from opengov_local.importing.dates.durations import behind_durations, duration_in
from opengov_local.importing.dates.meaning import FAR, ORDER, TWO_DIGIT_YEAR, UNREAD, WEEKDAY
from opengov_local.importing.dates.whole import spanned
from opengov_local.importing.draft import Draft, Node
from opengov_local.model.dates import PartialDate

_ENDS = frozenset({"end", "due"})
_DOUBTFUL = frozenset((TWO_DIGIT_YEAR, WEEKDAY, FAR))
_LATE = "late"
_NAMED_MONTH = re.compile(r"[^\W\d_]{3}\W+\d\d\s*$")
"""A month by its name and a year in two digits, which is no day: "nov.-24"."""


class Beside(NamedTuple):
    """What a row says of the time of an object beside one date.

    Attributes:
        spans: whether a span is start and end, too, where a start was asked for: nothing else gives an end.
        dates: gives the other dates; asked only where two differ: of two that agree the finer one stands.
        point: whether a heading asks for one date, "Date", and not for a time: a year is then a start by assumption.
    """

    spans: bool = False
    dates: Callable[[], Collection[str]] = frozenset
    point: bool = False


_ALONE = Beside()


def put_date(
    draft: Draft,
    node: Node,
    field: str,
    piece: Piece,
    context: DateContext,
    heading: str,
    reading: DateReading | None = None,
    *,
    row: Beside = _ALONE,
) -> bool:
    """Reads a piece as a date and puts it into a field of one date.

    A span where an end was asked for is start and end of an object that has no other start.

    A date is put as precisely as it was said. Where the words say more than a date can ("à partir de", "fin"), or a
    span that one date cannot hold, they are kept in `schedule`, if the object has one; else beside it.

    Args:
        draft: the document in the making.
        node: the object.
        field: the field: one date.
        piece: what was written.
        context: what is known of the column or document.
        heading: the words it stands under.
        reading: what the piece was read as before, if it was.
        row: what else its row says.

    Returns:
        Whether a date was put.
    """
    if reading is None or reading.notes:
        reading = _read(draft, node, piece, context, heading)
    if reading is None:
        _words(draft, node, piece, heading)
        return False
    reading = spanned(reading, piece.text) if field in _ENDS or row.spans else reading
    if reading.kind == "open-start" and field in _ENDS and "start" in node.shapes:
        return _begins(draft, node, piece, heading, reading)
    if (
        reading.kind == "period"
        and (field in _ENDS or (row.spans and field == "start"))
        and _span(draft, node, piece, reading)
    ):
        if reading.says_more:
            _words(draft, node, piece, heading)
        return True
    date = _single(reading, field)
    if date is None:
        draft.say("import/date-span", piece, severity="info", node=node, heading=heading, text=piece.text)
        _words(draft, node, piece, heading)
        return False
    put = _put(draft, node, field, date, piece, row)
    if reading.says_more:
        _words(draft, node, piece, heading)
    return put


def _begins(draft: Draft, node: Node, piece: Piece, heading: str, reading: DateReading) -> bool:
    """Puts when something begins, where it was asked when it ends: "à partir de mars 2026"; the words are kept."""
    put = "start" not in node.data and draft.put(node, "start", reading.start, piece)
    if put:
        draft.say("import/assumed", piece, severity="info", node=node, field="start", value=piece.text.strip())
    _words(draft, node, piece, heading)
    return bool(put)


def _span(draft: Draft, node: Node, piece: Piece, reading: DateReading) -> bool:
    """Puts both ends of a span that stands where one was asked for, and says so; tells whether there was room."""
    last = "due" if "due" in node.shapes else "end"
    if not {"start", last} <= node.shapes.keys() or not node.data.keys().isdisjoint(("start", last)):
        return False
    for field, date in (("start", reading.start), (last, reading.end)):
        draft.put(node, field, date, piece)
    draft.say("import/assumed", piece, severity="info", node=node, field="start", value=piece.text.strip())
    return True


def put_schedule(
    draft: Draft, node: Node, piece: Piece, context: DateContext, heading: str, *, row: Beside = _ALONE
) -> bool:
    """Reads a piece as the time an object takes, and puts its start and end; words that say more are kept.

    A date alone is when a milestone is due; of a commitment it is start and end, unless it is a single day, which
    could be either, or the end of something, "fin 2025", which tells no start.
    """
    reading = _read(draft, node, piece, context, heading)
    if reading is None:
        _words(draft, node, piece, heading)
        return False
    last = "due" if "due" in node.shapes else "end"
    reading = spanned(reading, piece.text)
    start, end = reading.start, reading.end
    if reading.kind == "date" and start is not None:
        end = start
        if last == "due" or reading.qualifier == _LATE:
            start = None
        elif len(end) == 10:
            draft.say("import/day-kept", piece, severity="info", node=node, heading=heading, text=piece.text)
            _words(draft, node, piece, heading)
            return False
        elif "-" in end or reading.qualifier or row.point:
            draft.say("import/assumed", piece, severity="info", node=node, field="start", value=piece.text.strip())
    for field, date in (("start", start), (last, end)):
        if date is not None:
            _put(draft, node, field, date, piece, row)
    if reading.says_more:
        _words(draft, node, piece, heading)
    return True


def _put(draft: Draft, node: Node, field: str, date: str, piece: Piece, row: Beside) -> bool:
    """Puts a date; of two said beside each other that agree, "2025" and "juin 2025", the finer one stands."""
    held = node.data.get(field)
    if not isinstance(held, str) or held == date or not _agree(held, date) or held not in row.dates():
        return draft.put(node, field, date, piece)
    node.data[field] = max(held, date, key=lambda one: len(PartialDate(one)))
    draft.used(piece, node, field)
    return True


def _agree(one: str, other: str) -> bool:
    """Tells whether one of two dates lies within the other."""
    first, second = PartialDate(one), PartialDate(other)
    within = first.earliest <= second.earliest and second.latest <= first.latest
    return within or (second.earliest <= first.earliest and first.latest <= second.latest)


def put_period(draft: Draft, node: Node, field: str, piece: Piece, context: DateContext, heading: str) -> bool:
    """Reads a piece as a period; a single date, as precise as it is, is the whole of it.

    Args:
        draft: the document in the making.
        node: the object.
        field: the field: a period.
        piece: what was written.
        context: what is known of the column or document.
        heading: the words it stands under.

    Returns:
        Whether a period was put; else the words are kept.
    """
    reading = _read(draft, node, piece, context, heading)
    if reading is None:
        draft.keep(piece, node, label=heading)
        return False
    end = reading.start if reading.kind == "date" else reading.end
    said = (("start", reading.start), ("end", end), ("qualifier", reading.qualifier))
    for name, value in said:
        if value:
            draft.put(node, f"{field}.{name}", value, piece)
    return True


def written(piece: Piece) -> Any:
    """Gives what a piece says of a date: its typed value, else its text."""
    return piece.text if piece.value is None or isinstance(piece.value, str) else piece.value


def _read(draft: Draft, node: Node, piece: Piece, context: DateContext, heading: str) -> DateReading | None:
    value = written(piece)
    reading = read_date(value, context)
    if reading is None and "start" in node.shapes and (reading := _begins_for(piece.text, context)) is not None:
        draft.say("import/assumed", piece, severity="info", node=node, field="start", value=str(reading.start))
    if reading is None and "schedule" in node.shapes and duration_in(piece.text, heading):
        draft.say("import/duration-kept", piece, severity="info", node=node, heading=heading, text=piece.text)
        return None
    if reading is None:
        draft.say(why_unread(value, context) or UNREAD, piece, node=node, heading=heading, text=piece.text)
        return None
    for note in reading.notes:
        if note != ORDER or not context.proven:
            plain = note == TWO_DIGIT_YEAR and _NAMED_MONTH.search(piece.text) and _is_near(reading)
            severity: Severity = "warning" if note in _DOUBTFUL and not plain else "info"
            draft.say(note, piece, severity=severity, node=node, heading=heading, text=piece.text)
    return reading


def _begins_for(text: str, context: DateContext) -> DateReading | None:
    """Reads when something begins behind how long it takes: "6 mois à partir de mars 2026"; no end is guessed."""
    found = (read_date(rest, context) for rest in behind_durations(text))
    return next((each for each in found if each is not None and each.kind == "open-start"), None)


def _is_near(reading: DateReading) -> bool:
    """Tells whether what was read lies in the years that plans are of."""
    return all(date.startswith("20") for date in (reading.start, reading.end) if date)


def _single(reading: DateReading, field: str) -> str | None:
    """Gives the one date that a field can hold: of a span open at one side, the end that was said."""
    if reading.start is not None and reading.end is not None:
        return None
    if reading.start is None and field == "start":
        return None
    return reading.start or reading.end


def _words(draft: Draft, node: Node, piece: Piece, heading: str) -> None:
    """Keeps the words of a date: in `schedule`, where there is room, else beside the object."""
    if "schedule" in node.shapes and "schedule" not in node.data:
        draft.put(node, "schedule", duration_in(piece.text, heading) or piece.text, piece)
    else:
        draft.keep(piece, node, label=heading)
