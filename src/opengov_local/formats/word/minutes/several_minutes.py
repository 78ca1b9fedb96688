"""Minutes of several gatherings in one file: each has a title of its own, a day, and what was said there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.gatherings.minute_labels import MinuteLabels
from opengov_local.formats.word.minutes.minutes import MinutesReader
from opengov_local.formats.word.texts.headings import level
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.adoption_sentences import day_in
from opengov_local.formats.wording.words.minute_words import begins_minutes, names_gathering
from opengov_local.importing.draft import Node

_LONGEST: Final = 160
_HEAD: Final = 4
"""Lines of a head in which a gathering and its day may be named without a label."""
_LONG: Final = 6
"""Blocks of minutes that surely tell something, be it in prose."""
_WHEN: Final = ("workshop", "date")
_DAY: Final = len("2025-03-03")
_OF_GATHERINGS: Final = frozenset(("workshop", "contribution", "group"))


def read_minutes(writing: Writing, labels: Labels, blocks: Sequence[Block]) -> None:
    """Reads a file of minutes into as many workshops as it has minutes with a title and a day of their own.

    A title of further minutes without such a day is said: what stands below it is read into the workshop before.

    Args:
        writing: what is at hand.
        labels: the labels of the file.
        blocks: the blocks of the file.
    """
    labels = MinuteLabels.of(labels)
    titles = [at for at, block in enumerate(blocks) if _entitles(block)]
    starts = _starts(writing, labels, blocks, titles) if len(titles) > 1 else []
    made = []
    for start, end in pairwise((0, *starts[1:], len(blocks))):
        reader = MinutesReader(writing, labels)
        reader.read(_part(writing, blocks[start:end], starts[0] if starts and not start else 0))
        made.append(reader.workshop)
    say_further(writing, labels, blocks, starts)
    _share(writing, made)


def say_further(writing: Writing, labels: Labels, blocks: Sequence[Block], starts: Collection[int] = ()) -> None:
    """Says which titles are those of further minutes, and begin no workshop of their own.

    Args:
        writing: what is at hand.
        labels: labels as minutes have them.
        blocks: the blocks of the file.
        starts: where workshops begin.
    """
    titles = [at for at, block in enumerate(blocks) if _entitles(block)]
    for at in titles[1:]:
        title = blocks[at]
        again = at not in starts and _rank(title) == _rank(blocks[titles[0]])
        if again and isinstance(title, Paragraph) and _tells(labels, blocks[at:], when=True):
            writing.draft.say("import/further-minutes", title.piece, text=title.text)


def _entitles(block: Block) -> bool:
    """Tells whether a block can be the title of minutes: a line that begins with the words for them."""
    if not isinstance(block, Paragraph) or block.list_level is not None or block.answers:
        return False
    return len(block.text) <= _LONGEST and begins_minutes(block.text)


def _rank(block: Block) -> int:
    return level(block) if isinstance(block, Paragraph) else 0


def _starts(writing: Writing, labels: Labels, blocks: Sequence[Block], titles: Sequence[int]) -> list[int]:
    """Gives where minutes begin that have a day of their own and tell what was said; none for one alone."""
    ends = (*titles[1:], len(blocks))
    parts = {start: blocks[start:end] for start, end in zip(titles, ends, strict=True)}
    days = {
        start: day for start, part in parts.items() if (day := _day(writing, labels, part)) and _tells(labels, part)
    }
    ranks = Counter(_rank(blocks[start]) for start in days)
    rank = min(ranks, key=lambda each: (-ranks[each], each), default=0)
    starts = [start for start in days if _rank(blocks[start]) == rank]
    if not len({days[start] for start in starts}) == len(starts) > 1:
        return []
    first = [at for at in titles if at < starts[0] and _rank(blocks[at]) == rank and _tells(labels, parts[at])]
    return [*first, *starts]  # minutes before them are not theirs, though they do not say their day


def _day(writing: Writing, labels: Labels, part: Sequence[Block]) -> str:
    """Gives the day that a title, a line of its head or a label says; "" where none does."""
    lines = [block.text for block in part[:_HEAD] if isinstance(block, Paragraph)]
    said = [lines[0], *(line for line in lines[1:] if names_gathering(line))]
    said += [value for block in part for meanings, value in _answers(labels, block) if _WHEN in meanings]
    days = (day_in(text, writing.context) for text in said)
    return next((found for day in days if day and len(found := day.reading.start or "") == _DAY), "")


def _tells(labels: Labels, part: Sequence[Block], *, when: bool = False) -> bool:
    """Tells whether minutes tell more of a gathering than when it was, or below their title also `when`.

    Minutes that are only named, as those that a meeting approves, have no more than a line below them: what stands
    behind the next heading, or far below a mere line, is not theirs.
    """
    rank = _rank(part[0])
    ends = (at for at, block in enumerate(part) if at and 0 < _rank(block) <= rank)
    body = part[1 : next(ends, len(part))] if rank else part[1:_LONG]
    told = [said for block in body for said in _answers(labels, block)]
    asked = {each for meanings, value in told if rank or value for each in meanings}
    if any(isinstance(block, Table) for block in body) or (when and _WHEN in asked):
        return True
    if rank and len(body) >= _LONG - 1:
        return True
    concepts = {concept for concept, field in asked if (concept, field) not in (_WHEN, ("workshop", "title"))}
    return not concepts.isdisjoint(_OF_GATHERINGS if rank else ("workshop",))


def _answers(labels: Labels, block: Block) -> Iterator[tuple[set[tuple[str, str]], str]]:
    """Gives what a line, or the rows of a table, ask for, and what answers beside."""
    if isinstance(block, Paragraph):
        said = labels.asked_by(block)
        if said is not None:
            yield {meaning[:2] for meaning in said.meanings}, said.value
        return
    for row in block.rows:
        for cell, beside in pairwise(row):
            yield {meaning[:2] for meaning in labels.meanings(cell.text)}, beside.text


def _part(writing: Writing, part: Sequence[Block], start: int) -> Sequence[Block]:
    """Gives minutes with what stands at the head of the file, but for the title of all of them, which is a heading."""
    made: list[Block] = []
    for at, block in enumerate(part):
        titled = at < start and isinstance(block, Paragraph) and (block.style == "title" or _entitles(block))
        if titled and isinstance(block, Paragraph) and block.piece is not None:
            writing.draft.ignore(block.piece, "heading")
        else:
            made.append(block)
    return made


def _share(writing: Writing, made: Sequence[Node]) -> None:
    """Ties workshops that say nothing of it to the collectivities of the first that does, and says so."""
    known: list[str] = next((found for each in made if (found := each.data.get("collectivities"))), [])
    there = {one["id"]: one for one in writing.draft.root.data.get("collectivities", ()) if known}
    for workshop in made if known else ():
        if "collectivities" not in workshop.data:
            workshop.data["collectivities"] = list(known)
            name = next(iter(there.get(known[0], {}).get("name", {}).values()), known[0])
            writing.draft.say("import/assumed", severity="info", node=workshop, field="collectivities", value=name)
