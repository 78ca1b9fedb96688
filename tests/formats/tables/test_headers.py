"""Headers of tables: where they begin and end, what headings mean below and beside each other, units of columns."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.layout import regions


def _commitments(*grids: Grid) -> list[dict[str, Any]]:
    imported = read(*grids)
    assert accounted(imported, *grids)
    found: list[dict[str, Any]] = shown(imported)["plans"][0]["commitments"]
    return found


@pytest.mark.parametrize("name", ["Liste des projets", "Guide PAC", "Codes"])
def test_a_sheet_with_a_table_is_read_whatever_its_name(name: str) -> None:
    found = _commitments(sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], name=name))
    assert [one["number"] for one in found] == ["1"]


def test_a_sheet_that_is_help_by_its_name_is_said() -> None:
    imported = read(sheet(["Projet", "Statut"], ["Portail", "En cours"]), sheet(["Une note"], name="Mode d'emploi"))
    assert codes(imported).count("import/sheet-as-help") == 1


def test_the_first_of_two_tables_is_kept() -> None:
    found = _commitments(
        sheet(
            ["N°", "Projet", "Responsable"],
            ["1", "Portail", "DSI"],
            ["2", "Forum", "SG"],
            [""],
            ["N°", "Projet", "Budget (DH)", "Échéance", "Statut"],
            ["1", "Portail", 50000, "2026", "En cours"],
        )
    )
    assert [one["leads"][0]["name"]["fr"] for one in found[:2]] == ["DSI", "SG"]


def test_infinitives_are_data_and_instructions_are_help() -> None:
    found = _commitments(sheet(["Projet", "Activité"], ["Choisir un lieu", "Saisir les données"], ["Forum", "Inviter"]))
    assert [one["title"]["fr"] for one in found] == ["Choisir un lieu", "Forum"]
    found = _commitments(sheet(["Projet", "Activité"], ["Saisir un titre (champ texte)", "Saisissez"], ["Forum", "A"]))
    assert [one["title"]["fr"] for one in found] == ["Forum"]


def test_a_header_of_three_merged_rows() -> None:
    found = _commitments(
        sheet(
            ["Projet", "Planification", "", "", "Observations"],
            ["", "Calendrier", "", "Moyens", ""],
            ["", "Début", "Fin", "Budget (DH)", ""],
            ["Portail", "02/2026", "04/2026", 40000, "RAS"],
            merges=("A1:A3", "B1:D1", "B2:C2", "E1:E3"),
        )
    )
    assert (found[0]["start"], found[0]["end"]) == ("2026-02", "2026-04")
    assert found[0]["budget"][0]["amount"]["value"] == "40000"


def test_quarters_below_years() -> None:
    found = _commitments(
        sheet(
            ["Projet", "2025", "", "2026", ""],
            ["", "T3", "T4", "T1", "T2"],
            ["Portail", "", "X", "X", ""],
            merges=("A1:A2", "B1:C1", "D1:E1"),
        )
    )
    assert (found[0]["start"], found[0]["end"]) == ("2025-Q4", "2026-Q1")


def test_funders_below_a_group_of_money() -> None:
    found = _commitments(
        sheet(
            ["Projet", "Montage financier (en KDH)", "", ""],
            ["", "Commune", "DGCT", "Total"],
            ["Portail", 150, 300, 450],
            merges=("A1:A2", "B1:D1"),
        )
    )
    lines = [(line.get("funder", {}).get("name", {}).get("fr"), line["amount"]["value"]) for line in found[0]["budget"]]
    assert lines == [("Commune", "150000"), ("DGCT", "300000"), (None, "450000")]


@pytest.mark.parametrize("heading", ["Budget (x1000 DH)", "Budget (×1000 DH)", "Budget (en mille DH)"])
def test_units_of_thousands(heading: str) -> None:
    found = _commitments(sheet(["Projet", "Responsable", heading], ["Portail", "DSI", 50]))
    assert found[0]["budget"][0]["amount"]["value"] == "50000"


def test_a_unit_above_the_table_is_that_of_its_amounts() -> None:
    grid = sheet(["", "(en milliers de dirhams)"], ["Projet", "Budget"], ["Portail", 250])
    assert _commitments(grid)[0]["budget"][0]["amount"] == {"value": "250000", "currency": "MAD"}
    assert "import/unit-of-table" in codes(read(grid))


def test_a_target_beside_an_indicator_is_the_indicators() -> None:
    found = _commitments(sheet(["Projet", "Indicateur", "Cible"], ["Portail", "Visites", 1000]))
    assert found[0]["indicators"][0]["target"]["value"] == "1000"
    found = _commitments(sheet(["Projet", "Responsable", "Cible"], ["Portail", "DSI", "Jeunes"]))
    assert found[0]["beneficiaries"] == {"fr": "Jeunes"}


@pytest.mark.parametrize("heading", ["Commitment #", "# Commitment", "Commitment n°"])
def test_a_sign_for_numbers_makes_a_number_of_a_title(heading: str) -> None:
    found = _commitments(sheet([heading, "Commitment", "Lead"], ["7", "Open data", "IT"]))
    assert found[0]["number"] == "7"


def test_titles_in_two_languages_are_one_title() -> None:
    found = _commitments(sheet(["Projet", "المشروع", "Statut"], ["Portail", "البوابة", "En cours"]))
    assert found[0]["title"] == {"fr": "Portail", "ar": "البوابة"}
    assert "milestones" not in found[0]


def test_amounts_below_plain_years() -> None:
    found = _commitments(sheet(["Projet", "Responsable", 2025, 2026], ["Portail", "DSI", 100000, 50000]))
    assert [line["year"] for line in found[0]["budget"]] == [2025, 2026]


def test_a_form_with_merged_cells() -> None:
    found = _commitments(
        sheet(
            ["Intitulé du projet", "Portail", ""],
            ["Axe", "Transparence", ""],
            ["Responsable", "DSI", ""],
            ["Date de début", "01/2026", ""],
            merges=("B1:C1", "B2:C2", "B3:C3", "B4:C4"),
        )
    )
    assert found[0]["start"] == "2026-01"


_CELL = st.sampled_from(["", "Projet", "Budget (DH)", "2025", 2025, "T1", "X", "Cible", "Indicateur", "#", "N°", 12.5])


@given(st.lists(st.lists(_CELL, min_size=1, max_size=5), min_size=1, max_size=6), st.booleans())
def test_any_cells_are_accounted_for(rows: list[list[Any]], merged: bool) -> None:
    grid = sheet(*rows, merges=("A1:A2", "B1:C1") if merged else ())
    assert accounted(read(grid), grid)


@pytest.mark.parametrize(
    "title", ["Plan d'action de la Commune de Oued Fictif 2025-2026", "برنامج عمل جماعة واد الخيال 2025"]
)
def test_the_beginning_of_a_made_up_name_is_no_commune(title: str) -> None:
    imported = read(sheet([title], ["Projet", "Responsable"], ["Portail", "DSI"]))
    assert "collectivities" not in shown(imported)
    assert "import/territory-part" in codes(imported)
    assert "import/territory-recognised" not in codes(imported)


@pytest.mark.parametrize("heading", ["الصفحة", "الصفحات", "Page", "Página"])
def test_a_column_of_pages_is_no_office(heading: str) -> None:
    grid = sheet(["Projet", "Responsable", heading], ["Portail", "DSI", 3], ["Forum", "SG", 4])
    assert "import/column-unmapped" in codes(read(grid))
    assert "import/heading-uncertain" not in codes(read(grid))


@pytest.mark.parametrize(
    ("between", "ends"),
    [
        (["Projet", "Activité", "Responsable", "Statut", "Remarques"], [606]),
        (["Projet", "Activité", "Porteur", "État", "Observations"], [602, 606]),
        (["Portail 5", "Étude 600", "Responsable", "En cours", "Rien"], [606]),
    ],
)
def test_a_header_far_below_is_found_in_columns_of_words_that_recur(between: list[str], ends: list[int]) -> None:
    data = [[f"Portail {at % 5}", f"Étude {at}", "DSI", "En cours", "Rien"] for at in range(600)]
    heading = ["Projet", "Activité", "Responsable", "Statut", "Remarques"]
    found = regions(sheet(heading, *data, [""], between, *data[:3]), {})
    assert [one.end for one in found] == ends


@pytest.mark.parametrize("step", ["Activité", "Étude"])
def test_headings_that_stand_again_below_projects_that_are_but_numbered_end_nothing(step: str) -> None:
    head = ["Projet", "Activité", "Responsable", "Statut", "Remarques"]
    rows = [[f"Projet {number}", f"{step} {number}", "DSI", "En cours", "Rien"] for number in range(1, 7)]
    found = _commitments(sheet(head, *rows[:3], head, *rows[3:]))
    assert [one["title"] for one in found] == [{"fr": f"Projet {number}"} for number in range(1, 7)]


def test_a_row_that_fills_the_columns_headings_are_merged_over_belongs_to_the_header() -> None:
    grid = sheet(
        ["N°", "Projet", "Responsable", "", "Durée", "Budget", ""],
        ["", "", "Politique", "Technique", "(mois)", "Montant (DH)", "Origine"],
        [1, "Portail", "Mme Alami, adjointe", "DSI", 6, 5000, "Commune"],
        [2, "Forum", "", "SG", 12, 9000, "INDH"],
        merges=("C1:D1", "F1:G1"),
    )
    first, second = _commitments(grid)
    assert second["leads"] == [{"name": {"fr": "SG"}}]
    assert first["schedule"] == {"fr": "6 mois"}
    assert first["budget"][0]["amount"] == {"value": "5000", "currency": "MAD"}
    assert "import/pieces-kept" not in codes(read(grid))


def test_a_row_of_data_below_merged_headings_is_none_of_the_header() -> None:
    grid = sheet(
        ["N°", "Projet", "Responsable", "", "Partenaires", ""],
        ["", "Portail", "Voirie", "Hygiène", "INDH", "Région"],
        [2, "Forum", "DSI", "SG", "ONG", "DGCT"],
        merges=("C1:D1", "E1:F1"),
    )
    assert len(_commitments(grid)) == 2
