"""What an import of the spreadsheet kept beside an object, cell by cell: it is written again as it stood."""

from __future__ import annotations

from collections.abc import Collection
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


def kept_beside(value: Model) -> list[Kept]:
    """Gives what was kept beside an object, in its order; what has another shape is passed over."""
    held: Any = (value.model_extra or {}).get(UNMAPPED)
    cells = (cell for cell in held if isinstance(cell, dict)) if isinstance(held, list) else ()
    return [_kept(cell) for cell in cells if isinstance(cell.get("text"), str)]


def _kept(cell: dict[str, Any]) -> Kept:
    label = cell.get("label")
    return Kept(label if isinstance(label, str) else "", cell["text"])


def texts_by_heading(kept: Collection[Kept]) -> dict[str, str]:
    """Gives the text that was kept under each heading, the first one."""
    found: dict[str, str] = {}
    for cell in kept:
        found.setdefault(cell.label, cell.text)
    return found
