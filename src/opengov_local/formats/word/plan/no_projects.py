"""Which block of a plan in Word asks for projects, where none was read, and which tables go on with them unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opengov_local.account import Piece
from opengov_local.formats.tables.other_tables.no_projects import say_none
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.headings import level
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.importing.words.numerals import plain_digits

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


def say_unread_rows(writing: Writing, blocks: Iterable[Block]) -> None:
    """Says which tables, of which nothing was read, number their rows on from the projects: 3, 4 behind 2.

    Args:
        writing: what is at hand.
        blocks: the blocks of the plan.
    """
    projects = (each for plan in writing.draft.root.data.get("plans", ()) for each in plan.get("commitments", ()))
    held = {_number(str(each.get("number", ""))) for each in projects} - {()}
    for table in blocks if held else ():
        if not isinstance(table, Table) or any(
            writing.draft.read_at(each.place) is not None for each in table.pieces()
        ):
            continue
        rows = [[cell.text for cell in row if cell.text] for row in table.rows]
        named = [row for row in rows if len(row) > _FEWEST and _number(row[0])]
        *above, last = _number(named[0][0]) if named else (0,)
        if (*above, last) not in held and (*above, last - 1) in held:
            first = next(iter(table.pieces()))
            text = " ".join(named[0][1].split())
            writing.draft.say("import/rows-without-headings", first, severity="warning", text=text, count=len(named))


def _number(text: str) -> tuple[int, ...]:
    """Gives the parts of a number, "2.1"; none where a text is another."""
    parts = plain_digits(text).strip(" .").split(".")
    return tuple(map(int, parts)) if all(map(str.isdecimal, parts)) else ()


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
