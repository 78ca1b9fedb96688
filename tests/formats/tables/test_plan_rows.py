"""A first row that says "Plan" in the column of levels names the plan; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

FRENCH = [
    ["Niveau", "N°", "Désignation", "Responsable"],
    ["Axe", "1", "Transparence", ""],
    ["Projet", "1.1", "Publier les arrêtés", "Secrétariat"],
    ["Activité", "1.1.1", "Numériser les registres", "Archives"],
]


@pytest.mark.parametrize(
    ("heading", "row", "title", "years"),
    [
        (FRENCH[0], ["Programme", "", "Programme d'ouverture 2026-2027", ""], "Programme d'ouverture 2026-2027", True),
        (FRENCH[0], ["PLAN", "", "Une ville qui rend compte", ""], "Une ville qui rend compte", False),
        (["المستوى", "الرقم", "العنوان", "المسؤول"], ["البرنامج", "", "الجماعة المنفتحة 2026-2027", ""],
         "الجماعة المنفتحة 2026-2027", True),
    ],
)  # fmt: skip
def test_the_row_of_the_plan_is_its_title(heading: list[str], row: list[str], title: str, years: bool) -> None:
    imported = read(sheet(heading, row, *FRENCH[1:]))
    plan = shown(imported)["plans"][0]
    assert [*plan["title"].values()] == [title]
    assert plan.get("period", {}) == ({"start": "2026", "end": "2027"} if years else {})
    assert [axis["title"] for axis in plan["axes"]] == [{"fr": "Transparence"}]
    assert [one["title"] for one in plan["commitments"]] == [{"fr": "Publier les arrêtés"}]
    assert "import/row-without-title" not in codes(imported)


def told(above: str) -> Any:
    row = ["Plan", "", "Plan d'action 2026-2027", ""]
    return read(sheet([above, "", "", ""], ["", "", "", ""], FRENCH[0], row, *FRENCH[1:]))


def test_the_title_above_again_is_one_title() -> None:
    imported = told("Plan d'action 2026-2027")
    assert shown(imported)["plans"][0]["title"] == {"fr": "Plan d'action 2026-2027"}
    assert "import/kept-above" not in codes(imported)


def test_another_title_above_stays_and_the_row_is_kept_and_said() -> None:
    imported = told("Programme d'ouverture 2024-2026")
    assert shown(imported)["plans"][0]["title"] == {"fr": "Programme d'ouverture 2024-2026"}
    assert "import/kept-above" in codes(imported)
    assert imported.account
    assert [entry.piece.text for entry in imported.account.of("unmapped")] == ["Plan d'action 2026-2027"]


def test_what_else_the_row_of_the_plan_says_is_kept_and_said() -> None:
    imported = read(sheet(FRENCH[0], ["Plan", "P", "Plan d'action 2026-2027", "Mairie"], *FRENCH[1:]))
    assert shown(imported)["plans"][0]["title"] == {"fr": "Plan d'action 2026-2027"}
    assert "import/kept-above" in codes(imported)
    assert imported.account
    assert [entry.piece.text for entry in imported.account.of("unmapped")] == ["P", "Mairie"]


def test_several_programmes_are_no_plan() -> None:
    programmes = [["Programme", str(at), f"Programme des quartiers {at}", ""] for at in (1, 2)]
    imported = read(sheet(FRENCH[0], programmes[0], *FRENCH[2:], programmes[1], *FRENCH[2:]))
    assert shown(imported)["plans"][0]["title"] == {"fr": "fichier"}
