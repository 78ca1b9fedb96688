"""The catalogues of messages, one JSON file a language, and the packaged tables that name fields and codes."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from importlib.resources import files
from typing import Final, TypedDict, cast

LANGUAGES: Final = ("ar", "fr", "en")
"""The languages of the messages."""

_FIELDS = "schema/labels.csv"
_CODES = "codelists/data/{}.csv"


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
        ui: words around the findings; where a number decides the form, the forms by CLDR plural category.
        words: words for values of parameters, by group and value.
    """

    reviewed: bool
    codes: dict[str, Message]
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


@cache
def _table(path: str, *keys: str) -> dict[tuple[str, ...], dict[str, str]]:
    """Reads a packaged table as data, its rows by the values of some columns."""
    text = files("opengov_local").joinpath(path).read_text(encoding="utf-8")
    return {tuple(row[key] for key in keys): row for row in csv.DictReader(io.StringIO(text, newline=""))}


def field_label(concept: str, field: str, language: str) -> str | None:
    """Gives the title of a field, or of a concept (then `field` is ""); None in English and for unknown ones."""
    rows = _table(_FIELDS, "concept", "field")
    row = rows.get((concept, field)) or rows.get(("", field)) or {}
    return row.get(language)


def code_label(name: str, code: str, language: str) -> str | None:
    """Gives the label of a code of the code list `name`; None when the list has no such code."""
    return _table(_CODES.format(name), "code").get((code,), {}).get(f"label_{language}")


def list_title(name: str, language: str) -> str | None:
    """Gives the title of a code list; None when there is no such list."""
    return _table(_CODES.format("index"), "name").get((name,), {}).get(f"title_{language}")
