"""What only says how to read a document is made of words of the tables; and pieces whose words are told nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.wording.headings.heading_keys import key_of_text
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.heading_table import headings
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.units import unit_in
from opengov_local.importing.said import Telling
from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.ordinals import cardinals, numbers_of, ordinals
from opengov_local.importing.words.printed_numbers import NUMBER
from opengov_local.resources import rows_of

Tables = tuple[tuple[str, str, str, str], ...]
Own = frozenset[str]
Read = Iterable[tuple[Piece, Iterable[str]]]

_LONGEST: Final = 12
"""Words of the longest phrase that is looked for."""
_NUMBERED: Final = re.compile(r"[^\W\d]{0,2}[0-9]{1,2}")
"""The number of an item, or a part of a year: "2", "T1", «ف3»; a longer one says something."""
_NAMED: Final = re.compile(
    rf"(?:[^\W\d_]+\s+){{1,3}}(?:{SIGN}\s*)?{NUMBER}\s*(?:[:：.)–—-]\s*)+(?P<name>[^\W\d].*)", re.DOTALL
)
"""A word for something, its number, and its name: "Chantier 1 : Transparence"."""
_LABELS: Final = 3
"""How many of the tables below say what is asked, and never what something is called."""
_LISTED: Final = re.compile(r"\s*[;؛\n,،/|•]\s*")
_AND: Final = "و"
_PAGE: Final = re.compile(r"\t\s*[0-9٠-٩]{1,4}\s*$")
"""The number of a page behind a line of a table of contents."""
_BRACES: Final = re.compile(r"\{[^}]*\}")
_COUNT: Final = re.compile(r"[0-9]+")
_FILLED: Final = re.compile(r"\{[^}]*\}|[.:;()«»“”]")
"""What parts words of our own: what is filled in, and signs."""
_TABLES: Final = (
    ("formats.wording", "headings.csv", "heading", ""),
    ("formats.wording", "report_headings.csv", "heading", ""),
    ("formats.wording", "labels.csv", "labels", "|"),
    ("formats.wording", "phrases.csv", "phrase", ""),
    ("formats.wording", "form_words.csv", "words", ""),
    ("formats.wording", "heading_words.csv", "words", " "),
    ("formats.wording", "heading_senses.csv", "words", " "),
    ("formats.wording", "composed_headings.csv", "names", " "),
    ("formats.wording", "composed_headings.csv", "says", " "),
    ("formats.wording", "composed_headings.csv", "beside", " "),
    ("formats.wording", "reported_times.csv", "words", "|"),
    ("formats.wording", "states.csv", "words", ""),
    ("formats.wording", "abbreviations.csv", "abbreviation", ""),
    ("formats.wording", "label_fillers.csv", "word", ""),
    ("formats.wording", "plan_words.csv", "words", "|"),
    ("formats.wording", "markers.csv", "words", "|"),
    ("formats.wording", "minute_words.csv", "words", "|"),
    ("formats.wording", "attendance.csv", "words", "|"),
    ("formats.wording", "contribution_words.csv", "words", "|"),
    ("formats.wording", "question_words.csv", "words", "|"),
    ("formats.wording", "small_tables.csv", "words", "|"),
    ("formats.wording", "captions.csv", "words", "|"),
    ("formats.ogp_pages", "labels.csv", "label", ""),
    ("formats.ogp_pages", "sections.csv", "pattern", " "),
    ("importing.words", "small_words.csv", "words", " "),
    ("importing.words", "part_words.csv", "word", ""),
    ("importing.words", "amount_words.csv", "word", ""),
    ("importing.words", "status_words.csv", "word", ""),
    ("importing.words", "short_words.csv", "word", ""),
    ("importing.dates", "words_ar.csv", "word", ""),
    ("importing.dates", "words_en.csv", "word", ""),
    ("importing.dates", "words_es.csv", "word", ""),
    ("importing.dates", "words_fr.csv", "word", ""),
)
"""The tables of words: package, name, column, and what parts the words in a field."""
_CODES: Final = (
    ("importing.words", "code_words.csv", "word", ""),
    ("importing", "collectivity_words.csv", "words", ""),
    ("formats.wording", "place_kinds.csv", "words", ""),
    *(("formats.ogp_pages", "countries.csv", language, "") for language in ("en", "fr", "es", "ar")),
    ("formats.ogp_pages", "site_words.csv", "name", ""),
    *(
        ("codelists.data", f"{name}.csv", column, ";")
        for name in ("collectivity_kind", "ogp_value", "policy_area", "remacto_principle", "sdg", "status")
        for column in ("label_en", "label_fr", "label_ar", "other_names")
    ),
)
"""The tables of words that stand for codes, which values hold in place of them."""


def telling(headings: Iterable[Piece], read: Read, said: Callable[[], Iterable[str]]) -> list[Piece]:
    """Gives the pieces whose words are in no table, and stand nowhere in what was read or told.

    Args:
        headings: pieces that only say how to read others, by what is known so far.
        read: pieces that were read, each with the texts of the objects that it was read into.
        said: gives all texts that were read or told; to go through them takes long.
    """
    return _telling(headings, read, said, frozenset())


def telling_but(*words: str) -> Telling:
    """Gives the same for layouts some of whose values are words of their own, which say who is meant and no more."""
    tell = telling_of(lambda: words)
    return lambda _, read, said: tell((), read, said)


def telling_read(_: Iterable[Piece], read: Read, said: Callable[[], Iterable[str]]) -> list[Piece]:
    """Gives them of layouts that know their headings whole, and tell of each other one themselves."""
    return telling((), read, said)


def telling_of(own: Callable[[], Iterable[str]]) -> Telling:
    """Gives what tells the same of files in words of their own, of which a piece may be nothing but one or several.

    Args:
        own: gives the words; what stands for others in them is in braces.
    """
    lines = cache(
        lambda: frozenset(
            fold(one) for text in own() for line in text.split("\n") for one in (line, _BRACES.sub("0", line))
        )
    )
    phrases = cache(lambda: frozenset(filter(None, (_key(part) for text in own() for part in _FILLED.split(text)))))

    def is_own(line: str) -> bool:
        if fold(line) in lines() or fold(_COUNT.sub("0", line)) in lines():
            return True
        return all(fold(part) in lines() for part in line.split(", "))

    def tell(headings: Iterable[Piece], read: Read, said: Callable[[], Iterable[str]]) -> list[Piece]:
        others = (one for one in headings if not all(map(is_own, one.text.split("\n"))))
        return _telling(others, read, said, phrases())

    return tell


def _telling(headings: Iterable[Piece], read: Read, said: Callable[[], Iterable[str]], own: Own) -> list[Piece]:
    told = cache(lambda: "\n".join(["", *(f" {_key(text)} " for text in said()), ""]))
    words_of = cache(lambda text: _words_unknown(text, own))
    return [
        *(one for one in headings if (runs := _unknown(one.text, own=own)) and not _is_told(one.text, runs, told())),
        *(one for one, texts in read if _says_more(one.text.strip(), {text.strip() for text in texts}, told, words_of)),
    ]


def _says_more(text: str, texts: set[str], told: Callable[[], str], words_of: Callable[[str], set[str]]) -> bool:
    """Tells whether words of a text that was read stand neither in what it was read into, nor anywhere else."""
    if text in texts or all(part in texts for part in _LISTED.split(text)):
        return False
    words = words_of(text)
    if words and (left := words.difference(*(_key(one).split() for one in texts))):
        return any(f" {word} " not in told() for word in left)
    return False


def _words_unknown(text: str, own: Own) -> set[str]:
    """Gives the words of a text that was read which no table knows, by their keys."""
    return {word for run in _unknown(text, _CODES, own) for word in run.split() if word.isalpha()}


def _is_told(text: str, runs: list[str], told: str) -> bool:
    """Tells whether the words of a heading stand in what is told; a name of one word must be all that is said there."""
    if f" {_key(text)} " in told:
        return True
    name = _name(text)
    parts = (part for run in runs for part in _parts(run))
    return all(f"\n {part} \n" in told if part == name and " " not in part else f" {part} " in told for part in parts)


def _parts(run: str) -> Iterator[str]:
    """Gives the numbers in a run of words, which may stand in dates, and the words between them."""
    for counts, group in groupby(run.split(), str.isdecimal):
        words = [*group]
        yield from words if counts else [" ".join(words)]


def _name(text: str) -> str:
    """Gives the key of the name in a heading that says what it heads by a word and a number; "" for others."""
    found = _NAMED.fullmatch(text.strip())
    name = _key(found["name"]) if found else ""
    return name if name not in _known(_TABLES[:_LABELS]) else ""


def _unknown(text: str, more: Tables = (), own: Own = frozenset()) -> list[str]:
    """Gives the runs of words that no table knows, by their keys; of a heading the name in it, if it has one."""
    text = _PAGE.sub("", text)
    if not more and fold(text) in headings():
        return []
    text = BRACKETS.sub(_but_examples, text)
    if not more and (name := _name(text)):
        return [name]
    words = _key(text).split()
    unsure = (
        [] if more else [_key(part) for part in BRACKETS.findall(text) if begins("unsure", part.strip("()[]（） "))]
    )
    runs: list[list[str]] = [*map(str.split, unsure), []]
    at = 0
    while at < len(words):
        known = next(
            (end for end in range(min(len(words), at + _LONGEST), at, -1) if _is_known(words[at:end], more, own)), at
        )
        if known == at:
            runs[-1].append(words[at])
        elif runs[-1]:
            runs.append([])
        at = max(known, at + 1)
    return [" ".join(run) for run in runs if run]


def _but_examples(bracket: re.Match[str]) -> str:
    """Gives words in brackets, but for those that are an example: "(E.g. 30 June 2015)"."""
    return "" if begins("example", bracket[0].strip("()[] ")) else bracket[0]


def _is_known(words: list[str], more: Tables, own: Own) -> bool:
    phrase, known = " ".join(words), _known(_TABLES)
    if (
        phrase in known
        or phrase in own
        or (phrase[:1] == _AND and phrase[1:] in known)
        or (more and phrase in _known(more))
    ):
        return True
    return len(words) == 1 and (len(phrase) == 1 or bool(_NUMBERED.fullmatch(phrase) or unit_in(phrase)))


def _key(text: str) -> str:
    return key_of_text(fold(text))


@cache
def _known(tables: Tables) -> frozenset[str]:
    """Gives the keys of all phrases of some tables, and of words that count."""
    counted = {_key(word) for word, _ in numbers_of("adverb")} | ordinals().keys() | cardinals().keys()
    folded = {fold(phrase) for phrase in {*_phrases(tables)}}  # many stand in several tables
    return frozenset(filter(None, map(key_of_text, folded))) | counted


def _phrases(tables: Tables) -> Iterator[str]:
    for package, name, column, parts in tables:
        for row in rows_of(f"opengov_local.{package}", name):
            field = row[column] or ""
            for phrase in field.split(parts) if parts else (field,):
                yield phrase.replace("_", " ")
