"""A first title of minutes that is nothing but the word for them, above the true one: "Compte rendu"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from opengov_local.formats.word.blocks import Block, Table
from opengov_local.formats.word.headings import level
from opengov_local.formats.word.labels import Labels
from opengov_local.formats.word.markers import read_marker
from opengov_local.formats.word.minute_words import is_minutes
from opengov_local.formats.word.ordinals import after_adverb
from opengov_local.formats.word.passages import numbered

_FIRST: Final = 8
_CONCEPTS: Final = ("group", "axis")


def bare_title(blocks: Sequence[Block], labels: Labels) -> int:
    """Gives the position of a first title that is nothing but the word for minutes, with the true one below it."""
    for position, (block, below) in enumerate(pairwise(blocks[:_FIRST])):
        if isinstance(block, Table) or isinstance(below, Table) or not is_minutes(block.text):
            continue
        marker = read_marker(below.text, _CONCEPTS)
        if after_adverb(below.text)[0] or numbered(below.text)[0]:
            return -1
        return position if level(below) and not labels.asked_by(below) and not (marker and marker.number) else -1
    return -1
