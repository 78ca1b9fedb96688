"""Titles and lines above tables that say when they were written, and the years of a plan beside; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.tables.drafted.plan_years import only_year, years_of_plan

TABLE = (["N°", "Projet", "Réalisations", "État"], ["1", "Portail", "Achat", "En cours"])


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("برنامج عمل الانفتاح ٢٠٢٥-٢٠٢٦", ("2025", "2026")),
        ("برنامج عمل الانفتاح للفترة من ٢٠٢٥ إلى ٢٠٢٦", ("2025", "2026")),
        ("Etat d'avancement du programme d'ouverture 2024-2025 - situation au 30 juin 2025", ("2024", "2025")),
        ("Programme d'ouverture 2024-2025 (situation au 30/06/2025)", ("2024", "2025")),
        ("Programme adopté le 5 mai 2024 pour 2024-2026", ("2024", "2026")),
        ("Plan d'action 2024-25", ("2024", "2025")),
        ("Plan 2024-2025 et plan 2026-2027", None),
        ("Situation au 30 juin 2025", None),
        ("Plan d'action 2025", None),
        ("Plan 2026 et bilan 2025", None),
    ],
)
def test_the_years_of_a_plan_in_a_title(title: str, years: tuple[str, str] | None) -> None:
    assert years_of_plan(title) == years


def test_a_single_year_in_the_digits_of_any_script() -> None:
    assert only_year(["برسم سنة ٢٠٢٥", "T1 2025"]) == "2025"
    assert only_year(["2024-2025"]) == ""


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Programme d'ouverture 2024-2025 - situation au 30 juin 2025", {"date": "2025-06-30"}),
        ("État d'avancement du programme d'ouverture (arrêté à fin juin 2025)", {"date": "2025-06"}),
        ("جدول تتبع المشاريع - اجتماع لجنة التتبع بتاريخ 20 يناير 2025", {"date": "2025-01-20"}),
        ("جدول متابعة تنفيذ التعهدات إلى غاية 30 جوان 2025", {"date": "2025-06-30"}),
        ("Matriz de seguimiento del Plan 2023-2025 con corte al 30 de junio de 2024", {"date": "2024-06-30"}),
        ("Progress tracker as of 30 June 2025", {"date": "2025-06-30"}),
        ("Comité de suivi du 12/05/2025", {"date": "2025-05-12"}),
        ("Suivi du programme 2024-2026 - 1er semestre 2025", {"period": {"start": "2025-H1", "end": "2025-H1"}}),
        ("برسم سنة 2025", {"period": {"start": "2025", "end": "2025"}}),
        ("Programme d'ouverture adopté le 5 mai 2024", {}),
        ("Suivi du programme 2024-2026", {}),
    ],
)
def test_the_time_of_updates_stands_in_a_title(line: str, when: dict[str, Any]) -> None:
    grid = sheet([line], [""], *TABLE)
    imported = read(grid)
    (update,) = shown(imported)["progress_updates"]
    assert {field: update[field] for field in ("date", "period") if field in update} == when
    status = shown(imported)["plans"][0]["commitments"][0]["status"]
    assert status.get("as_of") == when.get("date")
    assert accounted(imported, grid)


def test_a_title_of_a_further_sheet_that_gives_the_day_is_not_kept_beside() -> None:
    plan = sheet(["Programme d'ouverture 2024-2025"], ["Code", "Projet"], ["P1", "Portail"], ["P2", "Forum"])
    follow_up = sheet(
        ["Tableau de suivi des projets au 20 janvier 2025"],
        ["Code", "Réalisations", "État"],
        ["P1", "Achat", "En cours"],
        ["P2", "Salle", "Réalisé"],
        name="Suivi",
    )
    imported = read(plan, follow_up)
    assert [one["date"] for one in shown(imported)["progress_updates"]] == ["2025-01-20"] * 2
    assert "import/kept-above" not in codes(imported)
    assert "import/assumed" in codes(imported)


def test_a_line_with_a_label_goes_before_a_title_and_two_days_date_nothing() -> None:
    labelled = read(sheet(["Comité de suivi du 1er mai 2025"], ["Situation au 30/06/2025"], *TABLE))
    assert shown(labelled)["progress_updates"][0]["date"] == "2025-06-30"
    two = read(sheet(["Situation au 30/06/2025"], ["Situation au 31/07/2025"], *TABLE))
    assert "date" not in shown(two)["progress_updates"][0]


@pytest.mark.parametrize("labels", [(), (["Contraparte:", "ONG"], ["Problema:", "Falta de datos"])])
@pytest.mark.parametrize(
    "day",
    [
        ["Fecha de corte: 30 de septiembre de 2025"],
        ["Fecha de corte:", "30/09/2025"],
        ["Fecha de corte: 30/09/2025", "", "Elaborado por: Unidad"],
    ],
)
def test_a_day_above_blocks_is_that_of_the_states_of_all(labels: tuple[list[str], ...], day: list[str]) -> None:
    rows: list[list[Any]] = [["Plan de gobierno abierto 2024-2026"], day]
    for number, title in enumerate(("Portal de datos", "Presupuesto"), 1):
        rows += [
            [""],
            [f"COMPROMISO {number}: {title}"],
            ["Entidad responsable:", "Alcaldía"],
            *labels,
            ["Nº", "Hito", "Fecha límite", "% de avance", "Estado"],
            ["1", "Diseño", "2025-03-31", 1, "Cumplido"],
        ]
    grid = sheet(*rows)
    imported = read(grid)
    tree = shown(imported)
    steps = [step for one in tree["plans"][0]["commitments"] for step in one["milestones"]]
    assert [step["status"]["as_of"] for step in steps] == ["2025-09-30"] * 2
    assert "progress_updates" not in tree
    assert accounted(imported, grid)


def test_the_day_of_a_follow_up_of_indicators_is_that_of_their_values() -> None:
    grid = sheet(
        ["Suivi des indicateurs au 31 mars 2026"],
        ["Projet", "Indicateur", "Valeur de référence", "Cible 2027", "Réalisé"],
        ["Portail", "Visites", "0", "1000", "400"],
    )
    (indicator,) = shown(read(grid))["plans"][0]["commitments"][0]["indicators"]
    assert indicator["values"] == [{"value": "400", "date": "2026-03-31"}]


@pytest.mark.parametrize(
    ("heads", "texts"),
    [
        (["Jan 2026 update", "Feb 2026 update"], ["Agreed", "Published"]),
        (["Mise à jour janvier 2026", "Mise à jour février 2026"], ["Modèle arrêté", "Publié"]),
        (["Actualización enero 2026", "Actualización febrero 2026"], ["Modelo acordado", "Publicado"]),
        (["تحيين يناير 2026", "تحيين فبراير 2026"], ["تم الاتفاق", "تم النشر"]),
    ],
)
def test_updates_of_months_are_reports_on_them(heads: list[str], texts: list[str]) -> None:
    made = read(sheet(["Action", "Owner", *heads], ["Publish spend data", "Finance", *texts]))
    updates = shown(made)["progress_updates"]
    assert [update["period"]["start"] for update in updates] == ["2026-01", "2026-02"]
    assert [[*update["text"].values()] for update in updates] == [[text] for text in texts]


@pytest.mark.parametrize(
    "line",
    [
        "Corte: 30 de septiembre de 2025", "Información al 30 de septiembre de 2025", "Actualización: 30/09/2025",
        "Cut-off date: 30 September 2025", "Données au 30/09/2025", "État : 30/09/2025", "الحالة بتاريخ 30 شتنبر 2025",
    ],
)  # fmt: skip
def test_a_line_that_says_up_to_which_day_a_table_reports_dates_its_states(line: str) -> None:
    table = [["Projet", "Responsable", "Statut"], ["Portail", "DSI", "Réalisé"], ["Forum", "SG", "En cours"]]
    imported = read(sheet([line], [""], *table))
    states = [one["status"] for one in shown(imported)["plans"][0]["commitments"]]
    assert [state.get("as_of") for state in states] == ["2025-09-30"] * 2


_ASKED = ["N°", "Projet", "Réalisé au 30/06/2026", "Contraintes", "Date de mise à jour"]


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (0, 1, 4, 3, 2), (0, 1, 3, 4, 2)])
def test_what_stands_beside_the_one_period_is_of_the_same_report(order: tuple[int, ...]) -> None:
    rows: list[list[Any]] = [
        _ASKED,
        [1, "Portail", "Maquette validée", "Retard", "05/07/2026"],
        [2, "Guide", "Rédigé", "", "06/07/2026"],
    ]
    imported = read(sheet(*([row[at] for at in order] for row in rows)))
    one, other = shown(imported)["progress_updates"]
    assert one["text"] == {"fr": "Maquette validée"}
    assert (one["period"], one["date"], one["challenges"]) == ({"end": "2026-06-30"}, "2026-07-05", {"fr": "Retard"})
    assert (other["period"], other["date"]) == ({"end": "2026-06-30"}, "2026-07-06")
    assert "import/report-without-date" not in codes(imported)


def test_the_day_of_a_heading_is_that_of_the_report_where_no_column_says_another() -> None:
    imported = read(sheet(_ASKED[:4], [1, "Portail", "Maquette validée", "Retard"], [2, "Guide", "Rédigé", ""]))
    one, other = shown(imported)["progress_updates"]
    assert (one["date"], one["challenges"], other["date"]) == ("2026-06-30", {"fr": "Retard"}, "2026-06-30")


def test_a_difficulty_beside_two_periods_has_no_time_which_is_said() -> None:
    header = ["N°", "Projet", "Réalisations S1 2026", "Réalisations S2 2026", "Difficultés"]
    imported = read(sheet(header, [1, "Portail", "Maquette", "En ligne", "Retard"], [2, "Guide", "Plan", "", ""]))
    (said,) = [one for one in imported.findings if one.code == "import/report-without-date"]
    assert (said.location.cell, said.severity, said.params["count"]) == ("E2", "warning", 1)
    assert [one for one in shown(imported)["progress_updates"] if "challenges" in one and "period" not in one]
