"""CSV: bytes to a grid of text, whatever the encoding, the delimiter and the line ends."""

from __future__ import annotations

import csv
import re
import threading
from collections.abc import Iterator
from typing import Final

from opengov_local.finding import Finding, Location
from opengov_local.formats.grids.csv_records import Delimiter, Records, find_delimiter, read_records, split_lines
from opengov_local.formats.grids.doubts import about_file
from opengov_local.formats.grids.grid import MOST_CELLS, Book, Grid, Value, is_blank
from opengov_local.importing.containers import ContainerLimits
from opengov_local.importing.encodings import Decoded, decode_text
from opengov_local.importing.signatures import TEXT, looks_like

_SEPARATOR_LINE: Final = re.compile(r'"?sep=(.)"?[ \t]*\r?\n?\r?', re.IGNORECASE)
_CONTROLS: Final = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MOST_NAMED: Final = 20
_FIELD_LIMIT: Final = threading.Lock()


def read_csv(data: bytes, source: str | None, limits: ContainerLimits) -> Book | Finding:
    """Reads the cells of CSV; see `grids.read_csv`."""
    kind = looks_like(data)
    if kind == "empty":
        return about_file("source/empty-file", source)
    if kind not in TEXT:
        return about_file("source/wrong-kind", source, wanted="csv", looks_like=kind)
    if len(data) > limits.max_bytes:
        return about_file("source/too-large", source, size=len(data), limit=limits.max_bytes)
    decoded = decode_text(data)
    text = decoded.text
    if len(_CONTROLS.findall(text)) * 20 > len(text):
        return about_file("source/wrong-kind", source, wanted="csv", looks_like="binary")
    told, body, delimiter = _parts(text)
    sign = told[1] if told else delimiter.sign if delimiter else ","
    cells = len(body) + text.count(sign)
    if cells > MOST_CELLS:
        return about_file("source/too-many-cells", source, rows=len(body), columns=cells // max(len(body), 1) + 1)
    records = read_lines(body, sign, len(text))
    rows: list[list[Value]] = [["".join(told[0].splitlines())]] if told else []
    known: dict[Value, Value] = {}
    rows.extend([list(map(known.setdefault, row, row)) for row in records.rows])
    findings = [*_on_text(decoded, source), *_on_quotes(records, source, shift=len(rows) - len(records.rows))]
    if delimiter and delimiter.rival:
        unsure = about_file(
            "import/delimiter-unsure", source, "warning", delimiter=delimiter.sign, other=delimiter.rival
        )
        findings.append(unsure)
    return Book(
        (Grid("", _without_blank_end(rows), helps=(0,) if told else (), coloured=None),), False, tuple(findings)
    )


def _parts(text: str) -> tuple[re.Match[str] | None, list[str], Delimiter | None]:
    """Gives the line that tells the delimiter, if there is one, the lines of the records, and the delimiter, if not."""
    lines = split_lines(text)
    told = _SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    body = lines[1:] if told else lines
    return told, body, find_delimiter(body) if told is None else None


def is_tabbed(data: bytes) -> bool:
    """Tells whether most lines of a text are parted by tabs, as in the "Unicode text" of spreadsheets."""
    lines = [line for line in split_lines(decode_text(data).text) if line.strip()] if looks_like(data) in TEXT else []
    return sum("\t" in line for line in lines) * 2 > len(lines)


def lines_of_rows(data: bytes) -> list[int | None] | None:
    """Gives the line of each row of CSV, from 1, and None for a row of several lines; None where row and line agree."""
    if b'"' not in data or looks_like(data) not in TEXT:
        return None
    told, body, delimiter = _parts(text := decode_text(data).text)
    records = read_lines(body, told[1] if told else delimiter.sign if delimiter else ",", len(text))
    if len(records.rows) == len(body):
        return None
    shift = 1 if told else 0
    ends = [0, *records.ends]
    found: list[int | None] = [
        end + shift if end == before + 1 else None for before, end in zip(ends, records.ends, strict=False)
    ]
    return [1, *found] if told else found


def read_lines(lines: list[str], sign: str, longest: int) -> Records:
    """Reads records of any length: the limit of the csv module holds for the whole process, and is put back."""
    with _FIELD_LIMIT:
        before = csv.field_size_limit()
        csv.field_size_limit(max(before, longest + 1))
        try:
            return read_records(lines, sign)
        finally:
            csv.field_size_limit(before)


def _without_blank_end(rows: list[list[Value]]) -> list[list[Value]]:
    last = len(rows)
    while last and all(map(is_blank, rows[last - 1])):
        last -= 1
    return rows[:last]


def _on_text(decoded: Decoded, source: str | None) -> Iterator[Finding]:
    if decoded.evidence == "unsure":
        yield about_file("import/encoding-unsure", source, "warning", encoding=decoded.encoding, others=decoded.others)
    elif decoded.evidence != "plain":
        yield about_file("import/encoding-guessed", source, "info", encoding=decoded.encoding)
    if decoded.broken:
        yield about_file("import/broken-characters", source, "error", count=decoded.broken, encoding=decoded.encoding)
    zeros = decoded.text.count("\0")
    if zeros:
        yield about_file("import/null-characters", source, "warning", count=zeros)


def _on_quotes(records: Records, source: str | None, *, shift: int) -> Iterator[Finding]:
    if records.broken:
        lines = tuple(str(line + shift) for line in records.broken[:_MOST_NAMED])
        place = Location("", source, line=int(lines[0]))
        yield Finding("import/quotes-broken", "warning", place, {"count": len(records.broken), "lines": lines})
