"""Words behind the last commitment that are none of its own: no other commitment has such words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from opengov_local.formats.word.blocks import Block, Paragraph, Table
from opengov_local.formats.word.headings import CONCEPTS, LOWEST, is_contents, level, marker_of
from opengov_local.formats.word.labels import Labels
from opengov_local.formats.word.passages import numbered
from opengov_local.formats.word.plan_words import begins_with, says
from opengov_local.importing.words import fold

_FEWEST: Final = 2
"""Commitments that show together where their words end."""
_LONGEST: Final = 60
"""Letters of the longest title of a section that only its number shows."""
_COUNTED: Final = re.compile("[2-9]|[1-9][0-9]|[٢-٩]")


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


def whole_of(blocks: Sequence[Block], opened: Sequence[int], labels: Labels) -> frozenset[int]:
    """Gives the positions of lines behind the last commitment from which on the whole plan is spoken of again.

    These are how it is governed, what the whole of it costs, a total or a contact that no other commitment has, and
    a numbered section behind a table or list, where none of the commitments has sections.

    Args:
        blocks: the blocks of a file.
        opened: the positions where commitments begin, in order.
        labels: the labels of the file.
    """
    if not opened:
        return frozenset()
    lines = {at: block for at, block in enumerate(blocks) if isinstance(block, Paragraph)}
    behind = {at: block for at, block in lines.items() if at > opened[-1] and block.list_level is None}
    before = [block for at, block in lines.items() if opened[0] < at < opened[-1] and at not in opened]
    said = {fold(_label(block)) for block in before}
    highest = level(lines[opened[-1]]) or LOWEST
    names = {at for at, block in behind.items() if _names_whole(block, highest) and fold(_label(block)) not in said}
    if len(opened) < _FEWEST:
        return frozenset(names)
    sections = {at for at in behind if _is_section(blocks, at)}
    counts = not any(_COUNTED.fullmatch(numbered(block.text)[0]) for block in before)
    return frozenset(names | (sections if counts else set()) | set(_said_once(behind, before, labels)))


def _label(block: Paragraph) -> str:
    """Gives the words of a line in front of a colon, without its number."""
    return numbered(block.text.partition(":")[0].strip())[1]


def _names_whole(block: Paragraph, highest: int) -> bool:
    """Tells whether a line says that it speaks of the whole plan: "Gouvernance du programme", "Coût du plan : …".

    One that does not say of what, "Gouvernance", is a heading no deeper than those of commitments.
    """
    label, is_answered = _label(block), ":" in block.text.rstrip(" :\u00a0")
    if is_answered:
        return begins_with(label, "cost") and says(label, "of_plan")
    rank = level(block)
    heads = 0 < rank <= highest if rank < LOWEST else says(label, "of_plan")
    return heads and begins_with(label, "governance", whole=True)


def _is_section(blocks: Sequence[Block], at: int) -> bool:
    """Tells whether a plain short line right behind a table or list is the title of a section, by its number."""
    block, above = blocks[at], blocks[at - 1]
    if not isinstance(block, Paragraph) or 0 < level(block) < LOWEST or marker_of(block, CONCEPTS) is not None:
        return False
    number, title = numbered(block.text)
    ends = isinstance(above, Table) or above.list_level is not None
    short = bool(title) and len(title) <= _LONGEST and not title.rstrip().endswith((".", ";", "؛"))
    return ends and short and ":" not in title.rstrip(" :\u00a0") and _COUNTED.fullmatch(number) is not None


def _said_once(behind: dict[int, Paragraph], before: Sequence[Paragraph], labels: Labels) -> Iterator[int]:
    """Gives the positions of a total or a contact, where the others have nothing of the kind."""
    asked = {at: said for at, block in behind.items() if (said := labels.asked_by(block)) is not None and said.value}
    others = [said for block in before if (said := labels.asked_by(block)) is not None]
    known = {(each.concept, each.field) for said in others for each in said.meanings}
    for at, said in asked.items():
        totals = begins_with(said.label, "total_cost") and any(each.field == "budget" for each in said.meanings)
        contact = begins_with(said.label, "contact", whole=True)
        if (totals or contact) and not known & {(each.concept, each.field) for each in said.meanings}:
            yield at
