"""The chain from problem to commitment: each missing link, from either side, and none that is only set aside."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.asked import asked
from tests.validation.parts import Tree, axis, commitment, ident, milestone, package, plan

PLACE = "/workshops/0/contributions"


def contribution(name: str = "cb", kind: str = "proposal", **fields: Any) -> Tree:
    return {"id": ident(name), "kind": kind, "text": {"fr": "Créer un bureau du citoyen"}, **fields}


def workshop(*contributions: Tree, name: str = "ws", **fields: Any) -> Tree:
    stated = {"title": {"fr": "Atelier"}, "kind": "co_creation", **fields}
    return {"id": ident(name), **stated, "contributions": list(contributions)}


def held(*contributions: Tree, commitments: tuple[Tree, ...] = (), **fields: Any) -> Tree:
    return package(plan(*commitments), workshops=[workshop(*contributions)], **fields)


def decided(status: str, **fields: Any) -> dict[str, Any]:
    return {"disposition": {"status": status, **fields}}


TAKEN = commitment(inputs=[ident("cb")])

PROBLEMS: list[tuple[str, Tree, bool]] = [
    ("nothing answers", held(contribution(kind="problem")), True),
    ("a solution", held(contribution(kind="problem"), contribution("c2", "solution", answers=[ident("cb")])), False),
    (
        "a solution to its former id",
        held(
            contribution(kind="problem", former_ids=[ident("old")]),
            contribution("c2", "solution", answers=[ident("old")]),
        ),
        False,
    ),
    ("a commitment", held(contribution(kind="problem"), commitments=(TAKEN,)), False),
    ("under study", held(contribution(kind="problem", **decided("under_study"))), True),
    ("rejected", held(contribution(kind="problem", **decided("rejected"))), False),
    ("merged", held(contribution(kind="problem", **decided("merged"))), False),
    ("accepted as", held(contribution(kind="problem", **decided("accepted", commitments=[ident("co")]))), False),
    ("a proposal", held(contribution()), False),
    (
        "a solution that was set aside",
        held(contribution(kind="problem"), {"id": ident("c2"), "kind": "solution", "answers": [ident("cb")]}),
        False,
    ),
    ("a disposition that was set aside", held(contribution(kind="problem", disposition={"status": "no"})), False),
]


@pytest.mark.parametrize(("case", "tree", "wrong"), PROBLEMS, ids=[row[0] for row in PROBLEMS])
def test_problems_without_a_solution(case: str, tree: Tree, wrong: bool) -> None:
    expected = [("problem-without-solution", f"{PLACE}/0/text")] if wrong else []
    assert asked(tree, "remacto", "problem-without-solution") == expected


RESPONSES: list[tuple[str, Tree, bool]] = [
    ("nothing", held(contribution()), True),
    ("received", held(contribution(**decided("received"))), False),
    ("a commitment names it", held(contribution(), commitments=(TAKEN,)), False),
    ("a problem", held(contribution(kind="problem")), False),
    ("a question", held(contribution(kind="question")), True),
    (
        "a question with its answer",
        held(contribution(kind="question"), contribution("c2", "other", answers=[ident("cb")], **decided("received"))),
        False,
    ),
    (
        "a proposal that something answers",
        held(contribution(), contribution("c2", "other", answers=[ident("cb")], **decided("received"))),
        True,
    ),
    ("one that was set aside", held(contribution(disposition={"status": "no"})), False),
    ("a commitment that was set aside", held(contribution(), commitments=({**TAKEN, "title": {}},)), False),
]


@pytest.mark.parametrize(("case", "tree", "wrong"), RESPONSES, ids=[row[0] for row in RESPONSES])
@pytest.mark.parametrize("profile", ["remacto", "ogp-local", "ogp-national-2022", "quality"])
def test_contributions_without_a_response(case: str, tree: Tree, wrong: bool, profile: str) -> None:
    expected = [("contribution-without-disposition", f"{PLACE}/0/disposition")] if wrong else []
    assert asked(tree, profile, "contribution-without-disposition") == expected


UNDECIDED: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("adopted", {"code": "adopted"}, {}, True),
    ("in implementation", {"code": "in_implementation"}, {}, True),
    ("a draft", {"code": "draft"}, {}, False),
    ("a follow-up meeting", {"code": "adopted"}, {"kind": "follow_up"}, False),
    ("a follow-up round", {"code": "adopted"}, {"round": "follow_up"}, False),
    ("a second plan that is not here", {"code": "adopted"}, {"plans": [ident("pl"), "org.other:pl"]}, False),
]


@pytest.mark.parametrize(("case", "status", "fields", "wrong"), UNDECIDED, ids=[row[0] for row in UNDECIDED])
def test_contributions_that_wait_for_a_decision(
    case: str, status: dict[str, Any], fields: dict[str, Any], wrong: bool
) -> None:
    meeting = workshop(contribution(**decided("received")), **{"plans": [ident("pl")], **fields})
    tree = package(plan(status=status), workshops=[meeting])
    expected = [("undecided-after-adoption", f"{PLACE}/0/disposition/status")] if wrong else []
    assert asked(tree, "quality", "undecided-after-adoption") == expected


def test_a_workshop_that_names_no_plan_waits_for_nothing() -> None:
    tree = package(plan(status={"code": "adopted"}), workshops=[workshop(contribution(**decided("received")))])
    assert asked(tree, "quality", "undecided-after-adoption") == []


ACCEPTED: list[tuple[str, Tree, bool]] = [
    ("accepted", held(contribution(**decided("accepted"))), True),
    ("partly", held(contribution(**decided("partly_accepted"))), True),
    ("rejected", held(contribution(**decided("rejected"))), False),
    ("with its commitment", held(contribution(**decided("accepted", commitments=[ident("co")]))), False),
    ("named by a commitment", held(contribution(**decided("accepted")), commitments=(TAKEN,)), False),
    ("merged as well", held(contribution(**decided("accepted", merged_into=ident("c2")))), False),
    (
        "a problem whose solution is named",
        held(
            contribution("p", "problem", **decided("accepted")),
            contribution(kind="solution", answers=[ident("p")]),
            commitments=(TAKEN,),
        ),
        False,
    ),
    (
        "a problem whose solution is named by what was set aside",
        held(
            contribution("p", "problem", **decided("accepted")),
            contribution(kind="solution", answers=[ident("p")]),
            commitments=({**TAKEN, "title": {}},),
        ),
        False,
    ),
]


@pytest.mark.parametrize(("case", "tree", "wrong"), ACCEPTED, ids=[row[0] for row in ACCEPTED])
def test_what_was_accepted_becomes_a_commitment(case: str, tree: Tree, wrong: bool) -> None:
    expected = [("accepted-input-without-commitment", f"{PLACE}/0/disposition/commitments")] if wrong else []
    assert asked(tree, "remacto", "accepted-input-without-commitment") == expected


def test_links_that_disagree_are_said_on_the_side_of_the_contribution() -> None:
    both = (commitment("c1", inputs=[ident("cb")]), commitment("c2", inputs=[ident("other")]))
    tree = held(contribution(**decided("accepted", commitments=[ident("c2")])), commitments=both)
    place = f"{PLACE}/0/disposition/commitments"
    assert asked(tree, "quality", "links-disagree") == [("links-disagree", place), ("links-disagree", f"{place}/0")]


def test_a_side_that_says_nothing_disagrees_with_nobody() -> None:
    said = held(contribution(**decided("accepted", commitments=[ident("co")])), commitments=(commitment(),))
    assert asked(said, "quality", "links-disagree") == []
    heard = held(contribution(**decided("accepted")), commitments=(TAKEN,))
    assert asked(heard, "quality", "links-disagree") == []


INPUTS = ("no-contributions", "commitment-without-input")
FIRST = "/plans/0/commitments"


def test_commitments_are_asked_for_their_inputs_where_there_are_contributions() -> None:
    without = package(plan(commitment()))
    assert asked(without, "remacto", *INPUTS) == [("no-contributions", FIRST)]
    assert asked(held(contribution(), commitments=(commitment(),)), "remacto", *INPUTS) == [
        ("commitment-without-input", f"{FIRST}/0/inputs")
    ]
    assert asked(held(contribution(), commitments=(TAKEN,)), "remacto", *INPUTS) == []
    assert asked(package(plan()), "remacto", *INPUTS) == []


def test_contributions_of_another_plan_are_no_inputs() -> None:
    meeting = workshop(contribution(), plans=["org.other:pl"])
    assert asked(package(plan(commitment()), workshops=[meeting]), "remacto", *INPUTS) == [("no-contributions", FIRST)]
    meeting = workshop(contribution(), collectivities=["org.other:tc"])
    assert asked(package(plan(commitment()), workshops=[meeting]), "remacto", *INPUTS) == [("no-contributions", FIRST)]


def test_workshops_that_were_set_aside_may_hold_contributions() -> None:
    tree = package(plan(commitment()), workshops=[5])
    assert asked(tree, "remacto", *INPUTS) == []


AXES: list[tuple[str, Tree, list[int]]] = [
    ("no commitment at all", plan(axes=[axis("a")]), []),
    ("nothing on it", plan(commitment(), axes=[axis("a")]), [0]),
    ("a commitment", plan(commitment(axes=[ident("a")]), axes=[axis("a"), axis("b")]), [1]),
    ("an activity", plan(activities=[milestone(axes=[ident("a")])], axes=[axis("a")]), []),
    (
        "a part of a part of it",
        plan(
            commitment(axes=[ident("c")]),
            axes=[axis("a"), axis("b", parent=ident("a")), axis("c", parent=ident("b")), axis("d", parent=ident("a"))],
        ),
        [3],
    ),
    (
        "a circle",
        plan(commitment(axes=[ident("a")]), axes=[axis("a", parent=ident("b")), axis("b", parent=ident("a"))]),
        [],
    ),
    ("its former id", plan(commitment(axes=[ident("old")]), axes=[axis("a", former_ids=[ident("old")])]), []),
    (
        "a commitment that was set aside",
        plan(commitment(), {**commitment("c2", axes=[ident("a")]), "title": {}}, axes=[axis("a")]),
        [],
    ),
]


@pytest.mark.parametrize(("case", "tree", "lacking"), AXES, ids=[row[0] for row in AXES])
def test_axes_without_a_commitment(case: str, tree: Tree, lacking: list[int]) -> None:
    expected = [("axis-without-commitment", f"/plans/0/axes/{position}/title") for position in lacking]
    assert asked(package(tree), "quality", "axis-without-commitment") == expected
