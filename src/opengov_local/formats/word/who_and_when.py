"""Who does a step and by when, in brackets behind its title: "(secrétaire général, mars 2026)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from opengov_local.formats.word.persons_named import is_office, is_person, with_offices
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold, read_list
from opengov_local.importing.words.tables import short_words

_BRACKETS = re.compile(r"(?P<title>.+\S)\s*[(\[](?P<said>[^()\[\]]{6,120})[)\]]\s*[.;،؛]?\s*$", re.DOTALL)
_BETWEEN = re.compile(r"\s*[,،;؛–—]\s*|\s+-\s+|\s*[:：]\s+")
_FEWEST, _MOST_WORDS = 2, 4
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_ARTICLE = re.compile(r"^(?:le |la |les |l['’]|the |el |los |las |ال)", re.IGNORECASE)


class WhoAndWhen(NamedTuple):
    """A title, who does it, and the words for when."""

    title: str
    who: str
    when: str


def tell_who(texts: Iterable[str]) -> bool:
    """Tells whether the brackets with a time behind the lines of a document name who does it: most of them surely do.

    Then the others do, too: "(moqaddems, juin 2026)", beside "(service technique, mai 2026)".
    """
    short = [found for text in texts if (found := who_and_when(text, always=True)) is not None]
    sure = sum(names_somebody(found.who) for found in short)
    return sure >= _FEWEST and 2 * sure >= len(short)


def who_and_when(text: str, *, always: bool = False) -> WhoAndWhen | None:
    """Parts from a title the brackets that name who does it and when; None where they do not say both for sure.

    Args:
        text: the title.
        always: whether any short words beside a time say who does it, as in the rest of the document.
    """
    found = _BRACKETS.match(text)
    marks = list(_BETWEEN.finditer(found["said"])) if found else []
    if found is None or not marks:
        return None
    said = found["said"]
    last, first = marks[-1], marks[0]
    for who, when in ((said[: last.start()], said[last.end() :]), (said[first.end() :], said[: first.start()])):
        if (
            when.strip()
            and read_date(when.strip()) is not None
            and (names_somebody(who) or (always and _is_short(who)))
        ):
            return WhoAndWhen(found["title"], who.strip(), when.strip())
    return None


def _is_short(who: str) -> bool:
    return len(who.split()) <= _MOST_WORDS and not any(map(str.isdigit, who))


def names_somebody(text: str) -> bool:
    """Tells whether words are names of persons, offices or bodies, and nothing else."""
    names = with_offices(read_list(text).items)
    return bool(names) and all(map(_is_somebody, names))


def _is_somebody(name: str) -> bool:
    bare = _ARTICLE.sub("", name.strip())
    first = fold(bare.split(maxsplit=1)[0]) if bare.split() else ""
    return (
        is_person(name)
        or any(map(is_office, (name, bare)))
        or _ACRONYM.fullmatch(name) is not None
        or any(first in short_words(kind) for kind in ("body", "unit"))
    )
