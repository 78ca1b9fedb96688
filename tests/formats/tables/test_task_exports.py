"""Exports of what plans tasks: codes of a breakdown, ranks, tasks set in, parents, boards with lists; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_TREE = [("Transparency", 1), ("Publish the budget", 2), ("Choose the format", 3), ("Publish the file", 3),
         ("Open data portal", 2), ("Buy a server", 3), ("Participation", 1), ("Forum", 2), ("Call", 3)]  # fmt: skip
_CODES = ("1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2", "2.1", "2.1.1")


def _levels(made: Any) -> tuple[list[str], dict[str, list[str]]]:
    """Gives the axes of the only plan, and its commitments with their milestones."""
    (plan,) = shown(made)["plans"]
    axes = [_title(axis) for axis in plan["axes"]]
    return axes, {_title(one): [_title(step) for step in one["milestones"]] for one in plan["commitments"]}


def _title(node: dict[str, Any]) -> str:
    return str(next(iter(node["title"].values())))


_READ = (["Transparency", "Participation"],
         {"Publish the budget": ["Choose the format", "Publish the file"], "Open data portal": ["Buy a server"],
          "Forum": ["Call"]})  # fmt: skip


def test_a_code_of_the_breakdown_tells_the_level_and_is_the_number() -> None:
    heads = ["ID", "WBS", "Task Name", "Start", "Resource Names"]
    coded = enumerate(zip(_CODES, _TREE, strict=True))
    grid = sheet(heads, *([at, code, text, "2025-01-06", "IT"] for at, (code, (text, _)) in coded))
    made = read(grid)
    assert accounted(made, grid)
    assert _levels(made) == _READ
    assert [one["number"] for one in shown(made)["plans"][0]["commitments"]] == ["1.1", "1.2", "2.1"]
    assert "import/conflict" not in codes(made)


@pytest.mark.parametrize(
    "heads",
    [
        ["ID", "Task Name", "Outline Level", "Resource Names"],
        ["N°", "Nom de la tâche", "Niveau hiérarchique", "Noms ressources"],
        ["الرقم", "اسم المهمة", "مستوى المخطط التفصيلي", "أسماء الموارد"],
        ["Id", "Nombre de tarea", "Nivel de esquema", "Nombres de los recursos"],
    ],
)
def test_outline_levels_tell_the_levels(heads: list[str]) -> None:
    made = read(sheet(heads, *([at, text, rank, "IT"] for at, (text, rank) in enumerate(_TREE))))
    assert _levels(made) == _READ
    assert all(one["leads"][0]["name"] for one in shown(made)["plans"][0]["commitments"])


def test_tasks_that_are_set_in_are_below_those_above() -> None:
    heads = ["N°", "Nom de la tâche", "Début"]
    made = read(sheet(heads, *([at, "   " * rank + text, "06/01/2025"] for at, (text, rank) in enumerate(_TREE))))
    assert _levels(made) == _READ


@pytest.mark.parametrize("blanks", [(0, 1, 0, 1, 1), (2, 0, 2, 0, 2), (0, 6, 3, 0, 6)])
def test_stray_blanks_tell_no_level(blanks: tuple[int, ...]) -> None:
    titles = [" " * count + text for count, (text, _) in zip(blanks, _TREE, strict=False)]
    made = read(sheet(["N°", "Projet", "Début"], *([at, title, "06/01/2025"] for at, title in enumerate(titles))))
    assert len(shown(made)["plans"][0]["commitments"]) == len(blanks)


def test_a_board_with_sections_parents_and_its_name() -> None:
    heads = ["Name", "Section/Column", "Assignee", "Due Date", "Completed At", "Projects", "Parent task"]
    grid = sheet(
        heads,
        ["Publish the budget", "Transparency", "Finance", "2025-10-10", "", "Open plan", ""],
        ["Choose the format", "", "Finance", "2025-01-31", "2025-01-30", "", "Publish the budget"],
        ["Forum", "Participation", "Council", "2026-02-27", "", "Open plan", ""],
    )
    made = read(grid)
    assert accounted(made, grid)
    (plan,) = shown(made)["plans"]
    assert _title(plan) == "Open plan"
    assert [_title(axis) for axis in plan["axes"]] == ["Transparency", "Participation"]
    first, last = plan["commitments"]
    assert (_title(first), _title(last)) == ("Publish the budget", "Forum")
    ((step),) = first["milestones"]
    assert (step["due"], step["completed_on"]) == ("2025-01-31", "2025-01-30")
    assert first["axes"] == ["Transparency"]


def test_lists_named_by_states_are_states() -> None:
    heads = ["Card Name", "Members", "Due Date", "List Name", "Board Name"]
    made = read(sheet(heads, ["Budget", "Finance", "2025-10-10", "Doing", "Plan 2025-2026"],
                      ["Portal", "IT", "2026-07-17", "To do", "Plan 2025-2026"],
                      ["Forum", "Council", "2025-02-28", "Done", "Plan 2025-2026"]))  # fmt: skip
    (plan,) = shown(made)["plans"]
    assert "axes" not in plan
    assert [one["status"]["code"] for one in plan["commitments"]] == ["in_progress", "not_started", "completed"]
    assert plan["period"] == {"start": "2025", "end": "2026"}


def test_buckets_are_axes_and_the_day_of_completion_is_no_second_end() -> None:
    heads = ["Nom de la tâche", "Nom du compartiment", "Progression", "Attribué à", "Date d’échéance",
             "Date d’achèvement"]  # fmt: skip
    made = read(sheet(heads, ["Budget", "Transparence", "En cours", "DSI", "10/10/2025", ""],
                      ["Forum", "Participation", "Terminé", "SG", "28/02/2025", "27/02/2025"]))  # fmt: skip
    (plan,) = shown(made)["plans"]
    assert [one["axes"] for one in plan["commitments"]] == [["Transparence"], ["Participation"]]
    assert plan["commitments"][1]["completed_on"] == "2025-02-27"
    assert "import/conflict" not in codes(made)


def test_persons_with_names_are_no_tasks() -> None:
    made = read(sheet(["Nom", "Fonction", "Téléphone"], ["Responsable fictif", "Chef", ""], ["Autre fictif", "SG", ""]))
    assert "plans" not in shown(made)


def test_tasks_of_several_projects_are_their_steps() -> None:
    heads = ["Name", "Section", "Assignee", "Due Date", "Projects"]
    tasks = [["Study", "To do", "IT", "2026-03-01", "Portal"], ["Debate", "To do", "Office", "2026-05-01", "Forum"]]
    made = shown(read(sheet(heads, *tasks)))["plans"][0]["commitments"]
    told = [(*one["title"].values(), *(step["title"]["en"] for step in one["milestones"])) for one in made]
    assert told == [("Portal", "Study"), ("Forum", "Debate")]
