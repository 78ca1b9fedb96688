"""Sums of money: what is certain is read exactly, everything else stays text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.importing.words import fold, read_amount
from opengov_local.importing.words.tables import rows


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1 500 000,00 DH", "1500000.00", "MAD"),
        ("1.500.000 dhs", "1500000", "MAD"),
        ("MAD 2,500,000.50", "2500000.50", "MAD"),
        ("25\u202f000 €", "25000", "EUR"),
        ("3 MDH", "3000000", "MAD"),
        ("2,5 millions de dirhams", "2500000", "MAD"),
        ("150 KDH", "150000", "MAD"),
        ("800 milliers de dirhams (KDH)", "800000", "MAD"),
        ("800 KDH (milliers de DH)", "800000", "MAD"),
        ("800 milliers KDH", "800000", "MAD"),
        ("KES 300 000/=", "300000", "KES"),
        ("KSh. 1,200,000 /-", "1200000", "KES"),
        ("800 milliers d'euros (k€)", "800000", "EUR"),
        ("2 thousand millions of dirhams", "2000000000", "MAD"),
        ("1,2 Md€", "1200000000", "EUR"),
        ("1'500.00 CHF", "1500.00", "CHF"),
        ("250000 درهم", "250000", "MAD"),
        ("٢٥٠٬٠٠٠٫٥ درهم", "250000.5", "MAD"),
        ("مليون درهم", "1000000", "MAD"),
        ("مليوني درهم", "2000000", "MAD"),
        ("ثلاثة ملايين درهم", "3000000", "MAD"),
        ("15 ألف درهم", "15000", "MAD"),
        ("un million de dirhams", "1000000", "MAD"),
        ("0 DH", "0", "MAD"),
        ("-500 DH", "-500", "MAD"),
        ("500", "500", None),
        ("$ 500", "500", None),
        ("500 dinars", "500", None),
        ("12 millones de pesos chilenos", "12000000", "CLP"),
        ("500 pesos colombianos", "500", "COP"),
        ("500 Mexican pesos", "500", "MXN"),
        ("500 francs suisses", "500", "CHF"),
        ("500 dollars canadiens", "500", "CAD"),
        ("500 Kenyan shillings", "500", "KES"),
        ("500 دينارا تونسيا", "500", "TND"),
        ("500 pesos", "500", None),
        ("500 shillings", "500", None),
        ("500 chilenos", None, None),
        ("500 dirhams tunisiens", None, None),
        ("S/ 5 000", "5000", "PEN"),
        ("S/. 5,000.00", "5000.00", "PEN"),
        ("5000 soles (S/)", "5000", "PEN"),
        ("US$ 5000", "5000", "USD"),
        ("5 000 $US", "5000", "USD"),
        ("Bs 5000", "5000", None),
        ("UYU 45000", "45000", "UYU"),
        ("₱ 800k", "800000", "PHP"),
        ("KSh 450 000", "450000", "KES"),
        ("₦5,000,000", "5000000", "NGN"),
    ],
)
def test_text(text: str, value: str, currency: str | None) -> None:
    reading = read_amount(text)
    assert (reading.value, reading.currency, reading.notes) == (value, currency, ())


@pytest.mark.parametrize(
    "text",
    [
        "Entre 200 et 500",
        "S/N",
        "S/N 500",
        "500 S/mois",
        "À définir",
        "",
        "Néant",
        "-",
        "> 500 DH",
        "≈ 500 DH",
        "environ 500 DH",
        "500 DH/an",
        "- 500 DH",
        "800 milliers de dirhams (MDH)",
        "800 MDH (milliers)",
        "(500)",
        "50 %",
        "500 m",
        "12/05/2024",
        "12.05.2024",
        "05.2024",
        "500 000 DH (plus INDH : 200 000 DH)",
        "500 000 DH (dont INDH : 200 000 DH, plus région : 100 000 DH)",
        "500 000 DH (INDH : 300 000 DH ; région : 300 000 DH)",
        "500 000 DH (2025)",
        "INDH : 200 000 DH (sur 500 000 DH)",
        "500 000 DH (200 000 DH)",
        "2 millions 500 mille",
        "1e6",
        "500 DH EUR",
        "12 34",
        "2024 2025",
        "3 MMDH",
        "مليونا درهم",
        "millions de dirhams",
        "DH",
        "5 lots",
        "1 billion de dirhams",
    ],
)
def test_no_single_sum(text: str) -> None:
    assert read_amount(text, "MAD").value is None


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("280 000 DH (dont INDH : 100 000 DH)", "280000", "MAD"),
        ("280 000 DH (dont 100 000 DH INDH)", "280000", "MAD"),
        ("280 000 DH (INDH : 100 000 DH)", "280000", "MAD"),
        ("280 000 (Commune : 180 000 ; INDH : 100 000) DH", "280000", "MAD"),
        ("280 000 DH dont INDH : 100 000 DH", "280000", "MAD"),
        ("2,5 MDH, y compris INDH 500 000 DH", "2500000", "MAD"),
        ("280 000 DH (dont 100 000 en 2025)", "280000", "MAD"),
        ("USD 5 000 (including UNDP: 2,000)", "5000", "USD"),
        ("5 000 € (de los cuales 2 000 de la Diputación)", "5000", "EUR"),
        ("٢٥٠ ٠٠٠ درهم (منها المبادرة: ١٠٠ ٠٠٠ درهم)", "250000", "MAD"),
        ("1 500 000 درهم، منها 500 000 درهم مساهمة الجماعة", "1500000", "MAD"),
        ("280 000 (dont INDH : 100 000 DH)", "280000", None),
    ],
)
def test_a_part_is_not_the_sum(text: str, value: str, currency: str | None) -> None:
    reading = read_amount(text)
    assert (reading.value, reading.currency, reading.parted) == (value, currency, True)
    assert [note.code for note in reading.notes] == ["import/amount-of-which"]


@pytest.mark.parametrize(
    ("value", "hint", "read", "code"),
    [
        ("1,234", "MAD", "1234", "import/number-thousands"),
        ("1.234 DT", None, None, "import/number-ambiguous"),
        ("1,234 millions", "MAD", None, "import/number-ambiguous"),
        ("50 مليون سنتيم", None, "500000", "import/amount-in-centimes"),
        ("25 000 € HT", None, "25000", "import/amount-tax"),
        (1234.5678, "MAD", "1234.57", "import/amount-rounded"),
        (0.1 + 0.2, "MAD", "0.3", "import/float-damage"),
        ("9999999999999999", "MAD", None, "import/number-too-large"),
    ],
)
def test_noted(value: str | float, hint: str | None, read: str | None, code: str) -> None:
    reading = read_amount(value, hint)
    assert (reading.value, [note.code for note in reading.notes]) == (read, [code])


@pytest.mark.parametrize(
    ("text", "hint", "currency"), [("500", "EUR", "EUR"), ("500 DH", "EUR", "MAD"), ("$500", "CAD", "CAD")]
)
def test_hint(text: str, hint: str, currency: str) -> None:
    assert read_amount(text, hint).currency == currency


@pytest.mark.parametrize(("value", "read"), [(1500, "1500"), (4.1, "4.1"), (1e9, "1000000000"), (0, "0")])
def test_cells(value: float, read: str) -> None:
    assert read_amount(value, "MAD").value == read


@pytest.mark.parametrize("value", [True, float("nan"), float("inf")])
def test_cells_without_number(value: float) -> None:
    assert read_amount(value).value is None


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$ 25.000.000 COP", "25000000", "COP"),
        ("COP $ 25.000.000", "25000000", "COP"),
        ("$5,000 USD", "5000", "USD"),
        ("5 € USD", None, None),
    ],
)
def test_a_currency_said_twice(text: str, value: str | None, currency: str | None) -> None:
    reading = read_amount(text)
    assert (reading.value, reading.currency) == (value, currency)


def test_own_word_for_a_currency() -> None:
    assert read_amount("5 piastres", words={("currency", "piastres"): "EGP"}).currency == "EGP"


def test_no_word_says_two_things() -> None:
    meanings: dict[str, set[tuple[str, str]]] = {}
    for row in rows("amount_words"):
        meanings.setdefault(fold(row["word"]) or row["word"], set()).add((row["kind"], row["value"]))
    assert [word for word, said in meanings.items() if len(said) > 1] == []


@given(
    st.integers(0, 10**14),
    st.sampled_from(["fr_FR", "fr_MA", "ar_MA", "ar", "ar_EG", "en_US", "es_ES", "de_CH"]),
    st.sampled_from(["MAD", "EUR", "XOF"]),
)
def test_money_of_every_country_comes_back(cents: int, locale: str, currency: str) -> None:
    amount = Decimal(cents).scaleb(-2)
    reading = read_amount(format_currency(amount, currency, locale=locale, currency_digits=False), currency)
    assert reading.value is not None
    assert (Decimal(reading.value), reading.currency) == (amount, currency)
