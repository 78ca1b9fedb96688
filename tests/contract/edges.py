"""The edge values of every type: what careless programs write, and what engines are known to read apart."""

# ruff: noqa: E501 - tables are read by rows

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.contract.places import Place

from opengov_local.model.shape import FieldShape

ANYTHING: tuple[Any, ...] = (None, True, False, 0, 1, -1, 5.5, "", " ", "x", [], {}, [None], {"x": 1}, [[]])
"""Put at every place, whatever its type."""

TEXTS: tuple[str, ...] = (
    "a\n", "\n", "\n\n", "a\nb", "a\r\n", "\u00a0", "\u200b\u200f", "\u202e", "\u2028", "\ufeff", "\u3000", "\x00", "\x0b",
    "a\x00", "٣", "غشت", "ⵜⴰ", "é", "e\u0301", "😀", "\U000e0041", "ُ", "null", "1e5", "-0", "0x1F", "NaN", " a ", "<b>", "=1+1",
)  # fmt: skip
DATES: tuple[str, ...] = (
    "2024", "2024\n", "0999", "1000", "2999", "3000", "24", "2024-1", "2024-01", "2024-00", "2024-13", "2024-Q1", "2024-Q0",
    "2024-Q5", "2024-q1", "2024-H1", "2024-H3", "2024-01-05", "2024-1-5", "2024-02-29", "2023-02-29", "1900-02-29",
    "2000-02-29", "2100-02-29", "2024-04-31", "2024-06-30", "2024-12-31", "2024-12-32", "20240105", "1704412800",
    "2024-01-05T00:00:00", "2024-01-05T00:00:00Z", "2024-01-05T23:59:59Z", "2024-01-05T24:00:00Z", "2024-01-05T23:59:60Z",
    "2024-01-05 10:00:00Z", "2024-01-05t10:00:00z", "2024-01-05T10:00:00+01:00", "2024-01-05T10:00:00.5Z", "٢٠٢٤", "+2024",
    "2024-01-05Z", "0000-01-01", "２０２４",
)  # fmt: skip
FORMS: tuple[str, ...] = (
    "ma-hcp-02:a", "a:b", "ab:b", "AB:b", "ab:", ":b", "ab:b\n", "ab:é", "ab:" + "x" * 100, "ab:" + "x" * 101, "a" * 40 + ":b",
    "a" * 41 + ":b", "ab:-x", "ab:x/y", "ma-hcp-02", "ar", "AR", "ar-MA", "ar_MA", "ar-ma", "zgh-Tfng-MA", "und", "arabic",
    "x-lvariant", "MA", "ma", "MAR", "MAD", "mad", "MA\n", "12", "12.5", "12.", ".5", "-12.50", "12.345", "12.3456789", "1,5",
    "1 000", "1e3", "+1", "1234567890123456", "https://example.org", "http://exa mple.org", "ftp://example.org",
    "javascript:alert(1)", "https://example.org/é?q=١", "https://", "HTTPS://EXAMPLE.ORG", "https://example.org\n",
    "https://example.org/\u00a0", "a" * 64, "A" * 64, "0" * 63, "text/html", "TEXT/html", "text", "0.1-draft", "0.1", "1.0",
    "01.0", "1", "0.1-Draft", "title.fr", "title..fr", "title.", "1title", "x_a", "x_", "_", "completed", "COMPLETED", "problem",
    "other", "NR", "nr", "human", "civic_participation", "a.b", "-a", "a b",
)  # fmt: skip
NUMBERS: tuple[Any, ...] = (
    2, 5.0, 16.0, 17, 17.0, 18, 18.0, 99, 100, 100.0, 101, 100.00000000000001, -0.0, -1.0, 999, 1000, 2999, 3000, 2**53 - 1,
    float(2**53 - 1), 2**53 - 2, 1e5, 1e20, 1e300, 5e-324, 0.1, "5", "5.0", "٥", "40%",
)  # fmt: skip
MAPS: tuple[Any, ...] = (
    {"ar": "ش"}, {"ar": ""}, {"ar": " "}, {"ar": "\u200b"}, {"ar": None}, {"ar": 5}, {"ar": ["a"]}, {"ar": {"x": 1}},
    {"AR": "a"}, {"arabic!": "a"}, {"arabe": "a"}, {"ar\n": "a"}, {"ar\n": 5}, {"": "a"}, {" ": "a"}, {"ar-MA": "a"},
    {"ar_MA": "a"}, {"und": "a"}, {"zgh-Tfng": "ⵜ"}, {"ar": "a", "FR": "b"}, {"ar": "a", "FR": 5}, {"ar": 5, "fr": " "},
    {"x_note": "a"}, {"fr": "a\n"}, {"fr": "\n"}, {"a/b": "x"}, {"~": "x"}, {"__proto__": "x"}, {"constructor": "x"}, "text",
)  # fmt: skip
OBJECTS: tuple[Any, ...] = (
    {"x_own": None}, {"unknown": 1}, {"id": 5}, {"id": "ab:c"}, {"title": {}}, {"__proto__": {}}, {"start": None}, [{}], [1, "a"],
)  # fmt: skip


def edges(field: FieldShape, item: bool) -> Iterator[Any]:
    """Gives the edge values for one place: those of any type, and those of its own."""
    yield from ANYTHING
    if field.many and not item:
        yield from (["x", 5], [None, None], {"0": "x"})
        return
    match field.kind:
        case "text":
            yield from TEXTS
            yield from DATES
            yield from FORMS
            yield from field.choices
        case "integer":
            yield from NUMBERS
        case "boolean":
            yield from ("true", "yes", 1.0, 0.0)
        case "map":
            yield from MAPS
        case "object":
            yield from OBJECTS


def documents(place: Place) -> Iterator[dict[str, Any]]:
    """Gives every document of a place: one for each edge value, and one without the place."""
    for value in edges(place.field, place.item):
        yield place.with_value(value)
    if not place.item:
        yield place.without()
