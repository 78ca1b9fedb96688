"""Dates in order: only what is certain is said, whatever the precision."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.parts import FIRST, Tree, commitment, found, ident, milestone, package, places, plan, town, update

ORDERS: list[tuple[str, str, bool]] = [
    ("2025", "2024", True),
    ("2025", "2025", False),
    ("2025-12", "2025", False),
    ("2025", "2025-01", False),
    ("2025-07-15", "2025-07", False),
    ("2025-07", "2025-07-01", False),
    ("2025-07", "2025-06-30", True),
    ("2025-Q3", "2025-06", True),
    ("2025-Q3", "2025-H1", True),
    ("2025-H2", "2025-Q3", False),
    ("2025-03-02", "2025-03-01", True),
    ("2024-02-29", "2024-02", False),
]


@pytest.mark.parametrize(("start", "end", "wrong"), ORDERS)
def test_every_span_is_judged_by_interval(start: str, end: str, wrong: bool) -> None:
    held = {"title": {"fr": "Atelier"}, "kind": "co_creation"}
    tree = package(
        plan(commitment(start=start, end=end), activities=[milestone(start=start, due=end)]),
        collectivities=[
            town(valid_from=start, valid_to=end, memberships=[{"network": "remacto", "since": start, "until": end}])
        ],
        workshops=[{"id": ident("ws"), "date": start, "until": end, **held}],
        assessments=[{"id": ident("as"), "target": ident("pl"), "period": {"start": start, "end": end}}],
    )
    expected = [
        "/assessments/0/period/end",
        "/collectivities/0/memberships/0/until",
        "/collectivities/0/valid_to",
        "/plans/0/activities/0/due",
        f"{FIRST}/end",
        "/workshops/0/until",
    ]
    assert sorted(places(tree, "integrity/end-before-start")) == (expected if wrong else [])


WITHIN: list[tuple[Tree, Tree, list[str]]] = [
    ({"start": "2025", "end": "2026"}, {"start": "2025-01", "due": "2026-12"}, []),
    ({"start": "2025", "end": "2026"}, {"start": "2024-12", "due": "2027"}, ["start", "due"]),
    ({"start": "2025", "end": "2026"}, {"due": "2024"}, ["due"]),
    ({"start": "2025-06", "end": "2025-06"}, {"start": "2025", "due": "2025"}, []),
    ({"start": "2025-06"}, {"due": "2099"}, []),
    ({"end": "2025-06"}, {"start": "1999", "due": "2025-07"}, ["due"]),
    ({}, {"start": "1999"}, []),
]


@pytest.mark.parametrize(("span", "step", "expected"), WITHIN)
def test_milestones_within_their_commitment(span: Tree, step: Tree, expected: list[str]) -> None:
    tree = package(plan(commitment(**span, milestones=[milestone(**step)])))
    assert sorted(places(tree, "integrity/milestone-outside-commitment")) == sorted(
        f"{FIRST}/milestones/0/{name}" for name in expected
    )


def test_an_activity_of_no_project_has_no_commitment_to_leave() -> None:
    tree = package(plan(period={"start": "2025", "end": "2026"}, activities=[milestone(due="2030")]))
    assert found(tree) == [("integrity/milestone-outside-plan", "/plans/0/activities/0/due")]


PERIODS: list[tuple[Tree | None, list[str]]] = [
    (None, []),
    ({"start": "2025", "end": "2025"}, ["end", "start"]),
    ({"start": "2024", "end": "2026"}, []),
    ({"start": "2025"}, ["start"]),
    ({"end": "2025"}, ["end"]),
    ({"start": "2025", "end": "2025", "qualifier": "expected"}, ["end", "start"]),
    ({"start": "2025", "end": "2025", "qualifier": "circa"}, []),
    ({"start": "2025", "end": "2025", "qualifier": "before"}, ["end"]),
    ({"start": "2025", "end": "2025", "qualifier": "after"}, ["start"]),
]


@pytest.mark.parametrize(("period", "expected"), PERIODS)
def test_commitments_within_the_certain_period_of_their_plan(period: Tree | None, expected: list[str]) -> None:
    fields: dict[str, Any] = {"period": period} if period else {}
    tree = package(plan(commitment(start="2024", end="2026"), **fields))
    assert sorted(places(tree, "integrity/commitment-outside-plan")) == [f"{FIRST}/{name}" for name in expected]


UPDATES: list[tuple[Tree, bool]] = [
    ({"start": "2024-07", "end": "2024-12"}, True),
    ({"start": "2024-07", "end": "2025-01"}, False),
    ({"start": "2026", "end": "2027"}, False),
    ({"start": "2027-01"}, True),
    ({"start": "2024"}, False),
    ({"end": "2027"}, False),
    ({"end": "2024"}, True),
    ({"end": "2024", "qualifier": "circa"}, False),
]


@pytest.mark.parametrize("target", ["pl", "co", "ms", "ms-old"])
@pytest.mark.parametrize(("period", "wrong"), UPDATES)
def test_updates_about_a_time_outside_the_plan(period: Tree, wrong: bool, target: str) -> None:
    step = milestone(former_ids=[ident("ms-old")])
    tree = package(
        plan(commitment(milestones=[step]), period={"start": "2025", "end": "2026"}),
        progress_updates=[update(target=target, period=period)],
    )
    assert places(tree, "integrity/update-outside-period") == (["/progress_updates/0/period"] if wrong else [])


def test_an_update_may_be_reported_after_the_plan() -> None:
    tree = package(plan(commitment(), period={"end": "2025"}), progress_updates=[update(date="2026-01")])
    assert found(tree) == []
