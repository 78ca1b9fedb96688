"""Reports on a plan, and minutes of those who follow it: a meeting around what was reported of each commitment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields.reporting import Reporting
from opengov_local.formats.word.gatherings.minute_labels import MinuteLabels
from opengov_local.formats.word.minutes.minute_plan import name_plan
from opengov_local.formats.word.minutes.minutes import MinutesReader
from opengov_local.formats.word.minutes.several_minutes import say_further
from opengov_local.formats.word.plan.plan import PlanReader
from opengov_local.formats.word.table_shapes.table_parts import Answer, Loose, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.unmarked import commitment_headings
from opengov_local.formats.word.texts.headings import level, marker_of, names_part
from opengov_local.formats.word.texts.passages import of_paragraph
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.letters import closes
from opengov_local.formats.wording.words.report_labels import CONCEPTS
from opengov_local.importing.words import fold


def read_report(writing: Writing, labels: Labels, blocks: Sequence[Block], *, minutes: bool) -> None:
    """Reads a report into a plan and its updates, and the meeting around it into a workshop.

    Args:
        writing: what is at hand.
        labels: labels as reports have them.
        blocks: the blocks of the file.
        minutes: whether they are minutes, with a meeting before and after what is reported.
    """
    report = Reporting(writing)
    first, end = _middle(blocks, labels) if minutes else (0, len(blocks))
    plan = PlanReader(writing, labels)
    if not minutes:
        writing.report = report
        plan.read(blocks)
        return
    meeting = MinutesReader(writing, MinuteLabels.of(labels))
    say_further(writing, MinuteLabels.of(labels), blocks)
    meeting.head(blocks[:first])
    _take_head(writing, report, plan, blocks[:first])
    day = meeting.workshop.data.get("date")
    if day is not None:
        report.held(day, meeting.workshop.places.get("date") or meeting.workshop.places[""])
    writing.report = report
    plan.read(blocks[first:end], blocks)
    writing.report = None
    meeting.part(blocks[end:], end)
    meeting.finish()
    plan.belongs_to(meeting.workshop.data.get("collectivities", ()))


def _take_head(writing: Writing, report: Reporting, plan: PlanReader, head: Sequence[Block]) -> None:
    """Takes from the head of minutes which plan is followed, and the period that they are on."""
    for block in head:
        if isinstance(block, Table) or block.piece is None:
            continue
        report.opening(of_paragraph(block, block.piece))
    name_plan(writing, plan, head)


def _middle(blocks: Sequence[Block], labels: Labels) -> tuple[int, int]:
    """Gives the first and behind the last block of what minutes report on commitments."""
    headings = commitment_headings(blocks, labels)
    opens = [at for at, block in enumerate(blocks) if at in headings or _opens(block, labels)]
    if not opens:
        return len(blocks), len(blocks)
    last = opens[-1]
    found = blocks[last]
    rank = level(found) if isinstance(found, Paragraph) else 0
    times = Counter(fold(block.text) for block in blocks if isinstance(block, Paragraph) and level(block) == rank)
    for at in range(last + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, Paragraph) and times[fold(block.text)] <= 1 and _goes_on(block, rank, labels):
            return opens[0], at
    return opens[0], len(blocks)


def _opens(block: Block, labels: Labels) -> bool:
    """Tells whether a block names a commitment, or lists several with what is reported of them."""
    if isinstance(block, Paragraph):
        return names_part(block)
    return any(
        _is_named(part)
        or any(
            meaning.concept == "commitment" and meaning.field in ("title", "number_title")
            for meaning in _meanings(part)
        )
        for part in parts_of(block, labels)
    )


def _is_named(part: object) -> bool:
    """Tells whether a part of a table is a cell alone on its row that names a commitment by its number."""
    marker = marker_of(part.cell, ("commitment",)) if isinstance(part, Loose) and part.alone else None
    return marker is not None and bool(marker.number)


def _meanings(part: object) -> list[Meaning]:
    if isinstance(part, Answer):
        return list(part.said.meanings)
    return [each for column in part.columns for each in column.meanings] if isinstance(part, Records) else []


def _goes_on(block: Paragraph, rank: int, labels: Labels) -> bool:
    """Tells whether the meeting goes on here: a heading of its own, or the formula that minutes close with."""
    if closes(block.text):
        return True
    said = labels.asked_by(block)
    if said is not None and any(meaning.concept in CONCEPTS for meaning in said.meanings):
        return False
    here = level(block)
    if said is not None and (here or said.label.endswith(":") or said.value):
        return not (here and rank and here > rank)
    return bool(here) and (here <= rank or not rank)
