"""Answers of yes or no to a state: "Terminé ? (oui/non)" with "oui" is completed; "non" tells no state."""

from __future__ import annotations

from opengov_local.formats.tables.columns.ticks import heads_state
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import write_codes
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.importing.draft import Node
from opengov_local.importing.words import read_boolean


def answers_state(label: str, passage: Passage) -> bool:
    """Tells whether a word says yes or no to a state that its label names; a cross or number may mean else."""
    text = passage.text.strip()
    return len(text) > 1 and text.isalpha() and read_boolean(text) is not None and heads_state(label)


def put_answer(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts the state of the label where the answer is yes; tells whether it is: what is not so is in no state known."""
    said = passage.of([Line(BRACKETS.sub("", label).strip(" \u00a0?؟¿:"))])
    return bool(read_boolean(passage.text.strip())) and write_codes.status(writing, node, "status", said, label)
