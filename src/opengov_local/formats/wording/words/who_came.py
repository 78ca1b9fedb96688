"""What a line on participants counts: "Société civile (12 participants dont 5 femmes)", "15 élus", «12 مشاركا»."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from opengov_local.formats.wording.words.attendance import NUMBER, of_women, words_for
from opengov_local.importing.words.bodies import kind_of_body

_INSIDE: Final = re.compile(
    rf"\s*(?:les |des |the |los |las |ال)?{words_for('speaker')}"
    r"\s[^0-9٠-٩]{0,20}(?<![\w-])[0-9٠-٩]{1,3}\s+[^\W\d_]",
    re.IGNORECASE,
)
"""Representatives of a number of bodies, of which none is named: "représentants de 4 associations"."""


class Came(NamedTuple):
    """Who came.

    Attributes:
        body: the words for them.
        people: how many; None where nobody counted.
        women: how many of them are women; None where nobody counted.
        is_counted: whether the words themselves count something, and so are the name of nobody.
    """

    body: str
    people: int | None = None
    women: int | None = None
    is_counted: bool = False


@cache
def _behind() -> re.Pattern[str]:
    """Makes the pattern of a number behind those who came: "Associations (12 participants, dont 5 femmes)"."""
    return re.compile(
        rf"(?P<body>.+?)\s*(?:\(|[:：]\s)\s*(?P<count>{NUMBER})(?:\s*{words_for('person', 'member')})?"
        rf"(?:\s*[,،]?\s*\(?\s*{of_women()}\s*\)?)?\s*\)?\s*[.;]?\s*",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _before() -> re.Pattern[str]:
    """Makes the pattern of a number before those who came: "15 élus"."""
    return re.compile(
        r"(?P<count>[0-9٠-٩]{1,3})\s+(?P<body>(?:[a-zà-ÿ]|[^\W\d_A-ZÀ-Þ]|[^\W\d_]+[sx]\b)[^\d(]*?)"
        rf"(?:\s*[,،]?\s*\(?\s*{of_women()}\s*\)?)?\s*[.;]?\s*",
        re.DOTALL,
    )


@cache
def _then_counted() -> re.Pattern[str]:
    """Makes the pattern of what parts those whom numbers count: "7 élus et 15 habitants", «7 منتخبين و4 موظفين»."""
    return re.compile(rf"\s*[,،]\s*(?=[0-9٠-٩])|\s+{words_for('and')}\s*(?=[0-9٠-٩])", re.IGNORECASE)


@cache
def _of_people() -> re.Pattern[str]:
    """Makes the pattern of a number of people of no body: "40 personnes environ", "15 hommes", "40 au total"."""
    words = words_for("person", "women", "men", "young", "about", "in_all")
    of = rf"(?:{words}(?!\w).*|{words_for('member')}\s*[.;]?)"
    return re.compile(rf"\s*{NUMBER}\s+{of}", re.IGNORECASE | re.DOTALL)


@cache
def _and_some() -> re.Pattern[str]:
    """Makes the pattern of words that the number before others does not count: "élus et des habitants"."""
    return re.compile(rf".*(?<!\w){words_for('and_some')}(?!\w)", re.IGNORECASE | re.DOTALL)


def counts_body(text: str) -> bool:
    """Tells whether a text is a number and those whom it counts, more than people: "7 élus"."""
    return _before().fullmatch(text) is not None and not _of_people().fullmatch(text)


def each_counted(text: str) -> list[str]:
    """Gives each group where words list nothing but groups that a number before them counts; else the words whole.

    "7 élus et 15 habitants" are two; those of "20 élus, dont 5 femmes et 15 hommes" are one.
    """
    parts = _then_counted().split(text)
    return parts if all(map(counts_body, parts)) else [text]


def _is_of_bodies(words: str) -> bool:
    """Tells whether words behind a number are for bodies: "associations", "services communaux", «جمعيات»."""
    first = words.split(" ", 1)[0]
    return any(kind_of_body(each) is not None for each in (first, first.removesuffix("s"), first.removesuffix("es")))


def who_came(text: str) -> Came:
    """Reads a name or words for those who took part, and how many they were.

    Args:
        text: one of the participants that are listed.
    """
    found = _behind().fullmatch(text)
    if found is None and (found := _before().fullmatch(text)) is not None and _is_of_bodies(found["body"]):
        return Came(text, is_counted=True)  # so many bodies came, and nobody says how many people
    if found is None or _and_some().match(found["body"]):
        return Came(text, is_counted=_INSIDE.match(text) is not None)
    women = int(found["women"]) if found["women"] else None
    return Came(found["body"].strip(), int(found["count"]), women, _INSIDE.match(found["body"]) is not None)
