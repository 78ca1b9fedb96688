"""What a commitment says that StratML has no element for: one behind the other in OtherInformation, each titled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from opengov_local.messages.catalogue import LANGUAGES
from opengov_local.messages.labels import label

FIELDS: Final = (
    "problem",
    "causes",
    "status_quo",
    "action",
    "solution_path",
    "objectives",
    "expected_results",
    "long_term_goal",
    "participation",
    "governance",
    "priority",
)
"""The texts of a commitment that stand there, in this order; what has no title there is additional information."""
ADDITIONAL: Final = "additional_information"


def joined(texts: Mapping[str, str], language: str) -> str:
    """Writes texts by field as one: additional information first, each other one behind its title, `[Problem]`.

    Args:
        texts: the texts; an empty one is left away.
        language: language of the titles.
    """
    titled = [f"[{_titles(language)[field]}] {texts[field]}" for field in FIELDS if texts.get(field)]
    return " ".join(filter(None, (texts.get(ADDITIONAL), *titled)))


def parted(text: str) -> Iterator[tuple[str, str]]:
    """Parts a text at such titles, in any language: field and words; each field once, the rest is additional.

    Args:
        text: the text as one line.
    """
    field, start = ADDITIONAL, 0
    seen = {ADDITIONAL}
    for title in _pattern().finditer(text):
        found = _fields()[title[1]]
        if found in seen:
            continue
        seen.add(found)
        if words := text[start : title.start()].strip():
            yield field, words
        field, start = found, title.end()
    if words := text[start:].strip():
        yield field, words


@cache
def _titles(language: str) -> Mapping[str, str]:
    return {field: label("Commitment", field, language) for field in FIELDS}


@cache
def _fields() -> Mapping[str, str]:
    return {title: field for language in LANGUAGES for field, title in _titles(language).items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=\s))\[({'|'.join(map(re.escape, _fields()))})\]\s")
