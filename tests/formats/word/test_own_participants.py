"""Who took part in all workshops of a plan, said again in our own form."""

from __future__ import annotations

import io
import json

import pytest
from docx import Document
from tests.formats.word.papers import checked, tree_of
from tests.formats.word.test_own_form import MADE_UP

from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("added", ["", "Association imaginée ailleurs"])
def test_what_workshops_say_is_said_again_and_what_none_says_is_kept(language: str, added: str) -> None:
    package = Package.model_validate_json(json.dumps(json.loads(MADE_UP.read_text(encoding="utf-8"))))
    paper = Document(io.BytesIO(write(package, language=language, with_contacts=True).data))
    label = labels()["plan.participants"].texts[language]
    (answer,) = (row.cells[1] for table in paper.tables for row in table.rows if row.cells[0].text == label)
    if added:
        answer.add_paragraph(added)
    data = io.BytesIO()
    paper.save(data)
    (plan,) = tree_of(checked(read(data.getvalue(), "form.docx")))["plans"]
    kept = [(each["label"], each["text"].split("\n")[-1]) for each in plan.get("x_unmapped", [])]
    assert kept == ([(label, added)] if added else [])
