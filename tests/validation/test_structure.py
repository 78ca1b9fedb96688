"""Structure: what findings say beside code and place, and what the schema leaves to rules."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.parts import FIRST, Pairs, Tree, commitment, found, ident, package, plan, report, town

PARAMS: list[tuple[Tree, dict[str, Any]]] = [
    ({"title": {"arabe": "بوابة", "fr": "P"}}, {"key": "arabe", "suggestion": "ar"}),
    ({"title": {"qqqqq": "x", "fr": "P"}}, {"key": "qqqqq"}),
    ({"start": "2025-13"}, {"found": "2025-13", "format": "date"}),
    ({"progress": "40%"}, {"expected": "integer", "found": "text"}),
    ({"progress": None}, {"expected": "integer", "found": "null"}),
    ({"progress": 101}, {"found": "101", "low": 0, "high": 100}),
    ({"sdgs": [0]}, {"found": "0", "low": 1, "high": 17}),
    ({"milestones": {}}, {"expected": "list", "found": "object"}),
    ({"title": "Portail"}, {"expected": "map", "found": "text"}),
    ({"status": []}, {"expected": "object", "found": "list"}),
    ({"problem": {"fr": " "}}, {}),
    ({"problem": {}}, {}),
    ({"leads": [{}]}, {}),
    ({"statusquo": {}}, {"field": "statusquo", "suggestion": "status_quo"}),
    ({"zzz": 1}, {"field": "zzz"}),
    ({"policy_areas": ["open_dat"]}, {"found": "open_dat", "list": "policy_area", "suggestion": "open_data"}),
]


@pytest.mark.parametrize(("fields", "params"), PARAMS)
def test_what_a_finding_says(fields: Tree, params: dict[str, Any]) -> None:
    (finding,) = report(package(plan(commitment(**fields)))).findings
    assert finding.params == params


@pytest.mark.parametrize(
    ("name", "meant"), [("start", "period.start"), ("end", "period.end"), ("frameworks", "framework")]
)
def test_a_field_of_an_object_inside_is_meant_by_its_whole_name(name: str, meant: str) -> None:
    (finding,) = report(package({**plan(commitment()), name: "2026"})).findings
    assert finding.params == {"field": name, "suggestion": meant}


def test_a_missing_field_names_its_concept() -> None:
    (finding,) = report(package(plan(commitment(milestones=[{"id": ident("m")}])))).findings
    assert finding.params == {"field": "title", "concept": "Milestone"}


def test_a_word_of_the_source_suggests_its_code() -> None:
    (finding,) = report(package(plan(commitment(status={"code": "En cours"})))).findings
    assert (finding.params["found"], finding.params["suggestion"]) == ("En cours", "in_progress")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("0.1", []),
        ("0.1-draft", [("structure/draft-version", "/schema_version")]),
        ("0.0-draft", [("structure/unsupported-version", "/schema_version")]),
        ("0.2", [("structure/newer-minor-version", "/schema_version")]),
        ("0.10-draft", [("structure/newer-minor-version", "/schema_version")]),
        ("0.0", [("structure/unsupported-version", "/schema_version")]),
        ("1.0", [("structure/unsupported-version", "/schema_version")]),
        ("1", [("structure/bad-format", "/schema_version")]),
    ],
)
def test_versions(version: str, expected: Pairs) -> None:
    assert found(package(schema_version=version)) == expected


def test_fields_of_ones_own_are_silent_at_every_depth() -> None:
    tree = package(plan(commitment(status={"code": "limited", "x_a": 1}), x_b={"arabe": None}), x_c=[])
    assert found(tree) == []


def test_unknown_fields_are_said_where_they_stand_and_what_is_in_them_is_not_judged() -> None:
    tree = package(plan(commitment(status={"code": "limited", "note": {"id": None}})), collectivitys=[town()])
    assert found(tree) == [
        ("structure/unknown-field", "/collectivitys"),
        ("structure/unknown-field", f"{FIRST}/status/note"),
    ]


def test_an_unknown_field_is_shown_at_its_name() -> None:
    head = '{"id": "org.example.parts:pk", "schema_version": "0.1", "synthetic": true, '
    (finding,) = report(package(note=1)).findings
    assert finding.location.column == len(head) + 1


def test_a_bad_key_is_shown_at_the_key() -> None:
    head = '{"id": "org.example.parts:pk", "schema_version": "0.1", "synthetic": true, "title": {"fr": "P", '
    (finding,) = report(package(title={"fr": "P", "arabe": "ب"})).findings
    assert finding.location.column == len(head) + 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": {"fr": "P", "AR": 5}}, [("structure/bad-key", f"{FIRST}/title/AR")]),
        ({"title": {"fr": "P", "AR": {"x": {}}}}, [("structure/bad-key", f"{FIRST}/title/AR")]),
        ({"progress": 100.5}, [("structure/wrong-type", f"{FIRST}/progress")]),
        ({"progress": -0.5}, [("structure/wrong-type", f"{FIRST}/progress")]),
    ],
)
def test_what_follows_from_a_graver_fault_is_not_said(fields: Tree, expected: Pairs) -> None:
    assert found(package(plan(commitment(**fields)))) == expected
