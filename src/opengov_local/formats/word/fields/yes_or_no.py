"""Answers of yes or no to a state: "Terminé ? (oui/non)" with "oui" is completed; "non" tells no state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.tables.columns.ticks import are_ticks, heads_state
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import write_codes
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.labels.labels import Meaning
from opengov_local.importing.draft import Node
from opengov_local.importing.words import read_boolean

FIELD: Final = "tick"
_ASKED_SO: Final = frozenset({"progress", "completed_on"})
"""What the word for a state heads too: "Complete?" above rates or days."""
_MEANINGS: Final = tuple(Meaning(concept, FIELD) for concept in ("commitment", "milestone"))


def with_ticked_states(roles: Mapping[int, Role], records: Records) -> dict[int, Role]:
    """Gives the columns of a table, those that answer yes or no to a state with that meaning.

    Args:
        roles: what the columns stand for.
        records: the table.
    """
    states = [column for column, role in roles.items() if heads_state(role.label)]
    asked = {column: {meaning.field for meaning in roles[column].meanings} for column in states}
    unknown = [column for column in states if asked[column] <= _ASKED_SO and len(states) == 1]
    return {
        column: replace(role, meanings=_MEANINGS) if column in unknown and _say_so(records.texts(column)) else role
        for column, role in roles.items()
    }


def _say_so(texts: Sequence[str]) -> bool:
    """Tells whether cells say yes or no, and are no numbers, which may be rates."""
    return are_ticks(texts) and not any(map(str.isdigit, "".join(texts)))


def answers_state(label: str, passage: Passage) -> bool:
    """Tells whether a word says yes or no to a state that its label names; a cross or number may mean else."""
    text = passage.text.strip()
    return len(text) > 1 and text.isalpha() and read_boolean(text) is not None and heads_state(label)


def put_answer(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts the state of the label where the answer is yes; tells whether it is: what is not so is in no state known."""
    said = passage.of([Line(BRACKETS.sub("", label).strip(" \u00a0?؟¿:"))])
    return bool(read_boolean(passage.text.strip())) and write_codes.status(writing, node, "status", said, label)
