"""A title of the plan on a sheet that else says how to fill the workbook in; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

TABLE = {
    "fr": (["Projet", "Responsable"], ["Portail", "DSI"], ["Forum", "SG"]),
    "ar": (["المشروع", "المسؤول"], ["البوابة", "الإعلاميات"], ["المنتدى", "الكتابة"]),
    "en": (["Commitment", "Lead"], ["Portal", "IT"], ["Forum", "Clerk"]),
    "es": (["Compromiso", "Responsable"], ["Portal", "TI"], ["Foro", "Secretaría"]),
}


def _plan(help_sheet: Grid, language: str = "fr", above: str = "") -> dict[str, Any]:
    table = sheet(*([[above], [""]] if above else []), *TABLE[language], name="Axe 1")
    imported = read(help_sheet, table, source="x.xlsx")
    assert accounted(imported, help_sheet, table)
    (plan,) = shown(imported)["plans"]
    assert isinstance(plan, dict)
    return plan


@pytest.mark.parametrize(
    ("name", "language", "title", "how"),
    [
        ("Lisez-moi", "fr", "Programme d'ouverture de la commune de Bir Inventé 2025-2027", "Remplir une ligne."),
        ("تعليمات", "ar", "برنامج عمل الانفتاح لجماعة بئر الخيال 2025-2027", "المرجو ملء سطر لكل مشروع."),
        ("Read me", "en", "Open Government Action Plan 2025-2027", "Fill in one row for each commitment."),
        ("Instrucciones", "es", "Plan de acción de gobierno abierto 2025-2027", "Llene una fila por compromiso."),
    ],
)  # fmt: skip
def test_a_title_with_years_on_a_sheet_of_help_is_the_plan_s(name: str, language: str, title: str, how: str) -> None:
    plan = _plan(sheet([title], [""], [how], ["…"], name=name), language)
    assert [*plan["title"].values()] == [title]
    assert plan["period"] == {"start": "2025", "end": "2027"}


@pytest.mark.parametrize(
    "line",
    [
        "Comment remplir le programme d'ouverture 2025-2027",
        "Mode d'emploi du plan d'action 2025-2027",
        "Programme d'ouverture : une ligne par projet",
        "Le plan d'action 2025-2027 est à renvoyer avant mai.",
    ],
)
def test_lines_that_say_how_to_fill_it_in_are_no_title(line: str) -> None:
    assert _plan(sheet([line], ["Remplir une ligne par projet."], name="Lisez-moi"))["title"] == {"fr": "x"}


def test_the_title_above_the_table_comes_first() -> None:
    help_sheet = sheet(["Programme d'ouverture 2025-2027"], ["Remplir une ligne."], name="Lisez-moi")
    title = "Programme d'ouverture de la commune de Bir Inventé 2024-2026"
    assert _plan(help_sheet, above=title)["title"] == {"fr": title}


def test_whose_plan_it_is_stands_above_its_title_on_a_sheet_of_help() -> None:
    rows = [
        ["ROYAUME DU MAROC"],
        ["Commune de Bir Inventé"],
        ["Programme d'ouverture 2025-2026"],
        ["Une ligne par projet"],
    ]
    plan = _plan(sheet(*rows, name="Lisez-moi"))
    assert plan["title"] == {"fr": "Programme d'ouverture 2025-2026"}
    assert plan["collectivities"] == ["Bir Inventé"]


@pytest.mark.parametrize(
    ("line", "name", "country"), [("Ville de Niort (France)", "Niort", "FR"), ("Commune de Salé", "Salé", "MA")]
)
def test_whose_plan_it_is_right_below_its_title(line: str, name: str, country: str) -> None:
    guide = sheet(["Plan d'action 2026-2028"], [line], ["Comment lire ce classeur"], name="Lisez-moi")
    grid = sheet(["Réf.", "Intitulé du projet", "Porteur"], ["P1", "Portail", "DSI"], ["P2", "Budget", "DAF"])
    (one,) = shown(read(guide, grid))["collectivities"]
    assert (one["name"], one["country"]) == ({"fr": name}, country)
