"""Sums in words: a number that all of the words say is read exactly, everything else stays text."""

from __future__ import annotations

import pytest

from opengov_local.importing.words import read_amount


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("un million et demi de dirhams", "1500000", "MAD"),
        ("500 000 DH (cinq cent mille dirhams)", "500000", "MAD"),
        ("Cinq cent mille dirhams (500 000 DH)", "500000", "MAD"),
        ("cinq cent mille (500 000) DH", "500000", "MAD"),
        ("خمسمائة ألف درهم (500.000 درهم)", "500000", "MAD"),
        ("1 million et demi DH", "1500000", "MAD"),
        ("deux millions et demi DH", "2500000", "MAD"),
        ("un demi-million d'euros", "500000", "EUR"),
        ("cent mille dirhams", "100000", "MAD"),
        ("deux cent cinquante mille DH", "250000", "MAD"),
        ("quatre-vingt-dix mille DH", "90000", "MAD"),
        ("soixante-quinze mille euros", "75000", "EUR"),
        ("un million deux cent mille DH", "1200000", "MAD"),
        ("3 millions cinq cent mille DH", "3500000", "MAD"),
        ("one and a half million euros", "1500000", "EUR"),
        ("one hundred fifty thousand euros", "150000", "EUR"),
        ("millón y medio de soles", "1500000", "PEN"),
        ("مليون ونصف درهم", "1500000", "MAD"),
        ("مليونان ونصف المليون درهم", "2500000", "MAD"),
        ("2 مليون ونصف درهم", "2500000", "MAD"),
        ("نصف مليون درهم", "500000", "MAD"),
        ("ربع مليون درهم", "250000", "MAD"),
        ("مائة ألف درهم", "100000", "MAD"),
        ("مائتا ألف درهم", "200000", "MAD"),
        ("خمسة وعشرون ألف درهم", "25000", "MAD"),
        ("أحد عشر ألف درهم", "11000", "MAD"),
        ("مليون ومائتا ألف درهم", "1200000", "MAD"),
        ("ألف وخمسمائة درهم", "1500", "MAD"),
    ],
)
def test_a_number_in_words_is_read(text: str, value: str, currency: str) -> None:
    reading = read_amount(text)
    assert (reading.value, reading.currency) == (value, currency)


@pytest.mark.parametrize(
    "text",
    ["deux ou trois millions DH", "cinq mille à dix mille DH", "environ un million et demi DH", "mille et une nuits",
     "deux trente mille DH", "mille deux mille DH", "trois demi millions DH", "Millions", "mille", "à définir", "demi",
     "un million de dirhams et demi", "500 000 DH (six cent mille dirhams)", "500 000 € (cinq cent mille dirhams)",
     "مليون إلى مليونين درهم"],
)  # fmt: skip
def test_other_words_are_no_sum(text: str) -> None:
    assert read_amount(text, "MAD").value is None
