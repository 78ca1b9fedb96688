"""Forms right below a heading that names their commitment: the form may give its title in other words."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.objects import NAMED, Objects


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
