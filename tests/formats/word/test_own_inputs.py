"""Contributions that commitments answer come back by their words, and are never guessed."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from docx import Document
from tests.formats.word.papers import checked, codes_of, to_bytes, tree_of
from tests.formats.word.test_organizations import there_and_back
from tests.formats.word.test_own_lines import TITLES, package

import opengov_local as ogl
from opengov_local.formats.word.word_format import read
from opengov_local.importing.options import ImportOptions
from opengov_local.model import Package

LANGUAGES = ("ar", "fr", "en")
FORMS = ("ogp-local-docx", "programme-docx")
TEXTS = {
    "fr": ("Pas d’accès, ni d’eau", "Ouvrir\nles bureaux le soir"),
    "en": ("No access, no water", "Open\nthe offices at night"),
    "ar": ("لا ولوج، ولا ماء", "فتح\nالمكاتب مساء"),
}


def answering(language: str) -> dict[str, Any]:
    """Makes a package in which a commitment answers two contributions, one of them of a working group."""
    first, second = ({language: text} for text in TEXTS[language])
    made = {"id": "test.x:c-1", "title": {language: TITLES[language]}, "inputs": ["test.x:p", "test.x:s"]}
    tree = package(language, {"commitments": [made]})
    title = {language: TITLES[language]}
    group = {"title": title, "contributions": [{"id": "test.x:s", "kind": "solution", "text": second}]}
    tree["workshops"] = [
        {
            "id": "test.x:w",
            "title": title,
            "kind": "co_creation",
            "plans": ["test.x:plan"],
            "working_groups": [{"id": "test.x:g", **group}],
            "contributions": [{"id": "test.x:p", "kind": "problem", "text": first}],
        }
    ]
    return tree


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_inputs_come_back(form: str, language: str) -> None:
    found = there_and_back(form, answering(language), language)
    first, second = map(one_line, TEXTS[language])
    assert found["plans"][0]["commitments"][0]["inputs"] == [f"@{first}", f"@{second}"]
    workshop = found["workshops"][0]
    assert workshop["contributions"] == [{"text": {language: first}, "kind": "problem"}]
    (group,) = workshop["working_groups"]
    assert group["contributions"] == [{"text": {language: second}, "kind": "solution"}]


@pytest.mark.parametrize("form", FORMS)
def test_what_another_file_carries_is_named_by_its_id(form: str) -> None:
    tree = answering("fr")
    tree["workshops"] = []
    tree["external_refs"] = [{"id": each, "kind": "contribution"} for each in ("test.x:p", "test.x:s")]
    package = Package.model_validate_json(json.dumps(tree))
    made = checked(read(ogl.dump(package, form, language="fr").data, "form.docx"))
    assert made.document is not None
    found = made.document.tree
    assert found["plans"][0]["commitments"][0]["inputs"] == ["test.x:p", "test.x:s"]
    assert found["external_refs"] == tree["external_refs"]


@pytest.mark.parametrize("form", FORMS)
def test_what_the_annex_does_not_hold_is_looked_up_in_the_base(form: str) -> None:
    tree = answering("fr")
    package = Package.model_validate_json(json.dumps(tree))
    paper = Document(io.BytesIO(ogl.dump(package, form, language="fr").data))
    (table,) = (each for each in paper.tables if each.cell(0, 0).text == "Contribution")
    holder = table._element.getparent()
    assert holder is not None
    holder.remove(table._element)
    data = to_bytes(paper)
    for base, inputs in ((tree, ["test.x:p", "test.x:s"]), (None, None)):
        made = checked(read(data, "form.docx", options=ImportOptions(base=base)))
        assert made.document is not None
        assert made.document.tree["plans"][0]["commitments"][0].get("inputs") == inputs
        assert ("import/contribution-not-here" in codes_of(made)) == (base is None)


@pytest.mark.parametrize("form", FORMS)
def test_words_that_were_brought_twice_are_kept_and_said(form: str) -> None:
    tree = answering("fr")
    again = {"id": "test.x:again", "kind": "proposal", "text": {"fr": TEXTS["fr"][0]}}
    tree["workshops"][0]["contributions"].append(again)
    tree["plans"][0]["commitments"][0]["inputs"] = ["test.x:p", "test.x:again"]
    package = Package.model_validate_json(json.dumps(tree))
    made = checked(read(ogl.dump(package, form, language="fr").data, "form.docx"))
    assert codes_of(made).count("import/contribution-not-here") == 2
    commitment = tree_of(made)["plans"][0]["commitments"][0]
    assert "inputs" not in commitment
    assert [each["text"] for each in commitment["x_unmapped"]] == [f"{TEXTS['fr'][0]} — {TITLES['fr']}"] * 2
