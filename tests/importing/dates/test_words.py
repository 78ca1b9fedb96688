"""The tables of words: no word means two things, every row tells its source, and CLDR's months are all read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from opengov_local.codelists import get
from opengov_local.importing.dates import read_date
from opengov_local.importing.dates.folding import fold
from opengov_local.importing.dates.words import LANGUAGES, rows

babel = pytest.importorskip("babel")

LOCALES = ("ar", "ar_MA", "ar_DZ", "ar_TN", "ar_LB", "ar_EG", "fr", "fr_MA", "en", "es", "zgh", "tzm")
REFUSED = {"jui."}
"""CLDR's short June of Morocco: people would write it for July as well."""


def cldr() -> Iterator[tuple[str, str, int]]:
    for name in LOCALES:
        locale = babel.Locale.parse(name)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, word in locale.months[context][width].items():
                    yield name, word, month


@pytest.mark.parametrize(("locale", "word", "month"), sorted(set(cldr())))
def test_month_of_cldr(locale: str, word: str, month: int) -> None:
    reading = read_date(f"15 {word} 2024")
    assert (reading and reading.start) == (None if word in REFUSED else f"2024-{month:02}-15")


@pytest.mark.parametrize("locale", ["ar_MA", "fr", "en", "es", "zgh"])
def test_weekdays_of_cldr(locale: str) -> None:
    for weekday, name in babel.Locale.parse(locale).days["format"]["wide"].items():
        reading = read_date(f"{name} {weekday + 1} janvier 2024")
        assert reading is not None
        assert reading.notes == ()


def test_no_word_means_two_things() -> None:
    meanings = defaultdict(set)
    for language in LANGUAGES:
        for row in rows(language):
            if row["kind"] != "suffix":
                meanings[fold(row["word"])[0].removesuffix(".")].add((row["kind"], row["value"]))
    assert {word: each for word, each in meanings.items() if len(each) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_whole(language: str) -> None:
    table = rows(language)
    assert all(row["word"] and row["kind"] and row["source"] for row in table)
    assert len({fold(row["word"])[0] for row in table}) == len(table)


def test_parts_and_hedges_are_codes_of_the_list() -> None:
    words = [row for language in LANGUAGES for row in rows(language)]
    said = {row["value"] for row in words if row["kind"] == "part"}
    said |= {row["kind"] for row in words if row["kind"] in {"circa", "expected", "before", "after"}}
    known = {code.code for code in get("date_qualifier")}
    assert said <= known
