"""Names with the number that stands before them in the plan, written so that one can be told from the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from opengov_local.formats.paper.content import Phrase
from opengov_local.formats.paper.scribe import Scribe

_PLAIN_NUMBER: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}")
_PRINTED: Final = re.compile(rf"(?P<number>{_PLAIN_NUMBER.pattern})\. (?P<title>.+)", re.DOTALL)
_OPENS, _CLOSES = "“", "”"


def goes_before(number: str | None) -> bool:
    """Tells whether a number is so plain that it may stand before a name: `3`, `1.2`."""
    return number is not None and _PLAIN_NUMBER.fullmatch(number) is not None


def with_number(scribe: Scribe, number: str | None, name: Mapping[str, str]) -> tuple[Phrase, ...]:
    """Writes a name behind its number: `1.2. Publier le catalogue`; a number that is not plain is left to others.

    A name that itself begins so is put between marks where no number stands before it: `“3. Comités”`.
    """
    said = scribe.name(name)
    if number and goes_before(number):
        return (scribe.plain(number), Phrase(". "), *said)
    text = "".join(phrase.text for phrase in said)
    return (Phrase(_OPENS), *said, Phrase(_CLOSES)) if _may_be_parted(text) else said


def parted_number(text: str) -> tuple[str, str]:
    """Parts what `with_number` wrote into number, "" where there is none, and name."""
    if found := _PRINTED.fullmatch(text):
        return found["number"], found["title"]
    inner = _between_marks(text)
    return "", inner if inner and _may_be_parted(inner) else text


def _may_be_parted(text: str) -> bool:
    """Tells whether a name would be read as another, as it stands."""
    inner = _between_marks(text)
    return _PRINTED.fullmatch(text) is not None or (inner != "" and _may_be_parted(inner))


def _between_marks(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == _OPENS and text[-1] == _CLOSES else ""
