"""Actions in a table of their own, each with the number of its project; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

_PLAN = sheet(["Code", "Intitulé du projet"], ["P1", "Portail"], ["P2", "Forum"], name="Projets")


def _steps(*rows: list[Any]) -> list[tuple[str, list[str]]]:
    actions = sheet(*rows, name="Actions")
    made = read(_PLAN, actions)
    assert accounted(made, _PLAN, actions)
    return [
        (one["title"]["fr"], [step["title"]["fr"] for step in one.get("milestones", ())])
        for one in commitments_of(made)
    ]


@pytest.mark.parametrize(
    "head",
    [["Code projet", "N° action", "Action", "Échéance"],
     ["Réf. projet", "Code action", "Intitulé de l'action", "Échéance"],
     ["N°", "N° action", "Actions", "Échéance"], ["رمز المشروع", "رقم الإجراء", "الإجراء", "الأجل"]],
)  # fmt: skip
def test_they_are_steps_of_the_projects_of_another_table(head: list[str]) -> None:
    rows = (
        ["P1", "A1", "Étude", "06/2026"],
        ["P1", "A2", "Mise en ligne", "09/2026"],
        ["P2", "A1", "Réunion", "06/2026"],
    )
    assert _steps(head, *rows) == [("Portail", ["Étude", "Mise en ligne"]), ("Forum", ["Réunion"])]


def test_without_numbers_of_their_own_too() -> None:
    found = _steps(["Code projet", "Action"], ["P1", "Étude"], ["P2", "Réunion"])
    assert found == [("Portail", ["Étude"]), ("Forum", ["Réunion"])]


@pytest.mark.parametrize("rows", [[["P7", "Étude"], ["P8", "Réunion"]], [["P1", "Étude"], ["P9", "Réunion"]]])
def test_unknown_numbers_are_those_of_the_actions(rows: list[list[Any]]) -> None:
    actions = sheet(["Code projet", "Action"], *rows, name="Actions")
    titles = [one["title"]["fr"] for one in commitments_of(read(_PLAN, actions))]
    assert titles == ["Portail", "Forum", "Étude", "Réunion"]


def test_actions_with_numbers_of_their_own_stay_projects() -> None:
    actions = sheet(["N°", "Action"], ["P3", "Étude"], ["P4", "Réunion"], name="Actions")
    made = read(_PLAN, actions)
    assert len(commitments_of(made)) == len(("Portail", "Forum", "Étude", "Réunion"))
    assert "import/number-of-another" not in codes(made)
