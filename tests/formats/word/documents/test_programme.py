"""The programme read back: the same fields, the same document when it is written again, no trouble with any file."""

from __future__ import annotations

import io
import json
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.word.documents.back import (
    KEPT_AS_WORDS,
    Tree,
    example,
    package_of,
    read_back,
    tree_of,
    words_of,
)
from tests.formats.word.papers import checked, read_paper, same
from tests.formats.word.papers import tree_of as tree_with_names

from opengov_local import codelists, dump
from opengov_local.document import Import
from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.formats.programme.paper import compose
from opengov_local.formats.programme.programme_docx import write
from opengov_local.formats.programme.wording import labels
from opengov_local.formats.word.documents.words import plain
from opengov_local.formats.word.word_format import read
from opengov_local.importing.options import ImportOptions
from opengov_local.model import Package

TEXTS = ("foreword", "strategic_vision", "challenges", "co_creation", "coordination", "monitoring", "diversity")
PLAN = ("title", "framework", "period", "term_end", "principles", "website", "website_updated", *TEXTS)
PROJECT = (
    *("number", "title", "description", "problem", "causes", "status_quo", "objectives", "action", "solution_path"),
    *("expected_results", "beneficiaries", "participation", "governance", "priority", "related", "ongoing"),
    *("long_term_goal", "ogp_values", "principles", "policy_areas", "sectors", "challenge_areas", "grand_challenges"),
    *("sdgs", "start", "end", "schedule", "resources", "progress", "completed_on"),
)
STEP = ("number", "title", "description", "deliverable", "start", "due", "schedule", "progress", "completed_on")


@pytest.fixture(scope="module", params=["fr", "ar"])
def plans(request: pytest.FixtureRequest) -> tuple[Tree, Tree]:
    """Gives the plan of the whole example, and what was read of it in its document."""
    package = example("full-plan")
    again = tree_of(read_back(write, package, request.param, with_contacts=True))
    return json.loads(package.model_dump_json())["plans"][0], again["plans"][0]


def pairs(plans: tuple[Tree, Tree]) -> list[tuple[Tree, Tree]]:
    """Gives each project with the one of its number that was read."""
    said, again = plans
    numbers = {each["number"]: each for each in again["commitments"]}
    return [(each, numbers[each["number"]]) for each in said["commitments"]]


@pytest.mark.parametrize("field", PLAN)
def test_fields_of_the_plan(plans: tuple[Tree, Tree], field: str) -> None:
    said, again = plans
    assert same(said[field], again.get(field)), (said[field], again.get(field))


@pytest.mark.parametrize("field", PROJECT)
def test_fields_of_projects(plans: tuple[Tree, Tree], field: str) -> None:
    for said, again in pairs(plans):
        assert same(said.get(field), again.get(field)), (said.get(field), again.get(field))


@pytest.mark.parametrize("field", STEP)
def test_fields_of_activities(plans: tuple[Tree, Tree], field: str) -> None:
    for said, again in pairs(plans):
        steps, read_again = said.get("milestones", []), again.get("milestones", [])
        assert len(steps) == len(read_again)
        for one, other in zip(steps, read_again, strict=True):
            assert same(one.get(field), other.get(field)), (one.get(field), other.get(field))


def test_projects_stand_in_the_order_of_their_numbers(plans: tuple[Tree, Tree]) -> None:
    said, again = ([project["number"] for project in plan["commitments"]] for plan in plans)
    assert again == said


def test_kind_and_part_of_who_leads_and_supports(plans: tuple[Tree, Tree]) -> None:
    for said, again in pairs(plans):
        for field in ("leads", "supporting"):
            for part in ("group", "role"):
                there = [[who.get(part) for who in each.get(field, [])] for each in (said, again)]
                assert same(*there), there


def test_axes_and_where_projects_lie(plans: tuple[Tree, Tree]) -> None:
    for plan in plans:
        titles = {axis["id"]: axis.get("number") for axis in plan["axes"]}
        assert [axis.get("number") for axis in plan["axes"]] == ["1", "2", "2.1"]
        assert titles[plan["axes"][2]["parent"]] == "2"
        lies = {each["number"]: sorted(titles[axis] for axis in each["axes"]) for each in plan["commitments"]}
        assert lies == {"1": ["1"], "2": ["2", "2.1"], "3": ["2"], "4": ["2"], "5": ["1"]}
    assert same(plans[0]["axes"][0]["objectives"], plans[1]["axes"][0]["objectives"])


def test_states_budget_and_indicators(plans: tuple[Tree, Tree]) -> None:
    for said, again in pairs(plans):
        assert again.get("status", {}).get("code") == said.get("status", {}).get("code")
        assert again.get("status", {}).get("as_of") == said.get("status", {}).get("as_of")
        for field in ("amount", "year", "text", "label"):
            there = [[line.get(field) for line in each.get("budget", [])] for each in (said, again)]
            assert same(*there), there
        names = [[one["name"] for one in each.get("indicators", [])] for each in (said, again)]
        assert same(*names), names
        units = [["unit" in one for one in each.get("indicators", [])] for each in (said, again)]
        assert units[0] == units[1]


def test_adoption_and_committees(plans: tuple[Tree, Tree]) -> None:
    said, again = plans
    for field in ("date", "planned", "session", "session_kind", "deliberation"):
        assert same(*([each.get(field) for each in plan["adoptions"]] for plan in plans))
    assert [each["collectivity"] for each in again["adoptions"]] == again["collectivities"]
    for field in ("name", "remit", "rules", "meetings", "established", "url"):
        for body in ("follow_up_committees", "forums"):
            assert same(*([each.get(field) for each in plan.get(body, [])] for plan in plans))
    first = [plan["follow_up_committees"][0]["seats"] for plan in plans]
    seats = [[(seat.get("sector"), seat.get("count"), seat.get("women")) for seat in there] for there in first]
    assert seats[0] == seats[1]
    assert again["follow_up_committees"][0]["seats"][0]["collectivity"] == again["collectivities"][0]
    assert said["forums"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["oriental", "agadir", "four-regions", "full-plan", "made-up"])
def test_written_again_it_is_the_same_document(name: str, language: str) -> None:
    package = example(name, KEPT_AS_WORDS)
    again = package_of(tree_of(read_back(write, package, language, with_contacts=True)))
    papers = (compose(each, language=language, with_contacts=True)[0] for each in (again, package))
    assert len({tuple(words_of(paper)) for paper in papers}) == 1


def test_every_line_of_the_example_finds_its_field() -> None:
    made = read_back(write, example("full-plan"), "fr")
    assert made.document is not None
    plans = made.document.tree["plans"]
    assert not [each["label"] for plan in plans for each in plan.get("x_unmapped", [])]
    assert plans[0]["identifiers"] == example("full-plan").plans[0].model_dump(exclude_unset=True)["identifiers"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_labels_of_a_concept_are_alike(language: str) -> None:
    said = [(key.partition(".")[0], plain(label.texts[language])) for key, label in labels().items()]
    concepts = ("plan", "axis", "commitment", "milestone", "body", "seat", "adoption", "workshop")
    asked = [each for each in said if each[0] in concepts]
    assert sorted(asked) == sorted(set(asked))


WORDS = {
    "fr": ["élaborer", "la charte", "numérique", "et publier", "données", "ouvertes :", "suivi,", "(écoute)"],
    "ar": ["إعداد", "ميثاق", "الرقمنة", "ونشر", "المعطيات:", "تتبع،", "(إنصات)", "2025"],
}


def texts(language: str) -> st.SearchStrategy[dict[str, str]]:
    words = st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=6).map(" ".join)
    return words.map(lambda text: {language: f"x{text}x" if language == "fr" else f"و{text}ت"})


DATES = st.sampled_from(["2025", "2025-03", "2025-11-07", "2025-Q2", "2026-H1"])


@st.composite
def packages(draw: st.DrawFn) -> tuple[Package, str]:
    language = draw(st.sampled_from(["fr", "ar"]))
    text = texts(language)

    def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
        return st.fixed_dictionaries({}, optional=fields)

    def numbered(kind: str, n: int, fields: Tree) -> Tree:
        return {"id": f"test.x:{kind}-{n}", **fields}

    axes = [
        numbered("a", n, {"title": {language: f"{draw(text)[language]} {n}"}}) for n in range(draw(st.integers(0, 2)))
    ]
    step = some(description=text, deliverable=text, start=DATES, due=DATES, progress=st.integers(0, 100))
    project = some(problem=text, action=text, objectives=text, start=DATES, end=DATES, progress=st.integers(0, 100))
    commitments = []
    for n in range(draw(st.integers(1, 3))):
        steps = [numbered(f"m-{n}", m, {"title": draw(text), **draw(step)}) for m in range(draw(st.integers(0, 2)))]
        lies = (
            [axes[draw(st.integers(0, len(axes) - 1))]["id"]] if axes and draw(st.sampled_from([True, False])) else []
        )
        title = {language: f"{draw(text)[language]} {n}"}
        more = {"milestones": steps} if steps else {}
        commitments.append(
            numbered("c", n, {"title": title, **draw(project), **more, **({"axes": lies} if lies else {})})
        )
    plan = {
        "id": "test.x:plan",
        "title": draw(text),
        "framework": "remacto",
        **draw(some(foreword=text, monitoring=text)),
    }
    plan |= {"axes": axes, "commitments": commitments} if axes else {"commitments": commitments}
    return package_of({"schema_version": "0.1", "id": "test.x:p", "plans": [plan]}), language


@settings(max_examples=12, deadline=None)
@given(packages())
def test_any_plan_comes_back(made: tuple[Package, str]) -> None:
    package, language = made
    again = tree_of(read_back(write, package, language))["plans"][0]
    said = json.loads(package.model_dump_json())["plans"][0]
    titles = {axis["id"]: axis["title"] for plan in (said, again) for axis in plan.get("axes", [])}

    def key(project: Tree) -> str:
        return str(project["title"][language])

    for plan in (said, again):
        plan["commitments"].sort(key=key)
        for project in plan["commitments"]:
            project["axes"] = [titles[axis] for axis in project.get("axes", [])]
    assert same(_bare(said), _bare(again)), (_bare(said), _bare(again))
    assert same(_bare(again), _bare(said))


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [_bare(each) for each in value]
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key != "id" and each not in ([], None)}
    return value


@pytest.mark.parametrize("seed", range(6))
def test_any_mutilated_file_is_read_without_trouble(seed: int) -> None:
    chance = random.Random(seed)
    document = docx.Document(io.BytesIO(write(example("made-up"), language="ar").data))
    for element in list(document.element.body.iter()):
        if (
            element.tag.endswith(("}p", "}tc", "}tr", "}t"))
            and chance.random() < 0.15
            and element.getparent() is not None
        ):
            element.getparent().remove(element)
    stream = io.BytesIO()
    document.save(stream)
    made = checked(read(stream.getvalue(), "mutilated.docx"))
    assert isinstance(made, Import)


def test_a_correction_made_in_word_is_read() -> None:
    document = docx.Document(io.BytesIO(write(example("made-up"), language="fr").data))
    label = labels()["commitment.problem"].texts["fr"]
    row = next(row for table in document.tables for row in table.rows if row.cells[0].text == label)
    row.cells[1].text = "Une autre difficulté"
    stream = io.BytesIO()
    document.save(stream)
    again = tree_of(checked(read(stream.getvalue(), "corrected.docx")))
    problems = [each.get("problem") for each in again["plans"][0]["commitments"]]
    assert {"fr": "Une autre difficulté"} in problems


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_with_the_package_beside_it_objects_keep_their_ids(language: str) -> None:
    package = example("full-plan")
    base = json.loads(package.model_dump_json())
    made = checked(read(write(package, language=language).data, "again.docx", options=ImportOptions(base=base)))
    assert made.document is not None
    plan, again = base["plans"][0], made.document.tree["plans"][0]
    for field in ("axes", "commitments", "activities"):
        assert {each["id"] for each in again[field]} == {each["id"] for each in plan[field]}
    steps = [
        {step["id"] for project in each["commitments"] for step in project["milestones"]} for each in (plan, again)
    ]
    assert steps[0] == steps[1]


def test_saved_by_libreoffice_it_says_the_same(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    source = tmp_path / "document.docx"
    source.write_bytes(write(example("full-plan"), language="ar").data)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [require_tool("soffice"), home, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    folder = tmp_path / "saved"
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=180)
    trees = [
        tree_with_names(checked(read(path.read_bytes(), "document.docx"))) for path in (source, folder / source.name)
    ]
    assert trees[0] == trees[1]


def test_a_council_with_the_same_headings_is_read_as_any_other() -> None:
    made = read_paper(
        "Programme d’ouverture", "# Présentation", "Le conseil a adopté ce programme.", "# Axe 1 : Transparence",
        "## Projet 1 : Portail", "Problématique : peu d’information", language="fr",
    )  # fmt: skip
    assert made.document is not None
    plan = made.document.tree["plans"][0]
    assert [axis["title"] for axis in plan["axes"]] == [{"fr": "Transparence"}]
    assert plan["commitments"][0]["problem"] == {"fr": "peu d’information"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_axis_without_projects_is_read_back_as_it_was(language: str) -> None:
    made = read_back(write, example("oriental"), language)
    assert made.document is not None
    (plan,) = made.document.tree["plans"]
    assert [each.keys() & {"themes", "objectives", "x_unmapped"} for each in plan["axes"]] == [set()] * 4
    assert "commitments" not in plan
    assert made.account is not None
    assert labels()["axis.no_project"].texts[language] in {each.piece.text for each in made.account.entries}


def _of(framework: str) -> Package:
    made = example("made-up")
    plans = [plan.model_copy(update={"framework": framework}) for plan in made.plans]
    return made.model_copy(update={"plans": plans})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("framework", [each.code for each in codelists.get("framework")])
def test_a_plan_is_called_by_the_name_of_its_framework_alone_and_read_by_it(framework: str, language: str) -> None:
    package = _of(framework)
    kind = compose(package, language=language)[0].sheets[0].kind
    assert "–" not in kind
    assert kind not in codelists.get("framework").label("other", language)
    (plan, *_) = tree_of(read_back(write, package, language))["plans"]
    assert plan["framework"] == framework


@pytest.mark.parametrize("framework", ["ogp_local", "ogp_national", "other"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_plans_were_called_before_is_still_read(framework: str, language: str) -> None:
    package = _of(framework)
    document = docx.Document(io.BytesIO(write(package, language=language).data))
    kind = compose(package, language=language)[0].sheets[0].kind
    name = codelists.get("framework").label(framework, language)
    before = labels()["document.plan"].texts[language].format(framework=name)
    called = [each for each in document.paragraphs if each.text == kind]
    for each in called:
        each.runs[0].text = before
    stream = io.BytesIO()
    document.save(stream)
    made = checked(read(stream.getvalue(), "before.docx"))
    assert called
    assert [plan["framework"] for plan in tree_of(made)["plans"]] == [framework]


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("form", ["programme-docx", "ogp-local-docx"])
def test_the_sector_of_a_seat_that_is_called_so_comes_back(form: str, language: str) -> None:
    tree = example("full-plan").to_tree()
    seats = [{"name": {"ar": name}, "sector": "private"} for name in ("ممثلو القطاع الخاص", "القطاع الخاص")]
    tree["plans"][0]["forums"] = [{"id": "org.example.fictive:gb-1", "name": {"ar": "منتدى"}, "seats": seats}]
    again = tree_of(read(dump(package_of(tree), form, language=language).data, "form.docx"))
    assert [seat.get("sector") for seat in again["plans"][0]["forums"][0]["seats"]] == ["private", "private"]
