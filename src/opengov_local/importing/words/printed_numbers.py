"""Numbers that plans print before titles: "1", "1.2", "I.1", "A-1-a", "P-01", "ENG01", "1/2"."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.importing.words.number_signs import SIGN

_DIGIT: Final = "[0-9٠-٩۰-۹]"
_STEP: Final = rf"(?:{_DIGIT}{{1,3}}|[IVX]{{1,5}}(?![^\W\d_])|[A-Za-z](?![^\W\d_]))"
_CODE: Final = rf"[A-Z]{{1,4}}[-.]?{_DIGIT}{{1,3}}"
_FIRST: Final = (
    rf"(?:{_CODE}|(?!(?:19|20)[0-9][0-9](?![0-9])){_DIGIT}{{1,5}}|[IVX]{{1,6}}(?![^\W\d_])|[A-Z](?![^\W\d_]))"
)
NUMBER: Final = rf"{_FIRST}(?:[.\-/]{_STEP}){{0,4}}(?![^\W_])(?!-[^\W\d_])"
"""A number behind a word for what it counts; a letter with a hyphen begins a word, as in "E-services"."""

_AFTER = r"\s*(?:[.:)\]/،]|[-–—](?=\s))+\s*"
_ALONE = (
    re.compile(rf"^\s*({_CODE}(?:[.\-]{_STEP}){{0,4}}){_AFTER}(?=\D)(\S.*)$", re.DOTALL),
    re.compile(rf"^\s*((?:{_DIGIT}{{1,3}}|[IVX]{{1,5}}|[A-Z])(?:[.\-]{_STEP}){{1,4}}){_AFTER}(?=\D)(\S.*)$", re.DOTALL),
    re.compile(rf"^\s*[(\[]\s*({NUMBER})\s*[)\]]\s*[:.\-–—]?\s*(?=[^\W\d_])(\S.*)$", re.DOTALL),
    re.compile(rf"^\s*({_DIGIT}{{1,3}})\s?[°º]\s*[).:\-–—/]*\s+(?=[^\W\d_])(\S.*)$", re.DOTALL),
    re.compile(rf"^\s*{SIGN}\s*({NUMBER})(?:{_AFTER}|\s+[-–—]+\s*|\s+)(?=[^\W\d_])(\S.*)$", re.DOTALL),
)
_SPACED = re.compile(
    rf"^\s*((?:[A-Z]{{1,4}}-{_DIGIT}{{1,3}}|(?:[A-Z]|[IVX]{{1,5}})\.{_DIGIT}{{1,3}}|{_DIGIT}{{1,2}}\.[a-z](?=\s))"
    rf"(?:[.\-]{_STEP}){{0,4}})\s+(?=[^\W\d_])(\S.*)$",
    re.DOTALL,
)
"""A number of several steps, with white space alone behind it: "P-01 Portail", "I.1 Portail", "A-1-a Portail"."""
_ANY_DIGIT = re.compile(_DIGIT)


def number_in_front(text: str) -> tuple[str, str]:
    """Takes a number of several steps, or one in brackets or with its sign, off the front of a title.

    Returns:
        The number as printed and the title; "" and the text where none stands there.
    """
    for pattern in _ALONE:
        if (found := pattern.match(text)) and _ANY_DIGIT.search(found[1]):
            return found[1], found[2].strip()
    found = _SPACED.match(text)
    return (found[1], found[2].strip()) if found and not found[2][0].islower() else ("", text.strip())
