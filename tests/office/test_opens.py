"""Word and Excel files that are written follow Office's own rules: it opens them without an offer to repair.

The judge is the validator of Microsoft's Open XML SDK: schemas of all parts, relationships, and what they demand of
each other.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from tests.formats.test_hostile_strings import hostile_package
from xlsxwriter import Workbook

from opengov_local import annotate, convert, dump, formats
from opengov_local.formats.workbook.xlsx_format import template
from opengov_local.model import Package

_EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "synthetic"
_FULL: Final = Package.model_validate_json((_EXAMPLES / "full-plan.json").read_bytes())
_FORMS: Final = tuple(each.name for each in formats.FORMATS if each.writes and each.name.endswith("-docx"))
_BOOKS: Final = tuple(each.name for each in formats.FORMATS if each.writes and each.name.endswith("xlsx"))
_LANGUAGES: Final = ("ar", "fr", "en")

Judge = Callable[[Path], list[Any]]


@pytest.fixture
def judge(require_tool: Callable[[str], str]) -> Judge:
    """Gives a function from a file to what Office would find wrong with it."""
    program = require_tool("ooxml")

    def run(path: Path) -> list[Any]:
        environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        done = subprocess.run([program, path], capture_output=True, check=False, timeout=120, env=environment)
        verdict = json.loads(done.stdout)
        assert verdict["ok"] == (not verdict["errors"])
        return list(verdict["errors"])

    return run


def _written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"file.{'docx' if name.endswith('docx') else 'xlsx'}"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("form", "language"),
    [(form, each) for number, form in enumerate(_FORMS) for each in ("ar", ("fr", "en")[number % 2])],
)
def test_word_forms(form: str, language: str, judge: Judge, tmp_path: Path) -> None:
    assert judge(_written(tmp_path, form, dump(_FULL, form, language=language).data)) == []


@pytest.mark.parametrize("book", _BOOKS)
def test_workbooks(book: str, judge: Judge, tmp_path: Path) -> None:
    assert judge(_written(tmp_path, book, dump(_FULL, book).data)) == []


@pytest.mark.parametrize("name", [*_FORMS, *_BOOKS])
def test_whatever_the_texts_hold(name: str, judge: Judge, tmp_path: Path) -> None:
    assert judge(_written(tmp_path, name, dump(hostile_package(3), name).data)) == []


@pytest.mark.parametrize("language", _LANGUAGES)
def test_templates(language: str, judge: Judge, tmp_path: Path) -> None:
    assert judge(_written(tmp_path, "xlsx", template(language))) == []


@pytest.mark.parametrize("form", ["programme-docx", "ogp-local-docx"])
def test_drafts(form: str, judge: Judge, tmp_path: Path) -> None:
    target = tmp_path / "draft.docx"
    assert convert(_EXAMPLES / "faulty-plan.json", target, to_format=form, language="ar", draft=True).written
    assert judge(target) == []


def test_comments_on_the_cells_of_a_workbook(judge: Judge, tmp_path: Path) -> None:
    source, target = tmp_path / "book.xlsx", tmp_path / "noted.xlsx"
    with Workbook(source) as book:
        sheet = book.add_worksheet("برنامج العمل")
        sheet.write_row(0, 0, ["Engagement", "Date de fin"])
        sheet.write_row(1, 0, ["Portail [données fictives]", "31/02/2026"])
    assert annotate(source, target, language="ar").report.findings
    assert judge(target) == []


def test_the_judge_sees_a_fault(judge: Judge, tmp_path: Path) -> None:
    sound, target = io.BytesIO(dump(_FULL, _FORMS[0], language="ar").data), tmp_path / "faulty.docx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<w:pPr>", b"<w:pPr><w:tblPr/>", 1) if name.endswith("t.xml") else data)
    assert [fault["errorType"] for fault in judge(target)] == ["Schema"]
