"""Axes that rows name by their numbers alone, where another table tells these with the titles: "Axe" over "A"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.words.numbering import bare_number, is_number_of_code, same_number
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_AXES: Final = ("axis", "axis.2", "axis.3")
_NUMBER: Final = "axis.number"
_CODE: Final = re.compile(
    r"(?:[A-Z]{1,3}[-. ]?)?[0-9٠-٩]{1,3}(?:[.\-][0-9٠-٩]{1,3}){0,2}|[IVX]{1,5}|[A-Z]|[أ-ي]", re.IGNORECASE
)
"""What numbers axes and titles none: a number, a few letters and a number, a letter."""
_ROMAN: Final = frozenset("IVX")


def axes_by_number(region: Region, *, named_above: bool) -> Region:
    """Gives a table that has the numbers of its axes, and no titles, with these as what names them.

    Args:
        region: the table.
        named_above: whether lines above the table name the axis of its rows.
    """
    if _NUMBER not in region.names or region.names & set(_AXES) or named_above:
        return region
    return region.asking({_NUMBER: _AXES[0]})


def is_code(text: str) -> bool:
    """Tells whether a text can number an axis, and title none."""
    return _CODE.fullmatch(text.strip()) is not None


def numbered_so(text: str, axes: Iterable[Node]) -> Node | None:
    """Gives the only axis that has the number a text is, or else one that counts the same: "1" for "I" or "A1".

    Args:
        text: the text, with the word for an axis or without.
        axes: the axes that are known.
    """
    number = _number(text)
    known = {axis.target: (axis, str(axis.data.get("number", ""))) for axis in axes if axis.data.get("number")}
    alike = [axis for axis, held in known.values() if fold(held) == fold(number)]
    if not alike and is_code(number) and not _says_letter(text):
        alike = [axis for axis, held in known.values() if _counts_the_same(number, held)]
    return alike[0] if len(alike) == 1 else None


def title_by_numbers(draft: Draft) -> None:
    """Gives axes whose titles stand nowhere the words that number them, "Axe premier", "1", and says so.

    Args:
        draft: the document, when all of the file was read.
    """
    for plan in draft.root.data.get("plans", ()):
        for axis in plan.get("axes", ()):
            piece = None if "title" in axis else draft.first_read_into(axis["id"], "number")
            if piece is not None and (bare_number(piece.text, "axis_word") or is_code(piece.text)):
                node = draft.node_of(axis)
                draft.put(node, "title", piece.text, piece)
                draft.say("import/assumed", piece, node=node, field="title", value=piece.text)


def says_number(text: str, number: str) -> bool:
    """Tells whether a text is the number of an axis as it is known, with the word for an axis or without."""
    return fold(_number(text)) == fold(number)


def _says_letter(text: str) -> bool:
    """Tells whether a text has the word for an axis before a letter, which is then its own number: "Pilier A"."""
    number = bare_number(text, "axis_word")
    return len(number) == 1 and number.isalpha() and number.upper() not in _ROMAN


def _number(text: str) -> str:
    return bare_number(text, "axis_word") or text.strip()


def _counts_the_same(one: str, other: str) -> bool:
    if same_number(one, other):
        return True
    letters = fold("".join(filter(str.isalpha, one + other)))
    return letters in phrases("code_of_axis") and (is_number_of_code(one, other) or is_number_of_code(other, one))
