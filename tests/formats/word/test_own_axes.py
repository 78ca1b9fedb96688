"""On which axes of its plan a commitment lies, in our own form."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from docx import Document
from tests.formats.word.papers import checked, tree_of
from tests.formats.word.test_own_form import MADE_UP

import opengov_local as ogl
from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("written", ["", "Axe ajouté à la main"])
def test_an_axis_that_the_plan_does_not_list_is_said(language: str, written: str) -> None:
    package = Package.model_validate_json(MADE_UP.read_bytes())
    paper = Document(io.BytesIO(write(package, language=language).data))
    label = labels()["commitment.axes"].texts[language]
    _, answer, *_ = (row.cells[1] for table in paper.tables for row in table.rows if row.cells[0].text == label)
    if written:
        answer.text = written
    data = io.BytesIO()
    paper.save(data)
    made = checked(read(data.getvalue(), "form.docx"))
    said = [each.params["value"] for each in made.findings if each.code == "import/assumed"]
    assert said.count(written) == bool(written)
    (plan,) = tree_of(made)["plans"]
    assert len(plan["axes"]) == len(package.plans[0].axes) + bool(written)
    assert plan["commitments"][0]["axes"] == [f"@{written or 'Transparence'}"]


TITLE, BODY = {"fr": "Axe commun"}, {"fr": "Association Avenir"}


def namesakes(form: str) -> Any:
    """Gives what a form of ours is read into where axes, bodies and a commitment are called the same."""
    axes: list[dict[str, Any]] = [
        {"id": "test.x:a-1", "number": "1", "title": TITLE},
        {"id": "test.x:a-2", "number": "2", "title": TITLE},
        {"id": "test.x:a-3", "title": TITLE, "parent": "test.x:a-2"},
    ]
    commitments = [
        {"id": f"test.x:c-{at}", "number": str(at), "title": {"fr": f"Portail {at}"}, "axes": [f"test.x:a-{at}"]}
        | {"leads": [{"organization": f"test.x:o-{at}"}]}
        for at in (1, 2)
    ]
    commitments.append({"id": "test.x:c-3", "title": {"fr": "Formation"}, "axes": ["test.x:a-3"]})
    activity = {"id": "test.x:m", "title": {"fr": "Publier"}, "axes": ["test.x:a-2"]}
    plan = {"id": "test.x:p", "title": {"fr": "Plan"}, "framework": "ogp_local", "axes": axes}
    group = {"id": "test.x:g", "title": {"fr": "Groupe"}, "axis": "test.x:a-2"}
    workshop = {"id": "test.x:w", "title": {"fr": "Atelier"}, "kind": "co_creation", "plans": ["test.x:p"]}
    tree = {
        "schema_version": "0.1",
        "id": "test.x:package",
        "organizations": [
            {"id": "test.x:o-1", "name": BODY, "sector": "civil_society"},
            {"id": "test.x:o-2", "name": BODY, "sector": "private"},
        ],
        "plans": [plan | {"commitments": commitments, "activities": [activity]}],
        "workshops": [workshop | {"working_groups": [group]}],
    }
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language="fr").data
    return checked(read(data, "form.docx"))


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_axes_of_one_title_are_told_apart_by_their_numbers(form: str) -> None:
    made = namesakes(form)
    assert not [each.code for each in ogl.validate(made).findings if each.severity == "error"]
    plan = made.document.tree["plans"][0]
    first, second, third = (axis["id"] for axis in plan["axes"])
    assert [axis.get("number") for axis in plan["axes"]] == ["1", "2", None]
    assert plan["axes"][2]["parent"] == second
    assert [each.get("axes", []) for each in plan["commitments"]][:2] == [[first], [second]]
    assert plan["commitments"][2].get("axes", [third]) == [third]  # else it is unread, which is said
    said = [each.params["field"] for each in made.findings if each.code == "import/name-unknown"]
    assert said.count("axes") == ("axes" not in plan["commitments"][2])
    assert plan["activities"][0]["axes"] == [second]
    if form == "ogp-local-docx":
        assert made.document.tree["workshops"][0]["working_groups"][0]["axis"] == second


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_bodies_of_one_name_stay_names_which_is_said(form: str) -> None:
    made = namesakes(form)
    leads = [each["leads"] for each in made.document.tree["plans"][0]["commitments"][:2]]
    assert leads == [[{"name": BODY}], [{"name": BODY}]]
    said = [each.params for each in made.findings if each.code == "import/name-unknown"]
    assert {"field": "organization", "text": BODY["fr"]} in said


def test_a_report_of_workshops_names_axes_of_one_title_by_their_numbers() -> None:
    tree = namesakes("workshop-docx").document.tree
    (axis,) = tree["plans"][0]["axes"]
    assert (axis["number"], axis["title"]) == ("2", TITLE)
    assert tree["workshops"][0]["working_groups"][0]["axis"] == axis["id"]
