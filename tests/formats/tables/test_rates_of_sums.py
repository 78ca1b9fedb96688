"""Rates beside sums: of the money or of the work; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


def _progress(header: list[str], *rows: list[Any]) -> tuple[list[int | None], bool]:
    """Gives how far each project is, and whether a column was left unread."""
    grid = sheet(header, *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    rates = [one.get("progress") for one in commitments_of(imported)]
    return rates, "import/column-unmapped" in codes(imported)


@pytest.mark.parametrize(
    "header",
    [
        ["Projet", "Budget (DH)", "Budget exécuté (DH)", "Taux d'exécution"],
        ["Projet", "Crédits ouverts (DH)", "Crédits consommés (DH)", "Taux de réalisation"],
        ["المشروع", "الاعتمادات المفتوحة", "الاعتمادات المستهلكة", "نسبة التنفيذ"],
        ["Project", "Budget (MAD)", "Budget spent (MAD)", "Execution rate"],
        ["Proyecto", "Presupuesto", "Presupuesto ejecutado", "% ejecución"],
    ],
)
def test_rates_that_are_the_share_of_the_sums_beside_them_say_nothing_of_the_work(header: list[str]) -> None:
    assert _progress(header, ["Portail", 100000, 40000, "40 %"], ["Forum", 50000, 50000, "100 %"]) == (
        [None, None],
        True,
    )


def test_rates_that_are_no_share_of_the_sums_are_how_far_the_work_is() -> None:
    rows: list[list[Any]] = [["Portail", 100000, 40000, "75 %"], ["Forum", 50000, 50000, "90 %"]]
    header = ["Projet", "Budget (DH)", "Budget exécuté (DH)", "Taux d'exécution"]
    assert _progress(header, *rows)[0] == [75, 90]
    assert _progress([*header[:3], "%"], *rows)[0] == [None, None]
    alone = [[title, "DSI", spent, rate] for title, _, spent, rate in rows]
    assert _progress(["Projet", "Responsable", *header[2:]], *alone)[0] == [None, None]
    assert _progress(["Projet", "Responsable", header[2], "Taux d'exécution physique"], *alone)[0] == [75, 90]
    assert _progress(["المشروع", "نسبة صرف الميزانية", "نسبة الإنجاز"], ["البوابة", "40 %", "30 %"])[0] == [30]


@pytest.mark.parametrize(
    "heading", ["Taux d'avancement", "Avancement (%)", "نسبة الإنجاز", "Progress (%)", "Completion rate", "% de avance"]
)
def test_rates_that_say_that_they_are_of_the_work_are_so_whatever_the_sums_beside_them(heading: str) -> None:
    rows: list[list[Any]] = [["Portail", 100000, 50000, "50 %"], ["Radio", 200000, 100000, "50 %"]]
    assert _progress(["Projet", "Budget (DH)", "Budget exécuté (DH)", heading], *rows)[0] == [50, 50]


@pytest.mark.parametrize("heading", ["%", "Taux", "Pourcentage"])
def test_a_bare_rate_behind_a_sum_may_be_its_share(heading: str) -> None:
    rows = (["Portail", 100000, "67 %"], ["Forum", 50000, "33 %"])
    assert _progress(["Projet", "Budget (DH)", heading], *rows) == ([None, None], True)


def test_a_sign_alone_is_how_far_things_are_where_something_beside_it_says_so() -> None:
    assert _progress(["Projet", "Responsable", "%"], ["Portail", "DSI", "40 %"]) == ([None], True)
    assert _progress(["Projet", "Statut", "%"], ["Portail", "En cours", "40 %"]) == ([40], False)
    header = ["Projet", "Début", "Fin", "%"]
    assert _progress(header, ["Portail", 2026, 2027, "40 %"], ["Forum", 2026, 2027, "0 %"])[0] == [40, 0]
    assert _progress(header, ["Portail", 2026, 2027, "40 %"], ["Forum", 2026, 2027, "60 %"])[0] == [None, None]


@pytest.mark.parametrize("header", [("Prévu", "Réalisé"), ("Planned", "Done"), ("Prévision", "Réalisation")])
def test_numbers_without_a_sign_beside_those_that_were_planned_count_things(header: tuple[str, str]) -> None:
    projects: list[list[Any]] = [["Portail", "DSI", 12, 8], ["Forum", "SG", 4, 4]]
    assert _progress(["Projet", "Responsable", *header], *projects) == ([None, None], True)


@pytest.mark.parametrize(
    ("heading", "values", "rates"),
    [
        ("Réalisé", (6, 12), [None, None]),
        ("Réalisés", ("6", "12"), [None, None]),
        ("Done", (6, 12), [None, None]),
        ("Réalisé", ("60 %", "100 %"), [60, 100]),
        ("Réalisé (%)", (60, 100), [60, 100]),
        ("Taux réalisé", (60, 100), [60, 100]),
    ],
)
def test_numbers_without_a_sign_below_done_alone_count_things(
    heading: str, values: tuple[Any, Any], rates: list[int | None]
) -> None:
    projects: list[list[Any]] = [["Portail", "DSI", values[0]], ["Forum", "SG", values[1]]]
    assert _progress(["Projet", "Responsable", heading], *projects) == (rates, rates[0] is None)


def test_rates_beside_those_that_were_planned_are_rates() -> None:
    header = ["Projet", "Responsable", "Prévu", "Réalisé"]
    assert _progress(header, ["Portail", "DSI", "60 %", "40 %"], ["Forum", "SG", "100 %", "90 %"])[0] == [40, 90]


@pytest.mark.parametrize(
    "labels",
    [
        [("Budget", "100 000 DH"), ("Budget exécuté", "40 000 DH"), ("Taux d'exécution", "40 %")],
        [("Budget", "100 000 DH"), ("%", "40 %")],
        [("Prévu", 12), ("Réalisé", 8)],
    ],
)
def test_labels_of_fiches_are_told_as_headings_are(labels: list[tuple[str, Any]]) -> None:
    rows = [("Intitulé du projet", "Portail"), ("Responsable", "DSI"), *labels, ("Échéance", "mars 2026")]
    grid = sheet(*map(list, rows))
    imported = read(grid)
    (portal,) = commitments_of(imported)
    assert "progress" not in portal
    assert "import/column-unmapped" in codes(imported)
    assert accounted(imported, grid)


def test_physical_and_financial_rates_beside_sums_spent_leave_a_table_of_projects_one() -> None:
    headings = ["N°", "Projet", "Taux physique", "Taux financier", "Budget engagé", "Budget payé", "Budget (DH)"]
    imported = read(
        sheet(headings, [1, "Portail", "40%", "10%", 5000, 1000, 10000], [2, "Forum", "90%", "", "", "", 9])
    )
    first, _ = commitments_of(imported)
    assert first["progress"] == 40
    assert [line["amount"]["value"] for line in first["budget"]] == ["10000"]


@pytest.mark.parametrize(
    "header",
    [
        ["Projet", "Activités prévues", "Activités réalisées", "Taux"],
        ["المشروع", "الأنشطة المبرمجة", "الأنشطة المنجزة", "نسبة الإنجاز"],
        ["Project", "Planned activities", "Completed activities", "Progress"],
    ],
)
@pytest.mark.parametrize("rated", [False, True])
def test_numbers_below_activities_count_them(header: list[str], *, rated: bool) -> None:
    rows: list[list[Any]] = [["Portail", 10, 6, "60 %"], ["Forum", 8, "8", "100 %"]]
    imported = read(sheet(*(row[: len(row) - (not rated)] for row in [header, *rows])))
    assert [[*one["title"].values()] for one in commitments_of(imported)] == [["Portail"], ["Forum"]]
    assert not any("milestones" in one for one in commitments_of(imported))
    assert [one.get("progress") for one in commitments_of(imported)] == ([60, 100] if rated else [None, None])
    assert "progress_updates" not in shown(imported)
    unread = [each.params["heading"] for each in imported.findings if each.code == "import/column-unmapped"]
    assert unread == header[1:3]


@pytest.mark.parametrize("header", [["Projet", "Réalisé"], ["Activité", "Réalisé"]])
@pytest.mark.parametrize("counts", [(10, 6), (120, 250)])
def test_numbers_alone_below_what_was_done_are_no_rates(header: list[str], counts: tuple[int, int]) -> None:
    grid = sheet(header, ["Portail", counts[0]], ["Forum", counts[1]])
    imported = read(grid)
    assert "import/column-unmapped" in codes(imported)
    assert "progress" not in str(shown(imported)["plans"])
    assert accounted(imported, grid)


def test_rates_below_what_was_done_are_rates() -> None:
    first, second = commitments_of(read(sheet(["Projet", "Réalisé"], ["Portail", "40 %"], ["Forum", "100 %"])))
    assert (first["progress"], second["progress"]) == (40, 100)
