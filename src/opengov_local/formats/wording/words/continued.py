"""Titles that say they go on from above, as behind the break of a page: "Forum (suite)", «البوابة (تتمة)»."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from opengov_local.formats.wording.headings.phrases import pattern_of, phrases
from opengov_local.importing.words import fold

_LONGEST: Final = 40
_BREAKING: Final = frozenset("./… \u00a0")
_WAYS: Final = (
    re.compile(r"(?P<title>.*?)\s*[(\[](?P<word>[^()\[\]]+)[)\]]\s*", re.DOTALL),
    re.compile(r"(?P<title>.*\S)\s*(?:\s[-–—]|[,،;؛:])\s*(?P<word>[^-–—,،;؛:]+)", re.DOTALL),
    re.compile(r"\s*[(\[](?P<word>[^()\[\]]+)[)\]]\s*(?P<title>\S.*)", re.DOTALL),
    re.compile(r"(?P<word>[^-–—,،;؛:]+?)\s*(?:\s[-–—]|:)\s*(?P<title>\S.*)", re.DOTALL),
)
"""The word behind a title or in front of it: in brackets, or with a sign between."""
_SIGN: Final = re.compile(r"[(\[,،;؛:]|\s[-–—]")
"""What stands in all that goes one of these ways."""


def breaks_page(text: str) -> bool:
    """Tells whether a text says that what stands above goes on, or which page ends here.

    "(suite page suivante)", «يتبع», "…/…"; "Page 3 sur 12", "- 3 -", «الصفحة 3 من 12».
    """
    words = fold(text) if len(text) <= _LONGEST else text
    if words in phrases("page_break") or (not words and {*text} <= _BREAKING):
        return True
    return len(text) <= _LONGEST and _page_mark().fullmatch(text) is not None


@cache
def _page_mark() -> re.Pattern[str]:
    """Makes the pattern of the mark of a page, with how many there are: "Page 3/12", "– 3 –"."""
    number = r"[0-9٠-٩]{1,3}"
    word, of = pattern_of("page_word"), pattern_of("of_pages")
    return re.compile(
        rf"\s*(?:[(\[–—-]*\s*(?:{word})\s*(?:n[°º]\s*)?{number}(?:\s*(?:/|{of})\s*{number})?\s*[)\]–—-]*|[–—-]+\s*{number}\s*[–—-]+)\s*",
        re.IGNORECASE,
    )


def without_continued(text: str) -> str | None:
    """Gives a title without the word that says that it goes on, "" where that stands alone; None where it has none."""
    for way in _WAYS if _SIGN.search(text) else ():
        found = way.fullmatch(text)
        if found is not None and fold(found["word"]) in phrases("page_break"):
            return found["title"].strip()
    return None
