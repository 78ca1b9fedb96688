"""What texts of one kind begin with or hold: the table of phrases, and whether a text has one of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.heading_table import rows
from opengov_local.importing.words import fold
from opengov_local.importing.words.folding import like_beginnings
from opengov_local.importing.words.ordinals import ordinal_first, ordinals
from opengov_local.importing.words.tables import any_of


@cache
def _by_kind() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Gives the rows of the table by their kinds, in its order: it is long, and read but once."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in rows("phrases.csv"):
        found.setdefault(row["kind"], []).append(row)
    return found


def written(kind: str) -> Iterator[str]:
    """Gives the phrases of one kind as they are written."""
    return (row["phrase"] for row in _by_kind().get(kind, ()))


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """Gives the folded phrases of one kind: words of help rows, of titles of plans, of totals and so on."""
    return tuple(map(fold, written(kind)))


@cache
def pattern_of(*kinds: str) -> str:
    """Gives the alternatives of a pattern of the phrases of some kinds, as they are written."""
    return any_of(phrase for kind in kinds for phrase in written(kind))


@cache
def small_words(language: str) -> frozenset[str]:
    """Gives the small words that tell a language: articles and the like."""
    return frozenset(row["phrase"] for row in _by_kind()["small_word"] if row["language"] == language)


_DASHES = frozenset("-–—_./ـ…")


@lru_cache(maxsize=1 << 14)
def is_no_value(text: str) -> bool:
    """Tells whether a cell says that there is nothing: a dash, "néant", the error of a formula."""
    words = fold(text)
    return words in phrases("no_value") if words else set(text.strip()) <= _DASHES


def is_dash(text: str) -> bool:
    """Tells whether a cell holds a dash and no more."""
    return set(text.strip()) <= _DASHES


def says_no_trouble(text: str) -> bool:
    """Tells whether a cell of difficulties says that there were none: "RAS", "Aucune difficulté"."""
    return is_no_value(text) or fold(text) in phrases("no_trouble")


def names_nobody(text: str) -> bool:
    """Tells whether a cell of bodies or persons names none: "Aucun", "à définir", «لا يوجد», "?"."""
    folded = fold(text)
    return not folded or is_no_value(text) or folded in phrases("no_body")


@lru_cache(maxsize=1 << 14)
def says(kind: str, text: str) -> bool:
    """Tells whether a text holds a phrase of one kind, as whole words."""
    padded = f" {fold(text)} "
    return any(f" {phrase} " in padded for phrase in phrases(kind))


def names_form(text: str) -> bool:
    """Tells whether a text begins or ends as the name of a form, no title of what fills it: "Modèle de plan"."""
    folded = fold(text)
    return begins("form_name", text) or any(folded.endswith(f" {phrase}") for phrase in phrases("form_name"))


def heads(kind: str, heading: str) -> bool:
    """Tells whether a heading is no more than a phrase of the headings of one kind, brackets aside."""
    return fold(BRACKETS.sub("", heading)) in phrases(f"{kind}_heading")


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(fold(row["phrase"]) for row in rows("infinitives.csv"))


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
def _may_begin(kind: str) -> re.Pattern[str]:
    return like_beginnings(phrases(kind))


def may_begin(kind: str, text: str) -> bool:
    """Tells quickly whether a text may begin with a phrase of one kind; four letters and what follows them tell."""
    return _may_begin(kind).match(text) is not None


def begins(kind: str, text: str) -> bool:
    """Tells whether a text begins with a phrase of one kind, as whole words; "Premier axe" with that for an axis."""
    text = closed_up(text)
    if may_begin(kind, text) and f"{fold(text)} ".startswith(_openings(kind)):
        return True
    counted = _may_count().match(text) if kind in _COUNTED else None
    number, rest = ordinal_first(text) if counted else ("", text)
    return number != "" and f"{fold(rest)} ".startswith(_openings(kind))


def beginning(kind: str, texts: Collection[str], starts: Collection[str]) -> list[str]:
    """Gives those of many texts that begin with a phrase of one kind, as `begins` tells; their first letters tell most.

    Args:
        kind: the kind.
        texts: the texts.
        starts: their first four letters, and of others perhaps.
    """
    fits = {start for start in starts if may_be_start(kind, start)}
    return [text for text in texts if text[:4] in fits and begins(kind, text)] if fits else []


def may_be_start(kind: str, start: str) -> bool:
    """Tells whether a text whose first four letters these are may begin with a phrase of one kind."""
    counted = kind in _COUNTED and _may_count().match(start) is not None
    return counted or start[1:2] in _SPACES or may_begin(kind, start)


_COUNTED = frozenset(("axis_word", "second_axis_word", "third_axis_word"))


@cache
def _may_count() -> re.Pattern[str]:
    return like_beginnings(ordinals())


_SPACED = re.compile(r"(?<![^\W\d_])[^\W\d_](?:[ \u00a0.][^\W\d_]){2,}(?![^\W\d_])")
"""Letters with a space or a point between each two: "T O T A L"."""
_GAPS = str.maketrans("", "", " \u00a0.")


def closed_up(text: str) -> str:
    """Gives a text whose first word may be spaced out with that word closed up: "T O T A L" is "TOTAL"."""
    if text[1:2] not in _SPACES or text[1:2] != text[3:4]:
        return text
    return _SPACED.sub(lambda found: found[0].translate(_GAPS), text)


_SPACES = (" ", "\u00a0", ".")
