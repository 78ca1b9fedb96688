"""Numbers in front of titles: "Axe 1 : Sécurité", "2.3 - Portail", «المحور الأول: الشفافية»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from opengov_local.formats.tables.vocabulary import phrases
from opengov_local.importing.words import fold

_NUMBER = r"[0-9٠-٩]{1,3}(?:[.\-][0-9٠-٩]{1,3}){0,4}"
_AFTER = r"\s*(?:[.:)\]/،]|[-–—](?=\s))+\s*"
_BARE = re.compile(rf"^\s*({_NUMBER})(?:{_AFTER}|\.\s+)(?=\D)(\S.*)$", re.DOTALL)
_WORDED = re.compile(
    rf"^\s*(.{{2,40}}?)\s*(?:n\s*[°ºo]\s*\.?|no\.|رقم|#)?\s*({_NUMBER}|[IVX]{{1,5}}|[A-H])\s*(?:{_AFTER}|\s[-–—]+\s*)(\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_MARK = re.compile(r"[.:)\]/،\-–—]")
_ORDINALS = ("الأول", "الاول", "الأولى", "الثاني", "الثانية", "الثالث", "الثالثة", "الرابع", "الرابعة", "الخامس",
             "الخامسة", "السادس", "السادسة", "السابع", "السابعة", "الثامن", "الثامنة", "التاسع", "العاشر")  # fmt: skip
_ORDINAL = re.compile(rf"^\s*(\S+(?:\s\S+)?)\s+({'|'.join(_ORDINALS)})\s*[:.\-–—،]+\s*(\S.*)$", re.DOTALL)


class Numbered(NamedTuple):
    """A title and the number that stood in front of it, as printed."""

    number: str | None
    title: str


@lru_cache(maxsize=1 << 12)
def split_number(text: str, kind: str) -> Numbered:
    """Takes the number off the front of a title.

    A number alone counts when a full stop, colon, bracket or dash follows; behind a word for the concept ("Axe",
    "Projet n°", «المحور») it may be Roman, a letter or an Arabic ordinal.

    Args:
        text: the title as it stands there.
        kind: kind of the words that may stand before the number: `axis_word`, `project_word`, `activity_word`.
    """
    if not _MARK.search(text):  # none stands behind a number
        return Numbered(None, text.strip())
    if bare := _BARE.match(text):
        return Numbered(bare[1], bare[2].strip())
    for pattern in (_WORDED, _ORDINAL):
        found = pattern.match(text)
        if found and fold(found[1]) in phrases(kind):
            return Numbered(found[2], found[3].strip())
    return Numbered(None, text.strip())
