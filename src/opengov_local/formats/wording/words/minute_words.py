"""Words that name minutes, or an account of a gathering, and the kind of workshop they speak of."""

from __future__ import annotations

import re
from functools import cache

from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.printed_numbers import NUMBER
from opengov_local.importing.words.tables import any_of
from opengov_local.resources import rows_of

_OF_MINUTES = frozenset(
    {
        "minutes",
        "account",
        "between",
        "gathering",
        "closed",
        "table",
        "below",
        "raised_by",
        "of_all_there",
        "of_all",
        "before_all",
        "behind_all",
    }
)
"""Rows that name minutes; all others name a kind of workshop, or make one likely."""
_LIKELY = "likely_"
_COUNTED = re.compile(rf"\s*[^\W\d_]+\s+(?:{SIGN}\s*)?{NUMBER}(?!\w)")
_SIGN = re.compile(r"[,،;؛:：.()–—]|\s-\s")


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = rows_of("opengov_local.formats.wording", "minute_words.csv")
    return tuple((row["kind"], row["language"], tuple(map(fold, row["words"].split("|")))) for row in rows)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Gives the folded words of each kind, in the order of the table."""
    found: dict[str, list[str]] = {}
    for kind, _, words in _rows():
        found.setdefault(kind, []).extend(words)
    return {kind: tuple(words) for kind, words in found.items()}


def _says(text: str, kind: str) -> bool:
    folded = f" {fold(text)} "
    return any(f" {word} " in folded for word in _words()[kind])


def names_minutes(text: str) -> bool:
    """Tells whether a text has the words for minutes in it."""
    return _says(text, "minutes")


def languages_of(text: str) -> frozenset[str]:
    """Gives the languages whose words for minutes a text has in it."""
    folded = f" {fold(text)} "
    return frozenset(
        tongue for kind, tongue, words in _rows() if kind == "minutes" and any(f" {w} " in folded for w in words)
    )


def names_gathering(text: str) -> bool:
    """Tells whether a text has a word for a gathering in it: "Atelier", «اللقاء», "Session"."""
    return _says(text, "gathering")


def ends_gathering(text: str) -> bool:
    """Tells whether a sentence says that a gathering is over: "L'atelier s'est achevé à 14 h", «اختتمت الورشة»."""
    return _says(text, "closed") and names_gathering(text)


def names_account(text: str) -> bool:
    """Tells whether a text is a word for an account and nothing more: "results" of "Group 1 results"."""
    return fold(text) in _words()["account"]


def is_of_all(heading: str) -> bool:
    """Tells whether a heading says that what is below is of all groups, or came up when they reported back.

    The words for them begin or end it, or what a sign parts off: "Propositions pour tous les groupes d’âge" has none.
    """
    return any(_says_of_all().search(fold(part)) for part in _SIGN.split(heading))


@cache
def _says_of_all() -> re.Pattern[str]:
    said, before, behind = (any_of(_words()[kind]) for kind in ("of_all", "before_all", "behind_all"))
    return re.compile(rf"^(?:(?:{before}) )*(?:{said})(?! (?:{behind}) )(?: |$)|(?:^| )(?:{said})$")


def gives_account(text: str) -> bool:
    """Tells whether a text begins with words for an account of a gathering, which a part of a plan may do too."""
    return _account_of_gathering().match(f"{fold(text)} ") is not None


def says_minutes(text: str) -> bool:
    """Tells whether a text can be the title of minutes: it has their words, or those for an account of a gathering."""
    return names_minutes(text) or gives_account(text)


def begins_minutes(text: str) -> bool:
    """Tells whether a text begins with the words for minutes, or for an account of a gathering."""
    folded = f"{fold(text)} "
    return any(folded.startswith(f"{word} ") for word in _words()["minutes"]) or gives_account(text)


def behind_account(text: str) -> str:
    """Gives what a line gives account of, in words without those for it: "Groupe B" of "Résultats du groupe B".

    It also is what a table is of, "Tableau 2 : Groupe B"; "" where a line begins with no such words.
    """
    found = _before_table().match(text)
    return text[found.end() :] if found else ""


def names_table(text: str) -> bool:
    """Tells whether a line begins with the word for a table, which people may also sit at: "Table 1"."""
    return any(f"{fold(text)} ".startswith(f"{word} ") for word in _words()["table"])


def captions_table(text: str) -> bool:
    """Tells whether a line begins with the word for a table and its number: "Tableau 1 : Projets retenus"."""
    return names_table(text) and _COUNTED.match(text) is not None


def speaks_of_table(text: str) -> bool:
    """Tells whether a sentence speaks of the table below it: "Le tableau ci-après détaille les projets."."""
    words = f" {fold(text)} "
    return all(any(f" {word} " in words for word in _words()[kind]) for kind in ("table", "below"))


def says_whose(text: str) -> bool:
    """Tells whether a heading says who raised what stands below it, or for whom: "Problèmes soulevés par les femmes".

    That the group or all who were there did says nothing more.
    """
    words = f" {fold(text)} "
    said = any(f" {word} " in words for word in _words()["raised_by"])
    return said and not any(f" {word} " in words for word in _words()["of_all_there"])


@cache
def _before_table() -> re.Pattern[str]:
    """Makes the pattern of what stands before what a table or an account is of."""
    table, account, between = (
        "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(_written(kind), key=len, reverse=True))
        for kind in ("table", "account", "between")
    )
    numbered = rf"(?:{table})\s*(?:{SIGN}\s*)?[0-9٠-٩]{{1,2}}\s*[:：.–—-]\s*"
    told = rf"(?:{account})\s+(?:(?:{between})(?:\s+|['’]))*"
    return re.compile(rf"\s*(?:{numbered}(?:{told})?|{told})(?=\S)", re.IGNORECASE)


def _written(kind: str) -> set[str]:
    """Gives the words of a kind as the table has them."""
    rows = rows_of("opengov_local.formats.wording", "minute_words.csv")
    return {word for row in rows if row["kind"] == kind for word in row["words"].split("|")}


@cache
def _account_of_gathering() -> re.Pattern[str]:
    """Makes the pattern of an account and what it is of: "synthèse des travaux de l'atelier", «تقرير حول اللقاء»."""
    account, between, gathering = (any_of(_words()[kind]) for kind in ("account", "between", "gathering"))
    return re.compile(rf"(?:{account}) (?:(?:{between}) )*(?:{gathering}) ")


def is_minutes(text: str) -> bool:
    """Tells whether a text is the words for minutes and nothing more."""
    return fold(text) in _words()["minutes"]


def kind_of_workshop(text: str) -> str | None:
    """Gives the kind of workshop that a title names, as a code of the list workshop_kind; None where it names none.

    Where it names none, words that only make one likely tell it: "Atelier citoyen".
    """
    said = [kind for kind in _words() if kind not in _OF_MINUTES and _says(text, kind)]
    kinds = [kind for kind in said if not kind.startswith(_LIKELY)] or [kind.removeprefix(_LIKELY) for kind in said]
    return kinds[0] if len(kinds) == 1 else None


def is_likely(text: str, kind: str) -> bool:
    """Tells whether the words of a title do not name its kind of workshop, but only make it likely."""
    return not _says(text, kind)
