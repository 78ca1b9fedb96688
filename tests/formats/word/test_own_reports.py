"""What our own forms quote of assessments, and name of other files, comes back."""

from __future__ import annotations

from typing import Any

import pytest
from tests.losses.measuring import full

from opengov_local import formats
from opengov_local.formats.word.own.own_elsewhere import Elsewhere, elsewhere_in
from opengov_local.model import Package

LANGUAGES = ("ar", "fr", "en")
ELSEWHERE = "org.example.autre:co-2f8g5h"


def again(form: str, tree: Any, language: str) -> dict[str, Any]:
    """Writes a form and reads it back."""
    written = formats.get(form).writer()(Package.model_validate(tree), language=language)
    document = formats.get("docx").reader()(written.data, "form.docx").document
    assert document is not None
    return document.tree  # type: ignore[no-any-return]


def inception(tree: Any) -> dict[str, Any]:
    return next(each for each in tree["assessments"] if each["instrument"] == "ogp_local_inception")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_inception_report_of_a_plan_stands_beside_each_commitment_and_is_one(language: str) -> None:
    read = again("ogp-local-docx", full(), language)
    report = inception(read)
    assert len(read["assessments"]) == 1
    assert report["target"] == read["plans"][0]["id"]
    assert report["date"] == inception(full())["date"]
    assert "organization" in report["assessor"]
    assert report["summary"]
    assert report["attachments"][0]["path"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_inception_report_of_a_commitment_is_one_of_the_commitment(language: str) -> None:
    tree = full()
    inception(tree)["target"] = tree["plans"][0]["commitments"][1]["id"]
    read = again("ogp-local-docx", tree, language)
    assert [each["target"] for each in read["assessments"]] == [read["plans"][0]["commitments"][1]["id"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_report_there_is_no_assessment(language: str) -> None:
    tree = full()
    tree["assessments"] = []
    assert "assessments" not in again("ogp-local-docx", tree, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_a_commitment_ended_comes_back_from_the_learning_form(language: str) -> None:
    read = again("ogp-local-learning-docx", full(), language)
    (made,) = [each for each in read["assessments"] if each["instrument"] == "ogp_local_end_of_commitment"]
    assert made["target"] == read["plans"][0]["commitments"][1]["id"]
    assert [(each["criterion"], each["answer"]) for each in made["answers"]] == [
        ("local_completion", "local_completion.complete")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("missing", ["NR", "ND", "NA"])
def test_why_nobody_says_how_a_commitment_ended_comes_back_from_the_learning_form(language: str, missing: str) -> None:
    tree = full()
    target = tree["plans"][0]["commitments"][0]["id"]
    answers = [{"criterion": "local_completion", "missing": missing}]
    end = {"id": "test.x:end", "target": target, "instrument": "ogp_local_end_of_commitment", "answers": answers}
    tree["assessments"] = [end]
    read = again("ogp-local-learning-docx", tree, language)
    assert [each["answers"] for each in read["assessments"] if each["target"] != read["plans"][0]["id"]] == [answers]
    assert "x_unmapped" not in read["plans"][0]["commitments"][0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_a_commitment_of_another_plan_comes_back_with_its_kind_and_address(form: str, language: str) -> None:
    read = again(form, full(), language)
    assert read["plans"][0]["commitments"][0]["continues"] == [ELSEWHERE]
    assert read["external_refs"] == full()["external_refs"]


def test_nobody_signs_an_id_alone() -> None:
    written = formats.get("ogp-local-html").writer()(Package.model_validate(full()), language="fr").data.decode()
    before = written.partition(ELSEWHERE)[0]
    assert before.endswith("<small><bdi>")
    assert "engagement d’un autre plan" in before[-300:]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("commitment of another plan (ref. a.b:c-1)", Elsewhere("a.b:c-1", "commitment")),
        (
            "خطة في ملف آخر (https://example.org/a · المرجع a.b:c-1)",
            Elsewhere("a.b:c-1", "plan", "https://example.org/a"),
        ),
        ("entry that is not in this file (ref. a.b:c-1)", Elsewhere("a.b:c-1")),
        ("a.b:c-1", Elsewhere("a.b:c-1")),
        ("commitment of another plan", None),
        ("commitment of another plan (ref. not an id)", None),
        ("Un engagement (réf. a.b:c-1)", None),
    ],
)
def test_what_names_another_file(text: str, said: Elsewhere | None) -> None:
    assert elsewhere_in(text) == said
