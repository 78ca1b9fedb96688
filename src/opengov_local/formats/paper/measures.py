"""The names of the measures that declared figures have in documents: axes, participants, completion rate."""

from __future__ import annotations

from functools import cache
from typing import Final

from opengov_local.formats.paper.labels import wording
from opengov_local.importing.words import fold

NO_MEASURE: Final = "x_declared"
"""The measure of a figure that a document names in words only."""
_KEY: Final = "measure."


@cache
def words_of_measures() -> dict[str, str]:
    """Gives the measures that have a name, by their folded names in every language."""
    named = [label for label in wording().values() if label.key.startswith(_KEY)]
    return {fold(text): label.key.removeprefix(_KEY) for label in named for text in label.texts.values()}
