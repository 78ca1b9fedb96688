"""Who took part in all workshops of a plan, said again in our own form."""

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


@pytest.mark.parametrize("form", ["ogp-local-docx", "workshop-docx"])
@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_the_kind_of_who_took_part_is_no_sector(form: str, language: str) -> None:
    name = {language: "Club / نادي"}
    groups: list[dict[str, Any]] = [
        {"party": {"name": name, "group": "government"}, "count": 3},
        {"party": {"name": name, "group": "others", "role": name}},
        {"party": {"name": name, "group": "csos"}, "sector": "government", "count": 4},
        {"party": {"group": "government"}, "count": 5},
        {"sector": "government", "count": 6},
    ]
    workshop = {"id": "test.x:w", "title": name, "kind": "co_creation", "plans": ["test.x:p"], "participants": groups}
    plan = {"id": "test.x:p", "title": {language: "Plan 2025-2026"}, "framework": "ogp_local"}
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [plan], "workshops": [workshop]}
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language).data
    back = tree_of(checked(read(data, "form.docx")))
    assert back["workshops"][0]["participants"] == groups
    assert not [each for each in back["plans"] if "x_unmapped" in each]
