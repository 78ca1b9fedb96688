"""Who is responsible for activities, behind them: theirs, also where all of a project have the same; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_HEADER = ["Projet", "Activité", "Responsable"]
_ROWS = [
    ["Budget citoyen", "Maquette", "Direction A"],
    ["Budget citoyen", "Diffusion", "Direction A"],
    ["Pétitions", "Étude", "Direction B"],
    ["Pétitions", "Développement", "Direction B"],
]
_Named = list[tuple[list[str], list[list[str]]]]


def _named(*rows: list[Any], field: str = "leads", **more: Any) -> tuple[_Named, list[str]]:
    """Gives who has a part in each project, and in its activities; and the codes of the findings."""
    grid = sheet(*rows, **more)
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    return [
        (_names(one, field), [_names(step, field) for step in one.get("milestones", ())]) for one in plan["commitments"]
    ], codes(imported)


def _names(one: dict[str, Any], field: str) -> list[str]:
    said = [party.get("name") or party["person"]["name"] for party in one.get(field, ())]
    return [next(iter(name.values())) for name in said]


@pytest.mark.parametrize(("heading", "field"), [("Responsable", "leads"), ("Partenaires", "supporting")])
def test_activities_keep_who_stands_in_their_rows(heading: str, field: str) -> None:
    named, _ = _named([*_HEADER[:2], heading], *_ROWS, field=field)
    assert named == [
        ([], [["Direction A"], ["Direction A"]]),
        ([], [["Direction B"], ["Direction B"]]),
    ]


def test_one_project_with_two_leads_changes_nothing_of_the_others() -> None:
    named, _ = _named(_HEADER, *_ROWS[:3], [*_ROWS[3][:2], "Direction C"])
    assert named == [
        ([], [["Direction A"], ["Direction A"]]),
        ([], [["Direction B"], ["Direction C"]]),
    ]


def test_a_lead_of_some_activities_is_not_that_of_their_project() -> None:
    named, _ = _named(_HEADER, *_ROWS[:3], [*_ROWS[3][:2], ""])
    assert named[1] == ([], [["Direction B"], []])


def test_where_a_column_names_who_leads_the_projects_activities_do_not() -> None:
    header = ["Projet", "Chef de file", "Activité", "Responsable"]
    rows = [[title, "" if title == "Pétitions" else "Cabinet", step, lead] for title, step, lead in _ROWS]
    named, _ = _named(header, *rows)
    assert named == [
        (["Cabinet"], [["Direction A"], ["Direction A"]]),
        ([], [["Direction B"], ["Direction B"]]),
    ]


def test_what_is_merged_over_all_activities_is_the_projects_alone() -> None:
    blank = [[title, step, "" if at % 2 else lead] for at, (title, step, lead) in enumerate(_ROWS)]
    named, _ = _named(_HEADER, *blank, merges=("C2:C3", "C4:C5"))
    assert named == [(["Direction A"], [[], []]), (["Direction B"], [[], []])]
