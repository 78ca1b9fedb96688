"""A column of numbers before the projects: the activities' own where each of them has one; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, read, sheet, shown


def _numbers(*rows: list[Any], **more: Any) -> list[tuple[str | None, list[str | None]]]:
    """Gives the number of each project, and those of its activities."""
    grid = sheet(*rows, **more)
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    return [
        (one.get("number"), [step.get("number") for step in one.get("milestones", ())]) for one in plan["commitments"]
    ]


@pytest.mark.parametrize("heading", ["Réf", "N°", "Code", "Réf.", "N° action", "N° d'ordre"])
@pytest.mark.parametrize("numbers", [("1-1", "1-2", "2-1"), ("1.1", "1.2", "2.1"), ("A1", "A2", "B1"), (1, 2, 3)])
@pytest.mark.parametrize("merges", [(), ("B2:B3",)])
def test_numbers_of_each_row_are_those_of_the_activities(
    heading: str, numbers: tuple[Any, ...], merges: tuple[str, ...]
) -> None:
    one, two, three = numbers
    assert _numbers(
        [heading, "Engagement", "Actions prévues", "Responsable"],
        [one, "Guichet unique", "Aménager le local", "DSI"],
        [two, "", "Mettre en service", "SG"],
        [three, "Commission de suivi", "Prendre un arrêté", "SG"],
        merges=merges,
    ) == [(None, [str(one), str(two)]), (None, [str(three)])]


def test_numbers_of_repeated_projects_are_those_of_the_activities_where_they_differ() -> None:
    header = ["الرقم", "الالتزام", "النشاط"]
    assert _numbers(header, ["1.1", "بوابة", "إحداث"], ["1.2", "بوابة", "نشر"], ["2.1", "منتدى", "عقد"]) == [
        (None, ["1.1", "1.2"]),
        (None, ["2.1"]),
    ]


def test_numbers_that_are_repeated_with_their_project_are_the_projects() -> None:
    header = ["N°", "Projet", "Activité"]
    assert _numbers(header, [1, "Portail", "Ouvrir"], [1, "Portail", "Publier"], [2, "Forum", "Réunir"]) == [
        ("1", [None, None]),
        ("2", [None]),
    ]


def test_numbers_of_the_first_rows_alone_are_the_projects() -> None:
    header = ["N°", "Projet", "Activité"]
    assert _numbers(header, [1, "Portail", "Ouvrir"], ["", "", "Publier"], [2, "Forum", "Réunir"]) == [
        ("1", [None, None]),
        ("2", [None]),
    ]


def test_projects_of_one_activity_each_keep_their_numbers() -> None:
    header = ["N°", "Projet", "Activité"]
    assert _numbers(header, [1, "Portail", "Ouvrir"], [2, "Forum", "Réunir"]) == [("1", [None]), ("2", [None])]


def test_a_project_in_the_row_of_its_first_activity_keeps_the_number_above_those_of_the_others() -> None:
    header = ["N°", "Projet", "Activité"]
    rows: list[list[Any]] = [
        [1, "Portail", "Ouvrir"],
        ["1.1", "", "Publier"],
        ["1.2", "", "Former"],
        [2, "Forum", "Réunir"],
    ]
    assert _numbers(header, *rows) == [("1", [None, "1.1", "1.2"]), ("2", [None])]


def test_rows_of_projects_alone_have_numbers_of_their_own() -> None:
    assert _numbers(
        ["No.", "Commitment", "Activity", "Deadline"],
        [1, "Portal", "", "2027"],
        ["1.1", "", "Open", "2026"],
        ["1.2", "", "Publish", "2027"],
        [2, "Forum", "Meet", "2026"],
    ) == [("1", ["1.1", "1.2"]), ("2", [None])]


def test_activities_that_are_counted_anew_in_each_project_have_their_own_numbers() -> None:
    assert _numbers(
        ["N°", "Projet", "Activité", "Responsable"],
        [1, "Portail", "", "DSI"],
        [1, "", "Cahier des charges", "DSI"],
        [2, "", "Mise en ligne", "SG"],
        [2, "Forum", "", "SG"],
        [1, "", "Publication", "SG"],
        [2, "", "Bilan", "SG"],
    ) == [("1", ["1", "2"]), ("2", ["1", "2"])]
