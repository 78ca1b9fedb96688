"""Lines of our own documents taken apart: parts between commas, and what stands behind a label and a colon."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import Final

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.formats.paper.named_kinds import read_kind
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import code_of_name, fold
from opengov_local.messages.date_words import write_date
from opengov_local.model.gap import NO_CURRENCY

_COMMA: Final = re.compile("([,،] )")
_URL: Final = re.compile(r"https?://\S+")
_PATH: Final = re.compile(
    r"[^\s/]+(?:/[^\s/]+)+|[^\s/]+[.][A-Za-z0-9]{2,5}|[^\s/][^\n/]*(?:/[^\s/][^\n/]*)+[.][A-Za-z][A-Za-z0-9]{1,4}"
)
"""With a slash or an ending; with both there may be spaces in it, which a title that only ends like a file has, too."""
_AMOUNT: Final = re.compile(
    r"(?P<sign>[-\u2212]?)(?P<whole>[0-9]{1,3}(?:[\u202f\u00a0 .,][0-9]{3})+|[0-9]+)(?:[.,](?P<decimals>[0-9]{1,2}))?"
    r"[ \u00a0](?P<unit>.+)"
)
"""Groups of three digits, at most two decimals, a currency."""
_NOT_DIGIT: Final = re.compile("[^0-9]")
Read = Callable[[str], str | None]


class Parts:
    """The parts of a line that are not yet read; what is left keeps its own commas."""

    def __init__(self, text: str) -> None:
        self._pieces = _COMMA.split(text.strip())

    @property
    def text(self) -> str:
        """What is left, as it stands."""
        return "".join(self._pieces).strip()

    @property
    def said(self) -> list[str]:
        """The parts that are left."""
        return [part.strip() for part in self._pieces[::2] if part.strip()]

    def first(self, read: Read) -> str | None:
        """Takes the shortest beginning that can be read so."""
        for end in range(1, len(self._pieces) + 1, 2):
            if value := read("".join(self._pieces[:end]).strip()):
                self._pieces = self._pieces[end + 1 :]
                return value
        return None

    def last(self, read: Read) -> str | None:
        """Takes the shortest end that can be read so."""
        for start in range(len(self._pieces) - 1, -1, -2):
            if value := read("".join(self._pieces[start:]).strip()):
                self._pieces = self._pieces[: max(0, start - 1)]
                return value
        return None

    def whole(self, read: Read) -> str | None:
        """Takes all that is left, if it can be read so."""
        value = read(self.text)
        if value:
            self._pieces = []
        return value


def labelled(text: str, keys: Collection[str]) -> tuple[str, str] | None:
    """Reads a line that begins with one of some labels and a colon: the key of the label, and what follows."""
    head, colon, rest = text.partition(":")
    key = _keys().get(fold(head)) if colon else None
    found = next((each for each in key or () if each in keys), None)
    return (found, rest.strip()) if found else None


def behind(text: str, key: str, fits: Callable[[str, str], bool] = lambda _before, said: True) -> tuple[str, str]:
    """Parts a line where a label and a colon stand first or behind a comma; "" behind it where there is none.

    Args:
        text: the line.
        key: the label.
        fits: whether it is the label, by what stands before and behind it.
    """
    for start in (0, *(comma.end() for comma in re.finditer("[,،] ", text))):
        said = labelled(text[start:], (key,))
        if said is not None and said[1] and fits(text[:start], said[1]):
            return text[:start].rstrip(" ,،"), said[1]
    return text, ""


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    """Gives the keys of the words that documents write before a colon, by the folded words, in every language."""
    found: dict[str, tuple[str, ...]] = {}
    for label in labels().values():
        if label.key.startswith(("word.", "milestone.", "workshop.")):
            for text in label.texts.values():
                found[fold(text)] = (*found.get(fold(text), ()), label.key)
    return found


def date_of(text: str) -> str | None:
    """Gives the date that our own documents write exactly so; None for all other words."""
    reading = read_date(text)
    start = reading.start if reading is not None and reading.kind == "date" else None
    return start if start and any(write_date(start, language) == text for language in LANGUAGES) else None


def url_of(text: str) -> str | None:
    """Gives a text that is an address."""
    return text if _URL.fullmatch(text) else None


def code_of(codelist: str) -> Read:
    """Makes the reading of a code by its label, or of one that the list does not know as it stands."""
    return lambda text: read_kind(text, codelist)


def path_of(text: str) -> str | None:
    """Gives a text that looks like the path of a file."""
    return text if _PATH.fullmatch(text) and not url_of(text) else None


def amount_of(text: str) -> tuple[str, str] | None:
    """Gives the number and the currency of an amount as our own documents write it; None for all other words.

    `150 000,00 MAD` is ("150000.00", "MAD"): an amount has two decimals at most, so three digits are a group.
    """
    found = _AMOUNT.fullmatch(text.strip())
    currency = _currency(found["unit"]) if found else None
    if found is None or currency is None:
        return None
    decimals = f".{found['decimals']}" if found["decimals"] else ""
    sign = "-" if found["sign"] else ""
    return sign + _NOT_DIGIT.sub("", found["whole"]) + decimals, currency


def _currency(words: str) -> str | None:
    if fold(words) in _no_currency():
        return NO_CURRENCY
    return code_of_name(words, "currency") or (words if re.fullmatch("[A-Z]{3}", words) else None)


@cache
def _no_currency() -> frozenset[str]:
    return frozenset(map(fold, labels()["word.no_currency"].texts.values()))
