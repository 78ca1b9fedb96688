"""Tables behind the lists of axes that tell more of projects of all of them; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_TOP = "= Programme d’ouverture de la commune 2026-2027"
_HEADS = ["N°", "Projet", "Responsable"]
_LISTS: list[Any] = [
    "# Axe 1 : Services",
    [_HEADS, ["1", "Portail", "DSI"], ["2", "Guichet", "SG"]],
    "# Axe 2 : Jeunesse",
    [_HEADS, ["3", "Fonds", "SG"]],
]
_TICKS = [["Projet", "Réalisé", "En cours"], ["Portail", "x", ""], ["Fonds", "", "x"]]
_NUMBERED = [["N°", "Projet", "Réalisé", "En cours"], ["1", "Portail", "x", ""], ["3", "Fonds", "", "x"]]
_TIMES = [["Projet", "2026", "2027"], ["Portail", "x", ""], ["Fonds", "x", "x"]]
_STATES = [["Projet", "Responsable", "État"], ["Portail", "DSI", "Réalisé"], ["Fonds", "SG", "En cours"]]


def _projects(*blocks: Any) -> list[tuple[str, list[str]]]:
    tree = tree_of(read_paper(_TOP, *blocks))
    return [(one["title"]["fr"], one.get("axes", [])) for one in tree["plans"][0]["commitments"]]


_ALL = [("Portail", ["@Services"]), ("Guichet", ["@Services"]), ("Fonds", ["@Jeunesse"])]


@pytest.mark.parametrize("heading", ["# Suivi", "# Conclusion", "## Suivi", "# Tableau de bord", "Tableau de bord"])
@pytest.mark.parametrize("table", [_TICKS, _NUMBERED, _TIMES])
def test_a_table_behind_the_list_of_an_axis_joins_the_projects_of_all(heading: str, table: list[list[str]]) -> None:
    assert _projects(*_LISTS, heading, table) == _ALL


@pytest.mark.parametrize("heading", ["# Suivi", "# Conclusion", "# Calendrier"])
def test_a_heading_over_a_table_of_projects_ends_the_axis_also_where_it_asks_something(heading: str) -> None:
    made = read_paper(_TOP, *_LISTS, heading, [_STATES[0], *_STATES[1:], ["Forum", "SG", "En cours"]])
    (*known, new) = tree_of(made)["plans"][0]["commitments"]
    assert [one["title"]["fr"] for one in known] == ["Portail", "Guichet", "Fonds"]
    assert new["title"]["fr"] == "Forum"
    assert "axes" not in new
    assert codes_of(made).count("import/axis-ended") == 1


def test_the_same_heading_behind_each_list_ends_no_axis() -> None:
    first, second = [*_LISTS[:2], "# Suivi", [_TICKS[0], _TICKS[1]]], [*_LISTS[2:], "# Suivi", [_TICKS[0], _TICKS[2]]]
    assert _projects(*first, *second) == _ALL


def test_a_list_of_an_axis_keeps_its_projects_apart_from_those_of_another() -> None:
    heads = ["Projet", "Responsable", "Réalisé", "En cours"]
    first = [heads, ["Sensibilisation", "DSI", "x", ""], ["Portail", "DSI", "", "x"]]
    second = [heads, ["Sensibilisation", "SG", "", "x"], ["Fonds", "SG", "", "x"]]
    assert _projects("# Axe 1 : Services", first, "# Axe 2 : Jeunesse", second) == [
        ("Sensibilisation", ["@Services"]),
        ("Portail", ["@Services"]),
        ("Sensibilisation", ["@Jeunesse"]),
        ("Fonds", ["@Jeunesse"]),
    ]


def test_the_axis_behind_a_list_parts_two_projects_of_one_title() -> None:
    lists = [_LISTS[0], [_HEADS, ["1", "Formation", "DSI"]], _LISTS[2], [_HEADS, ["2", "Formation", "SG"]]]
    made = read_paper(_TOP, *lists, "## Suivi", [["Projet", "Réalisé", "En cours"], ["Formation", "x", ""]])
    assert [(one["number"], "status" in one) for one in tree_of(made)["plans"][0]["commitments"]] == [
        ("1", False),
        ("2", True),
    ]


def test_a_project_on_two_axes_is_found_without_any() -> None:
    both = [["N°", "Projet"], ["2", "Guichet"]]
    lists = ["# Axe 1 : Services", both, "# Axe 2 : Jeunesse", both]
    made = read_paper(_TOP, *lists, "# Suivi", [["Projet", "Réalisé", "En cours"], ["Guichet", "x", ""]])
    (one,) = tree_of(made)["plans"][0]["commitments"]
    assert one["axes"] == ["@Services", "@Jeunesse"]
    assert one["status"]["code"] == "completed"
