"""Questions with their answers among the rows of records: "Échéance | 2028" below "Activité | Responsable"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import read_amount, read_status

_FEW: Final = 2
"""Cells of a question with its answer."""


def is_time(text: str) -> bool:
    """Tells whether a text is a date or a period, and no more."""
    return read_date(text) is not None


def _is_sum(text: str) -> bool:
    reading = read_amount(text)
    return reading.value is not None and reading.currency is not None


def is_state(text: str) -> bool:
    """Tells whether a text is a word for how far something is."""
    return read_status(text) is not None


_KINDS: Final[Mapping[str, Callable[[str], bool]]] = {
    **dict.fromkeys(("start", "end", "period", "due", "done_or_due"), is_time),
    "budget": _is_sum,
    "status": is_state,
}
"""What is asked whose answers can be told from other words, and how."""


def asks_and_answers(cells: Sequence[Cell], heads: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether a row below headings is no record, but asks for a time, sum or state, and answers.

    It has no other words; where question and answer have a cell each, the answer is not what its column asks.

    Args:
        cells: the cells of the row.
        heads: the cells of the headings.
        labels: knows what they ask.
    """
    there = [cell for cell in cells if cell.text]
    if not there or len({cell.text for cell in there}) > _FEW or there[0].column != 1:
        return False
    words = list(dict.fromkeys(cell.text for cell in there))
    said = labels.read(words[0])
    if said is None:
        return False
    if len(words) == 1:
        return said.by in (":", "：") and _answers(said.meanings, said.value)
    if said.value or not _answers(said.meanings, words[1]):
        return False
    asked = [labels.meanings(head.text) for head in heads if head.column <= there[1].column < head.column + head.width]
    return not any(_kinds(meanings) & _kinds(said.meanings) for meanings in asked)


def _answers(meanings: Sequence[Meaning], text: str) -> bool:
    kinds = _kinds(meanings)
    return len(kinds) == 1 and all(each.field in _KINDS for each in meanings) and next(iter(kinds))(text)


def _kinds(meanings: Sequence[Meaning]) -> set[Callable[[str], bool]]:
    return {_KINDS[each.field] for each in meanings if each.field in _KINDS}
