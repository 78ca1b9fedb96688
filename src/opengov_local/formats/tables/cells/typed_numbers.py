"""Numbers that are typed in front of contributions in their cells: "P3- Ouvrir un guichet"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opengov_local.formats.tables.cells.listed_steps import numbered_items
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.importing.words import read_list

_NUMBER = re.compile(r"\s*([^\W\d_]{0,2}\d{1,3})\s*[.)\-–:/]{1,2}\s+(?=\D)")
_FEWEST = 2
"""Contributions that have numbers, at least."""
Numbered = list[tuple[str, str]]
"""Contributions, each with its number, "" where it has none."""


class TypedNumbers:
    """Takes numbers off contributions, where no two of a table have the same.

    Numbers that begin anew in each cell only tell what answers what beside it, and are left to the order.

    Args:
        region: the table.
        columns: the columns of contributions; none where another column numbers them.
    """

    def __init__(self, region: Region, columns: Sequence[int]) -> None:
        found: list[str] = []
        for text in [text for index in columns for text in region.texts(index) if text]:
            found += [number for number, _ in _numbered(text, list(read_list(text, commas="never").items)) if number]
        self._are_theirs = len(found) >= _FEWEST and len(set(found)) == len(found)

    @property
    def are_theirs(self) -> bool:
        """Whether no two contributions of the table have one number, so that it is theirs."""
        return self._are_theirs

    def parted(self, text: str, items: Sequence[str]) -> Numbered:
        """Gives what a cell lists, each with the number that stands in front of it, "" where one has none."""
        found = _numbered(text, items)
        return found if self._are_theirs or len(found) > 1 else [("", item) for item in items]


def _numbered(text: str, items: Sequence[str]) -> Numbered:
    found = numbered_items(text, items)
    if not any(number for number, _ in found):
        marks = [_NUMBER.match(item) for item in items]
        found = [(mark[1], item[mark.end() :]) for mark, item in zip(marks, items, strict=True) if mark]
    return found if len(found) == len(items) else [("", item) for item in items]
