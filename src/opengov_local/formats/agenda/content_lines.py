"""Lines of a calendar (iCalendar, RFC 5545, 3.1 and 3.3): names with their values, escaped, folded where long."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

_LONGEST: Final = 74
"""Bytes of a line; the standard lets 75 stand on it, some programs count the line end with them."""
_FOLD: Final = b"\r\n "


def line(name: str, value: str) -> bytes:
    """Writes a line.

    Args:
        name: name of the property, with its parameters.
        value: its value, as `text` or `day` write it.
    """
    data = f"{name}:{value}".encode()
    return data + b"\r\n" if len(data) <= _LONGEST else _folded(data)


def text(words: str) -> str:
    """Writes words as a value: what parts values is escaped, line ends are written out."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def day(when: date) -> str:
    """Writes a day as a value."""
    return when.isoformat().replace("-", "")


def moment(when: datetime) -> str:
    """Writes a moment in UTC as a value."""
    return f"{when:%Y%m%dT%H%M%SZ}"


def _folded(data: bytes) -> bytes:
    """Parts a long line: never inside a character, nor behind a sign that escapes the next one."""
    parts, start = [], 0
    while len(data) - start > _LONGEST:
        end = start + _LONGEST
        while data[end] & 0xC0 == 0x80:  # a byte inside a character of UTF-8
            end -= 1
        if data[end - 1] in b"\\^" and end - start > 1:
            end -= 1
        parts.append(data[start:end])
        start = end
    return _FOLD.join((*parts, data[start:])) + b"\r\n"
