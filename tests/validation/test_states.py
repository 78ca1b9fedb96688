"""Status, progress and completion that do not go together, and updates against declarations."""

from __future__ import annotations

import pytest
from tests.validation.parts import (
    FIRST,
    Tree,
    commitment,
    found,
    ident,
    milestone,
    package,
    places,
    plan,
    report,
    town,
    update,
)


def status(code: str, as_of: str | None = None) -> Tree:
    return {"code": code, "as_of": as_of} if as_of else {"code": code}


@pytest.mark.parametrize(
    ("completed_on", "future"),
    [
        ("2026-01-15", False),
        ("2026-01-16", True),
        ("2026-01", False),
        ("2026-02", True),
        ("2026", False),
        ("2027", True),
    ],
)
def test_completed_on_a_day_that_has_not_come(completed_on: str, future: bool) -> None:
    tree = package(plan(commitment(completed_on=completed_on, milestones=[milestone(completed_on=completed_on)])))
    expected = [f"{FIRST}/completed_on", f"{FIRST}/milestones/0/completed_on"] if future else []
    assert sorted(places(tree, "integrity/completed-in-future")) == expected


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": status("completed")}, True),
        ({"status": status("completed"), "completed_on": "2025"}, False),
        ({"status": status("substantial")}, False),
        ({"progress": 100}, False),
    ],
)
def test_completed_and_nobody_says_when(fields: Tree, said: bool) -> None:
    tree = package(plan(commitment(**fields)))
    assert places(tree, "integrity/completed-without-date") == ([f"{FIRST}/status"] if said else [])


@pytest.mark.parametrize(
    ("code", "progress", "wrong"),
    [
        ("completed", 99, True),
        ("completed", 100, False),
        ("not_started", 0, False),
        ("not_started", 1, True),
        ("in_progress", 0, False),
        ("in_progress", 100, False),
        ("abandoned", 100, False),
    ],
)
def test_progress_against_status(code: str, progress: int, wrong: bool) -> None:
    state: Tree = {"status": status(code), "progress": progress}
    tree = package(plan(commitment(milestones=[milestone(**state)], **state)), progress_updates=[update(**state)])
    expected = ["/plans/0/commitments/0/milestones/0/progress", f"{FIRST}/progress", "/progress_updates/0/progress"]
    assert sorted(places(tree, "integrity/progress-contradicts-status")) == (expected if wrong else [])


@pytest.mark.parametrize(
    ("state", "wrong"),
    [
        (status("not_started"), True),
        (status("in_progress"), True),
        (status("suspended", "2025-12"), True),
        (status("in_progress", "2025"), True),
        (status("in_progress", "2025-05"), False),
        (status("delayed"), False),
        (status("limited"), False),
        (status("unknown"), False),
        (status("completed"), False),
    ],
)
def test_a_day_of_completion_against_a_status(state: Tree, wrong: bool) -> None:
    done: Tree = {"status": state, "completed_on": "2025-06"}
    tree = package(plan(commitment(milestones=[milestone(**done)], **done)))
    expected = [f"{FIRST}/completed_on", f"{FIRST}/milestones/0/completed_on"] if wrong else []
    assert sorted(places(tree, "integrity/completion-contradicts-status")) == expected


@pytest.mark.parametrize(
    ("state", "milestones", "count"),
    [
        (status("completed"), [status("delayed"), status("completed"), status("limited")], 2),
        (status("completed", "2025-07"), [status("in_progress", "2025-03")], 0),
        (status("completed", "2025-07"), [status("in_progress", "2025-08")], 1),
        (status("completed", "2025-07"), [status("in_progress")], 1),
        (status("completed"), [status("abandoned"), status("unknown"), status("substantial")], 0),
        (status("not_started"), [status("completed"), status("not_started")], 1),
        (status("not_started", "2025-07"), [status("in_progress", "2025-03")], 1),
        (status("in_progress"), [status("completed")], 0),
    ],
)
def test_a_commitment_against_its_milestones(state: Tree, milestones: list[Tree], count: int) -> None:
    steps = [milestone(f"ms{number}", status=one) for number, one in enumerate(milestones)]
    judged = report(package(plan(commitment(status=state, milestones=steps))))
    said = [f for f in judged.findings if f.code == "integrity/milestones-contradict-status"]
    assert [(f.location.pointer, f.params["count"]) for f in said] == ([(f"{FIRST}/status", count)] if count else [])


def test_no_figure_is_not_zero() -> None:
    assert found(package(plan(commitment(status=status("completed"), completed_on="2025")))) == []


# What is declared, the updates as (date, status), and the positions of those that contradict it.
CONTRADICTIONS: list[tuple[str, Tree, list[Tree], list[int]]] = [
    ("later and other", status("in_progress", "2025-01"), [{"date": "2025-02", "status": status("limited")}], [0]),
    ("later and the same", status("limited", "2025-01"), [{"date": "2025-02", "status": status("limited")}], []),
    ("before the declaration", status("limited", "2025-03"), [{"date": "2025-02", "status": status("delayed")}], []),
    ("overlapping it", status("limited", "2025"), [{"date": "2025-02", "status": status("delayed")}], []),
    ("undated declaration", status("limited"), [{"date": "2025-02", "status": status("delayed")}], []),
    ("undated update", status("limited", "2025"), [{"status": status("delayed")}], []),
    ("by its period", status("limited", "2024"), [{"period": {"end": "2025"}, "status": status("delayed")}], [0]),
    ("nothing known", status("limited", "2024"), [{"date": "2025", "status": status("unknown")}], []),
    ("nothing was known", status("unknown", "2024"), [{"date": "2025", "status": status("delayed")}], []),
    ("overtaken", status("limited", "2024"), [
        {"date": "2025-02", "status": status("delayed")}, {"date": "2025-03", "status": status("limited")}], []),
    ("overtaken, any order", status("limited", "2024"), [
        {"date": "2025-03", "status": status("suspended")}, {"date": "2025-02", "status": status("delayed")}], [0]),
    ("two of which none is later", status("limited", "2024"), [
        {"date": "2025", "status": status("suspended")}, {"date": "2025-02", "status": status("delayed")}], [0, 1]),
    ("overtaken by one without a status", status("limited", "2024"), [
        {"date": "2025-02", "status": status("delayed")}, {"date": "2025-03", "progress": 5}], [0]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "declared", "reports", "expected"), CONTRADICTIONS, ids=[row[0] for row in CONTRADICTIONS]
)
@pytest.mark.parametrize("target", ["co", "co-old"])
def test_updates_against_the_declaration(
    target: str, case: str, declared: Tree, reports: list[Tree], expected: list[int]
) -> None:
    updates = [update(f"up-{at}", target=target, **fields) for at, fields in enumerate(reports)]
    tree = package(plan(commitment(former_ids=[ident("co-old")], status=declared)), progress_updates=updates)
    assert places(tree, "integrity/update-contradicts-status") == [f"/progress_updates/{at}/status" for at in expected]


def test_updates_by_the_old_and_the_new_id_are_about_one_thing() -> None:
    updates = [
        update("up-1", target="co-old", date="2025-02", status=status("delayed")),
        update("up-2", target="co", date="2025-03", status=status("limited")),
    ]
    declared = commitment(former_ids=[ident("co-old")], status=status("limited", "2024"))
    assert found(package(plan(declared), progress_updates=updates)) == []


# Collectivities of the plan, of the commitment, of the update; whether the update speaks of all of it.
JOINT: list[tuple[list[str], list[str], list[str], bool]] = [
    (["a1", "b1"], [], [], True),
    (["a1", "b1"], [], ["a1"], False),
    (["a1", "b1"], [], ["b1", "a1"], True),
    (["a1", "b1"], ["a1"], ["a1"], True),
    (["a1"], [], ["a1"], True),
]


@pytest.mark.parametrize(("of_plan", "of_commitment", "of_update", "whole"), JOINT)
@pytest.mark.parametrize("target", ["co", "ms"])
def test_what_one_collectivity_reports_is_not_the_state_of_a_joint_commitment(
    target: str, of_plan: list[str], of_commitment: list[str], of_update: list[str], whole: bool
) -> None:
    def named(names: list[str]) -> Tree:
        return {"collectivities": [ident(name) for name in names]} if names else {}

    declared: Tree = {"status": status("limited", "2024")}
    joint = commitment(milestones=[milestone(**declared)], **declared, **named(of_commitment))
    reported = update(target=target, date="2025", status=status("delayed"), **named(of_update))
    tree = package(plan(joint, **named(of_plan)), progress_updates=[reported], collectivities=[town("a1"), town("b1")])
    expected = ["/progress_updates/0/status"] if whole else []
    assert places(tree, "integrity/update-contradicts-status") == expected
