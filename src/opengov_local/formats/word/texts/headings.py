"""Which paragraphs are headings, of which level, and which of them name an axis or a commitment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.texts.passages import bare
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.importing.words import fold, read_status

FIRST = 6
"""How many blocks at the beginning may be the title of the plan without a style that says so."""
LOWEST = 10
"""The level of headings that are only bold or underlined."""
_LONGEST_MARKED = 160
_LONGEST_NAMED = 250
_CONTENTS = re.compile(r"(?:[.…·_\s]{4,}|\t)\s*\d{1,4}\s*$")
_CLAUSE = re.compile(r"[.,;:()،؛]")
SECTION = "section"
"""What a heading names that stands above commitments, and by its words is no axis: it is kept, and so told."""
CONCEPTS = ("axis", "subaxis", "commitment", "milestone")


def level(paragraph: Paragraph) -> int:
    """Gives the level of a heading, `LOWEST` where it has no style for it; 0 for paragraphs that are none."""
    if paragraph.level:
        return paragraph.level
    if paragraph.style in ("title", "subtitle"):
        return 1
    short = len(paragraph.text) <= _LONGEST_MARKED and not paragraph.text.rstrip().endswith((".", ";", "؛"))
    return LOWEST if paragraph.marked and short and paragraph.list_level is None else 0


def named_by(paragraph: Paragraph, *, listing: bool) -> Marker | None:
    """Reads the marker of a heading, or of a line that names an object by its number, also behind a typed bullet.

    Args:
        paragraph: the paragraph.
        listing: whether the items of a list are read, which are no headings.
    """
    words = bare(paragraph.text)
    typed = words != paragraph.text.strip()
    marker = marker_of(paragraph, CONCEPTS) or (read_marker(words, CONCEPTS[-2:]) if typed else None)
    if marker is None or level(paragraph) or paragraph.named is not None:
        return marker
    if read_status(_CLAUSE.split(marker.title, maxsplit=1)[0].strip()) is not None:
        return None  # "Projet 1 : terminé à 80 %. Reste à payer." says how far it is
    named = bool(marker.number) and len(paragraph.text) < _LONGEST_NAMED
    return marker if named and not (listing and (typed or paragraph.list_level is not None)) else None


def is_contents(paragraph: Paragraph) -> bool:
    """Tells whether a paragraph is a line of the table of contents."""
    return paragraph.style.startswith("toc") or _CONTENTS.search(paragraph.text) is not None


def contents_in(blocks: Sequence[Block]) -> list[int]:
    """Gives where the lines of a table of contents stand: several, one behind the other."""
    lines = [isinstance(block, Paragraph) and is_contents(block) for block in blocks]
    return [at for at, line in enumerate(lines) if line and (any(lines[at - 1 : at]) or any(lines[at + 1 : at + 2]))]


def marker_of(block: Paragraph | Cell, concepts: tuple[str, ...]) -> Marker | None:
    """Reads what a heading or cell says that it names, or what its place and number tell of it."""
    if block.named is not None:
        return block.named if block.named.concept in concepts else None
    return read_marker(block.text, concepts)


def titles_in(blocks: Iterable[Block]) -> frozenset[str]:
    """Gives the folded titles of the commitments that paragraphs name with their number or as headings."""
    named = (block for block in blocks if isinstance(block, Paragraph) and names_part(block))
    found = (marker_of(block, ("commitment",)) for block in named)
    return frozenset(fold(marker.title) for marker in found if marker is not None and marker.title)


def names_part(block: Block) -> bool:
    """Tells whether a paragraph is a heading that names an axis or a commitment."""
    if isinstance(block, Table):
        return False
    marker = marker_of(block, ("axis", "commitment"))
    return marker is not None and bool(marker.number or level(block))
