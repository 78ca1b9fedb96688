"""Who took part in a plan, as our own form says it again of all its workshops together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Table
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.words.own_wording import own_labels
from opengov_local.importing.words import fold

_TOGETHER: Final = "plan.participants"
_EACH: Final = "workshop.participants"
_GOES_ON: Final = ("", ",", "،", ":", "：")


def asks_for_all(label: str) -> bool:
    """Tells whether a label of our form asks who took part in all workshops together."""
    return fold(label) in _labels(_TOGETHER)


def is_said_again(passage: Passage, blocks: Iterable[Block]) -> bool:
    """Tells whether all who took part, by a passage, stand among the participants of a workshop of the same form.

    There the number of those who came stands behind each of them.
    """
    said = sorted(_recorded(blocks))
    return all(_is_begun(line.text.strip(), said) for line in passage.lines)


def _recorded(blocks: Iterable[Block]) -> Iterable[str]:
    rows = (row for block in blocks if isinstance(block, Table) for row in block.rows if len(row) > 1)
    answers = (row[-1] for row in rows if fold(row[0].text) in _labels(_EACH))
    return (line.strip() for cell in answers for line in cell.text.splitlines())


def _is_begun(line: str, said: list[str]) -> bool:
    """Tells whether one of some sorted lines is a line, or goes on behind a mark with what it is."""
    at = bisect_left(said, line)
    while at < len(said) and said[at].startswith(line):
        if said[at][len(line) :].lstrip()[:1] in _GOES_ON:
            return True
        at += 1
    return False


@cache
def _labels(key: str) -> frozenset[str]:
    return frozenset(fold(text) for label in own_labels() if label.key == key for text in label.texts.values())
