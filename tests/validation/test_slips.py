"""Slips of the hand: what stands twice in a list, years and amounts with a wrong digit, one body with two ids."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.asked import asked
from tests.validation.parts import FIRST, Tree, commitment, found, ident, organization, package, places, plan, town

PLAN = "/plans/0"

REPEATED: list[tuple[str, Tree, list[str]]] = [
    ("a code", {"policy_areas": ["open_data", "open_data"]}, ["policy_areas/1"]),
    ("a number", {"sdgs": [16, 11, 16, 16]}, ["sdgs/2", "sdgs/3"]),
    ("a reference", {"axes": [ident("ax"), ident("ax")]}, ["axes/1"]),
    ("an OGP value with another reason", {"ogp_values": [{"value": "civic_participation"},
     {"value": "civic_participation", "why": {"fr": "autre"}}]}, ["ogp_values/1"]),
    ("a budget line", {"budget": [{"text": {"fr": "10 000 DH"}}] * 2}, ["budget/1"]),
    ("a text", {"related": [{"fr": "Projet 12"}, {"fr": "Projet 12"}]}, ["related/1"]),
    ("the same in another order of languages", {"related": [{"fr": "a", "ar": "أ"}, {"ar": "أ", "fr": "a"}]}, []),
    ("two amounts for two years", {"budget": [{"year": 2025, "text": {"fr": "10 000 DH"}},
     {"year": 2026, "text": {"fr": "10 000 DH"}}]}, []),
    ("a lead, of which another rule speaks", {"leads": [{"name": {"fr": "Service"}}] * 2}, []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "fields", "expected"), REPEATED, ids=[row[0] for row in REPEATED])
def test_entries_that_stand_twice(case: str, fields: Tree, expected: list[str]) -> None:
    tree = package(plan(commitment(**fields), axes=[{"id": ident("ax"), "title": {"fr": "Axe"}}]))
    assert places(tree, "integrity/repeated-entry") == [f"{FIRST}/{place}" for place in expected]


def test_many_entries_are_looked_through_in_one_go() -> None:
    lines = [{"text": {"fr": f"{at} DH"}} for at in range(5000)]
    tree = package(plan(commitment(budget=[*lines, lines[7]])))
    assert places(tree, "integrity/repeated-entry") == [f"{FIRST}/budget/5000"]


def test_an_entry_whose_fellow_cannot_be_read_stands_once() -> None:
    twins = [{"value": 5}, {"value": 5}]
    assert places(package(plan(commitment(ogp_values=twins))), "integrity/repeated-entry") == []


YEARS: list[tuple[str, str, Any, str | None]] = [
    ("date", "adoptions", [{"date": "1924-12-20"}], "adoptions/0/date"),
    ("planned", "adoptions", [{"planned": "2074"}], "adoptions/0/planned"),
    ("this century", "adoptions", [{"date": "2000"}], None),
    ("a period", "period", {"start": "1925", "end": "2026"}, "period/start"),
    ("twenty years ahead", "period", {"end": "2046"}, None),
    ("one more", "period", {"end": "2047-01"}, "period/end"),
    ("a budget year", "budget", [{"year": 1925, "text": {"fr": "x"}}], "budget/0/year"),
    ("where a measure begins", "indicators",
     [{"id": ident("in"), "name": {"fr": "x"}, "baseline": {"value": "1", "date": "1994"}}], None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "field", "value", "place"), YEARS, ids=[row[0] for row in YEARS])
def test_years_that_are_hard_to_believe(case: str, field: str, value: Any, place: str | None) -> None:
    said = [("implausible-year", f"{PLAN}/{place}")] if place else []
    assert asked(package(plan(**{field: value})), "quality", "implausible-year") == said
    assert asked(package(plan(**{field: value})), "core", "implausible-year") == []


AMOUNTS = [
    ("12", "MAD", 1),
    ("999.99", "MAD", 1),
    ("1000", "MAD", 0),
    ("0", "MAD", 0),
    ("-5", "MAD", 0),
    ("12", "EUR", 0),
]


@pytest.mark.parametrize(("value", "currency", "count"), AMOUNTS)
def test_amounts_in_thousands(value: str, currency: str, count: int) -> None:
    tree = package(plan(commitment(budget=[{"amount": {"value": value, "currency": currency}}])))
    assert len(asked(tree, "quality", "small-amount")) == count


def test_one_body_with_two_ids() -> None:
    bodies = [
        organization("a", "Association Exemple"),
        organization("b", "ASSOCIATION  exemple"),
        organization("c", "X"),
    ]
    towns = [town("t1"), town("t2"), town("t3", kind="province"), town("t4", parent=ident("t3"))]
    tree = package(plan(), organizations=bodies, collectivities=towns)
    said = [("same-body-twice", "/collectivities/1/name/fr"), ("same-body-twice", "/organizations/1/name/fr")]
    assert sorted(asked(tree, "quality", "same-body-twice"), key=lambda one: one[1]) == said


TARGETS: list[tuple[Tree, int]] = [
    ({"baseline": {"value": "3"}, "target": {"text": {"fr": "beaucoup"}}}, 1),
    ({"values": [{"value": "3"}], "target": {"text": {"fr": "beaucoup"}}}, 1),
    ({"baseline": {"text": {"fr": "peu"}}, "target": {"text": {"fr": "beaucoup"}}}, 0),
    ({"baseline": {"value": "3"}, "target": {"value": "20"}}, 0),
    ({"target": {"text": {"fr": "oui"}}}, 0),
]


@pytest.mark.parametrize(("fields", "count"), TARGETS)
def test_targets_in_words(fields: Tree, count: int) -> None:
    indicator = {"id": ident("in"), "name": {"fr": "Jeux de données"}, **fields}
    assert len(asked(package(plan(commitment(indicators=[indicator]))), "quality", "target-without-number")) == count


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-01-15T23:59:59Z", 0),
        ("2026-01-16T12:00:00+14:00", 0),
        ("2026-01-17T00:00:00Z", 1),
        ("2062-01-15T10:00:00Z", 1),
    ],
)
def test_what_was_published_on_a_day_that_has_not_come(moment: str, said: int) -> None:
    assert len(found(package(plan(), published_at=moment), "integrity/event-in-future")) == said
