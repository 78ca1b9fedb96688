"""Amounts of money stand in documents as their language writes them, and are read to the same number again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import codelists
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.composing import scribe_for
from opengov_local.formats.wording.words.own_parts import amount_of
from opengov_local.model import Package
from opengov_local.model.money import Amount

LANGUAGES = ("ar", "fr", "en")
EMPTY = Package.model_validate({"schema_version": "0.1", "id": "test.x:package"})
SCRIBES = {each: scribe_for(EMPTY, each, labels(), with_contacts=False) for each in LANGUAGES}
CURRENCIES = [*(each.code for each in codelists.get("currency")), "SEK", "XXX"]


def written(value: str, currency: str, language: str) -> str:
    amount = Amount(value=value, currency=currency)
    return "".join(phrase.text for phrase in SCRIBES[language].money(amount))


@given(
    st.from_regex("-?(0|[1-9][0-9]{0,14})([.][0-9]{1,2})?", fullmatch=True).filter(lambda text: text[:2] != "-0"),
    st.sampled_from(CURRENCIES),
    st.sampled_from(LANGUAGES),
)
def test_they_come_back_as_they_were(value: str, currency: str, language: str) -> None:
    assert amount_of(written(value, currency, language)) == (value, currency)


@pytest.mark.parametrize(
    ("language", "value", "currency", "expected"),
    [
        ("fr", "400000", "MAD", "400\u202f000\u00a0MAD"),
        ("en", "1250000.50", "EUR", "1,250,000.50\u00a0EUR"),
        ("ar", "400000", "MAD", "400.000\u00a0درهم مغربي"),
        ("ar", "12.5", "SEK", "12,5\u00a0SEK"),
        ("fr", "30", "XXX", "30 (sans monnaie)"),
    ],
)
def test_they_stand_as_the_language_writes_them(language: str, value: str, currency: str, expected: str) -> None:
    assert written(value, currency, language) == expected


def test_a_missing_currency_is_a_gap() -> None:
    assert [each.gap for each in SCRIBES["fr"].money(Amount(value="30", currency="XTS"))] == [False, True]


@pytest.mark.parametrize("text", ["150 000 MAD", "150000.00 MAD", "150.000,00\u00a0درهم مغربي", "150,000.00 MAD"])
def test_spellings_of_other_languages_are_read_too(text: str) -> None:
    found = amount_of(text)
    assert found is not None
    assert (float(found[0]), found[1]) == (150000, "MAD")


@pytest.mark.parametrize("text", ["", "MAD", "12,3456 MAD", "1 2 MAD", "deux MAD", "30", "30 jours"])
def test_other_words_are_no_amount(text: str) -> None:
    assert amount_of(text) is None
