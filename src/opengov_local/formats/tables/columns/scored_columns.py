"""Columns of scores under headings of texts: "Note /20" over figures, "Impact" over "Fort": no texts of a plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import EXACT, Recognised
from opengov_local.formats.wording.headings.phrases import is_no_value, phrases
from opengov_local.importing.words import fold
from opengov_local.importing.words.percent import has_percent

_REMARKS, _RESULTS, _PEOPLE = "additional_information", "expected_results", "beneficiaries"
_SCORE = re.compile(r"[0-9٠-٩]{1,2}(?:[.,٫][0-9٠-٩])?(?:\s*/\s*[0-9٠-٩]+)?")
_FIGURE = re.compile(r"[0-9٠-٩]+(?:[.,٫][0-9٠-٩]+)?(?:\s*/\s*[0-9٠-٩]+)?")
_FEWEST = 2
"""Columns that are understood beside results in figures: without them there is no table, and all of it were lost."""


def without_scores(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the meaning from remarks that are figures alone, and from remarks and results that only rate something.

    So it does from "Cible" over percentages: no people are meant, and no indicator says of what they are.
    """
    found = [meaning for _, _, meaning in meanings]
    for at, (position, _, meaning) in enumerate(meanings):
        if meaning is None or meaning.target not in (_REMARKS, _RESULTS, _PEOPLE):
            continue
        if meaning.score == EXACT and not meaning.languages:  # the council's own table of words says so
            continue
        said = {text for text in grid.sample_texts(position, first) if text and not is_no_value(text)}
        alone = sum(other is not None for other in found) <= _FEWEST
        if meaning.target == _RESULTS and alone and not any(map(_is_rating, said)):
            continue
        if said and all(map(_IS_SCORE[meaning.target], said)):
            found[at] = None
    return found


def _is_rating(text: str) -> bool:
    return fold(text) in phrases("rating")


_IS_SCORE: Mapping[str, Callable[[str], bool]] = {
    _REMARKS: lambda text: _FIGURE.fullmatch(text) is not None or _is_rating(text),
    _RESULTS: lambda text: _SCORE.fullmatch(text) is not None or _is_rating(text),
    _PEOPLE: has_percent,
}
