"""Small facts as our own documents say them: yes and no, ends of terms by collectivity, whether the data is made up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.drafting import write_words
from opengov_local.formats.word.drafting.whose import collectivity_named
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.words.own_parts import date_of
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_ANSWERS: Final = {"word.yes": True, "word.no": False}


def yes_or_no(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts an answer that a form of our own writes as one word; other words are kept."""
    said = fold(passage.text)
    answer = next((value for key, value in _ANSWERS.items() if said in _said(key)), None) if writing.own_form else None
    return answer is not None and writing.draft.put(node, field, answer, passage.piece)


def term_end(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts the end of a term of office: that of the plan or, by name, those of its collectivities."""
    told = [(date_of(day), name) for day, dash, name in (line.text.partition(" — ") for line in passage.lines) if dash]
    if not writing.own_form or len(told) != len(passage.lines) or not all(day for day, _ in told):
        return write_words.date(writing, node, field, passage, label)

    def read() -> None:
        known = {each["id"]: each for each in writing.draft.root.data.get("collectivities", ())}
        for (day, name), line in zip(told, passage.lines, strict=True):
            holder = known.get(collectivity_named(writing, name) or "")
            if holder is None:
                writing.unknown(node, "collectivities", passage.of([line]), label)
            elif field not in holder:
                writing.draft.put(writing.node_of(holder), field, day, passage.piece)
            else:
                writing.draft.used(passage.piece, node, "collectivities")

    writing.later(read)
    return True


def is_made_up(blocks: Iterable[Block]) -> bool:
    """Tells whether a document of ours says of itself that its data is made up."""
    return any(isinstance(block, Paragraph) and fold(block.text) in _said("note.synthetic") for block in blocks)


@cache
def _said(key: str) -> frozenset[str]:
    return frozenset(map(fold, labels()[key].texts.values()))
