"""Letters that count the activities of each project, each in a row of its own; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, read, sheet, shown


def _steps(*rows: list[Any], **more: Any) -> list[list[tuple[str | None, str]]]:
    """Gives the number and title of the activities of each project."""
    grid = sheet(*rows, **more)
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    return [
        [(step.get("number"), *step["title"].values()) for step in one["milestones"]] for one in plan["commitments"]
    ]


@pytest.mark.parametrize("form", ["{}) {}", "{}. {}", "({}) {}", "{} - {}", "{}/ {}"])
@pytest.mark.parametrize("letters", ["ab", "AB"])
def test_letters_of_rows_are_the_numbers_of_activities(form: str, letters: str) -> None:
    one, two = tuple(letters)
    assert _steps(
        ["N°", "Projet", "Activités", "Pilote"],
        [1, "Portail", form.format(one, "Étude préalable"), "DSI"],
        ["", "", form.format(two, "Mise en ligne"), ""],
        [2, "Forum", form.format(one, "Consultation"), "SG"],
        ["", "", form.format(two, "Bilan"), ""],
        merges=("A2:A3", "B2:B3", "D2:D3", "A4:A5", "B4:B5", "D4:D5"),
    ) == [[(one, "Étude préalable"), (two, "Mise en ligne")], [(one, "Consultation"), (two, "Bilan")]]


def test_arabic_letters_count_activities() -> None:
    header = ["الرقم", "المشروع", "الأنشطة"]
    assert _steps(header, [1, "بوابة الجماعة", "أ) دراسة أولية"], ["", "", "ب) نشر المعطيات"]) == [
        [("أ", "دراسة أولية"), ("ب", "نشر المعطيات")]
    ]


@pytest.mark.parametrize("titles", [("A - Étude", "Bilan"), ("b) Étude", "a) Bilan"), ("a) Étude", "c) Bilan")])
def test_letters_that_do_not_count_stay(titles: tuple[str, str]) -> None:
    header = ["N°", "Projet", "Activités"]
    assert _steps(header, [1, "Portail", titles[0]], ["", "", titles[1]]) == [[(None, title) for title in titles]]


@pytest.mark.parametrize("heading", ["Projet", "Projets et activités", "Projet / Activité"])
@pytest.mark.parametrize("letters", ["ab", "AB", "أب"])
@pytest.mark.parametrize("form", ["{}", "{})", "{}."])
def test_letters_below_the_numbers_of_projects_are_those_of_their_activities(
    heading: str, letters: str, form: str
) -> None:
    one, two = (form.format(letter) for letter in letters)
    grid = sheet(
        ["N°", heading, "Responsable", "Délai"],
        [1, "Portail", "DSI", "2026"], [one, "Étude", "DSI", "mars 2026"], [two, "Mise en ligne", "RH", "mai 2026"],
        [2, "Forum", "SG", "2027"], [one, "Consultation", "SG", "juin 2026"],
    )  # fmt: skip
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    steps = [[step["title"]["fr"] for step in one["milestones"]] for one in plan["commitments"]]
    assert [one["title"]["fr"] for one in plan["commitments"]] == ["Portail", "Forum"]
    assert steps == [["Étude", "Mise en ligne"], ["Consultation"]]
    assert "activities" not in plan


def test_letters_that_do_not_count_below_numbers_are_numbers_of_projects() -> None:
    rows: list[list[Any]] = [["a", "Portail", "DSI"], ["b", "Forum", "SG"], [1, "Jardin", "SG"]]
    (plan,) = shown(read(sheet(["N°", "Projet", "Responsable"], *rows)))["plans"]
    assert len(plan["commitments"]) == 3
