"""What the form of the library lists in the cell of a milestone, or of a budget, is read back value by value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.word.papers import same, tree_of

from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package
from opengov_local.resources import data_folder

LANGUAGES = ("fr", "ar", "en")
TREE = json.loads((data_folder("examples") / "synthetic/full-plan.json").read_text(encoding="utf-8"))
PLAIN = ("number", "title", "start", "due", "progress", "completed_on", "deliverable")
NAMES = {"fr": "Structure", "ar": "هيئة", "en": "Body"}
MEASURED = st.from_regex("(0|-?[1-9][0-9]{0,5})(?:[.][0-9]{1,6})?", fullmatch=True)
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


EMPTY = ("leads", "supporting", "evidence", "budget", "resources", "axes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_that_are_said_to_be_empty_come_back_empty(language: str) -> None:
    indicator: Tree = {"id": "org.example.fictive:in-1a2b3c", "name": words(language, "1", 0), "values": []}
    step: Tree = {"id": "org.example.fictive:ms-1a2b3c", "title": words(language, "2", 0), "indicators": [indicator]}
    step |= {field: [] for field in EMPTY} | {"status": {"code": "completed"}}
    again = back(of_one_project({"milestones": [step], "budget": [], "evidence": []}, language), language)
    (commitment,) = again["commitments"]
    (read_back,) = commitment["milestones"]
    assert all(read_back[field] == [] for field in EMPTY)
    assert read_back["indicators"][0]["values"] == commitment["budget"] == commitment["evidence"] == []
    assert "axes" not in again


def of_one_project(fields: Tree, language: str) -> Tree:
    """Gives a package of one plan with one project that has these fields."""
    commitment: Tree = {"id": "org.example.fictive:co-1a2b3c", "title": words(language, "0", 0)}
    commitment |= {"status": {"code": "in_progress"}, "progress": 50, **fields}
    plan: Tree = {name: TREE["plans"][0][name] for name in ("id", "framework", "period")}
    plan |= {"title": words(language, "7", 0), "commitments": [commitment]}
    return {"schema_version": "0.1", "id": TREE["id"], "plans": [plan]}


def words(language: str, kind: str, number: int) -> dict[str, str]:
    """Gives a name that no list of words knows."""
    return {language: f"{NAMES[language]} {'ABCDEFGH'[number] if language != 'ar' else 'سشصضطظعغ'[number]}{kind}"}


def without_empty(**fields: Any) -> Tree:
    """Gives an object without its empty lists, which the form says in words."""
    return {name: value for name, value in fields.items() if value != []}


@st.composite
def milestones(draw: st.DrawFn, language: str) -> list[Tree]:
    """Gives milestones with lists of any length up to three below their titles."""

    def some(least: int = 0) -> range:
        return range(draw(st.integers(least, 3)))

    made: list[Tree] = []
    for at in some(1):
        step = {
            "id": f"org.example.fictive:ms-{at}a1b2c",
            "number": f"1.{at + 1}",
            "title": words(language, "1", at),
            "start": "2025-03-01",
            "due": "2025-12-31",
            "progress": draw(st.integers(0, 100)),
            "status": {"code": draw(st.sampled_from(["completed", "in_progress", "not_started"]))},
            "leads": [{"name": words(language, "2", n)} for n in some()],
            "supporting": [{"name": words(language, "3", n)} for n in some()],
            "evidence": [{"title": words(language, "4", n), "url": f"https://example.org/{n}"} for n in some()],
            "indicators": [
                without_empty(
                    id=f"org.example.fictive:in-{at}{n}a1b2",
                    name=words(language, "5", n),
                    target={"value": draw(MEASURED), "date": "2026-12"},
                    baseline={"value": draw(MEASURED)},
                    values=[{"value": draw(MEASURED), "date": f"20{25 + v}-06"} for v in some()],
                    due="2027-01",
                    leads=[{"name": words(language, "6", n)} for n in some()],
                )
                for n in some()
            ],
        }
        made.append(without_empty(**step))
    return made


@settings(max_examples=20, deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_any_lists_below_milestones_come_back(data: st.DataObject, language: str) -> None:
    said = data.draw(milestones(language))
    again = back(of_one_project({"milestones": said}, language), language)["commitments"][0]
    assert (again["status"]["code"], again["progress"]) == ("in_progress", 50)
    assert [bare(step) for step in again["milestones"]] == [bare(step) for step in said]


def bare(step: Tree) -> Tree:
    """Gives what is compared of a milestone."""
    kept: Tree = {name: step.get(name) for name in ("number", "title", "start", "due", "progress")}
    kept["status"] = step["status"]["code"]
    for field in ("leads", "supporting"):
        kept[field] = [party["name"] for party in step.get(field, [])]
    kept["evidence"] = [(file["title"], file["url"]) for file in step.get("evidence", [])]
    kept["indicators"] = [
        (
            *(each[name] for name in ("name", "baseline", "target")),
            [(value["value"], value["date"]) for value in each.get("values", [])],
        )
        for each in step.get("indicators", [])
    ]
    return kept
