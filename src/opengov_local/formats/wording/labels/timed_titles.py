"""The time that stands behind a title, in front of it or within it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from opengov_local.formats.wording.labels.behind_titles import behind
from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.plan_words import words_of
from opengov_local.importing.dates import DateReading, read_date

_BEHIND_DASH = re.compile(r"(?P<title>.+\S)\s+[–—-]\s+(?P<date>[^–—]{4,40})", re.DOTALL)
_IN_FRONT = re.compile(r"\s*[(\[](?P<date>[^()\[\]]{4,40})[)\]]\s*(?:[:：.–—-]\s*)?(?P<title>\S.*)", re.DOTALL)
_BEHIND_COMMA = re.compile(r"(?P<title>.+\S)\s*[,،;؛]\s+(?P<date>[^,،;؛()]{4,40}?)\s*[.;،]?\s*$", re.DOTALL)
_BEHIND_COLON = re.compile(r"(?P<title>[^:：]+\S)\s*[:：]\s+(?P<date>[^:：()]{4,40}?)\s*[.;،؛]?\s*$", re.DOTALL)
_BEFORE_SIGN = re.compile(r"\s*(?P<date>[^:：()\[\]]{4,40}?)\s*(?:[:：]|\s[–—-])\s+(?P<title>\S.*)", re.DOTALL)
_IN_BRACKETS = re.compile(r"(?P<title>.+\S)\s*[(\[](?P<date>[^()\[\]]{4,40})[)\]]\s*[.;،]?\s*$", re.DOTALL)
_ENDS_IN_YEAR = re.compile(r"(?<![^\W_])(?:19|20|١٩|٢٠)[0-9٠-٩]{2}\s*[.;،؛]?\s*$")
_YEAR = re.compile(r"(?:19|20|١٩|٢٠)[0-9٠-٩]{2}")
_LONGEST_TIME = 6
"""Words of a time at the end of a step."""
_MONTH, _DAY = len("2025-06"), len("2025-06-30")
_PARTS = frozenset({"early", "middle", "late"})
"""Parts of a year or month, "fin 2026", that no name ends in."""
_MOST_WORDS = 3
"""Words before a time that say what happens then."""
_TIMES = frozenset({"start", "end", "due", "period", "completed_on"})


class Timed(NamedTuple):
    """A title and the time that stands behind it: the field it says, and its words; "" where there is none.

    `who` are the words for who does it, where they stand in brackets with the time.
    """

    title: str
    field: str = ""
    words: str = ""
    who: str = ""


def timed(title: str, labels: Labels, *, listed: bool = False) -> Timed:
    """Parts a time from a title: `Draft law — December 2014`, `Inventario (hasta el 30/04/2024)`.

    Behind a comma stands a day, or a limit ("avant fin juin 2025"); behind a dash or colon and in brackets any time.
    So does a month or day in front of a dash or colon: "Juin 2026 : lancement".
    A year alone in brackets and a time that the words run into ("Forum d'ici décembre 2026") stay in the title too;
    they may be part of the name.

    Args:
        title: the words.
        labels: what the document asks for, and how.
        listed: whether it is one of several steps, each with a time in brackets: no year is part of the name there.
    """
    more = behind(title, labels)
    if {each.field for each in more.said} in ({"due", "leads"}, {"period", "leads"}):
        when = next(each for each in more.said if each.field != "leads")
        return Timed(more.title, when.field, when.words, more.words("leads"))
    for pattern in (_IN_FRONT, _IN_BRACKETS, _BEHIND_DASH, _BEHIND_COLON, _BEHIND_COMMA, _BEFORE_SIGN):
        found = pattern.match(title)
        field, words = _time_of(found["date"].strip(), labels) if found else ("", "")
        reading = read_date(words) if words else None
        if found is None or reading is None:
            continue
        whole = read_date(found["date"].strip()) if field else None
        of_part = whole is not None and whole.says_more and field == "due"
        if whole is not None and (of_part or (whole == reading and _field_of(reading) == "period")):
            # "from" can be a label, and begins a span; "fin" can be one, and says when in the year
            field, words, reading = _field_of(whole), found["date"].strip(), whole
        limit = reading.kind == "open-end"
        exact = len(reading.start or reading.end or "") >= (_DAY if pattern is _BEHIND_COMMA else _MONTH)
        more_said = listed or (pattern is _IN_BRACKETS and reading.says_more)
        told = pattern in (_IN_BRACKETS, _BEHIND_DASH) and reading.start is not None and more_said
        if limit or exact or told or reading.qualifier in _PARTS:
            return Timed(found["title"], field or _field_of(reading), words)
        if pattern is _IN_BRACKETS and reading.start:
            return Timed(title, field or _field_of(reading), words)
    return Timed(title, "due" if (words := _run_into(title)) else "", words)


def all_in_brackets(titles: Sequence[str]) -> bool:
    """Tells whether several steps are listed, and each has a time behind its title: in brackets, or behind a dash."""
    return len(titles) > 1 and any(_all_in(pattern, titles) for pattern in (_IN_BRACKETS, _BEHIND_DASH))


def _all_in(pattern: re.Pattern[str], titles: Sequence[str]) -> bool:
    found = map(pattern.match, titles)
    return all(each is not None and read_date(each["date"].strip()) is not None for each in found)


def year_behind_dash(title: str) -> Timed:
    """Gives the year alone behind a dash, which may be part of the name, and stays there as one in brackets does."""
    found = _BEHIND_DASH.match(title)
    words = found["date"].strip(" .;،؛") if found else ""
    return Timed(title, "due" if _YEAR.fullmatch(words) else "", words if _YEAR.fullmatch(words) else "")


def _run_into(title: str) -> str:
    """Gives the words of a limit, or of a month after "in", that the words of a step end with; "" where they do not."""
    if not _ENDS_IN_YEAR.search(title):
        return ""
    words = title.rstrip(" .;،؛").split()
    for count in range(2, min(_LONGEST_TIME, len(words) - 1) + 1):
        when = " ".join(words[-count:])
        reading = read_date(when)
        if reading is None:
            continue
        within = (
            words[-count].casefold() in words_of("within_time")
            and reading.kind == "date"
            and len(reading.start or "") >= _MONTH
        )
        if (reading.kind == "open-end" and reading.start is None) or within:
            return when
    return ""


def _field_of(reading: DateReading) -> str:
    return "due" if reading.kind == "date" else "period"


def _time_of(text: str, labels: Labels) -> tuple[str, str]:
    """Gives the field that words before a time ask for, and the time: `échéance 30/04/2024`."""
    words = text.split()
    for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        asked = choose(labels.meanings(" ".join(words[:count])), ("milestone",))
        if asked is not None and asked.field in _TIMES and read_date(" ".join(words[count:])) is not None:
            return "due" if asked.field == "end" else asked.field, " ".join(words[count:])
    return "", text
