"""When a plan was adopted, as the paragraphs of its document or the decision it stands in tell it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from types import MappingProxyType
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.drafting.write_words import date
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.headings import names_part
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.words.adoption_sentences import (
    LONGEST,
    Adopted,
    approves,
    day_in,
    has,
    is_decision,
    is_decision_alone,
    is_not_yet,
    kind_of,
    number_in,
    one_of,
    put_adopted,
    says_adopted,
    session_in,
    tells_adoption,
)
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.words.number_signs import SIGN

_FIRST: Final = 20
_LAST: Final = 6
FIELDS: Final = MappingProxyType({"adopted": "date", "adopted_in": "session", "adopted_by": "deliberation"})
"""What labels ask of an adoption, and the field of it that answers."""
_CODE: Final = re.compile(rf"(?:{SIGN}\s?)?[0-9][\w./-]*", re.IGNORECASE)
_LONGEST_LINE: Final = 200
"""Letters of the longest line that names a decision or its session."""


def put_adoption(writing: Writing, plan: Node, blocks: Sequence[Block]) -> None:
    """Puts when a plan was adopted, where the first or last paragraphs of its document say so of it.

    Args:
        writing: what is at hand.
        plan: the plan.
        blocks: the blocks of the file.
    """
    if "adoptions" in plan.data:
        return
    head, last = _around(blocks)
    told = [
        (adopted, block.piece)
        for block in (*head, *last)
        if block.piece is not None and (adopted := tells_adoption(block.text, writing.context)) is not None
    ]
    decided = _decided(writing, head, last)
    found = one_of([*told, *([decided] if decided else [])])
    if found is not None:
        put_adopted(writing.draft, plan, *found)


def answered(writing: Writing, plan: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts what answers a label for the adoption of a plan: its date, session or number; other words are kept too.

    Args:
        writing: what is at hand.
        plan: the plan.
        field: what is asked for, one of `FIELDS`.
        passage: the answer.
        label: the label.
    """
    plain = field == "adopted" and not has("not", passage.text)
    if plain and read_date(passage.text.partition(" — ")[0], writing.context) is not None:
        return date(writing, _adoption(writing, plan, passage, "date"), "date", passage, label)
    told = _told(writing, field, passage.text, label)
    if told is None:
        return False
    there = _adoption(writing, plan, passage, FIELDS[field], told)
    new = {name: value for name, value in told.items() if name not in there.data}
    for name, value in new.items():
        writing.draft.put(there, name, value, passage.piece)
    for name in ("date", "planned", "deliberation"):
        if name in told and (kept := str(there.data[name])) != told[name]:
            writing.draft.say("import/conflict", passage.piece, node=there, field=name, kept=kept, text=told[name])
    if told.get("session") != passage.text and passage.text.strip() not in told.values():
        writing.keep(plan, passage, label)
    value = next((new[name] for name in ("session", "date", "planned") if name in new), passage.text)
    writing.draft.say("import/assumed", passage.piece, severity="info", node=plan, field="adoptions", value=value)
    return True


def _told(writing: Writing, field: str, text: str, label: str) -> dict[str, str] | None:
    """Gives what words under a label tell of an adoption; None where they tell no one day, session or number of it."""
    day = day_in(text, writing.context)
    when = "planned" if is_not_yet(text) else "date"
    number = number_in(f"{label} {text}" if field == "adopted_by" else text)
    if field == "adopted_by" and _CODE.fullmatch(text.strip()) and day is None:
        number = text.strip()
    named = field == "adopted_in" and (day is not None or bool(kind_of(text)))
    session = text if named else session_in(text, day) if day is not None else ""
    told = {
        when: day.reading.start or "" if day is not None else "",
        "session": session,
        "session_kind": kind_of(session or text),
        "deliberation": number,
    }
    sure = told[when if field == "adopted" else FIELDS[field]] and (when == "planned" or not has("not", text))
    return {name: value for name, value in told.items() if value} if sure else None


def _adoption(writing: Writing, plan: Node, passage: Passage, field: str, told: Collection[str] = ()) -> Node:
    """Gives the last adoption that was asked for, where it does not say yet what is put; else a new one.

    What was done and what is planned are two.
    """
    known = plan.data.get("adoptions", [])
    two = {"date": "planned", "planned": "date"}
    if known and not known[-1].keys() & {field, *(two[name] for name in (field, *told) if name in two)}:
        return writing.node_of(known[-1])
    return writing.add(plan, "adoptions", passage.piece)


def _decided(writing: Writing, head: Sequence[Paragraph], last: Sequence[Paragraph]) -> tuple[Adopted, Piece] | None:
    """Reads the decision that a document is: its number, and the day of its session.

    A decision names itself, with a number or in a short line, and approves a plan in its title or its words; minutes of
    a session say that the plan was adopted. One of a council that stands alone around a title is what adopted the plan.
    """
    lines = [block for block in head if len(block.text) <= _LONGEST_LINE]
    named = [block for block in lines if is_decision(block.text)]
    named = named or [block for block in lines if has("decision", block.text) and not approves(block.text)]
    around = (*head, *last)
    alone = [block for block in named if is_decision_alone(block.text, writing.context)]
    told = any(map(_adopts, around) if not named else (approves(block.text) or _adopts(block) for block in around))
    if not told and not (len(alone) == len(named) == 1):
        return None
    sessions = [block for block in head if len(block.text) <= LONGEST and has("session", block.text)]
    number = next(filter(None, (number_in(each.text) for each in named)), "")
    found = []
    for block in (*named, *sessions):
        day = day_in(block.text.partition(":")[0] if block in named else block.text, writing.context)
        if day is None or block.piece is None:
            continue
        session = session_in(block.text, day)
        kinds = (kind_of(session or each.text) for each in (block, *sessions))
        found.append((Adopted(day.reading.start or "", session, next(filter(None, kinds), ""), number), block.piece))
    return _most_exact(found)


def _most_exact(found: Sequence[tuple[Adopted, Piece]]) -> tuple[Adopted, Piece] | None:
    """Gives the first adoption that is told, or the first that names a day of its month."""
    month = found[0][0].date if found else ""
    return max(
        (each for each in found if each[0].date.startswith(month)), key=lambda each: len(each[0].date), default=None
    )


def _adopts(block: Paragraph) -> bool:
    """Tells whether a sentence says that a plan was adopted, and no day of it."""
    return has("plan", block.text) and says_adopted(block.text)


def _around(blocks: Sequence[Block]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Gives the paragraphs before the first axis or commitment, and the last ones of a file."""
    first = next((at for at, block in enumerate(blocks) if names_part(block)), len(blocks))
    parts = (blocks[: min(first, _FIRST)], blocks[max(first, len(blocks) - _LAST) :])
    head, last = ([block for block in part if isinstance(block, Paragraph)] for part in parts)
    return head, last
