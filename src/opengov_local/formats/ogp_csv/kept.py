"""What an import of the spreadsheet kept beside an object, cell by cell: it is written again as it stood."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, NamedTuple

from opengov_local.importing.draft import UNMAPPED
from opengov_local.model.base import Model


class Kept(NamedTuple):
    """One cell, or a line of one.

    Attributes:
        label: heading of the column, or the question inside the running text; "" where there is none.
        text: what stands there.
    """

    label: str
    text: str


class KeptBeside(NamedTuple):
    """What was kept beside an object.

    Attributes:
        cells: the text under each of some headings, the first one.
        others: what stands under no such heading, in its order.
    """

    cells: dict[str, str]
    others: list[Kept]


def kept_beside(value: Model, headings: Container[str]) -> KeptBeside:
    """Gives what was kept beside an object; what has another shape is passed over.

    Args:
        value: the object.
        headings: the headings of cells.
    """
    kept = KeptBeside({}, [])
    held: Any = value.model_extra.get(UNMAPPED) if value.model_extra else None
    for cell in held if isinstance(held, list) else ():
        if isinstance(cell, dict) and isinstance(text := cell.get("text"), str):
            label = cell.get("label")
            if isinstance(label, str) and label in headings:
                kept.cells.setdefault(label, text)
            else:
                kept.others.append(Kept(label if isinstance(label, str) else "", text))
    return kept
