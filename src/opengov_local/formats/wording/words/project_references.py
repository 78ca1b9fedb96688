"""Cells that name projects by their numbers alone: "2", "Projet 2", several, "1 et 3", or all of them, "Tous"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from opengov_local.formats.wording.headings.phrases import pattern_of, phrases
from opengov_local.formats.wording.words.numbering import bare_number, project_number_of
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits

_LONGEST: Final = 60
_SIGNS: Final = r"\s*[,،;؛&+/\n]\s*|\s+[-–—]\s+"
_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_ZERO: Final = re.compile(r"(?<![0-9])0+(?![0-9])")
"""No project has this number: "0,75" is a fraction."""
_SIGN_OF_NUMBER: Final = re.compile(r"^\s*(?:n\s*[°º]\s*|nos?\.?\s+|رقم\s*|:\s*)?", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def names_several(text: str) -> bool:
    """Tells whether a text says no more than the numbers of several projects, or that all are meant.

    "1 et 2", "Projets 1, 3", "Tous les projets", «المشاريع 1 و 2».
    """
    text = " ".join(plain_digits(text).split(" ")).strip(" .")
    if not text or len(text) > _LONGEST:
        return False
    if fold(text) in phrases("all_projects"):
        return True
    named = _plural().match(text)
    listed = _SIGN_OF_NUMBER.sub("", text[named.end() :]) if named else text
    parts = [part.strip() for part in _joints().split(listed)]
    return len(parts) > 1 and all(map(_is_number, parts)) and not _ZERO.search(listed)


def is_reference(text: str) -> bool:
    """Tells whether a text says no more than which projects are meant, by number, or that all are."""
    return _is_number(plain_digits(text).strip()) or names_several(text)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or project_number_of(text) or bare_number(text, "project_word"))


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern_of('projects_word')})(?!\w)", re.IGNORECASE)


@cache
def _joints() -> re.Pattern[str]:
    """Makes the pattern of what stands between numbers; «و» may touch the one behind it."""
    return re.compile(rf"{_SIGNS}|\s+(?:{pattern_of('several_joint')})\s+|\s*و\s*(?=\d)", re.IGNORECASE)
