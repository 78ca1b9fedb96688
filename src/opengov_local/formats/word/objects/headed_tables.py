"""Tables below a heading that names their commitment: a form may give its title in other words, steps are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.objects import NAMED, Objects
from opengov_local.formats.word.texts.passages import numbered
from opengov_local.formats.wording.words.markers import numbers_within
from opengov_local.formats.wording.words.numbering import names_number
from opengov_local.importing.draft import Node

_NUMBER: Final = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_LONGEST: Final = 80
"""Letters of the longest heading that names the commitment of a table."""


def is_headed(writing: Writing, objects: Objects, piece: Piece) -> bool:
    """Tells whether a title in a form is that of the commitment whose number and title are the heading right above.

    Of the commitment nothing but its name was said so far; the titles differ, which is said where the second is read.
    """
    node = objects.commitment
    place = node.places.get("number") if node is not None and node.data.keys() <= NAMED else None
    if writing.own_form or node is None or place is None or place.kind != "paragraph" or piece.place.kind != "cell":
        return False
    objects.headed = (node.target, piece.place.part)
    return True


@contextmanager
def below_heading(writing: Writing, objects: Objects, headings: Sequence[str]) -> Iterator[None]:
    """Reads a table below a heading that names one commitment by its number as of that: "Activités du projet 2".

    Where a commitment is open, the table is of that one.

    Args:
        writing: what is written.
        objects: the commitments that stand above.
        headings: the headings above the table, the nearest first.
    """
    is_free = objects.has_plan and objects.commitment is None and objects.gathering is None and not writing.own_form
    named = next(filter(None, (_named(writing, objects, each) for each in headings)), None) if is_free else None
    if named is not None:
        objects.commitment = named
    yield
    if named is not None and objects.commitment is named:
        objects.commitment = objects.step = None


def _named(writing: Writing, objects: Objects, heading: str) -> Node | None:
    """Gives the one commitment that a heading names by its number, and by no other number: "Projets 1 à 3"."""
    text = numbered(heading)[1]
    found = numbers_within(text, "commitment") if len(text) <= _LONGEST else []
    if len(found) != 1 or len(_NUMBER.findall(text)) != 1:
        return None
    known = [each for each in objects.plan.data.get("commitments", ()) if "number" in each]
    fits = [each for each in known if each["number"] == found[0] or names_number(found[0], str(each["number"]))]
    return writing.node_of(fits[0]) if len(fits) == 1 else None
