"""Words that are struck through: they are no longer in force, so they are left out of the text and kept beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from opengov_local.account import Piece, Place
from opengov_local.formats.word.docx.blocks import Block, Cell, Content, Hanging, Paragraph, Table, is_blank
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.importing.struck_rows import Fate, Struck, fates

_PARTS: Final = ("axis", "subaxis", "commitment", "milestone")


def parted(parts: Sequence[str], struck: frozenset[int]) -> tuple[str, str]:
    """Gives the words of a paragraph that stand, and those that are struck through.

    Args:
        parts: its words, piece by piece.
        struck: the indices of those that are struck through.
    """
    stands, gone = "", ""
    for index, part in enumerate(parts):
        if index in struck:
            gone += part
        else:
            stands += part.lstrip(" ") if stands.endswith(" ") and index - 1 in struck else part
    return stands, gone.strip()


def without_struck(blocks: Sequence[Block], content: Content) -> list[Block]:
    """Gives blocks without the paragraphs that are struck through.

    A heading that is struck through, while what stands below it is not, stays: its words hang on it.

    Args:
        blocks: the blocks of a file.
        content: where what is left out is kept.
    """
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.struck or block.piece is None:
            kept.append(block)
        elif _is_heading(block) and _stands_below(blocks[index + 1 :]):
            content.struck_read.append(block.piece)
            kept.append(block)
        else:
            leave_out(content, block.text, block.piece.place)
    return kept


def stands_in(table: Table, content: Content) -> Table:
    """Gives a table without what is struck through in its cells.

    What a row begins with stays where other cells of it stand: these speak of it.
    """
    if not any(cell.struck for cell in table.cells()):
        return table
    return replace(table, rows=tuple(tuple(_row(row, content)) for row in table.rows))


def _row(row: Sequence[Cell], content: Content) -> Iterator[Cell]:
    for cell, fate in zip(row, fates([Struck(cell.text, cell.struck) for cell in row]), strict=True):
        if fate is Fate.OUT:
            leave_out(content, cell.text, cell.piece.place)
            yield replace(cell, piece=Piece(cell.piece.place, ""), paragraphs=())
            continue
        if fate is Fate.READ:
            content.struck_read.append(cell.piece)
        yield cell


def leave_out(content: Content, text: str, place: Place) -> None:
    """Keeps words beside what they hang on."""
    if not is_blank(text):
        piece = Piece(Place("line", "struck", len(content.struck) + 1), text)
        content.struck.append(Hanging(piece, f"struck ({place})", place))


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and (bool(block.level) or read_marker(block.text, _PARTS) is not None)


def _stands_below(blocks: Sequence[Block]) -> bool:
    """Tells whether something that is not struck through stands before the next heading."""
    for block in blocks:
        if _is_heading(block):
            return False
        if not (isinstance(block, Paragraph) and block.struck) and any(True for _ in block.pieces()):
            return True
    return False
