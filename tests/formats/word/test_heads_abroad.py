"""Heads of documents: the state above a municipality, decisions and days of submission below titles; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_PLAN = ("= Plan d’action local 2024-2026", "## Engagement 1. Abc", "Pilote : Def")


def _plan(*blocks: str) -> dict[str, Any]:
    plan: dict[str, Any] = tree_of(read_paper(*blocks))["plans"][0]
    return plan


@pytest.mark.parametrize(
    "head",
    [
        ["République Tunisienne", "Municipalité de Oued Essai"],
        ["République Tunisienne\nMunicipalité de Oued Essai"],
    ],
)
def test_the_state_at_the_head_is_the_country(head: list[str]) -> None:
    made = read_paper(*head, *_PLAN)
    (collectivity,) = tree_of(made)["collectivities"]
    assert (collectivity["name"], collectivity["country"]) == ({"fr": "Oued Essai"}, "TN")
    assert "import/assumed" in codes_of(made)


def test_a_government_before_the_name_is_no_part_of_it() -> None:
    made = read_paper(
        "# County Government of Made Up Hills (Kenya)", "= OGP Local Action Plan 2025–2027", "# Commitment 1: Abc"
    )
    (collectivity,) = tree_of(made)["collectivities"]
    assert collectivity["name"] == {"en": "Made Up Hills"}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Délibération n° 2024-031 du conseil communautaire du 14 mars 2024", "2024-03-14"),
        ("(document validé par le comité le 18/09/2024 et adopté par le conseil en session d’octobre 2024)", "2024-10"),
    ],
)
def test_what_stands_below_the_title_tells_the_adoption(line: str, date: str) -> None:
    title, *rest = _PLAN
    assert [each["date"] for each in _plan(title, line, *rest)["adoptions"]] == [date]


def test_a_decision_on_something_else_adopts_no_plan() -> None:
    title, *rest = _PLAN
    line = "Délibération n° 2024-031 du conseil du 14 mars 2024 relative à la création d’un comité"
    assert "adoptions" not in _plan(title, line, *rest)


def test_submitted_is_asked_of_a_plan() -> None:
    plan = _plan(
        "= Open Government Action Plan 2025–2027", "Submitted: 30 April 2025", "# Commitment 1: Abc", "Lead: D"
    )
    assert plan["submissions"] == [{"date": "2025-04-30"}]


@pytest.mark.parametrize(
    "line", ["Township of Made Up Bend (Canada)", "Village of Made Up Bend (Canada)", "Made Up Bend Township (Canada)"]
)
def test_townships_and_villages_are_municipalities(line: str) -> None:
    made = read_paper(f"# {line}", "= Open government plan 2025–2027", "# Commitment 1: Abc")
    (collectivity,) = tree_of(made)["collectivities"]
    assert (collectivity["name"], collectivity["kind"], collectivity["country"]) == (
        {"en": "Made Up Bend"},
        "municipality",
        "CA",
    )
