"""Which paragraphs are headings, and what a heading without a word of its own names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opengov_local.formats.word.blocks import Block, Paragraph, Table
from opengov_local.formats.word.labels import Labels, Meaning
from opengov_local.formats.word.markers import read_marker
from opengov_local.formats.word.plan_words import names_plan
from opengov_local.formats.word.report_labels import REPORTED
from opengov_local.formats.word.tables import Answer, Reading, Records

FIRST = 6
"""How many blocks at the beginning may be the title of the plan without a style that says so."""
LOWEST = 10
"""The level of headings that are only bold or underlined."""
_LONGEST_MARKED = 160
_CONTENTS = re.compile(r"(?:[.…·_\s]{4,}|\t)\s*\d{1,4}\s*$")
CONCEPTS = ("axis", "subaxis", "commitment", "milestone")


def level(paragraph: Paragraph) -> int:
    """Gives the level of a heading, `LOWEST` where it has no style for it; 0 for paragraphs that are none."""
    if paragraph.level:
        return paragraph.level
    if paragraph.style in ("title", "subtitle"):
        return 1
    short = len(paragraph.text) <= _LONGEST_MARKED and not paragraph.text.rstrip().endswith((".", ";", "؛"))
    return LOWEST if paragraph.marked and short and paragraph.list_level is None else 0


def is_contents(paragraph: Paragraph) -> bool:
    """Tells whether a paragraph is a line of the table of contents."""
    return paragraph.style.startswith("toc") or _CONTENTS.search(paragraph.text) is not None


def names_part(block: Block) -> bool:
    """Tells whether a paragraph is a heading that names an axis or a commitment."""
    if isinstance(block, Table):
        return False
    marker = read_marker(block.text, ("axis", "commitment"))
    return marker is not None and bool(marker.number or level(block))


def commitment_headings(blocks: Sequence[Block], labels: Labels) -> frozenset[int]:
    """Gives the positions of headings that name a commitment without saying so.

    Such a heading says neither what it is nor what is asked, and before the next one like it stands something that
    is asked of commitments alone: a problem, an action, activities.
    """
    found: set[int] = set()
    open_at: list[tuple[int, int]] = []
    for position, block in enumerate(blocks):
        if isinstance(block, Table):
            asked = _asked(block, labels)
            if any(_names(meanings) for meanings in asked):
                open_at.clear()
            asks = any(_asks(meanings) for meanings in asked)
        else:
            rank = level(block)
            marker = read_marker(block.text, CONCEPTS) if rank else None
            said = labels.read(block.text)
            if marker is not None:
                open_at.clear()
                continue
            if rank and said is None and not is_contents(block) and not _is_title(block, position):
                open_at = [each for each in open_at if each[1] < rank]
                open_at.append((position, rank))
                continue
            asks = said is not None and _asks(said.meanings)
        if asks and open_at:
            found.add(open_at[-1][0])
    return frozenset(found)


def _is_title(paragraph: Paragraph, position: int) -> bool:
    """Tells whether a paragraph is the title of the document, by its style or by its place and words."""
    return paragraph.style in ("title", "subtitle") or (position < FIRST and names_plan(paragraph.text))


def _names(meanings: Sequence[Meaning]) -> bool:
    """Tells whether a label asks for the name of a commitment, and of nothing else."""
    names = {meaning.concept for meaning in meanings if meaning.field in ("title", "number_title")}
    return "commitment" in names and "milestone" not in names


def _asked(table: Table, labels: Labels) -> list[tuple[Meaning, ...]]:
    asked: list[tuple[Meaning, ...]] = []
    for part in Reading(table, labels).parts():
        if isinstance(part, Answer):
            asked.append(part.said.meanings)
        elif isinstance(part, Records):
            asked += [column.meanings for column in part.columns]
    return asked


_OF_COMMITMENTS = frozenset(
    [
        "problem",
        "causes",
        "status_quo",
        "action",
        "solution_path",
        "expected_results",
        "milestones",
        "ogp_values",
        "institutions",
        "start",
        "end",
        "leads",
        "period",
        "objectives",
    ]
)


def _asks(meanings: Sequence[Meaning]) -> bool:
    """Tells whether a label asks for something that commitments have and plans have not."""
    concepts = {meaning.concept for meaning in meanings}
    if any(meaning.field in REPORTED and meaning.concept == "axis" for meaning in meanings):
        return True  # in a report alone axes are reported on
    return "commitment" in concepts and "plan" not in concepts and any(m.field in _OF_COMMITMENTS for m in meanings)
