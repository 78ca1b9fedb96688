"""Tables with three levels of titles in columns, below axes or not; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_HEADER = ["Axe", "Mesure", "Action", "Sous-action", "Responsable", "Échéance"]
_ROWS: list[list[Any]] = [
    ["Transparence", "Publier", "Portail", "Choisir l'outil", "DSI", "mars 2026"],
    ["Transparence", "Publier", "Portail", "Former", "DRH", "juin 2026"],
    ["Transparence", "Publier", "Budget citoyen", "Rédiger", "DAF", "juillet 2026"],
    ["Participation", "Consulter", "Ateliers", "Convier", "DPC", "mai 2026"],
    ["Participation", "Consulter", "Ateliers", "Tenir", "SG", "juin 2026"],
]


def _read(*rows: list[Any]) -> tuple[list[str], list[tuple[str, list[str]]], list[str]]:
    """Gives the axes, each commitment with its steps, and the codes of the findings."""
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    projects = [(one["title"]["fr"], [step["title"]["fr"] for step in one.get("milestones", [])])
                for one in plan["commitments"]]  # fmt: skip
    return [axis["title"]["fr"] for axis in plan.get("axes", [])], projects, codes(imported)


def test_where_nothing_tells_the_level_of_the_projects_the_lower_has_them_and_that_is_said() -> None:
    axes, projects, found = _read(_HEADER, *_ROWS)
    assert axes == ["Transparence", "Publier", "Participation", "Consulter"]
    assert projects == [
        ("Portail", ["Choisir l'outil", "Former"]),
        ("Budget citoyen", ["Rédiger"]),
        ("Ateliers", ["Convier", "Tenir"]),
    ]
    assert found.count("import/heading-uncertain") == 2


def test_numbers_that_stand_once_for_each_measure_make_it_the_project() -> None:
    numbered = [[number, *row] for number, row in zip(("1", "", "", "2", ""), _ROWS, strict=True)]
    axes, projects, found = _read(["N°", *_HEADER], *numbered)
    assert axes == ["Transparence", "Participation"]
    assert projects == [("Publier", ["Choisir l'outil", "Former", "Rédiger"]), ("Consulter", ["Convier", "Tenir"])]
    assert "import/heading-uncertain" not in found
    assert "import/column-unmapped" in found


def test_what_is_the_same_beside_all_of_a_measure_is_its_own_only_where_nothing_else_differs() -> None:
    leads = [[*row[1:4], "DSI" if row[1] == "Publier" else "SG", row[5]] for row in _ROWS]
    _, projects, found = _read(_HEADER[1:], *leads)
    assert [title for title, _ in projects] == ["Portail", "Budget citoyen", "Ateliers"]
    assert found.count("import/heading-uncertain") == 2
    assert "import/column-unmapped" not in found
    rows = [*(row[:4] for row in leads), ["Consulter", "Forum", "Préparer", "SG"]]
    _, projects, found = _read(_HEADER[1:5], *rows)
    assert [title for title, _ in projects] == ["Publier", "Consulter"]
    assert "import/heading-uncertain" not in found


def test_a_remark_beside_one_measure_makes_none_of_them_a_project() -> None:
    rows = [[*row[1:5], "Urgent" if number == 0 else ""] for number, row in enumerate(_ROWS)]
    _, projects, found = _read([*_HEADER[1:5], "Observations"], *rows)
    assert [title for title, _ in projects] == ["Portail", "Budget citoyen", "Ateliers"]
    assert found.count("import/heading-uncertain") == 2


def test_sums_of_each_action_make_it_the_project() -> None:
    sums = [[*row, amount] for row, amount in zip(_ROWS, ("100000", "100000", "40000", "30000", "30000"), strict=True)]
    _, projects, found = _read([*_HEADER, "Budget (DH)"], *sums)
    assert [title for title, _ in projects] == ["Portail", "Budget citoyen", "Ateliers"]
    assert "import/heading-uncertain" not in found


def test_a_column_of_projects_has_them_whatever_stands_between_them_and_their_steps() -> None:
    _, projects, found = _read(["Axe", "Projet", *_HEADER[2:]], *_ROWS)
    assert projects == [("Publier", ["Choisir l'outil", "Former", "Rédiger"]), ("Consulter", ["Convier", "Tenir"])]
    assert "import/conflict" not in found
    assert "import/column-unmapped" in found
    axes, projects, found = _read(["Axe", "Mesure", "Projet", *_HEADER[3:]], *_ROWS)
    assert axes == ["Transparence", "Publier", "Participation", "Consulter"]
    assert [title for title, _ in projects] == ["Portail", "Budget citoyen", "Ateliers"]
    assert "import/heading-uncertain" not in found


def test_a_measure_for_each_action_may_be_the_same_thing_and_the_title_is_said_to_be_uncertain() -> None:
    _, projects, found = _read(_HEADER, _ROWS[0], ["Participation", "Consulter", "Ateliers", "Convier", "DPC", ""])
    assert [title for title, _ in projects] == ["Portail", "Ateliers"]
    assert found.count("import/heading-uncertain") == 1


_TASKS: list[list[Any]] = [
    ["Portail", "Outil", "Choisir l'outil", "DSI", "mars 2026"],
    ["Portail", "Outil", "Former", "DRH", "juin 2026"],
    ["Portail", "Contenus", "Rédiger", "DAF", "juillet 2026"],
    ["Ateliers", "Réunions", "Tenir", "SG", "mai 2026"],
]


@pytest.mark.parametrize("names", [("Activité", "Tâche"), ("Activité", "Sous-activité"), ("النشاط", "المهمة")])
def test_of_two_levels_of_steps_those_have_the_dates_that_these_hang_on(names: tuple[str, str]) -> None:
    grid = sheet(["Projet", *names, "Responsable", "Échéance"], *_TASKS)
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    steps = [[step["due"] for step in one["milestones"]] for one in plan["commitments"]]
    assert steps == [["2026-03", "2026-06", "2026-07"], ["2026-05"]]
    assert not any({"leads", "end"} & one.keys() for one in plan["commitments"])
    assert "import/column-unmapped" in codes(imported)
    assert accounted(imported, grid)


def test_dates_of_activities_are_theirs_and_their_tasks_are_left_as_they_stand() -> None:
    rows = [[project, step, lead, due, task] for project, step, task, lead, due in _TASKS]
    rows[1][:4] = ["", "", "", ""]
    imported = read(sheet(["Projet", "Activité", "Responsable", "Échéance", "Tâche"], *rows))
    (plan,) = shown(imported)["plans"]
    assert [[step["due"] for step in one["milestones"]] for one in plan["commitments"]] == [
        ["2026-03", "2026-07"],
        ["2026-05"],
    ]
    assert "import/column-unmapped" in codes(imported)


def test_two_steps_in_each_row_have_one_date() -> None:
    rows = [[project, step, task, due] for project, step, task, _, due in _TASKS[1:]]
    imported = read(sheet(["Projet", "Activité", "Jalon", "Échéance"], *rows))
    (plan,) = shown(imported)["plans"]
    assert [len(one["milestones"]) for one in plan["commitments"]] == [2, 1]
    assert not any("end" in one for one in plan["commitments"])
