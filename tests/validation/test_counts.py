"""Counts, codes of standards, official numbers, and territories with two codes."""

from __future__ import annotations

import pytest
from tests.validation.parts import FIRST, Tree, commitment, ident, package, params, places, plan, town


@pytest.mark.parametrize(("count", "women", "wrong"), [(4, 5, True), (4, 4, False), (None, 5, False), (0, 1, True)])
def test_women_are_among_those_counted(count: int | None, women: int, wrong: bool) -> None:
    group = {"women": women} | ({} if count is None else {"count": count})
    committee = {"name": {"fr": "Comité"}, "seats": [group]}
    held = {"id": ident("ws"), "title": {"fr": "Atelier"}, "kind": "co_creation", "participants": [group]}
    tree = package(plan(follow_up_committees=[committee]), workshops=[held])
    expected = ["/plans/0/follow_up_committees/0/seats/0/women", "/workshops/0/participants/0/women"]
    assert sorted(places(tree, "integrity/women-above-count")) == (expected if wrong else [])


@pytest.mark.parametrize(("part", "whole", "wrong"), [("18", "17", True), ("9", "10", False), ("17.0", "17", False)])
def test_a_part_is_not_larger_than_its_whole(part: str, whole: str, wrong: bool) -> None:
    figure = {"measure": "projects", "value": "1", "numerator": part, "denominator": whole}
    expected = ["/reported_figures/0/numerator"] if wrong else []
    assert places(package(reported_figures=[figure]), "integrity/part-above-whole") == expected


@pytest.mark.parametrize(
    ("currency", "known"),
    [("MAD", True), ("EUR", True), ("XOF", True), ("HRK", True), ("DHS", False), ("XXX", False), ("DEM", False)],
)
def test_currencies_that_money_has_had_since_the_first_plans(currency: str, known: bool) -> None:
    tree = package(plan(budget=[{"amount": {"value": "1", "currency": currency}}]))
    expected = [] if known else ["/plans/0/budget/0/amount/currency"]
    assert places(tree, "integrity/unknown-currency") == expected


@pytest.mark.parametrize(("country", "known"), [("MA", True), ("XK", True), ("EH", True), ("UK", False), ("EU", False)])
def test_countries(country: str, known: bool) -> None:
    tree = package(collectivities=[town(country=country)])
    assert places(tree, "integrity/unknown-country") == ([] if known else ["/collectivities/0/country"])


@pytest.mark.parametrize(
    ("scheme", "value", "wrong"),
    [
        ("OGP", "MATET0003", False),
        ("OGP", "MO65", True),
        ("GeoNames", "011", True),
        ("DECIDIM", "12a", True),
        ("x_own", "anything", False),
    ],
)
def test_numbers_are_written_as_their_scheme_writes_them(scheme: str, value: str, wrong: bool) -> None:
    tree = package(plan(commitment(identifiers=[{"scheme": scheme, "value": value}])))
    expected = [f"{FIRST}/identifiers/0/value"] if wrong else []
    assert places(tree, "integrity/identifier-format") == expected


def test_codes_of_territories_are_judged_by_their_own_rules() -> None:
    tree = package(collectivities=[town(identifiers=[{"scheme": "MA-HCP", "value": "2.411"}])])
    assert places(tree, "integrity/identifier-format") == []


def numbered(*numbers: Tree) -> list[Tree]:
    return [commitment(f"co-{at}", identifiers=[number]) for at, number in enumerate(numbers)]


OGP = {"scheme": "OGP", "value": "MATET0003"}
SITE = {"scheme": "DECIDIM", "value": "12"}


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        (OGP, OGP, True),
        (OGP, {**OGP, "value": "matet0003"}, True),
        (OGP, {**OGP, "holder": ident("tc")}, False),
        (SITE, SITE, False),
        ({**SITE, "holder": ident("tc")}, {**SITE, "holder": ident("tc")}, True),
    ],
)
def test_one_number_for_two_things(one: Tree, other: Tree, wrong: bool) -> None:
    tree = package(plan(*numbered(one, other)), collectivities=[town()])
    expected = ["/plans/0/commitments/1/identifiers/0/value"] if wrong else []
    assert places(tree, "integrity/same-identifier-twice") == expected


def test_one_number_for_things_of_two_kinds_and_twice_for_one_thing() -> None:
    tree = package(plan(commitment(identifiers=[OGP, OGP]), identifiers=[OGP]))
    assert places(tree, "integrity/same-identifier-twice") == []


def region(*codes: tuple[str, str], name: str = "tc", **fields: object) -> Tree:
    numbers = [{"scheme": scheme, "value": value} for scheme, value in codes]
    return {
        "id": ident(name),
        "name": {"fr": "Oriental"},
        "kind": "region",
        "country": "MA",
        "identifiers": numbers,
        **fields,
    }


@pytest.mark.parametrize(
    ("codes", "wrong"),
    [
        ([("MA-HCP", "02"), ("ISO-3166-2", "MA-02")], []),
        ([("MA-HCP", "02"), ("ISO-3166-2", "MA-03")], [1]),
        ([("MA-HCP", "02"), ("ISO-3166-2", "MA-99")], []),  # that code is unknown, which is said
        ([("MA-HCP", "02"), ("MA-HCP", "03"), ("ISO-3166-2", "MA-02")], [1]),
    ],
)
def test_codes_of_one_collectivity_agree(codes: list[tuple[str, str]], wrong: list[int]) -> None:
    tree = package(collectivities=[region(*codes)])
    expected = [f"/collectivities/0/identifiers/{at}/value" for at in wrong]
    assert places(tree, "territory/codes-disagree") == expected


def test_a_territory_stands_once() -> None:
    first, again = region(("MA-HCP", "02")), region(("ISO-3166-2", "MA-02"), name="tc-2")
    before = region(("MA-HCP", "02"), name="tc-3", valid_to="2015")
    other = region(("MA-HCP", "03"), name="tc-4")
    tree = package(collectivities=[first, again, before, other])
    assert places(tree, "territory/same-territory-twice") == ["/collectivities/1/identifiers"]
    assert params(tree, "territory/same-territory-twice")[0]["other"] == ident("tc")


@pytest.mark.parametrize(
    ("code", "meant"), [("024110123", "02.411.01.23"), ("02411", "02.411"), ("02", None), ("999999999", None)]
)
def test_codes_without_their_points(code: str, meant: str | None) -> None:
    tree = package(collectivities=[town(identifiers=[{"scheme": "MA-HCP", "value": code}])])
    found = [one["suggestion"] for one in params(tree, "territory/undotted-code")]
    assert found == ([meant] if meant else [])
