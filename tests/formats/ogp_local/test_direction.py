"""Direction of languages, and marks that a text leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.formats.ogp_local.direction import direction, open_marks


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
