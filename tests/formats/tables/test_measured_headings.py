"""Headings that ask for indicators and their targets together, in sheets and Word: the indicators are read; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet
from tests.formats.word.papers import read_paper, tree_of

HEADINGS = [
    "Indicateur et cible",
    "Indicateurs / valeurs cibles",
    "Indicateur / cible",
    "المؤشر والقيمة المستهدفة",
    "Indicator and target",
    "Indicador y meta",
]
SAID = ["Nombre de vues : 500", "500 vues par séance"]
TITLE = "= Programme d’ouverture 2025-2026"


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("heading", HEADINGS)
def test_they_are_indicators_as_they_are_written(heading: str, said: str) -> None:
    grid = sheet(["Projet", "Responsable", heading], ["Portail", "DSI", said])
    made = read(grid)
    found = [commitments_of(made)]
    papers = (
        read_paper(TITLE, "# Projet 1 : Portail", "Objectif : publier", f"{heading} : {said}", "Responsable : DSI"),
        read_paper(TITLE, [["Projet", "Portail"], ["Objectif", "publier"], [heading, said], ["Responsable", "DSI"]]),
    )
    found += [tree_of(paper)["plans"][0]["commitments"] for paper in papers]
    for (project,) in found:
        assert [list(each["name"].values()) for each in project["indicators"]] == [[said]]
        assert not project.keys() & {"beneficiaries", "x_unmapped"}
    assert accounted(made, grid)
