"""Words that count who came, and how many came as a sentence of the opening says: "attended by 64 people"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from opengov_local.resources import rows_of

NUMBER: Final = r"[0-9٠-٩]{1,4}"


class Attendance(NamedTuple):
    """How many came, and how many of them are women; None where nobody counted these."""

    people: int
    women: int | None = None


@cache
def words_for(*kinds: str) -> str:
    """Gives a pattern of the words of some kinds: `person`, `member`, `of_whom`, `women`, `present`; longest first."""
    rows = [row for row in rows_of("opengov_local.formats.word", "attendance.csv") if row["what"] in kinds]
    found = sorted({word for row in rows for word in row["words"].split("|")}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found) + ")"


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
