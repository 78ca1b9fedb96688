"""The portable scalar types: each means the same in every language that reads the published schema."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, StringConstraints

NO_NEWLINE: Final[dict[str, Any]] = {"not": {"type": "string", "pattern": "\\n"}}
"""Published beside every anchored pattern: the `$` of some engines lets a final newline pass."""

_BLANK = (
    r"\u0000-\u0020\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F"
    r"\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0"
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


ID_PATTERN: Final = "[a-z0-9][a-z0-9.-]{1,39}:[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
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
        "[a-z0-9][a-z0-9.-]{1,39}",
        "Who mints the ids: a domain the publisher controls, reversed, or ma-hcp-<code>.",
        "ma-hcp-02",
    ),
]
Language = Annotated[str, *_pattern(LANGUAGE_PATTERN, "BCP 47 language tag; und where the language is unknown.", "ar")]
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
        r"https?://[^\u0000-\u0020\u0022\u003C\u003E\u005C\u005E\u0060\u007B-\u007D\u007F-\u00A0\u2028\u2029\uFEFF]+",
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
        "0.1-draft",
    ),
]
FieldPath = Annotated[
    str,
    *_pattern(
        "[A-Za-z_][A-Za-z0-9_-]*(?:[.][A-Za-z0-9_-]+)*",
        "Path of a field inside its object, steps joined by points.",
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
