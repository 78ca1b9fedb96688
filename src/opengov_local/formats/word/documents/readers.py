"""The reader of each document that the library writes itself, by the room that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from opengov_local.formats.word.documents.programme import ProgrammeReader
from opengov_local.formats.word.documents.words import Words
from opengov_local.formats.word.documents.workshop import WorkshopReader
from opengov_local.formats.word.docx.blocks import Block
from opengov_local.formats.word.drafting.writing import Writing


class DocumentReader(Protocol):
    """Reads the blocks of a document into a draft."""

    def read(self, blocks: Sequence[Block]) -> None:
        """Reads all blocks."""


READERS: Final[Mapping[str, Callable[[Writing, Words], DocumentReader]]] = {
    "programme": ProgrammeReader,
    "workshop": WorkshopReader,
}
