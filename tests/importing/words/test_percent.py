"""Percentages: read where they are certain, and never onto 0 or 100."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.importing.words import PercentScale, column_percent, read_percent
from opengov_local.importing.words.percent import CellNumber


@pytest.mark.parametrize(
    ("value", "whole"),
    [
        (40, 40),
        (40.0, 40),
        ("070", 70),
        ("40%", 40),
        ("40\u202f%", 40),
        ("٤٠٪", 40),
        ("٪٤٠", 40),
        ("40 per cent", 40),
        ("40 pour cent", 40),
        ("٤٠ في المائة", 40),
        ("100,0 %", 100),
        ("0 %", 0),
        (0.0, 0),
        ("1 %", 1),
    ],
)
def test_read(value: CellNumber, whole: int) -> None:
    reading = read_percent(value)
    assert (reading.value, reading.notes) == (whole, ())


@pytest.mark.parametrize(
    "value", ["", " ", None, "≈ 40 %", "40-50 %", "> 50", "40/100", "40 % réalisé", "%", "(40 %)", True, float("nan")]
)
def test_no_reading(value: CellNumber) -> None:
    reading = read_percent(value)
    assert (reading.value, reading.notes) == (None, ())


@pytest.mark.parametrize(
    ("value", "scale", "whole", "code"),
    [
        (0.4, None, None, "import/percent-fraction"),
        ("0,4", None, None, "import/percent-fraction"),
        (1, None, None, "import/percent-fraction"),
        (130, None, None, "import/percent-out-of-range"),
        ("-5 %", None, None, "import/percent-out-of-range"),
        (1.3, "fraction", None, "import/percent-out-of-range"),
        ("33.3", None, 33, "import/percent-rounded"),
        ("33,333 %", None, 33, "import/percent-rounded"),
        (0.285, "fraction", 29, "import/percent-rounded"),
        ("99.6 %", None, 99, "import/percent-rounded"),
        (0.4, "percent", 1, "import/percent-rounded"),
        (0.1 + 0.2, "fraction", 30, "import/float-damage"),
    ],
)
def test_noted(value: CellNumber, scale: PercentScale | None, whole: int | None, code: str) -> None:
    reading = read_percent(value, scale)
    assert (reading.value, [note.code for note in reading.notes]) == (whole, [code])


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ([0, 0.5, 1], "fraction"),
        ([0, 50, 1], "percent"),
        ([0, 1], None),
        ([0.5, 40], None),
        (["50 %", 0.5, None, "néant"], "fraction"),
        ([], None),
    ],
)
def test_column(values: list[CellNumber], scale: PercentScale | None) -> None:
    assert column_percent(values) == scale


@given(st.integers(0, 100))
def test_fractions_of_cells_come_back(whole: int) -> None:
    assert read_percent(whole / 100, "fraction").value == whole
    assert read_percent(f"{whole} %", "fraction").value == whole


@given(st.floats(0, 100))
def test_rounding_never_finishes_or_undoes(number: float) -> None:
    value = read_percent(number, "percent").value
    assert value is not None
    assert abs(value - number) <= 1
    assert (value in (0, 100)) <= (round(number, 9) in (0, 100))


def test_numbers_of_which_half_are_above_100_are_no_percentages() -> None:
    assert column_percent([500, 100, 0]) == "other"
    assert read_percent(100, "other").value is None
    assert read_percent("80 %", "other").value == 80
    assert column_percent([110, 60, 40]) == "percent"


def test_each_cell_counts_and_not_each_value() -> None:
    assert column_percent([80, 80, 80, 80, 110]) == "percent"
    assert column_percent([500, 500, 500, 80, 60]) == "other"
