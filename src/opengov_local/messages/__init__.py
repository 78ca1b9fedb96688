"""What is said to people, in Arabic, French and English: findings, advice, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from opengov_local.finding import Finding, Location, Parameter
from opengov_local.messages.catalogue import LANGUAGES, catalogue
from opengov_local.messages.numbers import write_number
from opengov_local.messages.parameters import escaped, fill, isolated, joined, shown, shown_whole
from opengov_local.messages.plurals import category

__all__ = [
    "LANGUAGES", "advice", "codes", "escaped", "guide", "isolated", "joined", "meaning", "place", "plural", "render",
    "title", "trouble", "ui", "word",
]  # fmt: skip

_CUT_BEFORE_STOP: Final = re.compile("(…\u2069?)\\.(?= |$)")
"""A list that was cut at the end of a sentence: its ellipsis is the stop, too."""


def render(finding: Finding, language: str) -> str:
    """Says what is wrong, in one sentence, and what was probably meant.

    Args:
        finding: the finding; its code alone is said when the catalogue does not have it.
        language: one of `LANGUAGES`.

    Raises:
        ValueError: there are no messages in that language.
    """
    message = catalogue(language)["codes"].get(finding.code)
    if message is None:
        return finding.code
    text = _CUT_BEFORE_STOP.sub("\\1", _filled(message["text"], finding, language))
    if finding.params.get("suggestion"):
        words = catalogue(language)["ui"]["suggestion"]
        text += " " + _filled(str(words), finding, language)
    return text


def advice(finding: Finding, language: str) -> str:
    """Says what to do about a finding; "" when the catalogue does not have its code.

    Raises:
        ValueError: there are no messages in that language.
    """
    message = catalogue(language)["codes"].get(finding.code)
    return _filled(message["advice"], finding, language) if message else ""


def title(code: str, language: str) -> str:
    """Names what a code stands for; gives the code itself when the catalogue does not have it.

    Raises:
        ValueError: there are no messages in that language.
    """
    message = catalogue(language)["codes"].get(code)
    return message["title"] if message else code


def meaning(code: str, language: str) -> str:
    """Says what a code stands for in general, with an ellipsis for what a finding would name.

    Raises:
        ValueError: there are no messages in that language.
    """
    message = catalogue(language)["codes"].get(code)
    return fill(message["text"], lambda _: "…") if message else code


def guide(code: str, language: str) -> str:
    """Says what to do about a code in general: its advice, with an ellipsis for what a finding would name.

    Raises:
        ValueError: there are no messages in that language.
    """
    message = catalogue(language)["codes"].get(code)
    return fill(message["advice"], lambda _: "…") if message else code


def codes() -> tuple[str, ...]:
    """Lists the codes of all findings that can be made."""
    return tuple(catalogue("en")["codes"])


def trouble(code: str, params: Mapping[str, Parameter], language: str) -> str:
    """Says what the tool could not do, and the next step.

    Args:
        code: code of the error; it alone is said when the catalogue does not have it.
        params: what the error names.
        language: one of `LANGUAGES`.

    Raises:
        ValueError: there are no messages in that language.
    """
    words = catalogue(language)
    text = fill(words["tools"].get(code, code), lambda name: shown_whole(code, name, params, language))
    if "suggestion" in params:
        asked = str(words["ui"]["suggestion"])
        text += " " + fill(asked, lambda name: shown_whole(code, name, params, language))
    return text


def ui(key: str, language: str, **params: object) -> str:
    """Gives words that stand around findings: headings, verdicts, hints of the command line.

    Args:
        key: a key of `ui` in the catalogue.
        language: one of `LANGUAGES`.
        **params: what the words need; it is escaped and isolated like the parameters of findings, but never cut.

    Raises:
        ValueError: there are no messages in that language.
        KeyError: no such words, or one of their parameters is not given.
        TypeError: the words depend on a number: ask `plural`.
    """
    words = catalogue(language)["ui"][key]
    if not isinstance(words, str):
        raise TypeError(f"the words {key!r} depend on a number; ask plural()")
    return fill(words, lambda name: isolated(str(params[name]), language))


def word(group: str, value: str, language: str) -> str:
    """Gives the word for a value of a closed group of `words`, such as a severity; the value itself without one.

    Raises:
        ValueError: there are no messages in that language.
        KeyError: there is no such group.
    """
    return catalogue(language)["words"][group].get(value, value)


def place(location: Location, language: str) -> str:
    """Says where something stands in its source: line and column, sheet and cell, paragraph; "" where nobody knows.

    Raises:
        ValueError: there are no messages in that language.
    """
    if location.line is not None and location.cell is None:
        return ui("place", language, line=location.line, column=location.column or 1)
    if location.paragraph is not None:
        return ui("place-paragraph", language, paragraph=location.paragraph)
    if location.cell is None:
        return ""
    if location.table is not None:
        return ui("place-table", language, table=location.table, cell=location.cell)
    if location.sheet is not None:
        return ui("place-sheet", language, sheet=location.sheet, cell=location.cell)
    return ui("place-cell", language, cell=location.cell)


def plural(key: str, n: int, language: str) -> str:
    """Gives a counted thing, such as "3 errors".

    Args:
        key: a key of `ui` in the catalogue that has plural forms.
        n: how many, 0 or more.
        language: one of `LANGUAGES`.

    Raises:
        ValueError: there are no messages in that language.
        KeyError: no such words.
        TypeError: the words do not depend on a number: ask `ui`.
    """
    forms = catalogue(language)["ui"][key]
    if isinstance(forms, str):
        raise TypeError(f"the words {key!r} do not depend on a number; ask ui()")
    return fill(forms[category(n, language)], {"n": write_number(n, language)}.__getitem__)


def _filled(template: str, finding: Finding, language: str) -> str:
    def show(name: str) -> str:
        said = shown(finding.code, name, finding.params, language)
        other = place(finding.related, language) if finding.related and name == "first" else ""
        return f"{said} ({other})" if other else said

    return fill(template, show)
