"""The national forms are read back from Word to what the package says in the fields they have, in three languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.formats.word.papers import checked, same, tree_of

import opengov_local as ogl
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package
from opengov_local.resources import data_folder

MADE_UP = Path(__file__).parents[1] / "ogp_local" / "made_up.json"
SOURCES = [MADE_UP, *(data_folder("examples") / name for name in ("agadir-ogp-2025.json", "synthetic/full-plan.json"))]
FORMATS = {
    "ogp-national-2022-docx": (
        "title number description problem causes status_quo action expected_results start end",
        "number title description deliverable due schedule",
        ("access_to_information", "public_accountability", "civic_participation"),
    ),
}
"""Format → the fields of a commitment, those of a milestone, and the OGP values that it asks about."""


def cases() -> Iterator[Any]:
    for form in FORMATS:
        for source in SOURCES:
            for language in ("ar", "fr", "en"):
                yield pytest.param((form, source, language), id=f"{form}-{source.stem}-{language}")


@pytest.fixture(scope="module", params=cases())
def read_back(request: pytest.FixtureRequest) -> tuple[str, Any, Any]:
    """Gives the format, what the package says, and what was read in its form."""
    form, source, language = request.param
    tree = json.loads(source.read_text(encoding="utf-8"))
    package = Package.model_validate_json(json.dumps(tree))
    made = checked(read(ogl.dump(package, form, language=language, with_contacts=True).data, "form.docx"))
    assert made.account is not None
    assert made.account.counts["unmapped"] == 0
    return form, tree, tree_of(made)


def pairs(trees: tuple[Any, Any]) -> Iterator[tuple[Any, Any]]:
    """Gives each commitment beside what was read of it."""
    said, found = ([each for plan in tree["plans"] for each in plan.get("commitments", [])] for tree in trees)
    assert len(said) == len(found)
    yield from zip(said, found, strict=True)


def test_plans_with_commitments_have_their_titles(read_back: tuple[str, Any, Any]) -> None:
    _, *trees = read_back
    said, found = ([plan["title"] for plan in tree["plans"] if plan.get("commitments")] for tree in trees)
    assert len(said) == len(found)
    assert all(map(same, said, found))


def test_fields_of_commitments_and_milestones(read_back: tuple[str, Any, Any]) -> None:
    form, *trees = read_back
    commitment, milestone, _ = FORMATS[form]
    for said, found in pairs((trees[0], trees[1])):
        for field in commitment.split():
            assert same(said.get(field), found.get(field)), (field, said.get(field), found.get(field))
        steps = said.get("milestones", []), found.get("milestones", [])
        assert len(steps[0]) == len(steps[1])
        for before, after in zip(*steps, strict=True):
            for field in milestone.split():
                assert same(before.get(field), after.get(field)), (field, before.get(field), after.get(field))


def test_values_keep_their_reasons(read_back: tuple[str, Any, Any]) -> None:
    form, *trees = read_back
    for said, found in pairs((trees[0], trees[1])):
        wanted = [each for each in said.get("ogp_values", []) if each["value"] in FORMATS[form][2] and "why" in each]
        order = FORMATS[form][2].index
        wanted.sort(key=lambda each: order(each["value"]))
        assert same(wanted, found.get("ogp_values", []))


def test_stakeholders_keep_their_part_and_group(read_back: tuple[str, Any, Any]) -> None:
    for said, found in pairs((read_back[1], read_back[2])):
        for before, after in zip(said.get("milestones", []), found.get("milestones", []), strict=True):
            assert len(before.get("leads", [])) == len(after.get("leads", []))
            groups = [sorted(each.get("group", "") for each in it.get("supporting", [])) for it in (before, after)]
            assert groups[0] == groups[1]
