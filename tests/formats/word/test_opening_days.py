"""Days of gatherings that minutes name from the day of the letter: "le 26 avril courant"; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.account import Piece, Place
from opengov_local.formats.word.texts.opening_days import day_of
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.importing.dates import DateContext


@pytest.mark.parametrize(
    ("title", "opening", "letter", "group", "asked"),
    [
        (
            "تقرير حول ورشة الإعداد المشترك لبرنامج عمل الانفتاح",
            "انعقدت يوم السبت 26 أبريل الجاري بالقاعة الكبرى للبلدية ورشة الإعداد المشترك.",
            "المدينة في 29 أبريل 2025",
            "# المحور الأول: الرقمنة",
            "! الإشكاليات:",
        ),
        (
            "Compte rendu de l’atelier de co-création",
            "L’atelier s’est tenu le samedi 26 avril courant à la salle des fêtes.",
            "Ville, le 29 avril 2025",
            "# Groupe 1 : Eau",
            "! Problèmes :",
        ),
    ],
)
def test_the_day_of_the_letter_is_not_that_of_the_gathering(
    title: str, opening: str, letter: str, group: str, asked: str
) -> None:
    made = read_paper(title, opening, letter, group, asked, "* abc def")
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["date"] == "2025-04-26"
    assert "import/assumed" in codes_of(made)


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (["Réunion tenue le 26 du mois courant.", "Ville, le 29 avril 2025"], "2025-04-26"),
        (["Réunion du 26 avril 2025"], "2025-04-26"),
        (["Réunion prévue le 26 mai courant.", "Ville, le 29 avril 2025"], None),
        (["Réunion prévue le 26 avril courant."], None),
    ],
)
def test_it_is_seen_from_the_letter_alone(texts: list[str], day: str | None) -> None:
    passages = [Passage((Line(text),), (Piece(Place("paragraph", at), text),)) for at, text in enumerate(texts)]
    found = day_of(passages, DateContext())
    assert (found and found.reading.start) == day


@pytest.mark.parametrize(
    ("opening", "close"),
    [
        ("L’atelier s’est tenu le samedi 28 mars courant à la salle des fêtes.", "Fait à Berkane, le 30 mars 2026"),
        ("انعقدت الورشة يوم 28 مارس الجاري بدار الشباب.", "وحرر بأكليم في 30 مارس 2026"),
        ("L’atelier s’est tenu le samedi 28 mars 2026 à la salle des fêtes.", "Fait à Berkane, le 30 mars 2026"),
    ],
)
def test_the_close_says_from_when_the_day_is_seen(opening: str, close: str) -> None:
    title = "= Compte rendu de l’atelier" if opening[0] == "L" else "= محضر الورشة التشاورية"
    made = read_paper(title, opening, "# Groupe 1 : Eau", "! Problèmes :", "* abc def", close)
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["date"] == "2026-03-28"
    assert close in unmapped(made).values()


def test_a_day_after_that_of_the_close_is_not_seen_from_it() -> None:
    opening = "La réunion est prévue le 28 mai courant à la salle des fêtes."
    made = read_paper("= Compte rendu de l’atelier", opening, "# Groupe 1 : Eau", "Fait à Berkane, le 30 mars 2026")
    assert "date" not in tree_of(made)["workshops"][0]


@pytest.mark.parametrize(
    "line",
    [
        "La prochaine réunion aura lieu le 15 avril 2026 à 10 h.",
        "Échéance : 31/12/2026",
        "Deadline for comments: 30 April 2026",
        "The plan was adopted by the council on 5 February 2026.",
        "آخر أجل لتقديم المقترحات: 30 أبريل 2026",
        "Fecha límite para comentarios: 30 de abril de 2026",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_gathering(line: str) -> None:
    alone = Passage((Line(line),), (Piece(Place("paragraph", 1), line),))
    assert day_of([alone], DateContext()) is None
    held = Passage((Line("Atelier du 12 mars 2026"),), (Piece(Place("paragraph", 0), "Atelier du 12 mars 2026"),))
    found = day_of([alone, held], DateContext())
    assert found is not None
    assert (found.reading.start, found.sure) == ("2026-03-12", True)


def test_a_day_in_a_sentence_of_which_nothing_tells_that_it_is_meant_is_said() -> None:
    line = "Les participants ont rappelé que le portail communal fonctionne depuis le 12 mars 2026."
    made = read_paper("Compte rendu de l’atelier de co-création", line, "! Propositions :", "* Un guichet")
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["date"] == "2026-03-12"
    assert "import/assumed" in codes_of(made)
