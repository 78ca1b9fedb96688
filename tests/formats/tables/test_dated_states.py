"""States and rates at days that headings or cells name: the last one is the present one, with its day; all made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid
from opengov_local.importing.state_days import day_of_state

Stated = tuple[str | None, str | None, int | None]


def _steps(grid: Grid) -> list[Stated]:
    """Gives of each milestone the code and day of its state, and its rate."""
    imported = read(grid)
    assert accounted(imported, grid)
    assert "import/conflict" not in codes(imported)
    (plan,) = shown(imported)["plans"]
    steps = [step for one in plan["commitments"] for step in one["milestones"]]
    return [(_status(step).get("code"), _status(step).get("as_of"), step.get("progress")) for step in steps]


def _status(one: dict[str, Any]) -> dict[str, Any]:
    status: dict[str, Any] = one.get("status", {})
    return status


def _updates(grid: Grid) -> list[tuple[Any, ...]]:
    return [
        (one["target"], one.get("date") or one["period"]["end"], _status(one).get("code"), one.get("progress"))
        for one in shown(read(grid)).get("progress_updates", ())
    ]


BLOCKS = sheet(
    ["Projet", "Activité", "Situation au 30/06/2025", "", "Situation au 31/12/2025", ""],
    ["", "", "État", "Taux", "État", "Taux"],
    ["Portail", "Étude", "En cours", "40%", "Réalisé", "100%"],
    ["", "Publier", "Non démarré", "0%", "En cours", "20%"],
    ["", "Former", "En cours", "10%", "", ""],
)
ROWS = sheet(
    ["Projet", "Activité", "Période", "État", "Taux"],
    ["Portail", "Étude", "30/06/2025", "En cours", "40%"],
    ["Portail", "Étude", "31/12/2025", "Réalisé", "100%"],
    ["Portail", "Publier", "30/06/2025", "Non démarré", "0%"],
    ["Portail", "Publier", "31/12/2025", "En cours", "20%"],
    ["Portail", "Former", "30/06/2025", "En cours", "10%"],
)


@pytest.mark.parametrize("grid", [BLOCKS, ROWS])
def test_the_last_of_several_dated_states_is_the_present_one_in_columns_as_in_rows(grid: Grid) -> None:
    assert _steps(grid) == [
        ("completed", "2025-12-31", 100),
        ("in_progress", "2025-12-31", 20),
        ("in_progress", "2025-06-30", 10),
    ]
    assert len(_updates(grid)) == 5


def test_a_column_of_the_present_state_stands_before_those_of_dates() -> None:
    grid = sheet(["Projet", "Activité", "Taux", "Taux au 30/06/2025", "Taux au 31/12/2025"],
                 ["Portail", "Étude", "70%", "20%", "40%"])  # fmt: skip
    assert _steps(grid) == [(None, None, 70)]
    assert [one[1:] for one in _updates(grid)] == [("2025-06-30", None, 20), ("2025-12-31", None, 40)]


def test_a_rate_of_a_time_to_come_is_no_present_one() -> None:
    grid = sheet(["Projet", "Activité", "Taux au 30/06/2026", "Taux au 31/12/2030"], ["Portail", "Étude", "40%", "0%"])
    assert _steps(grid) == [(None, None, 40)]


@pytest.mark.parametrize("heading", ["Taux au 31/12/2025", "Avancement au 31/12/2025 (%)"])
def test_one_dated_rate_is_the_present_one_and_an_update_of_its_day(heading: str) -> None:
    grid = sheet(["Projet", "Activité", heading], ["Portail", "Étude", "40%"], ["", "Publier", "20%"])
    assert _steps(grid) == [(None, None, 40), (None, None, 20)]
    assert _updates(grid) == [("Étude", "2025-12-31", None, 40), ("Publier", "2025-12-31", None, 20)]


def test_one_dated_state_has_its_day() -> None:
    grid = sheet(["Projet", "Activité", "État au 31/12/2025", "Taux"], ["Portail", "Étude", "En cours", "40%"],
                 ["", "Publier", "Réalisé", "100%"])  # fmt: skip
    assert _steps(grid) == [("in_progress", "2025-12-31", 40), ("completed", "2025-12-31", 100)]
    assert _updates(grid) == []


def test_a_rate_of_the_day_of_its_state_needs_no_update() -> None:
    grid = sheet(["Projet", "Activité", "Situation au 31/12/2025", ""], ["", "", "État", "Taux"],
                 ["Portail", "Étude", "En cours", "40%"], ["", "Publier", "", "20%"])  # fmt: skip
    assert _steps(grid) == [("in_progress", "2025-12-31", 40), (None, None, 20)]
    assert _updates(grid) == [("Publier", "2025-12-31", None, 20)]


@pytest.mark.parametrize("heading", ["Date de mise à jour", "Last updated", "تاريخ التحيين"])
def test_a_day_of_updating_is_that_of_the_state(heading: str) -> None:
    grid = sheet(["Projet", "Activité", heading, "État", "Taux"], ["Portail", "Étude", "30/06/2025", "En cours", "40%"],
                 ["", "Publier", "15/07/2025", "Réalisé", "100%"])  # fmt: skip
    assert _steps(grid) == [("in_progress", "2025-06-30", 40), ("completed", "2025-07-15", 100)]
    assert _updates(grid) == []


def test_a_day_of_updating_beside_rates_alone_makes_updates_with_them() -> None:
    grid = sheet(["Projet", "Activité", "Taux", "Date de mise à jour"], ["Portail", "Étude", "40%", "30/06/2025"])
    assert _steps(grid) == [(None, None, 40)]
    assert _updates(grid) == [("Étude", "2025-06-30", None, 40)]


@pytest.mark.parametrize("line", [["Situation arrêtée au 30/06/2025"], ["Situation arrêtée au :", "30/06/2025"]])
def test_a_day_above_a_table_of_rates_alone_makes_updates_with_them(line: list[str]) -> None:
    grid = sheet(line, [""], ["Projet", "Activité", "Taux"], ["Portail", "Étude", "30%"], ["", "Publier", ""])
    assert _steps(grid) == [(None, None, 30), (None, None, None)]
    assert _updates(grid) == [("Étude", "2025-06-30", None, 30)]
    assert "import/kept-above" not in codes(read(grid))


@pytest.mark.parametrize(
    ("text", "code", "day"),
    [
        ("En cours (au 30/06/2025)", "in_progress", "2025-06-30"),
        ("Réalisé au 30 juin 2025", "completed", "2025-06-30"),
        ("En cours, au 30 juin 2025 : marché lancé", "in_progress", "2025-06-30"),
        ("En cours - situation au 30/06/2025", "in_progress", "2025-06-30"),
        ("Suspendu au T2 2025", "suspended", "2025-Q2"),
        ("Non démarré (au 30/06/2025)", "not_started", "2025-06-30"),
        ("In progress (as of June 2025)", "in_progress", "2025-06"),
        ("En ejecución (al 30/06/2025)", "in_progress", "2025-06-30"),
        ("في طور الإنجاز (إلى غاية 30/06/2025)", "in_progress", "2025-06-30"),
        ("Réalisé au T1 2026", "completed", "2026-Q1"),
        ("Reporté au 30/06/2025", "delayed", None),
        ("Prévu au 30/06/2025", "not_started", None),
        ("En cours (au 30/06/2031)", "in_progress", None),
        ("En cours jusqu'au 30/06/2025", "in_progress", None),
        ("En cours depuis le 30/06/2025", "in_progress", None),
        ("Réalisé (30/06/2025)", "completed", None),
    ],
)
def test_a_day_in_the_cell_is_that_of_the_state_where_its_words_say_so(text: str, code: str, day: str | None) -> None:
    grid = sheet(["Projet", "Activité", "État"], ["Portail", "Étude", text], ["", "Publier", "En cours"])
    assert _steps(grid) == [(code, day, None), ("in_progress", None, None)]


def test_the_day_in_the_cell_goes_before_that_of_the_heading() -> None:
    rows = [["Portail", "Étude", "En cours (au 30/06/2025)"], ["", "Publier", "Réalisé"]]
    grid = sheet(["Projet", "Activité", "État au 31/12/2025"], *rows)
    assert _steps(grid) == [("in_progress", "2025-06-30", None), ("completed", "2025-12-31", None)]


@pytest.mark.parametrize("heading", ["Commentaire", "Observations"])
def test_remarks_that_are_days_alone_are_those_of_the_states(heading: str) -> None:
    rows = [["Portail", "Étude", "En cours", "au 30/06/2025"], ["", "Publier", "Réalisé", "au 31/12/2025"]]
    grid = sheet(["Projet", "Activité", "État", heading], *rows)
    assert _steps(grid) == [("in_progress", "2025-06-30", None), ("completed", "2025-12-31", None)]
    assert "import/heading-uncertain" in codes(read(grid))


def test_remarks_with_other_words_stay_those() -> None:
    rows = [["Portail", "Étude", "En cours", "au 30/06/2025"], ["", "Publier", "Réalisé", "Marché lancé"]]
    made = read(sheet(["Projet", "Activité", "État", "Commentaire"], *rows))
    (one,) = shown(made)["plans"][0]["commitments"]
    assert [step["additional_information"]["fr"] for step in one["milestones"]] == ["au 30/06/2025", "Marché lancé"]


@pytest.mark.parametrize(
    "text",
    ["En cours, fin prévue au 30/06/2025", "Suspendu (reprise prévue au 01/09/2025)", "Ongoing, due at 30/06/2025"],
)
def test_a_day_of_something_else_in_the_cell_is_not_that_of_the_state(text: str) -> None:
    assert day_of_state(text, "in_progress", date(2026, 11, 30)) is None
