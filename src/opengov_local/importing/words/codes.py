"""Names of codes: a cell that names entries of a code list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

from opengov_local import codelists
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.tables import AND, NO_WORDS, OwnWords, rows

_SEPARATOR = re.compile(r"[\n\r\v\f\u2028\u2029;؛|,،•▪\uf0b7]|\s[-–/*]\s|^\s*[-–*]\s")
_AND = re.compile(rf"\s(?:{AND}|&)\s|\sو(?=ال)", re.IGNORECASE)
_AND_FIRST = re.compile(rf"(?:{AND}|&)\s+|و(?=ال)", re.IGNORECASE)
_MOST_PARTS: Final = 8
"""Parts that one name may have: “Paix, justice et institutions efficaces” has two."""
_LONGEST_NAME: Final = 120
_ENDS = " \t\u00a0.:"


@dataclass(frozen=True, slots=True)
class CodesReading:
    """The entries of a code list that a cell names.

    Attributes:
        codes: each once, in the order of the text.
        rest: what names no entry, as written.
        notes: the same as findings, each with the nearest entry, if one is near.
    """

    codes: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def read_codes(text: str, list_name: str, *, words: OwnWords = NO_WORDS) -> CodesReading:
    """Reads names of entries of a code list, in any of its languages or in Spanish, or their codes.

    A name must stand there whole; names that hold commas are found all the same, for the longest is taken whose parts
    are not all names themselves.

    Args:
        text: the text of a cell: one name, or several parted by lines, semicolons, commas, bars, bullets or “and”.
        list_name: name of the code list.
        words: a council's own words, kind: name of the list.

    Raises:
        KeyError: there is no such list.
    """
    found: dict[str, None] = {}
    rest: list[str] = []
    for code, part in _longest_names(text, list_name, words):
        if code:
            found[code] = None
        else:
            rest.append(part)
    return CodesReading(tuple(found), tuple(rest), tuple(_unknown(part, list_name) for part in rest))


def code_of_name(name: str, list_name: str, *, words: OwnWords = NO_WORDS) -> str | None:
    """Gives the code that a name stands for, exactly but for its folding; None for a name that several share."""
    folded = fold(name)
    own = words.get((list_name, folded))
    return own or _names(list_name).get(folded)


def code_of_answer(criterion: str, text: str, *, words: OwnWords = NO_WORDS) -> str | None:
    """Gives the code of an answer of an assessment by its word in any language, among those of one criterion only."""
    folded = fold(text)
    return words.get(("assessment_answer", folded)) or _answers(criterion).get(folded)


@cache
def _answers(criterion: str) -> Mapping[str, str]:
    """Gives the answers of one criterion by their folded names."""
    return {
        fold(name): entry.code
        for entry in codelists.get("assessment_answer")
        if entry.parent == criterion
        for name in (*entry.labels.values(), *entry.other_names)
    }


def _longest_names(text: str, list_name: str, words: OwnWords) -> Iterator[tuple[str | None, str]]:
    spans = list(_spans(text))
    alone = [code_of_name(text[start:end], list_name, words=words) for start, end in spans]
    start = 0
    while start < len(spans):
        for end in range(min(len(spans), start + _MOST_PARTS), start, -1):
            part = text[spans[start][0] : spans[end - 1][1]]
            if end > start + 1 and all(alone[start:end]):
                continue  # several names, even where together they are the words of another: open data; education
            if code := code_of_name(part, list_name, words=words):
                yield code, part
                break
        else:
            end = start + 1
            part = text[spans[start][0] : spans[start][1]]
            yield from _joined_by_and(part, list_name, words)
        start = end


def _joined_by_and(part: str, list_name: str, words: OwnWords) -> Iterator[tuple[str | None, str]]:
    """Parts “Transparence et participation citoyenne” if every part is a name; else the whole is none.

    The last of a list may begin with that word, "…, et redevabilité"; a name may have it, "technologie et innovation".
    """
    found = _known_parts(_AND_FIRST.sub("", part, count=1) if _AND_FIRST.match(part) else part, list_name, words)
    yield from found or [(None, part)]


def _known_parts(text: str, list_name: str, words: OwnWords) -> list[tuple[str | None, str]]:
    """Gives the names that a text joins, the longest first; none where some of it is no name."""
    if code := code_of_name(text, list_name, words=words):
        return [(code, text)]
    for joint in reversed(list(_AND.finditer(text))[:_MOST_PARTS]):
        first = text[: joint.start()].strip(_ENDS)
        code = code_of_name(first, list_name, words=words)
        if code and (rest := _known_parts(text[joint.end() :].strip(_ENDS), list_name, words)):
            return [(code, first), *rest]
    return []


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Gives where the parts of a text stand, without the white space around them."""
    places = [0, *(place for found in _SEPARATOR.finditer(text) for place in found.span()), len(text)]
    for start, end in zip(places[::2], places[1::2], strict=True):
        part = text[start:end]
        if bare := part.strip(_ENDS):
            first = start + part.index(bare)
            yield first, first + len(bare)


@lru_cache(maxsize=1024)
def nearest_name(text: str, list_name: str) -> str:
    """Gives the name in a code list that is nearest to a text, for a hint; "" where none is near."""
    known = codelists.get(list_name)
    nearest = known.closest(text) if len(text) <= _LONGEST_NAME else None
    if nearest is None:
        return ""
    labels = known[nearest].labels.values()
    return max(labels, key=lambda label: SequenceMatcher(None, label.casefold(), text.casefold()).ratio())


def _unknown(part: str, list_name: str) -> Note:
    return note("import/code-unknown", list=list_name, text=part, suggestion=nearest_name(part, list_name))


@cache
def _names(list_name: str) -> Mapping[str, str]:
    """Gives the code of every folded name of a list; a name that several share stands for none."""
    owners: dict[str, set[str]] = {}
    for entry in codelists.get(list_name):
        for name in (*entry.labels.values(), *entry.other_names):
            for spelling in (name, name.replace("&", "and")):
                owners.setdefault(fold(spelling), set()).add(entry.code)
    for row in rows("code_words"):
        if row["list"] == list_name:
            owners.setdefault(fold(row["word"]), set()).add(row["code"])
    names = {name: min(codes) for name, codes in owners.items() if len(codes) == 1 and name}
    return names | {fold(code): code for code in codelists.get(list_name).codes}
