"""Numbers before the titles of axes that all axes of a table have, without the word for an axis; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.document import Import

_HEAD = ["Axe", "Projet", "Responsable"]


def _axes(made: Import) -> list[tuple[str | None, str]]:
    axes = shown(made)["plans"][0]["axes"]
    return [(axis.get("number"), next(iter(axis["title"].values()))) for axis in axes]


@pytest.mark.parametrize(
    ("cells", "axes"),
    [
        (["A – Transparence", "B – Participation"], [("A", "Transparence"), ("B", "Participation")]),
        (["A. Transparence", "B. Participation"], [("A", "Transparence"), ("B", "Participation")]),
        (["C) Open data", "D) Taking part"], [("C", "Open data"), ("D", "Taking part")]),
        (["أ – الشفافية", "ب – المشاركة"], [("أ", "الشفافية"), ("ب", "المشاركة")]),
        (["P1 Cadre de vie", "P2 Services"], [("P1", "Cadre de vie"), ("P2", "Services")]),
        (["A1 Cadre de vie", "A2 Services"], [("A1", "Cadre de vie"), ("A2", "Services")]),
        (["Programme 1 Cadre de vie", "Programme 2 Services"], [("1", "Cadre de vie"), ("2", "Services")]),
    ],
)
def test_numbers_of_all_axes_are_taken_off_their_titles_and_said(cells: list[str], axes: list[tuple[str, str]]) -> None:
    one, other = cells
    grid = sheet(_HEAD, [one, "Portail", "DSI"], ["", "Site", "DSI"], [other, "Forum", "DGS"], [one, "Budget", "DAF"])
    made = read(grid)
    assert _axes(made) == axes
    below = [commitment["axes"] for commitment in shown(made)["plans"][0]["commitments"]]
    assert below == [[axes[0][1]], [axes[0][1]], [axes[1][1]], [axes[0][1]]]
    assert codes(made).count("import/assumed") >= len(axes)
    assert accounted(made, grid)


@pytest.mark.parametrize(
    "cells",
    [
        ["P1 Cadre de vie"],
        ["P1 Cadre de vie", "Services"],
        ["P1 Cadre de vie", "A2 Services"],
        ["A – Transparence", "A – Participation"],
        ["Agenda 21 Local", "Horizon 30 Services"],
        ["E-services", "E-participation"],
    ],
)
def test_what_not_all_axes_have_stays_in_the_title(cells: list[str]) -> None:
    made = read(sheet(_HEAD, *([cell, f"Projet {at} bis", "DSI"] for at, cell in enumerate(cells))))
    assert _axes(made) == [(None, cell) for cell in cells]


def test_letters_before_titles_of_sections_are_their_numbers() -> None:
    rows = [["A – Transparence", "", ""], ["1", "Portail", "DSI"], ["B – Participation", "", ""], ["2", "Forum", "DGS"]]
    made = read(sheet(["N°", "Projet", "Responsable"], *rows))
    assert _axes(made) == [("A", "Transparence"), ("B", "Participation")]
