"""Tables of steps that name the project of each by its number, in a Word file; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_TOP = "= Programme d’ouverture de la commune 2026-2028"
_FIRST = [["N°", "Projet", "Responsable"], ["1", "Marchés publiés", "DSI"], ["2", "Carte du patrimoine", "DSI"]]
_SECOND = [["N°", "Projet", "Responsable"], ["3", "Conseil des quartiers", "Cabinet"]]
_STEPS = [["1", "Liste des pièces"], ["1", "Premier lot"], ["2", "Levé du terrain"], ["3", "Première réunion"]]
_THERE = [("1", ["Liste des pièces", "Premier lot"]), ("2", ["Levé du terrain"]), ("3", ["Première réunion"])]


def _steps(*blocks: object) -> tuple[list[tuple[str, list[str]]], Any]:
    imported = read_paper(_TOP, *blocks)
    (plan,) = tree_of(imported)["plans"]
    found = [
        (one["number"], [*(title for each in one.get("milestones", ()) for title in each["title"].values())])
        for one in plan["commitments"]
    ]
    return found, imported


@pytest.mark.parametrize(
    "heads", [("N° projet", "Activité"), ("Projet", "Activité"), ("رقم المشروع", "النشاط"), ("Project No.", "Activity")]
)
@pytest.mark.parametrize(
    "above",
    [
        ["# Axe 1 : Transparence", _FIRST, "# Axe 2 : Participation", _SECOND],
        [[*_FIRST, *_SECOND[1:]]],
    ],
)
def test_each_step_is_that_of_the_project_named_beside_it(above: list[object], heads: tuple[str, str]) -> None:
    found, imported = _steps(*above, "Calendrier des activités", [list(heads), *_STEPS])
    assert found == _THERE
    assert not unmapped(imported)
    (plan,) = tree_of(imported)["plans"]
    assert not any("number" in each for one in plan["commitments"] for each in one["milestones"])


def test_a_number_left_blank_is_the_one_above() -> None:
    rows = [["1", "Liste des pièces"], ["", "Premier lot"], *_STEPS[2:]]
    assert _steps(_FIRST, _SECOND, [["N° projet", "Activité"], *rows])[0] == _THERE


def test_what_stands_beside_a_project_that_is_not_there_is_kept_and_said() -> None:
    found, imported = _steps(_FIRST, _SECOND, [["N° projet", "Activité"], *_STEPS, ["7", "Sans projet"]])
    assert found == _THERE
    assert codes_of(imported).count("import/unknown-reference") == 1
    assert {*unmapped(imported).values()} == {"7", "Sans projet"}


def test_numbers_of_steps_name_no_projects() -> None:
    rows = [[str(at), title] for at, (_, title) in enumerate(_STEPS, 1)]
    found, imported = _steps([*_FIRST, *_SECOND[1:]], [["N°", "Activité"], *rows])
    assert [steps for _, steps in found] == [[], [], []]
    (plan,) = tree_of(imported)["plans"]
    assert [each["number"] for each in plan["activities"]] == ["1", "2", "3", "4"]
