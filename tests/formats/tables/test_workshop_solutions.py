"""Problems with their solutions under one heading each, in workshops and in plans; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet, shown

FR = ["Atelier de co-création du 12 mai 2025"]
AR = ["مخرجات الورشة التشاورية ليوم 12 ماي 2025"]


@pytest.mark.parametrize(
    ("title", "header", "last"),
    [
        (FR, ["Axe", "Problème", "Solution proposée"], []),
        (FR, ["Axe", "Problème", "Solution proposée", "Échéance"], ["2026"]),
        (FR, ["Axe", "Problème", "Solution proposée", "Responsable"], ["DSI"]),
        (AR, ["المحور", "الإشكالية", "الحل المقترح"], []),
        (AR, ["المجموعة", "الإشكالية", "الحل المقترح"], []),
        (AR, ["المحور", "الإشكالية", "الحل المقترح", "الأولوية"], ["عالية"]),
        ([], ["Theme", "Problem", "Proposed solution"], []),
    ],
)
def test_solutions_of_a_workshop_are_no_commitments(title: list[str], header: list[str], last: list[str]) -> None:
    rows = [["Eau", "Fuites", "Réparer les conduites", *last], ["Voirie", "Trous", "Refaire les rues", *last]]
    grid = sheet(*([title, []] if title else []), header, *rows)
    imported = read(grid)
    tree = shown(imported)
    assert "plans" not in tree
    (workshop,) = tree["workshops"]
    said = [one for group in workshop.get("working_groups", [workshop]) for one in group["contributions"]]
    assert [one["kind"] for one in said] == ["problem", "solution"] * 2
    assert accounted(imported, grid)


@pytest.mark.parametrize("title", [[], ["Plan d'action 2026"]])
def test_a_solution_with_a_lead_and_a_time_is_planned(title: list[str]) -> None:
    header = ["Axe", "Problème", "Solution proposée", "Responsable", "Échéance"]
    rows = [["Eau", "Fuites", "Réparer", "DST", "2026"], ["Voirie", "Trous", "Refaire", "DST", "2027"]]
    commitments = commitments_of(read(sheet(*([title, []] if title else []), header, *rows)))
    assert [one["title"]["fr"] for one in commitments] == ["Réparer", "Refaire"]
    assert [one["problem"]["fr"] for one in commitments] == ["Fuites", "Trous"]


@pytest.mark.parametrize(
    ("start", "end"),
    [("Démarrage", "Clôture"), ("Démarrage", "Achèvement"), ("Début", "Terme"), ("Du", "Au"), ("Inicio", "Cierre")],
)
def test_bare_words_for_ends_beside_starts_are_when_it_is_due(start: str, end: str) -> None:
    (one, _) = commitments_of(read(sheet(["Projet", "Responsable", start, end],
        ["Portail", "DSI", "03/2026", "12/2027"], ["Forum", "SG", "06/2026", "03/2027"])))  # fmt: skip
    assert (one["start"], one["end"]) == ("2026-03", "2027-12")
    assert "completed_on" not in one


@pytest.mark.parametrize(
    "heading",
    [
        "Financement (DH)",
        "Ressources financières (DH)",
        "Financement en DH",
        "التمويل (درهم)",
        "الموارد المالية (درهم)",
    ],
)
def test_numbers_below_a_heading_with_a_unit_of_money_are_a_budget(heading: str) -> None:
    one, other = commitments_of(read(sheet(["Projet", "Responsable", heading],
        ["Portail", "DSI", 20000], ["Forum", "SG", "30 000"])))  # fmt: skip
    assert [each["budget"][0]["amount"] for each in (one, other)] == [
        {"value": "20000", "currency": "MAD"}, {"value": "30000", "currency": "MAD"}]  # fmt: skip


def test_words_below_it_stay_resources() -> None:
    (one,) = commitments_of(read(sheet(["Projet", "Responsable", "Financement (DH)"], ["Portail", "DSI", "Commune"])))
    assert "budget" not in one
