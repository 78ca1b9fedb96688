"""The forms under which a folded word is looked up: as it is, then without clitics and endings of number and gender."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_SHORTEST = 4
_ENDS: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?:e?e?s?|x)$"),
    "en": re.compile(r"(?<=[^s])s$"),
    "es": re.compile(r"(?:[aoe]s?|s)$"),
}
_IRREGULAR: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss")),
    "fr": (("aux", "al"),),
}
"""Ends of plurals, and those of the words that they are plurals of: "agencies", "communaux"."""
_CLITICS = re.compile(r"^(?:[وفبكل]?ال|لل|[وفب]لل|[وبلف])(?=.{3})")
_ARABIC_ENDS = re.compile(r"(?<=.{3})(?:ها|هم|هن|كم|نا|ات|ون|ين|ه)$")


def forms(folded: str, language: str) -> Iterator[str]:
    """Gives the forms of a folded word, from what stands there to its stem."""
    yield folded
    if language == "ar":
        yield from _arabic(folded)
    elif len(folded) >= _SHORTEST and (stem := _ENDS[language].sub("", folded)) != folded:
        yield from (folded.removesuffix(end) + one for end, one in _IRREGULAR.get(language, ()) if folded.endswith(end))
        yield stem


def without_clitic(folded: str) -> str:
    """Gives folded Arabic words without the article and prepositions that the first of them begins with."""
    return _CLITICS.sub("", folded)


def _arabic(folded: str) -> Iterator[str]:
    bare = _CLITICS.sub("", folded)
    if bare != folded:
        yield bare
    for word in (folded, bare):
        if (stem := _ARABIC_ENDS.sub("", word)) != word:
            yield stem
