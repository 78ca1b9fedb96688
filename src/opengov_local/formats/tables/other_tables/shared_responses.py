"""Responses beside several contributions of one row: one for all of them, or a list with one for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.other_tables.responses import Answer, Responses
from opengov_local.formats.wording.words.decisions import read_decision
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import read_list

_MARKED = re.compile(r"\s*(?:[-–—•*▪◦·]\s|[0-9٠-٩]{1,2}\s*[.)\-–/:]|\(?[a-h]\)\s)")
_BETWEEN = re.compile(r"[;؛,،\n]")
_SEVERAL = 2
_STATUS = "disposition.status"


def is_marked_list(text: str) -> bool:
    """Tells whether a text lists several things, each line with a number or a bullet."""
    lines = [line for line in text.splitlines() if line.strip()]
    return (
        len(lines) > 1 and all(map(_MARKED.match, lines)) and len(read_list(text, commas="never").items) == len(lines)
    )


def decisions_in(text: str) -> tuple[str, ...]:
    """Gives the decisions that a cell lists, each in words; none where it holds one, or something else among them."""
    for items in (read_list(text, commas="never").items, _BETWEEN.split(text)):
        read = [read_decision(item.strip()) for item in items]
        if len(items) > 1 and all(read):
            return tuple(item.strip() for item in items)
    return ()


def each_response(
    draft: Draft, responses: Responses, subjects: Sequence[Node], answers: Mapping[str, Answer], holder: Node
) -> None:
    """Reads the response to the contributions of one row, as a rule a single one.

    A list of as many decisions or reasons as there are contributions answers each by its place. One decision answers
    all, which is said. A list of another length answers none for sure: the whole response is kept, and that is said.

    Args:
        draft: the document in the making.
        responses: reads a response.
        subjects: the contributions.
        answers: the cells, by the targets of their columns.
        holder: keeps what is unclear.
    """
    count = len(subjects)
    decided = answers.get(_STATUS)
    listed = decisions_in(decided[1].text) if decided else ()
    if listed and len(listed) != count:
        for column, piece in answers.values():
            draft.keep(piece, holder, label=column.heading)
            say_unclear(draft, column, piece, count)
        return
    parts = {name: _parts(piece, count) for name, (_, piece) in answers.items()}
    for name, (column, piece) in answers.items():
        if count > 1 and not parts[name]:
            say_shared(draft, column, piece, count)
    for at, node in enumerate(subjects):
        mine = {name: (column, parts[name][at] if parts[name] else piece) for name, (column, piece) in answers.items()}
        responses.read(node, mine)


def _parts(piece: Piece, count: int) -> list[Piece]:
    """Gives the parts of a cell that lists as many things as there are contributions."""
    if count < _SEVERAL:
        return []
    items = decisions_in(piece.text) or read_list(piece.text, commas="never").items
    listed = len(items) == count and (is_marked_list(piece.text) or decisions_in(piece.text))
    return [piece._replace(text=item, value=item) for item in items] if listed else []


def say_shared(draft: Draft, column: Column, piece: Piece, count: int) -> None:
    """Says that a cell was read as said of each of several contributions."""
    draft.say("import/response-shared", piece, severity="info", heading=column.heading, text=piece.text, count=count)


def say_unclear(draft: Draft, column: Column, piece: Piece, count: int) -> None:
    """Says that a cell is kept because it does not tell which of several contributions it speaks of."""
    draft.say("import/response-unclear", piece, heading=column.heading, text=piece.text, count=count)
