"""Numbers of indicators, with their units, and yes and no."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.importing.words import read_boolean, read_number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("80 %", "80", "%"),
        ("12 réunions", "12", "réunions"),
        ("1 200 agents", "1200", "agents"),
        ("1.234,5", "1234.5", None),
        ("12,50", "12.50", None),
        ("-4", "-4", None),
        ("٣ ورشات", "3", "ورشات"),
        ("5 km²", "5", "km²"),
        ("100m2", "100", "m2"),
        ("5 000 DH/an", "5000", "DH/an"),
        ("2025", "2025", None),
        ("0,125", "0.125", None),
    ],
)
def test_text(text: str, value: str, unit: str | None) -> None:
    reading = read_number(text)
    assert (reading.value, reading.unit, reading.notes) == (value, unit, ())


@pytest.mark.parametrize(
    "text",
    [
        "2ème",
        "3e",
        "1er",
        "10h30",
        "12/20",
        "3 sur 10",
        "> 5",
        "x 5",
        "+5",
        "- 4",
        "50%-60%",
        "12 ateliers (2025)",
        "1.2.3",
        "",
        "néant",
        "12 34",
        "1,234,56",
        "0 661 234 567",
        "0661 23 45 67",
        "0.125.000",
        "0 125,5",
    ],
)
def test_no_single_number(text: str) -> None:
    reading = read_number(text)
    assert (reading.value, reading.unit, reading.notes) == (None, None, ())


def test_sentence_is_no_unit() -> None:
    assert read_number("12 réunions ont été tenues avec les associations").value is None


@pytest.mark.parametrize(
    ("value", "read", "code"),
    [
        ("1,234", None, "import/number-ambiguous"),
        ("1.234 agents", None, "import/number-ambiguous"),
        ("4.0999999999999996", "4.1", "import/float-damage"),
        (0.1 + 0.2, "0.3", "import/float-damage"),
        (100 / 3, "33.333333", "import/number-rounded"),
        ("1" * 16, None, "import/number-too-large"),
        (1e300, None, "import/number-too-large"),
    ],
)
def test_noted(value: str | float, read: str | None, code: str) -> None:
    reading = read_number(value)
    assert (reading.value, [note.code for note in reading.notes]) == (read, [code])


def test_long_exact_number_is_not_taken_for_damaged() -> None:
    assert read_number("99999999999999.99").value == "99999999999999.99"


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["fr", "ar_EG", "ar_MA", "en", "es", "de_CH"]))
def test_numbers_of_every_country_come_back(number: Decimal, locale: str) -> None:
    reading = read_number(format_decimal(number, format="#,##0.00", locale=locale))
    assert reading.value is not None
    assert Decimal(reading.value) == number


@given(st.integers(-(10**14), 10**14) | st.floats(-(10**9), 10**9).map(lambda number: round(number, 4)))
def test_numbers_of_cells_come_back(number: float) -> None:
    value = read_number(number).value
    assert value is not None
    assert float(value) == number


@pytest.mark.parametrize("text", ["VRAI", "true", "Oui", "yes", "Sí", "نعم", "X", "☒", "☑", "✓", "✔️", "1", " oui "])
def test_yes(text: str) -> None:
    assert read_boolean(text) is True


@pytest.mark.parametrize("text", ["FAUX", "False", "Non", "no", "لا", "☐", "0"])
def test_no(text: str) -> None:
    assert read_boolean(text) is False


@pytest.mark.parametrize("text", ["", "-", "oui, en partie", "2", "?", "☒☐", "✗"])
def test_neither(text: str) -> None:
    assert read_boolean(text) is None


def test_booleans_of_cells() -> None:
    assert [read_boolean(value) for value in (True, False, 1, 0.0, 0.5, 2)] == [True, False, True, False, None, None]


@pytest.mark.parametrize(
    ("text", "value"), [("1200DA", "1200"), ("3da", "3"), ("1er", None), ("2da", None), ("100e", None), ("21st", None)]
)
def test_an_ending_of_one_number_makes_no_ordinals_of_others(text: str, value: str | None) -> None:
    assert read_number(text).value == value
