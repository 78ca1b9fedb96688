"""The tables of words: in order, nothing twice, and whatever the order, they are read alike."""

from __future__ import annotations

from itertools import combinations

import pytest
from tools.order_words import FOLDER, TABLES, ordered

from opengov_local.formats.wording.headings import heading_table
from opengov_local.formats.wording.headings.heading_table import by_key, headings, rows
from opengov_local.formats.wording.headings.vocabulary import recognise


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_in_order_and_none_stands_twice(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert ordered(text, TABLES[name]) == text, "run make format"


@pytest.mark.parametrize(
    ("given", "put"),
    [
        ("a,b\ny,1\nx,2\nX,2\n", "a,b\nx,2\ny,1\n"),
        ("a,b\nx,two\nx,one two\n", "a,b\nx,one\nx,two\n"),
        ("a,b\nx,one One two\nx,two\n", "a,b\nx,one two\n"),
    ],
)
def test_what_stands_twice_stays_once(given: str, put: str) -> None:
    form = TABLES["heading_senses.csv"]._replace(columns=2)
    assert ordered(given, form) == put


@pytest.mark.parametrize(
    ("given", "put"),
    [
        ("t,l,h,e\nx,fr,Etapes,proposed\nx,fr,Étapes,proposed\n", "t,l,h,e\nx,fr,Étapes,proposed\n"),
        ("t,l,h,e\nx,fr,Etat,seen\nx,fr,État,proposed\n", "t,l,h,e\nx,fr,Etat,seen\n"),
        ("t,l,h,e\nx,fr,Etat,seen\nx,en,Etat,seen\n", "t,l,h,e\nx,en,Etat,seen\nx,fr,Etat,seen\n"),
    ],
)
def test_of_words_that_are_read_alike_one_stays(given: str, put: str) -> None:
    assert ordered(given, TABLES["headings.csv"]) == put


def test_words_that_are_read_as_written_stay() -> None:
    given = "k,l,p\naxis_word,fr,theme\naxis_word,fr,thème\n"
    assert ordered(given, TABLES["phrases.csv"]) == given


def test_which_of_several_meanings_of_a_heading_comes_first_is_said_for_each() -> None:
    said = {(row["target"], row["before"]) for row in rows("heard_first.csv")}
    meant = [sorted({target for target, _ in pairs}) for pairs in headings().values()]
    asked = {pair for names in meant for pair in combinations(names, 2)}
    assert {(one, other) for one, other in asked if ((one, other) in said) == ((other, one) in said)} == set()
    assert {pair for pair in said if tuple(sorted(pair)) not in asked} == set()


def test_the_order_of_the_table_of_headings_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    straight = headings(), by_key()
    monkeypatch.setattr(heading_table, "rows", lambda name: reversed(list(rows(name))))
    turned = headings.__wrapped__()
    monkeypatch.setattr(heading_table, "headings", lambda: turned)
    assert (turned, by_key.__wrapped__()) == straight


@pytest.mark.parametrize(
    ("heading", "target", "languages"),
    [("Duraion", "schedule", {"en", "es"}), ("Motivaión", "disposition.reason", {"es", "fr"}),
     ("Période de reporting", "update.period", {"en", "fr"})],
)  # fmt: skip
def test_words_of_several_languages_are_of_all_of_them(heading: str, target: str, languages: set[str]) -> None:
    found = recognise(heading)
    assert found
    assert (found.target, set(found.languages)) == (target, languages)


@pytest.mark.parametrize("heading", ["الموارد الماية", "Completion ate"])
def test_a_slip_that_may_be_one_of_two_words_is_none(heading: str) -> None:
    assert recognise(heading) is None
