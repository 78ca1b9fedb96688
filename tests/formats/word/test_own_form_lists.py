"""What the form of the library lists in the cell of a milestone, or of a budget, is read back value by value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.formats.word.papers import same, tree_of

from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package
from opengov_local.resources import data_folder

LANGUAGES = ("fr", "ar", "en")
TREE = json.loads((data_folder("examples") / "synthetic/full-plan.json").read_text(encoding="utf-8"))
PLAIN = ("number", "title", "start", "due", "progress", "completed_on", "deliverable")
Tree = dict[str, Any]


def back(tree: Tree, language: str) -> Tree:
    """Gives the first plan that is read in the form of a package."""
    package = Package.model_validate_json(json.dumps(tree))
    made: Tree = tree_of(read(write(package, language=language, with_contacts=True).data, "form.docx"))["plans"][0]
    return made


@pytest.fixture(scope="module", params=LANGUAGES)
def plans(request: pytest.FixtureRequest) -> tuple[Tree, Tree]:
    """Gives the plan of the whole example, and what is read in its form."""
    return TREE["plans"][0], back(TREE, request.param)


def test_values_of_commitments_and_milestones(plans: tuple[Tree, Tree]) -> None:
    for said, again in zip(plans[0]["commitments"], plans[1]["commitments"], strict=True):
        for field in ("number", "title", "start", "end", "progress", "completed_on"):
            assert same(said.get(field), again.get(field)), field
        for field in ("status", "completion"):
            for what in ("code", "as_of"):
                assert said.get(field, {}).get(what) == again.get(field, {}).get(what), (field, what)
        for one, other in zip(said.get("milestones", []), again.get("milestones", []), strict=True):
            for field in PLAIN:
                assert same(one.get(field), other.get(field)), field
            assert one["status"]["code"] == other["status"]["code"]
            for field in ("leads", "supporting", "evidence", "indicators", "budget", "resources"):
                assert len(one.get(field, ())) == len(other.get(field, ())), field


def test_lines_of_a_budget_and_measures_of_an_indicator(plans: tuple[Tree, Tree]) -> None:
    said, again = (plan["commitments"][0] for plan in plans)
    for one, other in zip(said["budget"], again["budget"], strict=True):
        for field in ("label", "text", "amount", "year"):
            assert same(one.get(field), other.get(field)), field
    for one, other in zip(said["indicators"], again["indicators"], strict=True):
        assert same(one["name"], other["name"])
        for measured, read_back in zip(
            [one["baseline"], one["target"], *one["values"]],
            [other["baseline"], other["target"], *other["values"]],
            strict=True,
        ):
            for field in ("value", "date", "text"):
                assert same(measured.get(field), read_back.get(field)), field
