"""Records of CSV: which delimiter parts the fields, and where quotation marks do not close."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE_LINES: Final = 400
_SAMPLE: Final = 2**17
_MOST_BROKEN: Final = 1000
_CLEAR: Final = 0.15
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Delimiter:
    """The sign between fields.

    Attributes:
        sign: the sign.
        rival: another one that is about as likely, if any.
    """

    sign: str
    rival: str | None = None


@dataclass
class Records:
    """The records of a CSV text.

    Attributes:
        rows: their fields, as they stand.
        broken: lines (from 1) whose quotation marks do not close, or close within a field; the marks are kept.
        ends: how many lines are read when each of the rows is.
    """

    rows: list[list[str]] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


def split_lines(text: str) -> list[str]:
    """Splits at LF, CR and CRLF, and at nothing else."""
    return list(io.StringIO(text, newline=""))


def find_delimiter(lines: list[str]) -> Delimiter:
    """Finds the delimiter: the one that gives the most records the same number of fields, two or more."""
    sample = _sample(lines)
    rated = sorted(((_rate(sample, sign), -rank, sign) for rank, sign in enumerate(DELIMITERS)), reverse=True)
    (best, fields), _, sign = rated[0]
    if best < _HALF:
        first = next((line for line in lines if line.strip()), "")
        sign = max(DELIMITERS, key=first.count) if any(mark in first for mark in DELIMITERS) else ","
        rival = next((other for rate, _, other in rated if other != sign and rate[0] > 0), None)
        return Delimiter(sign, rival or (sign if best else None))
    (second, other_fields), _, rival = rated[1]
    unclear = second > best - _CLEAR and other_fields * 2 > fields
    return Delimiter(sign, rival if unclear else None)


def _rate(lines: list[str], sign: str) -> tuple[float, int]:
    """Rates a delimiter: share of the records that have the commonest number of fields, and that number.

    Records whose quotation marks break the rules speak against it.
    """
    records = read_records(lines, sign)
    counts = Counter(len(row) for row in records.rows if any(part.strip() for part in row))
    several = Counter({number: times for number, times in counts.items() if number > 1})
    if not several:
        return 0.0, 1
    number, times = max(several.items(), key=lambda found: (found[1], found[0]))
    return round(max(times - len(records.broken), 0) / counts.total(), 2), number


def _sample(lines: list[str]) -> list[str]:
    size, last = 0, 0
    while last < min(len(lines), _SAMPLE_LINES) and size < _SAMPLE:
        size += len(lines[last])
        last += 1
    return lines[:last]


def read_records(lines: list[str], sign: str) -> Records:
    """Reads all records; a line that breaks the rules of quotation (RFC 4180) is parted at every delimiter."""
    found = Records()
    start = 0
    while start < len(lines):
        begin = start
        reader = csv.reader(itertools.islice(lines, start, None), delimiter=sign, strict=True)
        try:
            for row in reader:
                found.rows.append(row)
                start = begin + reader.line_num
                found.ends.append(start)
            return found
        except csv.Error:
            found.broken.append(start + 1)
            found.rows.append(_parted(lines[start], sign))
            start += 1
            found.ends.append(start)
        if len(found.broken) >= _MOST_BROKEN:
            found.rows += [_parted(line, sign) for line in lines[start:]]
            found.ends += range(start + 1, len(lines) + 1)
            return found
    return found


def _parted(line: str, sign: str) -> list[str]:
    """Parts a line; a field in whole quotation marks loses them, any other keeps what it has."""
    body = line.rstrip("\r\n")
    mark = re.escape(sign)
    fields = re.findall(rf'(?:^|(?<={mark}))(?:"((?:[^"]|"")*)"(?={mark}|$)|([^{mark}]*))', body)
    return [quoted.replace('""', '"') if quoted else plain for quoted, plain in fields]
