"""The empty workbook: what it offers, what it locks, and that nothing in it is taken for data."""

from __future__ import annotations

import io

import openpyxl
import pytest
from tests.formats.workbook.workbooks import PLAN, cell_of, codes_at, filled, imported, sheet_of, tree_of

from opengov_local.errors import OptionError
from opengov_local.formats.workbook.tables import sheets
from opengov_local.formats.workbook.wording import LANGUAGES
from opengov_local.formats.workbook.xlsx_format import template


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_empty_template_is_data(language: str) -> None:
    done = imported(template(language))
    assert done.account is not None
    assert done.account.counts["unmapped"] == done.account.counts["mapped"] == 0
    assert set(tree_of(done)) == {"schema_version", "id", "id_prefix"}
    assert done.findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_locked_and_entries_are_not(language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(language)))
    for kind in sheets():
        if kind.shown:
            sheet = sheet_of(book, kind.key)
            assert sheet.protection.sheet
            assert bool(sheet.sheet_view.rightToLeft) == (language == "ar")
            assert sheet.freeze_panes
            assert sheet.row_dimensions[1].hidden
            assert sheet.column_dimensions["A"].hidden
            assert sheet["C2"].protection.locked
            assert sheet["C3"].protection.locked
            entry = sheet["E3"] if kind.form else sheet.column_dimensions["C"]
            assert not entry.protection.locked
            assert entry.number_format == "@"


def test_drop_downs_never_forbid() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template("ar")))
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert len(rules) > 20
    assert all(rule.type == "list" for rule in rules)
    assert all(rule.errorStyle == "warning" or not rule.showErrorMessage for rule in rules)


def test_names_of_sheets_can_be_told_apart() -> None:
    for language in LANGUAGES:
        names = [kind.titles[language] for kind in sheets()]
        assert len({name.casefold() for name in names}) == len(names)
        assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_there_are_no_formulas_and_no_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template("fr")))
    assert {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value} == {
        "s"
    }


def test_the_same_template_gives_the_same_bytes() -> None:
    assert template("ar") == template("ar")


def test_texts_have_a_column_for_each_language() -> None:
    sheet = sheet_of(openpyxl.load_workbook(io.BytesIO(template("fr", ("fr", "zgh")))), "axes")
    keys = [cell.value for cell in sheet[1]]
    assert keys.index("title@zgh") == keys.index("title@fr") + 1
    assert "title@ar" not in keys


@pytest.mark.parametrize(("language", "texts"), [("de", None), ("fr", ["f r"])])
def test_other_languages_are_refused(language: str, texts: list[str] | None) -> None:
    with pytest.raises(OptionError):
        template(language, texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_that_was_written_over_is_read_and_said(language: str) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "axes")
        sheet.cell(4, cell_of(sheet, "title@fr")[1]).value = "Axe de la commune"

    done = imported(filled(PLAN, language, change=change, texts=("fr", "ar")))
    (axis,) = tree_of(done)["plans"][0]["axes"]
    assert axis["title"]["fr"] == "Axe de la commune"
    assert "import/example-edited" in {code for code, _ in codes_at(done.findings)}
