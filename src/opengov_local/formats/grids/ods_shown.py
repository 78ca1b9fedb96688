"""What ODS cells show of dates and numbers, by the text that the file keeps of them."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Final

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.grids.money_formats import shown_unit
from opengov_local.formats.grids.shown_formats import plain
from opengov_local.importing.dates import read_date

_GROUPS: Final = re.compile(r"\d+|[^\W\d_]+")
_CODE: Final = re.compile(r"(?P<before>\D*?)(?P<zeros>0*)(?P<digits>\d+)")
_ZEROS_BEHIND: Final = re.compile(r"(\d+)[.,](\d*0)")
_NUMBER: Final = re.compile(r"-?\d(?:[\d\s.,'\u00a0\u202f]*\d)?")
_GROUPED: Final = re.compile(r"[\s'\u00a0\u202f]")
_LEAST: Final = 1000
_TIMES: Final = (10**3, 10**6)


def as_shown(value: Value, text: str) -> Value:
    """Gives "2025-12" or "2025" for a day of which no more is shown, "P01" for a number shown so; else the value."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:length] if (length := _length(value, text)) else value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0 and text != str(value):
        found = _CODE.fullmatch(text)
        is_code = found is not None and int(found["zeros"] + found["digits"]) == value
        if found is not None and is_code and _names(found["before"], text):
            return text
    return value


def _names(before: str, text: str) -> bool:
    return any(map(str.isalpha, before)) and not shown_unit(text)


def _length(day: datetime.date, text: str) -> int:
    """Gives how much of 2025-12-31 is shown, 7 or 4; 0 where it is a day, or may be one."""
    groups = _GROUPS.findall(text)
    numbers = [int(group) for group in groups if group.isdecimal()]
    words, last = len(groups) - len(numbers), groups[-1:]
    month, year = len("2025-12"), len("2025")
    if not words and numbers == [day.year]:
        return year
    if not words and len(numbers) == len(("month", "year")):
        whole = sorted(numbers) == [day.month, day.year]
        return month if whole or (numbers == [day.month, day.year % 100] and numbers[1] != day.day) else 0
    is_year = numbers == [day.year] or (numbers == [day.year % 100] and numbers != [day.day] and last[0].isdecimal())
    if not words or not (is_year or is_yearless(text)) or day.year < _LEAST:
        return 0
    reading = read_date(text if numbers else f"{text} {day.year}")
    return month if reading is not None and reading.start == day.isoformat()[:month] else 0


def is_yearless(text: str) -> bool:
    """Tells whether what is shown of a date has no number: a month, in words alone."""
    return not any(map(str.isdecimal, text))


def held_back_by(value: Value, text: str) -> str:
    """Gives what a number is shown as, less its thousands or with zeros beside it: "150", "007", "1.10"."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not value:
        return ""
    if isinstance(value, int) and text[:1] == "0" and text.isdecimal() and int(text) == value:
        return text
    if isinstance(value, float) and (found := _ZEROS_BEHIND.fullmatch(text)):
        told = f"{found[1]}.{found[2]}"
        if Decimal(told) == Decimal(str(value)):
            return told
    number = _NUMBER.search(text) if abs(value) >= _LEAST else None
    if number is None or _is_near(number[0], Decimal(str(value))):
        return ""
    for times in _TIMES:
        if _is_near(number[0], less := Decimal(str(value)) / times):
            return text.replace(number[0], plain(less))
    return ""


def _is_near(text: str, number: Decimal) -> bool:
    """Tells whether a text shows a number, as far as it shows decimals."""
    bare = _GROUPED.sub("", text)
    if bare.replace(".", "").replace(",", "") == plain(number):
        return True
    whole, point, rest = bare.replace(",", ".").rpartition(".")
    told = Decimal(f"{whole.replace('.', '')}.{rest}" if point else bare)
    return abs(told - number) <= Decimal(10) ** -(len(rest) if point else 0) / 2
