"""Round trips with the writer of dates, and no text that breaks the reader."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opengov_local.importing.dates import DateContext, DateReading, find_dates, read_date, why_unread
from opengov_local.importing.dates.folding import fold
from opengov_local.importing.dates.meaning import NOTES, REASONS
from opengov_local.importing.dates.words import LANGUAGES as READ
from opengov_local.importing.dates.words import rows
from opengov_local.messages.date_words import LANGUAGES, write_date, write_span
from opengov_local.model.dates import PartialDate

years = st.integers(1900, 2100).map(str)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
partial_dates = st.one_of(
    years,
    st.builds("{}-H{}".format, years, st.integers(1, 2)),
    st.builds("{}-Q{}".format, years, st.integers(1, 4)),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    days.map(date.isoformat),
).map(PartialDate)
words = st.sampled_from(sorted({row["word"] for language in READ for row in rows(language)}))
pieces = st.one_of(words, st.integers(0, 2200).map(str), st.sampled_from(["/", "-", ",", ".", "(", ")", "\n", "و"]))
near_dates = st.lists(pieces, max_size=9).map(" ".join) | st.lists(pieces, max_size=5).map("".join)
contexts = st.builds(
    DateContext,
    order=st.sampled_from(["dmy", "mdy", "ymd", None]),
    year_spans=st.booleans(),
    document_date=st.none() | st.dates(),
)


@given(partial_dates, st.sampled_from(LANGUAGES))
def test_what_is_written_in_words_is_read_back(one: PartialDate, language: str) -> None:
    reading = read_date(write_date(one, language))
    assert reading is not None
    assert (reading.start, reading.end, reading.qualifier) == (one, None, None)


@given(partial_dates, partial_dates, st.sampled_from(LANGUAGES))
def test_what_is_written_as_a_span_is_read_back(one: PartialDate, other: PartialDate, language: str) -> None:
    start, end = sorted((one, other), key=lambda each: each.earliest)
    reading = read_date(write_span(start, end, language))
    assert reading is not None
    assert (reading.start, reading.end) == (start, end if start != end else None)


@given(partial_dates)
def test_spellings_of_the_model_are_read_back(one: PartialDate) -> None:
    reading = read_date(str(one))
    assert reading is not None
    assert (reading.start, reading.end) == (one, None)


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y-%m-%dT%H:%M:%SZ"])
@given(days)
def test_days_in_digits_are_read_back(form: str, day: date) -> None:
    reading = read_date(day.strftime(form))
    assert reading is not None
    assert reading.start == day.isoformat()


def holds(text: str, context: DateContext) -> None:
    reading, reason = read_date(text, context), why_unread(text, context)
    assert (reading is None) == (reason in REASONS)
    for each in [reading] if reading else [one.reading for one in find_dates(text, context)]:
        sound(each)


def sound(reading: DateReading) -> None:
    given = [PartialDate(one) for one in (reading.start, reading.end) if one]
    assert given
    assert given == sorted(given, key=lambda one: one.earliest)
    assert set(reading.notes) <= set(NOTES)
    assert (reading.kind == "period") == (len(given) == 2)


@given(st.text(max_size=60), contexts)
def test_no_text_breaks_the_reader(text: str, context: DateContext) -> None:
    holds(text, context)


@given(near_dates, contexts)
@example("السنة المقبلة", DateContext(document_date=date(9999, 12, 31)))
@example("29 février prochain", DateContext(document_date=date(2023, 1, 1)))
@example("mars dernier", DateContext(document_date=date(1, 1, 1)))
def test_no_near_date_breaks_the_reader(text: str, context: DateContext) -> None:
    holds(text, context)


@given(near_dates)
def test_a_foreign_word_makes_it_no_date(text: str) -> None:
    assert read_date(f"{text} chemins") is None
    assert read_date(f"chemins {text}") is None


@given(st.text(max_size=40))
def test_every_folded_sign_has_its_place(text: str) -> None:
    folded, origin = fold(text)
    assert len(folded) == len(origin)
    assert origin == sorted(origin)


@given(near_dates)
def test_found_dates_lie_in_the_text_in_order(text: str) -> None:
    places = [place for one in find_dates(text) for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "1/" * 50_000, "1, " * 50_000, "mars " * 20_000, "2024-" * 20_000, "و" * 60_000]
)
def test_long_texts_are_no_dates(text: str) -> None:
    assert read_date(text) is None
    assert find_dates(text[:5000]) == ()


def test_naughty_strings(corpus: Path) -> None:
    naughty = json.loads((corpus / "adversarial" / "blns" / "blns.json").read_text(encoding="utf-8"))
    for text in naughty:
        holds(text, DateContext())
