"""Every form that the library writes as a Word file is read by `convert` again, into a package that is valid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.formats.word.papers import same

import opengov_local as ogl
from opengov_local.formats import FORMATS
from opengov_local.resources import data_folder

FORMS = [row.name for row in FORMATS if row.name.startswith("ogp-") and row.name.endswith("-docx")]
EXAMPLES = data_folder("examples")
SOURCES = ("agadir-ogp-2025.json", "four-regions-ogp-2025.json", "synthetic/full-plan.json")


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("form", FORMS)
def test_there_and_back(form: str, source: str, tmp_path: Path) -> None:
    for language in ("ar", "fr"):
        word, back = tmp_path / f"{language}.docx", tmp_path / f"{language}.json"
        assert ogl.convert(EXAMPLES / source, word, to_format=form, language=language).written
        done = ogl.convert(word, back)
        assert done.written
        assert not [each for each in done.report.findings if each.severity == "error"]
        there, again = ({"plans": trees(path)} for path in (EXAMPLES / source, back))
        for before, after in zip(there["plans"], again["plans"], strict=True):
            assert same(before["title"], after["title"])
            assert all(
                same(one["title"], other["title"])
                for one, other in zip(before["commitments"], after["commitments"], strict=True)
            )


def trees(path: Path) -> list[Any]:
    """Gives the plans with commitments that a file holds."""
    plans = json.loads(path.read_text(encoding="utf-8"))["plans"]
    return [plan for plan in plans if plan.get("commitments")]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_package_gives_the_same_bytes(form: str) -> None:
    package = ogl.load(EXAMPLES / "synthetic/full-plan.json")
    assert ogl.dump(package, form, language="ar").data == ogl.dump(package, form, language="ar").data
