"""The course of a document, seen before it is read: its subject line, last sections, close, and captions of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.objects.axis_ends import axis_ends
from opengov_local.formats.word.objects.tail import below_form, tail_of, whole_of
from opengov_local.formats.word.table_shapes.table_parts import Answer, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.unmarked import asked_in, names_commitment
from opengov_local.formats.word.texts.closing import closing_of, is_of_signatures
from opengov_local.formats.word.texts.headings import FIRST, LOWEST, level, marker_of, names_part
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.adoption_sentences import tells_adoption
from opengov_local.formats.wording.words.continued import breaks_page
from opengov_local.formats.wording.words.letters import is_caption, subject
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.minute_words import captions_table
from opengov_local.formats.wording.words.plan_words import begins_with, is_letterhead, names_plan
from opengov_local.importing.dates import DateContext
from opengov_local.importing.words import fold, read_status

_HEAD = 3 * FIRST
"""Blocks among which the subject line of a letter stands."""
_FEW_WORDS = 3
"""Words of the longest answer that is a state or figure of one commitment."""
_FEWEST = 2
"""Commitments from which a section behind the last one is the plan's, and no part of the one form."""
_PAGE = re.compile(r"\d{1,3}")


@dataclass(frozen=True)
class Course:
    """Where things stand in a document, by the positions of its blocks.

    Attributes:
        subject: the subject line that names the plan, where no title does.
        single: lines that stand once.
        final: those behind the last of several commitments.
        closing: the blocks that close the document: a formula, place and day, who signs.
        tail: prose behind the last of several commitments that none of the others has.
        contact: the heading behind the last of several commitments below which stands how to reach the council.
        followed: lines behind the last of several commitments that say how the whole plan is followed.
        captions: lines right above a table that only name it.
        whole: lines behind the last commitment from which on the whole plan is spoken of.
        behind_steps: what stands right below several milestones of one line each, and is not said of the last alone.
        axis_ends: headings that end an axis, with what they end: `axis` or `subaxis`.
        below_form: lines below the last of several forms that are of its commitment, as no other form has any.
        pages: numbers of pages that stand alone.
    """

    subject: int | None = None
    single: Set[int] = frozenset()
    final: Set[int] = frozenset()
    closing: Set[int] = frozenset()
    captions: Set[int] = frozenset()
    tail: Set[int] = frozenset()
    followed: Set[int] = frozenset()
    contact: int | None = None
    behind_steps: Set[int] = frozenset()
    whole: Set[int] = frozenset()
    axis_ends: Mapping[int, str] = field(default_factory=dict)
    below_form: tuple[Piece, ...] = ()
    pages: Set[int] = frozenset()

    def turns_page(self, position: int, text: str) -> bool:
        """Tells whether the line at a position says that a page ends or goes on, and nothing else."""
        return position in self.pages or breaks_page(text)

    def is_at(self, position: int) -> bool:
        """Tells whether a subject line, a closing formula or a caption stands at a position."""
        return position in (self.subject, self.contact) or any(
            position in each for each in (self.closing, self.captions, self.tail)
        )


def course_of(blocks: Sequence[Block], labels: Labels, headings: Set[int]) -> Course:
    """Looks through a document.

    Args:
        blocks: its blocks.
        labels: knows labels.
        headings: positions of headings that name a commitment without saying so.
    """
    texts = {at: block for at, block in enumerate(blocks) if isinstance(block, Paragraph)}
    opened = sorted(headings | {at for at, block in texts.items() if _opens(block)})
    last = opened[-1] if opened else len(blocks)
    alone = Counter(fold(block.text) for block in texts.values())
    single = frozenset(at for at, block in texts.items() if alone[fold(block.text)] == 1)
    closing = _closing(blocks, labels, last)
    said = blocks[: min(closing, default=len(blocks))]
    return Course(
        _subject(texts),
        single,
        frozenset(at for at in single if at > last)
        if len(opened) >= _FEWEST
        else _behind_tables(blocks, labels, single),
        closing,
        frozenset(
            at
            for at, block in texts.items()
            if (is_caption(block.text) and _heads_steps(blocks, at, labels)) or _heads_table(blocks, at, labels)
        ),
        tail_of(said, [at for at in opened or _named_in_tables(blocks, labels) if at < len(said)], labels)
        | _adopted(texts, last, labels),
        _followed(texts, last, labels) if len(opened) >= _FEWEST else frozenset(),
        _contact(texts, single, opened or _named_in_tables(blocks, labels)),
        frozenset(at for at in range(_FEWEST, len(blocks)) if _is_behind_steps(blocks, at)),
        whole_of(said, [at for at in opened if at < len(said)], labels),
        axis_ends(said, labels, headings),
        tuple(piece for at in sorted(below_form(said, opened, labels)) for piece in blocks[at].pieces()),
        _pages(blocks),
    )


def _pages(blocks: Sequence[Block]) -> frozenset[int]:
    """Gives the positions of the numbers of pages: lines that are but a number, counted one by one, behind tables."""
    alone = {
        at: text
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.list_level is None and _PAGE.fullmatch(text := block.text.strip())
    }
    numbers = [*map(int, alone.values())]
    counted = bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    behind = all(at and isinstance(blocks[at - 1], Table) for at in alone)
    return frozenset(alone) if counted and behind and len(numbers) >= _FEWEST else frozenset()


def _adopted(texts: dict[int, Paragraph], last: int, labels: Labels) -> frozenset[int]:
    """Gives the positions of sentences behind the last commitment that tell when the plan was adopted."""
    behind = ((at, block) for at, block in texts.items() if at > last and labels.asked_by(block) is None)
    return frozenset(at for at, block in behind if tells_adoption(block.text, DateContext()) is not None)


def _followed(texts: dict[int, Paragraph], last: int, labels: Labels) -> frozenset[int]:
    """Gives the positions of "Suivi : le comité se réunit…" behind the last commitment, where no other has such a line.

    A state or a few words are of the commitment.
    """
    if labels.reported is not None:
        return frozenset()
    asked = {at: said for at, block in texts.items() if (said := labels.asked_by(block)) is not None and said.value}
    counts = Counter(fold(said.label) for said in asked.values())
    return frozenset(
        at
        for at, said in asked.items()
        if at > last
        and counts[fold(said.label)] == 1
        and any((each.concept, each.field) == ("plan", "monitoring") for each in said.meanings)
        and len(said.value.split()) > _FEW_WORDS
        and read_status(said.value) is None
    )


def _contact(texts: dict[int, Paragraph], single: Set[int], named: Sequence[int]) -> int | None:
    """Gives the position of "Contactez-nous", or of "Contact" as a heading no deeper than those of commitments."""
    if not named or (len(named) < _FEWEST and named[-1] in texts):
        return None
    rank = level(texts[named[-1]]) if named[-1] in texts else LOWEST
    for at in sorted(at for at in single if at > named[-1]):
        asks, here = texts[at].text, level(texts[at])
        if begins_with(asks, "reach_us", whole=True) or (0 < here <= rank and begins_with(asks, "contact", whole=True)):
            return at
    return None


def _closing(blocks: Sequence[Block], labels: Labels, last: int) -> frozenset[int]:
    """Gives the positions of the close, behind the last heading or table of commitments."""
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Table) and _has_records(block, labels)]
    behind = max([last, *tables]) if last < len(blocks) else tables[-1] if tables else len(blocks)
    first = closing_of(blocks, labels, behind + 1)
    return frozenset(range(first, len(blocks))) if first is not None else frozenset()


def _named_in_tables(blocks: Sequence[Block], labels: Labels) -> list[int]:
    """Gives the positions of tables that name a commitment."""
    tables = ((at, block) for at, block in enumerate(blocks) if isinstance(block, Table))
    return [at for at, table in tables if any(map(names_commitment, asked_in(table, labels)))]


def _behind_tables(blocks: Sequence[Block], labels: Labels, single: Set[int]) -> frozenset[int]:
    """Gives the lines behind the last of several axes and commitments, where tables alone name commitments."""
    parts = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and names_part(block)]
    tables = _named_in_tables(blocks, labels)
    if len(parts) < _FEWEST or not tables:
        return frozenset()
    last = max(*parts, *tables)
    return frozenset(at for at in single if at > last)


def _has_records(table: Table, labels: Labels) -> bool:
    parts = parts_of(table, labels)
    return not is_of_signatures(table) and any(isinstance(part, Records | Answer) for part in parts)


def _is_behind_steps(blocks: Sequence[Block], at: int) -> bool:
    """Tells whether several plain lines right above a position each name a milestone by its number, and it does not."""
    return all(map(_is_step, blocks[at - _FEWEST : at])) and not _is_step(blocks[at])


def _is_step(block: Block) -> bool:
    if not isinstance(block, Paragraph) or level(block) or block.list_level is not None:
        return False
    marker = read_marker(block.text, ("milestone",))
    return marker is not None and bool(marker.number and marker.title)


def _subject(texts: dict[int, Paragraph]) -> int | None:
    first = {at: block for at, block in texts.items() if at < _HEAD}
    if any(_names(block) for block in first.values()):
        return None
    return next((at for at, block in first.items() if subject(block.text)), None)


def _names(block: Paragraph) -> bool:
    titled = block.style == "title" and not is_letterhead(block.text)
    return titled or (level(block) > 0 and names_plan(block.text))


def _opens(block: Paragraph) -> bool:
    marker = marker_of(block, ("commitment",))
    return marker is not None and bool(marker.number or level(block))


def _heads_table(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Tells whether a plain line right above a table only names that: "Tableau récapitulatif", "Tableau 1 : …"."""
    block, table = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(table, Table) or level(block):
        return False
    return captions_table(block.text) or (is_caption(block.text, "recap") and labels.asked_by(block) is None)


def _heads_steps(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Tells whether a line without a meaning of its own stands right above records of milestones."""
    table = blocks[at + 1] if at + 1 < len(blocks) else None
    block = blocks[at]
    if not isinstance(table, Table) or not isinstance(block, Paragraph) or labels.asked_by(block) is not None:
        return False
    if read_marker(block.text, ("axis", "subaxis", "commitment", "milestone")) is not None:
        return False
    records = [part for part in parts_of(table, labels) if isinstance(part, Records)]
    meant = {(each.concept, each.field) for part in records for column in part.columns for each in column.meanings}
    return ("milestone", "title") in meant
