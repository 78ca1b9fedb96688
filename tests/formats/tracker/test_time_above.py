"""The period of updates in two cells above their table; all made up."""

from __future__ import annotations

import copy

import pytest
from tests.formats.tracker.test_tracker import BASE, codes, tree_of

from opengov_local.formats.books.csv_format import read
from opengov_local.importing.options import ImportOptions

_ROWS = "N°;Engagement;État;Ce qui a été fait\n1;Un;En cours;Abc.\n2;Deux;Achevé;Def."


@pytest.mark.parametrize(
    ("above", "start"),
    [
        ("Trimestre :;T2 2025;;", "2025-Q2"),
        ("Semestre;S1 2025;;", "2025-H1"),
        ("Quarter;Q3 2025;;", "2025-Q3"),
        ("Periodo;Primer semestre 2025;;", "2025-H1"),
        ("الأسدوس;الأسدوس الأول 2025;;", "2025-H1"),
        ("Période;S2 2025;;", "2025-H2"),
    ],
)
def test_a_label_and_a_period_beside_it_date_all_rows(above: str, start: str) -> None:
    options = ImportOptions(base=copy.deepcopy(BASE), id_prefix="test.made-up")
    done = read(f"{above}\n{_ROWS}".encode(), "updates.csv", options=options)
    assert [one["period"] for one in tree_of(done)["progress_updates"]] == [{"start": start, "end": start}] * 2
    assert not {"import/report-without-date", "import/pieces-kept"} & set(codes(done))


@pytest.mark.parametrize("above", ["Plan d’action 2025;;;", "Plan d’action 2025-2027;;;"])
def test_the_years_of_a_plan_are_not_the_time_of_a_report(above: str) -> None:
    rows = "Projet;Action prévue;Statut;Commentaires\nPortail;Publier;En cours;Abc.\nForum;Réunir;Achevé;Def."
    options = ImportOptions(id_prefix="test.made-up")
    base = tree_of(read(rows.encode(), "plan.csv", options=options))
    again = ImportOptions(base=base, id_prefix="test.made-up")
    assert "progress_updates" not in tree_of(read(f"{above}\n{rows}".encode(), "plan.csv", options=again))
