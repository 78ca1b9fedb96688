"""The status of a result: names by language, a key and a number that every site chooses for itself."""

from __future__ import annotations

from opengov_local import codelists
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.state import State, unguarded
from opengov_local.importing.draft import Node
from opengov_local.importing.words import StatusReading, read_status, status_unknown


def put_status(state: State, record: Record, node: Node) -> None:
    """Puts the status of a result; what its names and key do not agree on, or is not known, is kept and said.

    A key that is a code of the list `status` is taken first, then names in the order of the source, then other keys.
    """
    entries = record.take("status")
    words = [entry for entry in entries if entry.key == "status" or entry.key.startswith("status/name")]
    keys = [entry for entry in entries if entry.key == "status/key"]
    exact = [entry for entry in keys if entry.piece.text.strip() in codelists.get("status")]
    others = [entry for entry in keys if entry not in exact]
    readings = [(entry, _reading(state, entry)) for entry in (*exact, *words, *others)]
    said = [(entry, reading) for entry, reading in readings if reading is not None]
    left = [entry for entry, reading in readings if reading is None]
    if said:
        left = _put(state, node, said, [entry for entry in left if entry in words]) + [
            entry for entry in left if entry not in words
        ]
    elif left:
        piece = left[0].piece
        state.draft.say_notes((status_unknown(piece.text),), piece, node=node, heading=left[0].heading)
    rest = [entry for entry in entries if entry not in words and entry not in keys]
    for entry in (*left, *rest):
        state.draft.keep(entry.piece, node, label=entry.heading)


def _reading(state: State, entry: Entry) -> StatusReading | None:
    text = unguarded(entry.piece)
    spoken = text.replace("_", " ") if entry.key == "status/key" else text
    return read_status(spoken, words=state.draft.options.words)


def _put(state: State, node: Node, said: list[tuple[Entry, StatusReading]], unread: list[Entry]) -> list[Entry]:
    """Puts the code that is said first and the word for it; gives the names that are still to be kept."""
    draft = state.draft
    (entry, reading), *others = said
    draft.put(node, "status.code", reading.code, entry.piece)
    draft.say_notes(reading.notes, entry.piece, node=node, heading=entry.heading)
    agreeing = [each for each, its in said if its.code == reading.code and each.key != "status/key"]
    names = agreeing or unread
    word = next((name for name in names if _wanted(state, name)), names[0] if names else entry)
    draft.put(node, "status.original", " ".join(unguarded(word.piece).split()), word.piece)
    for other, its in others:
        if its.code == reading.code:
            draft.used(other.piece, node, "status.code")
        else:
            draft.say("import/conflict", other.piece, node=node, field="status", kept=reading.code,
                      text=other.piece.text)  # fmt: skip
            draft.keep(other.piece, node, label=other.heading)
    return [name for name in unread if name is not word]


def _wanted(state: State, entry: Entry) -> bool:
    language = state.draft.options.language
    return language is not None and entry.key.rpartition("/")[2] == language
