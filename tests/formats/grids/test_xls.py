"""XLS: cells, errors and percentages; what cannot be read is refused before the engine tries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.grids.records import error, number, ole, record, xls

from opengov_local.finding import Finding
from opengov_local.formats.grids import Book, read_book


def code(data: bytes) -> str:
    found = read_book(data, "plan.xls", "xls")
    assert isinstance(found, Finding)
    return found.code


def test_values_percentages_errors() -> None:
    found = read_book(xls(number(0, 0, 5) + number(1, 1, 0.4, 1) + error(2, 0, 42)), None, "xls")
    assert isinstance(found, Book)
    grid = found.sheets[0]
    assert list(grid.cells()) == [(0, 0, 5), (1, 1, 0.4), (2, 0, "#N/A")]
    assert grid.name == "Plan"
    assert grid.percents == {(1, 1)}
    assert grid.errors == ((2, 0, "#N/A"),)
    assert [finding.code for finding in found.findings] == ["import/error-cell"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "source/empty-file"),
        (b"<html><table></table></html>", "source/wrong-kind"),
        (b"a;b\n1;2\n", "source/wrong-kind"),
        (ole("WordDocument", b"x"), "source/wrong-kind"),
        (ole("EncryptedPackage", b"x"), "source/encrypted"),
        (xls(number(0, 0, 1), before=record(0x002F, b"\1\0" * 3)), "source/encrypted"),
        (xls(number(0, 0, 1) + number(65535, 65535, 1)), "source/too-many-cells"),
        (xls(number(0, 0, 1))[:1600], "source/corrupt"),
        (ole("Workbook", b"")[:512] + b"\0" * 2000 + "Workbook\0".encode("utf-16-le"), "source/wrong-kind"),
    ],
)
def test_refusals(data: bytes, expected: str) -> None:
    assert code(data) == expected


@given(st.binary(max_size=60), st.integers(0, 5000))
def test_damaged_file_never_raises(noise: bytes, place: int) -> None:
    data = xls(number(0, 0, 5) + error(2, 0, 42))
    found = read_book(data[:place] + noise + data[place + len(noise) :], None, "xls")
    assert isinstance(found, Book) or found.code.startswith("source/")
