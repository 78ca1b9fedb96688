"""The form that the library writes is read back, in its three languages, by the made-up package of the form's tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.formats.word.papers import checked, same, tree_of

from opengov_local import convert
from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.ogp_national.form_2022_docx import write as write_national
from opengov_local.formats.paper.writing import PaperWriter
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

MADE_UP = Path(__file__).parents[1] / "ogp_local" / "made_up.json"
LANGUAGES = ("fr", "ar", "en")
# Fields whose words the form shows as they are; texts in several languages are shown in one of them.
PLAN = [
    "strategic_vision",
    "coordination",
    "achievements",
    "challenges",
    "medium_term_goals",
    "vision_contribution",
    "policy_alignment",
    "co_creation",
    "diversity",
    "continued_participation",
    "monitoring",
    "period",
    "framework",
    "principles",
    "website",
    "website_updated",
    "status",
    "monitoring_bodies",
]
COMMITMENT = [
    "number",
    "problem",
    "description",
    "causes",
    "status_quo",
    "solution_path",
    "expected_results",
    "long_term_goal",
    "ogp_values",
    "principles",
    "policy_areas",
    "sectors",
    "challenge_areas",
    "grand_challenges",
    "sdgs",
    "schedule",
    "start",
    "end",
    "resources",
    "progress",
    "completed_on",
]
MILESTONE = ["number", "description", "deliverable", "start", "due", "schedule", "progress", "completed_on"]


@pytest.fixture(scope="module", params=LANGUAGES)
def forms(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """Gives the tree of the made-up package, and what was read in its form."""
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    package = Package.model_validate_json(json.dumps(tree))
    made = checked(read(write(package, language=request.param, with_contacts=True).data, "form.docx"))
    return tree, tree_of(made)


@pytest.mark.parametrize("field", PLAN)
def test_fields_of_the_plan(forms: tuple[Any, Any], field: str) -> None:
    said, read_back = (tree["plans"][0] for tree in forms)
    assert same(said[field], read_back.get(field)), (said[field], read_back.get(field))


@pytest.mark.parametrize("field", COMMITMENT)
def test_fields_of_the_commitment(forms: tuple[Any, Any], field: str) -> None:
    said, read_back = (tree["plans"][0]["commitments"][0] for tree in forms)
    assert same(said.get(field), read_back.get(field)), (said.get(field), read_back.get(field))


@pytest.mark.parametrize("field", MILESTONE)
def test_fields_of_the_milestone(forms: tuple[Any, Any], field: str) -> None:
    said, read_back = (tree["plans"][0]["commitments"][0]["milestones"][0] for tree in forms)
    assert same(said.get(field), read_back.get(field)), (said.get(field), read_back.get(field))


def test_objects_are_as_many_and_tied_as_before(forms: tuple[Any, Any]) -> None:
    said, read_back = (tree["plans"][0] for tree in forms)
    for field in ("axes", "commitments", "activities"):
        assert len(read_back[field]) == len(said[field])
    assert len(read_back["commitments"][0]["milestones"]) == len(said["commitments"][0]["milestones"])
    assert read_back["commitments"][0]["axes"] == ["@Transparence"]
    assert read_back["axes"][1]["parent"] == "@Transparence"


def test_states_and_numbers(forms: tuple[Any, Any]) -> None:
    said, read_back = (tree["plans"][0]["commitments"][0] for tree in forms)
    assert read_back["status"]["code"] == said["status"]["code"]
    assert read_back["status"]["original"] == said["status"]["original"]
    assert read_back["completion"]["code"] == said["completion"]["code"]
    numbers = {(each["scheme"], each["value"]) for each in said["identifiers"]}
    assert {(each["scheme"], each["value"]) for each in read_back["identifiers"]} == numbers
    assert same(
        [{key: value for key, value in each.items() if key in ("baseline", "target")} for each in said["indicators"]],
        read_back["indicators"],
    )


def test_a_form_reads_itself_without_conflict(forms: tuple[Any, Any]) -> None:
    assert "x_unmapped" not in forms[1]["plans"][0]
    assert len(forms[1]["workshops"]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_without_answer_and_answers_said_again_add_nothing(language: str) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    plan = tree["plans"][0]
    plan["leads"] = [{"name": {"fr": "Un"}}, {"name": {"fr": "Deux"}}]
    plan["status"] = {"code": "submitted", "as_of": "2025-05-22"}
    plan["commitments"] = [{"id": "test.x:c-1", "title": {"fr": "Sans jalons"}}]
    del plan["activities"]
    tree = {key: tree[key] for key in tree if key not in ("workshops", "assessments", "progress_updates")}
    read_back = tree_of(checked(read(write(Package.model_validate(tree), language=language).data, "form.docx")))
    there = read_back["plans"][0]
    assert [len(there[key]) for key in ("leads", "monitoring", "commitments")] == [2, 1, 1]
    assert there["status"]["code"] == "submitted"
    assert "milestones" not in there["commitments"][0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [{"code": "completed"}, {"code": "delayed", "original": "Pas encore"}])
def test_the_forms_own_word_for_a_state_is_no_word_of_a_source(language: str, status: dict[str, Any]) -> None:
    tree = json.loads(MADE_UP.read_bytes())
    for commitment in tree["plans"][0]["commitments"]:
        commitment["status"] = status
    read_again = tree_of(checked(read(write(Package.model_validate(tree), language=language).data, "form.docx")))
    assert {json.dumps(each["status"]) for each in read_again["plans"][0]["commitments"]} == {json.dumps(status)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_collectivity_whose_name_says_its_kind_leads_as_one(language: str) -> None:
    tree = json.loads(MADE_UP.read_bytes())
    region = {"id": "test.x:tc-own", "name": {"fr": "Région Inventée"}, "kind": "region", "country": "MA"}
    tree["collectivities"].append(region)
    plan = tree["plans"][0]
    plan["collectivities"].append(region["id"])
    plan["commitments"][0]["leads"] = plan["commitments"][0]["supporting"] = [{"collectivity": region["id"]}]
    made = checked(read(write(Package.model_validate(tree), language=language).data, "form.docx"))
    assert made.document is not None
    there = made.document.tree["plans"][0]["commitments"][0]
    assert ["collectivity" in party for party in (*there["leads"], *there["supporting"])] == [True, True]


@pytest.mark.parametrize("form", [write, write_national])
def test_milestones_whose_titles_begin_like_items_of_lists_keep_their_signs(form: PaperWriter) -> None:
    tree = json.loads(MADE_UP.read_bytes())
    titles = ["-2+3", "- tiret", "•puce", "3. numéro"]
    steps = [{"id": f"test.x:m-{at}", "title": {"fr": title}} for at, title in enumerate(titles)]
    tree["plans"][0]["commitments"][0]["milestones"] = steps
    made = checked(read(form(Package.model_validate(tree), language="fr").data, "form.docx"))
    assert made.document is not None
    there = made.document.tree["plans"][0]["commitments"][0]["milestones"]
    assert [step["title"]["fr"] for step in there] == titles


@pytest.mark.parametrize("form", ["ogp-local-docx", "ogp-national-2022-docx", "programme-docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_commitments_without_a_title_are_read_once_from_a_draft(form: str, language: str, tmp_path: Path) -> None:
    said: list[dict[str, Any]] = [
        {"number": "1", "title": {"fr": "Un"}},
        {"number": "2"},
        {"title": {"fr": ""}},
        {"title": {"fr": "Fin"}},
    ]
    commitments = [
        each | {"id": f"org.example:c-{number}", "description": {"fr": f"Action fictive {number}"}}
        for number, each in enumerate(said)
    ]
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan"}, "framework": "remacto", "commitments": commitments}
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "licence": "CC0-1.0", "plans": [plan]}
    source, target = tmp_path / "plan.json", tmp_path / "draft.docx"
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert convert(source, target, to_format=form, language=language, draft=True).written
    found = tree_of(checked(read(target.read_bytes(), "draft.docx")), keep=["x_unmapped"])["plans"][0]["commitments"]
    assert [{name: each.get(name) for name in ("number", "title", "description", "x_unmapped")} for each in found] == [
        {
            "number": each.get("number"),
            "title": each.get("title") if number in (0, 3) else None,
            "description": commitments[number]["description"],
            "x_unmapped": None,
        }
        for number, each in enumerate(said)
    ]
