"""Words behind the last commitment that are none of its own: no other commitment has such words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.table_shapes.unmarked import fields_in, heads_section, named_in
from opengov_local.formats.word.texts.headings import CONCEPTS, LOWEST, is_contents, level, marker_of, titles_in
from opengov_local.formats.word.texts.passages import numbered
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning
from opengov_local.formats.wording.words.markers import numbers_within
from opengov_local.formats.wording.words.plan_words import begins_with, says
from opengov_local.importing.words import fold

_FEWEST: Final = 2
"""Commitments that show together where their words end."""
_LONGEST: Final = 60
"""Letters of the longest title of a section that only its number shows."""
_NAMING: Final = frozenset({"title", "number_title", "number", "form", "heading", "milestones", "action"})
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

    These are how it is governed, what the whole of it costs, a total, a contact or a note below a table that no other
    commitment has, a heading on the level of their names or above it that asks something, a line in bold as titles of
    commitments alone are, that names a part of a plan by its words or by what is asked, and a numbered
    section behind a table or list, where none of the commitments has sections. Where rows of tables alone name
    commitments, it is what no other table of them has below it.

    Args:
        blocks: the blocks of a file.
        opened: the positions where commitments begin, in order.
        labels: the labels of the file.
    """
    apart = _over_tables(blocks, opened, labels)
    if not opened:
        return _below_rows(blocks, labels) | apart
    lines = {at: block for at, block in enumerate(blocks) if isinstance(block, Paragraph)}
    behind = {at: block for at, block in lines.items() if at > opened[-1] and block.list_level is None}
    before = [block for at, block in lines.items() if opened[0] < at < opened[-1] and at not in opened]
    said = {fold(_label(block)) for block in before}
    highest = level(lines[opened[-1]]) or LOWEST
    names = {at for at, block in behind.items() if _names_whole(block, highest) and fold(_label(block)) not in said}
    names |= apart
    if len(opened) < _FEWEST:
        return frozenset(names)
    sections = {at for at in behind if _is_section(blocks, at)}
    counts = not any(_COUNTED.fullmatch(numbered(block.text)[0]) for block in before)
    notes = {at for at in behind if isinstance(blocks[at - 1], Table)}
    bold = {at for at, block in behind.items() if _is_bold(block, labels) and _is_of_plan(blocks, at, labels)}
    if any(_is_bold(block, labels) for block in before) or {level(lines[at]) for at in opened if at in lines} != {
        LOWEST
    }:
        bold = set()
    names |= _heads_apart(lines, opened, labels)
    return frozenset(names | bold | (sections if counts else set()) | set(_said_once(behind, before, notes, labels)))


def _below_rows(blocks: Sequence[Block], labels: Labels) -> frozenset[int]:
    """Gives the positions of labels with their answers below the last table of commitments, which has but one.

    They are of that one where another table has words below it. Of the only commitment there is, and of the last of
    several forms, notes alone are not.
    """
    answered = _below_last(blocks, labels)
    forms = any(_is_form(block, labels) for block in blocks)
    several = sum(_named_in(block, labels) for block in blocks if isinstance(block, Table)) > 1 and not forms
    return frozenset(at for at, said in answered.items() if several or _is_note(said))


def below_form(blocks: Sequence[Block], opened: Sequence[int], labels: Labels) -> frozenset[int]:
    """Gives the positions of labels with their answers below the last of several forms, where no other has any.

    They are of its commitment, though what stands there alone may be said of all; notes are.
    """
    forms = [] if opened else [block for block in blocks if _is_form(block, labels)]
    below = _below_last(blocks, labels) if len(forms) >= _FEWEST else {}
    return frozenset(at for at, said in below.items() if not _is_note(said))


def _below_last(blocks: Sequence[Block], labels: Labels) -> dict[int, Labelled]:
    """Gives labels with their answers below the last table of commitments; none where another has words below it."""
    tables = {at: block for at, block in enumerate(blocks) if isinstance(block, Table)}
    forms = [at for at, table in tables.items() if _is_form(table, labels)]
    named = [at for at, table in tables.items() if _named_in(table, labels)]
    if labels.reported is not None or (forms and named):
        return {}
    last = forms or named
    if not last or (named and (named[-1] != max(tables) or _named_in(tables[named[-1]], labels) > 1)):
        return {}
    parts = [range(at, end) for at, end in zip(last, [*last[1:], len(blocks)], strict=True)]
    answered = [_answered(blocks, part, labels) for part in parts]
    if any(answered[:-1]) or any(_loose(blocks, part, labels) for part in parts[:-1]):
        return {}
    return answered[-1]


def _is_form(block: Block, labels: Labels) -> bool:
    """Tells whether a table is the form of a commitment: it asks for its name, and has several questions."""
    parts = parts_of(block, labels) if isinstance(block, Table) else []
    asked = [part for part in parts if isinstance(part, Answer) and part.cells]
    return len(asked) >= _FEWEST and any(_names_commitment(each) for part in asked for each in part.said.meanings)


def _answered(blocks: Sequence[Block], part: range, labels: Labels) -> dict[int, Labelled]:
    """Gives the labels of a part that have their answers on their lines, by their positions."""
    asked = ((at, labels.asked_by(block)) for at in part if isinstance(block := blocks[at], Paragraph))
    return {at: said for at, said in asked if said is not None and said.value}


def _named_in(table: Table, labels: Labels) -> int:
    """Counts the cells of a table in which a column of commitments names one."""
    named: set[int] = set()
    for part in parts_of(table, labels):
        columns = part.columns if isinstance(part, Records) else ()
        titles = {column.number for column in columns if any(map(_names_commitment, column.meanings))}
        for _, row in part.rows if isinstance(part, Records) else ():
            there = list({id(cell): cell for cell in row.values() if cell.text}.values())
            if len(there) > 1 and total_of(there, titles) is None:
                named |= {id(cell) for number, cell in row.items() if number in titles and cell.text}
    return len(named)


def _names_commitment(meaning: Meaning) -> bool:
    return (meaning.concept, meaning.field) == ("commitment", "title")


def _is_note(said: Labelled) -> bool:
    return any(each.field == "additional_information" for each in said.meanings)


def _heads_apart(lines: Mapping[int, Paragraph], opened: Sequence[int], labels: Labels) -> set[int]:
    """Gives the positions of headings that ask something, said once, and stand above the level of all commitments.

    One on their level does too where no other asks, so that this level is that of names: "Budget global" in bold, among
    names in bold, anything among headings behind the last of them.
    """
    ranks = {level(lines[at]) for at in opened if at in lines}
    if not ranks or 0 in ranks:
        return set()
    times = Counter(fold(block.text) for block in lines.values())
    heads = {at: level(block) for at, block in lines.items() if at > opened[0] and at not in opened and level(block)}
    asking = {at: rank for at, rank in heads.items() if rank <= min(ranks) and _asks_of_one(lines[at], labels)}
    beside = [at for at, rank in asking.items() if rank == min(ranks)]
    found = {at for at, rank in asking.items() if rank < min(ranks) and times[fold(lines[at].text)] == 1}
    behind = min(ranks) < LOWEST and bool(beside) and beside[0] > opened[-1]
    if len(beside) == 1 and (behind or begins_with(lines[beside[0]].text, "total_cost")):
        found.add(beside[0])
    return found


def _over_tables(blocks: Sequence[Block], opened: Sequence[int], labels: Labels) -> frozenset[int]:
    """Gives the positions of headings over tables behind the last of several commitments that name none of them.

    "Budget global" on the level of their names, or of the headings over the forms that name them, is no part of the
    last one. Bold lines and plain ones are, unless their words are of the whole plan, or the forms have no headings and
    no tables below them at all; so is what others have too.
    """
    tables = {at: list(named_in(block, labels)) for at, block in enumerate(blocks) if isinstance(block, Table)}
    lines = {at: block for at, block in enumerate(blocks) if isinstance(block, Paragraph)}
    over = {at for at in lines if _is_over_table(blocks, at, labels)}
    sure = {at for at in opened if at not in over or marker_of(lines[at], CONCEPTS) is not None}
    names = sorted({*sure, *(at for at, named in tables.items() if named)})
    if len(sure) + sum(map(len, tables.values())) < _FEWEST:
        return frozenset()
    said = Counter(fold(_label(block)) for block in lines.values())
    titles = {title for named in tables.values() for title in named} | titles_in(blocks)
    above = [_rank_above(lines, at, end) for at, end in pairwise(names)]
    beside = any(at < names[-1] and not named for at, named in tables.items())
    lowest = min(filter(None, above), default=0 if beside else LOWEST)
    return frozenset(
        at
        for at, block in lines.items()
        if at > names[-1]
        and at in over
        and marker_of(block, CONCEPTS) is None
        and not is_contents(block)
        and fold(_label(block)) not in titles
        and said[fold(_label(block))] == 1
        and not numbers_within(block.text, "commitment")
        and (0 < level(block) <= lowest or _is_of_all(_label(block)))
    )


def _rank_above(lines: Mapping[int, Paragraph], first: int, last: int) -> int:
    """Gives the level of the nearest heading between two positions, or at the second; 0 where there is none."""
    return next((rank for at in range(last, first, -1) if at in lines and (rank := level(lines[at]))), 0)


def _is_over_table(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Tells whether a line stands over a table: right above it, or above a line of plain words."""
    below = blocks[at + 1 : at + 3]
    if below and isinstance(below[0], Paragraph) and level(below[0]) == 0 and labels.asked_by(below[0]) is None:
        below = below[1:]
    return bool(below) and isinstance(below[0], Table)


def _is_of_all(text: str) -> bool:
    """Tells whether a title says that what stands below it is of all commitments, or of none: "Budget global"."""
    if len(text) > _LONGEST or text.rstrip().endswith(".") or says(text, "of_one"):
        return False
    return any(says(text, kind) for kind in ("of_plan", "across", "total_cost"))


def _asks_of_one(block: Paragraph, labels: Labels) -> bool:
    """Tells whether a line asks for something that commitments are asked for, and for no name."""
    said = None if is_contents(block) or marker_of(block, CONCEPTS) is not None else labels.asked_by(block)
    asked = {each.field for each in said.meanings if each.concept == "commitment"} if said is not None else set()
    return bool(asked) and asked.isdisjoint(_NAMING)


def _is_bold(block: Paragraph, labels: Labels) -> bool:
    """Tells whether a line is in bold, asks for nothing, and does not say that it names something."""
    plain = labels.asked_by(block) is None and marker_of(block, CONCEPTS) is None
    return level(block) == LOWEST and plain and not is_contents(block)


def _is_of_plan(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Tells whether a line in bold names a part of a plan, by its words, or as only plans are asked what is below."""
    block = blocks[at]
    if isinstance(block, Paragraph) and heads_section(block):
        return True
    others = (n for n, it in enumerate(blocks[at + 1 :], at + 1) if isinstance(it, Paragraph) and _is_bold(it, labels))
    asked = fields_in(blocks[at + 1 : next(others, len(blocks))], labels)
    return bool(asked) and not any(asked)


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


def _said_once(
    behind: dict[int, Paragraph], before: Sequence[Paragraph], notes: Set[int], labels: Labels
) -> Iterator[int]:
    """Gives the positions of a total, a contact or a note, where the others have nothing of the kind."""
    asked = {at: said for at, block in behind.items() if (said := labels.asked_by(block)) is not None and said.value}
    others = [said for block in before if (said := labels.asked_by(block)) is not None]
    known = {(each.concept, each.field) for said in others for each in said.meanings}
    for at, said in asked.items():
        totals = begins_with(said.label, "total_cost") and any(each.field == "budget" for each in said.meanings)
        contact = begins_with(said.label, "contact", whole=True)
        if (totals or contact or (at in notes and _is_note(said))) and not known & {
            (each.concept, each.field) for each in said.meanings
        }:
            yield at
