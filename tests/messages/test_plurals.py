"""Plural categories by CLDR, and the counted words that follow them."""

from __future__ import annotations

import pytest

from opengov_local import messages
from opengov_local.messages.plurals import category


@pytest.mark.parametrize(
    ("language", "n", "expected"),
    [
        ("ar", 0, "zero"),
        ("ar", 1, "one"),
        ("ar", 2, "two"),
        ("ar", 3, "few"),
        ("ar", 10, "few"),
        ("ar", 11, "many"),
        ("ar", 99, "many"),
        ("ar", 100, "other"),
        ("ar", 102, "other"),
        ("ar", 103, "few"),
        ("ar", 111, "many"),
        ("fr", 0, "one"),
        ("fr", 1, "one"),
        ("fr", 2, "other"),
        ("fr", 1_000_000, "many"),
        ("fr", 1_000_001, "other"),
        ("en", 0, "other"),
        ("en", 1, "one"),
        ("en", 2, "other"),
    ],
)
def test_category(language: str, n: int, expected: str) -> None:
    assert category(n, language) == expected


def test_counted_words() -> None:
    assert [messages.plural("error", n, "ar") for n in (0, 1, 2, 3, 11, 100, 102)] == [
        "لا أخطاء",
        "خطأ واحد",
        "خطآن",
        "3 أخطاء",
        "11 خطأ",
        "100 خطأ",
        "102 خطأ",
    ]
    assert [messages.plural("error", n, "fr") for n in (0, 1, 2)] == ["0 erreur", "1 erreur", "2 erreurs"]
    assert [messages.plural("error", n, "en") for n in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
