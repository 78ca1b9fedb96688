"""Where and when a gathering was held, as a sentence tells it: "… tenue à la Maison des associations", «… بقاعة …»."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from opengov_local.formats.civility import without_full_address
from opengov_local.formats.wording.words.minute_words import names_gathering
from opengov_local.formats.wording.words.persons_named import is_person, is_post
from opengov_local.importing.dates import DateContext, DateReading, find_dates
from opengov_local.importing.dates.words import weekdays
from opengov_local.importing.words import fold
from opengov_local.importing.words.personal_names import is_name_part, is_personal_name
from opengov_local.importing.words.tables import AND, any_of, written
from opengov_local.resources import rows_of

_STOP = re.compile(
    r"\s*[,;.،؛:()\n]|\s+[–—-]\s|\s+(?:à|at|a las)\s+(?=[0-9])|\s+(?:de|dès|entre|de las)\s+(?=[0-9]{1,2}\s*[hH:])"
)
_LONGEST_LINE = 160
_PARTS = re.compile(r"\s*[|\n·•]\s*|\s+[–—-]\s+|\s*[,،;؛]\s+|\n")
_SENTENCE_END = re.compile(r"[.!?؟;؛]\s+|\n")
_COMMA = re.compile(r"\s*[,،]\s*")
_CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ]")
_MOST_WORDS, _MOST_ARABIC = 12, 5
"""Words of the longest clause that tells who presided and nothing else; no letters tell where an Arabic name ends."""
_CLAUSE_END = re.compile(r"(?<=[^\W_]{4})[.!?؟]\s+|[;؛\n]")
"""Where what is said of somebody ends; no full stop does behind "M" and "Mme"."""
_AND = re.compile(rf"\s+(?:{AND}|و)\s*$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_AROUND = " \t,،;؛|–—-"
_LONGEST, _FEWEST_LETTERS = 90, 4
_AROUND_PART = f"{_AROUND}()"
_DAY = len("2025-01-31")
_LATIN = ("fr", "en", "es")


def place_in(sentence: str, context: DateContext) -> str:
    """Gives the one place where a sentence says that a gathering was held; "" where it does not say it plainly."""
    if not _said("held").search(sentence) or not _tells_of_gathering(sentence):
        return ""
    places: list[str] = []
    behind = 0
    for found in _at().finditer(sentence):
        start = found.start("latin" if found["latin"] else "arabic")
        if start >= behind and (place := _from(sentence[start:], context)):
            places.append(place)
            behind = start + len(place)
    return places[0] if len(places) == 1 else ""


def organizer_in(sentence: str, context: DateContext) -> str:
    """Gives the words for who held a gathering, right beside the verb: "La commune de X a organisé", «نظمت جماعة …»."""
    found = _organizes().search(sentence)
    if found is None:
        return ""
    if found["arabic"]:
        return _from(sentence[found.end() :], context)
    before = sentence[: found.start()]
    return before[max((stop.end() for stop in _STOP.finditer(before)), default=0) :].strip(_AROUND)


def chair_in(sentence: str) -> str:
    """Gives who presided as a sentence says, with the office behind a comma; "" where it does not say it plainly.

    "Le comité présidé par M. X", "L'exposition présidée par M. X" are no gathering, and not who presided.
    """
    found = list(_chaired().finditer(sentence))
    if len(found) != 1 or not _of_gathering(sentence, found[0]):
        return ""
    rest = _CLAUSE_END.split(sentence[found[0].end() :], maxsplit=1)[0].rstrip(" .")
    name, *others = _COMMA.split(rest[: ends.start()] if (ends := _end().search(rest)) else rest)
    words = name.split()
    named = list(takewhile(_is_of_name, words))
    offices = [] if len(named) < len(words) or not others or _verb().search(others[0]) else others[:1]
    name = _AND.sub("", " ".join(named))
    who = _AND.sub("", ", ".join([name, *filter(is_post, offices)])).strip(_AROUND)
    plain = without_full_address(name)
    said = is_person(name) or (plain != name and not is_post(plain)) or is_personal_name(plain)
    most = _MOST_ARABIC if name[:1] > "\u0600" else _MOST_WORDS
    return who if said and len(words) <= most and len(who) <= _LONGEST else ""


def _of_gathering(sentence: str, found: re.Match[str]) -> bool:
    """Tells whether it is a gathering that somebody presides in a sentence: it names one, some who met, or no other.

    What was `chaired` is named before it, by no other noun behind that: "l'atelier a vu l'exposition présidée par".
    """
    begun = max((end.end() for end in _CLAUSE_END.finditer(sentence, 0, found.start())), default=0)
    end = _CLAUSE_END.search(sentence, found.end())
    before, behind = sentence[begun : found.start()], sentence[found.end() : end.start() if end else None]
    said = fold(before).split()
    if set(said) <= _folded("said_of_it"):
        return True
    if not found["chaired"]:
        return _tells_of_gathering(f"{before}\n{behind}")
    other = not before.rstrip().endswith((",", "،")) and not _folded("before_noun").isdisjoint(said[-3:-1])
    other = other and not names_gathering(" ".join(said[-2:]))
    return not other and names_gathering(_on_day().sub(" ", before)) and not _of_body().search(before)


def _tells_of_gathering(text: str) -> bool:
    """Tells whether a text names a gathering, or says that some met: "un atelier", "les élus se sont réunis"."""
    return names_gathering(_on_day().sub(" ", text)) or _said("meets").search(text) is not None


def _is_of_name(word: str) -> bool:
    """Tells whether a word may stand in names: it begins with no small letter, or is a part of them, or joins them."""
    return _CAPITAL.match(word) is not None or is_name_part(word) or word in written("and")


def place_beside_day(line: str, context: DateContext) -> str:
    """Gives the place in a line of places and one day, as below titles: "12 avril 2025 | Maison des jeunes"."""
    dates = [date for date in find_dates(line, context) if len(date.reading.start or "") == _DAY]
    if len(dates) != 1 or len(line) > _LONGEST_LINE or line.rstrip().endswith("."):
        return ""
    apart = f"{line[: dates[0].start]}\n{line[dates[0].end :]}"
    parts = [_before_date().sub("", f" {part}").strip(_AROUND) for part in _PARTS.split(apart)]
    said = [part for part in parts if _LETTERS.search(_times().sub("", part))]
    first = next((at for at, part in enumerate(said) if _places().search(part)), len(said))
    place = ", ".join(takewhile(lambda part: not _end().match(f" {part}"), said[first:]))
    return place if len(place) <= _LONGEST and ":" not in place else ""


def parts_beside_day(line: str, context: DateContext) -> tuple[list[str], bool]:
    """Gives the parts of a line that signs or its one day part, without the day, and whether there is a day.

    No parts for long lines, sentences and lines with a colon.
    """
    if len(line) > _LONGEST_LINE or line.rstrip().endswith(".") or ":" in line:
        return [], False
    dates = [date for date in find_dates(line, context) if len(date.reading.start or "") == _DAY]
    apart = f"{line[: dates[0].start]}\n{line[dates[0].end :]}" if len(dates) == 1 else line
    parts = [_before_date().sub("", f" {part}").strip(_AROUND_PART) for part in _PARTS.split(apart)]
    return [part for part in parts if _LETTERS.search(part)], len(dates) == 1


def days_in(sentence: str, context: DateContext) -> list[DateReading]:
    """Gives the days, and spans of days, that stand where a sentence says when something was held: "tenue le …"."""
    dates = [date for date in find_dates(sentence, context) if len(date.reading.start or "") == _DAY]
    return [date.reading for date in dates if _held_on().search(sentence[: date.start])]


def speaks_of_other_day(sentence: str, day: int) -> bool:
    """Tells whether the words before a day say that it is none of the gathering: "adopté le", "prochaine réunion : ".

    Args:
        sentence: a line with a day.
        day: where the day begins in it.
    """
    begun = max((end.end() for end in _SENTENCE_END.finditer(sentence, 0, day)), default=0)
    before = sentence[begun:day]
    return _said("other").search(before) is not None and not _held_on().search(before)


def _from(rest: str, context: DateContext) -> str:
    """Gives the words of a place up to where it ends: at a sign, a date, or a word that begins something else."""
    ends = [match.start() for match in (_STOP.search(rest), _end().search(rest)) if match]
    ends += [date.start for date in find_dates(rest, context)]
    place = _before_date().sub("", rest[: min(ends, default=len(rest))]).strip(" –-")
    return place if _FEWEST_LETTERS <= len(place) <= _LONGEST else ""


@cache
def _words(what: str, *languages: str) -> str:
    """Gives the alternatives of a pattern: the words of one kind in some languages, else in all, longest first."""
    rows = (row for row in rows_of("opengov_local.formats.wording", "held_at.csv") if row["what"] == what)
    told = (row["words"] for row in rows if not languages or row["language"] in languages)
    return any_of(word for words in told for word in words.split("|"))


@cache
def _organizes() -> re.Pattern[str]:
    latin = _words("organizes", *_LATIN)
    return re.compile(rf"(?<!\w)(?:(?:{latin})|(?P<arabic>{_words('organizes', 'ar')}))(?!\w)", re.IGNORECASE)


@cache
def _times() -> re.Pattern[str]:
    """Makes the pattern of hours and days of the week, with the small words beside them."""
    hour = r"[0-9٠-٩]{1,2}\s*(?:[:hH]|heures?)\s*[0-9٠-٩]{0,2}"
    return re.compile(rf"(?<!\w)(?:{hour}|{weekdays()}|à|de|from|to|at|a\.?m\.?|p\.?m\.?)(?!\w)", re.IGNORECASE)


@cache
def _said(what: str) -> re.Pattern[str]:
    """Makes the pattern of the words of one kind, whole words in any language."""
    return re.compile(rf"(?<!\w)(?:{_words(what)})(?!\w)", re.IGNORECASE)


@cache
def _held_on() -> re.Pattern[str]:
    """Makes the pattern of what stands before the day: that something was held, what or where in a few words."""
    held, on = _words("held"), _words("before_date")
    return re.compile(
        rf"(?<!\w)(?:{held})(?:\s+[^\W\d]+){{0,4}}?(?:\s+(?:{on}))?(?:\s+(?:{weekdays()}))?\s*$", re.IGNORECASE
    )


@cache
def _at() -> re.Pattern[str]:
    """Makes the pattern of where a place begins: a preposition and a word for places; in Arabic they are one word."""
    at, place = _words("at"), _words("place", *_LATIN)
    return re.compile(
        rf"(?<!\w)(?:(?:{at})\s*(?P<latin>(?:[\w'’-]+\s+){{0,2}}?(?:{place})(?!\w))"
        rf"|(?:ب|في\s+)(?P<arabic>(?:{_words('place', 'ar')})(?!\w)))",
        re.IGNORECASE,
    )


@cache
def _places() -> re.Pattern[str]:
    latin = _words("place", *_LATIN)
    return re.compile(rf"(?<!\w)(?:{latin}|(?:ب|ال)?(?:{_words('place', 'ar')}))(?!\w)", re.IGNORECASE)


@cache
def _chaired() -> re.Pattern[str]:
    """Makes the pattern of what stands before who presided: a gathering that was `chaired` by, or under whom it met."""
    chaired, chair = _words("chaired"), _words("chair")
    return re.compile(rf"(?<!\w)(?:(?P<chaired>{chaired})|(?:{chair}))(?:(?<=')|\s+)", re.IGNORECASE)


@cache
def _folded(what: str) -> frozenset[str]:
    """Gives the words of one kind, folded, each alone."""
    rows = (row for row in rows_of("opengov_local.formats.wording", "held_at.csv") if row["what"] == what)
    return frozenset(word for row in rows for each in row["words"].split("|") for word in fold(each).split())


@cache
def _on_day() -> re.Pattern[str]:
    """Makes the pattern of an Arabic word for days in front of a date, which names gatherings elsewhere."""
    return re.compile(rf"(?<!\w)(?:ال)?يومه?\s+(?=[0-9٠-٩]|{weekdays()})")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('verb')})\s", re.IGNORECASE)


@cache
def _of_body() -> re.Pattern[str]:
    """Makes the pattern of a body a few words before something said of it: "le comité de suivi, présidé par"."""
    return re.compile(rf"(?<!\w)(?:{_words('of_body')})(?:\s+[^\W\d_]+){{0,3}}\s*,?\s*$", re.IGNORECASE)


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_words('end')})(?!\w)", re.IGNORECASE)


@cache
def _before_date() -> re.Pattern[str]:
    """Makes the pattern of what stands before a date, at the end of what was cut off there."""
    return re.compile(rf"\s+(?:{_words('before_date')})(?:\s+(?:{weekdays()}))?\s*$", re.IGNORECASE)
