"""Headings that number the projects of which each column tells: "Rubrique | Engagement 1 | Engagement 2"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.importing.words import fold

_FEWEST: Final = 2
_MARKS: Final = " \u00a0:："


def number_projects(headings: Sequence[str]) -> bool:
    """Tells whether the cells of a row number projects, one a column; a word for the labels below it may be the first.

    Steps are numbered so beside the project that they are of: then other headings stand there, too.

    Args:
        headings: the cells, left to right.
    """
    for told in (headings, headings[1:]):
        texts = [text.strip(_MARKS) for text in told]
        numbers = [bare_number(text, "project_word") for text in texts]
        words = {fold(text[: len(text) - len(number)]) for text, number in zip(texts, numbers, strict=True)}
        if len(numbers) >= _FEWEST and all(numbers) and len(words) == 1 and len(set(numbers)) == len(numbers):
            return len(told) == len(headings) or fold(headings[0]) in phrases("of_labels")
    return False
