"""The made-up examples: one uses every field of the model, the other has known faults and no others."""

import json
from pathlib import Path
from typing import Any

import pytest

import opengov_local as ogl
from opengov_local.model import (
    Answer,
    Assessment,
    Commitment,
    Contribution,
    Disposition,
    Identifier,
    Organization,
    Package,
    PartialDate,
    Person,
    ProgressUpdate,
    Status,
    TerritorialCollectivity,
    Translation,
)
from opengov_local.model.base import Model
from opengov_local.model.shape import concepts, shape_of
from opengov_local.model.walk import walk

SYNTHETIC = Path(__file__).parents[2] / "examples" / "synthetic"
FULL, FAULTY, EXPECTED = (
    SYNTHETIC / name for name in ("full-plan.json", "faulty-plan.json", "faulty-plan.expected.json")
)
MARKS = {"ar": "[معطيات وهمية] ", "fr": "[Données fictives] ", "en": "[Made-up data] "}

each_example = pytest.mark.parametrize("path", [FULL, FAULTY], ids=["full", "faulty"])


@pytest.fixture(scope="module")
def full() -> Package:
    return ogl.load(FULL)


def values(package: Package, concept: type[Model], field: str) -> list[Any]:
    found = [getattr(node.value, field) for node in walk(package) if type(node.value) is concept]
    return [value for value in found if value is not None]


def contributions(package: Package) -> list[Contribution]:
    return [node.value for node in walk(package) if isinstance(node.value, Contribution)]


def test_every_field_of_every_concept_is_used(full: Package) -> None:
    used = {
        (node.kind, name)
        for node in walk(full)
        for name in shape_of(node.kind)
        if getattr(node.value, name) not in (None, [])
    }
    wanted = {(concept, name) for concept in concepts(Package) for name in shape_of(concept)}
    assert {f"{concept.__name__}.{name}" for concept, name in wanted - used} == set()


@pytest.mark.parametrize(
    ("concept", "field"),
    [
        (Status, "code"),
        (Contribution, "kind"),
        (Disposition, "status"),
        (Person, "capacity"),
        (Answer, "missing"),
        (Translation, "origin"),
    ],
)
def test_every_code_of_the_closed_lists_is_used(full: Package, concept: type[Model], field: str) -> None:
    assert set(values(full, concept, field)) == set(shape_of(concept)[field].choices)


def test_dates_of_every_precision_are_used(full: Package) -> None:
    dates = {
        value
        for node in walk(full)
        for name in shape_of(node.kind)
        if isinstance(value := getattr(node.value, name), PartialDate)
    }
    assert {date.precision for date in dates} == {"year", "half", "quarter", "month", "day"}


def test_several_languages_and_no_invented_tamazight() -> None:
    text = FULL.read_text(encoding="utf-8")
    assert all(f'"{language}": ' in text for language in ("ar", "fr", "en", "es", "und"))
    assert '"zgh": ' not in text


def test_nothing_is_found_but_things_to_know() -> None:
    report = ogl.validate(FULL)
    assert report.valid
    assert {finding.code: finding.severity for finding in report.findings} == {
        "integrity/unresolved-external": "info",
        "privacy/private-person-with-contact": "info",
        "assessment/not-applicable-twofold": "info",
    }


def test_full_plan_comes_back_as_it_was_with_its_own_fields(full: Package, tmp_path: Path) -> None:
    ogl.save(full, tmp_path / "again.json")
    again = json.loads((tmp_path / "again.json").read_bytes())
    assert again == json.loads(FULL.read_bytes())
    assert again["x_demo_flags"] == {"checked": None, "list": []}
    assert again["plans"][0]["x_local_tags"] == ["pilote", None, {"level": 2}]
    assert again["plans"][0]["commitments"][0]["x_priority"]["scores"] == [4, None, 5]


def test_a_problem_can_be_followed_to_its_assessment_and_back(full: Package) -> None:
    index = full.index
    plan = full.plans[0]
    problems = [c for c in contributions(full) if c.kind == "problem"]
    answered = {target for c in contributions(full) for target in c.answers}
    assert problems
    assert {problem.id for problem in problems} <= answered
    for contribution in contributions(full):
        assert contribution.disposition
        decided = contribution.disposition
        if decided.status not in ("received", "under_study"):
            assert decided.reason
        for identifier in decided.commitments:
            commitment = index.find(identifier)
            assert isinstance(commitment, Commitment)
            assert contribution.id in commitment.inputs
    for commitment in plan.commitments:
        assert commitment.inputs
        assert commitment.milestones
        for identifier in commitment.inputs:
            origin = index.find(identifier)
            assert isinstance(origin, Contribution)
            assert origin.disposition
            assert commitment.id in origin.disposition.commitments
    first = plan.commitments[0].milestones[0]
    assert {ProgressUpdate, Assessment} <= {type(mention.source) for mention in index.refs_to(first.id)}


def test_numbers_are_held_by_collectivities_and_by_organizations(full: Package) -> None:
    holders = [full.index.find(holder) for holder in values(full, Identifier, "holder")]
    assert {type(holder) for holder in holders} == {TerritorialCollectivity, Organization}


def test_what_an_amendment_removed_is_gone(full: Package) -> None:
    removed = [target for amendment in full.plans[0].amendments for target in amendment.removed]
    assert removed
    assert not {*removed} & {*full.index.nodes, *(outside.id for outside in full.external_refs)}


def test_sources_of_one_figure_may_disagree_and_both_are_kept(full: Package) -> None:
    (figure,) = full.reported_figures
    assert len(figure.sources) == 2
    assert figure.note


@each_example
def test_says_that_it_is_made_up(path: Path) -> None:
    tree = json.loads(path.read_bytes())
    assert tree["synthetic"] is True
    titles = [tree["title"], *(held["title"] for name in ("plans", "workshops") for held in tree[name])]
    titles += [commitment["title"] for plan in tree["plans"] for commitment in plan.get("commitments", [])]
    assert len(titles) > 4
    for title in titles:
        for language, text in title.items():
            assert text.startswith(MARKS.get(language, MARKS["ar"]))


def test_full_plan_claims_no_real_territory(full: Package) -> None:
    schemes = {i.scheme for place in full.collectivities for i in place.identifiers}
    assert schemes == {"x_demo"}
    names = [name for place in full.collectivities for language, name in place.name.items() if language in ("ar", "fr")]
    assert [name for name in names if ogl.territories.find(name).items] == []


@each_example
def test_contacts_and_addresses_are_obviously_not_real(path: Path) -> None:
    def strings(value: Any, key: str = "") -> list[tuple[str, str]]:
        if isinstance(value, dict):
            return [pair for name, item in value.items() for pair in strings(item, name)]
        if isinstance(value, list):
            return [pair for item in value for pair in strings(item, key)]
        return [(key, value)] if isinstance(value, str) else []

    for key, text in strings(json.loads(path.read_bytes())):
        if key == "email":
            assert text.endswith("@example.org")
        elif key == "phone":
            assert text.startswith("+212 500 000 ")
        elif text.startswith("http"):
            assert text.split("/")[2].endswith("example.org")


def test_faulty_plan_has_the_planted_faults_and_no_others() -> None:
    report = ogl.validate(FAULTY)
    assert not report.valid
    found = sorted((finding.code, finding.location.pointer) for finding in report.findings)
    assert found == sorted((fault["code"], fault["pointer"]) for fault in json.loads(EXPECTED.read_bytes()))


def test_planted_faults_are_of_all_families() -> None:
    families = [fault["code"].split("/")[0] for fault in json.loads(EXPECTED.read_bytes())]
    assert {family: families.count(family) for family in set(families)} == {
        "structure": 7, "integrity": 6, "territory": 3,
    }  # fmt: skip
