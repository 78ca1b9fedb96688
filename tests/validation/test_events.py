"""Events: what is said to have happened must have, and in an order that can be."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.parts import FIRST, Tree, commitment, ident, milestone, package, places, plan, update

FUTURE = "integrity/event-in-future"  # the day of the run is 15 January 2026


@pytest.mark.parametrize(
    ("date", "wrong"),
    [("2026-01-15", False), ("2026-01-16", True), ("2026-01", False), ("2026", False), ("2026-02", True)],
)
def test_what_has_happened_lies_in_the_past(date: str, wrong: bool) -> None:
    indicator = {"id": ident("in"), "name": {"fr": "Part"}, "values": [{"value": "1", "date": date}]}
    state = {"code": "in_progress", "as_of": date}
    tree = package(
        plan(
            commitment(status=state, indicators=[indicator]), adoptions=[{"date": date}], submissions=[{"date": date}]
        ),
        progress_updates=[update(date=date, value={"value": "2", "date": date})],
        assessments=[{"id": ident("as"), "target": ident("pl"), "date": date}],
    )
    expected = [
        "/assessments/0/date",
        "/plans/0/adoptions/0/date",
        f"{FIRST}/indicators/0/values/0/date",
        f"{FIRST}/status/as_of",
        "/plans/0/submissions/0/date",
        "/progress_updates/0/date",
        "/progress_updates/0/value/date",
    ]
    assert sorted(places(tree, FUTURE)) == (expected if wrong else [])


def test_what_is_planned_may_lie_ahead() -> None:
    measure = {"value": "1", "date": "2030"}
    indicator = {"id": ident("in"), "name": {"fr": "Part"}, "baseline": measure, "target": measure}
    tree = package(plan(commitment(indicators=[indicator], end="2030"), adoptions=[{"planned": "2030"}]))
    assert places(tree, FUTURE) == []


@pytest.mark.parametrize(("start", "done", "wrong"), [("2025-03", "2025-02", True), ("2025", "2025-02", False)])
def test_completed_before_it_began(start: str, done: str, wrong: bool) -> None:
    tree = package(
        plan(commitment(start=start, completed_on=done, milestones=[milestone(start=start, completed_on=done)]))
    )
    expected = [f"{FIRST}/completed_on", f"{FIRST}/milestones/0/completed_on"]
    assert sorted(places(tree, "integrity/completed-before-start")) == (expected if wrong else [])


@pytest.mark.parametrize(("low", "high", "wrong"), [("2026", "2025", True), ("2025-06", "2025", False)])
def test_a_baseline_lies_before_its_target(low: str, high: str, wrong: bool) -> None:
    span = {"baseline": {"value": "1", "date": low}, "target": {"value": "2", "date": high}}
    tree = package(plan(commitment(indicators=[{"id": ident("in"), "name": {"fr": "Part"}, **span}])))
    expected = [f"{FIRST}/indicators/0/baseline/date"] if wrong else []
    assert places(tree, "integrity/baseline-after-target") == expected


@pytest.mark.parametrize(
    ("period", "date", "wrong"),
    [
        ({"end": "2024"}, "2025-01", True),
        ({"end": "2024"}, "2024-12-31", False),
        ({"end": "2024", "qualifier": "circa"}, "2025-01", False),
        ({"end": "2024", "qualifier": "before"}, "2025-01", True),
        ({"start": "2024"}, "2025-01", False),
    ],
)
def test_nothing_is_decided_after_the_end(period: Tree, date: str, wrong: bool) -> None:
    change = {"id": ident("am"), "reason": {"fr": "Report"}, "date": date}
    tree = package(plan(period=period, adoptions=[{"date": date}], submissions=[{"date": date}], amendments=[change]))
    names = ("adoptions", "amendments", "submissions")
    expected = [f"/plans/0/{name}/0/date" for name in names] if wrong else []
    assert sorted(places(tree, "integrity/decided-after-end")) == expected


@pytest.mark.parametrize(
    ("adoptions", "date", "wrong"),
    [
        ([{"date": "2025-03"}, {"date": "2025-01"}], "2025-02", False),
        ([{"date": "2025-03"}, {"date": "2025-04"}], "2025-02", True),
        ([{"planned": "2025-03"}], "2025-02", False),
        ([{"date": "2025"}], "2025-02", False),
    ],
)
def test_a_plan_is_amended_after_its_first_adoption(adoptions: list[Tree], date: str, wrong: bool) -> None:
    change = {"id": ident("am"), "reason": {"fr": "Report"}, "date": date}
    tree = package(plan(adoptions=adoptions, amendments=[change]))
    expected = ["/plans/0/amendments/0/date"] if wrong else []
    assert places(tree, "integrity/amended-before-adoption") == expected


@pytest.mark.parametrize(
    ("adoptions", "fields", "wrong"),
    [
        ([{"date": "2024-10"}], {}, True),
        ([{"date": "2024-10"}, {"date": "2025-10"}], {}, False),
        ([{"date": "2024-10"}, {"planned": "2025-10"}], {}, False),
        ([{"date": "2024-10"}], {"kind": "public_consultation"}, False),
        ([{"date": "2024-10"}], {"kind": "public_consultation", "round": "co_creation"}, True),
        ([], {}, False),
    ],
)
def test_a_plan_is_prepared_before_all_have_adopted_it(adoptions: list[Tree], fields: Any, wrong: bool) -> None:
    held = {"id": ident("ws"), "title": {"fr": "Atelier"}, "kind": "co_creation", "date": "2025-03", **fields}
    tree = package(plan(adoptions=adoptions), workshops=[{**held, "plans": [ident("pl")]}])
    expected = ["/workshops/0/plans/0"] if wrong else []
    assert places(tree, "integrity/prepared-after-adoption") == expected


@pytest.mark.parametrize(("other", "wrong"), [("2027", True), ("2026", False), ("2024", False)])
def test_the_previous_plan_begins_before(other: str, wrong: bool) -> None:
    tree = package(
        plan(period={"start": "2026-03"}, previous_plan=ident("pl-2")), plan(name="pl-2", period={"start": other})
    )
    expected = ["/plans/0/previous_plan"] if wrong else []
    assert places(tree, "integrity/previous-plan-later") == expected


OUTSIDE: list[tuple[Tree, list[str]]] = [
    ({}, ["due", "start"]),
    ({"start": "2024"}, ["due"]),
    ({"end": "2030"}, ["start"]),
    ({"start": "2024", "end": "2030"}, []),
]


@pytest.mark.parametrize(("span", "expected"), OUTSIDE)
def test_a_milestone_keeps_to_the_plan_where_its_commitment_sets_no_limit(span: Tree, expected: list[str]) -> None:
    steps = [milestone(start="2024-06", due="2027-01")]
    tree = package(plan(commitment(**span, milestones=steps), period={"start": "2025", "end": "2026"}))
    found = places(tree, "integrity/milestone-outside-plan")
    assert sorted(found) == [f"{FIRST}/milestones/0/{name}" for name in expected]


def test_a_limit_that_was_cut_is_not_absent() -> None:
    tree = package(plan(commitment(end="soon", milestones=[milestone(due="2027")]), period={"end": "2026"}))
    assert places(tree, "integrity/milestone-outside-plan") == []
