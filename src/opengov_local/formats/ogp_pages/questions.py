"""The questions and labels of OGP's commitment templates (2011 to 2022) as patterns, made from their table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from opengov_local.formats.ogp_pages.tables import rows


class Question(NamedTuple):
    """A question or label of the templates.

    Attributes:
        field: what it asks for.
        language: its language.
        where: where it may stand: anywhere, at the beginning of a line, there as a label, or there before a colon.
        shape: how it is asked, as a pattern in small letters; where it stands anywhere, without the number before it.
    """

    field: str
    language: str
    where: str
    shape: str


_NUMBER: Final = r"\d{1,2}\s*[.)]\s*"
_BEGIN: Final = {"line": r"^[ \t•●-]*", "colon": r"^[ \t•●-]*", "label": r"(?:^[ \t•●-]*|(?<=[.;!?)]\s))"}
_REST: Final = r"(?P<rest>[ \t]*(?:\([^)\n]{0,160}\)|\|[^\n]*)?[ \t]*[:：]?)"


@cache
def questions() -> tuple[tuple[str, Question], ...]:
    """Gives the questions, each with words that stand wherever it is asked; with each of several, where one must.

    Most texts have none of the words, and need no closer look.
    """
    asked = [(row["pattern"], _question(row)) for row in rows("sections") if row["where"] != "colon"]
    return tuple((words, question) for pattern, question in asked for words in _words(pattern))


@cache
def before_colons() -> tuple[Question, ...]:
    """Gives everyday words that are labels only before a colon or alone on a line, and only several together."""
    return tuple(_question(row) for row in rows("sections") if row["where"] == "colon")


def _question(row: Mapping[str, str]) -> Question:
    asked = row["pattern"].replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "['’]")
    begin = _BEGIN.get(row["where"])
    shape = rf"{begin}(?:{_NUMBER})?(?P<label>\b{asked}\b){_REST}" if begin else rf"(?P<label>{asked})[ \t]*:?"
    return Question(row["field"], row["language"], row["where"], shape)


@cache
def everyday() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Makes one pattern of all such labels before a colon, and one alone: most texts have none of them."""
    shapes = "|".join(question.shape.partition(_REST)[0].replace("?P<label>", "?:") for question in before_colons())
    before_colon = re.compile(rf"(?:{shapes})[ \t]*(?:\([^)\n]{{0,160}}\))?[ \t]*[:：]", re.MULTILINE)
    return before_colon, re.compile(rf"(?:{shapes})[ \t\r]*")


@cache
def compiled(shape: str) -> re.Pattern[str]:
    """Makes the pattern of a question when a text may ask it: most are never asked."""
    return re.compile(shape, re.MULTILINE)


def _words(pattern: str) -> tuple[str, ...]:
    """Gives words of which one, at the least, is in all that a pattern of the table matches."""
    outside = pattern
    while (bare := _GROUP.sub("\n", outside)) != outside:
        outside = bare
    if word := _longest(outside):
        return (word,)
    return tuple(map(_longest, _GROUP.findall(pattern)[0].strip("()").split("|")))


def _longest(pattern: str) -> str:
    """Gives the longest plain words in a pattern without groups; "" where there are none."""
    return max(_LETTERS.findall(_UNSURE.sub("\n", pattern)), key=len, default="")


_GROUP: Final = re.compile(r"\([^()]*\)[?*+]?")
_UNSURE: Final = re.compile(r"\\.|\[[^\]]*\]|\{[^}]*\}|.[?*]")
_LETTERS: Final = re.compile("[a-z]+(?: [a-z]+)*")
