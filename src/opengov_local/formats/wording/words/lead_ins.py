"""Sentences that lead in to a list of what a workshop brought: "Le groupe a relevé les problèmes suivants :"."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

from opengov_local.importing.words import fold

_COLONS = (":", "：")
_COMMA = re.compile(r"\s*[,،]\s*")
_JOINED = ("و", "ف", "ب", "ل")
"""Particles that are written with the word behind them: «واقترحت», «بالحلول»."""
_NEUTRAL = "say"
"""Verbs that say nothing of the kind of what was said."""
_SMALL, _FOLLOWING = "small", "following"
_FOUND = frozenset({"problem", "question"})
"""What nobody proposes or recommends: "Concernant les problèmes, le groupe propose :" brings no problems."""


def lead_in(text: str, nouns: Mapping[str, tuple[str, str]], fillers: Collection[str]) -> tuple[str, str] | None:
    """Reads a sentence with a verb and a colon, or such words as "following"; what it names counts more than its verb.

    Args:
        text: the sentence.
        nouns: folded words without their article to the kind that they name and their language.
        fillers: further small words.

    Returns:
        Code of the list contribution_kind, and language; None for other texts, and where a word is not known.
    """
    if not (text.rstrip().endswith(_COLONS) or leads_to_several(text)):
        return None
    *_, main = _COMMA.split(text)  # "À l'issue des échanges, le groupe recommande :"
    return _read(text, nouns, fillers) or _read(main, nouns, fillers)


def _read(text: str, nouns: Mapping[str, tuple[str, str]], fillers: Collection[str]) -> tuple[str, str] | None:
    """Reads words that are all known: verbs, small ones, and what they name."""
    verbs: list[tuple[str, str]] = []
    named: list[tuple[str, str]] = []
    small = {*_said(_SMALL), *_said(_FOLLOWING), *fillers}
    for word in fold(text).split():
        forms = _forms(word)
        verb = next((_verbs()[form] for form in forms if form in _verbs()), None)
        if verb is not None:
            verbs.append(verb)
        elif not word.isdecimal() and not any(form in small for form in forms):
            noun = next((nouns[form] for form in forms if form in nouns), None)
            if noun is None:
                return None
            named.append(noun)
    asked, done = {kind for kind, _ in named}, {kind for kind, _ in verbs if kind != _NEUTRAL}
    told = asked or done
    if not verbs or len(told) != 1 or (asked and asked <= _FOUND and done - asked):
        return None
    return told.pop(), verbs[0][1]


def leads_to_several(text: str) -> bool:
    """Tells whether words say that several things follow: "les problèmes suivants", «الحلول التالية»."""
    return any(form in _said(_FOLLOWING) for word in fold(text).split() for form in (word, word[1:]))


def _forms(word: str) -> tuple[str, ...]:
    """Gives a word as it stands, and without what is written with it: a particle, the article."""
    forms = [word]
    if word.startswith(_JOINED) and len(word) > 2:
        forms.append(word[1:])
    return tuple(dict.fromkeys((*forms, *(form.removeprefix("ال") for form in forms))))


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    """Gives each folded word with what it says and its language."""
    text = files("opengov_local.formats.wording").joinpath("lead_ins.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple((fold(word), row["says"], row["language"]) for row in rows for word in row["words"].split("|"))


@cache
def _verbs() -> Mapping[str, tuple[str, str]]:
    return {word: (says, language) for word, says, language in _rows() if says not in (_SMALL, _FOLLOWING)}


@cache
def _said(says: str) -> frozenset[str]:
    return frozenset(word for word, kind, _ in _rows() if kind == says)
