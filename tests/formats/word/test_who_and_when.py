"""Who does an activity and by when, behind its title; years and days around a plan; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of

from opengov_local.formats.word.who_and_when import tell_who, who_and_when


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Choisir (secrétaire général, mars 2026)", ("Choisir", "secrétaire général", "mars 2026")),
        ("Rédiger (M. Hassan, point focal, mai 2026)", ("Rédiger", "M. Hassan, point focal", "mai 2026")),
        ("Acheter (avril 2026 – service technique)", ("Acheter", "service technique", "avril 2026")),
        ("دراسة (الكاتب العام، مارس 2026)", ("دراسة", "الكاتب العام", "مارس 2026")),
        ("Réunir (salle des fêtes, mars 2026)", None),
        ("Étude (DSI)", None),
        ("Étude (mars 2026)", None),
    ],
)
def test_brackets_that_surely_say_both(text: str, said: tuple[str, str, str] | None) -> None:
    assert who_and_when(text) == said


def test_a_document_whose_brackets_mostly_name_somebody_names_all() -> None:
    lines = ["Choisir (secrétaire général, mars 2026)", "Former (DSI, mai 2026)", "Dire (moqaddems, juin 2026)"]
    assert tell_who(lines)
    assert not tell_who(lines[1:])
    found = read_paper(
        "# Programme d'ouverture", "## Projet 1 : Portail", "Activités :", *(f"* {one}" for one in lines)
    )
    assert [_lead(step) for step in _steps(tree_of(found))] == ["secrétaire général", "DSI", "moqaddems"]


def test_places_beside_a_time_stay_in_the_title() -> None:
    found = read_paper("# Programme d'ouverture", "## Projet 1 : Portail", "Activités :",
                       "* Réunir (salle des fêtes, mars 2026)", "* Afficher (DSI, mai 2026)")  # fmt: skip
    first, second = _steps(tree_of(found))
    assert first["title"] == {"fr": "Réunir (salle des fêtes, mars 2026)"}
    assert (_lead(second), second["due"]) == ("DSI", "2026-05")


@pytest.mark.parametrize(
    ("title", "line", "years"),
    [
        ("Programme d'ouverture", "Années 2026 et 2027", ("2026", "2027")),
        ("Programme d'ouverture", "Pour les années 2026 à 2028", ("2026", "2028")),
        ("برنامج عمل الانفتاح", "سنتا 2026 و2027", ("2026", "2027")),
    ],
)
def test_years_alone_below_the_title_are_the_period(title: str, line: str, years: tuple[str, str]) -> None:
    (plan,) = tree_of(read_paper(f"= {title}", line, "## Projet 1 : Portail", "Responsable : DSI"))["plans"]
    assert plan["period"] == {"start": years[0], "end": years[1]}


def test_a_day_that_does_not_exist_is_said_wherever_it_stands() -> None:
    made = read_paper("# Rapport semestriel du programme d'ouverture", "Situation au 31 avril 2026",
                      "## Projet 1 : Portail", "État d'avancement : en cours")  # fmt: skip
    assert codes_of(made).count("import/no-such-day") == 1
    imported = read(
        sheet(["Projet", "Activités", "Échéance"], ["Portail", "- Étude (31 février 2026)\n- Test", "30/02/2026"])
    )
    assert codes(imported).count("import/no-such-day") == 1
    assert codes(imported).count("import/date-impossible") == 1


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("1. Étude\n2. Marché (secrétaire général, mars 2026)", ["1", "2"]),
        ("1- دراسة\n2- صفقة", ["1", "2"]),
        ("a) Étude ; b) Marché", ["a", "b"]),
        ("1. Étude 2. Marché", ["1", "2"]),
        ("- Étude\n- Marché", [None, None]),
    ],
)
def test_numbers_in_front_of_listed_activities_are_theirs(cell: str, numbers: list[str | None]) -> None:
    tree = shown(read(sheet(["Projet", "Activités"], ["Portail", cell], ["Forum", "- Réunion\n- Bilan"])))
    steps = _steps(tree)
    assert [step.get("number") for step in steps] == numbers
    assert {next(iter(step["title"].values())) for step in steps} in ({"Étude", "Marché"}, {"دراسة", "صفقة"})


def _steps(tree: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tree["plans"][0]["commitments"][0]["milestones"]
    return found


def _lead(step: dict[str, Any]) -> str:
    (lead,) = step["leads"]
    return str(next(iter(lead["name"].values())))
