"""Rows in italics below the headings of an XLSX file: help, where the rows below are upright."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from opengov_local.document import Import
from opengov_local.formats.books.xlsx_format import read

_HEAD = ["Engagement", "Responsable", "Échéance"]
_HELP = ["Nom court du projet", "Service qui le porte", "Date de fin prévue"]
_DATA = [["Portail", "DSI", "mars 2026"], ["Forum", "Cabinet", "mai 2026"]]


def _read(rows: list[list[Any]], italic: set[int]) -> Import:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number, values in enumerate(rows, 1):
        sheet.append(values)
        for cell in sheet[number]:
            cell.font = Font(italic=number in italic)
    stream = io.BytesIO()
    book.save(stream)
    return read(stream.getvalue(), "plan.xlsx")


def _titles(made: Import) -> list[str]:
    assert made.document is not None
    return [one["title"]["fr"] for one in made.document.tree["plans"][0]["commitments"]]


@pytest.mark.parametrize(
    ("italic", "helps"),
    [({2}, True), ({1, 2}, True), (set(), False), ({2, 3, 4}, False), ({3}, False)],
)
def test_a_row_in_italics_is_help(italic: set[int], helps: bool) -> None:
    made = _read([_HEAD, _HELP, *_DATA], italic)
    assert _titles(made) == (["Portail", "Forum"] if helps else ["Nom court du projet", "Portail", "Forum"])
    said = [finding for finding in made.findings if finding.code == "import/row-as-help"]
    assert [finding.location.cell for finding in said] == (["A2"] if helps else [])


def test_what_holds_numbers_is_no_help() -> None:
    made = _read([["Engagement", "Responsable", "Budget (DH)"], ["Portail", "DSI", 100], ["Forum", "DAF", 200]], {2})
    assert _titles(made) == ["Portail", "Forum"]


@pytest.mark.parametrize("hints", [["(intitulé)", "(service)", "(date)"], ["(en clair)", "[au choix]", "(si connue)"]])
@pytest.mark.parametrize("italic", [{2}, set()])
def test_help_in_words_is_not_said(hints: list[str], italic: set[int]) -> None:
    made = _read([_HEAD, hints, *_DATA], italic)
    assert _titles(made) == ["Portail", "Forum"]
    assert "import/row-as-help" not in [finding.code for finding in made.findings]
