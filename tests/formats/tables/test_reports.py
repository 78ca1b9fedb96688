"""Sheets that report on the plan of another sheet by its numbers; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.document import Import
from opengov_local.formats.grids import Book
from opengov_local.formats.tracker.updates_format import is_updates

PLAN = sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"], name="Plan")


def _updates(imported: Import) -> list[dict[str, Any]]:
    return [
        {name: next(iter(value.values())) if isinstance(value, dict) else value for name, value in one.items()}
        for one in shown(imported).get("progress_updates", ())
    ]


@pytest.mark.parametrize("key", ["N°", "Code engagement", "N° du projet", "Engagement", "Projet", "Réf."])
@pytest.mark.parametrize("first", [True, False])
def test_reports_join_the_plan_by_its_numbers_in_any_order(key: str, first: bool) -> None:
    follow = sheet([key, "Date", "Réalisations"], [2, "01/04/2026", "RAS"], [2, "01/07/2026", "RAS"], name="Suivi")
    sheets = (follow, PLAN) if first else (PLAN, follow)
    imported = read(*sheets)
    assert not is_updates(Book(sheets))
    assert _updates(imported) == [
        {"target": "Forum", "date": "2026-04-01", "text": "RAS"},
        {"target": "Forum", "date": "2026-07-01", "text": "RAS"},
    ]
    assert [one["number"] for one in shown(imported)["plans"][0]["commitments"]] == ["1", "2"]
    assert accounted(imported, *sheets)


@pytest.mark.parametrize(
    ("numbers", "asked", "code"), [((1, 1), 1, "import/target-ambiguous"), ((1, 2), 3, "import/target-unknown")]
)
def test_a_number_that_names_none_or_several_joins_nothing(numbers: tuple[int, int], asked: int, code: str) -> None:
    plan = sheet(["Axe", "N°", "Projet"], ["A", numbers[0], "Portail"], ["B", numbers[1], "Forum"])
    follow = sheet(["N°", "Date", "Réalisations"], [asked, "2026", "Fait"], name="Suivi")
    imported = read(plan, follow)
    assert code in codes(imported)
    assert not _updates(imported)
    assert [kept["text"] for kept in shown(imported)["x_unmapped"]] == [str(asked), "2026", "Fait"]
    assert accounted(imported, plan, follow)


def test_a_state_of_the_plan_without_a_day_gives_way_to_what_is_reported_of_one_and_is_kept() -> None:
    plan = sheet(["N°", "Projet", "Statut"], [1, "Portail", "Suspendu"])
    follow = sheet(["N°", "Date", "Statut"], [1, "2026-06", "En cours"], name="Suivi")
    imported = read(plan, follow)
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert (commitment["status"]["code"], commitment["status"]["as_of"]) == ("in_progress", "2026-06")
    assert [kept["text"] for kept in commitment["x_unmapped"]] == ["Suspendu"]
    assert shown(imported)["progress_updates"][0]["status"]["code"] == "in_progress"
    assert "import/state-gave-way" in codes(imported)
    assert accounted(imported, plan, follow)


def test_a_later_day_of_the_plan_stands_whatever_was_reported_before() -> None:
    plan = sheet(["Situation arrêtée au 30/06/2026"], ["N°", "Projet", "Statut"], [1, "Portail", "Suspendu"])
    follow = sheet(["N°", "Date", "Statut"], [1, "31/03/2026", "En cours"], name="Suivi")
    imported = read(plan, follow)
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert (commitment["status"]["code"], commitment["status"]["as_of"]) == ("suspended", "2026-06-30")
    assert "import/state-gave-way" not in codes(imported)
    assert accounted(imported, plan, follow)


@pytest.mark.parametrize(
    ("dates", "state"),
    [(("2026-03", "2026-06"), "completed"), (("2026-06", "2026-03"), "in_progress"), (("2026", "2026-03"), None)],
)
def test_the_last_report_is_the_present_state_where_it_is_known_to_be_the_last(
    dates: tuple[str, str], state: str | None
) -> None:
    said = [[1, dates[0], "En cours"], [1, dates[1], "Réalisé"]]
    imported = read(PLAN, sheet(["N°", "Date", "Statut"], *said, name="Suivi"))
    status = shown(imported)["plans"][0]["commitments"][0].get("status", {})
    assert status.get("code") == state
    assert status.get("as_of") == (max(dates) if state else None)


def test_columns_of_periods_join_by_number_too() -> None:
    follow = sheet(["Code", "T1 2026", "T2 2026"], [1, "20 %", "40 %"], [2, "0 %", ""], name="Suivi")
    imported = read(PLAN, follow)
    assert [(one["target"], one["progress"]) for one in _updates(imported)] == [
        ("Portail", 20),
        ("Portail", 40),
        ("Forum", 0),
    ]
    assert accounted(imported, PLAN, follow)


def test_a_row_that_begins_with_a_word_for_projects_is_no_header() -> None:
    header = ["Engagement n°", "État", "Date du point", "Réalisations", "Difficultés"]
    rows = [["Engagement 1", "En cours", "30/06/2026", "A", "B"], ["Engagement 2", "Achevé", "30/06/2026", "", ""]]
    follow = sheet(["Tableau de suivi au 30/06/2026"], header, *rows, name="Suivi")
    imported = read(PLAN, follow)
    assert [one["target"] for one in _updates(imported)] == ["Portail", "Forum"]
    assert shown(imported)["plans"][0]["title"] == {"fr": "fichier"}
    assert accounted(imported, PLAN, follow)


def test_reports_below_the_plan_on_its_own_sheet() -> None:
    more: list[list[Any]] = [[], ["Suivi"], ["N°", "Date", "Réalisations", "Difficultés"], [1, "2026-06", "A", "B"]]
    both = sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"], *more, name="Plan")
    imported = read(both)
    assert _updates(imported) == [{"target": "Portail", "date": "2026-06", "text": "A", "challenges": "B"}]
    assert [one["number"] for one in shown(imported)["plans"][0]["commitments"]] == ["1", "2"]
    assert accounted(imported, both)


def test_a_second_sheet_of_the_plan_is_no_report() -> None:
    further = sheet(["Projet", "Date", "Réalisations", "Budget"], ["Portail", "2026", "Étude", "5"], name="Budget")
    imported = read(PLAN, further)
    assert shown(imported)["plans"][0]["commitments"][0]["end"] == "2026"


def test_numbers_alone_make_no_plan() -> None:
    follow = sheet(["N°", "Date", "Réalisations"], [1, "2026", "Fait"], name="Suivi")
    assert codes(read(follow)).count("import/nothing-recognised") == 1


CELLS = st.sampled_from(["", "1", "2", "9", "Portail", "2026-06", "En cours", "30 %", "Total", "N°", "Note : rien"])


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8))
@example([["Portail", "1"], ["N°"], ["Portail", "1", "1"]])
def test_every_cell_of_any_report_is_accounted_for(rows: list[list[str]]) -> None:
    follow = sheet(["N°", "Date", "Statut", "Réalisations"], *rows, name="Suivi")
    imported = read(PLAN, follow)
    assert accounted(imported, PLAN, follow)
    assert [one["number"] for one in shown(imported)["plans"][0]["commitments"]] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        (["Situation arrêtée au 30/06/2025"], "2025-06-30"),
        (["Mise à jour : 15 mars 2026"], "2026-03-15"),
        (["الوضعية إلى غاية 31 دجنبر 2025"], "2025-12-31"),
        (["Status as of: 31 March 2026"], "2026-03-31"),
        (["Date de mise à jour", "15/03/2026"], "2026-03-15"),
        (["Actualizado al 31 de marzo de 2026"], "2026-03-31"),
    ],
)
def test_the_day_above_a_table_is_that_of_all_its_updates(line: list[str], date: str) -> None:
    follow = sheet(
        ["Suivi du programme d'ouverture"],
        line,
        ["N°", "Projet", "Statut", "Réalisations"],
        [1, "Portail", "En cours", "Budget publié"],
        [2, "Forum", "Non démarré", ""],
        [3, "Marché", "En cours", "Plan affiché"],
    )
    imported = read(follow)
    assert _updates(imported) == [
        {"target": "Portail", "text": "Budget publié", "date": date},
        {"target": "Marché", "text": "Plan affiché", "date": date},
    ]
    assert "import/kept-above" not in codes(imported)
    assert accounted(imported, follow)


def test_a_day_above_the_first_project_is_that_of_the_updates_of_all_and_makes_no_empty_one() -> None:
    rows = [
        [[f"Engagement {number} : {title}"], ["Responsable : DSI"], ["Actions", "Échéance", "Suivi"],
         [f"Ouvrir {title}", "juin 2026", "Fait"], []]
        for number, title in ((1, "Portail"), (2, "Forum"))
    ]  # fmt: skip
    grid = sheet(["Mise à jour : 15 mars 2026"], [], *rows[0], *rows[1])
    imported = read(grid)
    assert [(one["target"], one["date"]) for one in _updates(imported)] == [
        ("Ouvrir Portail", "2026-03-15"),
        ("Ouvrir Forum", "2026-03-15"),
    ]
    assert accounted(imported, grid)


def test_a_day_above_a_table_without_reports_is_kept_and_said_and_makes_no_update() -> None:
    grid = sheet(["Mise à jour : 15 mars 2026"], ["N°", "Projet", "Responsable"], [1, "Portail", "DSI"])
    imported = read(grid)
    assert not _updates(imported)
    assert [kept["text"] for kept in shown(imported)["x_unmapped"]] == ["Mise à jour : 15 mars 2026"]
    assert "import/kept-above" in codes(imported)
    assert accounted(imported, grid)


def test_an_update_with_a_day_of_its_own_keeps_it() -> None:
    grid = sheet(
        ["Situation au 30/06/2026"],
        ["N°", "Projet", "Date de mise à jour", "Réalisations"],
        [1, "Portail", "01/04/2026", "Fait"],
        [2, "Forum", "", "Commencé"],
    )
    assert [one["date"] for one in _updates(read(grid))] == ["2026-04-01", "2026-06-30"]


def test_a_heading_of_times_over_states_heads_states() -> None:
    plan = sheet(["N° projet", "Projet", "Responsable"], ["1", "Budget citoyen", "L1"], ["2", "Portail", "L2"])
    told = sheet(
        ["Code projet", "Situation", "Taux", "Ce qui a été fait"],
        ["1", "En cours", "40 %", "Essai"],
        ["2", "En retard", "10 %", "Autre essai"],
        name="Suivi",
    )
    imported = read(plan, told)
    assert [one["status"]["code"] for one in commitments_of(imported)] == ["in_progress", "delayed"]
    assert "import/date-unread" not in codes(imported)


@pytest.mark.parametrize("told", ["RAS", "Néant", "Aucune difficulté", "لا توجد صعوبات"])
def test_words_that_tell_of_no_difficulties_are_none_and_said(told: str) -> None:
    rows = [["Projet", "État", "Difficultés"], ["Portail", "En cours", told], ["Carte", "En cours", "Retard"]]
    grid = sheet(["Rapport d'avancement 2025-2027"], ["Situation au 30/06/2026"], [], *rows)
    imported = read(grid)
    assert [one["challenges"] for one in _updates(imported) if "challenges" in one] == ["Retard"]
    assert "import/no-value" in codes(imported)
    assert accounted(imported, grid)
