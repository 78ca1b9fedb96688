"""Numbers in front of titles in all the forms that plans print, and titles that only look as if they had one."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown
from tests.formats.word.papers import read_paper, tree_of

from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.words.printed_numbers import number_in_front

_FORMS = [
    ("P-01 Portail", "P-02 Bureau", "P-01"),
    ("P-01 : Portail", "P-02 : Bureau", "P-01"),
    ("ENG01 - Portail", "ENG02 - Bureau", "ENG01"),
    ("1/ Portail", "2/ Bureau", "1"),
    ("I.1 Portail", "I.2 Bureau", "I.1"),
    ("I.1. Portail", "I.2. Bureau", "I.1"),
    ("A-1-a Portail", "A-1-b Bureau", "A-1-a"),
    ("A-1-a : Portail", "A-1-b : Bureau", "A-1-a"),
    ("1.a Portail", "1.b Bureau", "1.a"),
    ("1°) Portail", "2°) Bureau", "1"),
    ("[P01] Portail", "[P02] Bureau", "P01"),
    ("(1) Portail", "(2) Bureau", "1"),
    ("N° 1 - Portail", "N° 2 - Bureau", "1"),
    ("Projet n°1 : Portail", "Projet n°2 : Bureau", "1"),
    ("Projet 1/2 : Portail", "Projet 2/2 : Bureau", "1/2"),
    ("Projet A.1 – Portail", "Projet A.2 – Bureau", "A.1"),
    ("Projet P-01 : Portail", "Projet P-02 : Bureau", "P-01"),
    ("Engagement I.1 : Portail", "Engagement I.2 : Bureau", "I.1"),
    ("Engagement I-A : Portail", "Engagement I-B : Bureau", "I-A"),
    ("1er engagement : Portail", "2e engagement : Bureau", "1"),
    ("المشروع رقم 1: البوابة", "المشروع رقم 2: المكتب", "1"),
]


def _first(title: str) -> str:
    return title.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize(("one", "other", "number"), _FORMS)
def test_numbers_in_a_sheet(one: str, other: str, number: str) -> None:
    made = read(sheet(["Projet", "Responsable"], [one, "DSI"], [other, "SG"]))
    first, second = shown(made)["plans"][0]["commitments"]
    assert (first["number"], *first["title"].values()) == (number, _first(one))
    assert (*second["title"].values(),) == (_first(other),)


@pytest.mark.parametrize(("one", "other", "number"), _FORMS)
def test_numbers_in_a_word_file(one: str, other: str, number: str) -> None:
    blocks = (f"# {one}", "Problème : A", "Porteur : DSI", f"# {other}", "Problème : B", "Porteur : SG")
    first, second = tree_of(read_paper("= Programme d’ouverture 2024-2026", *blocks))["plans"][0]["commitments"]
    assert (first["number"], *first["title"].values()) == (number, _first(one))
    assert (*second["title"].values(),) == (_first(other),)


@pytest.mark.parametrize(
    "title",
    [
        "24/7 Service d’écoute",
        "E-services pour tous",
        "3D Cadastre",
        "COVID-19 : mesures",
        "ISO-9001 : certification",
        "100 % Transparence",
        "(2024) Bilan",
        "2024-2026 Programme",
        "A-t-on besoin : oui",
        "1ère édition : forum",
        "(voir P-01) Portail",
        "1 000 Arbres",
        "S.O.S Eau",
    ],
)
def test_titles_without_a_number(title: str) -> None:
    assert number_in_front(title) == ("", title)
    assert split_number(title, "project_word") == (None, title)


@pytest.mark.parametrize("title", ["Projet E-services : portail", "Projet 2030 : vision", "Axe I-Gov : réseau"])
def test_words_with_a_hyphen_and_years_are_no_numbers(title: str) -> None:
    blocks = ("# Projet 1 : Portail", "Problème : A", f"# {title}", "Problème : B")
    tree = tree_of(read_paper("= Programme d’ouverture 2024-2026", *blocks))
    assert [each.get("number") for each in tree["plans"][0]["commitments"] if "number" in each] == ["1"]
    assert not any(each.get("number") for each in tree["plans"][0].get("axes", ()))
