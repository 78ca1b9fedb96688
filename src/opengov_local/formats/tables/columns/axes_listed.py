"""Lists of axes that look like lists of projects: "Axe | Intitulé | Nb projets", "N° | Intitulé de l'axe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.wording.headings.heading_meanings import Recognised
from opengov_local.formats.wording.headings.how_many import asks_how_many
from opengov_local.formats.wording.headings.phrases import phrases, says
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.importing.words import fold

_AXIS: Final = "axis"
_TITLE: Final = "commitment.title"
_NUMBER: Final = "commitment.number"
_FEWEST: Final = 2
"""Axes that such a list must have."""
_ALONE: Final = 2
"""Columns of a list that says nothing but numbers and names."""
_BESIDE: Final = frozenset({"description", "objectives", "problem", "additional_information"})
"""What else a list of axes with the number of their projects may say of them."""
_COUNTED: Final = re.compile(r"[IVX]{1,5}|[A-Z]|[أ-ي]")

Headed = tuple[int, str, Recognised | None]
"""The place of a column, its heading, and what that means."""


def axes_listed(headed: Sequence[Headed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes numbers of axes, each once, for what counts the names right behind them, under a heading that says little.

    So are numbers below a heading that does not say of what, beside the names of axes alone. Nothing else may be said
    of them, but their aims where a column counts their projects.

    Args:
        headed: the columns, left to right.
        grid: the sheet.
        first: the row below the headings.

    Returns:
        What the columns mean, in the same order.
    """
    meanings = [meaning for _, _, meaning in headed]
    if _numbers_axes_alone(headed, grid, first):
        return [replace(each, target="axis.number") if each and each.target == _NUMBER else each for each in meanings]
    if not {_AXIS, _TITLE} <= {meaning.target for meaning in meanings if meaning}:
        return meanings
    counted = {heading for _, heading, meaning in headed if _counts(heading, meaning)}
    known = [meaning.target for _, heading, meaning in headed if meaning and heading not in counted]
    if known.count(_AXIS) != 1 or known.count(_TITLE) != 1:
        return meanings
    if (len(headed) > len(known) or len(known) > _ALONE) and not counted:
        return meanings
    if not set(known) <= {_AXIS, _TITLE, *_BESIDE}:
        return meanings
    for at, ((axis, _, one), (title, heading, other)) in enumerate(pairwise(headed)):
        if one is None or other is None or (one.target, other.target) != (_AXIS, _TITLE):
            continue
        if fold(heading) in phrases("neutral_heading") and _are_numbers(grid, first, axis, title):
            meanings[at : at + 2] = replace(one, target="axis.number"), replace(other, target=_AXIS)
    return meanings


def _numbers_axes_alone(headed: Sequence[Headed], grid: Grid, first: int) -> bool:
    """Tells whether a list has numbers that say not of what, the names of axes, each once, and what these are for."""
    places = {meaning.target: at for at, _, meaning in headed if meaning}
    if not {_AXIS, _NUMBER} <= places.keys() <= {_AXIS, _NUMBER, *_BESIDE} or len(places) < len(headed):
        return False
    heading = next(heading for at, heading, _ in headed if at == places[_NUMBER])
    names = [text for text in grid.texts(places[_AXIS])[first:] if text]
    return (
        not says("project_word", heading)
        and len(set(names)) == len(names)
        and _are_numbers(grid, first, places[_NUMBER], places[_AXIS])
    )


def _counts(heading: str, meaning: Recognised | None) -> bool:
    """Tells whether a heading asks how many there are: "Nombre de projets", "Nb projets".

    "Nombre" alone is Spanish for a name.
    """
    if fold(heading) in phrases("neutral_heading"):
        return False
    return asks_how_many(heading, meaning.target if meaning else None) or fold(heading).partition(" ")[0] in phrases(
        "count_alone"
    )


def _are_numbers(grid: Grid, first: int, axis: int, title: int) -> bool:
    """Tells whether a different number stands before each of several names, down to the first blank row."""
    listed = takewhile(lambda row: not all(map(is_blank, row)), grid.sample(first))
    rows = [row for row in listed if title < len(row) and not is_blank(row[title])]
    said = [str(row[axis]).strip() for row in rows]
    numbers = [text for text in said if _COUNTED.fullmatch(text) or bare_number(text, "axis_word", alone=True)]
    return len(rows) >= _FEWEST and len(set(numbers)) == len(rows)
