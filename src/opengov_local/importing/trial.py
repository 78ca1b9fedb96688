"""A draft on trial: what reading a piece does to an object, so that it can be done to others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.moulds import Mould, mould_of
from opengov_local.importing.options import ImportOptions
from opengov_local.json_text import BAD_CHARACTER


class Trial(Draft):
    """A draft that nobody gets to see, read with the same options."""

    def __init__(self, importer: str, options: ImportOptions) -> None:
        super().__init__(importer, None, b"", replace(options, base=None, mint=lambda _: "new"))

    def mould(self, node: Node, piece: Piece, read: Callable[[], None], hole: str | None = None) -> Mould | None:
        """Makes a mould of what reading a piece does to an object.

        Args:
            node: the object, empty.
            piece: the piece.
            read: reads it into the object.
            hole: a text that stands for that of any piece.

        Returns:
            None where a mould would not say it all: there is a finding, words are kept, another object is changed.
        """
        self._entries, self._read, self._findings, self._nodes = [], [], [], {}
        read()
        if self._findings or self._entries != self._read or BAD_CHARACTER.search(piece.text):
            return None
        return mould_of(node, piece, self._read, self._nodes.values(), hole)
