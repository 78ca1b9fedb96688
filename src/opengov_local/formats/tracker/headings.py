"""The headings of tables of updates, in several languages, with the language a heading says its cells are in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from opengov_local.formats.tracker.either import names_either, names_same
from opengov_local.formats.wording.headings.report_words import report_words
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.words import fold
from opengov_local.importing.words.tables import any_of, short_words, written
from opengov_local.resources import rows_of

_SHORT = 3
"""Letters of the longest tag: names of languages have more."""


class Heading(NamedTuple):
    """What a column of updates holds.

    Attributes:
        field: name of the field.
        heading: the words of the heading.
        language: language of its cells, where the heading says it.
        spoken: language of the heading itself.
    """

    field: str
    heading: str
    language: str | None
    spoken: str


@cache
def _fields() -> Mapping[str, tuple[str, str]]:
    rows = rows_of(__package__, "headings.csv")
    return {fold(row["heading"]) or row["heading"]: (row["field"], row["language"]) for row in rows}


_OF_TABLES: Mapping[str, str] = {
    "commitment.number": "commitment",
    "commitment.title": "commitment",
    "commitment.identifier": "commitment",
    "milestone.number": "milestone",
    "milestone.title": "milestone",
    "indicator": "indicator",
    "indicator.value": "value",
    "status": "status",
    "progress": "progress",
    "evidence": "evidence",
    "update.date": "date",
    "update.period": "period",
    "update.text": "text",
    "update.challenges": "challenges",
    "update.next_steps": "next_steps",
}
"""What targets of tables of plans are called here."""
_SAID = frozenset({"text", "challenges", "next_steps"})
_OBJECTS = frozenset({"commitment", "milestone", "indicator"})


@cache
def _of_any_object() -> Mapping[str, str]:
    """Gives the headings of numbers and titles that do not say of what they are, with their language."""
    found: dict[str, str] = {}
    for row in rows_of(__package__, "any_object.csv"):
        key = fold(row["heading"])
        found[key] = row["language"] if found.get(key, row["language"]) == row["language"] else ""
    return found


def heading_of(text: str, own: Mapping[tuple[str, str], str], *, also_of_plans: bool = False) -> Heading | None:
    """Tells what a heading means, exact after folding; None where the table does not have it.

    Args:
        text: the heading.
        own: a council's own words, kind `heading`.
        also_of_plans: whether headings that tables of plans and reports on them have are known too.
    """
    words = " ".join(text.split())
    for name, language in ((words, None), _without_language(words)):
        known = _fields().get(fold(name) or name)
        if mine := own.get(("heading", fold(name))):
            return Heading(mine, words, language, known[1] if known else "")
        if known:
            return Heading(known[0], words, language, known[1])
    return _of_plans(words) if also_of_plans else None


def _of_plans(words: str) -> Heading | None:
    """Tells what a heading means in tables of plans and of reports on them; "Code" names objects of any kind."""
    if (language := _of_any_object().get(fold(words))) is not None:
        return Heading("target", words, None, language)
    if names_either(words, _object_of):
        return Heading("target", words, None, "")
    if same := names_same(words, _said_of):
        return Heading(same, words, None, "")
    found = surely(words)
    target = report_words().get(("heading", fold(words))) or (found.target if found and not found.year else "")
    if target not in _OF_TABLES:
        return None
    spoken = next(iter(found.languages)) if found and len(found.languages) == 1 else ""
    return Heading(_OF_TABLES[target], words, found.text_language if found else None, spoken)


def _object_of(words: str) -> str:
    """Gives the kind of object that a heading names, "" for any other."""
    known = _fields().get(fold(words) or words)
    found = surely(words)
    field = known[0] if known else _OF_TABLES.get(found.target if found else "", "")
    return field if field in _OBJECTS else ""


def _said_of(words: str) -> str:
    """Gives what a heading says of an object in words: what was done, or what stands in the way; "" for any other."""
    found = heading_of(words, {}, also_of_plans=True)
    return found.field if found is not None and found.field in _SAID else ""


@cache
def _language() -> re.Pattern[str]:
    tags, names = (
        short_words("language_name").values(),
        (name for name in written("language_name") if len(name) > _SHORT),
    )
    return re.compile(
        rf"[\s_/-]*[(\[]?\s*(?P<tag>(?:\b|(?<=_))(?:{any_of(tags)})|{any_of(names)})\s*[)\]]?\s*$", re.IGNORECASE
    )


def _without_language(words: str) -> tuple[str, str | None]:
    found = _language().search(words)
    if not found or not found.start():
        return words, None
    return words[: found.start()].rstrip(" _-/("), short_words("language_name")[fold(found["tag"])]
