"""Dates with the precision they were given in: partial dates, periods, timestamps."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from opengov_local.model.base import Opt, Stated, opt
from opengov_local.model.codes import DateQualifier
from opengov_local.model.scalars import NO_NEWLINE, anchored

Precision = Literal["year", "half", "quarter", "month", "day"]

_Y = "[12][0-9]{3}"
_LEAP = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)"
_DAY = (
    f"{_Y}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|{_Y}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|{_Y}-02-(?:0[1-9]|1[0-9]|2[0-8])|{_LEAP}-02-29"
)
PARTIAL_DATE_PATTERN: Final = anchored(f"{_Y}|{_Y}-Q[1-4]|{_Y}-H[12]|{_Y}-(?:0[1-9]|1[0-2])|{_DAY}")
TIMESTAMP_PATTERN: Final = anchored(f"(?:{_DAY})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")

Timestamp = Annotated[
    str,
    StringConstraints(pattern=TIMESTAMP_PATTERN),
    Field(
        description="A moment in UTC, to the second, in the one spelling YYYY-MM-DDThh:mm:ssZ.",
        examples=["2026-03-28T10:00:00Z"],
        json_schema_extra=dict(NO_NEWLINE),
    ),
]


class PartialDate(str):
    """A Gregorian date as precise as its source: year, half-year, quarter, month or day (1000 to 2999).

    Written `2024`, `2024-H1`, `2024-Q3`, `2024-07` or `2024-07-15`. Comparison is by interval: `a < b` holds when
    all of `a` lies before all of `b`; two dates that overlap are neither `<` nor `>`, and no day is ever guessed.
    Equality is that of the spelling.

    Attributes:
        earliest: first day it can mean.
        latest: last day it can mean.
    """

    __slots__ = ("earliest", "latest")
    earliest: date
    latest: date

    def __new__(cls, value: str) -> PartialDate:
        """Reads a date.

        Raises:
            ValueError: the text is not one of the five spellings, or no day of the calendar.
        """
        if not re.fullmatch(PARTIAL_DATE_PATTERN, value):
            raise ValueError(f"{value!r} is not a date: YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD")
        return super().__new__(cls, value)._settled()

    @property
    def precision(self) -> Precision:
        """How precise the date is."""
        if len(self) == 10:
            return "day"
        if len(self) == 4:
            return "year"
        return {"Q": "quarter", "H": "half"}.get(self[5], "month")  # type: ignore[return-value]

    def _settled(self) -> PartialDate:
        self.earliest, self.latest = self._span()
        return self

    def _span(self) -> tuple[date, date]:
        year, rest = int(self[:4]), self[5:]
        match self.precision:
            case "day":
                day = date.fromisoformat(self)
                return day, day
            case "year":
                first, months = 1, 12
            case "half":
                first, months = 6 * int(rest[1]) - 5, 6
            case "quarter":
                first, months = 3 * int(rest[1]) - 2, 3
            case "month":
                first, months = int(rest), 1
        last = first + months - 1
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])

    def __lt__(self, other: str) -> bool:
        return self.latest < _partial(other).earliest

    def __gt__(self, other: str) -> bool:
        return self.earliest > _partial(other).latest

    def __le__(self, other: str) -> bool:
        return str.__eq__(self, other) or self < other

    def __ge__(self, other: str) -> bool:
        return str.__eq__(self, other) or self > other

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            _judged,
            core_schema.str_schema(pattern=PARTIAL_DATE_PATTERN, strict=True),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            **handler(schema),
            **NO_NEWLINE,
            "description": "A date as precise as its source: year, half-year (H1, H2), quarter (Q1–Q4), month or day.",
            "examples": ["2024", "2024-Q3", "2024-07", "2024-07-15"],
        }


@lru_cache(maxsize=4096)
def _judged(text: str) -> PartialDate:
    """Gives the date of a text that matches the pattern; one object a text, so that its days are worked out once."""
    return str.__new__(PartialDate, text)._settled()


def _partial(value: str) -> PartialDate:
    return value if isinstance(value, PartialDate) else PartialDate(value)


class Period(Stated):
    """A span of time whose ends are as precise as known."""

    start: Opt[PartialDate] = opt("First day, month, quarter, half-year or year.", example="2024")
    end: Opt[PartialDate] = opt("Last day, month, quarter, half-year or year, included.", example="2025-12")
    qualifier: Opt[DateQualifier] = opt("How the dates are meant, when the source does not state them plainly.")
