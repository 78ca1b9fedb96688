"""Sheets that tell of one workshop beside the sheet of a plan are that workshop, and no project; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

PLAN = sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"], name="Plan d'action")
FORM = sheet(
    ["Commune", "Tiznit"], ["Intitulé", "Atelier de concertation sur le plan d'action"], ["Date", "12/03/2025"],
    ["Objectif", "Recueillir les avis"], name="Feuil2",
)  # fmt: skip
COVER = sheet(
    ["Commune de Tiznit"], ["Atelier de concertation"], ["Date", "12/03/2025"], ["Lieu", "Salle de réunion"],
    ["Thème", "Transparence"], name="Atelier",
)  # fmt: skip
BROUGHT = sheet(["Proposition", "Suite donnée"], ["Ouvrir un portail", "Retenue"], name="Contributions")


@pytest.mark.parametrize("form", [FORM, COVER])
@pytest.mark.parametrize("first", [True, False])
def test_a_sheet_about_a_workshop_is_no_project(form: Grid, first: bool) -> None:
    sheets = (form, PLAN) if first else (PLAN, form)
    imported = read(*sheets)
    assert accounted(imported, *sheets)
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail", "Forum"]
    (workshop,) = shown(imported)["workshops"]
    assert workshop["title"]["fr"].startswith("Atelier de concertation")
    assert (workshop["date"], workshop["collectivities"]) == ("2025-03-12", ["Tiznit"])
    assert "import/pieces-kept" in codes(imported)


def test_it_is_the_workshop_of_the_contributions_beside_it() -> None:
    (workshop,) = shown(read(PLAN, COVER, BROUGHT))["workshops"]
    assert (workshop["date"], len(workshop["contributions"])) == ("2025-03-12", 1)


@pytest.mark.parametrize(
    "other",
    [
        sheet(["Projet", "Atelier de réparation"], ["Responsable", "DSI"], ["Date", "12/03/2025"], ["Budget", "10 DH"]),
        sheet(["Commune de Tiznit"], ["Plan d'action issu de la concertation"], ["Date", "12/03/2025"], name="Page"),
    ],
)
def test_a_fiche_and_a_cover_page_are_none(other: Grid) -> None:
    assert "workshops" not in shown(read(PLAN, other))
