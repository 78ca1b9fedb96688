"""Tables below that of the projects in one sheet, which name these by their numbers; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

_PROJECTS: list[list[Any]] = [["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"]]


def _projects(*below: list[Any]) -> list[dict[str, Any]]:
    blank: list[Any] = []
    grid = sheet(*_PROJECTS, blank, *below)
    imported = read(grid)
    assert accounted(imported, grid)
    return commitments_of(imported)


@pytest.mark.parametrize("title", [[], [["Tableau 2 : Budget"]]])
def test_sums_below_numbers_are_those_of_the_projects(title: list[list[Any]]) -> None:
    rows: list[list[Any]] = [
        ["N° projet", "Année", "Montant (DH)"],
        [1, 2025, 10000],
        [1, 2026, 20000],
        [2, 2025, 5000],
    ]
    portal, forum = _projects(*title, *rows)
    assert [(line["year"], line["amount"]["value"]) for line in portal["budget"]] == [(2025, "10000"), (2026, "20000")]
    assert [(line["year"], line["amount"]["value"]) for line in forum["budget"]] == [(2025, "5000")]


def test_several_tables_below_say_more_of_the_projects() -> None:
    portal, forum = _projects(
        ["N°", "Début", "Fin", "Statut"],
        [1, "01/2025", "06/2025", "Réalisé"], [2, "02/2025", "12/2025", "En cours"], [],
        ["Code projet", "Partenaires", "Rôle"], [1, "Université fictive", "Appui"],
    )  # fmt: skip
    assert [(one["start"], one["end"], one["status"]["code"]) for one in (portal, forum)] == [
        ("2025-01", "2025-06", "completed"),
        ("2025-02", "2025-12", "in_progress"),
    ]
    assert portal["supporting"] == [{"name": {"fr": "Université fictive"}}]


def test_further_projects_below_a_blank_row_stay_projects() -> None:
    assert len(_projects([3, "Radio", "Cabinet"], [4, "Jardin", "DSI"])) == 4


def test_sums_below_a_table_of_indicators_are_those_of_the_projects() -> None:
    portal, forum = _projects(
        ["2. Indicateurs"], ["N° projet", "Indicateur", "Valeur de départ", "Cible", "Valeur atteinte"],
        [1, "Jeux publiés", 0, 30, 12], [2, "Forums tenus", 0, 4, 1], [],
        ["3. Financement (en KDH)"], ["N° projet", "Montant", "Financeur"],
        [1, 15, ""], [2, 96, "Fonds fictif"], [2, 24, "Commune fictive"], ["Total", 135],
    )  # fmt: skip
    assert [one["indicators"][0]["name"]["fr"] for one in (portal, forum)] == ["Jeux publiés", "Forums tenus"]
    amounts = [[line["amount"] for line in one["budget"]] for one in (portal, forum)]
    assert amounts[0] == [{"value": "15000", "currency": "MAD"}]
    assert [amount["value"] for amount in amounts[1]] == ["96000", "24000"]


@pytest.mark.parametrize("key", ["N°", "Code"])
def test_a_total_names_no_project(key: str) -> None:
    portal, _ = _projects([key, "Montant (DH)"], [1, 15000], [2, 96000], ["Total", 111000])
    assert portal["budget"] == [{"amount": {"value": "15000", "currency": "MAD"}}]


@pytest.mark.parametrize("title", [[], [["Montage financier"]]])
def test_a_table_below_that_names_projects_by_their_titles_is_read_by_its_own_headings(title: list[list[Any]]) -> None:
    portal, forum = _projects(
        *title, ["Projet", "Part commune (DH)", "Part INDH (DH)"], ["Portail", 5000, 2000], ["Forum", 9000, 1000]
    )
    sums = [[line["amount"]["value"] for line in one["budget"]] for one in (portal, forum)]
    assert sums == [["5000", "2000"], ["9000", "1000"]]
    assert [one["leads"][0]["name"]["fr"] for one in (portal, forum)] == ["DSI", "SG"]


def test_two_columns_below_the_projects_are_a_table_of_their_own() -> None:
    portal, forum = _projects(["Projet", "Coût (DH)"], ["Portail", 5000], ["Forum", 9000])
    assert [one["budget"][0]["amount"]["value"] for one in (portal, forum)] == ["5000", "9000"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Projet", "Risque", "Mesure"], ["Portail", "Retard fictif", "Relance"], ["Forum", "Absences", "Affiches"]],
        [["Date", "Modification", "Auteur"], ["3 mars 2026", "Ajout", "SG"], ["5 mai 2026", "Retrait", "SG"]],
    ],
)
def test_a_table_below_that_cannot_be_read_is_kept_as_a_list(rows: list[list[Any]]) -> None:
    grid = sheet(*_PROJECTS, [], ["Autre tableau"], *rows)
    imported = read(grid)
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail", "Forum"]
    assert "import/other-list-kept" in [one.code for one in imported.findings]
    assert accounted(imported, grid)


def test_words_below_a_blank_row_that_head_no_table_part_nothing() -> None:
    commitments = _projects([3, "Radio", "Cabinet"], [], ["Date", "mars 2026"], ["Responsable", "SG"])
    assert [one["number"] for one in commitments] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["N°", "T1 2026", "T2 2026"], [1, "X", ""], [2, "X", "X"]], [("2026-Q1", "2026-Q1"), ("2026-Q1", "2026-Q2")]),
        ([["N°", 2026, 2027], [1, "X", ""], [2, "", "X"]], [("2026", "2026"), ("2027", "2027")]),
    ],
)
def test_marks_of_periods_below_numbers_are_the_times_of_the_projects(rows: list[list[Any]], said: list[Any]) -> None:
    for title in ([], [["Calendrier"], []]):
        assert [(one["start"], one["end"]) for one in _projects(*title, *rows)] == said
    imported = read(sheet(*_PROJECTS), sheet(*rows, name="Calendrier"))
    assert [(one["start"], one["end"]) for one in commitments_of(imported)] == said


def test_rates_and_sums_of_periods_below_numbers_are_those_of_the_projects() -> None:
    portal, forum = _projects(["N°", "T1 2026", "T2 2026"], [1, "10 %", "30 %"], [2, "0 %", "5 %"])
    assert (portal["progress"], forum["progress"]) == (30, 5)
    portal, forum = _projects(["N°", "2026 (DH)", "2027 (DH)"], [1, 2000, 3000], [2, 4000, 5000])
    assert [(line["year"], line["amount"]["value"]) for line in portal["budget"]] == [(2026, "2000"), (2027, "3000")]


@pytest.mark.parametrize("title", ["Réunions du comité", "Taux d'exécution des marchés"])
def test_times_below_a_title_of_other_things_are_not_those_of_the_projects(title: str) -> None:
    rows: list[list[Any]] = [["N°", "T1 2026", "T2 2026"], [1, "X", ""], [2, "", "X"]]
    assert not any({"start", "progress"} & one.keys() for one in _projects([title], *rows))


def test_times_on_a_sheet_of_meetings_are_not_those_of_the_projects() -> None:
    rows: list[list[Any]] = [["N°", "T1 2026", "T2 2026"], [1, "X", ""], [2, "", "X"]]
    imported = read(sheet(*_PROJECTS), sheet(*rows, name="Réunions"))
    assert not any("start" in one for one in commitments_of(imported))
