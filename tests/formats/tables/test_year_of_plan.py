"""The year of a plan of one year in its title; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown

from opengov_local.formats.tables.drafted.plan_years import year_of_plan


@pytest.mark.parametrize(
    "title",
    [
        "Programme d'ouverture 2025",
        "Plan de mise en œuvre du programme d'ouverture 2025",
        "Plan annuel de mise en œuvre du programme communal pour 2025",
        "Plan d'exécution 2025",
        "Implementation plan of the open government programme 2025",
        "Plan anual de ejecución 2025",
        "مخطط تنفيذ برنامج الانفتاح لسنة 2025",
    ],
)
def test_the_year_of_a_plan_and_of_what_is_done_with_it_is_its_period_and_said(title: str) -> None:
    imported = read(sheet([title], [""], ["Engagement", "Activité"], ["Portail", "Ouvrir"]))
    (plan,) = shown(imported)["plans"]
    assert plan["period"] == {"start": "2025", "end": "2025"}
    said = [finding.params for finding in imported.findings if finding.code == "import/assumed"]
    assert {"field": "period", "value": "2025"} in said


@pytest.mark.parametrize(
    "title",
    [
        "Mise en œuvre du programme d'ouverture 2025",
        "Suivi du plan d'action 2025",
        "Plan de mise en œuvre : situation 2025",
        "Plan d'exécution mis à jour en 2025",
        "Plan de mise en œuvre de la loi 2018",
        "خطة تنفيذ القانون 2018",
    ],
)
def test_a_year_of_something_else_is_not_that_of_the_plan(title: str) -> None:
    assert year_of_plan(title) == ""


@pytest.mark.parametrize(
    "line",
    [
        ["Plan d'action : 2026-2027"],
        ["Plan d'action", "2026-2027"],
        ["Action plan: 2026–2027"],
        ["Plan de acción: 2026 - 2027"],
        ["خطة العمل: 2026-2027"],
    ],
)
def test_years_alone_behind_the_word_for_a_plan_are_its_period_and_no_title(line: list[str]) -> None:
    imported = read(sheet(line, ["Engagement", "Activité"], ["Portail", "Ouvrir"]))
    (plan,) = shown(imported)["plans"]
    assert plan["period"] == {"start": "2026", "end": "2027"}
    assert plan["title"] == {"fr": "fichier"}
    said = [finding for finding in imported.findings if finding.code == "import/assumed"]
    assert ("title", "fichier") in [(one.params["field"], one.params["value"]) for one in said]
