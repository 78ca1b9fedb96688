"""What headings mean: the table of headings of plans, and how a heading is recognised in it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from opengov_local.importing.words import fold
from opengov_local.importing.words.folding import first_letter

EXACT, STRIPPED, WITHIN, NEAR = 100, 95, 80, 75
"""Scores of a heading: as in the table; without its brackets, units and numbers; with other words around it; with a
slip of the pen."""

_ENOUGH = 0.6  # of the words of a heading that must be known, when other words stand around them
_ALIKE = 0.9  # likeness from which a heading is taken for one with a slip of the pen


Own = tuple[tuple[str, str], ...]
"""A council's own headings: (folded heading, target)."""


class Target(NamedTuple):
    """What a column is read into.

    Attributes:
        name: name of the target, as tables and mapping files write it.
        scope: concept that holds it; `item` is the milestone of the row, or its commitment where it has none.
        field: the field of that concept.
        reads: how its cells are read; a parameter may follow a colon.
    """

    name: str
    scope: str
    field: str
    reads: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a heading means.

    Attributes:
        target: name of the target.
        score: how surely, of 100.
        languages: languages that have the heading; none when the user's own table names it.
        text_language: language of the cells, where the heading says it: "Titre (ar)".
        ordinal: number of a repeated column, "Financeur 2".
        year: the year of a column that has one, "Budget 2025".
        alternatives: other targets that the same words name.
        period: words of the period that a column is about.
    """

    target: str
    score: int
    languages: frozenset[str] = frozenset()
    text_language: str | None = None
    ordinal: int | None = None
    year: int | None = None
    alternatives: tuple[str, ...] = ()
    period: str = ""


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(io.StringIO(text, newline=""))


@cache
def targets() -> Mapping[str, Target]:
    """Gives the targets by name."""
    return {
        row["target"]: Target(row["target"], row["scope"], row["field"], row["reads"]) for row in _rows("targets.csv")
    }


@cache
def _headings() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Gives the (target, language) pairs of every folded heading of the table."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for row in _rows("headings.csv"):
        found.setdefault(fold(row["heading"]), {})[row["target"], row["language"]] = None
    return {heading: tuple(pairs) for heading, pairs in found.items()}


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """Gives the folded phrases of one kind: words of help rows, of titles of plans, of totals and so on."""
    return tuple(fold(row["phrase"]) for row in _rows("phrases.csv") if row["kind"] == kind)


@cache
def small_words(language: str) -> frozenset[str]:
    """Gives the small words that tell a language: articles and the like."""
    rows = (row for row in _rows("phrases.csv") if row["kind"] == "small_word" and row["language"] == language)
    return frozenset(row["phrase"] for row in rows)


@lru_cache(maxsize=1 << 12)
def says(kind: str, text: str) -> bool:
    """Tells whether a text holds a phrase of one kind, as whole words."""
    padded = f" {fold(text)} "
    return any(f" {phrase} " in padded for phrase in phrases(kind))


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(fold(row["phrase"]) for row in _rows("infinitives.csv"))


def is_infinitive(text: str) -> bool:
    """Tells whether a text begins with a verb that instructs only beside other instructions: "choisir un local"."""
    folded = fold(text)
    return folded.partition(" ")[0] in _infinitives() and not any(
        f" {phrase} " in f" {folded} " for phrase in phrases("help") if phrase not in _infinitives()
    )


@cache
def _openings(kind: str) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in phrases(kind))


@cache
def _initials(kind: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases(kind) if phrase)


def begins(kind: str, text: str) -> bool:
    """Tells whether a text begins with a phrase of one kind, as whole words."""
    if (letter := first_letter(text)) and letter not in _initials(kind):
        return False
    padded = f"{fold(text)} "
    return padded.startswith(_openings(kind))


_SPOKEN = """
fr: fr français francais french الفرنسية فرنسي فرنسية بالفرنسية vf
ar: ar arabe arabic العربية عربي عربية بالعربية va
en: en anglais english الإنجليزية بالإنجليزية
es: es espagnol español spanish
zgh: zgh amazighe tamazight الأمازيغية بالأمازيغية
"""
_TAGS = {
    word: tag for tag, _, words in (line.partition(":") for line in _SPOKEN.split("\n")[1:-1]) for word in words.split()
}
_TAIL = "|".join(sorted(map(re.escape, _TAGS), key=len, reverse=True))
_LANGUAGE = re.compile(
    rf"\s*(?:[(\[]\s*(?:en |in |version )?({_TAIL})\s*[)\]]|[/_:|–-]\s*({_TAIL})|\s(?:en|in|version)\s({_TAIL})"
    r"|\s(بالعربية|بالفرنسية|بالأمازيغية))\s*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")
_UNIT = re.compile(
    r"\s+(?:en\s+|in\s+)?(?:(?:mille|milliers|millions|thousands?|miles|millones)(?:\s+(?:de\s+|d['’]\s*|of\s+)?)?)?"
    r"(?:[km]?(?:dhs?|mad|dt|da)|dirhams?|dinars?|dollars?|d[óo]lares|f\s?cfa|k?€|euros?|h\.?t\.?|t\.?t\.?c\.?|%)(?:\s+(?:ht|ttc))?\s*$"
    r"|\s+(?:ب?ملايين|ب?آلاف|ب?ألف|بال|ب)?\s*(?:ال)?(?:درهم|دراهم|دينار|دنانير|أورو)\s*$",
    re.IGNORECASE,
)
"""Units behind a heading of amounts: "en milliers de DH", "TTC", «بملايين الدراهم»."""
_ORDINAL = re.compile(r"^(.*?)\s*(?:n\s*°\s*|no\.?\s+|#)?([0-9]{1,2})$")
_YEAR = re.compile(r"^(.*?)\s*\b((?:19|20)[0-9]{2})$")


@lru_cache(maxsize=1 << 14)
def recognise(heading: str, own: Own = ()) -> Recognised | None:
    """Tells what a heading means; None where nobody can tell.

    Args:
        heading: the heading as it stands there.
        own: a council's own headings: (folded heading, target).
    """
    text, spoken = _without_language(heading)
    if found := _as_it_stands(heading, own) or _in_two_languages(text, own, recognise):
        return found
    words = fold(_BRACKETS.sub("", text))
    found_within = _within(words) or _near(words)
    return _named(found_within[1], found_within[0], spoken, None, None) if found_within else None


@lru_cache(maxsize=1 << 14)
def surely(heading: str, own: Own = ()) -> Recognised | None:
    """Tells what a heading means as `recognise` does, if the score is 95 at least; of other texts it tells quickly."""
    return _as_it_stands(heading, own) or _in_two_languages(_without_language(heading)[0], own, surely)


def _without_language(heading: str) -> tuple[str, str | None]:
    """Takes the language off the end of a heading."""
    if found := _LANGUAGE.search(heading):
        return heading[: found.start()], _TAGS[next(part for part in found.groups() if part).lower()]
    return heading, None


def _as_it_stands(heading: str, own: Own) -> Recognised | None:
    """Looks a heading up; nothing but brackets, language, number and year may stand around it."""
    text, spoken = _without_language(heading)
    mine = dict(own)
    if symbol := _SYMBOLS.get(heading.strip()):
        return Recognised(symbol, STRIPPED)
    if numbered := _number_of(heading):
        return numbered
    for whole in (heading, text):
        if (folded := fold(whole)) in mine:
            return Recognised(mine[folded], EXACT, text_language=spoken)
    for score, words, ordinal, year in _readings(text):
        if words and (pairs := _headings().get(words)):
            return _named(pairs, score, spoken, ordinal, year)
    if levels_in(text):
        return Recognised("commitment.title", STRIPPED, text_language=spoken)
    return None


_NUMBER_SIGN = re.compile(r"^\s*(?:#|n[°º])\s*(?=\S)|(?<=\S)\s*(?:#|n[°º])\s*$", re.IGNORECASE)
_SYMBOLS = {"#": "commitment.number", "№": "commitment.number", "%": "progress", "٪": "progress"}
"""Headings without a letter."""
_NUMBERS = {"commitment.title": "commitment.number", "milestone.title": "milestone.number", "axis": "axis.number"}


def _number_of(heading: str) -> Recognised | None:
    """Reads a heading that is a title's with a sign for numbers before or behind it: "Commitment #"."""
    bare, count = _NUMBER_SIGN.subn("", heading)
    pairs = _headings().get(fold(bare)) if count == 1 else None
    target = _NUMBERS.get(pairs[0][0]) if pairs else None
    return Recognised(target, STRIPPED, frozenset(language for _, language in pairs or ())) if target else None


_PARTS = re.compile(r"\s*[/|\n–]\s*|\s+-\s+")


_BETWEEN = re.compile(r"\s*[/|\n,،;–]\s*|\s+-\s+|\s+(?:et|and|y|ou|or|o)\s+|\s+و(?=ال)", re.IGNORECASE)
_LEVELS = ("axis", "axis.2", "axis.3", "commitment.title", "milestone.title")


@lru_cache(maxsize=1 << 10)
def levels_in(heading: str) -> tuple[str, ...]:
    """Gives the levels that a heading names together, as targets: "Axe / Projet / Activité"; empty for any other."""
    parts = [part for part in _BETWEEN.split(heading) if part.strip()]
    if not 2 <= len(parts) <= len(_LEVELS):
        return ()
    named = [_headings().get(fold(part), (("", ""),))[0][0] for part in parts]
    ranks = [_LEVELS.index(name) for name in named if name in _LEVELS]
    if len(ranks) < len(parts) or ranks != sorted(set(ranks)) or not set(named) & set(_LEVELS[3:]):
        return ()
    return tuple(named)


def _in_two_languages(text: str, own: Own, read: Callable[[str, Own], Recognised | None]) -> Recognised | None:
    """Reads a heading that is said twice: "Projet / المشروع"."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if len(parts) != 2:
        return None
    one, other = (read(part, own) for part in parts)
    if one and other and one.target == other.target:
        score = min(one.score, other.score, STRIPPED)
        return Recognised(one.target, score, ordinal=one.ordinal, year=one.year)
    return None


def _named(
    pairs: tuple[tuple[str, str], ...], score: int, spoken: str | None, ordinal: int | None, year: int | None
) -> Recognised:
    target = pairs[0][0]
    languages = frozenset(language for name, language in pairs if name == target)
    alternatives = tuple(dict.fromkeys(name for name, _ in pairs if name != target))
    return Recognised(target, score, languages, spoken, ordinal, year, alternatives)


def _readings(text: str) -> Iterator[tuple[int, str, int | None, int | None]]:
    """Gives the readings of a heading, best first: as it is, without brackets, without a number at its end."""
    whole, plain = fold(text), fold(_BRACKETS.sub("", text))
    yield EXACT, whole, None, None
    yield STRIPPED, plain, None, None
    if _UNIT.search(text):
        yield STRIPPED, fold(_UNIT.sub("", _BRACKETS.sub("", text))), None, None
    for words in (whole, plain):
        if year := _YEAR.match(words):
            yield STRIPPED, year[1].strip(), None, int(year[2])
        elif ordinal := _ORDINAL.match(words):
            yield STRIPPED, ordinal[1].strip(), int(ordinal[2]), None


def _within(words: str) -> tuple[int, tuple[tuple[str, str], ...]] | None:
    """Finds the longest known heading that stands in the words, if it makes out most of them."""
    tokens = words.split()
    for length in range(len(tokens) - 1, 0, -1):
        if length < _ENOUGH * len(tokens):
            break
        for start in range(len(tokens) - length + 1):
            if pairs := _headings().get(" ".join(tokens[start : start + length])):
                return WITHIN, pairs
    return None


def _near(words: str) -> tuple[int, tuple[tuple[str, str], ...]] | None:
    """Finds a known heading that differs by a slip of the pen only; short words are never near."""
    if len(words) < 6:
        return None
    best, most = None, _ALIKE
    for known, pairs in _headings().items():
        if abs(len(known) - len(words)) <= 3 and known[0] == words[0]:
            likeness = SequenceMatcher(None, known, words).ratio()
            if likeness >= most:
                best, most = pairs, likeness
    return (NEAR, best) if best else None
