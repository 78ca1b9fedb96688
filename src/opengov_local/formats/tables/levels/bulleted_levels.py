"""Rows of activities that a bullet tells from the projects above them in one column: "Portail", "- Étude"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.tables.columns.layout import Column
from opengov_local.importing.words.bullets import unbulleted

_PROJECT, _STEP = "commitment.title", "milestone.title"
_FEWEST: Final = 2


def by_bullets(title: Column, texts: Sequence[str]) -> tuple[str | None, ...]:
    """Tells which rows are projects, and which their activities, by the bullets of these; () where none tell.

    Args:
        title: the column of titles, of projects as its heading says.
        texts: its cells, "" where they are blank.
    """
    marked = [bool(text) and unbulleted(text) != text for text in texts]
    first = next((mark for mark, text in zip(marked, texts, strict=True) if text), True)
    if title.target != _PROJECT or first or sum(marked) < _FEWEST:
        return ()
    return tuple((_STEP if mark else _PROJECT) if text else None for mark, text in zip(marked, texts, strict=True))
