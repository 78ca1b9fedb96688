"""Tables that count projects and name none; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

HEADER = ["Axe", "Projet", "Activité", "Responsable"]
ROWS = [["Transparence", "Portail", "Inventaire", "DSI"], ["Transparence", "Forum", "Salle", "DGS"]]


@pytest.mark.parametrize(
    "counts",
    [
        [["Axes", "Projets", "Activités"], [3, 8, 24]],
        [["المحاور", "المشاريع", "الأنشطة"], [4, 17, 69]],
        [
            ["Axe", "Projets", "Activités"],
            ["Axe 1 : Transparence", 3, 12],
            ["Axe 2 : Débat", "5", "9"],
            ["Total", 8, 21],
        ],
    ],
)
@pytest.mark.parametrize("plan", [[], [[""], HEADER, *ROWS]])
def test_counted_projects_are_none(counts: list[list[Any]], plan: list[list[Any]]) -> None:
    grid = sheet(*counts, *plan)
    imported = read(grid)
    assert accounted(imported, grid)
    assert "import/counts-no-titles" in codes(imported)
    plans = shown(imported).get("plans", [])
    titles = [one["title"]["fr"] for each in plans for one in each.get("commitments", [])]
    assert titles == (["Portail", "Forum"] if plan else [])
    assert {one["title"]["fr"] for each in plans for one in each.get("axes", [])} <= {"Transparence", "Débat"}


def test_axes_named_by_their_numbers_are_axes() -> None:
    imported = read(sheet(["Axe", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "DGS"]))
    (plan,) = shown(imported)["plans"]
    assert len(plan["axes"]) == 2
    assert "import/counts-no-titles" not in codes(imported)
