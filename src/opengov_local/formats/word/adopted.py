"""When a plan was adopted, as the paragraphs of its document or the decision it stands in tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.tables.adoption_sentences import (
    LONGEST,
    Adopted,
    approves,
    day_in,
    has,
    is_decision,
    is_decision_alone,
    kind_of,
    number_in,
    one_of,
    put_adopted,
    says_adopted,
    session_in,
    tells_adoption,
)
from opengov_local.formats.word.blocks import Block, Paragraph
from opengov_local.formats.word.headings import names_part
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node

_FIRST: Final = 20
_LAST: Final = 6
_LONGEST_LINE: Final = 200
"""Letters of the longest line that names a decision or its session."""


def put_adoption(writing: Writing, plan: Node, blocks: Sequence[Block]) -> None:
    """Puts when a plan was adopted, where the first or last paragraphs of its document say so of it.

    Args:
        writing: what is at hand.
        plan: the plan.
        blocks: the blocks of the file.
    """
    if "adoptions" in plan.data:
        return
    head, last = _around(blocks)
    told = [
        (adopted, block.piece)
        for block in (*head, *last)
        if block.piece is not None and (adopted := tells_adoption(block.text, writing.context)) is not None
    ]
    decided = _decided(writing, head, last)
    found = one_of([*told, *([decided] if decided else [])])
    if found is not None:
        put_adopted(writing.draft, plan, *found)


def _decided(writing: Writing, head: Sequence[Paragraph], last: Sequence[Paragraph]) -> tuple[Adopted, Piece] | None:
    """Reads the decision that a document is: its number, and the day of its session.

    A decision names itself, with a number or in a short line, and approves a plan in its title or its words; minutes of
    a session say that the plan was adopted. One of a council that stands alone around a title is what adopted the plan.
    """
    lines = [block for block in head if len(block.text) <= _LONGEST_LINE]
    named = [block for block in lines if is_decision(block.text)]
    named = named or [block for block in lines if has("decision", block.text) and not approves(block.text)]
    around = (*head, *last)
    alone = [block for block in named if is_decision_alone(block.text, writing.context)]
    told = any(map(_adopts, around) if not named else (approves(block.text) or _adopts(block) for block in around))
    if not told and not (len(alone) == len(named) == 1):
        return None
    sessions = [block for block in head if len(block.text) <= LONGEST and has("session", block.text)]
    number = next(filter(None, (number_in(each.text) for each in named)), "")
    found = []
    for block in (*named, *sessions):
        day = day_in(block.text.partition(":")[0] if block in named else block.text, writing.context)
        if day is None or block.piece is None:
            continue
        session = session_in(block.text, day)
        kinds = (kind_of(session or each.text) for each in (block, *sessions))
        found.append((Adopted(day.reading.start or "", session, next(filter(None, kinds), ""), number), block.piece))
    return _most_exact(found)


def _most_exact(found: Sequence[tuple[Adopted, Piece]]) -> tuple[Adopted, Piece] | None:
    """Gives the first adoption that is told, or the first that names a day of its month."""
    month = found[0][0].date if found else ""
    return max(
        (each for each in found if each[0].date.startswith(month)), key=lambda each: len(each[0].date), default=None
    )


def _adopts(block: Paragraph) -> bool:
    """Tells whether a sentence says that a plan was adopted, and no day of it."""
    return has("plan", block.text) and says_adopted(block.text)


def _around(blocks: Sequence[Block]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Gives the paragraphs before the first axis or commitment, and the last ones of a file."""
    first = next((at for at, block in enumerate(blocks) if names_part(block)), len(blocks))
    parts = (blocks[: min(first, _FIRST)], blocks[max(first, len(blocks) - _LAST) :])
    head, last = ([block for block in part if isinstance(block, Paragraph)] for part in parts)
    return head, last
