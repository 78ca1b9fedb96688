"""What the blanks of the columns of a table mean: what stands above, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.importing.words import fold


class Blanks:
    """Tells what the blanks of the columns of a table mean.

    Args:
        region: the table.
    """

    def __init__(self, region: Region) -> None:
        self._region = region
        self._steps = [column.index for column in region.columns if column.target == "milestone.title"]
        self._known: dict[int, bool] = {}
        self._together: dict[tuple[int, ...], bool] = {}

    def carry(self, index: int) -> bool:
        """Tells whether blanks of a column mean "as above": its texts never follow each other twice."""
        if index not in self._known:
            texts = (str(value) for value in self._region.values(index) if value is not None)
            said = pairwise(filter(str.strip, texts))
            self._known[index] = all(one != other and fold(one) != fold(other) for one, other in said)
        return self._known[index]

    def carry_all(self, columns: Sequence[int]) -> bool:
        """Tells whether rows with blanks in all columns that name a project are of the one above.

        They are not where activities mostly repeat its number, or its title: who leaves both blank means no project.
        """
        key = tuple(columns)
        if key not in self._together:
            carried = any(map(self.carry, key))
            self._together[key] = carried and not any(self._repeats(index) for index in key if not self.carry(index))
        return self._together[key]

    def _repeats(self, index: int) -> bool:
        """Tells whether more activities repeat what stands in a column above than have a blank there."""
        steps = [self._region.texts(step) for step in self._steps]
        texts = [text for at, text in enumerate(self._region.texts(index)) if any(step[at] for step in steps)]
        again = sum(bool(one) and (one == other or fold(one) == fold(other)) for one, other in pairwise(texts))
        return again > texts.count("")
