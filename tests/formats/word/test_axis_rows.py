"""Rows of cards that name an axis in words that also ask for something; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped


@pytest.mark.parametrize(
    ("title", "rows", "kept"),
    [
        (
            "= Programme d’ouverture 2026-2027",
            [
                ["Nom du projet", "Plateforme"],
                ["Axe", "Participation citoyenne"],
                ["Nature du besoin", "Peu"],
                ["Objectif", "Ouvrir"],
                ["Responsable", "DSI"],
            ],
            2,
        ),
        (
            "= Programme d’ouverture 2026-2027",
            [
                ["Nom du projet", "Plateforme"],
                ["Objectif", "Ouvrir"],
                ["Responsable", "DSI"],
                ["Domaine", "Gouvernance"],
            ],
            0,
        ),
        (
            "= برنامج عمل الانفتاح 2026-2027",
            [
                ["اسم المشروع", "المنصة"],
                ["المحور", "المشاركة المواطنة"],
                ["السياق والإشكالية", "محدودية"],
                ["الهدف", "تيسير"],
                ["المسؤول", "القسم"],
            ],
            0,
        ),
    ],
)
def test_the_name_of_an_axis_that_also_asks_heads_no_column(title: str, rows: list[list[str]], kept: int) -> None:
    made = read_paper(title, rows)
    (plan,) = tree_of(made)["plans"]
    (commitment,) = plan["commitments"]
    said = dict(rows)
    language = "ar" if "المحور" in said else "fr"
    axis = said.get("Axe") or said.get("Domaine") or said["المحور"]
    assert commitment["axes"] == [f"@{axis}"]
    assert commitment["objectives"] == {language: said.get("Objectif") or said["الهدف"]}
    assert commitment["leads"] == [{"name": {language: said.get("Responsable") or said["المسؤول"]}}]
    assert len(unmapped(made)) == kept


def test_a_table_of_axes_and_projects_is_still_one() -> None:
    made = read_paper(
        "= Programme d’ouverture 2026-2027", [["Axe", "Projet"], ["Écoute", "Site"], ["Finances", "Puits"]]
    )
    commitments = tree_of(made)["plans"][0]["commitments"]
    assert [(each["title"]["fr"], each["axes"]) for each in commitments] == [
        ("Site", ["@Écoute"]),
        ("Puits", ["@Finances"]),
    ]


@pytest.mark.parametrize(
    ("head", "numbers", "axes"),
    [
        (["N°", "Axe", "Projet"], ["1", "2"], [None, None]),
        (["الرقم", "المحور", "المشروع"], ["1", "2"], [None, None]),
        (["N° de l'axe", "Axe", "Projet"], [None, None], ["1", "2"]),
    ],
)
def test_a_number_for_each_axis_of_one_project_is_that_of_the_project(
    head: list[str], numbers: list[str | None], axes: list[str | None]
) -> None:
    made = read_paper("= Programme d'ouverture 2026-2027", [head, ["1", "Alpha", "Portail"], ["2", "Beta", "Forum"]])
    (plan,) = tree_of(made)["plans"]
    assert [one.get("number") for one in plan["commitments"]] == numbers
    assert [one.get("number") for one in plan["axes"]] == axes


LISTED = ["# Axes", "* Axe 1 : Transparence", "* Axe 2 : Débat"]
ROWS = [["N°", "Projet", "Axe"], ["1", "Portail", "1"], ["2", "Forum", "2"]]
CARD = [["Intitulé du projet", "Portail"], ["Axe", "Axe 1 : Transparence"]]


@pytest.mark.parametrize(
    ("blocks", "axes", "said"),
    [
        ([*LISTED, "# Projets", ROWS], {"1": "Transparence", "2": "Débat"}, []),
        ([*LISTED, "# Projets", [ROWS[0], ["1", "Portail", "I"], ["2", "Forum", "II"]]],
         {"1": "Transparence", "2": "Débat"}, ["1", "2"]),
        (["# Projets", ROWS, "# Fiche projet n° 1", CARD], {"1": "Transparence", "2": "2"}, ["2"]),
        ([*LISTED[:2], "# Projets", ROWS], {"1": "Transparence", "2": "2"}, ["2"]),
    ],
)  # fmt: skip
def test_an_axis_that_a_row_names_by_its_number_is_the_one_of_that_number(
    blocks: list[Any], axes: dict[str, str], said: list[str]
) -> None:
    imported = read_paper("= Programme d’ouverture 2026-2028", *blocks)
    (plan,) = tree_of(imported)["plans"]
    assert {one["number"]: one["title"]["fr"] for one in plan["axes"]} == axes
    assert [one["axes"] for one in plan["commitments"]] == [[f"@{each}"] for each in axes.values()]
    told = [one for one in imported.findings if one.code == "import/assumed" and "/axes/" in str(one.location.pointer)]
    assert [one.params["value"] for one in told] == said
