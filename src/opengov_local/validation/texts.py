"""The texts of a package that rules should look at closely: found in one quick pass, with their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from opengov_local.model.matching import holds
from opengov_local.model.prose import unspoken_in
from opengov_local.model.walk import Held, Path, Survey
from opengov_local.privacy.contacts import MAYBE_CONTACT
from opengov_local.validation.iso_codes import iso_codes
from opengov_local.validation.rules.register import Context

LETTERS = {
    "Arab": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "Tfng": "\u2d30-\u2d7f",
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hebr": "\u05d0-\u05f2",
    "Armn": "\u0531-\u0587",
    "Geor": "\u10a0-\u10ff",
}
"""The letters of the scripts that a language is judged by, as parts of a character class."""

_ODD = (
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd"
    "\ue000-\uf8ff\ufb50-\ufd3d\ufd40-\ufdf1\ufdf3-\ufdf9\ufdfb\ufdfc\ufe70-\ufefc\U000e0000-\U000e007f@\ufe6b\uff20ÂÃØÙÛ€"
)
_MARKS = r"[?]{2}|</?[A-Za-z]|&[#A-Za-z]"
ODD = re.compile(f"[{_ODD}]|{_MARKS}")
"""What is none of plain text, or may be part of what is none."""
_SCRIPTS = {script: re.compile(f"[{letters}]+") for script, letters in LETTERS.items()}


class Doubtful(NamedTuple):
    """A text that a rule may have something to say about.

    Attributes:
        path: where it stands, from the root.
        language: the language it stands under; None where it is a line without one.
        text: the text.
        running: whether people say something in it; not so in an official number.
    """

    path: Path
    language: str | None
    text: str
    running: bool = True


@cache
def script_of(language: str) -> str | None:
    """Gives the script that texts under a language tag should be in; None where several would do."""
    for part in language.split("-")[1:]:
        if len(part) == 4 and part.istitle():
            return part if part in LETTERS else None
    known = iso_codes("language").get(language.partition("-")[0])
    return known.script or None if known else None


def count_letters(text: str, script: str) -> int:
    """Counts the letters of a script in a text."""
    return sum(map(len, _SCRIPTS[script].findall(text)))


def doubtful(context: Context) -> list[Doubtful]:
    """Finds the texts that may be in another script than their language, or hold more than letters; see `Doubtful`.

    The texts of each language are searched as one, since nearly all of them are plain.
    """
    survey = context.index.survey
    found = [one for language, texts in survey.by_language.items() for one in _found(language, texts, survey)]
    return [*found, *_found(None, [line for line, *_ in survey.lines], survey)]


def some_are_doubtful(context: Context) -> bool:
    """Tells whether there is any such text."""
    return bool(context.once(doubtful))


def _found(language: str | None, texts: list[str], survey: Survey) -> Iterator[Doubtful]:
    is_doubtful = _doubt(language)
    if not is_doubtful("\n".join(texts)):
        return
    held: Sequence[Held[Any]] = survey.lines if language is None else with_language(language, survey)
    for one, text in zip(held, texts, strict=True):
        if is_doubtful(text):
            _, node, name, _ = one
            yield Doubtful(
                path_of(one, language), language, text, language is not None or name not in unspoken_in(node.kind)
            )


def with_language(language: str, survey: Survey) -> list[Held[dict[str, str]]]:
    """Gives the texts by language that are said in one of them, in the order of the walk."""
    return [held for held in survey.maps if language in held[0]]


def path_of(held: Held[Any], language: str | None) -> Path:
    """Writes the path of a text from the root."""
    _, node, name, at = held
    path = (*node.path, name) if at is None else (*node.path, name, at)
    return path if language is None else (*path, language)


@cache
def _doubt(language: str | None) -> Callable[[str], bool]:
    """Gives what tells whether a text of a language is doubtful; None for lines without a language."""
    script = script_of(language) if language else None
    if language == "und":
        return _telling("Latn")
    if script is None:
        return _telling(*LETTERS)
    return _telling(script, "Latn", more="" if script == "Latn" else "a-z")


def _telling(*scripts: str, more: str = "") -> Callable[[str], bool]:
    """Gives what finds a character that is none of plain text, a letter of another script than some, or a number."""
    foreign = more + "".join(letters for script, letters in LETTERS.items() if script not in scripts)
    return holds(f"[{_ODD}{foreign}]|{_MARKS}|{MAYBE_CONTACT}")
