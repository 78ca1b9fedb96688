"""The first page of our own form of a plan: it repeats what the form says, and is signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.blocks import Block, Paragraph
from opengov_local.formats.word.own_wording import every_own_label, titles_of_forms
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.words import fold


class CoverPages:
    """Reads first pages: what the form says again is left to it, what was written by hand is kept."""

    def __init__(self, writing: Writing, blocks: Sequence[Block]) -> None:
        self._writing = writing
        self._positions = frozenset(_positions(blocks))
        others = [block for number, block in enumerate(blocks) if number not in self._positions]
        pieces = [piece for block in others for piece in block.pieces()] if self._positions else []
        self._said = {fold(line) for piece in pieces for line in piece.text.split("\n")} | _own_words()

    def takes(self, position: int, block: Block) -> bool:
        """Reads a block of a first page; tells whether it was one."""
        if position not in self._positions:
            return False
        for piece in block.pieces():
            if all(fold(line) in self._said for line in piece.text.split("\n")):
                self._writing.draft.ignore(piece, "help")
            else:
                self._writing.draft.keep(piece, label=labels()["form.cover"].texts["en"])
        return True


def _positions(blocks: Sequence[Block]) -> Iterable[int]:
    """Gives the positions from the title of a first page to that of the next form."""
    covers, forms = _titles()
    inside = False
    for number, block in enumerate(blocks):
        title = fold(block.text) if isinstance(block, Paragraph) else ""
        inside = title in covers or (inside and title not in forms)
        if inside:
            yield number


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    covers = frozenset(map(fold, labels()["form.cover"].texts.values()))
    return covers, frozenset(map(fold, titles_of_forms())) - covers


@cache
def _own_words() -> frozenset[str]:
    return frozenset(fold(text) for label in every_own_label() for text in label.texts.values())
