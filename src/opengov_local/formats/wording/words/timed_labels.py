"""Labels of reports that end with a time: "Perspectives 2026", "Taux de réalisation au 31/12/2025"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from opengov_local.formats.wording.headings.reported_times import foreseen, joints
from opengov_local.importing.dates import DateReading, read_date
from opengov_local.importing.words import fold

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_PARTIAL = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<kind>[HQ])?(?P<number>[0-9]{1,2}))?")
_LONGEST: Final = 100
_MOST_WORDS: Final = 7
"""Words that a time has at most: "à la fin du premier semestre 2025"."""


class TimedLabel(NamedTuple):
    """A label without the time at its end.

    Attributes:
        rest: the other words.
        said: the words of the time.
        reading: what they say.
    """

    rest: str
    said: str
    reading: DateReading

    @property
    def year(self) -> int:
        """The last year that the time names."""
        return max(int(year) for year in _YEAR.findall(self.said))

    @property
    def foresees(self) -> bool:
        """Whether the other words ask for what is planned, and so for what comes next if the time is to come."""
        return foreseen(self.rest)


@lru_cache(maxsize=1 << 14)
def timed(label: str) -> TimedLabel | None:
    """Takes a time with its year off the end of a label; None where it has none, or nothing else."""
    text = label.strip(" \u00a0:：")
    if len(text) > _LONGEST or not _YEAR.search(text[-6:]) or re.search(r"[:：]\s*\S", text):
        return None
    words = text.split()
    for start in range(max(1, len(words) - _MOST_WORDS), len(words)):
        said = " ".join(words[start:]).strip("()[]–—-, ")
        reading = read_date(said)
        if reading is not None and reading.kind in ("date", "period", "open-end") and _YEAR.search(said):
            rest = _without_joints(words[:start])
            return TimedLabel(rest, said, reading) if rest else None
    return None


def _without_joints(words: list[str]) -> str:
    """Takes off the words that join a label and its time: "au titre de l'", "à fin", «برسم»."""
    end = len(words)
    while end and all(part in joints() for part in fold(words[end - 1]).split()):
        end -= 1
    return " ".join(words[:end]).strip("()[]–—-, ")


def first_month(date: str) -> tuple[int, int]:
    """Gives year and month with which a partial date begins: "2025-H2" with (2025, 7); (0, 0) for none."""
    found = _PARTIAL.match(date)
    if found is None:
        return (0, 0)
    kind, number = found["kind"] or "", int(found["number"] or 1)
    return int(found["year"]), {"H": 6 * number - 5, "Q": 3 * number - 2}.get(kind, number)


def last_month(date: str) -> tuple[int, int]:
    """Gives year and month with which a partial date ends: "2025-H1" with (2025, 6); (0, 0) for none."""
    found = _PARTIAL.match(date)
    if found is None:
        return (0, 0)
    kind, number = found["kind"] or "", int(found["number"] or 12)
    return int(found["year"]), {"H": 6 * number, "Q": 3 * number}.get(kind, number)
