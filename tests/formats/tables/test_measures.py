"""Measures carried out by actions, and objectives that actions are for; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, read, sheet, shown


def _commitments(header: list[str]) -> list[dict[str, Any]]:
    grid = sheet(header, ["T", "Portail", "Publier"], ["T", "Portail", "Former"], ["P", "Forum", "Inviter"])
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    held = plan["commitments"]
    assert isinstance(held, list)
    return held


def _texts(objects: list[dict[str, Any]], field: str = "title") -> list[str]:
    return [text for one in objects for text in one[field].values()]


@pytest.mark.parametrize(
    "header",
    [
        ["Axe", "Mesure", "Actions"],
        ["Axe", "Mesure", "Action"],
        ["Axe", "Mesure", "Activités"],
        ["Axe", "Mesures", "Actions"],
        ["المحور", "التدبير", "العمليات"],
        ["المحور", "الإجراء", "الأنشطة"],
        ["Axis", "Measure", "Actions"],
        ["Eje", "Medida", "Acciones"],
    ],
)
def test_measures_are_commitments_and_their_actions_milestones(header: list[str]) -> None:
    portal, forum = _commitments(header)
    assert _texts([portal, forum]) == ["Portail", "Forum"]
    assert _texts(portal["milestones"]) == ["Publier", "Former"]
    assert _texts(forum["milestones"]) == ["Inviter"]


@pytest.mark.parametrize("header", [["Axe", "Objectif", "Action"], ["Axe", "Objectifs", "Actions"]])
def test_an_objective_beside_actions_is_what_they_are_for(header: list[str]) -> None:
    commitments = _commitments(header)
    assert _texts(commitments) == ["Publier", "Former", "Inviter"]
    assert _texts(commitments, "objectives") == ["Portail", "Portail", "Forum"]


def test_a_measure_behind_the_project_says_what_it_does() -> None:
    (plan,) = shown(read(sheet(["Projet", "Mesure"], ["Portail", "Publier"], ["Forum", "Inviter"])))["plans"]
    assert _texts(plan["commitments"], "action") == ["Publier", "Inviter"]
