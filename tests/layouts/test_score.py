"""The score is fair: what is right in any allowed way counts, and what is wrong counts once."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.layouts.score import best_score

EXPECTED: dict[str, Any] = {
    "plan": {
        "title": {"any": ["Plan ouvert 2026", "Plan ouvert"]},
        "axes": [{"title": "Transparence", "number?": "1"}],
        "commitments": [
            {
                "title": "Publier les arrêtés",
                "number|identifier": "E1",
                "axis": "Transparence",
                "leads": [{"any": ["Secrétariat", "Secrétariat général"]}],
                "budget": ["1500 MAD 2026"],
                "status": "in_progress",
                "milestones": [{"title": "Numériser", "due": {"any": ["2026-Q1", "2026-03"]}}],
            }
        ],
    },
    "progress_updates": [{"target": "Publier les arrêtés", "when": {"any": ["2026-06-30", ""]}, "progress": 40}],
}
PACKAGE: dict[str, Any] = {
    "plans": [
        {
            "id": "p",
            "title": {"fr": "Plan ouvert"},
            "axes": [{"id": "a", "title": {"fr": "Transparence"}}],
            "commitments": [
                {
                    "id": "c",
                    "number": "E1",
                    "title": {"fr": "Publier les arrêtés."},
                    "axes": ["a"],
                    "leads": [{"name": {"fr": "SECRÉTARIAT"}}],
                    "budget": [{"amount": {"value": "1500.00", "currency": "MAD"}, "year": 2026}],
                    "status": {"code": "in_progress"},
                    "milestones": [{"id": "m", "title": {"fr": "Numériser"}, "due": "2026-03"}],
                }
            ],
        }
    ],
    "progress_updates": [{"target": "c", "date": "2026-06-30", "progress": 40}],
}
FACTS = 12
"""How many facts must be there: titles of plan, axis, commitment and milestone; number, axis, lead, cost, state; the
milestone's parent and day; the progress. The number of the axis may be missing."""


def scored(package: dict[str, Any]) -> tuple[int, int, int]:
    found = best_score(package, "fr", [EXPECTED])
    return len(found.found), len(found.missing), len(found.extra)


def commitment_of(package: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = package["plans"][0]["commitments"][0]
    return found


@pytest.fixture
def package() -> dict[str, Any]:
    return copy.deepcopy(PACKAGE)


def test_all_that_is_right_counts(package: dict[str, Any]) -> None:
    assert scored(package) == (FACTS, 0, 0)
    assert best_score(package, "fr", [EXPECTED]).f1 == 1


@pytest.mark.parametrize(
    ("field", "value", "missing", "extra"),
    [
        ("number", "E2", 1, 1),
        ("number", None, 1, 0),
        ("axes", [], 1, 0),
        ("leads", [{"name": {"fr": "Secrétariat"}}, {"name": {"fr": "Mairie"}}], 0, 1),
        ("budget", [{"amount": {"value": "1500.00", "currency": "MAD"}, "year": 2027}], 1, 1),
        ("status", {"code": "completed"}, 1, 1),
        ("milestones", [], 3, 0),
    ],
)
def test_what_is_wrong_counts(package: dict[str, Any], field: str, value: Any, missing: int, extra: int) -> None:
    commitment_of(package)[field] = value
    found = scored(package)
    assert found[1:] == (missing, extra)
    assert found[0] == FACTS - missing


def test_what_nobody_wrote_down_does_not_count(package: dict[str, Any]) -> None:
    commitment_of(package)["problem"] = {"fr": "Personne ne les trouve."}
    package["plans"][0]["axes"][0]["number"] = "1"
    assert scored(package) == (FACTS, 0, 0)


def test_a_number_may_be_an_identifier(package: dict[str, Any]) -> None:
    commitment_of(package)["identifiers"] = [{"value": commitment_of(package).pop("number")}]
    assert scored(package) == (FACTS, 0, 0)


def test_a_state_told_twice_is_no_mistake_but_another_state_is(package: dict[str, Any]) -> None:
    package["progress_updates"][0]["status"] = {"code": "in_progress"}
    commitment_of(package)["progress"] = 40
    assert scored(package) == (FACTS, 0, 0)
    commitment_of(package)["status"] = None
    assert scored(package) == (FACTS - 1, 1, 0)
    package["progress_updates"][0]["progress"] = 60
    assert scored(package) == (FACTS - 2, 2, 1)


def test_a_wrong_title_is_one_mistake_where_only_its_numbering_is_wrong(package: dict[str, Any]) -> None:
    commitment_of(package)["title"] = {"fr": "Engagement 1 : Publier les arrêtés"}
    assert scored(package) == (FACTS - 1, 1, 1)


def test_the_nearest_reading_counts(package: dict[str, Any]) -> None:
    other = copy.deepcopy(EXPECTED)
    other["plan"]["title"] = "Autre plan"
    assert best_score(package, "fr", [other, EXPECTED]).f1 == 1
    assert best_score(package, "fr", [other]).f1 < 1
    assert best_score({}, "fr", [EXPECTED]).f1 == 0
