"""Word files hold nothing of another document: no picture of it, no counts of its pages, no unused styles."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

import opengov_local as ogl
from opengov_local.formats.paper import docx_frame
from opengov_local.resources import data_folder


def test_a_form_has_its_own_parts_alone() -> None:
    package = ogl.load(data_folder("examples") / "synthetic" / "full-plan.json")
    with zipfile.ZipFile(io.BytesIO(ogl.dump(package, "programme-docx", language="fr").data)) as file:
        names, styles = file.namelist(), file.read("word/styles.xml").decode()
    assert not [name for name in names if re.search(r"thumbnail|app\.xml|customXml|WithEffects", name)]
    assert len(re.findall(r'<w:style [^>]*w:type="table"', styles)) == 1


def test_the_styles_of_a_language_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    package = ogl.load(data_folder("examples") / "synthetic" / "full-plan.json")
    first = ogl.dump(package, "workshop-docx", language="fr").data
    made: list[object] = []
    monkeypatch.setattr(docx_frame, "set_style", lambda style, *_, **__: made.append(style))
    assert ogl.dump(package, "workshop-docx", language="fr").data == first
    assert not made
