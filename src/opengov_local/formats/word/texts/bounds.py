"""The two ends of a period as headings below a common one: "De | À" under "Période", «من | إلى» under «المدة»."""

from __future__ import annotations

from collections.abc import Mapping

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.meaning import Meaning
from opengov_local.importing.words import fold

_PAIR = 2
_ENDS = ("start", "end")
TIMES = frozenset({"period", "start", "end", "due", "done_or_due"})
"""What is asked by headings of times: "Délais" alone asks for the end."""


def bounds_in(above: Mapping[int, Cell], here: Mapping[int, Cell], labels: Labels) -> dict[int, tuple[Meaning, ...]]:
    """Gives what the headings of a row ask for that are the two ends of the period above both; words alone never are.

    Args:
        above: the cells that lie on each column of the row above.
        here: those of the row.
        labels: the labels of the file.
    """
    found: dict[int, tuple[Meaning, ...]] = {}
    for over in {id(cell): cell for cell in above.values() if cell.width >= _PAIR}.values():
        cells = [cell for column in range(over.column, over.column + over.width) if (cell := here.get(column))]
        cells = list({id(cell): cell for cell in cells if cell is not over and cell.text}.values())
        asked = {meaning.field for meaning in labels.meanings(over.text)}
        if len(cells) != _PAIR or (asked and asked.isdisjoint(TIMES)):
            continue
        if all(fold(cell.text) in phrases(f"{end}_bound") for cell, end in zip(cells, _ENDS, strict=True)):
            for cell, field in zip(cells, _ENDS, strict=True):
                found[cell.column] = tuple(Meaning(each, field) for each in ("commitment", "milestone"))
    return found
