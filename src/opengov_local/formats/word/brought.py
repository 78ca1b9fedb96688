"""Contributions: what a workshop or working group brought, item by item, and what answers what."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.account import Piece
from opengov_local.formats.word.passages import Line, Passage, bare, is_item, numbered
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node


def bring(writing: Writing, owner: Node, kind: str, passage: Passage) -> list[Node]:
    """Adds a contribution for each item of a passage: each item of its lists, or each line.

    Args:
        writing: what is at hand.
        owner: the workshop or working group.
        kind: code of the list contribution_kind.
        passage: what was brought.
    """
    if passage.is_nothing:
        for piece in passage.pieces:
            writing.draft.ignore(piece, "help")
        return []
    made = []
    for item in split(passage):
        node = writing.add(owner, "contributions", item.piece)
        writing.draft.put(node, "kind", kind, item.piece)
        for language, text in writing.texts(item):
            writing.draft.put(node, "text", text, item.piece, language=language)
        made.append(node)
    for piece in passage.pieces[1:]:
        writing.draft.used(piece, owner, "contributions")
    return made


def split(passage: Passage) -> list[Passage]:
    """Gives the items of a passage without bullets and numbers, deeper ones with the item above them."""
    depths = [line.depth for line in passage.lines if is_item(line)]
    groups: list[list[Line]] = []
    for line in passage.lines:
        deeper = bool(depths) and is_item(line) and line.depth > min(depths)
        if groups and (deeper or (depths and not is_item(line))):
            groups[-1].append(Line(bare(line.text)))
        else:
            groups.append([Line(_unnumbered(bare(line.text)) if is_item(line) else line.text)])
    return [passage.of(lines) for lines in groups]


def _unnumbered(text: str) -> str:
    number, rest = numbered(text)
    return rest if number and not number.isalpha() else text


def answer(writing: Writing, answers: Sequence[Node], problems: Sequence[Node], piece: Piece) -> None:
    """Says that solutions answer the one problem they stand beside; of several, nobody says which."""
    if len(problems) != 1:
        return
    for node in answers:
        writing.draft.put(node, "answers", problems[0].data["id"], piece)
