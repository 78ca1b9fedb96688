"""What an import of the spreadsheet kept beside an object, cell by cell: it is written again as it stood."""

from __future__ import annotations

from collections.abc import Container, Iterator
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


def kept_beside(value: Model, without: Container[str] = ()) -> list[Kept]:
    """Gives what was kept beside an object, in its order; what has another shape is passed over.

    Args:
        value: the object.
        without: labels of which nothing is given.
    """
    return [Kept(label, text) for label, text in _cells(value) if label not in without]


def texts_by_heading(value: Model, headings: Container[str]) -> dict[str, str]:
    """Gives the text that was kept beside an object under each of some headings, the first one."""
    found: dict[str, str] = {}
    for label, text in _cells(value):
        if label in headings and label not in found:
            found[label] = text
    return found


def _cells(value: Model) -> Iterator[tuple[str, str]]:
    held: Any = (value.model_extra or {}).get(UNMAPPED)
    for cell in held if isinstance(held, list) else ():
        if isinstance(cell, dict) and isinstance(text := cell.get("text"), str):
            label = cell.get("label")
            yield label if isinstance(label, str) else "", text
