"""Headings that say what they name: `Axe 1 : …`, `المحور الأول: …`, `Engagement n° 3 – …`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.ordinals import after_adverb
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.ordinals import numbers_of, ordinal_words
from opengov_local.importing.words.printed_numbers import NUMBER
from opengov_local.resources import rows_of
from opengov_local.territories.folding import DIGITS

_OUTLINE = re.compile(r"\s*(?P<place>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\s*[.)–-]?\s+(?=[^\W\d_])")
_LETTER = r"[ابجدهوزحطي](?=\)?\s*(?:[:：.)\-–—/]|$))"
"""An Arabic letter that counts, with a sign behind it: «المجموعة أ: الميزانية»."""
_CODE = re.compile(r"[A-Z]{1,4}[-.]?[0-9]")
_LONGEST = 400
_BESIDE = frozenset("/-–—")
_NAMES = frozenset({"axis.title", "commitment.title", "milestone.title", "milestone.list"})
"""What headings of tables ask for that name objects, as words of titles do not."""
_ADORNMENTS = re.compile("[\u0640\u064b-\u0652\u0670]")
"""Letters that only draw out or vocalise Arabic words."""


class Marker(NamedTuple):
    """A heading that says what it names.

    Attributes:
        concept: `axis`, `subaxis`, `commitment`, `milestone`, `group`, or a code of the list contribution_kind.
        number: its number, "" where it has none; words for numbers and other digits as 0-9.
        title: what it names, "" where only the number stands there.
        language: language of its first word.
    """

    concept: str
    number: str
    title: str
    language: str


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = rows_of("opengov_local.formats.wording", "markers.csv")
    return tuple((row["concept"], row["language"], tuple(row["words"].split("|"))) for row in rows)


@cache
def _ordinals() -> dict[str, str]:
    """Gives the number of each word that counts, by the plain word: in English a cardinal does so too, "Axis one"."""
    return {_plain(word): str(number) for word, number in (*ordinal_words(), *numbers_of("cardinal", "en"))}


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Gives, for each plain word, the concepts and languages it can begin."""
    found: dict[str, list[tuple[str, str]]] = {}
    for concept, language, words in _rows():
        for word in words:
            found.setdefault(_plain(word), []).append((concept, language))
    return {word: tuple(meant) for word, meant in found.items()}


@cache
def _pattern() -> re.Pattern[str]:
    """Makes the pattern of all markers: word, number and title; or ordinal, word and title."""
    words = "|".join(_loose(word) for word in sorted(_words(), key=len, reverse=True))
    ordinals = "|".join(re.escape(word) for word in sorted(_ordinals(), key=len, reverse=True))
    number = rf"(?P<number>(?:{NUMBER})|{_LETTER}|(?:{ordinals})(?![^\W\d_]))"
    before = rf"(?P<before>{ordinals})\s+(?P<named>{words})(?![^\W\d_])"
    after = rf"(?P<word>{words})(?![^\W\d_])\s*{SIGN}?\s*(?:\(?{number}\)?)?"
    return re.compile(rf"\s*(?:{before}|{after})\s*(?P<sign>[:：.)\-–—/]+|\n|$)?\s*(?P<title>.*)", re.DOTALL)


def read_marker(text: str, concepts: tuple[str, ...]) -> Marker | None:
    """Reads a heading that begins with the word for one of some concepts and a number, or a colon.

    Args:
        text: the heading.
        concepts: the concepts it may name, the likeliest first.
    """
    if len(text) > _LONGEST:
        return None
    marker = _read(text, concepts)
    return _adorned(text, concepts) if marker is None and _ADORNMENTS.search(text) else marker


def _read(text: str, concepts: tuple[str, ...]) -> Marker | None:
    found = _pattern().match(_plain(text))
    if found is None:
        return _after_adverb(text, concepts) or _in_outline(text, concepts)
    word = re.sub(r"\s+", " ", found["word"] or found["named"])
    meant = dict(reversed(_words().get(word, ())))
    concept = next((each for each in concepts if each in meant), None)
    numbered = found["number"] or found["before"]
    if concept is None or not (numbered or (found["sign"] or "").strip()):
        return None
    if numbered and not found["sign"] and found["title"] and numbered.isalpha() and numbered not in _ordinals():
        return None  # «Projet A participer…»: a letter that begins a sentence is no number
    title = text[len(text) - len(found["title"]) :].strip() if found["title"] else ""
    if not numbered and found["sign"].strip() in _BESIDE:
        return _beside(Marker(concept, "", title, meant[concept]), concepts)
    lettered = numbered if found["number"] is None else text[found.start("number") : found.end("number")]
    number = _ordinals().get(numbered or "", lettered or "").translate(_DIGITS)
    marker = Marker(concept, number, title, meant[concept])
    return marker._replace(title=_without_twin(marker)) if number and title else marker


def _beside(marker: Marker, concepts: tuple[str, ...]) -> Marker | None:
    """Reads a heading with a slash or dash and no number: "Axe / المحور : X" names X, "Projet / Activités" nothing."""
    twin = read_marker(marker.title, concepts)
    if twin is not None:
        return marker._replace(number=twin.number, title=twin.title) if twin.concept == marker.concept else None
    known = surely(marker.title)
    return None if names_object(marker.title) or (known is not None and known.target in _NAMES) else marker


def _adorned(text: str, concepts: tuple[str, ...]) -> Marker | None:
    """Reads a heading whose Arabic words are drawn out or vocalised: «مـحـور 1»; its title stays as it is written."""
    marker = _read(_ADORNMENTS.sub("", text), concepts)
    return None if marker is None else marker._replace(title=_end_of(text, len(_ADORNMENTS.sub("", marker.title))))


def _end_of(text: str, letters: int) -> str:
    """Gives as much of the end of a text as has a number of letters, not counting those that only adorn."""
    at = len(text.rstrip())
    while letters and at:
        at -= 1
        letters -= _ADORNMENTS.match(text[at]) is None
    return text[at:].strip()


def _without_twin(marker: Marker) -> str:
    """Takes off a title what names the same object in another language: `Engagement 1 / الالتزام 1`."""
    before, between, last = marker.title.rpartition(" / ") if " / " in marker.title else ("", "", marker.title)
    twin = read_marker(last.strip(" ()"), (marker.concept,))
    if twin is None or twin.number != marker.number or twin.language == marker.language:
        return marker.title
    return f"{before}{between}{twin.title}" if twin.title else before


def names_object(text: str) -> bool:
    """Tells whether the whole of a text is a word for commitments or their parts: "Action", «الإجراء», "Acción"."""
    return bool({"commitment", "milestone"} & {concept for concept, _ in _words().get(_plain(text.strip()), ())})


def numbers_within(text: str, concept: str) -> list[str]:
    """Gives the numbers with which a text names objects of a concept: "réponse au problème n° 2", "du projet P2"."""
    return [found["number"] for found in _within(concept).finditer(_plain(_ADORNMENTS.sub("", text)))]


@cache
def _within(concept: str) -> re.Pattern[str]:
    """Makes the pattern of the word for a concept, with its number behind it, anywhere in a text."""
    named = sorted((word for word, meant in _words().items() if concept in dict(meant)), key=len, reverse=True)
    words = "|".join(_loose(word) for word in named)
    return re.compile(
        rf"(?<![^\W\d_])[وفبكل]{{0,2}}(?:ال)?(?:{words})\s*{SIGN}?\s*(?:[^\W\d_]-?)?(?P<number>[0-9٠-٩]{{1,3}})(?!\w)"
    )


def word_of(text: str) -> str:
    """Gives the word for what a heading names, as plain letters: "action"; "" where it begins with none."""
    plain = _plain(_ADORNMENTS.sub("", text))
    found = _pattern().match(plain) or _pattern().match(_OUTLINE.sub("", plain, count=1))
    return re.sub(r"\s+", " ", found["word"] or found["named"]) if found else ""


def _after_adverb(text: str, concepts: tuple[str, ...]) -> Marker | None:
    """Reads a heading with an ordinal adverb before the word for what it names: «أولا: محور الشفافية»."""
    number, rest = after_adverb(text)
    if not number:
        return None
    found = _read(rest, concepts)
    if found is not None:
        return found
    plain = read_uncounted(rest, concepts)
    return plain and plain._replace(number=number)


def _in_outline(text: str, concepts: tuple[str, ...]) -> Marker | None:
    """Reads a heading with its place in an outline before the word for what it names: "2.1. Projet 3 : …".

    A place below another is its number where it has none of its own, and the word asks for nothing: "2.1 Projet : …".
    """
    place = _OUTLINE.match(text)
    found = _read(text[place.end() :], concepts) if place is not None else None
    if place is None or found is None or found.number:
        return found
    said = surely(text[place.end() :].partition(":")[0])
    names = found.title and found.concept == "commitment" and said is not None and said.target == "commitment.title"
    return found._replace(number=place["place"]) if names and "." in place["place"] else None


def read_uncounted(text: str, concepts: tuple[str, ...]) -> Marker | None:
    """Reads a heading with the word for one of some concepts right before its title: «محور الشفافية»."""
    plain = _ADORNMENTS.sub("", text)
    named = _pattern().match(_plain(plain))
    if named is None or named["number"] or named["before"] or not named["title"]:
        return None
    meant = dict(reversed(_words().get(re.sub(r"\s+", " ", named["word"]), ())))
    concept = next((each for each in concepts if each in meant), None)
    return Marker(concept, "", _end_of(text, len(named["title"].rstrip())), meant[concept]) if concept else None


def ordinal_of(word: str) -> str:
    """Gives the number of a word that counts, 0-9: "première", «الثانية»; "" where it is none."""
    return _ordinals().get(_plain(_ADORNMENTS.sub("", word)), "")


_DIGITS = {ord(digit): plain for digit, plain in DIGITS.items()}


@lru_cache(1 << 11)
def _plain(text: str) -> str:
    """Makes texts comparable letter by letter, without changing how many letters there are."""
    return text.translate(_LETTERS).lower() if text.islower() else _lower(text.translate(_LETTERS))


_LETTERS = str.maketrans(
    "’ʼأإآٱةى\u00a0\u202fàâäçéèêëíîïóôöúùûüÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "''ااااهي  aaaceeeeiiiooouuuuAAACEEEEIIOOUUU"
)


def _lower(text: str) -> str:
    """Lowers letters one by one, but leaves single capitals and Roman numbers as they are."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if _is_kept(word) else _each_lower(word[0]), text)


def _is_kept(word: re.Match[str]) -> bool:
    """Tells whether a word is a number, or the letters before one: "P-01"."""
    return _is_number(word[0]) or _CODE.match(word.string, word.start()) is not None


def _is_number(word: str) -> bool:
    return re.fullmatch("[IVX]{1,6}|[A-Z]", word) is not None


def _each_lower(word: str) -> str:
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)


def _loose(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split())
