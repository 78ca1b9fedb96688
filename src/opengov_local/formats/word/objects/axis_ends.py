"""Headings that end an axis: they stand on its level, behind commitments of it, and name nothing that is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.table_shapes.unmarked import named_in
from opengov_local.formats.word.texts.headings import LOWEST, is_contents, level, marker_of
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import Marker
from opengov_local.importing.words import fold

_AXES: Final = ("axis", "subaxis")


def axis_ends(blocks: Sequence[Block], labels: Labels, headings: Set[int]) -> Mapping[int, str]:
    """Gives the positions of headings that end an axis, with what they end: `axis` or, below it, `subaxis`.

    "Axe 1" and "Axe 2" are headings of one level, and commitments stand below them; "Mesures d'accompagnement" on that
    level, with commitments below it, is no part of the axis above it. Levels tell nothing where commitments stand on
    the level of the axis, where such a heading stands between an axis and its first commitment, and where headings
    are but bold words; nor does a heading that stands again elsewhere, as below each axis. One that asks something,
    "Calendrier", ends it right above a table that names commitments.

    Args:
        blocks: the blocks of a file.
        labels: the labels of the file.
        headings: positions of headings that name a commitment without saying so.
    """
    walk = _Walk(blocks, labels, headings)
    for at, block in enumerate(blocks):
        walk.look(at, block)
    return {} if walk.is_flat else walk.ends


class _Walk:
    """Walks through a document, from first to last.

    Attributes:
        is_flat: whether the levels of headings do not tell where an axis ends.
        ends: the headings that end an axis, with what they end, as far as commitments stand below them.
    """

    def __init__(self, blocks: Sequence[Block], labels: Labels, headings: Set[int]) -> None:
        texts = (fold(block.text) for block in blocks if isinstance(block, Paragraph) and level(block))
        self._counts = Counter(texts)
        self._blocks = blocks
        self._labels = labels
        self._headings = headings
        self._ranks: dict[str, int] = {}
        self._held = False
        self._ended: tuple[int, str] | None = None
        self.is_flat = False
        self.ends: dict[int, str] = {}

    def look(self, at: int, block: Block) -> None:
        """Looks at one block."""
        if isinstance(block, Table):
            if self._ranks and (not self._held or self._ended) and any(named_in(block, self._labels)):
                self._hold(LOWEST + 1)
            return
        rank = level(block)
        axis = marker_of(block, _AXES)
        if axis is not None and (axis.number or rank):
            self._open(axis, rank)
        elif at in self._headings or _names_commitment(block, rank):
            self._hold(rank or LOWEST + 1)
        elif self._ranks and 0 < rank <= max(self._ranks.values()) and self._may_end(at, block):
            self._end(at, rank)

    def _open(self, axis: Marker, rank: int) -> None:
        sub = axis.concept == "subaxis"
        self._ranks = {**({"axis": main} if sub and (main := self._ranks.get("axis")) else {}), axis.concept: rank}
        self._held, self._ended = False, None
        if not 0 < rank < LOWEST:
            self._ranks = {}

    def _hold(self, rank: int) -> None:
        """Notes a commitment: below the open axis, or below the heading that ends it."""
        if not self._ranks:
            return
        self.is_flat |= rank <= max(self._ranks.values())
        self._held = True
        if self._ended is not None:
            at, concept = self._ended
            self.ends[at] = concept
            self._ranks = {} if concept == "axis" else {"axis": self._ranks["axis"]}
            self._ended = None

    def _end(self, at: int, rank: int) -> None:
        if not self._held:
            self.is_flat = True
        elif self._ended is None or rank <= self._ranks.get("axis", 0):
            self._ended = (at, "subaxis" if "axis" in self._ranks and rank > self._ranks["axis"] else "axis")

    def _may_end(self, at: int, block: Paragraph) -> bool:
        """Tells whether a heading is nobody's and asks nothing, or asks it of the projects that a table names."""
        if self._counts[fold(block.text)] > 1 or is_contents(block) or marker_of(block, ("milestone",)) is not None:
            return False
        if block.text.rstrip().endswith(("?", "؟")):
            return False
        below = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        heads = self._held and isinstance(below, Table) and any(named_in(below, self._labels))
        return heads or self._labels.asked_by(block) is None


def _names_commitment(block: Paragraph, rank: int) -> bool:
    marker = None if is_contents(block) else marker_of(block, ("commitment",))
    return marker is not None and bool(marker.number or rank)
