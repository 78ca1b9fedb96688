"""Years of the plan that stand beside the collectivity, or on a line of their own, above a table."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_ROWS = [["Projet", "Porteur"], ["Portail", "DSI"], ["Budget", "DAF"]]


@pytest.mark.parametrize(
    "above",
    [
        [["PROGRAMME D’OUVERTURE"], ["COMMUNE DE TIZNIT 2026-2027"]],
        [["Programme d’ouverture"], ["(2026 – 2027)"]],
        [["جماعة تيزنيت"], ["برنامج عمل الانفتاح"], ["2026-2027"]],
        [["Programme d’ouverture"], ["Période 2026/2027"]],
    ],
)
def test_years_are_the_period_of_the_plan(above: list[list[str]]) -> None:
    tree = shown(read(sheet(*above, *_ROWS)))
    assert tree["plans"][0]["period"] == {"start": "2026", "end": "2027"}
    assert "x_unmapped" not in tree


def test_one_year_alone_is_kept() -> None:
    tree = shown(read(sheet(["Programme d’ouverture"], ["2026"], *_ROWS)))
    assert "period" not in tree["plans"][0]
    assert [kept["text"] for kept in tree["x_unmapped"]] == ["2026"]


@pytest.mark.parametrize(
    "group", ["Calendrier", "Calendrier de réalisation", "Timeline", "الجدولة الزمنية", "Calendario"]
)
@pytest.mark.parametrize("costs", [False, True])
def test_crosses_below_the_years_of_a_calendar_are_times(group: str, costs: bool) -> None:
    more = ["Coût prévisionnel (DH)", "", ""] if costs else []
    sums = [[100, 50, ""], ["", 30, 30]] if costs else [[], []]
    grid = sheet(
        ["Projet", group, "", "", *more],
        ["", 2026, 2027, 2028, *([2026, 2027, 2028] if costs else [])],
        ["Portail", "X", "X", "", *sums[0]],
        ["Forum", "", "X", "X", *sums[1]],
        merges=("A1:A2", "B1:D1", *(["E1:G1"] if costs else [])),
    )
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [(one["start"], one["end"]) for one in plan["commitments"]] == [("2026", "2027"), ("2027", "2028")]
    assert not any("schedule" in one for one in plan["commitments"])
    assert "import/date-unread" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("above", [["Plan", "2025-2027"], ["Année", 2025], ["Période", "T2 2025"]])
def test_a_time_beside_its_label_above_names_is_no_time_of_the_columns_behind_it(above: list[Any]) -> None:
    heads = ["Projet", "Action prévue", "Statut", "Commentaires"]
    tree = shown(
        read(sheet(above, heads, ["Portail", "Publier", "En cours", "Abc."], ["Forum", "Réunir", "Achevé", ""]))
    )
    (first, _) = tree["plans"][0]["commitments"]
    (step,) = first["milestones"]
    assert step["status"] == {"code": "in_progress", "original": "En cours"}
    assert not any(one.get("period") == {"start": "2025", "end": "2027"} for one in tree.get("progress_updates", []))


@pytest.mark.parametrize("above", [["Plan", "2025-2027"], ["Année", 2025], ["Année :", "2025"], ["السنة", "2025"]])
@pytest.mark.parametrize("second", ["Responsable", "Budget", "Échéance"])
def test_a_label_and_a_time_above_a_table_are_no_group_of_any_column(above: list[Any], second: str) -> None:
    rows = [["Projet", second, "Réalisé", "État"], ["Portail", "DSI", "20 %", "En cours"]]
    made = read(grid := sheet([*above, "", ""], *rows))
    (one,) = shown(made)["plans"][0]["commitments"]
    assert one["status"] == {"code": "in_progress", "original": "En cours"}
    assert one["progress"] == 20
    assert "progress_updates" not in shown(made)
    assert accounted(made, grid)


@pytest.mark.parametrize("label", ["Plan", "Plan :", "البرنامج", "Programme"])
def test_the_word_for_a_plan_beside_its_years_is_no_title(label: str) -> None:
    tree = shown(read(sheet([label, "2025-2027"], *_ROWS, name="Feuille")))
    assert tree["plans"][0]["period"] == {"start": "2025", "end": "2027"}
    assert [*tree["plans"][0]["title"].values()] == ["fichier"]
    assert "x_unmapped" not in tree


@pytest.mark.parametrize("parts", [["T1", "T2", "T3"], ["janvier", "février", "mars"], ["Prévu", "Réalisé"]])
def test_a_year_above_parts_of_it_is_their_group(parts: list[str]) -> None:
    row = ["Portail", *["x" if len(parts) > 2 else "20 %"] * len(parts)]
    made = read(sheet(["Année", "2025", *[""] * (len(parts) - 1)], ["Projet", *parts], row))
    assert "2025" in str(shown(made)["plans"][0]["commitments"]) or "progress_updates" in shown(made)


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Plan", "Programme d'ouverture 2026-2027"),
        ("Programme :", "Programme d'ouverture 2026-2027"),
        ("البرنامج", "برنامج عمل الانفتاح 2026-2027"),
    ],
)
def test_the_word_for_a_plan_beside_its_title_is_the_label_of_that(label: str, title: str) -> None:
    made = read(grid := sheet([label, title, ""], ["Projet", "Responsable", "Échéance"], ["Portail", "DSI", "2026-05"]))
    (plan,) = shown(made)["plans"]
    assert [*plan["title"].values()] == [title]
    assert plan["period"] == {"start": "2026", "end": "2027"}
    assert "x_unmapped" not in shown(made)
    assert accounted(made, grid)


def test_the_word_for_a_plan_alone_is_no_title() -> None:
    rows = ["Projet", "Responsable", "Échéance"], ["Portail", "DSI", "2026-05"]
    made = read(grid := sheet(["Plan", "Version finale", ""], *rows, name="Feuille"))
    assert [*shown(made)["plans"][0]["title"].values()] == ["fichier"]
    assert "Version finale" in [one["text"] for one in shown(made)["x_unmapped"]]
    assert accounted(made, grid)


@pytest.mark.parametrize("label", ["Projet", "المشروع"])
def test_a_year_beside_the_word_for_projects_is_no_project(label: str) -> None:
    grid = sheet([label, 2025], ["Titre", "Budget"], ["Portail", "1000 DH"], ["Forum", "500 DH"])
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [one["title"] for one in plan["commitments"]] == [{"fr": "Portail"}, {"fr": "Forum"}]
    assert {"import/kept-above"} <= set(codes(imported))
    assert accounted(imported, grid)


@pytest.mark.parametrize("words", ["{}", "Exercice {}", "سنة {}"])
def test_years_above_sums_are_the_years_of_these(words: str) -> None:
    years = [words.format(year) for year in (2025, 2026)]
    grid = sheet(["Projet", years[0], years[1]], ["Titre", "Budget", "Budget"], ["Portail", "1000 DH", "500 DH"])
    imported = read(grid)
    (one,) = shown(imported)["plans"][0]["commitments"]
    assert [(line["year"], line["amount"]["value"]) for line in one["budget"]] == [(2025, "1000"), (2026, "500")]
    assert accounted(imported, grid)


def test_numbers_of_which_half_are_above_100_are_no_rates() -> None:
    grid = sheet(["Projet", "Budget 2025", "Réalisé 2025"], ["Portail", "1000 DH", 500], ["Forum", "900 DH", 100])
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert not any("progress" in one for one in plan["commitments"])
    assert {"import/percent-out-of-range", "import/percent-unread"} <= set(codes(imported))
    assert accounted(imported, grid)
