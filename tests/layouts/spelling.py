"""How facts spell texts, numbers and amounts: what makes no difference to a reader makes none to a comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

_SAME = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
_DIRECTIONS = re.compile(r"[\u200e\u200f\u202a-\u202e]")
_BULLET = re.compile(r"(?m)^\s*[-•–*]\s+")
_LEVEL = re.compile(
    r"^(axe|engagement|projet|activité|jalon|groupe|fiche|eje|compromiso|hito|commitment"
    r"|المحور|المجموعة|المشروع|النشاط)\s*(n°|nº)?\s*[\w.]*\s*[:.\-–]\s*"
)
_NUMBERING = re.compile(r"^[0-9ivx.]+\s*[:.)\-–]*\s+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_SHORT = 20
"""A longer text that holds one number says more than the number."""


def plain(text: object) -> str:
    """Gives a text without bullets, double blanks, marks of direction and the point at its end."""
    same = unicodedata.normalize("NFC", str(text)).translate(_SAME)
    return re.sub(r"\s+", " ", _BULLET.sub("", _DIRECTIONS.sub("", same))).strip(" .;:،")


def owner(text: object) -> str:
    """Gives the name of an object as the facts about it hold it: looser, so that one wrong title is one mistake."""
    title = _NUMBERING.sub("", _LEVEL.sub("", plain(text).casefold()))
    return re.sub(r"[^\w]+", " ", title).strip()


def person(text: object) -> str:
    """Gives the name of a body or person without capitals."""
    return plain(text).casefold()


def texts(value: Any, language: str) -> list[str]:
    """Gives a text in a language, or all its languages where it is not written in that one."""
    if value is None:
        return []
    if isinstance(value, str):
        return [plain(value)]
    return [plain(value[language])] if language in value else [plain(text) for text in value.values()]


def number(value: object) -> str:
    """Writes a number without noughts behind the point; what is none stays as it is."""
    text = str(value).replace(",", ".")
    try:
        return f"{float(text):.12g}"
    except ValueError:
        return text


def money(value: object) -> str:
    """Writes an amount, its currency and year: `90000 MAD 2026`."""
    amount, *rest = str(value).split()
    return " ".join([number(amount), *rest])


def measures(value: Any, language: str) -> list[str]:
    """Gives what a measure may be told as: its number, and its words where they say more."""
    if isinstance(value, dict):
        known = value.get("value")
        said: Iterable[str] = [*([] if known is None else [str(known)]), *texts(value.get("text"), language)]
    else:
        said = [] if value is None else [str(value)]
    return [_measure(text) for text in said]


def _measure(text: str) -> str:
    numbers = _NUMBER.findall(text)
    return number(numbers[0]) if len(numbers) == 1 and len(text) <= _SHORT else plain(text)
