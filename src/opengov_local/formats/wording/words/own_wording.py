"""The wording of the documents that the library writes itself: the tables of the rooms that write them, read back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from opengov_local.formats.paper.labels import Label, wording

ROOMS: Final = ("ogp_local", "ogp_national")
"""The rooms of `formats` whose Word files are read back, and whose labels mean the same in any file."""
APART: Final = ("ogp_assessments",)
"""The rooms whose Word files are read back, and whose labels mean something in these files only."""

DOCUMENTS: Final = ("programme", "workshop")
"""The rooms whose Word files are read back heading by heading, in their own words alone."""


@cache
def own_labels() -> tuple[Label, ...]:
    """Gives every label of these rooms, and those that all documents share, in their order."""
    return _labels(ROOMS)


@cache
def every_own_label() -> tuple[Label, ...]:
    """Gives these, and the labels of the rooms that stand apart."""
    return _labels((*ROOMS, *APART, *DOCUMENTS))


def _labels(rooms: tuple[str, ...]) -> tuple[Label, ...]:
    found = {id(label): label for room in rooms for label in wording(room).values()}
    return tuple(found.values())


@cache
def titles_of_forms() -> Mapping[str, str]:
    """Gives the words that stand above each sheet of these documents and say what form it is, with their languages."""
    titles = (label.texts for label in every_own_label() if label.key.startswith("form"))
    return {text: language for texts in titles for language, text in texts.items()}
