"""Aims of projects beside indicators, in Word and in sheets alike: an aim, or where an indicator should arrive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of

from opengov_local.document import Import

Reader = Callable[[list[list[str]]], tuple[Import, Any]]


def _in_word(rows: list[list[str]]) -> tuple[Import, Any]:
    made = read_paper("= Plan d'action 2025", rows)
    return made, tree_of(made)["plans"][0]["commitments"]


def _in_sheet(rows: list[list[str]]) -> tuple[Import, Any]:
    made = read(sheet(*rows))
    return made, shown(made)["plans"][0]["commitments"]


@pytest.mark.parametrize("reader", [_in_word, _in_sheet])
@pytest.mark.parametrize(
    "rows",
    [
        [["N°", "Projet", "Objectif", "Indicateur de suivi"], ["1", "Portail", "Informer les gens", "Visites"]],
        [["N°", "Projet", "Indicateur de suivi", "Objectif"], ["1", "Portail", "Visites", "Informer les gens"]],
    ],
)
def test_words_are_the_aim_of_the_project(reader: Reader, rows: list[list[str]]) -> None:
    made, (project,) = reader(rows)
    assert project["objectives"] == {"fr": "Informer les gens"}
    assert [one["name"]["fr"] for one in project["indicators"]] == ["Visites"]
    assert "import/measure-without-indicator" not in codes_of(made)


@pytest.mark.parametrize("reader", [_in_word, _in_sheet])
@pytest.mark.parametrize(
    ("heading", "said", "target"),
    [
        ("Objectif", "200", {"value": "200"}),
        ("Objectif", "200 visites", {"text": {"fr": "200 visites"}}),
        ("Cible 2027", "200", {"value": "200", "date": "2027"}),
    ],
)
def test_measures_behind_an_indicator_are_where_it_should_arrive(
    reader: Reader, heading: str, said: str, target: dict[str, Any]
) -> None:
    _, (project,) = reader([["N°", "Projet", "Indicateur", heading], ["1", "Portail", "Visites", said]])
    assert project["indicators"][0]["target"] == target
    assert "objectives" not in project
