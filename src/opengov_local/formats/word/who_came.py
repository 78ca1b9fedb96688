"""What a line on participants counts: "Société civile (12 participants dont 5 femmes)", "15 élus", «12 مشاركا»."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NUMBER: Final = r"[0-9٠-٩]{1,4}"
_OF_WHOM: Final = r"(?:dont|including|of whom|incluyendo|de (?:las|los) cuales|منهم|منهن|من بينهم|من بينهن|بينهم)"
_WOMEN: Final = rf"(?P<women>{_NUMBER})\s*(?:femmes?|women|mujeres|نساء|امرأة|من النساء)"
_PERSONS: Final = (
    r"(?:personnes?|participante?s?|participant[·.(]e[·.)]?s?|membres?|people|persons?|participants?|members?|personas|participantes"
    r"|مشارك[اةًى]?|مشاركين|مشاركات|أشخاص|شخصا?|أفراد|أعضاء)"
)
_BEHIND: Final = re.compile(
    rf"(?P<body>.+?)\s*(?:\(|[:：]\s)\s*(?P<count>{_NUMBER})(?:\s*{_PERSONS})?(?:\s*[,،]?\s*\(?\s*{_OF_WHOM}\s*:?\s*{_WOMEN}\s*\)?)?\s*\)?\s*[.;]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE: Final = re.compile(
    rf"(?P<count>[0-9٠-٩]{{1,3}})\s+(?P<body>(?:[a-zà-ÿ]|[^\W\d_A-ZÀ-Þ]|[^\W\d_]+[sx]\b)[^\d(]*?)(?:\s*[,،]?\s*\(?\s*{_OF_WHOM}\s*:?\s*{_WOMEN}\s*\)?)?\s*[.;]?\s*",
    re.DOTALL,
)
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


def who_came(text: str) -> Came:
    """Reads a name or words for those who took part, and how many they were.

    Args:
        text: one of the participants that are listed.
    """
    found = _BEHIND.fullmatch(text) or _BEFORE.fullmatch(text)
    if found is None:
        return Came(text, is_counted=_INSIDE.match(text) is not None)
    women = int(found["women"]) if found["women"] else None
    return Came(found["body"].strip(), int(found["count"]), women, _INSIDE.match(found["body"]) is not None)
