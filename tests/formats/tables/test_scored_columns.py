"""Scores below headings of texts are kept, and no texts of a plan; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Note /20", ["15", "12"]),
        ("Observations", ["3/5", "4/5"]),
        ("Impact", ["Fort", "Faible"]),
        ("Impact", ["High", "low"]),
        ("Impact", ["4", "5"]),
        ("الأثر", ["عالي", "متوسط"]),
        ("Cible", ["80 %", "60 %"]),
        ("Vote", ["adopté", "rejeté"]),
        ("Votes", ["unanimité", "majorité"]),
    ],
)
def test_scores_are_kept(heading: str, cells: list[str]) -> None:
    rows = [[at, f"Projet {at} bis", "DSI", cell] for at, cell in enumerate(cells, start=1)]
    grid = sheet(["N°", "Projet", "Responsable", heading], *rows)
    made = read(grid)
    assert [one["x_unmapped"][0]["text"] for one in commitments_of(made)] == cells
    assert all(one.keys() == {"number", "title", "leads", "x_unmapped"} for one in commitments_of(made))
    assert {"import/column-unmapped", "import/column-kept"} & set(codes(made))
    assert accounted(made, grid)


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("Observations", "Faible participation", "additional_information"),
        ("Impact", "Plus de confiance", "expected_results"),
        ("Cible", "80 jeunes", "beneficiaries"),
        ("Bénéficiaires", "500", "beneficiaries"),
    ],
)
def test_texts_stay_texts(heading: str, cell: str, field: str) -> None:
    (one,) = commitments_of(read(sheet(["Projet", "Responsable", heading], ["Portail", "DSI", cell])))
    assert one[field] == {"fr": cell}


def test_results_in_figures_beside_titles_alone_lose_no_table() -> None:
    grid = sheet(["Projet", "Résultats attendus"], ["Portail", "12"], ["Forum", "30"])
    made = read(grid)
    assert [one["expected_results"] for one in commitments_of(made)] == [{"fr": "12"}, {"fr": "30"}]
    assert accounted(made, grid)
