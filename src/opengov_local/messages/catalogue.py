"""The catalogues of messages, one JSON file a language."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final, TypedDict, cast

LANGUAGES: Final = ("ar", "fr", "en")
"""The languages of the messages."""


class Message(TypedDict):
    """The words of one code of finding."""

    title: str
    text: str
    advice: str


class Catalogue(TypedDict):
    """One catalogue.

    Attributes:
        reviewed: whether a speaker of the language has reviewed it.
        codes: message by code.
        tools: text by code of an error of the tool.
        ui: words around the findings; where a number decides the form, the forms by CLDR plural category.
        words: words for values of parameters, by group and value.
    """

    reviewed: bool
    codes: dict[str, Message]
    tools: dict[str, str]
    ui: dict[str, str | dict[str, str]]
    words: dict[str, dict[str, str]]


@cache
def catalogue(language: str) -> Catalogue:
    """Gives the catalogue of a language, read on first use and kept; do not change it.

    Raises:
        ValueError: there are no messages in that language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no messages in the language {language!r}; there are {', '.join(LANGUAGES)}")
    text = files(__package__).joinpath(f"{language}.json").read_text(encoding="utf-8")
    return cast(Catalogue, json.loads(text))
