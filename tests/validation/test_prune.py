"""Pruning: what is cut, where places of the rest stood before, and which findings are withheld or kept."""

from __future__ import annotations

from typing import Any

import pytest
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
from opengov_local.validation.prune import prune

NO_TITLE: dict[str, Any] = {"title": {}}
NO_OBJECT: Any = "no object"


CUTS: list[tuple[str, Tree, tuple[str, ...]]] = [
    ("nothing", package(plan(commitment())), ()),
    ("an optional value goes alone", package(plan(commitment(progress="40%"))), (f"{FIRST}/progress",)),
    ("one item of a list of values", package(plan(commitment(sdgs=[1, 99, 3]))), (f"{FIRST}/sdgs/1",)),
    ("one language of a text", package(plan(commitment(title={"fr": "P", "arabe": "ب"}))), (f"{FIRST}/title/arabe",)),
    ("an optional text without any language left", package(plan(commitment(problem={"fr": " "}))),
     (f"{FIRST}/problem", f"{FIRST}/problem/fr")),
    ("a required text is left blank", package(plan(commitment(title={"fr": " "}))),
     (f"{FIRST}/title", f"{FIRST}/title/fr")),
    ("a missing field is left blank", package(plan({"id": ident("co")})), (f"{FIRST}/title",)),
    ("a missing field of an optional object", package(plan(commitment(status={"original": "x"}))),
     (f"{FIRST}/status/code",)),
    ("the fields of the package itself", {"plans": [plan(id=5)]}, ("/id", "/plans/0/id", "/schema_version")),
    ("an object that then says nothing", package(plan(commitment(leads=[{"group": "a b"}]))),
     (f"{FIRST}/leads/0", f"{FIRST}/leads/0/group")),
    ("a list that is none", package(plan(commitment(milestones={}))), (f"{FIRST}/milestones",)),
    ("several items", package(plan(commitment("c0"), commitment("c1", **NO_TITLE), commitment("c2"), {"id": 5})),
     ("/plans/0/commitments/1/title", "/plans/0/commitments/3/id", "/plans/0/commitments/3/title")),
    ("a value beside a blank", package(plan(commitment(progress="x", **NO_TITLE))),
     (f"{FIRST}/progress", f"{FIRST}/title")),
    ("an item that is no object", package(plan(commitment("c0"), NO_OBJECT, NO_OBJECT)),
     ("/plans/0/commitments/1", "/plans/0/commitments/2")),
    ("two depths", package(plan(commitment("c0", milestones=[milestone("m0"), milestone("m1", **NO_TITLE)]),
                                commitment("c1", **NO_TITLE))),
     ("/plans/0/commitments/0/milestones/1/title", "/plans/0/commitments/1/title")),
]  # fmt: skip


@pytest.mark.parametrize(("case", "tree", "cuts"), CUTS, ids=[row[0] for row in CUTS])
def test_what_is_cut(case: str, tree: Tree, cuts: tuple[str, ...]) -> None:
    assert report(tree).cuts == cuts


@pytest.mark.parametrize("data", [b"[]", b"5", b'"text"', b"null", b"true"])
def test_of_a_document_that_is_no_object_nothing_can_be_judged_further(data: bytes) -> None:
    judged = ogl.validate(data)
    assert (judged.package, judged.cuts, judged.unchecked) == (None, (), True)
    assert [(finding.code, finding.location.pointer) for finding in judged.findings] == [("structure/wrong-type", "")]


def test_a_cut_document_gives_no_package_though_its_rest_is_valid() -> None:
    judged = report(package(plan(commitment(progress="x"))))
    assert not judged.valid
    assert judged.cuts


def test_places_after_cuts_are_those_of_the_document() -> None:
    broken: Any = "no object"
    late: Tree = {"completed_on": "2099"}
    steps = [broken, milestone("m1", **late), broken, milestone("m3", title=5, **late)]
    tree = package(
        plan(broken, broken, commitment("c2", milestones=steps)),
        broken,
        plan(commitment("c3", **late), name="p2"),
    )
    assert found(tree, "integrity") == [
        ("integrity/completed-in-future", "/plans/0/commitments/2/milestones/1/completed_on"),
        ("integrity/completed-in-future", "/plans/0/commitments/2/milestones/3/completed_on"),
        ("integrity/completed-in-future", "/plans/2/commitments/0/completed_on"),
    ]


def test_the_rest_keeps_everything_else_and_the_tree_is_left_alone() -> None:
    own = commitment("c1", x_own=[1, {"a": None}])
    tree = package(plan({"no": "commitment"}, own, progress="x"), NO_OBJECT, collectivities=[town()])
    before = repr(tree)
    rest, done = prune(tree, ["/plans/1", "/plans/0/commitments/0/id", "/plans/0/commitments/0/title"])
    assert rest is not None
    blank, kept = rest.root.plans[0].commitments
    assert kept.id == own["id"]
    blanks = {"id": blank.id, "title": blank.title}
    assert done.tree == {**tree, "plans": [plan({"no": "commitment", **blanks}, own, progress="x")]}
    assert repr(tree) == before


EXTERNAL = {"id": "org.other:c", "kind": "commitment"}
DONE: Tree = {"status": {"code": "completed"}}
BODY: Tree = {"name": {"fr": "Service"}}

# A document with one fault of structure, and what its rules must say: nothing that follows from the cut alone.
WITHHELD: list[tuple[str, Tree, Pairs]] = [
    ("an id that was only set aside",
     package(plan(commitment(axes=[ident("ax")]), axes=[axis("ax", **NO_TITLE)])), []),
    ("a former id that was only set aside",
     package(plan(commitment(axes=[ident("old")]), axes=[axis("ax", former_ids=[ident("old")], **NO_TITLE)])), []),
    ("former ids that were cut by themselves",
     package(plan(commitment(axes=[ident("old")]), axes=[axis("ax", former_ids=ident("old"))])), []),
    ("an external list that was only set aside",
     package(plan(commitment(continues=["org.other:c"])), external_refs=EXTERNAL), []),
    ("an external object whose own entry was set aside",
     package(plan(commitment(continues=["org.other:c"])), external_refs=[{**EXTERNAL, "kind": "thing"}]), []),
    ("the target of an update", package(plan(commitment(**NO_TITLE)), progress_updates=[update()]), []),
    ("an external object that is here, set aside",
     package(plan(commitment(continues=[ident("c2")]), commitment("c2", **NO_TITLE)),
             external_refs=[{"id": ident("c2"), "kind": "commitment"}]), []),
    ("a date of completion", package(plan(commitment(completed_on="2025-13", **DONE))), []),
    ("the only mention of an organization",
     package(plan(commitment(leads=[{"organization": ident("og")}], **NO_TITLE)), organizations=[organization()]), []),
    ("the publisher's prefix", package(id_prefix="A B", collectivities=[town(id="org.other:t")]), []),
    ("the person who tells two parties apart",
     package(plan(commitment(leads=[BODY, {**BODY, "person": {}}]))), []),
    ("the part that tells two parties apart",
     package(plan(commitment(leads=[{**BODY, "role": {"fr": " "}}, {**BODY, "role": {"fr": "Appui"}}, BODY]))),
     []),
    ("a later update",
     package(plan(commitment(status={"code": "limited", "as_of": "2024"})), progress_updates=[
         update("u1", date="2025-01", status={"code": "delayed"}),
         update("u2", date="2025-02", status={"code": "Limited"}, id="no id")]), []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "tree", "expected"), WITHHELD, ids=[row[0] for row in WITHHELD])
def test_what_follows_from_a_cut_alone_is_withheld(case: str, tree: Tree, expected: Pairs) -> None:
    judged = [pair for pair in found(tree) if not pair[0].startswith("structure/")]
    assert len(found(tree)) > len(judged)
    assert judged == expected


KEPT: list[tuple[str, Tree, Pairs]] = [
    ("an id that the part around a blank mentions, too",
     package(plan(commitment(axes=[ident("no")]), commitment("c2", axes=[ident("no")], **NO_TITLE))),
     [("integrity/dangling-reference", f"{FIRST}/axes/0"),
      ("integrity/dangling-reference", "/plans/0/commitments/1/axes/0")]),
    ("a repeated id of the healthy rest",
     package(plan(commitment("c0", **NO_TITLE), commitment(), commitment())),
     [("integrity/duplicate-id", "/plans/0/commitments/2/id")]),
    ("completed without a date, where something else was cut",
     package(plan(commitment(progress="x", **DONE))), [("integrity/completed-without-date", f"{FIRST}/status")]),
    ("the same party, where another one was cut",
     package(plan(commitment(leads=[{"group": 5}, BODY, BODY]))),
     [("integrity/duplicate-institution", f"{FIRST}/leads/2")]),
    ("an organization that nothing mentions",
     package(plan(commitment(**NO_TITLE)), organizations=[organization()]),
     [("integrity/organization-unused", "/organizations/0/id")]),
    ("dates of an item next to a cut one",
     package(plan(commitment("c0", **NO_TITLE), commitment(start="2026", end="2025"))),
     [("integrity/end-before-start", "/plans/0/commitments/1/end")]),
    ("an external object of which only the address was cut",
     package(plan(commitment(continues=["org.other:c"])), external_refs=[{**EXTERNAL, "url": " x"}]),
     [("integrity/unresolved-external", "/external_refs/0/id")]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "tree", "expected"), KEPT, ids=[row[0] for row in KEPT])
def test_what_the_rest_shows_by_itself_is_kept(case: str, tree: Tree, expected: Pairs) -> None:
    assert [pair for pair in found(tree) if not pair[0].startswith("structure/")] == expected


def test_a_misspelt_field_beside_a_cut_value_is_still_said() -> None:
    assert found(package(plan(commitment(progress="x", note=1)))) == [
        ("structure/unknown-field", f"{FIRST}/note"),
        ("structure/wrong-type", f"{FIRST}/progress"),
    ]


def test_a_reference_to_what_was_set_aside_is_not_judged_by_another_object_of_that_id() -> None:
    broken = {**town(), "country": "Maroc"}
    namesake = {**organization(), "id": broken["id"]}
    tree = package(plan(collectivities=[broken["id"]]), organizations=[namesake], collectivities=[broken])
    codes = [code for code, _ in found(tree)]
    assert "structure/bad-format" in codes
    assert "integrity/reference-to-wrong-kind" not in codes
    tree["collectivities"] = []
    assert ("integrity/reference-to-wrong-kind", "/plans/0/collectivities/0") in found(tree)
