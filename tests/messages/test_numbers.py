"""Numbers and dates inside messages, as the language writes them; babel's are the measure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import messages
from opengov_local.finding import Finding
from opengov_local.messages.numbers import read_measured, write_decimal, write_measured, write_number

LOCALES = {"en": "en", "fr": "fr", "ar": "ar_MA"}


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("n", [0, 7, 999, 1000, 12345, 1234567])
def test_numbers_are_those_of_babel(n: int, language: str) -> None:
    assert write_number(n, language) == format_decimal(n, locale=LOCALES[language])


def test_counted_words_have_their_groups() -> None:
    assert messages.plural("error", 12345, "fr") == "12\u202f345 erreurs"
    assert messages.plural("error", 12345, "ar").startswith("12.345 ")


def test_dates_of_a_message_are_in_words_and_wrong_ones_are_quoted() -> None:
    order = Finding("integrity/end-before-start", params={"start": "2024-10-15", "end": "2024-Q3"})
    assert "15 octobre 2024" in messages.render(order, "fr")
    assert "الفصل الثالث من سنة 2024" in messages.render(order, "ar")
    wrong = Finding("structure/bad-format", params={"found": "2025-07", "format": "date"})
    assert "2025-07" in messages.render(wrong, "fr")
    odd = Finding("integrity/end-before-start", params={"start": "2024", "end": "soon"})
    assert "soon" in messages.render(odd, "en")


@pytest.mark.parametrize("language", LOCALES)
@given(n=st.integers(-(10**14), 10**14), cents=st.integers(0, 99))
def test_decimals_are_written_as_the_locale_writes_them(language: str, n: int, cents: int) -> None:
    value = f"{n}.{cents:02}"
    written = format_decimal(Decimal(value), format="#,##0.00", locale=LOCALES[language])
    assert write_decimal(value, language) == written.replace("\u200e", "").replace("-", "\u2212")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("35.5", "35,5"),
        ("-0.5", "\u22120,5"),
        ("1234", "1234"),
        ("35.125", "35,1250"),
        ("35.1250", "35,12500"),
        ("0.125", "0,125"),
        ("1234.125", "1234,125"),
        ("", ""),
    ],
)
def test_measured_values_have_the_decimal_sign_and_never_look_like_thousands(value: str, written: str) -> None:
    assert write_measured(value, "fr") == write_measured(value, "ar") == written


@pytest.mark.parametrize("text", ["1,200", "35.125", "1 200", "12 %", "", "1,2,3", "٣٥", "1" * 16, "0.1234567"])
def test_other_words_are_no_measured_value(text: str) -> None:
    assert read_measured(text) is None


@pytest.mark.parametrize("language", LOCALES)
@given(value=st.from_regex("-?[0-9]{1,15}(?:[.][0-9]{1,6})?", fullmatch=True))
def test_measured_values_are_read_back_exactly(language: str, value: str) -> None:
    assert read_measured(write_measured(value, language)) == value
