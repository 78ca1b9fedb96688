"""Times in brackets behind the title of an activity, in rows that say nowhere else when: "Inviter (mars 2026)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.columns.period_headings import PERIOD
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.labels.timed_titles import Timed, timed

_CLOSE = re.compile(r"(?:[)\]]|[0-9٠-٩]{4})\s*$")
_LAST = re.compile(r"[)\]0-9٠-٩\s]")
"""How all of these end."""
_TIMES = frozenset({"start", "end", "schedule", "schedule.mark", "milestone.start", "milestone.end", "end.revised",
                    "end.original", "done_or_due", "completed_on"})  # fmt: skip
"""Targets of columns that say when."""


class TimedTitles:
    """Finds times behind the titles of one table.

    Args:
        sheet: its pieces.
        columns: its columns.
        words: a council's own words.
    """

    def __init__(self, sheet: Sheet, columns: Sequence[Column], words: Mapping[tuple[str, str], str]) -> None:
        self._sheet = sheet
        self._labels = Labels(words)
        self._times = [c.index for c in columns if c.target and (c.target in _TIMES or c.target.startswith(PERIOD))]

    def read(self, row: int, text: str) -> Timed | None:
        """Parts a time, and who does it, from a title; None where none stands there, or another cell says when."""
        if not may_be_timed(text) or any(self._says(row, index) for index in self._times):
            return None
        said = timed(text.strip(), self._labels)
        return said if said.words else None

    def _says(self, row: int, index: int) -> bool:
        return not is_blank(self._sheet.grid.value(row, index)) or self._sheet.over(row, index) is not None


def may_be_timed(text: str) -> bool:
    """Tells quickly whether brackets or a year close a text."""
    return _CLOSE.search(text) is not None


def any_may_be_timed(texts: Sequence[str]) -> bool:
    """Tells of many texts at once whether one of them may be such."""
    return any(map(_LAST.match, {text[-1:] for text in texts})) and any(map(may_be_timed, texts))
