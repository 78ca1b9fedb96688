"""Workbooks with a sheet for each of several collectivities: one plan is read, and that it may be several is said."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet

_HEADS = ["Projet", "Activité", "Responsable"]
_ONE, _OTHER = ["Portail", "Étude", "DSI"], ["Bureau", "Recrutement", "DRH"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            (["Programme d’ouverture de la commune d’Agadir"], "A"),
            (["Programme d’ouverture de la commune de Rabat"], "B"),
        ),
        (([], "Commune d’Agadir"), ([], "Commune de Rabat")),
        (([], "جماعة أكادير"), ([], "جماعة الرباط")),
    ],
)
def test_several_collectivities_are_said(first: tuple[list[str], str], second: tuple[list[str], str]) -> None:
    made = read(sheet(first[0], _HEADS, _ONE, name=first[1]), sheet(second[0], _HEADS, _OTHER, name=second[1]))
    (said,) = (each for each in made.findings if each.code == "import/several-plans")
    assert said.params["count"] == 2


@pytest.mark.parametrize("names", [("Axe 1", "Axe 2"), ("Commune d’Agadir", "Suite"), ("Plan", "Indicateurs")])
def test_sheets_of_one_plan_are_not(names: tuple[str, str]) -> None:
    made = read(sheet(_HEADS, _ONE, name=names[0]), sheet(_HEADS, _OTHER, name=names[1]))
    assert "import/several-plans" not in codes(made)
