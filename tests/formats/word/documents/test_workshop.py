"""The report of workshops read back: contributions with what became of them, groups, participants."""

from __future__ import annotations

import io
import json
import random
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.word.documents.back import Tree, example, package_of, read_back, tree_of
from tests.formats.word.papers import checked, codes_of, same

from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.formats.word.documents.words import plain
from opengov_local.formats.word.word_format import read
from opengov_local.formats.workshop.responses import brought_in
from opengov_local.formats.workshop.wording import labels
from opengov_local.formats.workshop.workshop_docx import write
from opengov_local.model import Package, Workshop

CARD = ("title", "kind", "round", "date", "until", "place", "level", "languages", "agenda", "summary")
SAID = ("number", "kind", "text", "channel", "date", "supporters")
RESPONSE = ("status", "reason", "date")


@pytest.fixture(scope="module", params=LANGUAGES)
def packages(request: pytest.FixtureRequest) -> tuple[Package, Package]:
    """Gives the whole example, and what was read of its workshops in their report."""
    package = example("full-plan")
    return package, package_of(tree_of(read_back(write, package, request.param, with_contacts=True)))


def trees(packages: tuple[Package, Package]) -> tuple[list[Tree], list[Tree]]:
    said, again = (json.loads(package.model_dump_json())["workshops"] for package in packages)
    return said, again


@pytest.mark.parametrize("field", CARD)
def test_fields_of_the_workshop(packages: tuple[Package, Package], field: str) -> None:
    said, again = trees(packages)
    assert len(said) == len(again)
    for one, other in zip(said, again, strict=True):
        assert same(one.get(field), other.get(field)), (one.get(field), other.get(field))


def test_participants_with_the_numbers_that_were_counted(packages: tuple[Package, Package]) -> None:
    for field in ("sector", "count", "women"):
        there = [
            [[who.get(field) for who in each.get("participants", [])] for each in workshops]
            for workshops in trees(packages)
        ]
        assert there[0] == there[1]


def test_groups(packages: tuple[Package, Package]) -> None:
    said, again = (workshops[0]["working_groups"] for workshops in trees(packages))
    for field in ("number", "title", "summary"):
        assert same(*([group.get(field) for group in groups] for groups in (said, again)))
    assert [len(group["contributions"]) for group in said] == [len(group["contributions"]) for group in again]


def brought(package: Package) -> list[Tree]:
    found = [each for workshop in package.workshops for each, _ in brought_in(workshop)]
    return [json.loads(each.model_dump_json()) for each in found]


@pytest.mark.parametrize("field", SAID)
def test_fields_of_contributions(packages: tuple[Package, Package], field: str) -> None:
    said, again = map(brought, packages)
    assert len(said) == len(again)
    for one, other in zip(said, again, strict=True):
        assert same(one.get(field), other.get(field)), (one.get(field), other.get(field))


def test_responses_with_their_reasons(packages: tuple[Package, Package]) -> None:
    for one, other in zip(*map(brought, packages), strict=True):
        assert ("disposition" in one) == ("disposition" in other)
        response, read_again = one.get("disposition", {}), other.get("disposition", {})
        for field in RESPONSE:
            assert same(response.get(field), read_again.get(field)), (response, read_again)
        if response.get("by", {}).get("name"):
            assert same(response["by"]["name"], read_again["by"]["name"])


def titles(package: Package, ids: list[str]) -> list[dict[str, str]]:
    found = []
    for each in ids:
        target = package.index.find(each)
        found.append(getattr(target, "title", None) or getattr(target, "text", None) or {})
    return found


def test_what_contributions_answer_and_became(packages: tuple[Package, Package]) -> None:
    package, again = packages
    for one, other in zip(*map(brought, packages), strict=True):
        assert same(titles(package, one.get("answers", [])), titles(again, other.get("answers", [])))
        ids = [each.get("disposition", {}).get("commitments", []) for each in (one, other)]
        assert same(titles(package, ids[0]), titles(again, ids[1]))
        merged = [
            [each["disposition"]["merged_into"]] if "merged_into" in each.get("disposition", {}) else []
            for each in (one, other)
        ]
        assert same(titles(package, merged[0]), titles(again, merged[1]))


def test_projects_that_are_only_named_are_said() -> None:
    made = read_back(write, example("full-plan"), "fr")
    assert codes_of(made).count("import/commitment-only-named") == 5


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_real_workshop_whose_output_is_not_stated(language: str) -> None:
    again = tree_of(read_back(write, example("oriental"), language))
    groups = again["workshops"][0]["working_groups"]
    assert len(groups) == 4
    assert all("contributions" not in group for group in groups)
    package_of(again)


def test_what_was_added_to_a_list_in_word_is_read() -> None:
    contributions = [{"id": "test.x:c", "kind": "proposal", "text": {"fr": "Un bureau"}}]
    group = {"id": "test.x:g", "title": {"fr": "Groupe"}, "contributions": contributions}
    workshop = {"id": "test.x:w", "title": {"fr": "Atelier"}, "kind": "co_creation", "working_groups": [group]}
    package = package_of({"schema_version": "0.1", "id": "test.x:p", "workshops": [workshop]})
    document = docx.Document(io.BytesIO(write(package, language="fr").data))
    label = labels()["group.proposal"].texts["fr"]
    cell = next(row.cells[1] for table in document.tables for row in table.rows if row.cells[0].text == label)
    cell.paragraphs[0].style = document.styles["List Bullet"]
    cell.add_paragraph("Un portail", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    again = package_of(tree_of(checked(read(stream.getvalue(), "added.docx"))))
    assert [each.text["fr"] for each, _ in brought_in(again.workshops[0])] == ["Un bureau", "Un portail"]


WORDS = {
    "fr": ["une charte", "mieux informer", "le site :", "(accès)", "jeunes, femmes", "2. étape"],
    "ar": ["ميثاق", "إخبار المواطنين", "الموقع:", "(الولوج)", "الشباب، النساء", "مرحلة"],
}


@st.composite
def reports(draw: st.DrawFn) -> tuple[Package, str]:
    language = draw(st.sampled_from(["fr", "ar"]))
    letter = "x" if language == "fr" else "ت"
    text = st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=4).map(
        lambda said: letter + " ".join(said) + letter
    )
    contributions: list[Tree] = []
    for number in range(draw(st.integers(0, 6))):
        one: Tree = {"id": f"test.x:c-{number}", "text": {language: f"{draw(text)} {letter}{number}"}}
        one["kind"] = draw(st.sampled_from(["problem", "solution", "proposal", "recommendation", "question", "other"]))
        if contributions and draw(st.sampled_from([True, False])):
            one["answers"] = [contributions[0]["id"]]
        status = draw(st.sampled_from([None, "accepted", "rejected", "under_study"]))
        if status:
            one["disposition"] = {"status": status, "reason": {language: draw(text)}}
        contributions.append(one)
    group = {"id": "test.x:g", "title": {language: draw(text)}, "contributions": contributions}
    workshop = {"id": "test.x:w", "title": {language: draw(text)}, "kind": "co_creation", "working_groups": [group]}
    return package_of({"schema_version": "0.1", "id": "test.x:p", "workshops": [workshop]}), language


@settings(max_examples=12, deadline=None)
@given(reports())
def test_any_report_comes_back(made: tuple[Package, str]) -> None:
    package, language = made
    again = package_of(tree_of(read_back(write, package, language)))
    said, read_again = (_bare(each.workshops[0]) for each in (package, again))
    assert said == read_again


def _bare(workshop: Workshop) -> Any:
    texts = {each.id: each.text for each, _ in brought_in(workshop)}
    return [
        (
            each.kind,
            each.text,
            [texts[answered] for answered in each.answers],
            each.disposition and each.disposition.model_dump(),
        )
        for each, _ in brought_in(workshop)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_any_mutilated_file_is_read_without_trouble(seed: int) -> None:
    chance = random.Random(seed)
    document = docx.Document(io.BytesIO(write(example("full-plan"), language="fr").data))
    for element in list(document.element.body.iter()):
        parent = element.getparent()
        if parent is not None and element.tag.endswith(("}p", "}tc", "}tr", "}t")) and chance.random() < 0.15:
            parent.remove(element)
    stream = io.BytesIO()
    document.save(stream)
    assert checked(read(stream.getvalue(), "mutilated.docx")).document is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_labels_of_a_concept_are_alike(language: str) -> None:
    said = [(key.partition(".")[0], plain(label.texts[language])) for key, label in labels().items()]
    concepts = ("workshop", "participants", "group", "response")
    asked = [each for each in said if each[0] in concepts]
    assert sorted(asked) == sorted(set(asked))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_a_meeting_of_no_listed_kind_is_read_back(language: str) -> None:
    tree = json.loads(example("full-plan").model_dump_json())
    tree["workshops"] = [{**tree["workshops"][0], "kind": "other"}]
    made = tree_of(read_back(write, package_of(tree), language))
    assert [each["kind"] for each in made["workshops"]] == ["other"]
