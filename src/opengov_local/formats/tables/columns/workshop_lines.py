"""Lines above a table that say when and where a workshop was held, with their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.wording.headings.phrases import phrases, says
from opengov_local.formats.wording.labels.labels import choose, known_labels
from opengov_local.importing.dates import DateContext, DateReading, find_dates, read_date
from opengov_local.importing.dates.words import weekdays
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_COUNTS = frozenset({"count", "women"})
_FIELDS = frozenset({"date", "place", "date_place", "title", *_COUNTS})
_WHOLE = re.compile(r"[0-9]{1,6}(?=\D*$)|[٠-٩]{1,6}(?=\D*$)")
"""A number before which nothing stands, and behind which no further one does: "86 participants"."""
_LABEL = re.compile(r"(?:^|(?<=[\n;؛|])|(?<=\s[-–—])|(?<=[,،]))\s*([^:：\n;|]{2,40}?)\s*[:：]\s*(?=\S)")
_MARKS = " \u00a0:："
_ENDS = " \t\n;؛|,،-–—"
_BEFORE_DAY = re.compile(r"[,،]?\s+(?:le|el|on|يوم)\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_DAY = len("2026-05-31")
_SHORT = len("from")
"""Letters of what stands before the first date at the beginning of a line: "Du 3 au 28 mars"."""


class Said(NamedTuple):
    """What a label says of a workshop.

    Attributes:
        field: `date`, `place`, `date_place`, `title`, or how many came: `count`, `women`.
        text: the words behind the label.
        value: the piece that holds them.
        label: the piece that holds the label alone, None where one cell holds both.
    """

    field: str
    text: str
    value: Piece
    label: Piece | None = None


def said_of_workshop(above: list[Row]) -> list[Said]:
    """Finds the labels of a workshop in the rows above a table: beside their values, or before them in one cell."""
    return [said for row in above for said in _in_row([row[column] for column in sorted(row)])]


@cache
def _weekday() -> re.Pattern[str]:
    """Makes the pattern of a day of the week at the beginning."""
    return re.compile(rf"^\s*(?:(?:le|يوم)\s+)?(?:{weekdays()})(?!\w)", re.IGNORECASE)


def _in_row(pieces: list[Piece]) -> Iterator[Said]:
    skip: Piece | None = None
    for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
        if piece is skip:
            continue
        if parts := _parts(piece.text):
            yield from (Said(field, text, piece) for field, text in parts)
        elif following is not None and (field := _field(piece.text) or _title_of_event(piece.text, following)):
            skip = following
            yield Said(field, following.text.strip(), following, piece)


def _title_of_event(label: str, value: Piece) -> str:
    """Tells whether the word for an event stands alone before what it was: «الورشة», "Atelier"."""
    if fold(label.strip(_MARKS)) not in phrases("event_label"):
        return ""
    return "date" if read_date(value.text) is not None else "title"


def _parts(text: str) -> list[tuple[str, str]]:
    """Parts a cell into what its labels say; empty where it does not begin with one."""
    found = [(match, field) for match in _LABEL.finditer(text) if (field := _field(match[1]))]
    if not found or text[: found[0][0].start()].strip():
        return []
    ends = [match.start() for match, _ in found[1:]] + [len(text)]
    return [(field, text[match.end() : end].strip(_ENDS)) for (match, field), end in zip(found, ends, strict=True)]


def _field(label: str) -> str:
    words = fold(label.strip(_MARKS))
    meaning = choose(known_labels().get(words, ()), ("workshop",))
    if words in phrases("days_of_workshop"):
        return "date"
    return meaning.field if meaning and meaning.field in _FIELDS else ""


def put_said(draft: Draft, node: Node, said: Said) -> bool:
    """Puts what a label says of a workshop; tells whether it could be read, and nothing else stood there."""
    if said.field in _COUNTS:
        return _put_count(draft, node, said)
    context = DateContext(document_date=draft.options.document_date)
    days, place = days_of(said.text, context), said.text
    if said.field == "date_place":
        days, place = date_and_place(said.text, context) or (None, "")
    elif said.field == "date":
        place = ""
    if said.field.startswith("date") and (days is None or "date" in node.data):
        draft.say("import/date-unread", said.value, node=node, heading=said.field, text=said.text)
        return False
    if place and ("place" if said.field != "title" else "title") in node.data:
        return False
    if said.field.startswith("date") and days is not None:
        put_days(draft, node, days, said.value)
        if said.field == "date" and (rest := _beside_days(said.text)):
            draft.keep(said.value._replace(text=rest), node)
    if place:
        draft.put(node, "title" if said.field == "title" else "place", place, said.value)
    if said.label is not None:
        draft.ignore(said.label, "heading")
    return True


def _put_count(draft: Draft, node: Node, said: Said) -> bool:
    """Puts how many came, where a whole number says so."""
    number = _WHOLE.match(said.text)
    groups = node.data.get("participants", [])
    if number is None or (groups and said.field in groups[0]):
        return False
    group = draft.node_of(groups[0]) if groups else draft.add(node, "participants", said.value)
    draft.put(group, said.field, int(number[0]), said.value)
    if said.label is not None:
        draft.ignore(said.label, "heading")
    return True


def _beside_days(text: str) -> str:
    """Gives what a text says beside its only date: "du 2 au 30 juin – dépouillement par le comité"; "" for nothing."""
    found = find_dates(text)
    parts = (text[: found[0].start], text[found[0].end :]) if len(found) == 1 else ()
    rest = max((part.strip(_ENDS) for part in parts), key=len, default="")
    return rest if _WORD.search(_weekday().sub("", rest)) else ""


def days_in_line(text: str, context: DateContext | None = None) -> DateReading | None:
    """Gives the days that a line begins with, or that it says a consultation was open: one date, and other words."""
    found = find_dates(text, context)
    if len(found) != 1 or "\n" in text:
        return None
    before = text[: found[0].start].strip()
    return found[0].reading if len(before) <= _SHORT or says("workshop", before) else None


def days_of(text: str, context: DateContext | None = None) -> DateReading | None:
    """Gives the day, or the first and the last, that a text names; None where it names none, or several."""
    reading = read_date(text, context or DateContext())
    found = [each.reading for each in find_dates(text, context)] if reading is None else [reading]
    return found[0] if len(found) == 1 and (found[0].start or found[0].end) else None


def put_days(draft: Draft, node: Node, days: DateReading, piece: Piece) -> None:
    """Puts when a workshop was held: its day, or its first and last."""
    first, last = days.start or days.end, days.end if days.start else None
    draft.put(node, "date", first, piece)
    if last is not None and last != first and len(last) == _DAY:
        draft.put(node, "until", last, piece)


def date_and_place(text: str, context: DateContext | None = None) -> tuple[DateReading, str] | None:
    """Parts a text into a date and the place before or behind it; None where it is not plainly both."""
    found = find_dates(text, context)
    if len(found) != 1:
        return None
    place = _BEFORE_DAY.sub("", text[: found[0].start]) + text[found[0].end :]
    place = _weekday().sub("", place).strip(" ,،;؛–-.\n")
    return (found[0].reading, place) if place and not any(letter.isdecimal() for letter in place) else None
