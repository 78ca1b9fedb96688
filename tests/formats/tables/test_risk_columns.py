"""Registers of risks: measures against them are no projects; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

_PLAN = sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "DGS"], name="Projets")


@pytest.mark.parametrize(
    "head",
    [
        ["N° projet", "Risque", "Probabilité", "Mesure", "Responsable"],
        ["N°", "Risques identifiés", "Gravité", "Action", "Pilote"],
        ["No.", "Risk", "Likelihood", "Measure", "Owner"],
        ["رقم المشروع", "المخاطر", "الاحتمال", "الإجراء", "المسؤول"],
    ],
)
def test_a_register_of_risks_gives_no_projects_and_no_leads(head: list[str]) -> None:
    risks = sheet(head, [1, "Retard", "Forte", "Relance", "Achats"], [2, "Absence", "Faible", "Rappel", "Cabinet"],
                  name="Risques")  # fmt: skip
    made = read(_PLAN, risks)
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Portail", "Forum"]
    assert [[lead["name"]["fr"] for lead in one["leads"]] for one in commitments_of(made)] == [["DSI"], ["DGS"]]
    assert {"import/column-unmapped", "import/sheet-unread"} & set(codes(made))
    assert accounted(made, _PLAN, risks)


def test_measures_against_risks_beside_a_project_are_kept() -> None:
    head = ["N°", "Projet", "Risque", "Probabilité", "Mesure", "Responsable"]
    (one,) = commitments_of(read(sheet(head, [1, "Portail", "Retard", "Forte", "Relance", "DSI"])))
    assert (one["title"], one["leads"]) == ({"fr": "Portail"}, [{"name": {"fr": "DSI"}}])
    assert [kept["text"] for kept in one["x_unmapped"]] == ["Retard", "Forte", "Relance"]


def test_measures_beside_risks_that_nobody_weighs_are_read() -> None:
    made = read(sheet(["N°", "Risque", "Mesure", "Responsable"], [1, "Retard", "Relance", "DSI"]))
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Relance"]


@pytest.mark.parametrize(
    "head",
    [["Code projet", "Risque identifié", "Mesure prévue"], ["Project code", "Risk", "Measure"],
     ["رقم المشروع", "المخاطر", "التدبير"]],
)  # fmt: skip
def test_measures_against_the_risks_of_numbered_projects_are_no_steps(head: list[str]) -> None:
    plan = sheet(["Code", "Projet"], ["P1", "Portail"], ["P2", "Forum"], name="Projets")
    risks = sheet(head, ["P1", "Retard", "Relance"], ["P2", "Absence", "Rappel"], name="Risques")
    made = read(plan, risks)
    assert [[*one["title"].values()] for one in commitments_of(made)] == [["Portail"], ["Forum"]]
    assert not any(one.keys() & {"milestones", "action"} for one in commitments_of(made))
    assert accounted(made, plan, risks)


def test_measures_right_behind_the_risks_of_projects_are_kept() -> None:
    made = read(sheet(["Projet", "Risques", "Mesures", "Responsable"], ["Portail", "Retard", "Relance", "DSI"]))
    (one,) = commitments_of(made)
    assert [kept["text"] for kept in one["x_unmapped"]] == ["Retard", "Relance"]
    assert codes(made).count("import/column-unmapped") == len(("Risques", "Mesures"))
