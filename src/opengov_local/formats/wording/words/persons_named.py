"""Persons among bodies: "Association A (M. X)", "Direction B représentée par Mme Y", "Mme Z, cheffe du service C"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from opengov_local.formats.civility import each_addressed, is_addressed, one_of_plural, without_address
from opengov_local.formats.wording.words.plan_words import says, words_of
from opengov_local.importing.words import fold
from opengov_local.importing.words.articles import without_article
from opengov_local.importing.words.ordinals import ordinal_first
from opengov_local.importing.words.personal_names import is_given_name, is_personal_name
from opengov_local.importing.words.tables import AND, any_of, short_words, written

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_SPEAKS_FOR = re.compile(rf"\s*[,،]?\s*(?:{any_of(words_of('represented_by'))})\s*", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,4}(?:\s*,\s*(?P<rest>.+))?", re.DOTALL)
"""A few capitals, which may be those of a body; longer ones may be the name of a family."""
_INDEFINITE = re.compile(rf"(?:{any_of(written('indefinite_article'))})\s+(?=[a-zà-ÿ])", re.IGNORECASE)
"""The article before what somebody is, and no name: "Une habitante du quartier"."""
_ARABIC = re.compile("[\u0621-\u064a]")
_OF_OFFICE = re.compile("ال|لل|ب")
"""How words begin that go on with an office: «العام للجماعة», «بالنيابة»."""
_OF = re.compile(rf"(?:{any_of(words_of('behind_office'))})(?:(?<=['’])|\s)", re.IGNORECASE)
_JOINED = re.compile(rf"\s*[,،]\s*|\s+(?:{AND})\s+|\s+و\s?(?=[^\W\d_](?:[^\W\d_]|\s*[,،]|$))")
_SEMICOLON = re.compile(r"\s*[;؛]\s*")
_AND_MORE = re.compile(r"[,،;؛\n]")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*|(?:ben|bin|bint|el|al|ait|aït|ould|le|du|de|del|la)")
_FEWEST, _LONGEST_NAME = 2, 5
_LONGEST_WORD = 3
"""Words that a word for a body is made of, at most: "société civile"."""


class Named(NamedTuple):
    """What a name in a list of bodies says.

    Attributes:
        body: the body; "" where only a person is named.
        person: the person who speaks for it, or alone, with the office behind a comma; "" where none is named.
    """

    body: str
    person: str = ""


def is_person(text: str) -> bool:
    """Tells whether words begin with a form of address, as names of persons do, and not as "M. le Président" does."""
    return is_addressed(text) and not is_addressed_office(text)


@lru_cache(1 << 12)
def is_addressed_office(text: str) -> bool:
    """Tells whether words behind a form of address are an office and no name: "M. le SG", «السيد الكاتب العام»."""
    said = " ".join(without_address(text).split())
    # One with a capital, or of another language, may begin the name of a family.
    behind = without_article(said, "fr") if said[:1].islower() else said
    words = behind.split()
    if behind != said:
        words = ordinal_first(behind)[1].split()
        written = words[0][0].islower() or words[0].isupper()
        if not (written or is_office(words[0]) or fold(words[0]) in _said_of("office_behind_article")):
            return False
    else:
        words = words[1:] if words and fold(words[0]) in _said_of("office_article") else words
        if not words or not is_post(words[0]) or fold(words[0]) in _no_offices():
            return False
    return bool(words) and _goes_on(words[0], words[1:])


def _goes_on(office: str, words: Sequence[str]) -> bool:
    """Tells whether words behind an office say more of it, and are no name: "général des services", «المجلس»."""
    if _ARABIC.match(office):
        kinds = {*short_words("body"), *short_words("unit")}
        of_body = not office.startswith("ال") and bool(words) and (words[0].startswith("ال") or fold(words[0]) in kinds)
        return of_body or (office.startswith("ال") and all(map(_OF_OFFICE.match, words)))
    return not words or fold(words[0]) in _said_of("office_goes_on") or _OF.match(" ".join(words)) is not None


def is_body(text: str) -> bool:
    """Tells whether words begin with what bodies are called, "Association B", and name neither person nor office.

    So do a few capitals that stand alone or before the name of a body: "DSI", "DSI, Direction des services".
    """
    if short := _ACRONYM.fullmatch(text.strip()):
        return not short["rest"] or is_body(short["rest"])
    if is_person(text) or is_office(text):
        return False
    words = fold(text).split()
    starts = {" ".join(words[:count]) for count in range(1, _LONGEST_WORD + 1)}
    starts |= {start.removeprefix("ال") for start in starts}
    return any(not starts.isdisjoint(short_words(kind)) for kind in ("body", "unit"))


def is_office(text: str) -> bool:
    """Tells whether words about a person begin with an office, or end with one as in English: no name stands there.

    Which of several it is, and an article, may stand before it: "1er adjoint", "L'adjointe".
    """
    return _says_what(text, _offices(), _said_of("office_last"))


@lru_cache(1 << 12)
def is_post(text: str) -> bool:
    """Tells whether words about a person are what that is, an office or no more than "membre du comité", and no name.

    They may be names of other things: "Agent conversationnel".
    """
    whole = _said_of("post"), _said_of("post_last")
    return is_office(text) or _INDEFINITE.match(text) is not None or _says_what(text, *whole)


def _says_what(text: str, first: frozenset[str], last: frozenset[str]) -> bool:
    """Tells whether a text begins with some words, behind article and ordinal too, or ends with some, as in English."""
    bare = ordinal_first(without_article(text.strip()))[1]
    for words in (fold(each).split(" ") for each in dict.fromkeys((text, bare))):
        starts = {words[0], " ".join(words[:2])}
        if not first.isdisjoint(starts | {start.removeprefix("ال") for start in starts}):
            return True
    words = fold(text).split(" ")
    ends = len(words) > 1 and "," not in text and words[-1] in last
    return ends and _said_of("office_not_last").isdisjoint(words)


@cache
def _said_of(kind: str) -> frozenset[str]:
    """Gives the folded words of one kind of the table `plan_words`."""
    return frozenset(map(fold, words_of(kind)))


@cache
def _no_offices() -> frozenset[str]:
    """Gives the words that stand before offices, and offices that are names of persons and families too."""
    return _said_of("office_article") | _said_of("office_or_name")


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(fold, words_of("office")))


def speaks_for(text: str) -> bool:
    """Tells whether words begin as those about who speaks for the body before them: "représentée par Mme Y"."""
    return _SPEAKS_FOR.match(text) is not None


def with_offices(names: Sequence[str], label: str = "") -> list[str]:
    """Puts together again what a comma parts: a person and the office, a body and who speaks for it.

    "M. X et Mme Y" are two persons.

    "Mme Z", "cheffe du service C" is one, and so is "Direction B", "représentée par Mme Y"; below a `label` that asks
    for a person, so is "X Y", "Head of Z".
    """
    found: list[str] = []
    for name in chain.from_iterable(map(each_addressed, names)):
        whole = f"{found[-1]}, {name}" if found else ""
        person = bool(found) and is_post(name) and (named_in(found[-1]).person or named_in(whole, label).person)
        if found and (person or speaks_for(name)):
            found[-1] = f"{found[-1]}, {name}"
        else:
            found.append(name)
    return found


def persons_in(text: str) -> list[str]:
    """Gives the persons whom words name and nothing else, each with the form of address; else none.

    One in the plural is that of all behind it: "MM. X, Y et Mme Z".
    """
    each = [_each_of_plural(part.strip(" ,،")) for part in each_addressed(text, commas=True)]
    bare = [_without_office(name) for names in each for name in names if len(names) == 1]
    alone = all(is_person(name) and not _AND_MORE.search(name) for name in bare)
    parts = list(chain.from_iterable(each))
    return parts if alone and len(parts) > 1 else []


@lru_cache(maxsize=1 << 12)
def joined_names(text: str) -> tuple[str, ...]:
    """Gives the persons whose bare names a word joins: "Leïla et Amal", «منى وسارة»; else none."""
    names = tuple(name.strip() for name in _JOINED.split(text.strip()))
    alone = len(names) > 1 and all(is_personal_name(name) or is_given_name(name) for name in names)
    return names if alone else ()


def _without_office(text: str) -> str:
    """Takes an office off behind a name: "Mme Z, présidente"."""
    name, office = with_office(text)
    return name if name and is_post(office) else text


def _is_of_each(behind: str) -> bool:
    """Tells whether words behind names are an office or a body that all of them have, and no other for each."""
    first, *others = _JOINED.split(behind)
    return (is_post_of_several(first) or is_body(first)) and not any(map(is_post, others))


def is_post_of_several(text: str) -> bool:
    """Tells whether words begin with what several persons are: "conseillers", «أعضاء المجلس»."""
    words = text.split(" ")
    first = re.sub("(?:e?s|x)$", "", words[0]) if len(words[0]) > _LONGEST_WORD else words[0]
    singular = (is_post(" ".join([each, *words[1:]])) for each in (words[0], words[0].removesuffix("s"), first))
    return _says_what(text, _said_of("post_of_several"), frozenset()) or any(singular)


def each_person(text: str) -> list[str]:
    """Gives the persons of a list, one between semicolons or each addressed, with what is said behind the name."""
    parts = _SEMICOLON.split(text)
    return [
        name for part in parts for name in persons_in(part) or joined_names(part) or each_addressed(part, commas=True)
    ]


def with_each_person(text: str) -> str:
    """Gives a list with a semicolon between persons that stand between two of its own, or alone: "M. X et Mme Y"."""
    parts = _SEMICOLON.split(text)
    found = [persons_in(part) for part in parts]
    return "; ".join("; ".join(names) or part for names, part in zip(found, parts, strict=True)) if any(found) else ""


def _each_of_plural(text: str) -> list[str]:
    """Gives each person behind a form of address in the plural, with that of one; other words as they are.

    An office or a body behind the last name is that of each: "MM. X et Y, conseillers"; an office of one is that of the
    last alone: "MM. X et Y, président".
    """
    address = one_of_plural(text)
    if address is None:
        return [text]
    told, between = address.rest, [found.span() for found in _JOINED.finditer(address.rest)]
    starts, stops = [0, *(end for _, end in between)], [*(start for start, _ in between), len(told)]
    names, at = [], 0
    while at < len(starts):
        lengths = (last for last in (at, at + 1) if last < len(stops) and _may_be_name(told[starts[at] : stops[last]]))
        if (last := next(lengths, None)) is None:
            break
        names.append(told[starts[at] : stops[last]].strip())
        at = last + 1
    behind = told[starts[at] :] if at < len(starts) else ""
    parted = behind and _AND_MORE.search(told[stops[at - 1] : starts[at]])
    if len(names) < _FEWEST or (behind and not (parted and _is_of_each(behind))):
        return [text]
    of_last = f", {behind}" if behind else ""
    of_others = "" if is_post(behind) and not behind.split()[0].endswith(("s", "x")) else of_last
    return [f"{address.one} {name}{of_others}" for name in names[:-1]] + [f"{address.one} {names[-1]}{of_last}"]


def _may_be_name(text: str) -> bool:
    """Tells whether words behind a form of address can be the name of a person: no body, office or other words."""
    words = text.split()
    arabic = _ARABIC.search(text) is not None
    written = len(text) == 1 or is_personal_name(text) if arabic else all(map(_NAME.fullmatch, words))
    return written and len(words) <= _LONGEST_NAME and not is_body(text) and not is_post_of_several(text)


def with_office(text: str) -> tuple[str, str]:
    """Parts a name from an office: `Mme X, vice-présidente`; words without a name are an office alone."""
    text = text.strip(" ,،–-")
    if is_post(text) or is_addressed_office(text):
        return "", text
    if bracket := _BRACKETS.search(text):
        return text[: bracket.start()], bracket[1]
    parts = re.split(r"\s*[,،]\s*|\s+[–—-]\s+", text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


@lru_cache(1 << 10)
def asks_for_person(label: str) -> bool:
    """Tells whether a label asks for a person, "Lead officer", "Responsable", and for no body: "Unité responsable"."""
    return says(label, "person_asked") and not says(label, "body_asked")


@lru_cache(maxsize=1 << 12)
def named_in(name: str, label: str = "") -> Named:
    """Parts the person from the body that a name says both of.

    Args:
        name: the words.
        label: what they answer; where it asks for a person, who has an office behind a comma is one.
    """
    if is_person(name):
        return Named("", name)
    bracket = _BRACKETS.search(name)
    if bracket is not None and is_person(bracket[1]) and name[: bracket.start()].strip():
        return Named(name[: bracket.start()].strip(), bracket[1].strip())
    parts = _SPEAKS_FOR.split(name, maxsplit=1)
    if len(parts) == 2 and parts[0].strip() and is_person(parts[1]):
        return Named(parts[0].strip(" ,،"), parts[1].strip())
    if label and asks_for_person(label) and _has_office(name):
        return Named("", name)
    return Named(name)


def _has_office(text: str) -> bool:
    """Tells whether a name as persons have it stands before an office: "X Y, Head of Z"."""
    name, office = with_office(text)
    words = name.split()
    named = len(words) > 1 and not any(word[0].islower() for word in words) and is_post(office)
    return named and not is_body(name) and not says(name, "body_asked")
