"""Words that count who came, and how many came as a sentence of the opening says: "attended by 64 people"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from opengov_local.importing.words.tables import any_of
from opengov_local.resources import rows_of

_SEVERAL: Final = 2
_DIGITS: Final = 3
"""Digits of how many came, where nothing asks for it: a year has more."""
NUMBER: Final = r"[0-9٠-٩]{1,4}"
_COUNT: Final = re.compile(r"\s*([0-9٠-٩]{1,5})(?:\s+[^\W\d_]{1,20})?\s*")
_SIGN: Final = re.compile(r"\s*[.;؛|]\s+|\s+[–—-]\s+")
"""What parts those who came from those who did not, on one line."""


class Attendance(NamedTuple):
    """How many came.

    Attributes:
        people: their number.
        women: how many of them are women; None where nobody counted these.
        is_sum: whether only women and men are counted, and all together are their sum.
        says_more: whether the words count others, too: young people.
    """

    people: int
    women: int | None = None
    is_sum: bool = False
    says_more: bool = False


@cache
def words_for(*kinds: str) -> str:
    """Gives a pattern of the words of some kinds: `person`, `of_whom`, `women`, `present`, `absent`; longest first."""
    rows = [row for row in rows_of("opengov_local.formats.wording", "attendance.csv") if row["what"] in kinds]
    return f"(?:{any_of(word for row in rows for word in row['words'].split('|'))})"


def count_of(text: str) -> int:
    """Gives how many a cell counts: "12", "12 personnes"; 0 where it does not, or counts nobody."""
    found = _COUNT.fullmatch(text)
    return int(found[1]) if found is not None else 0


@cache
def of_women() -> str:
    """Gives the pattern of how many are women: "dont 20 femmes", in a group `women`."""
    return rf"{words_for('of_whom')}\s*:?\s*(?P<women>{NUMBER})\s*{words_for('women')}"


@cache
def _sentence() -> re.Pattern[str]:
    """Makes the pattern of those who were present, counted: the number stands before or behind the word for it."""
    person, present = words_for("person"), words_for("present")
    counted = rf"(?P<count>{NUMBER})\s+(?:{person})(?![^\W\d_])"
    behind = rf"(?<!\w){present}(?!\w)[^\d.:;؛]{{0,40}}?{counted}"
    before = rf"(?<![\w.,]){counted.replace('<count>', '<first>')}[^\d.:;؛]{{0,60}}?(?<!\w){present}(?!\w)"
    return re.compile(rf"(?:{behind}|{before})(?:[^\d.;؛]{{0,60}}?(?<!\w){of_women()})?", re.IGNORECASE)


def attendance_in(sentence: str) -> Attendance | None:
    """Gives how many came, as a sentence says; None where it does not say it once."""
    found = list(_sentence().finditer(sentence))
    if len(found) != 1:
        return None
    (one,) = found
    people, women = int(one["count"] or one["first"]), int(one["women"]) if one["women"] else None
    return Attendance(people, women) if women is None or women <= people else None


@cache
def _next() -> re.Pattern[str]:
    """Makes the pattern of a number and whom it counts, behind a sign or a word such as "dont", "et"."""
    kinds = "|".join(rf"(?P<{kind}>{words_for(kind)})" for kind in ("women", "men", "young", "person", "member"))
    between = words_for("of_whom", "and")
    return re.compile(rf"(?:[\s,،;؛:()]|{between})*(?P<number>{NUMBER})\s*(?:(?:{kinds})(?!\w))?", re.IGNORECASE)


def _counted(text: str) -> list[tuple[str, int]]:
    """Gives whom a text counts, and how many they are, where it does nothing else and counts several; else nothing."""
    counted: list[tuple[str, int]] = []
    at = 0
    while found := _next().match(text, at):
        kind = next((name for name, words in found.groupdict().items() if name != "number" and words), "person")
        counted.append((kind, int(found["number"])))
        at = found.end()
    return [] if text[at:].strip(" .)") or len(counted) < _SEVERAL else counted


def counted_in(text: str) -> Attendance | None:
    """Gives how many came, as a text counts them and says nothing else: "34 (15 femmes, 19 hommes)".

    Returns:
        None for other words, for a single number, and where the numbers do not go together.
    """
    counted = _counted(text)
    numbers = dict(counted)
    if not counted or len(numbers) < len(counted) or "member" in numbers:
        return None
    women, men, people = (numbers.get(kind) for kind in ("women", "men", "person"))
    if people is None and women is not None and men is not None:
        return Attendance(women + men, women, is_sum=True, says_more="young" in numbers)
    if people is None or counted[0][0] != "person" or (women or 0) + (men or 0) > people:
        return None
    if women is not None and men is not None and women + men != people:
        return None
    return Attendance(people, women, says_more="young" in numbers or (men is not None and women is None))


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\s*{words_for('about')}\s*{NUMBER}(?:\s*{words_for('person')})?\s*\.?\s*", re.IGNORECASE)


def counts_nobody(text: str) -> bool:
    """Tells whether a text says about how many came, "environ 40 personnes", or numbers that do not go together."""
    return _about().fullmatch(text) is not None or (bool(_counted(text)) and counted_in(text) is None)


@cache
def _absent() -> re.Pattern[str]:
    """Makes the pattern of those who did not come: "Excusés : 3", "4 absents", "Association A (excusée)"."""
    absent = words_for("absent")
    return re.compile(
        rf"\W*(?:{NUMBER}\s+)?{absent}(?![^\W_]).*|.*(?:\(|[,،;–—-]\s*){absent}\s*\)?\s*[.;]?\s*",
        re.IGNORECASE | re.DOTALL,
    )


def is_absent(text: str) -> bool:
    """Tells whether a text names or counts those who did not come."""
    return _absent().fullmatch(text) is not None


def without_absent(text: str) -> tuple[str, str]:
    """Parts who came from who did not, behind a sign: "32 residents. Apologies: 2"; "" where nobody is said to."""
    for sign in _SIGN.finditer(text):
        if sign.start() and is_absent(text[sign.end() :]):
            return text[: sign.start()].rstrip(), text[sign.end() :].strip()
    return text, ""


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<count>{NUMBER})\s+{words_for('person')}\s*[.;]?\s*", re.IGNORECASE)


def counts_people(text: str) -> bool:
    """Tells whether a text is a number of people, and says of no body that they are its: "24 présents"."""
    return _people().fullmatch(text) is not None


def only_counts(text: str) -> bool:
    """Tells whether a text is a number, of people or women where it says so, and nothing more: "24", "12 femmes"."""
    of = words_for("person", "member", "women")
    return re.fullmatch(rf"\s*[0-9٠-٩]{{1,5}}(?:\s+{of})?\s*[.;]?\s*", text, re.IGNORECASE) is not None


def lists_count(who: str, number: str) -> bool:
    """Tells whether two texts side by side are words for those who came, and how many: "Presse", "3"; no year is."""
    plain = number.isdecimal() and len(number) <= _DIGITS
    return any(map(str.isalpha, who)) and (plain or counts_people(number))
