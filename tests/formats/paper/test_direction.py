"""Direction of languages, marks around words of the other direction, and marks that a text leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.formats.paper.direction import Direction, direction, marked_off, open_marks, own_direction


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "", "rtl"),
        ("ar-MA", "", "rtl"),
        ("ar-Latn", "سلام", "ltr"),
        ("zgh", "", "ltr"),
        ("zgh-Arab", "", "rtl"),
        ("fr", "سلام", "ltr"),
        ("und", "12 سلام", "rtl"),
        ("und", "12 salut", "ltr"),
        ("und", "12", "ltr"),
    ],
)
def test_direction(language: str, text: str, expected: str) -> None:
    assert direction(language, text) == expected


@pytest.mark.parametrize(
    ("text", "around", "expected"),
    [
        ("400000 MAD", "rtl", "ltr"),
        ("+212 500 000 000", "rtl", "ltr"),
        ("× 3", "rtl", "ltr"),
        ("12/2023", "rtl", "rtl"),
        ("2025-07-01", "rtl", "rtl"),
        ("2024 – 2025", "rtl", "rtl"),
        ("2024 – 2025", "ltr", "ltr"),
        ("OGP", "rtl", "ltr"),
        ("OGP – خطة", "rtl", "rtl"),
        ("، ", "rtl", "rtl"),
        ("خطة", "ltr", "rtl"),
        ("17", "ltr", "ltr"),
    ],
)
def test_direction_among_other_words(text: str, around: Direction, expected: Direction) -> None:
    assert own_direction(text, around) == expected


@pytest.mark.parametrize(
    ("text", "inner", "around", "expected"),
    [
        ("400000 MAD", "ltr", "rtl", ("\u200e400000 MAD", "\u200f")),
        ("Voilà.", "ltr", "rtl", ("Voilà.\u200e", "\u200f")),
        ("خطة!", "rtl", "ltr", ("خطة!\u200f", "\u200e")),
        ("Voilà.", "ltr", "ltr", ("Voilà.", "")),
        ("", "ltr", "rtl", ("", "")),
    ],
)
def test_words_of_the_other_direction_are_marked_off(
    text: str, inner: Direction, around: Direction, expected: tuple[str, str]
) -> None:
    assert marked_off(text, inner, around) == expected


@given(st.text("aخ1 .%+\u200e"), st.sampled_from(["ltr", "rtl"]), st.sampled_from(["ltr", "rtl"]))
def test_marks_change_no_words(text: str, inner: Direction, around: Direction) -> None:
    words, after = marked_off(text, inner, around)
    assert text in words
    assert set((words + after).replace(text, "", 1)) <= {"\u200e", "\u200f"}


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("plain", ""),
        ("\u202eturned", "\u202c"),
        ("\u202eturned\u202c", ""),
        ("\u2067one \u202atwo", "\u202c\u2069"),
        ("\u2067one \u202atwo\u2069", ""),
        ("\u2069\u202c", ""),
    ],
)
def test_open_marks(text: str, closing: str) -> None:
    assert open_marks(text) == closing


@given(st.text("a\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
def test_nothing_stays_open(text: str) -> None:
    assert open_marks(text + open_marks(text)) == ""
