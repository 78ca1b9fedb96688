"""Tables that have the same projects and activities again for each quarter or date; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.document import Import
from opengov_local.formats.books.dialects import read_kind
from opengov_local.formats.grids import Book
from opengov_local.formats.tables.other_tables.long_form import long_form
from opengov_local.formats.tables.sheets.sheets import look

HEAD = ["Code projet", "Projet", "Code activité", "Activité", "Service pilote", "Etat d'avancement", "Taux (%)",
        "Réalisations du trimestre", "Difficultés rencontrées", "Lien preuve"]  # fmt: skip
ROWS = [
    ("T1", ["P1", "Carte", "P1.1", "Recenser", "SI", "En cours", 50, "Inventaire", "", "https://example.org/a"]),
    ("T1", ["P1", "Carte", "P1.2", "Publier", "SI", "Non démarré", 0, "", "", ""]),
    ("T2", ["P1", "Carte", "P1.1", "Recenser", "SI", "Réalisé", 100, "Fini", "", ""]),
    ("T2", ["P1", "Carte", "P1.2", "Publier", "DSI", "En cours", 35, "Outil choisi", "Serveur", ""]),
    ("T2", ["P2", "Maison", "P2.1", "Bâtir", "Travaux", "En cours", 10, "Plans", "", ""]),
]


def _table(heading: str, times: dict[str, Any]) -> Any:
    return sheet([heading, *HEAD], *([times[time], *cells] for time, cells in ROWS))


def _steps(imported: Import) -> list[tuple[str, str, str | None, int | None]]:
    return [
        (step["number"], step["title"]["fr"], step.get("status", {}).get("code"), step.get("progress"))
        for commitment in shown(imported)["plans"][0]["commitments"]
        for step in commitment["milestones"]
    ]


@pytest.mark.parametrize(
    ("heading", "times", "field", "first", "last"),
    [
        ("Trimestre", {"T1": "T1 2025", "T2": "T2 2025"}, "period", "2025-Q1", "2025-Q2"),
        ("Trimestre de suivi", {"T1": "T1 2025", "T2": "T2 2025"}, "period", "2025-Q1", "2025-Q2"),
        ("Semestre", {"T1": "S1 2025", "T2": "S2 2025"}, "period", "2025-H1", "2025-H2"),
        ("Mois", {"T1": "mars 2025", "T2": "juin 2025"}, "period", "2025-03", "2025-06"),
        ("Période", {"T1": "T1 2025", "T2": "T2 2025"}, "period", "2025-Q1", "2025-Q2"),
        ("Période de rapport", {"T1": "T1 2025", "T2": "T2 2025"}, "period", "2025-Q1", "2025-Q2"),
        ("Année", {"T1": "2024", "T2": "2025"}, "period", "2024", "2025"),
        ("Date du point", {"T1": "31/03/2025", "T2": "30/06/2025"}, "date", "2025-03-31", "2025-06-30"),
    ],
)
def test_rows_that_name_the_same_at_other_times_are_updates_of_one_activity(
    heading: str, times: dict[str, Any], field: str, first: str, last: str
) -> None:
    table = _table(heading, times)
    imported = read(table)
    assert _steps(imported) == [
        ("P1.1", "Recenser", "completed", 100),
        ("P1.2", "Publier", "in_progress", 35),
        ("P2.1", "Bâtir", "in_progress", 10),
    ]
    said = [
        (one["target"], one[field] if field == "date" else one[field]["start"], one["status"]["code"], one["progress"])
        for one in shown(imported)["progress_updates"]
    ]
    assert said == [
        ("Recenser", first, "in_progress", 50),
        ("Publier", first, "not_started", 0),
        ("Recenser", last, "completed", 100),
        ("Publier", last, "in_progress", 35),
        ("Bâtir", last, "in_progress", 10),
    ]
    assert accounted(imported, table)


def test_what_a_further_row_says_otherwise_of_the_plan_is_kept_and_said() -> None:
    imported = read(_table("Trimestre", {"T1": "T1 2025", "T2": "T2 2025"}))
    (publish,) = [
        step
        for one in shown(imported)["plans"][0]["commitments"]
        for step in one["milestones"]
        if step["number"] == "P1.2"
    ]
    assert publish["leads"] == [{"name": {"fr": "SI"}}]
    conflicts = [finding for finding in imported.findings if finding.code == "import/conflict"]
    assert [finding.params["text"] for finding in conflicts] == ["DSI"]
    assert [update.get("x_unmapped", [{}])[0].get("text") for update in shown(imported)["progress_updates"]] == [
        None, None, None, "DSI", None,
    ]  # fmt: skip


def test_the_day_of_entry_beside_a_quarter_is_when_it_was_reported() -> None:
    imported = read(
        sheet(
            ["Trimestre", "Projet", "Statut", "Réalisations", "Saisi le"],
            ["T1 2025", "Carte", "En cours", "Plans", "25/04/2025"],
            ["T2 2025", "Carte", "Réalisé", "Fini", "24/07/2025"],
        )
    )
    assert [one["date"] for one in shown(imported)["progress_updates"]] == ["2025-04-25", "2025-07-24"]
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert (commitment["status"]["code"], commitment["status"]["as_of"]) == ("completed", "2025-07-24")


@pytest.mark.parametrize(
    "head",
    [
        ["Période", "Projet", "Activité", "Responsable"],  # when it is to be done, and nothing reported
        ["Période", "Projet", "Activité", "Statut"],
    ],
)
def test_a_plan_with_periods_is_no_report(head: list[str]) -> None:
    table = sheet(head, ["T1 2025", "Carte", "Recenser", "Prévu"], ["T2 2025", "Carte", "Publier", "Prévu"])
    (one,) = look(Book((table,)), {})
    assert [long_form(region, one.sheet) for region in one.regions] == [None]
    assert "progress_updates" not in shown(read(table))


def test_rows_twice_at_one_time_are_no_long_form() -> None:
    table = sheet(
        ["Période", "Projet", "Statut", "Budget"],
        ["T1 2025", "Carte", "En cours", "10"],
        ["T2 2025", "Carte", "En cours", "20"],
        ["T2 2025", "Carte", "Réalisé", "30"],
    )
    (one,) = look(Book((table,)), {})
    assert [long_form(region, one.sheet) for region in one.regions] == [None]


def test_a_file_in_long_form_needs_no_earlier_package() -> None:
    lines = (
        "Période;Projet;Activité;Statut;Réalisations",
        "T1 2025;Carte;Recenser;En cours;Plans",
        "T2 2025;Carte;Recenser;Réalisé;Fini",
    )
    imported = read_kind("\n".join(lines).encode(), "suivi.csv", kind="csv")
    assert "import/no-base" not in codes(imported)
    assert [one["target"] for one in shown(imported)["progress_updates"]] == ["Recenser", "Recenser"]


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(1, 4), st.integers(0, 100)),
        min_size=2,
        max_size=12,
        unique_by=lambda row: row[:2],
    ).filter(lambda rows: any(rate > 1 for _, _, rate in rows))  # of 0 and 1 alone nobody can tell what they are
)
def test_every_row_is_one_update_and_every_title_one_commitment(rows: list[tuple[int, int, int]]) -> None:
    table = sheet(
        ["Trimestre", "Projet", "Taux (%)", "Réalisations"],
        *([f"T{quarter} 2025", f"Projet {chr(64 + project)}x", rate, "Fait"] for project, quarter, rate in rows),
    )
    imported = read(table)
    tree = shown(imported)
    assert [one["progress"] for one in tree["progress_updates"]] == [rate for _, _, rate in rows]
    assert len(tree["plans"][0]["commitments"]) == len({project for project, _, _ in rows})
    assert accounted(imported, table)


def test_remarks_on_each_period_are_of_its_report() -> None:
    heads = ["Reporting Period", "Commitment", "Milestone", "Status", "Comments"]
    made = read(sheet(heads, ["2026-Q1", "Portal", "Publish", "In progress", "Three published"],
                      ["2026-Q2", "Portal", "Publish", "Completed", "Seven published"]))  # fmt: skip
    assert [[*update["text"].values()] for update in shown(made)["progress_updates"]] == [
        ["Three published"], ["Seven published"]
    ]  # fmt: skip
    assert "import/conflict" not in codes(made)
