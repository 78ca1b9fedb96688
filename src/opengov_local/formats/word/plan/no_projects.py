"""Which block of a plan in Word asks for projects, where none was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opengov_local.account import Piece
from opengov_local.formats.tables.other_tables.no_projects import say_none
from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.headings import level
from opengov_local.formats.wording.labels.labels import Labels

_ASKED = frozenset({("commitment", "title"), ("commitment", "number_title"), ("plan", "commitments")})
_FEWEST = 2
"""Rows and columns of a table that can list projects."""


def say_no_projects(writing: Writing, labels: Labels, blocks: Iterable[Block]) -> None:
    """Says that a plan gave no commitment and no activity, at the first heading or cell that asks for projects.

    Args:
        writing: what is at hand.
        labels: what headings mean.
        blocks: the blocks of the plan.
    """
    plans = writing.draft.root.data.get("plans", ())
    asking = next((piece for piece in _heads(blocks) if _asks(labels, piece)), None)
    if asking is not None:
        say_none(writing.draft, plans, " ".join(asking.text.split()), asking.place)


def _heads(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Gives the headings of a file, and the cells of its tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if level(block) and block.piece is not None:
                yield block.piece
        elif block.width >= _FEWEST and len(block.rows) >= _FEWEST:
            yield from (cell.piece for cell in block.cells() if cell.text)


def _asks(labels: Labels, piece: Piece) -> bool:
    return any(each[:2] in _ASKED for each in labels.meanings(piece.text.strip(" \u00a0:：")))
