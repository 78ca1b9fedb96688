"""Objectives written once for several projects, between the axis and these; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

_HEADER = ["Axe", "Objectif", "Projet", "Responsable"]
_ROWS: list[list[Any]] = [
    ["Transparence", "Publier", "Portail", "DSI"],
    ["", "", "Budget citoyen", "DAF"],
    ["", "Informer", "Bulletin", "Com"],
    ["Participation", "Associer", "Conseil", "SG"],
    ["", "", "Café", "Cabinet"],
]


def _aims(*rows: list[Any], **more: Any) -> tuple[list[str | None], list[str]]:
    grid = sheet(_HEADER, *rows, **more)
    imported = read(grid)
    assert accounted(imported, grid)
    found = [one.get("objectives", {}).get("fr") for one in commitments_of(imported)]
    return found, codes(imported)


def test_a_blank_below_an_objective_means_the_same_where_a_blank_below_an_axis_does() -> None:
    aims, found = _aims(*_ROWS)
    assert aims == ["Publier", "Publier", "Informer", "Associer", "Associer"]
    assert found.count("import/filled-down") == 2
    assert _aims(*_ROWS, merges=("A2:A4", "A5:A6"))[0] == aims


def test_where_axes_or_objectives_are_repeated_a_blank_means_none() -> None:
    axes = [["Transparence" if at < 3 else "Participation", *row[1:]] for at, row in enumerate(_ROWS)]
    assert _aims(*axes)[0] == ["Publier", None, "Informer", "Associer", None]
    again = [*_ROWS, ["", "Associer", "Radio", "Com"]]
    assert _aims(*again)[0] == ["Publier", None, "Informer", "Associer", None, "Associer"]


def test_where_an_axis_has_no_objective_beside_it_a_blank_means_none() -> None:
    rows = [*_ROWS, ["Redevabilité", "", "Audit", "SG"]]
    assert _aims(*rows)[0] == ["Publier", None, "Informer", "Associer", None, None]


def test_without_axes_objectives_of_the_first_column_lie_over_projects() -> None:
    rows = ["Publier", "Portail", "DSI"], ["", "Budget citoyen", "DAF"], ["Informer", "Bulletin", "Com"]
    imported = read(sheet(_HEADER[1:], *rows))
    assert [one["objectives"]["fr"] for one in commitments_of(imported)] == ["Publier", "Publier", "Informer"]
    assert "import/filled-down" in codes(imported)


def test_an_objective_beside_one_project_alone_or_behind_it_is_that_projects() -> None:
    one = read(sheet(_HEADER[1:], ["Publier", "Portail", "DSI"], ["", "Budget citoyen", "DAF"]))
    behind = read(sheet(["Projet", "Objectif"], ["Portail", "Publier"], ["Forum", ""], ["Bulletin", "Informer"]))
    assert ["objectives" in commitment for commitment in commitments_of(one)] == [True, False]
    assert ["objectives" in commitment for commitment in commitments_of(behind)] == [True, False, True]


@pytest.mark.parametrize("merges", [(), ("A2:A3",)])
def test_a_collectivity_lies_over_the_projects_below_it(merges: tuple[str, ...]) -> None:
    rows = [
        ["Tiznit", "Portail", "DSI"],
        ["", "Forum", "DSI"],
        ["Tafraout", "Guichet", "DSI"],
        ["Mirleft", "Bus", "DSI"],
    ]
    grid = sheet(["Commune", "Projet", "Responsable"], *rows, merges=merges)
    imported = read(grid)
    assert [one["collectivities"] for one in commitments_of(imported)] == [
        ["Tiznit"],
        ["Tiznit"],
        ["Tafraout"],
        ["Mirleft"],
    ]
    assert [one.params["count"] for one in imported.findings if one.code == "import/filled-down"] == [1]
    assert accounted(imported, grid)
