"""XLS: cells, errors and percentages; what cannot be read is refused before the engine tries."""

from __future__ import annotations

import struct

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


def test_hidden_rows_and_columns_are_told() -> None:
    rows = [
        record(0x0208, struct.pack("<HHHHHHHH", row, 0, 2, 255, 0, 0, flags, 0)) for row, flags in ((0, 0), (1, 32))
    ]
    columns = record(0x007D, struct.pack("<HHHHHH", 1, 2, 0, 0, 1, 0)) + record(
        0x007D, struct.pack("<6H", 3, 3, 0, 0, 0, 0)
    )
    cells = b"".join(number(row, column, 5) for row in range(2) for column in range(4))
    found = read_book(xls(columns + rows[0] + rows[1] + cells), "plan.xls", "xls")
    assert isinstance(found, Book)
    unseen = found.sheets[0].unseen
    assert (unseen.rows, unseen.columns) == ((1,), (1, 2))
