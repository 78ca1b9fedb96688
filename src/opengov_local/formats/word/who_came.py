"""What a line on participants counts: "Société civile (12 participants dont 5 femmes)", "15 élus", «12 مشاركا»."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from opengov_local.formats.word.attendance import NUMBER, of_women, words_for

_INSIDE: Final = re.compile(
    r"\s*(?:les |des |the |los |las |ال)?(?:repr[ée]sentant(?:e?s|\(e\)s)|d[ée]l[ée]gu[ée]e?s|membres|miembros"
    r"|representatives|delegates|members|representantes|delegad[oa]s|ممثلو|ممثلي|ممثلون|ممثلين|ممثلات|أعضاء|مندوبو"
    r"|مندوبي)\s[^0-9٠-٩]{0,20}(?<![\w-])[0-9٠-٩]{1,3}\s+[^\W\d_]",
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


def who_came(text: str) -> Came:
    """Reads a name or words for those who took part, and how many they were.

    Args:
        text: one of the participants that are listed.
    """
    found = _behind().fullmatch(text) or _before().fullmatch(text)
    if found is None:
        return Came(text, is_counted=_INSIDE.match(text) is not None)
    women = int(found["women"]) if found["women"] else None
    return Came(found["body"].strip(), int(found["count"]), women, _INSIDE.match(found["body"]) is not None)
