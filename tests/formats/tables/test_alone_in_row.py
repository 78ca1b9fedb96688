"""Cells alone in their row below a table: read as one entry more, which is said, as they may be remarks."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet

_INDICATORS = (["Projet", "Indicateur", "Valeur de départ", "Cible"], ["Portail", "Jeux publiés", 0, 20])
_PLAN = (["Projet", "Activité", "Responsable"], ["Portail", "Étude", "DSI"], ["Bureau", "Recrutement", "DRH"])


@pytest.mark.parametrize(
    "rows",
    [
        (*_INDICATORS, ["", "Données provisoires arrêtées à fin 2024"]),
        (*_PLAN, ["Les montants sont indicatifs"]),
        (["المؤشر", "القيمة الأولية", "الهدف"], ["عدد المجموعات", 0, 20], ["الطلبات", 1, 5], ["تحين الأهداف كل سنة"]),
    ],
)
def test_a_cell_alone_below_a_table_is_said(rows: tuple[list[object], ...]) -> None:
    plan = sheet(*map(list, rows))
    made = read(plan)
    (said,) = (each for each in made.findings if each.code == "import/alone-in-row")
    assert said.params["text"] == rows[-1][-1]
    assert said.location.cell == f"{'AB'[len(rows[-1]) - 1]}{len(rows)}"
    assert accounted(made, plan)


@pytest.mark.parametrize(
    "rows",
    [
        (*_PLAN, ["Note : montants indicatifs"]),
        (*_PLAN, [], ["Les montants sont indicatifs"]),
        (["Axe 1 : Eau"], *_PLAN, ["Axe 2 : Air"], ["Radio", "Étude", "DSI"]),
        ([*_PLAN[0][:1]], ["Portail"]),
    ],
)
def test_notes_and_titles_are_not_said_to_be_alone(rows: tuple[list[object], ...]) -> None:
    assert "import/alone-in-row" not in codes(read(sheet(*map(list, rows))))
