"""What is said of the rest of a broken document: all that is true of it whatever was meant, and nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.validation.parts import (
    FIRST,
    Pairs,
    Tree,
    axis,
    commitment,
    found,
    ident,
    milestone,
    organization,
    package,
    plan,
    report,
    town,
    update,
)

import opengov_local as ogl

CONFORMANCE = Path(__file__).parents[2] / "conformance"
CASES = [
    case
    for case in json.loads((CONFORMANCE / "cases.json").read_text(encoding="utf-8"))
    if not case["code"].startswith("syntax/") and case["document"].endswith(".json")
]
ONCE = {"integrity/foreign-prefix", "language/machine-translation-mark"}
"""Codes that are said at the first of many places: another one is the first where that is broken."""
MISSING = object()
NO_OBJECT: Any = "no object"
WRONG: tuple[Any, ...] = (MISSING, None, 0.5, " ", [None], [[]])
"""What no field of the model holds; `MISSING` where one must be there."""

Place = tuple[str | int, ...]


def _places(value: Any, above: Place = ()) -> Iterator[Place]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield (*above, key)
        yield from _places(item, (*above, key))


@cache
def _tree(document: str) -> Any:
    return json.loads((CONFORMANCE / document).read_bytes())


@cache
def _places_in(document: str) -> tuple[Place, ...]:
    return tuple(_places(_tree(document)))


def _judged(tree: Any, profiles: tuple[str, ...], day: str) -> tuple[ogl.Report, set[tuple[str, str]]]:
    data = json.dumps(tree, ensure_ascii=False).encode()
    judged = ogl.validate(data, profiles=profiles, today=date.fromisoformat(day))
    by_rules = {
        (finding.code, finding.location.pointer)
        for finding in judged.findings
        if finding.severity != "error" or not finding.code.startswith("structure/")
    }
    return judged, by_rules


@cache
def _true(document: str, profiles: tuple[str, ...], day: str) -> frozenset[tuple[str, str]] | None:
    judged, by_rules = _judged(_tree(document), profiles, day)
    return frozenset(by_rules) if judged.valid else None


def _broken(tree: Any, place: Place, wrong: Any) -> Any:
    tree = copy.deepcopy(tree)
    holder = tree
    for part in place[:-1]:
        holder = holder[part]
    if wrong is MISSING:
        del holder[place[-1]]
    else:
        holder[place[-1]] = wrong
    return tree


@settings(max_examples=400)
@given(st.data())
def test_with_one_field_broken_nothing_is_said_that_mending_it_would_take_back(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    profiles = tuple(case.get("profiles", ()))
    true = _true(case["document"], profiles, case["today"])
    places = _places_in(case["document"])
    if true is None or not places:
        return
    place, wrong = data.draw(st.sampled_from(places)), data.draw(st.sampled_from(WRONG))
    judged, said = _judged(_broken(_tree(case["document"]), place, wrong), profiles, case["today"])
    if judged.valid:
        return  # what may be absent is, or an empty text was allowed
    if any("older-than" in code for code, _ in true):
        return  # where the date is broken, it is no older plan
    kept = {pair for pair in said if pair not in true and not (pair[0] in ONCE and pair[0] in dict(true))}
    wrong_kind = {pointer for code, pointer in true if code == "integrity/reference-to-wrong-kind"}
    assert {(code, pointer) for code, pointer in kept if pointer not in wrong_kind} == set()
    assert judged.cuts
    assert not judged.unchecked


def test_of_what_is_true_little_is_held_back() -> None:
    """A broken field holds back what depends on it: of all findings about other places six in a hundred, at most."""
    whole = lost = 0
    for number, case in enumerate(CASES):
        profiles = tuple(case.get("profiles", ()))
        true = _true(case["document"], profiles, case["today"])
        for place in _places_in(case["document"])[number % 23 :: 23] if true else ():
            judged, said = _judged(_broken(_tree(case["document"]), place, None), profiles, case["today"])
            elsewhere = {
                (code, pointer)
                for code, pointer in true or ()
                if not any(f"{pointer}/".startswith(f"{cut}/") for cut in judged.cuts)
            }
            whole += len(elsewhere)
            lost += len(elsewhere - said)
    assert whole > 800
    assert lost / whole < 0.06


BACKWARDS: Tree = {"start": "2026", "end": "2025"}
NOWHERE = "integrity/dangling-reference"
LATE = "integrity/end-before-start"

# A document with faults of form, and what rules must say of the objects in which these lie.
AROUND: list[tuple[str, Tree, Pairs]] = [
    ("a plan without framework",
     package({key: value for key, value in plan(period=BACKWARDS).items() if key != "framework"}),
     [(LATE, "/plans/0/period/end")]),
    ("a plan whose title is no text by language", package(plan(title="Plan", period=BACKWARDS)),
     [(LATE, "/plans/0/period/end")]),
    ("a package without id and version",
     {"plans": [plan(commitment(**BACKWARDS))], "organizations": [organization()]},
     [(LATE, f"{FIRST}/end"), ("integrity/organization-unused", "/organizations/0/id")]),
    ("blank upon blank",
     package({"title": 5, "commitments": [{"id": 5, "title": {"fr": 5}, **BACKWARDS}]}),
     [(LATE, f"{FIRST}/end")]),
    ("an item beside a cut one",
     package(plan(NO_OBJECT, {**commitment(), "title": 5, **BACKWARDS})),
     [(LATE, "/plans/0/commitments/1/end")]),
    ("a state of no known kind", package(plan(commitment(status={"code": "fini", "as_of": "2099"}))),
     [("integrity/event-in-future", f"{FIRST}/status/as_of")]),
    ("a reference to an axis, where an organization has no id",
     package(plan(commitment(axes=[ident("no")])), organizations=[{"name": {"fr": "X"}}]),
     [(NOWHERE, f"{FIRST}/axes/0")]),
    ("a reference to an axis, where one has no id",
     package(plan(commitment(axes=[ident("no")]), axes=[{"title": {"fr": "Axe"}}])), []),
    ("a reference to an organization, where an axis has no id",
     package(plan(commitment(axes=[ident("og")]), axes=[{"title": {"fr": "Axe"}}]), organizations=[organization()]),
     [("integrity/reference-to-wrong-kind", f"{FIRST}/axes/0")]),
    ("a reference to what was a list of axes",
     package(plan(commitment(axes=[ident("no")]), axes=5)), []),
    ("a plan in a package of no known prefix", package(plan(commitment(axes=[ident("no")])), id="no id"),
     [(NOWHERE, f"{FIRST}/axes/0")]),
    ("an organization that a reference may have meant",
     package(plan(commitment(leads=[{"organization": "og 1"}])), organizations=[organization()]), []),
    ("an organization that a broken date did not mean",
     package(plan(commitment(start="no")), organizations=[organization()]),
     [("integrity/organization-unused", "/organizations/0/id")]),
    ("an update whose target cannot be read",
     package(plan(commitment()), progress_updates=[{**update(), "target": 5, "date": "2099"}]),
     [("integrity/event-in-future", "/progress_updates/0/date")]),
    ("two titles that are not known are not the same",
     package(plan(commitment("a", title=5), commitment("b", title=5))), []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "tree", "expected"), AROUND, ids=[row[0] for row in AROUND])
def test_an_object_is_judged_around_its_blanks(case: str, tree: Tree, expected: Pairs) -> None:
    judged = report(tree, "quality")
    assert not judged.valid
    assert not judged.unchecked
    families = ("integrity/", "territory/", "language/")
    assert found(tree, *families) == expected


def test_a_plan_of_unknown_framework_is_of_none() -> None:
    tree = package({**plan(period={"start": "2024", "end": "2030"}), "framework": 5})
    profiles = ("remacto", "ogp-local", "ogp-national-2022")
    families = {finding.code.split("/")[0] for finding in report(tree, *profiles).findings}
    assert families.isdisjoint(profiles)


def test_a_thousand_broken_items_are_left_out_in_one_go() -> None:
    steps = [milestone(f"m{at}", **({"title": 5} if at % 2 else {}), due=f"{at}") for at in range(1000)]
    tree = package(plan(commitment(milestones=[*steps, *([5] * 1000)]), town()))
    judged = report(tree)
    assert len(judged.cuts) >= 2000


def test_a_state_reported_by_a_part_where_no_plan_says_of_whom_it_is() -> None:
    """The collectivities of a package are objects, those of a plan are ids: they were taken for each other."""
    part = update("up", "co", date="2026", status={"code": "completed"}, collectivities=[ident("tc")])
    declared = commitment(status={"code": "in_progress", "as_of": "2025"})
    tree = package(plan(declared), progress_updates=[part], collectivities=[town()])
    assert report(tree).valid
    assert found(tree, "integrity/update-contradicts-status") == []


def test_axes_are_known_by_what_is_left_of_them() -> None:
    tree = package(plan(commitment(axes=[ident("ax")]), axes=[{**axis("ax"), "title": 5}]))
    assert [pair for pair in found(tree) if not pair[0].startswith("structure/")] == []
