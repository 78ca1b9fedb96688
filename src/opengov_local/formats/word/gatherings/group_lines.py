"""Lines of minutes that begin a working group as an item of a list, or as headings of parts without a word for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.texts.headings import is_contents, level
from opengov_local.formats.word.texts.passages import bare, numbered
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.formats.wording.words.minute_words import behind_account, says_minutes
from opengov_local.formats.wording.words.ordinals import after_adverb

_CONCEPTS: Final = ("group", "axis")
_KINDS: Final = frozenset({"problem", "solution", "proposal", "recommendation", "question"})
_SEVERAL: Final = ("contribution", "other")
"""What words for several kinds ask for: "Problems and solutions"."""
_LONGEST: Final = 100
"""Letters of a line that gives account of a group."""
_FEWEST: Final = 2
"""Headings over what was brought from which each begins a group."""


class Line(NamedTuple):
    """A line that begins a group.

    Attributes:
        marker: its number and title.
        rank: level of the heading; 0 of an item.
        is_said: whether it says that it is a group or axis.
    """

    marker: Marker
    rank: int
    is_said: bool


def group_lines(blocks: Sequence[Block], labels: Labels) -> Mapping[int, Line]:
    """Finds the lines that begin a group, by their positions.

    An item does where it names a group by its number and something is asked right below it, or deeper items stand
    there; and so does a line that says what stands below it, "Tableau 2 : Groupe B", "Résultats du groupe B".
    Headings do where what was brought stands below several of one level, and no line nor table of the file names
    groups.

    Args:
        blocks: blocks of the minutes.
        labels: knows labels.
    """
    found = {
        at: Line(marker, 0, is_said=True)
        for at, block in enumerate(blocks[:-1])
        if isinstance(block, Paragraph)
        and (marker := _item(block) or _accounted(block))
        and _goes_into(block, blocks[at + 1], labels)
    }
    named = any(_has_groups(block, labels) if isinstance(block, Table) else _names_group(block) for block in blocks)
    return found if found or named else _headings(blocks, labels)


def _item(block: Paragraph) -> Marker | None:
    """Reads an item of a list, by its style or a typed bullet, that names a group by its number."""
    words = bare(block.text)
    if level(block) or (block.list_level is None and words == block.text.strip()):
        return None
    marker = read_marker(words, _CONCEPTS)
    return marker if marker is not None and marker.number else None


def _accounted(block: Paragraph) -> Marker | None:
    """Reads a line that gives account of a group which it names by its number, and says no more before that."""
    rest = behind_account(block.text) if len(block.text) <= _LONGEST else ""
    marker = read_marker(rest, _CONCEPTS[:1]) if rest else None
    return marker if marker is not None and marker.number else None


def asks_of_group(marker: Marker, labels: Labels) -> bool:
    """Tells whether what stands behind the number of a group is no title, but asks what it brought: "Propositions"."""
    meanings = labels.meanings(marker.title) if marker.number and marker.title else ()
    return any(_is_brought(each) or each[:2] == _SEVERAL for each in meanings)


def _goes_into(block: Paragraph, below: Block, labels: Labels) -> bool:
    """Tells whether something is said of a group right below its line."""
    if isinstance(below, Table):
        return _brings(below, labels)
    deeper = block.list_level is not None and below.list_level is not None and below.list_level > block.list_level
    said = labels.read(bare(below.text))
    return deeper or (said is not None and any(map(_is_brought, said.meanings)))


def _names_group(block: Paragraph) -> bool:
    marker = read_marker(block.text, _CONCEPTS)
    return marker is not None and bool(marker.number or level(block))


def _is_brought(meaning: Meaning) -> bool:
    return meaning.concept == "contribution" and meaning.field in _KINDS


def _brings(block: Block, labels: Labels) -> bool:
    """Tells whether a block asks for what was brought: a question of its kind, or a table of it."""
    if isinstance(block, Paragraph):
        said = labels.asked_by(block)
        return said is not None and any(map(_is_brought, said.meanings))
    return any(map(_is_brought, _asked_in(block, labels)))


def _has_groups(table: Table, labels: Labels) -> bool:
    """Tells whether a table has a column of groups beside what they brought: headings above it are no groups."""
    asked = [*_asked_in(table, labels)] if len(table.rows) > 1 else []
    return Meaning("group", "title") in {each._replace(language="") for each in asked} and any(map(_is_brought, asked))


def _asked_in(table: Table, labels: Labels) -> Iterator[Meaning]:
    for part in parts_of(table, labels):
        if isinstance(part, Answer):
            yield from part.said.meanings
        elif isinstance(part, Records):
            yield from (meaning for column in part.columns for meaning in column.meanings)


def _headings(blocks: Sequence[Block], labels: Labels) -> dict[int, Line]:
    """Finds headings without a meaning of their own, of one level, over what was brought."""
    ranks = {at: level(block) for at, block in enumerate(blocks) if isinstance(block, Paragraph) and level(block)}
    open_ones = {at: rank for at, rank in ranks.items() if _is_plain(blocks[at], labels)}
    over = [at for at in open_ones if any(_brings(blocks[below], labels) for below in _below(at, ranks, len(blocks)))]
    counted = Counter(open_ones[at] for at in over)
    rank = min((rank for rank, count in counted.items() if count >= _FEWEST), default=0)
    texts = {at: block.text for at in over if isinstance(block := blocks[at], Paragraph) and open_ones[at] == rank}
    return {at: Line(_marker(text), rank, is_said=False) for at, text in texts.items()} if rank else {}


def _below(at: int, ranks: Mapping[int, int], end: int) -> range:
    """Gives the positions below a heading, up to the next one that is no deeper."""
    return range(at + 1, next((other for other in sorted(ranks) if other > at and ranks[other] <= ranks[at]), end))


def _is_plain(block: Block, labels: Labels) -> bool:
    if not isinstance(block, Paragraph) or is_contents(block) or block.style == "title" or says_minutes(block.text):
        return False
    return labels.asked_by(block) is None


def _marker(text: str) -> Marker:
    number, title = after_adverb(text)
    number, title = (number, title) if number else numbered(text)
    return Marker("group", number, title, "")
