"""The same body twice in one list: by id, by name, and when it is no repetition."""

from __future__ import annotations

import pytest
from tests.validation.parts import FIRST, Tree, commitment, ident, milestone, organization, package, places, plan, town

BY_ID: Tree = {"organization": ident("og")}
BY_OLD_ID: Tree = {"organization": ident("og-old")}
BY_NAME: Tree = {"name": {"fr": "Association Exemple"}}
SERVICE: Tree = {"name": {"fr": "Service informatique", "ar": "مصلحة الإعلاميات"}}


def with_role(party: Tree, role: str) -> Tree:
    return {**party, "role": {"fr": role}}


LISTS: list[tuple[str, list[Tree], list[int]]] = [
    ("by id", [BY_ID, SERVICE, BY_ID], [2]),
    ("three times", [BY_ID, BY_ID, BY_ID], [1, 2]),
    ("by id and former id", [BY_ID, BY_OLD_ID], [1]),
    ("by id and name", [BY_NAME, BY_ID], [1]),
    ("by name, another case and spacing", [SERVICE, {"name": {"fr": " SERVICE  Informatique"}}], [1]),
    ("by one of two names", [SERVICE, {"name": {"ar": "مصلحة الإعلاميات"}}], [1]),
    ("by a collectivity", [{"collectivity": ident("tc")}, {"collectivity": ident("tc")}], [1]),
    ("the same part", [with_role(BY_ID, "Appui"), with_role(BY_ID, "appui")], [1]),
    ("two parts", [with_role(BY_ID, "Appui"), with_role(BY_ID, "Formation")], []),
    ("one person of one body", [{**BY_ID, "person": {"role": {"fr": "Maire"}}}] * 2, [1]),
    ("two persons of one body", [BY_ID, {**BY_ID, "person": {"role": {"fr": "Présidente"}}}], []),
    ("two bodies of one name", [{"organization": ident("twin-1")}, {"organization": ident("twin-2")}], []),
    ("a name that two bodies have", [{"organization": ident("twin-1")}, {"name": {"fr": "Santé"}}], []),
    ("words for a group only", [{"group": "csos"}, {"group": "csos"}], []),
]


@pytest.mark.parametrize(("case", "parties", "expected"), LISTS, ids=[row[0] for row in LISTS])
@pytest.mark.parametrize("field", ["leads", "supporting"])
def test_bodies_that_are_listed_twice(field: str, case: str, parties: list[Tree], expected: list[int]) -> None:
    bodies = [
        organization(former_ids=[ident("og-old")]),
        organization("twin-1", "Santé"),
        organization("twin-2", "Santé"),
    ]
    listed: Tree = {field: parties}
    tree = package(plan(commitment(**listed)), organizations=bodies, collectivities=[town()])
    assert places(tree, "integrity/duplicate-institution") == [f"{FIRST}/{field}/{at}" for at in expected]


def test_a_body_may_lead_and_support() -> None:
    tree = package(plan(commitment(leads=[SERVICE], supporting=[SERVICE])))
    assert places(tree, "integrity/duplicate-institution") == []


def test_milestones_and_plans_are_looked_at_too() -> None:
    tree = package(plan(commitment(milestones=[milestone(leads=[SERVICE, SERVICE])]), leads=[SERVICE, SERVICE]))
    assert sorted(places(tree, "integrity/duplicate-institution")) == [
        f"{FIRST}/milestones/0/leads/1",
        "/plans/0/leads/1",
    ]


@pytest.mark.parametrize(
    ("contact", "wrong"),
    [
        ({"email": "contact@example.org", "phone": "+212 500 000 000"}, []),
        ({"email": "a@example.org; b@example.org", "phone": "141"}, []),
        ({"phone": "٠٥٠٠ ٠٠ ٠٠ ٠٠"}, []),
        ({"email": "contact(at)example.org"}, ["email"]),
        ({"email": "contact@commune"}, ["email"]),
        ({"email": "@example.org", "phone": "voir le site"}, ["email", "phone"]),
    ],
)
def test_contacts_that_lead_nowhere(contact: Tree, wrong: list[str]) -> None:
    tree = package(collectivities=[town(focal_points=[{"role": {"fr": "Point focal"}, "contact": contact}])])
    expected = [f"/collectivities/0/focal_points/0/contact/{name}" for name in wrong]
    assert places(tree, "integrity/unusable-contact") == expected
