"""The national forms are read back from Word to what the package says in the fields they have, in three languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.word.papers import checked, same, tree_of

import opengov_local as ogl
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package
from opengov_local.resources import data_folder

MADE_UP = Path(__file__).parents[1] / "ogp_local" / "made_up.json"
EXAMPLES = ("agadir-ogp-2025.json", "four-regions-ogp-2025.json", "synthetic/full-plan.json")
SOURCES = [MADE_UP, *(data_folder("examples") / name for name in EXAMPLES)]
FORMATS = {
    "ogp-national-2017-docx": (
        "title number problem action solution_path additional_information related sdgs start end",
        "number title description deliverable start due schedule",
        None,
    ),
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
    values = FORMATS[form][2]
    for said, found in pairs((trees[0], trees[1])):
        wanted = said.get("ogp_values", [])
        if values is not None:
            wanted = [each for each in wanted if each["value"] in values and "why" in each]
            wanted.sort(key=lambda each: values.index(each["value"]))
        assert same(wanted, found.get("ogp_values", []))


def test_stakeholders_keep_their_part_and_group(read_back: tuple[str, Any, Any]) -> None:
    form = read_back[0]
    for said, found in pairs((read_back[1], read_back[2])):
        assert len(said.get("leads", [])) == len(found.get("leads", []))
        assert groups_of(said) == groups_of(found)
        if form == "ogp-national-2017-docx":  # its milestones name nobody
            continue
        for before, after in zip(said.get("milestones", []), found.get("milestones", []), strict=True):
            assert len(before.get("leads", [])) == len(after.get("leads", []))
            assert groups_of(before) == groups_of(after)


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("form", FORMATS)
def test_the_part_that_somebody_plays_is_no_part_of_the_name(form: str, language: str) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    who = {
        "name": {"fr": "Agence du numérique", "ar": "الوكالة الرقمية"},
        "group": "others",
        "role": {"fr": "Appui technique", "ar": "الدعم التقني"},
    }
    tree["plans"][0]["commitments"][0]["supporting"] = [who]
    package = Package.model_validate_json(json.dumps(tree))
    found = tree_of(checked(read(ogl.dump(package, form, language=language).data, "form.docx")))
    assert same([who], found["plans"][0]["commitments"][0]["supporting"])


def groups_of(tree: Any) -> list[str]:
    """Gives the groups of those who support, each as often as it occurs."""
    return sorted(each.get("group", "") for each in tree.get("supporting", []))


def test_contacts_of_2017_are_read_back() -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    person = {"name": {"fr": "Nadia Fictive"}, "role": {"fr": "Cheffe de service"}, "capacity": "public_official"}
    contact = {"email": "nadia@example.org", "phone": "+212 500 000 001"}
    other = {"name": {"fr": "Omar Fictif"}, "role": {"fr": "Chargé de mission"}, "capacity": "public_official"}
    tree["plans"][0]["commitments"][0]["leads"] = [
        {"collectivity": "test.x:region", "person": {**person, "contact": contact}},
        {"organization": "test.x:club", "person": other},
    ]
    package = Package.model_validate_json(json.dumps(tree))
    written = ogl.dump(package, "ogp-national-2017-docx", language="fr", with_contacts=True)
    found = tree_of(checked(read(written.data, "form.docx")))["plans"][0]["commitments"][0]["leads"]
    wanted = [{**person, "contact": contact}, other]
    for each in wanted:
        each.pop("capacity")  # nobody says it on the form
    assert [each.get("person") for each in found] == wanted


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_what_was_left_out_is_not_read_as_a_name(language: str) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    secret = {"name": {"fr": "Nour Secret"}, "capacity": "private", "contact": {"email": "nour@example.org"}}
    tree["plans"][0]["commitments"][0]["leads"] = [{"person": secret}]
    package = Package.model_validate_json(json.dumps(tree))
    for form in FORMATS:
        made = checked(read(ogl.dump(package, form, language=language).data, "form.docx"))
        assert "leads" not in tree_of(made)["plans"][0]["commitments"][0]


WORDS = {
    "fr": ["Ouvrir", "le", "conseil", "aux", "habitants", "à", "l’été", "2026", "(enfin)", "et", "partout"],
    "ar": ["فتح", "المجلس", "أمام", "الساكنة", "صيف", "2026", "والجمعيات"],
}
FIELDS = ("description", "problem", "causes", "status_quo", "action", "expected_results")


@st.composite
def commitments(draw: st.DrawFn) -> tuple[str, list[Any]]:
    """Makes a language, and commitments in its words with some fields of the template of 2022."""
    language = draw(st.sampled_from(sorted(WORDS)))
    texts = st.lists(st.sampled_from(WORDS[language]), min_size=2, max_size=12).map(
        lambda words: {language: WORDS[language][0] + " " + " ".join(words) + " " + WORDS[language][1]}
    )
    dates = st.sampled_from(["2026", "2026-Q3", "2026-H2", "2026-05", "2026-05-31"])
    step = st.fixed_dictionaries(
        {"title": texts}, optional={"deliverable": texts, "due": dates, "number": st.sampled_from(["1", "2.3", "A-1"])}
    )
    what = st.fixed_dictionaries(
        {"title": texts, "milestones": st.lists(step, min_size=1, max_size=3)},
        optional={**dict.fromkeys(FIELDS, texts), "number": st.sampled_from(["1", "12", "2.3"]), "start": dates},
    )
    return language, draw(st.lists(what, min_size=1, max_size=3, unique_by=lambda each: str(each["title"])))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(commitments())
def test_any_commitment_survives(made: tuple[str, list[Any]]) -> None:
    language, wanted = made
    said = json.loads(json.dumps(wanted))
    for number, each in enumerate(said):
        each["id"] = f"test.x:c-{number}"
        for place, step in enumerate(each["milestones"]):
            step["id"] = f"test.x:m-{number}-{place}"
    title = {language: {"fr": "Plan d’action inventé", "ar": "خطة عمل مختلقة"}[language]}
    plan = {"id": "test.x:plan", "title": title, "framework": "other", "commitments": said}
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [plan]}
    package = Package.model_validate_json(json.dumps(tree))
    found = tree_of(checked(read(ogl.dump(package, "ogp-national-2022-docx", language=language).data, "form.docx")))
    assert found["plans"][0]["commitments"] == wanted
