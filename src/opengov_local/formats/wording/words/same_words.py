"""Words that say to be the same as what stands above or elsewhere: "idem", a ditto mark, "Idem projet 1", «نفسه»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from opengov_local.formats.wording.headings.phrases import begins, may_begin, phrases
from opengov_local.formats.wording.words.numbering import bare_number, project_number_of
from opengov_local.importing.words import fold
from opengov_local.importing.words.folding import like_beginnings

LONGEST = 24
"""Letters of the longest of them, more or less: so quickly is told that a text says something of its own."""
_MARK = re.compile(r"[\s\-–—_]*(?:[\"″”“„〃»]|«\s*»|''|’’|´´|″)[\s\-–—_]*")
_EQUAL = re.compile(r"\s*(?:=+|[↑⇑⇧⬆]+)\s*")
"""A mark that says so where bodies stand; elsewhere it may say that nothing changed."""
_MARK_BEFORE = re.compile(r"[↑⇑⇧⬆″]")
"""A mark that says so before more; others quote a name."""
_SLASHES = re.compile(r"\s*/\s*/[\s/]*")
"""A mark that says in other columns that there is nothing, activities among them, but no project is nothing."""
_LONGEST_NAMED = 60
_SHORTEST = 2
"""Letters of an abbreviation that names begin with, too."""


@lru_cache(maxsize=1 << 12)
def is_ditto(text: str, *, titled: bool = False, named: bool = False) -> bool:
    """Tells whether a text says no more than that it is the same as the one above.

    Args:
        text: the text.
        titled: whether titles stand there.
        named: whether bodies do.
    """
    marked = _MARK.fullmatch(text) or (titled and _SLASHES.fullmatch(text)) or (named and _EQUAL.fullmatch(text))
    return bool(marked) or fold(text) in phrases("ditto")


@lru_cache(maxsize=1 << 12)
def names_another(text: str) -> bool:
    """Tells whether a text that should name bodies says that they are those above, or of another project."""
    text = text.strip()
    marked = is_ditto(text, named=True) or _MARK_BEFORE.match(text) is not None
    return marked or _begins_ditto(text) or _refers(text) or number_named(text) != ""


def _refers(text: str) -> bool:
    """Tells whether a text sends elsewhere, "Voir annexe 2"; capitals alone begin the name of a body, "SEE Fnideq"."""
    first = text.split(maxsplit=1)[0] if text else ""
    acronym = len(first) > 1 and first.isupper() and not (text.isupper() and " " in text)
    return begins("see_elsewhere", text) and not acronym


def _begins_ditto(text: str) -> bool:
    """Tells whether a text says more behind words for the same, as "Idem 2"; the "Id" of a name is none."""
    if not may_begin("ditto", text):
        return False
    folded = fold(text)
    return any(folded.startswith(f"{phrase} ") for phrase in phrases("ditto") if len(phrase) > _SHORTEST)


def is_doubtful(text: str) -> bool:
    """Tells whether a text that is no title says "the same as above" to some, and to others that there is nothing."""
    return _SLASHES.fullmatch(text) is not None


@lru_cache(maxsize=1 << 12)
def number_named(text: str) -> str:
    """Gives the number of the project that a text says to be the same as: "Idem projet 1", «نفس المشروع 1»; or ""."""
    if not text[-1:].isdecimal() or len(text) > _LONGEST_NAMED:
        return ""
    words = text.split()
    said = next((at for at in range(len(words) - 1, 0, -1) if _sends(" ".join(words[:at]))), 0)
    rest = [word for word in words[said:] if fold(word) not in phrases("ditto_joint")] if said else []
    named = " ".join(rest)
    return bare_number(named, "project_word") or (named if project_number_of(named) else "")


def _sends(text: str) -> bool:
    """Tells whether words before the number of a project send to it: "Idem", "Voir"."""
    return is_ditto(text) or fold(text) in phrases("see_elsewhere")


def may_name_number(values: Iterable[object], begun: Iterable[str]) -> bool:
    """Tells quickly whether one of some cells, whose texts begin so, may say to be the same as a numbered project."""
    starts = {start for start in begun if start[:1].isspace() or _begun().match(start)}
    told = [value for value in values if isinstance(value, str) and value[:4] in starts] if starts else []
    return bool(told) and _sending().search(f"\0{chr(0).join(told)}\0") is not None


@cache
def _begun() -> re.Pattern[str]:
    return like_beginnings((*phrases("ditto"), *phrases("see_elsewhere")))


@cache
def _sending() -> re.Pattern[str]:
    return re.compile(rf"\0\s*+(?:{_begun().pattern})[^\0\s]*+\s[^\0]*\d\s*\0")
