"""The readings of one heading: as it stands there, without brackets and units, without the number at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import folded_signs
from opengov_local.importing.words.tables import rows


def _any_of(words: Iterable[str]) -> str:
    """Gives a pattern of words, the longest first, with dots in them or not: "UM", «د.م.»."""
    return "|".join(re.escape(word).replace(r"\.", r"\.?\s?") for word in sorted(words, key=lambda word: -len(word)))


_CURRENCIES = _any_of(row["word"] for row in rows("amount_words") if row["kind"] in ("currency", "shared"))
_ADJECTIVES = _any_of(row["word"] for row in rows("currency_adjectives"))
"""Names of currencies, and what tells whose one is: "pesos" of "pesos chilenos"."""
_TIMES = (
    r"\s+(?:en\s+|in\s+)?(?:(?:mille|milliers|millions|thousands?|miles|millones)(?:\s+(?:de\s+|d['’]\s*|of\s+)?)?)?"
)
"""Thousands and millions before the name of a currency."""
BRACKETS = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")
_UNIT = re.compile(
    rf"{_TIMES}(?:[km]?(?:dhs?|mad|dt|da)|dirhams?|dinars?|dollars?|d[óo]lares|f\s?cfa|k?€|euros?"
    r"|s/\.?|(?:us|ca|mx|r)\$|\$(?:us|ca)|soles|quetzales|bolivianos|pen|usd|h\.?t\.?|t\.?t\.?c\.?|%)(?:\s+(?:ht|ttc))?\s*$"
    r"|\s+(?:ب?(?:ال)?(?:ملايين|مليون|ملايير|مليار|آلاف|ألف)|بال|ب)?\s*(?:ال)?(?:درهم|دراهم|دينار|دنانير|أورو)\s*$"
    rf"|{_TIMES}(?:(?:{_ADJECTIVES})\s+)?(?:{_CURRENCIES})(?:\s+(?:{_ADJECTIVES}))?\s*$",
    re.IGNORECASE,
)
"""Units behind a heading of amounts: "en milliers de DH", "TTC", «بملايين الدراهم»."""
_ORDINAL = re.compile(rf"^(.*?)\s*(?:(?<=\s)(?:{_any_of(folded_signs())})\s+)?([0-9]{{1,2}})$")
"""A folded heading and the number behind it, with the word or the rest of the sign for numbers."""
_YEAR = re.compile(r"^(.*?)\s*\b((?:19|20)[0-9]{2})$")

_EITHER_GENDER = re.compile(r"(?<=\w{3})(?:/(?:e|a|es|as|os|ice|euse)(?!\w)|\((?:ة|ات)\))")
"""Ends of words for either gender: "Jefe/a", «المسؤول(ة)»; `fold` takes off those of French in brackets."""


def of_one_gender(text: str) -> str:
    """Takes the ends of words for the other gender off: "Jefe/a de proyecto"."""
    return _EITHER_GENDER.sub("", text)


def readings_of(text: str) -> Iterator[tuple[bool, str, int | None, int | None]]:
    """Gives the readings of a heading, best first: as it is, without brackets, without a number at its end."""
    whole, plain = fold(text), fold(BRACKETS.sub("", text))
    yield True, whole, None, None
    yield False, plain, None, None
    if _UNIT.search(bare := BRACKETS.sub("", text)) or _UNIT.search(text):
        yield False, fold(_UNIT.sub("", bare)), None, None
    for words in (whole, plain):
        if year := _YEAR.match(words):
            yield False, year[1].strip(), None, int(year[2])
        elif ordinal := _ORDINAL.match(words):
            yield False, ordinal[1].strip(), int(ordinal[2]), None


_TURNS = re.compile(r"(?<=[A-Za-zÀ-ÿ)])\s+(?=[\u0621-\u064a])|(?<=[\u0621-\u064a)])\s+(?=[A-Za-zÀ-ÿ])")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")


@lru_cache(maxsize=1 << 12)
def sides_in_scripts(label: str) -> tuple[str, ...]:
    """Parts a label where its script changes at a blank, "المحور Axe"; brackets behind may be in either; empty else."""
    for found in _TURNS.finditer(label):
        sides = label[: found.start()], label[found.end() :]
        bare = [BRACKETS.sub("", side) for side in sides]
        scripts = [(bool(ARABIC_LETTER.search(side)), bool(_LATIN.search(side))) for side in bare]
        if set(scripts) == {(True, False), (False, True)}:
            return sides
    return ()
