"""Words for money that several countries share, "dinars", "F CFA": the country that the file names tells which."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from opengov_local.formats.wording.headings.heading_table import rows
from opengov_local.importing.words import AmountReading, OwnWords, read_amount
from opengov_local.model.gap import NO_CURRENCY


def of_country(reading: AmountReading, text: str | int | float, country: str, words: OwnWords) -> AmountReading:
    """Gives a sum the currency of a country, where it has none and its words leave several open.

    Args:
        reading: the sum as it was read.
        text: the text it was read from.
        country: the country that the file says it is of, "".
        words: a council's own words.
    """
    currency = _currencies().get(country)
    if currency is None or reading.value is None or reading.currency is not None:
        return reading
    # taken for a currency, none tells sums without any word for money from those with a shared one
    names_money = read_amount(text, NO_CURRENCY, words=words).currency is None
    return read_amount(text, currency, words=words) if names_money else reading


@cache
def _currencies() -> Mapping[str, str]:
    return {row["country"]: row["currency"] for row in rows("currencies_of_countries.csv")}
