"""Dates in words: every precision in every language, nothing added and nothing lost."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.importing.dates import read_date
from opengov_local.messages.date_words import LANGUAGES, is_date, write_date, write_from, write_span, write_until
from opengov_local.model import PartialDate


@pytest.mark.parametrize(
    ("date", "english", "french", "arabic"),
    [
        ("2025-07", "July 2025", "juillet 2025", "يوليوز 2025"),
        ("2023-10-03", "3 October 2023", "3 octobre 2023", "3 أكتوبر 2023"),
        ("2024-03-01", "1 March 2024", "1er mars 2024", "1 مارس 2024"),
        ("2024-08-11", "11 August 2024", "11 août 2024", "11 غشت 2024"),
        ("2024-Q3", "third quarter of 2024", "3e trimestre 2024", "الفصل الثالث من سنة 2024"),
        ("2024-H1", "first half of 2024", "1er semestre 2024", "النصف الأول من سنة 2024"),
        ("2024", "2024", "2024", "2024"),
    ],
)
def test_date(date: str, english: str, french: str, arabic: str) -> None:
    assert [write_date(PartialDate(date), language) for language in ("en", "fr", "ar")] == [english, french, arabic]


def test_arabic_months_are_those_of_morocco() -> None:
    months = [write_date(PartialDate(f"2025-{month:02}"), "ar").split()[0] for month in range(1, 13)]
    assert " ".join(months) == "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"


def test_span() -> None:
    start, end = PartialDate("2024-11-05"), PartialDate("2024-11-06")
    assert write_span(start, end, "fr") == "5 novembre 2024 – 6 novembre 2024"
    assert write_span(start, start, "fr") == write_span(start, None, "fr") == "5 novembre 2024"


def test_language_without_words() -> None:
    with pytest.raises(KeyError):
        write_date(PartialDate("2024"), "es")


YEARS = st.integers(1000, 2999).map(str)
DATES = st.one_of(
    YEARS,
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 28)),
)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("2025-05-06", "jusqu’au 6 mai 2025"),
        ("2025-05", "jusqu’à mai 2025"),
        ("2025-Q2", "jusqu’au 2e trimestre 2025"),
        ("2025-H1", "jusqu’au 1er semestre 2025"),
        ("2025", "jusqu’en 2025"),
    ],
)
def test_an_end_alone_is_written_as_one(end: str, said: str) -> None:
    assert write_until(end, "fr") == said


@pytest.mark.parametrize("end", ["2025-05-01", "2024-02-29", "2025-05", "2025-Q2", "2026-H1", "2025"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_end_alone_is_read_back(end: str, language: str) -> None:
    reading = read_date(write_until(end, language))
    assert reading is not None
    assert (reading.start, reading.end, reading.kind) == (None, end, "open-end")


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2025-05-06", "dès le 6 mai 2025"),
        ("2025-05", "dès mai 2025"),
        ("2025-Q2", "dès le 2e trimestre 2025"),
        ("2025-H1", "dès le 1er semestre 2025"),
        ("2025", "dès 2025"),
    ],
)
def test_a_start_alone_is_written_as_one(start: str, said: str) -> None:
    assert write_from(start, "fr") == said


@pytest.mark.parametrize("start", ["2025-05-01", "2024-02-29", "2025-05", "2025-Q2", "2026-H1", "2025"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_start_alone_is_read_back(start: str, language: str) -> None:
    reading = read_date(write_from(start, language))
    assert reading is not None
    assert (reading.start, reading.end, reading.kind) == (start, None, "open-start")


@given(DATES, DATES, st.sampled_from(LANGUAGES))
def test_different_dates_are_written_differently(one: str, other: str, language: str) -> None:
    written = [write_date(PartialDate(date), language) for date in (one, other)]
    assert (written[0] == written[1]) is (one == other)


@pytest.mark.parametrize("language", ["en", "fr", "ar_MA"])
def test_months_are_those_of_babel(language: str) -> None:
    ours = [write_date(f"2025-{month:02}", language[:2]).split()[0] for month in range(1, 13)]
    assert ours == list(Locale.parse(language).months["format"]["wide"].values())


@pytest.mark.parametrize("wrong", ["", "2025-13", "2025-Q5", "2025-07-32", "25-07", "2025-07-14T", "٢٠٢٥"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    assert not is_date(wrong)
    with pytest.raises(ValueError, match="not a date"):
        write_date(wrong, "fr")
