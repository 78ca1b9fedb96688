"""Repeats and successions: numbers, updates, former ids, and circles."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.parts import (
    FIRST,
    Tree,
    axis,
    commitment,
    ident,
    milestone,
    package,
    params,
    places,
    plan,
    update,
)

NUMBER = "integrity/duplicate-number"


def numbered(name: str, **fields: Any) -> Tree:
    return commitment(name, number="1", **fields)


NUMBERS: list[tuple[str, Tree, Tree, bool]] = [
    ("the same", {}, {}, True),
    ("another axis", {"axes": [ident("ax-1")]}, {"axes": [ident("ax-2")]}, False),
    ("the same axis", {"axes": [ident("ax-1")]}, {"axes": [ident("ax-1")]}, True),
    ("other collectivities", {"collectivities": ["org.b:t"]}, {"collectivities": ["org.c:t"]}, False),
    ("shared collectivities", {"collectivities": ["org.b:t"]}, {"collectivities": ["org.c:t", "org.b:t"]}, True),
    ("all collectivities", {}, {"collectivities": ["org.c:t"]}, True),
]


@pytest.mark.parametrize(("case", "one", "other", "wrong"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_numbers_of_commitments(case: str, one: Tree, other: Tree, wrong: bool) -> None:
    tree = package(plan(numbered("co-1", **one), numbered("co-2", **other), axes=[axis("ax-1"), axis("ax-2")]))
    assert places(tree, NUMBER) == (["/plans/0/commitments/1/number"] if wrong else [])


def test_numbers_of_axes_milestones_and_contributions() -> None:
    axes = [axis("ax-1", number="A"), axis("ax-2", number=" a"), axis("ax-3", number="a", parent=ident("ax-1"))]
    steps = [milestone("ms-1", number="1.1"), milestone("ms-2", number="1.1"), milestone("ms-3")]
    inputs = [
        {"id": ident(f"ct-{at}"), "kind": kind, "text": {"fr": "Texte"}, "number": "1"}
        for at, kind in enumerate(("problem", "solution", "problem"))
    ]
    held = {"id": ident("ws"), "title": {"fr": "Atelier"}, "kind": "co_creation", "contributions": inputs}
    tree = package(plan(commitment(milestones=steps), axes=axes), workshops=[held])
    assert sorted(places(tree, NUMBER)) == [
        "/plans/0/axes/1/number",
        f"{FIRST}/milestones/1/number",
        "/workshops/0/contributions/2/number",
    ]


def test_axes_that_were_cut_may_have_told_two_commitments_apart() -> None:
    assert places(package(plan(numbered("co-1"), numbered("co-2", axes=5))), NUMBER) == []


HALF = {"start": "2025-H1", "end": "2025-H1"}
UPDATES: list[tuple[str, Tree, Tree, bool]] = [
    ("one period", {"period": HALF}, {"period": HALF}, True),
    ("a later day", {"period": HALF, "date": "2025-07"}, {"period": HALF, "date": "2025-08"}, False),
    ("another period", {"period": HALF}, {"period": {"start": "2025"}}, False),
    ("no time", {}, {}, False),
    ("two reporters", {"date": "2025", "by": {"group": "csos"}}, {"date": "2025", "by": {"name": {"fr": "A"}}}, False),
    ("two parts", {"date": "2025", "collectivities": ["org.b:t"]}, {"date": "2025"}, False),
]


@pytest.mark.parametrize(("case", "one", "other", "wrong"), UPDATES, ids=[row[0] for row in UPDATES])
def test_updates_for_one_time(case: str, one: Tree, other: Tree, wrong: bool) -> None:
    tree = package(plan(commitment(former_ids=[ident("co-old")])))
    tree["progress_updates"] = [update("up-1", **one), update("up-2", "co-old", **other)]
    assert places(tree, "integrity/duplicate-update") == (["/progress_updates/1"] if wrong else [])


@pytest.mark.parametrize(
    ("reports", "wrong"),
    [
        ([("2025-01", 40), ("2025-06", 30)], [1]),
        ([("2025-06", 30), ("2025-01", 40)], [0]),
        ([("2025-01", 40), ("2025-06", 40), ("2025-09", 60)], []),
        ([("2025", 40), ("2025-06", 30)], []),
        ([("2025-01", 40), (None, 30)], []),
        ([("2025-01", 40), ("2025-06", 30), ("2025-09", 20)], [1, 2]),
    ],
)
def test_progress_that_falls(reports: list[tuple[str | None, int]], wrong: list[int]) -> None:
    updates = [
        update(f"up-{at}", progress=progress, **({"date": date} if date else {}))
        for at, (date, progress) in enumerate(reports)
    ]
    found = places(package(plan(commitment()), progress_updates=updates), "integrity/progress-falls")
    assert sorted(found) == [f"/progress_updates/{at}/progress" for at in wrong]


def test_former_ids_that_are_in_use() -> None:
    tree = package(
        plan(
            commitment("co-1", former_ids=[ident("co-0"), ident("co-2")]),
            commitment("co-2", former_ids=[ident("co-2")]),
        )
    )
    code = "integrity/former-id-in-use"
    assert places(tree, code) == ["/plans/0/commitments/0/former_ids/1", "/plans/0/commitments/1/former_ids/0"]
    assert params(tree, code)[0] == {"id": ident("co-2"), "first": "/plans/0/commitments/1"}


def contribution(name: str, **fields: Any) -> Tree:
    return {"id": ident(name), "kind": "proposal", "text": {"fr": "Texte"}, **fields}


def merged(name: str, into: str) -> Tree:
    return contribution(name, disposition={"status": "merged", "merged_into": ident(into)})


def held(*contributions: Tree) -> Tree:
    return package(
        workshops=[
            {"id": ident("ws"), "title": {"fr": "A"}, "kind": "co_creation", "contributions": list(contributions)}
        ]
    )


def test_contributions_merged_in_a_circle() -> None:
    tree = held(merged("ct-0", "ct-1"), merged("ct-1", "ct-2"), merged("ct-2", "ct-1"), merged("ct-3", "ct-4"))
    code = "integrity/cycle-in-successors"
    assert places(tree, code) == ["/workshops/0/contributions/1/disposition/merged_into"]
    assert params(tree, code) == [{"ids": (ident("ct-1"), ident("ct-2"))}]


def test_contributions_that_answer_each_other() -> None:
    tree = held(
        contribution("ct-0", answers=[ident("ct-1"), ident("ct-2")]),
        contribution("ct-1", answers=[ident("ct-2")]),
        contribution("ct-2"),
        contribution("ct-3", answers=[ident("ct-3")]),
    )
    assert places(tree, "integrity/cycle-in-answers") == ["/workshops/0/contributions/3/answers"]
