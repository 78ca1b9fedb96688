"""Plain dashes in lines of our own documents: of a name, or, in older or typed ones, before a part that is played."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from opengov_local.formats.paper.parties import BESIDE, OF_WORDS, TYPED
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.importing.draft import Node


def has_dash(line: str, text: str) -> bool:
    """Tells whether a text has a dash of either meaning: one that is not marked, in a line without one of our own."""
    return TYPED in text and BESIDE not in line and TYPED in line.replace(OF_WORDS, "")


def without_marks(text: str) -> str:
    """Gives words without what marks their dashes as theirs."""
    return text.replace(OF_WORDS, TYPED)


def dashed(text: str, known: Callable[[str], object]) -> tuple[str, str] | None:
    """Parts a text at the first plain dash that something known stands before; None where there is no such dash."""
    return next((parted for parted in _parted(text) if known(parted[0])), None)


def say_dash(writing: Writing, node: Node, field: str, text: str, passage: Passage) -> None:
    """Says that a plain dash can be read in two ways, and into which field it was read with what is behind it."""
    writing.draft.say("import/dash-uncertain", passage.piece, severity="info", node=node, field=field, text=text)


def _parted(text: str) -> Iterator[tuple[str, str]]:
    start = text.find(TYPED)
    while start >= 0:
        yield text[:start], text[start + len(TYPED) :]
        start = text.find(TYPED, start + 1)
