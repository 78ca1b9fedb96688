"""Texts of a record by language: rich text as plain text, several keys as one field, translations by machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from opengov_local.formats.decidim.markup import to_plain
from opengov_local.formats.decidim.record import Entry
from opengov_local.formats.decidim.sections import split
from opengov_local.formats.decidim.state import State
from opengov_local.formats.decidim.tables import Column
from opengov_local.importing.draft import Node
from opengov_local.importing.language import UNKNOWN, language_of
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone

_BETWEEN: Final = {"place": ", "}
_SAYS: Final = re.compile(r"\w")


class Text(NamedTuple):
    """A text of a record.

    Attributes:
        entry: its value.
        column: what its key means.
        language: its language, where the key says it.
        machine: whether a machine translated it.
    """

    entry: Entry
    column: Column
    language: str | None
    machine: bool


class _Part(NamedTuple):
    """A text for one field in one language: the whole of a value, or a section of it."""

    text: Text
    field: str
    language: str
    words: str


def put_texts(state: State, node: Node, texts: list[Text]) -> None:
    """Puts the texts of a record; those that keys or sections give for one field and language are joined.

    Args:
        state: what was read so far.
        node: the object.
        texts: the texts, in the order of the source.
    """
    by_people = [part for text in texts if not text.machine for part in _parts(state, node, text)]
    _put(state, node, by_people)
    by_machine: list[_Part] = []
    for text in (each for each in texts if each.machine):
        if text.language in node.data.get(text.column.field, {}):
            state.draft.keep(text.entry.piece, node, label=text.entry.heading)
        else:
            by_machine += _parts(state, node, text)
    for field, language in dict.fromkeys((part.field, part.language) for part in by_machine):
        _translated(state, node, field, language)
    _put(state, node, by_machine)


def _translated(state: State, node: Node, field: str, language: str) -> None:
    """Says of a text that a machine translated it; objects without an id of their own carry no such statement."""
    if node.prefix == "":
        made = {"target": node.target, "field": field, "language": language, "origin": "machine", "reviewed": False}
        state.draft.root.data.setdefault("translations", []).append(made)


def _parts(state: State, node: Node, text: Text) -> Iterator[_Part]:
    """Gives what a text says field by field; says what plain text cannot hold of it."""
    piece, draft = text.entry.piece, state.draft
    words = state.words(piece, node, text.entry.heading)
    whole = [(text.column.field, words)]
    if text.column.way == "markup":
        if node.model in (Commitment, Milestone):
            whole = split(words, node.model)
        plain = [(field, to_plain(part)) for field, part in whole]
        tags = sorted({tag for _, part in plain for tag in part.carried})
        if tags:
            draft.say("import/markup-flattened", piece, severity="info", node=node, heading=text.entry.heading,
                      tags=tuple(tags))  # fmt: skip
        whole = [(field, part.text) for field, part in plain]
    said = [(field, part) for field, part in whole if _SAYS.search(part)]
    if not said:
        draft.say("import/said-as-absent", piece, severity="info", node=node, field=text.column.field, text=piece.text)
        draft.used(piece, node, text.column.field)
    for field, part in said:
        yield _Part(text, field, text.language or language_of(part, draft.options.language), part)


def _put(state: State, node: Node, parts: list[_Part]) -> None:
    groups: dict[tuple[str, str], list[_Part]] = {}
    for part in _as_beside(parts):
        groups.setdefault((part.field, part.language), []).append(part)
    for (field, language), group in groups.items():
        by_key: dict[str, _Part] = {}
        for part in sorted(group, key=lambda each: each.text.column.rank):
            by_key.setdefault(part.text.entry.key, part)
        whole = _BETWEEN.get(field, "\n\n").join(part.words.strip() for part in by_key.values())
        for part in group:
            same = part.words == by_key[part.text.entry.key].words
            value = whole if same else part.words
            state.draft.put(node, field, value, part.text.entry.piece, language=language)


def _as_beside(parts: list[_Part]) -> Iterator[_Part]:
    """Gives parts whose language nobody tells the only one that their field is told to be in: an address, its place."""
    told: dict[str, set[str]] = {}
    for part in parts:
        if part.text.language is not None:
            told.setdefault(part.field, set()).add(part.language)
    for part in parts:
        beside = told.get(part.field, set())
        if part.language == UNKNOWN and part.text.language is None and len(beside) == 1:
            yield part._replace(language=next(iter(beside)))
        else:
            yield part
