"""Days that do not exist, inside a text."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opengov_local.importing.dates.impossible import impossible_days, with_impossible_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Adopté le 31 février 2026", ("31 février 2026",)),
        ("du 30/02/2026 au 31 avril 2026", ("30/02/2026", "31 avril 2026")),
        ("29 février 2025", ("29 février 2025",)),
        ("قبل 30 فبراير 2026", ("30 فبراير 2026",)),
        ("by 31 June 2026", ("31 June 2026",)),
        ("29 février 2024, 30 mars 2026", ()),
        ("31 membres, avril 2026", ()),
        ("Loi n° 31-13 du 22 février 2018", ()),
        ("article 31 de la loi de 2024", ()),
        ("30 % en 2026", ()),
    ],
)
def test_the_days_that_their_month_does_not_have(text: str, days: tuple[str, ...]) -> None:
    assert impossible_days(text) == days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12/31/2026", ()),
        ("6/30/2026", ()),
        ("2/30/2026", ("2/30/2026",)),
        ("Meeting of 6/30/2026", ("6/30/2026",)),
    ],
)
def test_a_cell_that_is_a_day_of_a_month_that_comes_first_is_left_to_its_column(text: str, said: tuple[str]) -> None:
    assert impossible_days(text) == said


def test_of_many_texts_those_are_found_that_name_one() -> None:
    texts = [f"Activité {number}" for number in range(300)]
    wrong = ["30/02/2026", "le 31 avril 2026"]
    assert with_impossible_days([*texts[:150], wrong[0], *texts[150:], wrong[1]]) == {*wrong}
    assert with_impossible_days([]) == set()


PARTS = (
    *("30", "31", "29", "2026", "2", "02", "fe\u0301vrier", "Février", "feb", "avril", "d'", "de", "er", "st", "mars"),
    *("à", "Remarque", "n°", "T", "%", "2026-02-30", "فبراير", "من", "و", "٣٠", ";", ":", ",", ".", "-", "/", "("),
    *("\u200f", "\n"),
)


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(["", " ", " "])), min_size=2, max_size=6))
@settings(max_examples=400)
def test_many_texts_are_searched_as_each_is(parts: list[tuple[str, str]]) -> None:
    text = "".join(chain.from_iterable(parts))
    assert with_impossible_days([text]) == ({text} if impossible_days(text) else set())
