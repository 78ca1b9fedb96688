"""The portable scalar types: each means the same in every language that reads the published schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, StringConstraints

NO_NEWLINE: Final[dict[str, Any]] = {"not": {"type": "string", "pattern": "\\n"}}
"""Published beside every anchored pattern: the `$` of some engines lets a final newline pass."""


def characters(*points: int | tuple[int, int]) -> str:
    r"""Writes code points and ranges for a character class, in the one spelling that all engines read.

    `\xNN` up to U+00FF, the character itself above: PCRE and RE2 know no `\uNNNN`, and Perl reads it in another way.
    """
    spans = (point if isinstance(point, tuple) else (point, point) for point in points)
    return "".join(_character(low) if low == high else f"{_character(low)}-{_character(high)}" for low, high in spans)


def _character(point: int) -> str:
    return f"\\x{point:02X}" if point <= 0xFF else chr(point)


_SPACES_AND_CONTROLS = ((0x00, 0x20), (0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)
_DIRECTIONS = (0x061C, 0x200E, 0x200F, (0x202A, 0x202E), (0x2066, 0x2069))
_BLANK = characters(
    (0x00, 0x20),
    (0x7F, 0xA0),
    0x00AD,
    0x034F,
    0x061C,
    (0x115F, 0x1160),
    0x1680,
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2000, 0x200F),
    (0x2028, 0x202F),
    (0x205F, 0x206F),
    0x2800,
    0x3000,
    0x3164,
    (0xFE00, 0xFE0F),
    0xFEFF,
    0xFFA0,
)
NOT_BLANK: Final = f"[^{_BLANK}]"
"""Something to read: at least one character that is neither white space, control nor invisible."""

MAX_SAFE_INTEGER: Final = 2**53 - 1


def anchored(pattern: str) -> str:
    """Gives a pattern for the whole string, in the words all regular-expression engines share."""
    return f"^(?:{pattern})$"


def _pattern(pattern: str, description: str, example: str) -> Any:
    """Declares a one-line string type; the annotation carries pattern, newline guard and words."""
    return (
        StringConstraints(pattern=anchored(pattern)),
        Field(description=description, examples=[example], json_schema_extra=dict(NO_NEWLINE)),
    )


ID_PREFIX_PATTERN: Final = "[a-z0-9][a-z0-9.-]{1,39}"
ID_PATTERN: Final = f"{ID_PREFIX_PATTERN}:[A-Za-z0-9][A-Za-z0-9._-]{{0,99}}"
LANGUAGE_PATTERN: Final = (
    "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)

Text = Annotated[str, StringConstraints(pattern=NOT_BLANK)]
"""Plain text with something to read in it; newlines allowed, no markup meant."""

Line = Annotated[
    str,
    StringConstraints(pattern=anchored(rf"[^\n\r]*{NOT_BLANK}[^\n\r]*")),
    Field(json_schema_extra=dict(NO_NEWLINE)),
]
"""Text on one line."""


@dataclass(frozen=True, slots=True)
class Unspoken:
    """Marks a line in which people say nothing, such as an official number: digits in it are no telephone number."""


Number = Annotated[Line, Unspoken()]
"""A number as somebody gave or printed it: `02.411.01.23`, `1.2`."""

FilePath = Annotated[Line, Unspoken()]
"""Where a file lies."""

Id = Annotated[
    str,
    *_pattern(
        ID_PATTERN,
        "Globally unique, opaque id, compared byte for byte; the part before the colon says who minted it.",
        "ma.oriental:pl-7f3k2m",
    ),
]
IdPrefix = Annotated[
    str,
    *_pattern(
        ID_PREFIX_PATTERN,
        "Who mints the ids: a domain the publisher controls, reversed, or ma-hcp-<code>.",
        "ma-hcp-02",
    ),
]
_UNSAFE = characters(*_SPACES_AND_CONTROLS, *_DIRECTIONS, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7D)

Language = Annotated[
    str, *_pattern(LANGUAGE_PATTERN, "BCP 47 language tag without extensions; und where the language is unknown.", "ar")
]
Code = Annotated[
    str,
    *_pattern(
        "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
        "Code of an open list: the published codes, or one of your own (x_…).",
        "civic_participation",
    ),
]
CountryCode = Annotated[str, *_pattern("[A-Z]{2}", "Country, ISO 3166-1 alpha-2.", "MA")]
Currency = Annotated[str, *_pattern("[A-Z]{3}", "Currency, ISO 4217.", "MAD")]
Decimal = Annotated[
    str,
    *_pattern(
        "-?[0-9]{1,15}(?:[.][0-9]{1,6})?",
        "Exact decimal number as a string: no exponent, no thousands separator, a point.",
        "12.5",
    ),
]
MoneyValue = Annotated[
    str,
    *_pattern(
        "-?[0-9]{1,15}(?:[.][0-9]{1,2})?",
        "Amount of money as a decimal string, in whole units with at most two decimals.",
        "150000.00",
    ),
]
Url = Annotated[
    str,
    *_pattern(
        f"[Hh][Tt][Tt][Pp][Ss]?://[^{_UNSAFE}]+",
        "Web address, http or https.",
        "https://www.opengovpartnership.org/",
    ),
]
Sha256 = Annotated[
    str,
    *_pattern(
        "[0-9a-f]{64}",
        "SHA-256 of the file, lower-case hexadecimal.",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
]
MediaType = Annotated[
    str,
    *_pattern(
        "[a-z0-9][a-z0-9.+-]{0,63}/[A-Za-z0-9][A-Za-z0-9.+-]{0,99}",
        "Media type (RFC 6838).",
        "application/pdf",
    ),
]
SchemaVersion = Annotated[
    str,
    *_pattern(
        "(?:0|[1-9][0-9]{0,3})[.](?:0|[1-9][0-9]{0,3})(?:-draft)?",
        "Version of the shared schema: MAJOR.MINOR, with -draft before the freeze.",
        "0.1",
    ),
]
FieldPath = Annotated[
    str,
    *_pattern(
        "[A-Za-z_][A-Za-z0-9_-]*(?:[.][A-Za-z_][A-Za-z0-9_-]*)*",
        "Path of a field inside its object: names joined by points, no positions in lists, which move.",
        "title.fr",
    ),
]


def _whole(value: Any) -> Any:
    """Takes 5.0 as 5, as JSON Schema does; everything else is judged as it is."""
    return int(value) if type(value) is float and value.is_integer() else value


def _integer(low: int, high: int, description: str, example: int) -> Any:
    return (Field(ge=low, le=high, description=description, examples=[example]), BeforeValidator(_whole))


Count = Annotated[
    int, *_integer(0, MAX_SAFE_INTEGER, "A whole number of things; absent when not known, which is not 0.", 4)
]
Percent = Annotated[
    int, *_integer(0, 100, "Whole percent, 0 to 100; absent when nothing was entered, which is not 0.", 40)
]
SdgGoal = Annotated[int, *_integer(1, 17, "Sustainable Development Goal, 1 to 17.", 16)]
Year = Annotated[int, *_integer(1000, 2999, "Gregorian year.", 2025)]
