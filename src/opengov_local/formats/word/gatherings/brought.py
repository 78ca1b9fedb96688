"""Contributions: what a workshop or working group brought, item by item, and what answers what."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.account import Piece
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.contribution_items import begins, counts_by_letters, items, with_deeper
from opengov_local.formats.word.texts.passages import Line, Passage, joined, unlisted
from opengov_local.formats.wording.words.replies import reply_in, without_letter
from opengov_local.importing.draft import Node

Decided = tuple[str, Piece]
"""What became of all that stands below a heading, as a code of the list disposition, and the heading."""


def bring(
    writing: Writing,
    owner: Node,
    kind: str,
    passage: Passage,
    *,
    lettered: bool = False,
    decided: Decided | None = None,
) -> list[Node]:
    """Adds a contribution for each item of a passage: each item of its lists, or each line.

    Args:
        writing: what is at hand.
        owner: the workshop or working group.
        kind: code of the list contribution_kind.
        passage: what was brought.
        lettered: whether the list that it is a part of counts "A.", "B.", "C.".
        decided: what the heading above says became of all of them.
    """
    if passage.is_nothing:
        for piece in passage.pieces:
            writing.draft.ignore(piece, "help")
        return []
    made = []
    found = items(passage, kind, lettered=lettered)
    listed = [item.passage for item in found]
    for number, item in zip(
        (item.number for item in found), listed if writing.own_form else unlisted(listed), strict=True
    ):
        if not writing.own_form and (label := reply_in(item.text, kind)):
            _keep_reply(writing, owner, item, label)
            continue
        node = writing.add(owner, "contributions", item.piece)
        writing.draft.put(node, "kind", kind, item.piece)
        if number:
            writing.draft.put(node, "number", number, item.piece)
        bare = kind == "question" and not writing.own_form and len(item.lines) == 1
        for language, text in writing.texts(item.of([Line(without_letter(item.text))]) if bare else item):
            writing.draft.put(node, "text", text, item.piece, language=language)
        if decided is not None:
            writing.draft.put(node, "disposition.status", *decided)
        made.append(node)
    for piece in passage.pieces[1:]:
        writing.draft.used(piece, owner, "contributions")
    return made


def bring_listed(
    writing: Writing, owner: Node, kind: str, passages: Sequence[Passage], label: str, decided: Decided | None
) -> None:
    """Reads what stands below a question for contributions; prose around a list is no item of it, and is kept.

    Args:
        writing: the document in the making.
        owner: the workshop or group that brought it.
        kind: code of the list contribution_kind.
        passages: what stands there.
        label: the question.
        decided: what became of all of them, where the question says so.
    """
    lettered = counts_by_letters(passage.lines[0] for passage in passages)
    listed = [passage for passage in passages if begins(passage.lines[0], kind, lettered=lettered)]
    for passage in passages if listed else ():
        if passage not in listed:
            writing.keep(owner, passage, label)
    for group in with_deeper(listed or passages):
        bring(writing, owner, kind, joined(group), lettered=lettered, decided=decided)


def _keep_reply(writing: Writing, owner: Node, passage: Passage, label: str) -> None:
    """Keeps an answer beside what was brought right before it, and says that it tells no decision."""
    before = owner.data.get("contributions", ())
    node = writing.node_of(before[-1]) if before else owner
    writing.keep(node, passage)
    writing.draft.say("import/response-without-decision", passage.piece, node=node, heading=label)
