"""Headings that name an action of a plan in one table, and what somebody said in another; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, read, sheet, shown
from tests.formats.word.papers import read_paper, tree_of


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        (["N°", "Intervention", "Responsable", "Échéance", "Statut"],
         ["1", "Réfection de la place", "DST", "06/2026", "En cours"], ["2", "Éclairage", "DST", "2027", "Réalisé"]),
        (["Axe", "Interventions", "Porteur", "Délai"],
         ["Cadre de vie", "Réfection de la place", "DST", "06/2026"], ["Cadre de vie", "Éclairage", "DST", "2027"]),
        (["الرقم", "التدخل", "المسؤول", "الأجل"], ["1", "تهيئة الساحة", "قسم الأشغال", "2026"],
         ["2", "الإنارة", "قسم الأشغال", "2027"]),
    ],
)  # fmt: skip
def test_beside_who_does_it_and_by_when_it_is_a_project(header: list[str], first: list[str], second: list[str]) -> None:
    grid = sheet(header, first, second)
    imported = read(grid)
    tree = shown(imported)
    commitments = tree["plans"][0]["commitments"]
    assert [next(iter(one["title"].values())) for one in commitments] == [first[1], second[1]]
    assert all("leads" in one and "end" in one for one in commitments)
    assert "workshops" not in tree
    assert accounted(imported, grid)


def test_behind_a_project_it_is_an_activity() -> None:
    (one,) = shown(read(sheet(["Projet", "Interventions", "Responsable"], ["Place", "Étude", "DST"],
                              ["Place", "Travaux", "DST"])))["plans"][0]["commitments"]  # fmt: skip
    assert [step["title"] for step in one["milestones"]] == [{"fr": "Étude"}, {"fr": "Travaux"}]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Intervenant", "Intervention", "Réponse"], ["M. A", "Il faut des bancs", "Retenue"]),
        (["Thème", "Intervention", "Participant"], ["Propreté", "Il faut des bancs", "Mme B"]),
        (["المتدخل", "التدخل"], ["السيد كريم", "يجب وضع كراسي"]),
    ],
)
def test_beside_who_said_it_it_is_a_contribution(header: list[str], row: list[str]) -> None:
    tree = shown(read(sheet(header, row, name="Atelier")))
    assert "plans" not in tree
    (workshop,) = tree["workshops"]
    groups: list[dict[str, Any]] = workshop.get("working_groups", [workshop])
    assert [next(iter(each["text"].values())) for one in groups for each in one["contributions"]] == [
        row[header.index("التدخل") if "التدخل" in header else header.index("Intervention")]
    ]


def test_in_a_word_file_it_is_an_activity_of_the_project_above() -> None:
    made = read_paper("# Axe 1 : Transparence", "## Projet 1 : Portail",
                      [["Intervention", "Responsable", "Échéance"], ["Étude", "DSI", "03/2026"],
                       ["Marché", "DAF", "05/2026"]])  # fmt: skip
    (one,) = tree_of(made)["plans"][0]["commitments"]
    assert [(step["title"], step["due"]) for step in one["milestones"]] == [
        ({"fr": "Étude"}, "2026-03"),
        ({"fr": "Marché"}, "2026-05"),
    ]
