"""Cells that name projects by their numbers alone: "2", "Projet 2", several, "1 et 3", or all of them, "Tous"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from opengov_local.formats.wording.headings.phrases import pattern_of, phrases
from opengov_local.formats.wording.words.numbering import bare_number, project_number_of
from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.numerals import plain_digits

_LONGEST: Final = 60
_LONGEST_NAME: Final = 200
_SIGNED: Final = re.compile(rf"(?:{SIGN})\s*([0-9]{{1,3}})\s*[.:]?", re.IGNORECASE)
_WITHIN: Final = re.compile(r"(?:[^\W\d_]{1,3}\s?)?([0-9]{1,2})\s*[./-]\s*([0-9]{1,3})")
_BESIDE: Final = re.compile(r"(\S[^()]*?)\s*[(\[]\s*([^()]+?)\s*[)\]]")
_QUOTED: Final = re.compile(r"[«“\"„]\s*(.+?)\s*[»”\"]")
_SIGNS: Final = r"\s*[,،;؛&+/\n]\s*|\s+[-–—]\s+"
_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_ZERO: Final = re.compile(r"(?<![0-9])0+(?![0-9])")
"""No project has this number: "0,75" is a fraction."""
_FRACTION: Final = re.compile(r"[0-9]+\s*[/+]\s*[0-9]+")
"""What is no list of numbers: "24/7", "1 + 1"."""


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
    listed = _before_numbers().sub("", text[named.end() :]) if named else text
    parts = parts_of(listed)
    if _FRACTION.fullmatch(listed):
        return False
    return len(parts) > 1 and all(map(_is_number, parts)) and not _ZERO.search(listed)


def parts_of_list(text: str) -> list[str]:
    """Gives what a text lists, parted by marks, by lines, or by words for "and"."""
    return [part.strip() for part in _joints().split(text)]


def is_reference(text: str) -> bool:
    """Tells whether a text says no more than which projects are meant, by number, or that all are."""
    return _is_number(plain_digits(text).strip()) or names_several(text)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or project_number_of(text) or bare_number(text, "project_word"))


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern_of('projects_word')})(?!\w)", re.IGNORECASE)


def parts_of(text: str) -> list[str]:
    """Parts a text at what may stand between the numbers or codes of projects."""
    return [part.strip() for part in _joints().split(text)]


@cache
def _joints() -> re.Pattern[str]:
    """Makes the pattern of what stands between them; «و» may touch the one behind it."""
    joints, attached = pattern_of("several_joint"), pattern_of("attached_joint")
    return re.compile(rf"{_SIGNS}|\s+(?:{joints})\s+|\s+(?:{attached})|(?:{attached})\s*(?=\d)", re.IGNORECASE)


@cache
def _before_numbers() -> re.Pattern[str]:
    """Makes the pattern of what stands between the word for projects and their numbers."""
    return re.compile(rf"^\s*(?:{SIGN}|(?:{pattern_of('numbers_word')})(?!\w)|:)?\.?\s*", re.IGNORECASE)


class Reference(NamedTuple):
    """How else a project may be named: by what it is called, on an axis or on any, and by a number beside that."""

    name: str
    axis: str = ""
    number: str = ""


@lru_cache(maxsize=1 << 12)
def other_names(text: str) -> tuple[Reference, ...]:
    """Gives what a text may mean that names a project in more words than its title or number, surest first.

    "Projet « Portail »", "Portail (P1)", "Axe 1 – Projet 2", "N° 3", "1.2" of an axis whose projects count anew.
    Whether there is such a project, its reader must ask.
    """
    text = " ".join(plain_digits(text).split())
    if not text or len(text) > _LONGEST_NAME:
        return ()
    found = [Reference(signed[1])] if (signed := _SIGNED.fullmatch(text)) else []
    if within := _WITHIN.fullmatch(text):
        found.append(Reference(within[2], axis=within[1]))
    if (on := _on_axis().fullmatch(text)) is not None:
        found.append(Reference(on[2], axis=on[1]))
    if (beside := _BESIDE.fullmatch(text)) is not None:
        found.append(Reference(beside[1], number=beside[2]))
        found.append(Reference(beside[2], number=beside[1]))
    for pattern in (_worded(), _QUOTED):
        if (named := pattern.fullmatch(text)) is not None:
            found.append(Reference(named[1].strip()))
    return tuple(one for one in found if one.name.strip())


@cache
def _on_axis() -> re.Pattern[str]:
    """Makes the pattern of the number of an axis before the name of a project: "Axe 1 – Projet 2"."""
    return re.compile(
        rf"(?:{pattern_of('axis_word')})\s*(?:{SIGN})?\s*(\w{{1,4}})\s*(?:[-–—:/,،>]+)\s*(.+)", re.IGNORECASE
    )


@cache
def _worded() -> re.Pattern[str]:
    """Makes the pattern of the word for a project before its title: "Projet Portail", «مشروع البوابة»."""
    return re.compile(
        rf"(?:{pattern_of('project_word')})\s*[:–—-]?\s*(?=[^\W\d_]|[«“\"„])[«“\"„]?\s*(.+?)\s*[»”\"]?", re.IGNORECASE
    )
