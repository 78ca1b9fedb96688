"""Lists of projects in several tables of the same headings, one below each axis; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_TOP = "= Programme d’ouverture de la commune 2026-2028"
_HEADS = ["N°", "Projet", "Responsable"]
_ONE, _TWO = [_HEADS, ["1", "Marchés publiés", "DSI"]], [_HEADS, ["2", "Carte du patrimoine", "SG"]]
_STEPS = [["N°", "Activité"], ["1", "Liste"], ["2", "Levé"]]
_MEASURES = [["N°", "Indicateur", "Cible"], ["1", "Pièces", "20"], ["2", "Parcelles", "30"]]
_FIRST, _SECOND = "# Axe 1 : Transparence", "# Axe 2 : Participation"


def _plan(*blocks: object) -> dict[str, Any]:
    (plan,) = tree_of(read_paper(_TOP, *blocks))["plans"]
    assert isinstance(plan, dict)
    return plan


@pytest.mark.parametrize("heading", ["Activités", "# Calendrier"])
def test_a_table_behind_tables_of_one_project_each_is_of_none_of_them(heading: str) -> None:
    plan = _plan(_FIRST, _ONE, _SECOND, _TWO, heading, _STEPS)
    assert not any("milestones" in one for one in plan["commitments"])
    assert [each["number"] for each in plan["activities"]] == ["1", "2"]
    plan = _plan(_FIRST, _ONE, _SECOND, _TWO, heading, _MEASURES)
    assert not any("indicators" in one for one in plan["commitments"])
    assert [each["name"]["fr"] for each in plan["indicators"]] == ["Pièces", "Parcelles"]


def test_a_table_behind_each_of_them_is_of_that_project() -> None:
    plan = _plan(_FIRST, _ONE, "Activités", _STEPS, _SECOND, _TWO, "Activités", _STEPS)
    assert [len(one["milestones"]) for one in plan["commitments"]] == [2, 2]
    assert "activities" not in plan


_COSTS = ["Projet", "Coût (DH)"]
_TWICE: list[list[object]] = [
    [_FIRST, [_COSTS, ["Formation", "50000"], ["Marchés", "10000"]], _SECOND, [_COSTS, ["Formation", "50000"]]],
    [
        [
            ["Axe", *_COSTS],
            ["Axe 1 : Transparence", "Formation", "50000"],
            ["", "Marchés", "10000"],
            ["Axe 2 : Participation", "Formation", "50000"],
        ]
    ],
    [
        [
            _COSTS,
            ["Axe 1 : Transparence", "<"],
            ["Formation", "50000"],
            ["Marchés", "10000"],
            ["Axe 2 : Participation", "<"],
            ["Formation", "50000"],
        ]
    ],
]


@pytest.mark.parametrize("blocks", _TWICE)
def test_rows_of_one_title_on_two_axes_are_two_projects(blocks: list[object]) -> None:
    projects = _plan(*blocks)["commitments"]
    assert [one["title"]["fr"] for one in projects] == ["Formation", "Marchés", "Formation"]
    assert [[line["amount"]["value"] for line in one["budget"]] for one in projects] == [
        ["50000"],
        ["10000"],
        ["50000"],
    ]
    assert [len(one["axes"]) for one in projects] == [1, 1, 1]


def test_a_title_alone_on_two_axes_is_one_project_of_both() -> None:
    heads, rows = ["N°", "Projet"], [["1", "Formation"], ["2", "Marchés"]]
    projects = _plan(_FIRST, [heads, *rows], _SECOND, [heads, rows[0], ["3", "Carte"]])["commitments"]
    assert [(one["title"]["fr"], len(one["axes"])) for one in projects] == [
        ("Formation", 2),
        ("Marchés", 1),
        ("Carte", 1),
    ]


_FULL = ["N°", "Projet", "Responsable", "Coût (DH)"]


def _twice(*again: str, heads: list[str] = _FULL) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Gives number and axes of the projects called "Guichet", listed below two axes, and the codes of what is said."""
    first = [heads, ["1", "Portail", "DSI", "1000"], ["2", "Guichet", "SG", "5000"]]
    made = read_paper(_TOP, _FIRST, first, _SECOND, [heads, list(again), ["4", "Fonds", "SG", "700"]])
    (plan,) = tree_of(made)["plans"]
    named = [one for one in plan["commitments"] if one["title"]["fr"] == "Guichet"]
    return [(one["number"], one["axes"]) for one in named], codes_of(made)


def test_a_row_of_one_number_and_title_below_two_axes_is_one_project_of_both_once() -> None:
    both = [("2", ["@Transparence", "@Participation"])]
    found, codes = _twice("2", "Guichet", "SG", "5000")
    assert (found, codes.count("import/named-again")) == (both, 1)
    assert "import/conflict" not in codes
    found, codes = _twice("2", "Guichet", "SG", "9000")
    assert (found, codes.count("import/conflict")) == (both, 1)


@pytest.mark.parametrize(
    "again", [("3", "Guichet", "SG", "5000"), ("2", "Guichet", "DSI", "5000"), ("2", "Guichet", "", "9000")]
)
def test_a_row_of_another_number_or_lead_below_another_axis_is_another_project_and_is_said(again: tuple[str]) -> None:
    found, codes = _twice(*again)
    assert found == [("2", ["@Transparence"]), (again[0], ["@Participation"])]
    assert codes.count("import/same-title-apart") == 1
    assert "import/named-again" not in codes
