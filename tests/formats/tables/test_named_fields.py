"""Tables that name in the column of indicators what they report of a project; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


def _told(update: dict[str, Any]) -> tuple[Any, ...]:
    return update["target"], update["date"], update.get("progress"), update.get("status", {}).get("code")


@pytest.mark.parametrize(
    ("headings", "rate", "state", "words"),
    [
        (["Projet", "Indicateur", "Valeur", "Date"], "Taux d’avancement", "Statut", ("En cours", "Réalisé")),
        (["Project", "Indicator", "Value", "Date"], "Progress (%)", "Status", ("In progress", "Completed")),
        (["المشروع", "المؤشر", "القيمة", "التاريخ"], "نسبة الإنجاز", "الحالة", ("في طور الإنجاز", "منجز")),
        (["Proyecto", "Indicador", "Valor", "Fecha"], "Porcentaje de avance", "Estado", ("En curso", "Finalizado")),
    ],
)
def test_rates_and_states_are_no_indicators(headings: list[Any], rate: str, state: str, words: tuple[str, str]) -> None:
    grid = sheet(
        headings,
        ["Portail", rate, "40 %", "2025-06-30"],
        ["Portail", state, words[0], "2025-06-30"],
        ["Portail", rate, "100 %", "2025-12-31"],
        ["Portail", state, words[1], "2025-12-31"],
        ["Budget", rate, "60 %", "2025-06-30"],
    )
    imported = read(grid)
    tree = shown(imported)
    assert [_told(one) for one in tree["progress_updates"]] == [
        ("Portail", "2025-06-30", 40, "in_progress"),
        ("Portail", "2025-12-31", 100, "completed"),
        ("Budget", "2025-06-30", 60, None),
    ]
    assert not any("indicators" in one for one in tree["plans"][0]["commitments"])
    assert accounted(imported, grid)


def test_indicators_beside_them_stay_what_they_are() -> None:
    grid = sheet(
        ["Projet", "Indicateur", "Valeur", "Date"],
        ["Portail", "Taux d'avancement", "40 %", "2025-06-30"],
        ["Portail", "Nombre de visites", 1200, "2025-06-30"],
        ["Portail", "Taux d'avancement", "60 %", "2025-12-31"],
        ["Portail", "Nombre de visites", 2400, "2025-12-31"],
    )
    imported = read(grid)
    tree = shown(imported)
    assert [_told(one)[1:3] for one in tree["progress_updates"]] == [("2025-06-30", 40), ("2025-12-31", 60)]
    (visits,) = tree["plans"][0]["commitments"][0]["indicators"]
    assert [(one["value"], one["date"]) for one in visits["values"]] == [("1200", "2025-06-30"), ("2400", "2025-12-31")]
    assert accounted(imported, grid)


def test_what_is_said_twice_of_one_time_stays_in_two_rows() -> None:
    grid = sheet(
        ["Projet", "Indicateur", "Valeur"],
        ["Portail", "Statut", "En cours"],
        ["Portail", "Statut", "Réalisé"],
    )
    imported = read(grid)
    assert "import/conflict" in codes(imported)
    assert accounted(imported, grid)
