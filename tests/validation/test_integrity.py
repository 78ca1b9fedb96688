"""Identity and references: ids, former ids, external objects, kinds, circles."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.validation.parts import (
    FIRST,
    Tree,
    axis,
    commitment,
    found,
    ident,
    milestone,
    organization,
    package,
    places,
    plan,
    report,
    town,
    update,
)

import opengov_local as ogl

OTHER = "org.example.other"


def external(name: str, kind: str) -> Tree:
    return {"id": f"{OTHER}:{name}", "kind": kind}


def test_of_three_objects_with_one_id_the_first_keeps_it() -> None:
    tree = package(plan(commitment(), commitment(), commitment("c2", milestones=[milestone("co")])))
    twice = report(tree).findings
    assert places(tree, "integrity/duplicate-id") == [
        "/plans/0/commitments/1/id",
        "/plans/0/commitments/2/milestones/0/id",
    ]
    assert {finding.params["first"] for finding in twice} == {FIRST}


def test_the_id_of_the_package_belongs_to_the_package() -> None:
    tree = package(plan(commitment("pk")))
    assert places(tree, "integrity/duplicate-id") == [f"{FIRST}/id"]


REFERENCES: list[tuple[str, Tree, list[str]]] = [
    ("present", {"axes": [ident("ax")]}, []),
    ("former id", {"axes": [ident("ax-old")]}, []),
    ("nowhere", {"axes": [ident("ax"), ident("no")]}, ["/axes/1"]),
    ("another case", {"axes": [ident("AX")]}, ["/axes/0"]),
    ("listed as external", {"continues": [f"{OTHER}:c"]}, []),
    ("foreign and not listed", {"continues": [f"{OTHER}:d"]}, ["/continues/0"]),
    ("the package itself as a source", {"x_ref": ident("no")}, []),
    ("in a nested person", {"leads": [{"person": {"organization": ident("no")}}]}, ["/leads/0/person/organization"]),
    ("holder of a joint identifier", {"identifiers": [{"scheme": "OGP", "value": "MAORT0001", "holder": ident("no")}]},
     ["/identifiers/0/holder"]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "fields", "expected"), REFERENCES, ids=[row[0] for row in REFERENCES])
def test_dangling_references(case: str, fields: Tree, expected: list[str]) -> None:
    tree = package(
        plan(commitment(**fields), axes=[axis("ax", former_ids=[ident("ax-old")])]),
        external_refs=[external("c", "commitment")],
    )
    assert places(tree, "integrity/dangling-reference") == [FIRST + end for end in expected]


def test_an_update_for_an_unknown_target_is_said_once() -> None:
    tree = package(plan(commitment()), progress_updates=[update(target="no", by={"organization": ident("nobody")})])
    assert found(tree, "integrity") == [
        ("integrity/dangling-reference", "/progress_updates/0/by/organization"),
        ("integrity/update-for-unknown-target", "/progress_updates/0/target"),
    ]


def test_an_update_by_the_former_id_of_its_target_is_no_stranger() -> None:
    tree = package(plan(commitment(former_ids=[ident("c-old")])), progress_updates=[update(target="c-old")])
    assert found(tree, "integrity") == []


KINDS: list[tuple[str, Tree, list[str]]] = [
    ("milestone as axis", {"axes": [ident("ms")]}, [f"{FIRST}/axes/0"]),
    ("axis by its former id", {"axes": [ident("ax-old")]}, []),
    ("external organization as commitment", {"continues": [f"{OTHER}:o"]}, [f"{FIRST}/continues/0"]),
    ("external commitment as commitment", {"continues": [f"{OTHER}:c"]}, []),
    ("package as collectivity", {"collectivities": [ident("pk")]}, [f"{FIRST}/collectivities/0"]),
]


@pytest.mark.parametrize(("case", "fields", "expected"), KINDS, ids=[row[0] for row in KINDS])
def test_references_to_the_wrong_kind(case: str, fields: Tree, expected: list[str]) -> None:
    tree = package(
        plan(commitment(milestones=[milestone()], **fields), axes=[axis("ax", former_ids=[ident("ax-old")])]),
        external_refs=[external("o", "organization"), external("c", "commitment")],
    )
    assert places(tree, "integrity/reference-to-wrong-kind") == expected


@pytest.mark.parametrize("target", ["pl", "ax", "co", "ms", "in"])
def test_an_update_may_speak_of_every_part_of_a_plan(target: str) -> None:
    indicator = {"id": ident("in"), "name": {"fr": "Part des services"}}
    parts = plan(commitment(milestones=[milestone()], indicators=[indicator]), axes=[axis("ax")])
    assert found(package(parts, progress_updates=[update(target=target)])) == []


def test_foreign_prefixes_are_said_once_each() -> None:
    tree = package(
        collectivities=[town(id=f"{OTHER}:a"), town(id=f"{OTHER}:b")], organizations=[organization(id="org.third:o")]
    )
    assert places(tree, "integrity/foreign-prefix") == ["/collectivities/0/id", "/organizations/0/id"]
    assert places({**tree, "id_prefix": OTHER}, "integrity/foreign-prefix") == ["/id", "/organizations/0/id"]


def test_an_external_object_is_unresolved_only_when_it_is_mentioned_and_not_here() -> None:
    externals = [external("c", "commitment"), external("d", "commitment"), {"id": ident("co"), "kind": "commitment"}]
    tree = package(plan(commitment("c2", continues=[f"{OTHER}:c", ident("co")]), commitment()), external_refs=externals)
    assert places(tree, "integrity/unresolved-external") == ["/external_refs/0/id"]


def continues(*edges: str) -> Tree:
    """Builds commitments from "a:b c": a continues b and c."""
    rows = [(name, targets.split()) for name, _, targets in (edge.partition(":") for edge in edges)]
    return package(plan(*(commitment(name, continues=[ident(target) for target in to]) for name, to in rows)))


CIRCLES: list[tuple[Tree, list[int]]] = [
    (continues("aa:"), []),
    (continues("aa:aa"), [0]),
    (continues("aa:bb", "bb:aa"), [0]),
    (continues("aa:bb", "bb:cc", "cc:aa"), [0]),
    (continues("aa:bb", "bb:cc", "cc:bb"), [1]),
    (continues("aa:bb cc", "bb:dd", "cc:dd", "dd:"), []),
    (continues("aa:bb", "bb:aa", "cc:dd", "dd:cc"), [0, 2]),
    (continues("aa:bb dd", "bb:cc", "cc:bb", "dd:aa"), [0, 1]),
    (continues("aa:bb", "bb:cc dd", "cc:", "dd:aa"), [0]),
    (continues("aa:nowhere", "bb:aa"), []),
    (continues("cc:bb", "bb:aa", "aa:bb"), [1]),
]


@pytest.mark.parametrize(("tree", "first"), CIRCLES)
def test_circles_are_said_at_their_first_object(tree: Tree, first: list[int]) -> None:
    expected = [f"/plans/0/commitments/{position}/continues" for position in first]
    assert places(tree, "integrity/cycle-in-parents") == expected


def test_a_circle_names_the_ids_on_the_way_round() -> None:
    (finding,) = report(continues("zz:cc", "bb:cc", "cc:aa", "aa:bb")).findings
    assert finding.params["ids"] == (ident("bb"), ident("cc"), ident("aa"))


PARENTS: list[tuple[str, Tree]] = [
    ("/collectivities/0/parent", package(collectivities=[town(parent=ident("tc"))])),
    ("/plans/0/axes/0/parent", package(plan(axes=[axis("ax", parent=ident("ax"))]))),
    ("/plans/0/previous_plan", package(plan(previous_plan=ident("pl")))),
    ("/plans/0/axes/0/parent", package(plan(axes=[axis("ax", former_ids=[ident("old")], parent=ident("old"))]))),
]


@pytest.mark.parametrize(("pointer", "tree"), PARENTS)
def test_every_way_upwards_is_watched(pointer: str, tree: Tree) -> None:
    assert places(tree, "integrity/cycle-in-parents") == [pointer]


MENTIONS: list[tuple[str, Any, bool]] = [
    ("by nobody", {}, False),
    ("as a lead", {"leads": [{"organization": ident("og")}]}, True),
    ("by its former id", {"leads": [{"organization": ident("og-old")}]}, True),
    ("by its name only", {"leads": [{"name": {"fr": "Association Exemple"}}]}, False),
    ("through a person", {"leads": [{"person": {"organization": ident("og")}}]}, True),
]


@pytest.mark.parametrize(("case", "fields", "used"), MENTIONS, ids=[row[0] for row in MENTIONS])
def test_organizations_that_nothing_mentions(case: str, fields: Tree, used: bool) -> None:
    body = organization(former_ids=[ident("og-old")], contacts=[{"organization": ident("og")}])
    tree = package(plan(commitment(**fields)), organizations=[body], sources=[{"extracts": [{"target": ident("og")}]}])
    assert places(tree, "integrity/organization-unused") == ([] if used else ["/organizations/0/id"])


@pytest.mark.parametrize(("code", "silent"), [("02", True), ("03", False)])
def test_the_derived_id_of_a_territory_is_nobodys_own(code: str, silent: bool) -> None:
    region = {
        "id": "ma-hcp-02:collectivity",
        "identifiers": [{"scheme": "MA-HCP", "value": code}],
        "name": {"und": "x"},
        "kind": "region",
        "country": "MA",
    }
    tree = {"schema_version": "0.1", "id": "org.example:p", "collectivities": [region]}
    codes = {finding.code for finding in ogl.validate(json.dumps(tree).encode()).findings}
    assert ("integrity/foreign-prefix" not in codes) == silent
