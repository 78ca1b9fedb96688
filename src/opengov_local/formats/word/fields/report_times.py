"""The times that the head of a report names: days, periods and years; not those of something that happened."""

from __future__ import annotations

import datetime
import re
from typing import Any, NamedTuple

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.plan_words import says
from opengov_local.importing.dates import DateReading, find_dates
from opengov_local.importing.dates.words import years
from opengov_local.importing.draft import Node
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.model.dates import PartialDate

_YEAR_ALONE = re.compile(r"(?<![0-9/–-])(?P<year>(?:19|20)[0-9]{2})(?!\s*[/–-]?\s*[0-9])")
_SENTENCE = re.compile(r"[.!?؟]\s|\n")
_DATELINE = re.compile(
    r"\s*(?:[^\W\d_][^,،:：0-9٠-٩]{1,40}[,،]\s*(?:le|the|on|el|a|في|بتاريخ)?|[^\W\d_][^,،:：0-9٠-٩]{1,30}\s(?:في|بتاريخ))\s*:?\s*",
    re.IGNORECASE,
)
YEAR = re.compile(
    rf"(?:(?<!\w)(?:برسم\s+)?(?:{years()})\s+|(?<![0-9/–-])(?=[0-9]{{4}}\s*$))"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9/–-])",
    re.IGNORECASE,
)
DAY = len("2025-06-30")
AROUND = 5
"""Words that stand beside the time on a line that only says when."""


class When(NamedTuple):
    """A time that the report names: a day or a period, and where."""

    field: str
    reading: DateReading
    passage: Passage

    def stands_in(self, passage: Passage) -> bool:
        """Tells whether it stands in the paragraph or cell of some words."""
        return self.passage.piece.place == passage.piece.place


def year_of_report(title: str) -> re.Match[str] | None:
    """Finds the year between the words for the report and the name of the plan: "Bilan annuel 2025 du programme …"."""
    for found in _YEAR_ALONE.finditer(plain_digits(title)):
        before = title[: found.start()]
        if says(before, "report") and not says(before, "plan"):
            return found
    return None


def span(one: When) -> tuple[datetime.date, datetime.date]:
    """Gives the days from which to which a time reaches: "January to June" is the first half of the year."""
    start, end = one.reading.start or one.reading.end or "", one.reading.end or one.reading.start or ""
    return PartialDate(start).earliest, PartialDate(end).latest


def is_short(text: str, found: When) -> bool:
    """Tells whether a line says hardly more than a time: "Situation arrêtée au 31 décembre 2025"."""
    return len(text.split()) - len(found.passage.text.split()) <= AROUND


def is_dateline(text: str, found: When) -> bool:
    """Tells whether a line is where and when a letter was written: "Ras Tamda, le 10 juillet 2025"."""
    before, _, behind = text.partition(found.passage.text)
    return not behind.strip(" .") and _DATELINE.fullmatch(before) is not None


def times(passage: Passage, writing: Writing) -> list[When]:
    """Gives the days and periods that a line names; spans of whole years are those of plans.

    Not the time of something that happened or will: of the adoption, of a session, of a launch.
    """
    found, behind = [], 0
    for each in find_dates(passage.text, writing.context):
        reading, before = each.reading, _SENTENCE.split(passage.text[behind : each.start])[-1]
        behind = each.end
        if says(before, "event") and not says(before, "on_time"):
            continue
        start, end = reading.start or "", reading.end or ""
        words = passage.of([Line(passage.text[each.start : each.end])])
        if start and end and len(start) > 4:
            found.append(When("reported_for", reading, words))
        elif (one := start or end) and not (start and end) and len(one) > 4:
            found.append(When("reported_on" if len(one) == DAY else "reported_for", reading, words))
    return found


def begins(update: Node) -> str:
    """Gives when the time of an update begins: the present state is that of the last one."""
    said = update.data.get("date") or update.data.get("period", {}).get("start", "")
    return str(said)


def flat(data: dict[str, Any]) -> list[tuple[str, Any]]:
    """Gives the values of a state one by one, with the points that lead to them."""
    found: list[tuple[str, Any]] = []
    for name, value in data.items():
        if isinstance(value, dict):
            found += [(f"{name}.{inner}", each) for inner, each in value.items() if inner in ("code", "original")]
        else:
            found.append((name, value))
    return found
