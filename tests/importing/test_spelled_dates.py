"""Dates of formal minutes, with the year before the day and both in words."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of

from opengov_local.importing.dates import find_dates


@pytest.mark.parametrize(
    ("words", "behind", "day"),
    [
        ("L'an deux mille vingt-cinq et le mardi huit avril", " à dix heures", "2025-04-08"),
        ("L’an deux mille vingt-cinq, le mardi 8 avril", ", le conseil", "2025-04-08"),
        ("L'an 2026 et le premier février", " à 9h", "2026-02-01"),
        ("L'an deux mille vingt et un, le vingt-neuf mai", "", "2021-05-29"),
        ("L'an deux mille vingt-six et le trente et un janvier", "", "2026-01-31"),
        ("l'année deux mille vingt-six, le dix-sept mars", "", "2026-03-17"),
    ],
)
def test_years_and_days_in_words(words: str, behind: str, day: str) -> None:
    (found,) = find_dates(words + behind)
    assert (found.start, found.end, found.reading.start, found.reading.end) == (0, len(words), day, None)


@pytest.mark.parametrize(
    "text",
    [
        "L'an deux mille vingt-cinq, le trente et un février",
        "deux mille vingt-cinq dirhams",
        "L'an deux mille vingt-cinq, le maire",
    ],
)
def test_words_that_name_no_day(text: str) -> None:
    assert find_dates(text) == ()


def test_a_year_behind_the_day_is_the_year() -> None:
    assert [found.reading.start for found in find_dates("L'an deux mille vingt-cinq, le 8 avril 2024")] == [
        "2024-04-08"
    ]


def test_minutes_tell_their_day() -> None:
    made = read_paper(
        "= Procès-verbal de l’atelier de concertation",
        "L’an deux mille vingt-cinq et le mardi huit avril à dix heures, s’est tenu au siège de la commune un atelier.",
        "# Groupe 1 : Transparence",
        "Problèmes :",
        "* Site ancien",
    )
    assert tree_of(made)["workshops"][0]["date"] == "2025-04-08"
