"""What a reading of a date says, what it may rest on, and the codes of what is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

DateKind = Literal["date", "period", "open-start", "open-end"]
DateOrder = Literal["dmy", "mdy", "ymd"]

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
"""Other years are taken for years of another calendar, or for numbers: 1445 is a year of the Hijra."""

SERIAL: Final = "import/date-serial"
TWO_DIGIT_YEAR: Final = "import/date-two-digit-year"
RELATIVE: Final = "import/date-relative"
ORDER: Final = "import/date-order"
TIME: Final = "import/date-time"
WEEKDAY: Final = "import/date-weekday"
QUALIFIER: Final = "import/date-qualifier"
SEASON: Final = "import/date-season"
FAR: Final = "import/date-far"
NOTES: Final = (SERIAL, TWO_DIGIT_YEAR, RELATIVE, ORDER, TIME, WEEKDAY, QUALIFIER, SEASON, FAR)
"""Codes that a reading can carry."""

UNREAD: Final = "import/date-unread"
IMPOSSIBLE: Final = "import/date-impossible"
AMBIGUOUS: Final = "import/date-ambiguous"
NO_YEAR: Final = "import/date-no-year"
NO_DOCUMENT_DATE: Final = "import/date-no-document-date"
BACKWARDS: Final = "import/date-backwards"
REASONS: Final = (UNREAD, IMPOSSIBLE, AMBIGUOUS, NO_YEAR, NO_DOCUMENT_DATE, BACKWARDS)
"""Codes of the reasons why a value is read as no date."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date or span as precise as its source; `start` and `end` are spellings of `PartialDate`.

    Attributes:
        start: the date, or the beginning of the span; absent for "until …".
        end: the end of the span, included; absent for a plain date and for "from … on".
        kind: a plain date, a span, from a date on, or up to a date.
        qualifier: code of the list `date_qualifier`, where the words say how the date is meant.
        notes: codes (`NOTES`) of what was decided, left out or is uncertain.
    """

    start: str | None
    end: str | None = None
    kind: DateKind = "date"
    qualifier: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def says_more(self) -> bool:
        """Whether the words say more than `start` and `end` hold, so that they must be kept beside them."""
        return self.qualifier is not None or not {TIME, QUALIFIER, SEASON}.isdisjoint(self.notes)


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known around a value.

    Attributes:
        order: order of day, month and year in digits; None when the column holds both d/m and m/d.
        proven: whether the column proves that order; else dates that fit another order carry a note.
        epoch: first year of the workbook's count of days.
        serials: whether a bare number may be such a count.
        year_spans: whether `2011-12` is 2011 to 2012, as its column shows, and not a month.
        weeks: whether `S2` is a week, as its column shows, and not a half-year.
        short_months: whether `03/26` is March 2026, as its whole column shows.
        document_date: the day the document was written, for «الجاري», "courant", «المقبل».
    """

    order: DateOrder | None = "dmy"
    proven: bool = False
    epoch: Literal[1900, 1904] = 1900
    serials: bool = True
    year_spans: bool = False
    weeks: bool = False
    short_months: bool = False
    document_date: date | None = None


class NoDateError(Exception):
    """The text is understood, and states no date: `code` (one of `REASONS`) says why. Never leaves this package."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    Attributes:
        start: index of its first character.
        end: index after its last character.
        reading: what it says.
    """

    start: int
    end: int
    reading: DateReading
