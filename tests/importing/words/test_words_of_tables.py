"""Words of tables in patterns: their alternatives, the article before a name, the words before a helper."""

from __future__ import annotations

import re

import pytest

from opengov_local.formats.wording.words.helped_by import helped_by
from opengov_local.importing.dates.words import weekdays, years
from opengov_local.importing.words.articles import without_article
from opengov_local.importing.words.tables import any_of


@pytest.mark.parametrize("text", ["à l'aide de", "à  l’aide\nde", "إجتمع", "اجتمع"])
def test_alternatives_pass_over_spaces_apostrophes_and_hamza(text: str) -> None:
    assert re.fullmatch(any_of(["à l'aide de", "اجتمع"]), text)


def test_the_longest_alternative_is_taken() -> None:
    found = re.match(any_of(["en", "en date du"]), "en date du 3 mai")
    assert found is not None
    assert found[0] == "en date du"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("la commune", None, "commune"),
        ("l’ADD", "fr", "ADD"),
        ("los vecinos", None, "vecinos"),
        ("el Idrissi", "fr", "el Idrissi"),
        ("Lahcen", None, "Lahcen"),
    ],
)
def test_the_article_is_taken_off(text: str, language: str | None, name: str) -> None:
    assert without_article(text, language) == name


@pytest.mark.parametrize("day", ["mercredi", "Thursday", "miércoles", "الإثنين", "الاربعاء"])
def test_days_of_the_week_are_those_of_the_tables(day: str) -> None:
    assert re.fullmatch(weekdays(), day, re.IGNORECASE)


@pytest.mark.parametrize("word", ["exercice", "year", "año", "سنة"])
def test_words_before_years_are_those_of_the_tables(word: str) -> None:
    assert re.fullmatch(years(), word)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("DSI en étroite coordination avec le conseil", ("DSI", "conseil")),
        ("DSI avec l’appui technique d'Enabel", ("DSI", "Enabel")),
        ("DSI en lien avec la région", ("DSI", "région")),
        ("القسم بالتنسيق مع العمالة", ("القسم", "العمالة")),
        ("Service des relations avec les associations", None),
    ],
)
def test_helpers_stand_behind_words_of_the_table(text: str, parted: tuple[str, str] | None) -> None:
    assert helped_by(text) == parted
