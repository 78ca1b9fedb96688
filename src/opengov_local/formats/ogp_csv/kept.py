"""What an import of the spreadsheet kept beside an object, cell by cell: it is written again as it stood."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from opengov_local.importing.draft import UNMAPPED
from opengov_local.model.base import Model

_ROW = re.compile(r"[A-Z]+([0-9]+)$")


class Kept(NamedTuple):
    """One cell, or a line of one.

    Attributes:
        label: heading of the column, or the question inside the running text; "" where there is none.
        text: what stands there.
        row: number of its row, "" where the place is no cell.
    """

    label: str
    text: str
    row: str


def kept_beside(value: Model) -> list[Kept]:
    """Gives what was kept beside an object, in its order; what has another shape is passed over."""
    held: Any = (value.model_extra or {}).get(UNMAPPED)
    cells = (cell for cell in held if isinstance(cell, dict)) if isinstance(held, list) else ()
    return [_kept(cell) for cell in cells if isinstance(cell.get("text"), str)]


def _kept(cell: dict[str, Any]) -> Kept:
    label, place = cell.get("label"), cell.get("place")
    found = _ROW.search(place) if isinstance(place, str) else None
    return Kept(label if isinstance(label, str) else "", cell["text"], found[1] if found else "")


def texts_by_heading(kept: Collection[Kept], rows: Collection[str] = ()) -> dict[str, str]:
    """Gives the text that was kept under each heading, in one of some rows before others, else the first."""
    found: dict[str, str] = {}
    for cell in kept:
        found.setdefault(cell.label, cell.text)
    if rows:
        found |= {cell.label: cell.text for cell in reversed([cell for cell in kept if cell.row in rows])}
    return found
