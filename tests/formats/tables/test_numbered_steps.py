"""Columns that repeat for each step with its number, in any place and in four languages."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

MARCH, JUNE = "30/03/2026", "30/06/2026"
STEPS = [("Étude", "2026-03-30"), ("Achat", "2026-06-30")]


def _first(grid: Grid) -> dict[str, Any]:
    imported = read(grid)
    assert accounted(imported, grid)
    assert "import/column-unmapped" not in codes(imported)
    found: dict[str, Any] = shown(imported)["plans"][0]["commitments"][0]
    return found


def _steps(commitment: dict[str, Any]) -> list[tuple[str, str]]:
    return [(next(iter(one["title"].values())), one["due"]) for one in commitment["milestones"]]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Jalon 1", "Jalon 2", "Échéance jalon 1", "Échéance jalon 2"], ["Étude", "Achat", MARCH, JUNE]),
        (["Jalon 1", "Jalon 2", "Échéance 1", "Échéance 2"], ["Étude", "Achat", MARCH, JUNE]),
        (["Jalon 1", "Jalon 2", "Échéance 2", "Échéance 1"], ["Étude", "Achat", JUNE, MARCH]),
        (["Échéance 1", "Jalon 1", "Échéance 2", "Jalon 2"], [MARCH, "Étude", JUNE, "Achat"]),
        (["Jalon 1", "Jalon 1 - échéance", "Jalon 2", "Jalon 2 - échéance"], ["Étude", MARCH, "Achat", JUNE]),
        (["Étape 1 : intitulé", "Étape 1 : date limite", "Étape 2 : intitulé", "Étape 2 : date limite"],
         ["Étude", MARCH, "Achat", JUNE]),
        (["1er jalon", "2e jalon", "Échéance du 1er jalon", "Échéance du 2e jalon"], ["Étude", "Achat", MARCH, JUNE]),
        (["Jalon n° 1", "Échéance du jalon n° 1", "Jalon n° 2", "Échéance du jalon n° 2"],
         ["Étude", MARCH, "Achat", JUNE]),
        (["Action 1", "Échéance action 1", "Action 2", "Échéance action 2"], ["Étude", MARCH, "Achat", JUNE]),
        (["J1", "Échéance J1", "J2", "Échéance J2"], ["Étude", MARCH, "Achat", JUNE]),
        (["المرحلة 1", "المرحلة 2", "أجل المرحلة 1", "أجل المرحلة 2"], ["Étude", "Achat", MARCH, JUNE]),
        (["المرحلة الأولى", "أجل المرحلة الأولى", "المرحلة الثانية", "أجل المرحلة الثانية"],
         ["Étude", MARCH, "Achat", JUNE]),
        (["Milestone 1", "Milestone 2", "Milestone 1 due date", "Due date of milestone 2"],
         ["Étude", "Achat", MARCH, JUNE]),
        (["Hito 1", "Fecha límite hito 1", "Hito 2", "Fecha límite hito 2"], ["Étude", MARCH, "Achat", JUNE]),
    ],
)  # fmt: skip
def test_each_date_is_that_of_the_step_of_its_number(header: list[str], row: list[str]) -> None:
    assert _steps(_first(sheet(["Projet", *header], ["Portail", *row]))) == STEPS


def test_groups_with_a_number_over_neutral_headings() -> None:
    table = sheet(
        ["Engagement", "Jalon n° 1", "", "Jalon n° 2", ""],
        ["", "Intitulé", "Échéance", "Intitulé", "Échéance"],
        ["Portail", "Étude", MARCH, "Achat", JUNE],
    )
    assert _steps(_first(table)) == STEPS


def test_who_leads_each_step_and_who_supports_the_project() -> None:
    table = sheet(
        [
            "Projet",
            "Responsable",
            "Jalon 1",
            "Jalon 2",
            "Responsable 1",
            "Responsable 2",
            "Partenaire 1",
            "Partenaire 2",
        ],
        ["Portail", "DSI", "Étude", "Achat", "Bureau", "Marchés", "INDH", "ADS"],
    )
    portal = _first(table)
    names = [[lead["name"]["fr"] for lead in one["leads"]] for one in (portal, *portal["milestones"])]
    assert names == [["DSI"], ["Bureau"], ["Marchés"]]
    assert [one["name"]["fr"] for one in portal["supporting"]] == ["INDH", "ADS"]


def test_a_partner_between_the_steps_is_the_steps() -> None:
    table = sheet(
        ["Projet", "Jalon 1", "Partenaire 1", "Jalon 2", "Partenaire 2"], ["Portail", "Étude", "INDH", "Achat", "ADS"]
    )
    assert [one["supporting"][0]["name"]["fr"] for one in _first(table)["milestones"]] == ["INDH", "ADS"]


def test_the_date_of_a_step_that_is_not_named_is_kept_and_said() -> None:
    imported = read(
        sheet(["Projet", "Jalon 1", "Jalon 2", "Échéance 1", "Échéance 2"], ["Portail", "Étude", "", MARCH, JUNE])
    )
    (portal,) = shown(imported)["plans"][0]["commitments"]
    assert _steps(portal) == STEPS[:1]
    assert [one["text"] for one in portal["x_unmapped"]] == [JUNE]
    assert codes(imported).count("import/step-without-title") == 1


def test_dates_of_steps_without_any_name_are_no_dates_of_the_project() -> None:
    imported = read(
        sheet(["Projet", "Responsable", "Échéance jalon 1", "Échéance jalon 2"], ["Portail", "DSI", MARCH, JUNE])
    )
    (portal,) = shown(imported)["plans"][0]["commitments"]
    assert "end" not in portal
    assert codes(imported).count("import/step-without-title") == 2


def test_remarks_in_brackets_are_no_fields() -> None:
    table = sheet(["Projet", "Étape 1 (obligatoire)", "Étape 2 (facultative)"], ["Portail", "Étude", "Achat"])
    assert [one["title"]["fr"] for one in _first(table)["milestones"]] == ["Étude", "Achat"]


def test_beside_one_for_each_step_a_column_without_a_number_is_the_projects() -> None:
    header = ["Commitment", "Milestone 1", "Lead 1", "Milestone 2", "Lead 2", "Overall lead"]
    rows = [
        ["Open data", "Inventory", "ICT", "Portal", "Vendor unit", "Mayor"],
        ["Youth", "Election", "SG", "", "", "Deputy"],
    ]
    found = [
        ([lead["name"]["en"] for lead in one["leads"]], [step["leads"][0]["name"]["en"] for step in one["milestones"]])
        for one in commitments_of(read(sheet(header, *rows)))
    ]
    assert found == [(["Mayor"], ["ICT", "Vendor unit"]), (["Deputy"], ["SG"])]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["Étape 1", "Étape 2"], ["En cours", "Achevé"]),
        (["Activité 1", "Activité 2"], ["50 %", "100 %"]),
        (["النشاط 1", "النشاط 2"], ["100 000 درهم", "50 000 درهم"]),
        (["Activité 1", "Activité 2"], ["oui", "non"]),
    ],
)
def test_states_rates_sums_and_ticks_below_counted_steps_are_no_titles(headings: list[str], cells: list[str]) -> None:
    grid = sheet(["Projet", "Responsable", *headings], ["Portail", "DSI", *cells], ["Forum", "DAF", *cells])
    imported = read(grid)
    assert accounted(imported, grid)
    assert not any("milestones" in one for one in commitments_of(imported))
    assert codes(imported).count("import/column-unmapped") == len(headings)


def test_a_step_named_like_a_state_is_a_step_where_most_are_none() -> None:
    found = _first(sheet(["Projet", "Étape 1", "Étape 2"], ["Portail", "Étude", "Clôture"], ["Forum", "Appel", "–"]))
    assert [one["title"]["fr"] for one in found["milestones"]] == ["Étude", "Clôture"]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (["Axe", "Projet 1", "Projet 2"], [["Un", 12, "Forum"], ["Deux", "Portail", 14]]),
        (["Responsable", "Projets : 5", "Activité"], [["DSI", 12, "Étude"], ["SG", 13, "Réunion"]]),
        (["Projet", "Activité 1", "Activité 2"], [["Portail", "Étudier", 2026], ["Forum", "Publier", "Réunir"]]),
    ],
)
def test_numbers_below_headings_that_count_titles_are_looked_at_as_texts_are(
    header: list[Any], rows: list[Any]
) -> None:
    grid = sheet(header, *rows)
    assert accounted(read(grid), grid)
