"""The assessment forms are read back from Word: answers, explanations, evidence, who assessed and when."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.word.papers import checked, same, tree_of

import opengov_local as ogl
from opengov_local import codelists
from opengov_local.formats.ogp_assessments.answers import scale
from opengov_local.formats.ogp_assessments.wording import labels
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package
from opengov_local.resources import data_folder

MADE_UP = Path(__file__).parents[1] / "ogp_local" / "made_up.json"
FULL = data_folder("examples") / "synthetic/full-plan.json"
FORMS = {
    "ogp_local_inception": "ogp-local-inception-docx",
    "ogp_local_end_of_commitment": "ogp-local-end-of-commitment-docx",
    "ogp_local_final_learning": "ogp-local-learning-docx",
}
LANGUAGES = ("ar", "fr", "en")


def read_back(tree: Any, form: str, language: str) -> Any:
    """Writes a form, reads it, and makes sure that every piece of it was understood."""
    package = Package.model_validate_json(json.dumps(tree))
    made = checked(read(ogl.dump(package, form, language=language, with_contacts=True).data, "form.docx"))
    assert made.account is not None
    assert made.account.counts["unmapped"] == 0
    return tree_of(made)


def as_asked(answers: list[Any]) -> list[Any]:
    """Gives answers without what a form cannot hold, by criterion."""
    left_out = ("kind", "media_type", "sha256", "languages")
    plain = [
        {**each, "evidence": [{k: v for k, v in it.items() if k not in left_out} for it in each.get("evidence", [])]}
        for each in answers
    ]
    return sorted(plain, key=lambda each: str(each["criterion"]))


def compare(said: Any, found: Any) -> None:
    assert [each["criterion"] for each in as_asked(said["answers"])] == [
        each["criterion"] for each in as_asked(found["answers"])
    ]
    for before, after in zip(as_asked(said["answers"]), as_asked(found["answers"]), strict=True):
        assert same({"original": None} | before, {"evidence": []} | after), (before, after)
    for field in ("instrument", "assessor_role", "vintage", "date", "period", "summary"):
        assert same(said.get(field), found.get(field)), field


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("instrument", ["ogp_local_inception", "ogp_local_end_of_commitment"])
def test_assessments_of_the_example(instrument: str, language: str) -> None:
    tree = json.loads(FULL.read_text(encoding="utf-8"))
    said = [each for each in tree["assessments"] if each["instrument"] == instrument]
    for each in said:
        each["answers"] = [{k: v for k, v in it.items() if k != "original"} for it in each["answers"]]
    found = read_back(tree, FORMS[instrument], language)
    assert len(found["assessments"]) == len(said) == 1
    compare(said[0], found["assessments"][0])
    named = next(each for each in objects_of(tree) if each["id"] == said[0]["target"])
    assert found["assessments"][0]["target"].removeprefix("@") in named["title"].values()
    (who,) = (each for each in tree["organizations"] if each["id"] == said[0]["assessor"]["organization"])
    assert found["assessments"][0]["assessor"]["organization"].removeprefix("@") in who["name"].values()


def objects_of(tree: Any) -> list[Any]:
    """Gives the plans and commitments of a package."""
    return [each for plan in tree["plans"] for each in (plan, *plan.get("commitments", []))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS.values())
def test_a_form_that_nobody_filled_in_holds_no_assessment(form: str, language: str) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    tree["assessments"] = []
    for rules in ({"fr": "Douze membres\n\nSix de chaque côté\nÀ voix égales"}, {"ar": "بالتناوب"}):
        tree["plans"][0].setdefault("forums", []).append({"name": {"fr": "Forum"}, "rules": rules})
    found = read_back(tree, form, language)
    assert found.get("assessments", []) == []
    assert same(tree["plans"][0]["title"], found["plans"][0]["title"])
    titles = [each["title"] for each in tree["plans"][0]["commitments"]]
    assert all(map(same, titles, [each["title"] for each in found["plans"][0]["commitments"]]))


def test_an_assessment_of_a_commitment_in_the_inception_form_keeps_what_differs() -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    yes = {"criterion": "local_verifiability", "answer": "local_verifiability.yes"}
    made = {"instrument": "ogp_local_inception", "assessor": {"name": {"fr": "Observatoire"}}}
    tree["assessments"] = [
        {"id": "test.x:a", "target": "test.x:plan", "date": "2025", "vintage": "2020", **made, "answers": []},
        {"id": "test.x:b", "target": "test.x:c-1", "date": "2026", "vintage": "2020", **made, "answers": [yes]},
        {"id": "test.x:c", "target": "test.x:c-2", "instrument": "ogp_local_inception", "answers": [yes]},
    ]
    found = read_back(tree, FORMS["ogp_local_inception"], "fr")["assessments"]
    assert [each.get("date") for each in found] == ["2025", "2026", None]
    assert [each.get("vintage") for each in found] == ["2020", "2020", None]
    assert ["assessor" in each for each in found] == [True, True, False]
    assert [each.get("answers", []) for each in found] == [[], [yes], [yes]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_by_hand_is_read(language: str) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    tree["assessments"] = []
    package = Package.model_validate_json(json.dumps(tree))
    written = ogl.dump(package, FORMS["ogp_local_end_of_commitment"], language=language, commitment="test.x:c-1")
    paper = docx.Document(io.BytesIO(written.data))
    head, *_, lessons, _ = paper.tables
    head.cell(0, 1).paragraphs[0].add_run("Association Exemple")
    grids = [table for table in paper.tables if len(table.columns) == 4]
    choice = grids[0].cell(1, 1).paragraphs[4]
    choice.runs[0].text = choice.runs[0].text.replace("☐", "☒")
    grids[0].cell(1, 2).paragraphs[0].add_run("Trois jalons sur quatre.")
    lessons.cell(0, 0).paragraphs[0].add_run("Commencer plus tôt.")
    stream = io.BytesIO()
    paper.save(stream)
    made = checked(read(stream.getvalue(), "form.docx"))
    found = tree_of(made)["assessments"]
    assert len(found) == 1
    assert list(found[0]["assessor"]["name"].values()) == ["Association Exemple"]
    assert [(each["criterion"], each["answer"]) for each in found[0]["answers"]] == [
        ("local_completion", "local_completion.substantial")
    ]
    assert list(found[0]["answers"][0]["explanation"].values()) == ["Trois jalons sur quatre."]
    assert [each["text"] for each in found[0]["x_unmapped"]] == ["Commencer plus tôt."]


WORDS = st.lists(
    st.sampled_from(["le", "forum", "siège", "ouvert", "à", "tous", "12", "jours"]), min_size=1, max_size=9
)
CRITERIA = ("local_completion", "local_disclosure", "local_participation", "local_accountability")


@st.composite
def answers(draw: st.DrawFn) -> list[Any]:
    """Makes answers to some questions of the end-of-commitment form."""
    made = []
    for criterion in draw(st.lists(st.sampled_from(CRITERIA), unique=True)):
        answer: dict[str, Any] = {"criterion": criterion}
        if draw(st.booleans()):
            answer["answer"] = draw(st.sampled_from(scale(criterion)))
        else:
            answer["missing"] = draw(st.sampled_from(["NR", "ND", "NA"]))
        if draw(st.booleans()):
            answer["explanation"] = {"fr": "Ainsi " + " ".join(draw(WORDS)) + "."}
        if draw(st.booleans()):
            answer["original"] = "Mot " + " ".join(draw(WORDS))
        made.append(answer)
    return made


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers(), st.sampled_from(LANGUAGES))
def test_answers_survive(made: list[Any], language: str) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    assessment = {"id": "test.x:a", "target": "test.x:c-1", "instrument": "ogp_local_end_of_commitment"}
    tree["assessments"] = [{**assessment, "answers": made}]
    found = read_back(tree, FORMS["ogp_local_end_of_commitment"], language)
    kept = found["assessments"][0]["answers"] if made else found.get("assessments", [])
    assert sorted(kept, key=lambda each: str(each["criterion"])) == sorted(
        made, key=lambda each: str(each["criterion"])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_and_the_answer_not_applicable_stand_and_come_back_apart(language: str) -> None:
    tree = json.loads(FULL.read_text(encoding="utf-8"))
    (said,) = (each for each in tree["assessments"] if each["instrument"] == "ogp_local_end_of_commitment")
    said["answers"] = [
        {"criterion": "local_disclosure", "missing": "NA"},
        {"criterion": "local_participation", "answer": "local_participation.not_applicable"},
    ]
    package, form = Package.model_validate_json(json.dumps(tree)), FORMS["ogp_local_end_of_commitment"]
    document = docx.Document(io.BytesIO(ogl.dump(package, form, language=language).data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells[1:2]]
    label = codelists.get("missing_code").label("NA", language)
    (none,) = (text for text in cells if text.count("☒") == 1 and ":" in text.partition("☒")[2])
    assert label in none.partition("☒")[0]  # the answer that is not ticked
    assert none.rpartition(":")[2].strip() == labels()["missing.NA"].texts[language] != label
    assert same(as_asked(said["answers"]), as_asked(read_back(tree, form, language)["assessments"][0]["answers"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_in_the_words_of_before_is_still_read(language: str) -> None:
    tree = json.loads(FULL.read_text(encoding="utf-8"))
    (said,) = (each for each in tree["assessments"] if each["instrument"] == "ogp_local_end_of_commitment")
    said["answers"] = [{"criterion": "local_disclosure", "missing": "NA"}]
    package, form = Package.model_validate_json(json.dumps(tree)), FORMS["ogp_local_end_of_commitment"]
    document = docx.Document(io.BytesIO(ogl.dump(package, form, language=language).data))
    words, before = labels()["missing.NA"].texts[language], codelists.get("missing_code").label("NA", language)
    runs = [run for run in document.element.iter(qn("w:t")) if run.text == words]
    assert len(runs) == 1
    runs[0].text = before
    stream = io.BytesIO()
    document.save(stream)
    (found,) = tree_of(checked(read(stream.getvalue(), "form.docx")))["assessments"]
    assert [each.get("missing") for each in found["answers"]] == ["NA"]
