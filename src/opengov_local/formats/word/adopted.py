"""When a plan was adopted, as a sentence tells it: "adopté par le conseil lors de la session d'octobre 2025"."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from opengov_local.formats.word.blocks import Block, Paragraph
from opengov_local.formats.word.headings import names_part
from opengov_local.formats.word.passages import Line, Passage, of_paragraph
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.dates import DateContext, find_dates
from opengov_local.importing.draft import Node

_FIRST, _LAST = 20, 6
_LONGEST, _LONGEST_SESSION = 300, 70
_KINDS = ("extraordinary", "ordinary")


class Adopted(NamedTuple):
    """What a sentence says of an adoption.

    Attributes:
        date: when it was.
        session: the words for the session, "" where none is named.
        kind: code of the list session_kind, "" where the words do not tell.
    """

    date: str
    session: str = ""
    kind: str = ""


def adoption_in(sentence: str, context: DateContext) -> Adopted | None:
    """Gives when something was adopted; None where a sentence says no one date of it, or that it is not so yet."""
    if not _pattern("adopted").search(sentence) or _pattern("not").search(sentence):
        return None
    dates = find_dates(sentence, context)
    if len(dates) != 1 or dates[0].reading.kind != "date" or not dates[0].reading.start:
        return None
    session = _session(sentence, dates[0].end)
    kind = next((kind for kind in _KINDS if _pattern(kind).search(session)), "")
    return Adopted(dates[0].reading.start, session, kind)


def put_adoption(writing: Writing, plan: Node, blocks: Sequence[Block]) -> None:
    """Puts when a plan was adopted, where the first or last paragraphs of its document say so of it.

    Args:
        writing: what is at hand.
        plan: the plan.
        blocks: the blocks of the file.
    """
    if "adoptions" in plan.data:
        return
    found = [
        (adopted, of_paragraph(block, block.piece))
        for block in _around(blocks)
        if block.piece is not None
        and len(block.text) <= _LONGEST
        and (_pattern("plan").search(block.text) or _pattern("adopted").match(block.text))
        and (adopted := adoption_in(block.text, writing.context)) is not None
    ]
    if len({adopted for adopted, _ in found}) == 1:
        _put(writing, plan, *found[0])


def _put(writing: Writing, plan: Node, adopted: Adopted, passage: Passage) -> None:
    there = writing.add(plan, "adoptions", passage.piece)
    writing.draft.put(there, "date", adopted.date, passage.piece)
    if adopted.session:
        for language, words in writing.texts(passage.of([Line(adopted.session)])):
            writing.draft.put(there, "session", words, passage.piece, language=language)
    if adopted.kind:
        writing.draft.put(there, "session_kind", adopted.kind, passage.piece)
    said = adopted.session or adopted.date
    writing.draft.say("import/assumed", passage.piece, severity="info", node=plan, field="adoptions", value=said)


def _around(blocks: Sequence[Block]) -> list[Paragraph]:
    """Gives the paragraphs before the first axis or commitment, and the last ones of a file."""
    first = next((at for at, block in enumerate(blocks) if names_part(block)), len(blocks))
    chosen = [*blocks[: min(first, _FIRST)], *blocks[max(first, len(blocks) - _LAST) :]]
    return [block for block in chosen if isinstance(block, Paragraph)]


def _session(sentence: str, end: int) -> str:
    """Gives the words for the session: from its word to the date behind it, and its kind."""
    start = _pattern("session").search(sentence[:end])
    if start is None or end - start.start() > _LONGEST_SESSION:
        return ""
    behind = re.match(rf"\s+(?:{'|'.join(_words(*_KINDS))})(?!\w)", sentence[end:], re.IGNORECASE)
    return sentence[start.start() : end + (behind.end() if behind else 0)].strip()


def _words(*kinds: str) -> list[str]:
    text = files("opengov_local.formats.word").joinpath("adoption_words.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["what"] in kinds]
    words = sorted((word for row in rows for word in row["words"].split("|")), key=len, reverse=True)
    return [re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in words]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_words(kind))})(?!\w)", re.IGNORECASE)
