"""Reports on a plan whose tables hold states to be ticked, or lists side by side; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of, unmapped

_TOP = ["= Rapport de suivi du programme d’ouverture 2026-2027", "Période : 1er semestre 2026"]
_HALF = {"start": "2026-H1", "end": "2026-H1"}
_TICKS = [
    ["N°", "Projet", "Réalisé", "En cours", "Réalisations", "Taux"],
    ["1", "Portail", "x", "", "En ligne", "100 %"],
    ["2", "Guichet", "", "x", "Travaux lancés", "40 %"],
]
_LISTS = [
    ["Projet", "Activités", "État", "Échéances"],
    ["Portail", "- Étude\n- Achat", "Réalisé\nEn cours", "06/2026\n12/2026"],
    ["Guichet", "- Plan\n- Travaux", "En cours\nEn cours", "03/2026\n09/2026"],
]
_STEPS = ["Activité", "Réalisé", "En cours"]
_BELOW: list[Any] = [
    "# Projet 1 : Portail",
    [_STEPS, ["Étude", "x", ""], ["Achat", "", "x"]],
    "# Projet 2 : Guichet",
    [_STEPS, ["Plan", "", "x"], ["Travaux", "", "x"]],
]


def _updates(made: Any) -> list[tuple[str, str]]:
    updates = tree_of(made)["progress_updates"]
    assert all(one["period"] == _HALF for one in updates)
    return [(one["target"], one["status"]["code"]) for one in updates]


def test_ticked_states_are_reports_of_the_period_of_the_report() -> None:
    made = read_paper(*_TOP, _TICKS)
    updates = tree_of(made)["progress_updates"]
    assert _updates(made) == [("@Portail", "completed"), ("@Guichet", "in_progress")]
    assert [(one["progress"], one["text"]["fr"]) for one in updates] == [(100, "En ligne"), (40, "Travaux lancés")]
    assert [one["status"]["as_of"] for one in commitments_of(made)] == ["2026-H1", "2026-H1"]
    assert unmapped(made) == {}


@pytest.mark.parametrize("blocks", [[_LISTS], _BELOW])
def test_states_of_activities_are_reports_of_the_period_of_the_report(blocks: list[Any]) -> None:
    made = read_paper(*_TOP, *blocks)
    codes = ["completed", "in_progress", "in_progress", "in_progress"]
    assert _updates(made) == list(zip(["@Étude", "@Achat", "@Plan", "@Travaux"], codes, strict=True))
    steps = [step for one in commitments_of(made) for step in one["milestones"]]
    assert [(step["status"]["code"], step["status"]["as_of"]) for step in steps] == [
        (code, "2026-H1") for code in codes
    ]
    assert unmapped(made) == {}
