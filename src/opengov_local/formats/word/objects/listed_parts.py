"""Items of lists that are parts of a plan, though no word says so: commitments below axes, steps below commitments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.objects.counted import ITEM
from opengov_local.formats.word.objects.units import names_units
from opengov_local.formats.word.table_shapes.unmarked import commitment_headings
from opengov_local.formats.word.texts.headings import CONCEPTS, is_contents, level, marker_of
from opengov_local.formats.word.texts.passages import bare, is_item, numbered, of_paragraph
from opengov_local.formats.wording.labels.behind_titles import behind
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.labels.table_meanings import may_name_in_tables
from opengov_local.formats.wording.words.markers import Marker

_FEWEST: Final = 2
"""Axes with lists that are no accident."""
_AXES: Final = ("axis", "subaxis")
_ENDS: Final = (":", "：")


class _List(NamedTuple):
    """A list of items on one level.

    Attributes:
        axis: position of the axis it stands below; -1 for none.
        owner: what it stands right below: `axis`, `commitment`, or "".
        items: the positions of its items.
        deeper: the positions of what stands below its items.
        asked: whether the line above it asks for projects in the word for actions: "Actions :".
        led: whether the line above leads to it with a colon, in words that nobody knows.
    """

    axis: int
    owner: str
    items: tuple[int, ...]
    deeper: tuple[int, ...]
    asked: bool
    led: bool


def with_listed(blocks: Sequence[Block], labels: Labels, *, who: bool) -> list[Block]:
    """Marks the items of lists that are commitments right below axes, or steps right below commitments.

    Below axes they are commitments where nothing names projects and two axes hold lists of which most items say when,
    by whom or at what cost ("Publier le budget (DGS, 2026)"), or that are asked for as actions. Below commitments they
    are steps where each says when.

    Args:
        blocks: the blocks of a plan.
        labels: the labels of the file.
        who: whether short words beside a time in brackets say who does it.
    """
    lists = list(_lists(blocks, labels))
    marked = list(blocks)
    for each in lists:
        if (
            each.owner == "commitment"
            and not each.asked
            and all(_is_timed(blocks[at], labels, who) for at in each.items)
        ):
            _mark(marked, each.items, ITEM)
    below = [each for each in lists if each.owner == "axis"]
    sure = [each for each in below if each.asked or 2 * _telling(blocks, each, labels, who) >= len(each.items)]
    if len({each.axis for each in sure}) < _FEWEST or names_units(blocks, labels):
        return marked
    for each in below:
        if each in sure or not each.led:
            for at in each.items:
                _mark(marked, [at], _commitment(marked[at]))
            _mark(marked, each.deeper, ITEM)
    return marked


def _mark(blocks: list[Block], positions: Sequence[int], marker: Marker) -> None:
    for at in positions:
        block = blocks[at]
        if isinstance(block, Paragraph):
            blocks[at] = replace(block, named=marker)


def _commitment(block: Block) -> Marker:
    text, counted = (block.text, block.number) if isinstance(block, Paragraph) else ("", "")
    number, title = numbered(bare(text))
    return Marker("commitment", number or counted.strip(" .)-("), title.rstrip(" ;؛.،"), "")


def _telling(blocks: Sequence[Block], listed: _List, labels: Labels, who: bool) -> int:
    """Gives how many items of a list say when, by whom or at what cost."""
    return sum(bool(_behind(blocks[at], labels, who)) for at in listed.items)


def _is_timed(block: Block, labels: Labels, who: bool) -> bool:
    return bool({"due", "period"} & _behind(block, labels, who))


def _behind(block: Block, labels: Labels, who: bool) -> set[str]:
    if not isinstance(block, Paragraph):
        return set()
    return {each.field for each in behind(numbered(bare(block.text))[1], labels, who=who).said}


def _lists(blocks: Sequence[Block], labels: Labels) -> Iterator[_List]:
    """Gives the lists right below axes and commitments: no question that others answer stands between."""
    headings = commitment_headings(blocks, labels)
    axis, owner, asked, led = -1, "", False, False
    at = 0
    while at < len(blocks):
        block = blocks[at]
        items = _run(blocks, at, labels) if owner else []
        if items and isinstance(block, Paragraph):
            least = min(_depth(blocks[each]) for each in items)
            top = tuple(each for each in items if _depth(blocks[each]) == least)
            yield _List(axis, owner, top, tuple(each for each in items if each not in top), asked, led)
            at = items[-1] + 1
            asked = led = False
            continue
        if isinstance(block, Table):
            owner, asked, led = "", False, False
        else:
            marker = marker_of(block, CONCEPTS) if not is_contents(block) else None
            named = marker is not None and bool(marker.number or level(block))
            said = labels.asked_by(block)
            if at in headings or (named and marker is not None and marker.concept == "commitment"):
                owner, asked, led = "commitment", False, False
            elif named and marker is not None and marker.concept in _AXES:
                axis, owner, asked, led = at, "axis", False, False
            elif named or (level(block) and said is None):
                axis, owner = -1, ""
            elif said is not None and not said.value:
                owner = "" if not may_name_in_tables(said.label) or owner != "axis" else owner
                asked = bool(owner)
            else:
                asked, led = False, said is None and block.text.rstrip().endswith(_ENDS)
        at += 1


def _run(blocks: Sequence[Block], start: int, labels: Labels) -> list[int]:
    """Gives the positions of the items that follow each other from a position on."""
    found: list[int] = []
    for at in range(start, len(blocks)):
        block = blocks[at]
        if not isinstance(block, Paragraph) or block.piece is None or block.named is not None or level(block):
            break
        if not is_item(of_paragraph(block, block.piece).lines[0]) or labels.asked_by(block) is not None:
            break
        if marker_of(block, CONCEPTS) is not None:
            break
        found.append(at)
    return found


def _depth(block: Block) -> int:
    return (block.list_level or 0) if isinstance(block, Paragraph) else 0
