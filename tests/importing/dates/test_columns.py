"""What a column proves: the order of digits, and what its numbers and short forms mean."""

from __future__ import annotations

import pytest

from opengov_local.importing.dates import DateContext, DateReading, column_context, read_date


@pytest.mark.parametrize(
    ("column", "order", "proven"),
    [
        (["5/11/2024", "25/11/2024"], "dmy", True),
        (["5/11/2024", "11/25/2024", None], "mdy", True),
        (["5/11/2024", "11/25/24 10:30"], "mdy", True),
        (["25/11/2024", "11/25/2024"], None, False),
        (["5/11/2024", "à définir", ""], "dmy", False),
        (["30.6.2024 au 1.7.2024"], "dmy", True),
        (["2024-05-25", "1.2.25.2024"], "dmy", False),
        ([], "dmy", False),
    ],
)
def test_order(column: list[object], order: str | None, proven: bool) -> None:
    context = column_context(column)
    assert (context.order, context.proven) == (order, proven)


def test_the_column_decides_what_one_cell_leaves_open() -> None:
    column = ["3/12/2024", "3/31/2024"]
    readings = [read_date(cell, column_context(column)) for cell in column]
    assert [reading and reading.start for reading in readings] == ["2024-03-12", "2024-03-31"]


def test_years_and_counts_of_days_live_in_one_column() -> None:
    context = column_context([2024, 45013, "2 chemins/an", True])
    assert context == DateContext()
    assert read_date(2024, context) == DateReading("2024")


@pytest.mark.parametrize("number", [12, 350_000, -3.5, float("nan")])
def test_other_numbers_show_that_numbers_are_no_dates(number: float) -> None:
    assert not column_context([45013, number]).serials


def test_short_spans_of_years() -> None:
    assert column_context(["2011-12", "2013-14"]).year_spans
    assert not column_context(["2011-12", "2013-10"]).year_spans


def test_weeks() -> None:
    assert column_context(["S2 2025", "S36 2025"]).weeks
    assert not column_context(["S2 2025", "S1 2025"]).weeks
    assert column_context(["2e sem. 2025", "36e sem. 2025"]).weeks


def test_what_is_known_of_the_sheet_stays() -> None:
    assert column_context(["25/11/2024"], DateContext(epoch=1904)).epoch == 1904


@pytest.mark.parametrize("sep", ["/", "-"])
def test_months_of_years_of_two_digits_where_a_column_has_nothing_else(sep: str) -> None:
    column = [f"01{sep}26", f"12{sep}27", None]
    readings = [read_date(cell, column_context(column)) for cell in column[:2]]
    assert [reading and reading.start for reading in readings] == ["2026-01", "2027-12"]
    assert all(reading and "import/date-two-digit-year" in reading.notes for reading in readings)


@pytest.mark.parametrize(
    "column",
    [
        ["01/26"],
        ["01/26", "13/26"],
        ["01/26", "12/03"],
        ["01/26", "à définir"],
        ["1/2", "1/4"],
        ["01/26", "01/03/2026"],
    ],
)
def test_other_pairs_of_numbers_are_no_months(column: list[object]) -> None:
    assert read_date("01/26", column_context(column)) is None
