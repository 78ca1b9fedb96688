"""What the rows of a file with one commitment, or all its rows alike, say of the plan: put there, and not beside it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_FIRST = (
    ["Intitulé du programme", "Programme d’ouverture de la commune d’Agadir"],
    ["Période", "2024-2026"],
    ["Conseil", "Conseil communal d’Agadir"],
    ["Date d’adoption", "12/05/2024"],
    ["Contact", "point.focal@example.org"],
    ["Engagement", "Portail"],
    ["Problème", "Données dispersées"],
    ["Responsable", "DSI"],
    ["Échéance", "06/2025"],
)
_LAST = (
    ["Titre de l’engagement", "Portail"],
    ["Problème", "Données dispersées"],
    ["Responsable", "DSI"],
    ["Échéance", "06/2025"],
    ["Période du programme", "2024-2026"],
    ["Collectivité", "Commune d’Agadir"],
    ["Date d’adoption", "12/05/2024"],
)
_ARABIC = (
    ["عنوان الالتزام", "البوابة"],
    ["الإشكالية", "تشتت المعطيات"],
    ["المسؤول", "القسم"],
    ["فترة البرنامج", "2024-2026"],
    ["الجماعة", "جماعة أكادير"],
    ["تاريخ المصادقة", "12/05/2024"],
)


def _plan(*rows: list[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    made = sheet(*rows, name="Fiche")
    imported = read(made)
    assert accounted(imported, made)
    (plan,) = shown(imported)["plans"]
    (commitment,) = plan["commitments"]
    return plan, commitment


@pytest.mark.parametrize("rows", [_FIRST, _LAST, _ARABIC], ids=["first", "last", "arabic"])
def test_a_form_of_one_commitment_says_of_the_plan_what_is_the_plans(rows: tuple[list[Any], ...]) -> None:
    plan, commitment = _plan(*rows)
    assert plan["period"] == {"start": "2024", "end": "2026"}
    assert plan["adoptions"] == [{"date": "2024-05-12"}]
    assert len(plan["collectivities"]) == 1
    assert "x_unmapped" not in commitment


def test_labels_above_the_commitment_are_the_plans() -> None:
    plan, commitment = _plan(*_FIRST)
    assert plan["points_of_contact"] == [{"contact": {"email": "point.focal@example.org"}}]
    assert (commitment["leads"], commitment["end"]) == ([{"name": {"fr": "DSI"}}], "2025-06")


def test_columns_that_say_the_same_of_the_plan_in_every_row() -> None:
    heads = ["Période du programme", "Date d’adoption", "Projet", "Responsable"]
    made = read(sheet(heads, ["2024-2026", "12/05/2024", "P1", "A"], ["2024-2026", "12/05/2024", "P2", "B"]))
    (plan,) = shown(made)["plans"]
    assert (plan["period"], plan["adoptions"]) == ({"start": "2024", "end": "2026"}, [{"date": "2024-05-12"}])
    assert not any("x_unmapped" in each for each in plan["commitments"])


def test_columns_that_say_different_things_of_the_plan_are_kept_and_said() -> None:
    heads = ["Période du programme", "Projet", "Responsable"]
    made = read(sheet(heads, ["2024-2026", "P1", "A"], ["2019-2021", "P2", "B"]))
    (plan,) = shown(made)["plans"]
    assert "period" not in plan
    assert [each["x_unmapped"][0]["text"] for each in plan["commitments"]] == ["2024-2026", "2019-2021"]
    assert codes(made).count("import/of-plan-kept") == 1


def test_an_address_is_no_name() -> None:
    made = read(sheet(["Projet", "Point focal"], ["Portail", "point.focal@example.org"]))
    (commitment,) = shown(made)["plans"][0]["commitments"]
    assert commitment["leads"] == [{"person": {"contact": {"email": "point.focal@example.org"}}}]


@pytest.mark.parametrize("label", ["Date de validation", "Date d’approbation", "Validation date", "تاريخ الموافقة"])
def test_the_validation_of_a_project_is_no_adoption_of_the_plan(label: str) -> None:
    grid = sheet(["Engagement", "Portail"], ["Responsable", "DSI"], [label, "12/05/2024"], ["Échéance", "06/2025"])
    made = read(grid)
    (plan,) = shown(made)["plans"]
    assert "adoptions" not in plan
    assert plan["commitments"][0]["x_unmapped"] == [{"label": label, "text": "12/05/2024", "place": "Plan!B3"}]
    assert "import/of-plan-kept" in codes(made)
    assert accounted(made, grid)


def test_nor_are_those_of_all_projects_of_a_table() -> None:
    made = read(sheet(["Projet", "Date de validation"], ["Portail", "12/05/2024"], ["Forum", "12/05/2024"]))
    assert "adoptions" not in shown(made)["plans"][0]
    assert "import/of-plan-kept" in codes(made)


def test_the_validation_above_the_project_is_that_of_the_plan() -> None:
    rows = ["Intitulé du programme", "Programme d’Agadir"], ["Date de validation", "12/05/2024"]
    made = read(sheet(*rows, ["Engagement", "Portail"], ["Responsable", "DSI"], ["Échéance", "06/2025"]))
    assert shown(made)["plans"][0]["adoptions"] == [{"date": "2024-05-12"}]
