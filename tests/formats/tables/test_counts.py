"""Tables that count projects and name none; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

HEADER = ["Axe", "Projet", "Activité", "Responsable"]
ROWS = [["Transparence", "Portail", "Inventaire", "DSI"], ["Transparence", "Forum", "Salle", "DGS"]]


@pytest.mark.parametrize(
    "counts",
    [
        [["Axes", "Projets", "Activités"], [3, 8, 24]],
        [["المحاور", "المشاريع", "الأنشطة"], [4, 17, 69]],
        [
            ["Axe", "Projets", "Activités"],
            ["Axe 1 : Transparence", 3, 12],
            ["Axe 2 : Débat", "5", "9"],
            ["Total", 8, 21],
        ],
    ],
)
@pytest.mark.parametrize("plan", [[], [[""], HEADER, *ROWS]])
def test_counted_projects_are_none(counts: list[list[Any]], plan: list[list[Any]]) -> None:
    grid = sheet(*counts, *plan)
    imported = read(grid)
    assert accounted(imported, grid)
    assert "import/counts-no-titles" in codes(imported)
    plans = shown(imported).get("plans", [])
    titles = [one["title"]["fr"] for each in plans for one in each.get("commitments", [])]
    assert titles == (["Portail", "Forum"] if plan else [])
    assert {one["title"]["fr"] for each in plans for one in each.get("axes", [])} <= {"Transparence", "Débat"}


def test_lines_of_axes_above_counts_are_no_counts() -> None:
    rows: list[list[Any]] = [
        ["Nombre de projets", "Nombre d'activités", "Coût total en DH"],
        ["TRANSPARENCE ET ACCÈS À L'INFORMATION", "", ""],
        [3, 8, 295000],
        ["PARTICIPATION", "", ""],
        [2, 6, 180000],
    ]
    grid = sheet(*rows)
    imported = read(grid)
    assert "import/counts-no-titles" in codes(imported)
    assert not any(each.get("commitments") for each in shown(imported).get("plans", []))
    assert accounted(imported, grid)


def test_axes_named_by_their_numbers_are_axes() -> None:
    imported = read(sheet(["Axe", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "DGS"]))
    (plan,) = shown(imported)["plans"]
    assert len(plan["axes"]) == 2
    assert "import/counts-no-titles" not in codes(imported)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Nombre (activités)", ["4 dont 1 réalisée", 3]),
        ("Nombre d'activités", ["quatre", "3 (à confirmer)"]),
        ("Nb (activités)", ["3 ou 4", ""]),
        ("Number (activities)", [4, 3]),
        ("Number of activities", ["about 4", "three"]),
        ("Número de actividades", [4, "unas 3"]),
        ("العدد (الأنشطة)", ["4 منها واحد منجز", 3]),
    ],
)
def test_what_is_counted_in_words_is_no_activity(heading: str, cells: list[Any]) -> None:
    grid = sheet(["N°", "Projet", heading, "Pilote"], [1, "Portail", cells[0], "DSI"], [2, "Forum", cells[1], "DGS"])
    imported = read(grid)
    assert accounted(imported, grid)
    commitments = shown(imported)["plans"][0]["commitments"]
    assert [one["leads"][0]["name"]["fr"] for one in commitments] == ["DSI", "DGS"]
    assert not any("milestones" in one for one in commitments)
    assert commitments[0]["x_unmapped"] == [{"label": heading, "text": str(cells[0]), "place": "Plan!C2"}]
    assert "import/column-unmapped" in codes(imported)


def test_titles_below_a_heading_that_counts_are_read() -> None:
    long = "Inventaire des jeux de données de tous les services"
    imported = read(sheet(["Projet", "Nombre d'activités", "Pilote"], ["Portail", long, "DSI"]))
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert [step["title"]["fr"] for step in commitment["milestones"]] == [long]
