"""On which axes of its plan a commitment lies, in our own form."""

from __future__ import annotations

import io

import pytest
from docx import Document
from tests.formats.word.papers import checked, tree_of
from tests.formats.word.test_own_form import MADE_UP

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
