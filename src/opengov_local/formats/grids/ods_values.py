"""Values of ODS cells, from the attributes and the text of a cell (OpenDocument 1.3, part 3, 19.385 and 6.1.2)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Final

from opengov_local.formats.grids.grid import Value

_DURATION: Final = re.compile(
    r"(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,4})M)?(?:(\d{1,4})(?:[.,](\d{1,9}))?S)?)?"
)
_WHOLE: Final = re.compile(r"-?\d{1,400}")
_DECIMAL: Final = re.compile(r"-?\d{0,400}\.?\d{0,400}(?:[eE][-+]?\d{1,3})?")
_SPACE: Final = re.compile(r"[ \t\r\n]+")


def cell_value(attributes: Mapping[str, str], text: str) -> Value:
    """Gives the value of a cell; its text where the value cannot be read as its type.

    Args:
        attributes: by local name: `value-type`, `value`, `date-value`, `time-value`, `boolean-value`, `string-value`.
        text: what the cell shows.
    """
    value: Value = None
    match attributes.get("value-type"):
        case "float" | "percentage" | "currency":
            value = _number(attributes.get("value", ""))
        case "date":
            value = _date(attributes.get("date-value", ""))
        case "time":
            value = _time(attributes.get("time-value", ""))
        case "boolean":
            value = {"true": True, "false": False}.get(attributes.get("boolean-value", ""))
        case "string":
            value = text or attributes.get("string-value")
    return (text or None) if value is None or value == "" else value


def collapsed(text: str) -> str:
    """Makes any run of white space one space: spaces that count are written as elements."""
    return _SPACE.sub(" ", text)


def _number(text: str) -> Value:
    if _WHOLE.fullmatch(text):
        return int(text)
    if not text or not _DECIMAL.fullmatch(text):
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _date(text: str) -> Value:
    try:
        return datetime.datetime.fromisoformat(text) if "T" in text else datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _time(text: str) -> Value:
    """Reads a duration: a time of day below 24 hours, else a span of time."""
    found = _DURATION.fullmatch(text)
    if found is None or text.rstrip("T").endswith("P"):
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in found.group(2, 3, 4, 5))
    micro = int((found[6] or "").ljust(6, "0")[:6])
    span = datetime.timedelta(days, seconds, micro, 0, minutes, hours)
    if found[1]:
        return -span
    if span >= datetime.timedelta(1):
        return span
    minutes, seconds = divmod(span.seconds, 60)
    return datetime.time(minutes // 60, minutes % 60, seconds, span.microseconds)
