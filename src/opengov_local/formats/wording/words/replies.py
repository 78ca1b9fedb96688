"""Questions with their answers among what workshops brought: "Q : …" and "R : …", "Réponse du président : …"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from opengov_local.resources import rows_of

_OF: Final = r"(?:\s+(?:du|de\s+la|de\s+l['’]|des|de|del|of\s+the|of|from\s+the|from|by\s+the|by)\s?[^:：]{1,40})?"
"""Who answers: "de la commune"."""


@cache
def _pattern(*kinds: str) -> re.Pattern[str]:
    """Makes the pattern of a word of some kinds in front of a colon: `reply`, `reply_letter`, `question_letter`."""
    rows = (row for row in rows_of("opengov_local.formats.wording", "contribution_words.csv") if row["kind"] in kinds)
    words = "|".join(re.escape(word) for row in rows for word in row["words"].split("|"))
    who = _OF if "reply" in kinds else ""
    return re.compile(rf"\s*(?P<label>(?:{words}){who})\s*[:：]\s*(?P<said>\S.*)", re.IGNORECASE | re.DOTALL)


def reply_in(text: str, kind: str) -> str:
    """Gives the label of an answer that stands among what was brought; "" where the text is none.

    Args:
        text: an item.
        kind: kind of what is listed: beside questions, one letter is enough.
    """
    found = _pattern("reply", *(("reply_letter",) if kind == "question" else ())).fullmatch(text)
    return found["label"].strip() if found is not None else ""


def without_letter(text: str) -> str:
    """Gives a question without the letter that says that it is one: "Q : Pourquoi ?"."""
    found = _pattern("question_letter").fullmatch(text)
    return found["said"] if found is not None else text
