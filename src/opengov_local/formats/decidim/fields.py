"""Reading the values of a record into the fields of an object, as the table of columns says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from opengov_local.account import Piece
from opengov_local.formats.decidim.keys import language_of_rest
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.state import State, is_number
from opengov_local.formats.decidim.tables import Column, column_of
from opengov_local.formats.decidim.texts import Text, put_texts
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import read_list, read_percent
from opengov_local.importing.words.bodies import body_among
from opengov_local.model.milestone import Milestone
from opengov_local.model.scalars import Url

_LARGEST_COUNT: Final = 15
_URL: Final[TypeAdapter[str]] = TypeAdapter(Url)
_DUE: Final = {"end": "due"}
"""Fields of a commitment that a milestone names otherwise."""
TEMPORARY: Final = 2_000_000_000
"""Numbers above this one are no numbers of a site: our own export gives them to results that are new there."""


def read_fields(state: State, record: Record, node: Node, entity: str | None = None) -> None:
    """Reads all values of a record that nobody read before; those without a place are kept beside the object.

    Args:
        state: what was read so far.
        record: the record.
        node: the object.
        entity: rows of the table of columns to go by; by default those of the record's own entity.
    """
    texts: list[Text] = []
    for entry in record.rest():
        known = column_of(entity or record.entity, entry.key)
        if known is None:
            state.unknown(record, entry)
            state.draft.keep(entry.piece, node, label=entry.heading)
            continue
        column, rest = known
        if column.way in ("text", "markup"):
            said = language_of_rest(rest)
            if said is None:
                state.draft.keep(entry.piece, node, label=entry.heading)
            else:
                texts.append(Text(entry, column, *said))
        elif column.way in _WAYS:
            _WAYS[column.way](state, record, node, entry, column)
        else:
            state.draft.keep(entry.piece, node, label=entry.heading)
    put_texts(state, node, texts)
    for piece in record.loose:
        state.draft.keep(piece, node)


def put_number(state: State, node: Node, piece: Piece, heading: str, scheme: str = "DECIDIM") -> None:
    """Puts the number that an object has on its site, or in another system."""
    text = piece.text.strip()
    if scheme == "DECIDIM" and not is_number(text):
        state.draft.say("import/identifier-unknown", piece, node=node, heading=heading, text=text)
        state.draft.keep(piece, node, label=heading)
    elif scheme == "DECIDIM" and int(text) > TEMPORARY:
        state.draft.used(piece, node, "identifiers")
    else:
        number = state.draft.add(node, "identifiers", piece)
        number.data["scheme"] = scheme
        state.draft.put(number, "value", text, piece)


def _identifier(state: State, _: Record, node: Node, entry: Entry, column: Column) -> None:
    put_number(state, node, entry.piece, entry.heading, column.field)


def _date(state: State, record: Record, node: Node, entry: Entry, column: Column) -> None:
    field = _DUE.get(column.field, column.field) if node.model is Milestone else column.field
    put_date(state.draft, node, field, entry.piece, state.context(record, entry.key), entry.heading)


def _percent(state: State, _: Record, node: Node, entry: Entry, column: Column) -> None:
    piece, draft = entry.piece, state.draft
    reading = read_percent(piece.text if isinstance(piece.value, str | None) else piece.value, "percent")
    draft.say_notes(reading.notes, piece, node=node, heading=entry.heading)
    if reading.value is not None:
        draft.put(node, column.field, reading.value, piece)
        return
    if not reading.notes:
        draft.say("import/percent-unread", piece, node=node, heading=entry.heading, text=piece.text)
    draft.keep(piece, node, label=entry.heading)


def count_of(piece: Piece) -> int | None:
    """Reads a count; None where it is none."""
    text = piece.text.strip()
    return int(text) if is_number(text) and len(text) <= _LARGEST_COUNT else None


def stated_count(state: State, node: Node, entry: Entry) -> int | None:
    """Reads a count that says something: Decidim writes 0 also where nobody counted, which is kept and said."""
    count = count_of(entry.piece)
    if count:
        return count
    code = "import/number-unread" if count is None else "import/zero-or-not-counted"
    severity = "warning" if count is None else "info"
    params = {"heading": entry.heading, "text": entry.piece.text} if count is None else {"heading": entry.heading}
    state.draft.say(code, entry.piece, severity=severity, node=node, **params)  # type: ignore[arg-type]
    state.draft.keep(entry.piece, node, label=entry.heading)
    return None


def _figure(state: State, _: Record, node: Node, entry: Entry, column: Column) -> None:
    count = stated_count(state, node, entry)
    if count is not None:
        figure = state.draft.add(node, "reported_figures", entry.piece)
        figure.data["measure"] = column.field
        state.draft.put(figure, "value", str(count), entry.piece)


def _parties(state: State, _: Record, node: Node, entry: Entry, column: Column) -> None:
    reading = read_list(entry.piece.text, commas="names")
    state.draft.say_notes(reading.notes, entry.piece, node=node, heading=entry.heading)
    said = language_of_rest(entry.key.partition("/")[2])
    for name in reading.items:
        if (known := body_among(_bodies_of(node, column.field), (name,))) is not None:
            state.draft.used(entry.piece, state.draft.node_of(known), "name")
            continue
        party = state.draft.add(node, column.field, entry.piece)
        field = "party.name" if column.field == "participants" else "name"
        state.draft.put(party, field, name, entry.piece, language=said[0] if said else None)
    if not reading.items:
        state.draft.keep(entry.piece, node, label=entry.heading)


def _bodies_of(node: Node, field: str) -> list[dict[str, Any]]:
    """Gives the bodies of a field of which nothing else is said, also those of groups that took part."""
    held = node.data.get(field, ())
    return [each["party"] for each in held if set(each) == {"party"}] if field == "participants" else list(held)


def _address(state: State, _: Record, node: Node, entry: Entry, column: Column) -> None:
    if _is_address(entry.piece.text):
        state.draft.put(node, column.field, entry.piece.text, entry.piece)
    else:
        state.draft.keep(entry.piece, node, label=entry.heading)


def _attachment(state: State, _: Record, node: Node, entry: Entry, column: Column) -> None:
    if _is_address(entry.piece.text):
        state.draft.put(state.draft.add(node, column.field, entry.piece), "url", entry.piece.text, entry.piece)
    else:
        state.draft.keep(entry.piece, node, label=entry.heading)


def _is_address(text: str) -> bool:
    try:
        _URL.validate_python(text.strip())
    except ValidationError:
        return False
    return True


_WAYS: Final[dict[str, Callable[[State, Record, Node, Entry, Column], None]]] = {
    "identifier": _identifier,
    "date": _date,
    "percent": _percent,
    "figure": _figure,
    "parties": _parties,
    "address": _address,
    "attachment": _attachment,
}
