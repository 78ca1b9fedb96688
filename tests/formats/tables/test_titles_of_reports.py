"""Titles of tables that follow a plan up; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

_ROWS = (["N°", "Projet", "Responsable", "Statut"], [1, "Portail", "DSI", "En cours"], [2, "Forum", "SG", "Réalisé"])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Tableau de bord du plan d'action communal 2025-2027", "plan d'action communal 2025-2027"),
        ("Tableau de suivi de la mise en œuvre du Programme d'ouverture 2026", "Programme d'ouverture 2026"),
        ("Plan d'action 2026 : tableau de bord", "Plan d'action 2026"),
        ("Programme d'ouverture 2026-2027 - Tableau de suivi", "Programme d'ouverture 2026-2027"),
        ("Plan d'action 2026 : état d'avancement au 30/06/2026", "Plan d'action 2026"),
        ("Open Government Action Plan 2026: dashboard", "Open Government Action Plan 2026"),
        ("برنامج عمل الانفتاح 2026: لوحة القيادة", "برنامج عمل الانفتاح 2026"),
        ("جدول تتبع تنفيذ برنامج الانفتاح لجماعة خيالية", "برنامج الانفتاح لجماعة خيالية"),
    ],
)
def test_the_plan_is_what_the_table_follows_up(line: str, title: str) -> None:
    made = read(sheet([line], *_ROWS))
    (plan,) = shown(made)["plans"]
    assert [*plan["title"].values()] == [title]
    assert [f.params["value"] for f in made.findings if f.params.get("field") == "title"] == [title]
    assert "import/kept-above" not in codes(made)


@pytest.mark.parametrize(
    "line",
    [
        "Bilan du programme d'ouverture 2024-2025",
        "Tableau de bord du plan d'action",
        "Plan d'action : tableau de bord",
        "بطاقات مشاريع برنامج الانفتاح لجماعة خيالية",
    ],
)
def test_other_titles_stay_whole(line: str) -> None:
    (plan,) = shown(read(sheet([line], *_ROWS)))["plans"]
    assert [*plan["title"].values()] == [line]


def test_a_sheet_that_follows_up_has_the_title_of_the_plan() -> None:
    planned = sheet(["Plan d'action 2026"], *(row[:3] for row in _ROWS))
    followed = sheet(["Tableau de suivi du Plan d'action 2026"], *_ROWS, name="Suivi")
    (plan,) = shown(read(planned, followed))["plans"]
    assert [*plan["title"].values()] == ["Plan d'action 2026"]


def test_words_of_a_follow_up_beside_the_name_of_a_plan_are_not_its_title() -> None:
    made = read(sheet(["Plan d'action 2026", "tableau de bord"], *_ROWS))
    (plan,) = shown(made)["plans"]
    assert [*plan["title"].values()] == ["Plan d'action 2026"]
    assert "import/kept-above" in codes(made)


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("Modèle de plan d'action OGP Local", "Plan d'action 2026-2028"),
        ("Formulaire de soumission du plan d'action", "Plan d'action de la commune de Tiznit"),
        ("نموذج برنامج عمل الانفتاح", "برنامج عمل الانفتاح 2026-2028"),
    ],
)
def test_the_name_of_a_form_is_no_title_above_the_one_of_the_plan(form: str, title: str) -> None:
    made = read(sheet([form], [title], *_ROWS))
    (plan,) = shown(made)["plans"]
    assert [*plan["title"].values()] == [title]
    assert [each["text"] for each in plan["x_unmapped"]] == [form]
    assert {"import/assumed", "import/kept-above"} <= {*codes(made)}


def test_the_name_of_a_form_stays_the_title_above_other_lines() -> None:
    made = read(sheet(["Modèle de plan d'action"], ["Adopté par le conseil communal le 5 mars 2026"], *_ROWS))
    assert shown(made)["plans"][0]["title"] == {"fr": "Modèle de plan d'action"}
