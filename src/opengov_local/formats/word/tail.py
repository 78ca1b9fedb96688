"""Words behind the last commitment that are none of its own: no other commitment has such words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.word.blocks import Block, Table
from opengov_local.formats.word.headings import CONCEPTS, is_contents, level, marker_of
from opengov_local.formats.word.labels import Labels

_FEWEST: Final = 2
"""Commitments that show together where their words end."""


def tail_of(blocks: Sequence[Block], opened: Sequence[int], labels: Labels) -> frozenset[int]:
    """Gives the positions of the prose that ends a document behind its last commitment.

    A commitment ends with a table, a list or a label with its answer on one line; where none but the last has prose
    behind that, the prose speaks of the whole document.

    Args:
        blocks: the blocks of a file, without its close.
        opened: the positions where commitments begin, in order.
        labels: the labels of the file.
    """
    if len(opened) < _FEWEST:
        return frozenset()
    parts = [range(at, end) for at, end in zip(opened, [*opened[1:], len(blocks)], strict=True)]
    loose = [_loose(blocks, part, labels) for part in parts]
    return frozenset() if any(loose[:-1]) else frozenset(loose[-1])


def _loose(blocks: Sequence[Block], part: range, labels: Labels) -> list[int]:
    """Gives the positions of prose behind something that ends an answer, up to the end of a part."""
    found: list[int] = []
    ends = False
    for at in part:
        block = blocks[at]
        if isinstance(block, Table):
            found, ends = [], True
            continue
        said = labels.asked_by(block)
        if at == part.start or level(block) or is_contents(block) or marker_of(block, CONCEPTS) is not None:
            found, ends = [], False
        elif said is not None:
            found, ends = [], bool(said.value)
        elif block.list_level is not None:
            found, ends = [], True
        elif ends:
            found.append(at)
    return found
