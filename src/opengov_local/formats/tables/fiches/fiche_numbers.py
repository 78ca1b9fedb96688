"""Numbers of projects under the word for them, in fiches: "Engagement | 1 | 2" above "Titre | Portail | Carte"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from opengov_local.formats.tables.fiches.label_lines import TITLE, Labelled, Line
from opengov_local.formats.wording.words.counted_titles import numbers_of
from opengov_local.formats.wording.words.numbering import bare_number

_NUMBER = "commitment.number"


def numbers_above(lines: Sequence[Line]) -> None:
    """Takes what a label for titles has beside it for numbers, where it is nothing else and titles stand right below.

    Args:
        lines: the rows of a form.
    """
    for above, below in pairwise(line for line in lines if line.kind != "blank"):
        number, title = _title(above), _title(below)
        if number and title and numbers_of(_texts(title), _texts(number), _number):
            meaning = number.meaning and replace(number.meaning, target=_NUMBER)
            above.pairs = [number._replace(meaning=meaning)]


def _title(line: Line) -> Labelled | None:
    """Gives the label for titles that is the only one of its row; None where there is none, or nothing beside it."""
    pair = line.pairs[0] if line.kind == "pairs" and len(line.pairs) == 1 and not line.cells else None
    asks = pair is not None and pair.meaning is not None and pair.meaning.target == TITLE
    return pair if pair and asks and pair.said and all(cell != pair.cell for cell, _ in pair.said) else None


def _texts(pair: Labelled) -> list[str]:
    return [str(value).strip() for _, value in pair.said]


def _number(text: str) -> str:
    return text if text.isdecimal() else bare_number(text, "project_word", alone=True)
