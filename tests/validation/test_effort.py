"""Effort: validation of a package twice as large takes about twice the steps, whatever is wrong with it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from tests.validation.parts import TODAY, Tree, commitment, ident, milestone, organization, package, plan, town, update

import opengov_local as ogl


def _large(n: int, change: Callable[[Tree, int], None] = lambda commitment, position: None, **fields: Any) -> Tree:
    parts = [
        commitment(
            f"co-{at}",
            leads=[{"organization": ident("og")}],
            status={"code": "in_progress", "as_of": "2024"},
            milestones=[milestone(f"ms-{at}", status={"code": "completed"})],
        )
        for at in range(n)
    ]
    for position, part in enumerate(parts):
        change(part, position)
    return package(plan(*parts), organizations=[organization()], collectivities=[town()], **fields)


def _updates(n: int, target: Callable[[int], str]) -> list[Tree]:
    return [update(f"up-{at}", target(at), date="2025", status={"code": "delayed"}) for at in range(n)]


def _chain(part: Tree, position: int) -> None:
    part["continues"] = [ident(f"co-{position + 1}")]


def _elsewhere(part: Tree, position: int) -> None:
    part["continues"] = [f"org.other:e-{position}"]


def _to_the_first(part: Tree, position: int) -> None:
    part["continues"] = [ident("co-0")]


def _bad_key(part: Tree, position: int) -> None:
    part["title"] = {"fr": "Titre", "arabe": "عنوان"}


def _bad_date(part: Tree, position: int) -> None:
    part["milestones"][0]["completed_on"] = "2025-13"


def _no_title(part: Tree, position: int) -> None:
    if position % 2:
        del part["title"]


SHAPES: dict[str, Callable[[int], Tree]] = {
    "sound": _large,
    "an update for each commitment": lambda n: _large(n, progress_updates=_updates(n, lambda at: f"co-{at}")),
    "all updates for one commitment": lambda n: _large(n, progress_updates=_updates(n, lambda at: "co-0")),
    "many external objects": lambda n: _large(
        n, _elsewhere, external_refs=[{"id": f"org.other:e-{at}", "kind": "commitment"} for at in range(n)]
    ),
    "a long chain": lambda n: _large(n, _chain),
    "a star with a circle": lambda n: _large(n, _to_the_first),
    "a bad key in each title": lambda n: _large(n, _bad_key),
    "a bad date in each milestone": lambda n: _large(n, _bad_date),
    "every other commitment without a title": lambda n: _large(n, _no_title),
    "one list of many parties": lambda n: package(
        plan(leads=[{"name": {"fr": f"Service {at}"}} for at in range(4 * n)]),
        organizations=[organization(f"og-{at}", f"Association {at}") for at in range(4 * n)],
    ),
}


def _steps(tree: Tree, most: int | None = None) -> int:
    """Counts the instructions of Python that validation runs."""
    data = json.dumps(tree, ensure_ascii=False).encode()
    ogl.validate(data, today=TODAY, max_findings=most)  # imports and caches
    count = 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        ogl.validate(data, today=TODAY, max_findings=most)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_data_is_twice_the_effort(shape: str) -> None:
    make = SHAPES[shape]
    assert _steps(make(160)) < 2.5 * _steps(make(80))


def _ladder(n: int) -> Tree:
    """Builds commitments of which each carries on the next two: many ways down, no circle."""
    return package(
        plan(*(commitment(f"co-{at}", continues=[ident(f"co-{at + 1}"), ident(f"co-{at + 2}")]) for at in range(n)))
    )


def test_many_ways_to_the_same_parents_are_walked_once() -> None:
    assert _steps(_ladder(24)) < 2.5 * _steps(_ladder(12))


@pytest.mark.parametrize("change", [_bad_key, _bad_date, _elsewhere])
def test_findings_that_are_not_listed_cost_no_places(change: Callable[[Tree, int], None]) -> None:
    tree = _large(160, change)
    assert _steps(tree, 5) < 0.8 * _steps(tree)
    assert _steps(tree, 5) < 2.5 * _steps(_large(80, change), 5)
