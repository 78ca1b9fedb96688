"""Rows that repeat an activity for a further indicator; all of them made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet, shown

_HEADS = ["N°", "Projet", "Activité", "Responsable", "Début", "Budget (DH)", "État", "Indicateur", "Cible"]
_FIRST = ["1", "Portail", "Ouvrir", "Service, Bureau", "01/2025", "1000", "En cours", "Visites", "20"]


def _steps(*rows: list[str]) -> tuple[list[dict[str, Any]], set[str]]:
    done = read(sheet(_HEADS, *rows))
    steps = [step for one in shown(done)["plans"][0]["commitments"] for step in one["milestones"]]
    return steps, {finding.code for finding in done.findings}


@pytest.mark.parametrize("further", [1, 3])
def test_an_activity_is_one_with_all_its_indicators(further: int) -> None:
    rows = [[*_FIRST[:-2], f"Délai {at}", "5"] for at in range(further)]
    steps, codes = _steps(
        _FIRST, *rows, ["1", "Portail", "Former", "Bureau", "02/2025", "500", "Réalisé", "Agents", "9"]
    )
    assert [len(step["indicators"]) for step in steps] == [further + 1, 1]
    assert [len(step["budget"]) for step in steps] == [1, 1]
    assert len(steps[0]["leads"]) == 2
    assert "import/sum-again" in codes


@pytest.mark.parametrize(("at", "text"), [(3, "Autre"), (4, "02/2025"), (5, "2000"), (6, "Réalisé"), (7, "Visites")])
def test_rows_that_say_something_else_or_nothing_new_are_activities(at: int, text: str) -> None:
    other = [*_FIRST[:-2], "Délai", "5"]
    other[at] = text
    steps, _ = _steps(_FIRST, other)
    assert len(steps) == 2
