"""Sources that hold several documents: one in each line (NDJSON), or YAML documents between lines of `---`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import IO, Final, NamedTuple

from opengov_local.source import DEFAULT_LIMITS, precheck

NDJSON: Final = "ndjson"
"""What the form is called, with a document in each line."""
LINE_ENDINGS: Final = (".ndjson", ".jsonl")
"""Endings of such files."""

_MOST: Final = DEFAULT_LIMITS.max_bytes
_BLANK: Final = b" \t\r\n"
_BEGINNING: Final = re.compile(rb"^---(?=[ \t\r\n]|\Z)", re.MULTILINE)
"""YAML allows such a line nowhere else, not even inside a text."""
_SAYS_SOMETHING: Final = re.compile(rb"^(?!---[ \t]*\r?$|\.\.\.[ \t]*\r?$|[ \t]*#|[ \t]*\r?$|%)", re.MULTILINE)
"""A line that is neither blank, comment, mark nor directive."""


class Part(NamedTuple):
    """One document of a source.

    Attributes:
        data: its bytes.
        lines: how many lines stand before it.
    """

    data: bytes
    lines: int


def lines_of(stream: IO[bytes]) -> Iterator[Part]:
    """Gives the document of each line, blank lines passed over; a line that is too long is cut, and refused so.

    A text that stands on several lines and is one JSON document is given as one.
    """
    opening = stream.readline(_MOST + 1)
    if opening.strip(_BLANK) and precheck(opening).findings:
        whole = opening + stream.read(_MOST + 1 - len(opening))
        if len(whole) <= _MOST and not precheck(whole).findings:
            yield Part(whole, 0)
            return
        yield from _each_line(_Ahead(whole, stream))
    else:
        yield from _each_line(_Ahead(opening, stream))


class _Ahead:
    """A stream of which a beginning was read already."""

    def __init__(self, beginning: bytes, stream: IO[bytes]) -> None:
        self._beginning = BytesIO(beginning)
        self._stream = stream

    def readline(self, most: int) -> bytes:
        line = self._beginning.readline(most)
        if line.endswith(b"\n") or len(line) == most:
            return line
        return line + self._stream.readline(most - len(line))


def _each_line(stream: _Ahead) -> Iterator[Part]:
    number = 0
    while line := stream.readline(_MOST + 1):
        if line.strip(_BLANK):
            yield Part(line.rstrip(_BLANK), number)  # else what breaks off would do so in the next line
        while len(line) > _MOST and not line.endswith(b"\n"):
            line = stream.readline(_MOST + 1)
        number += 1


def yaml_documents(data: bytes) -> list[Part]:
    """Gives the documents of a YAML text that say something."""
    starts = [0, *(mark.start() for mark in _BEGINNING.finditer(data)), len(data)]
    parts = [Part(data[start:end], data.count(b"\n", 0, start)) for start, end in pairwise(starts)]
    return [part for part in parts if _says_something(part.data)]


def _says_something(data: bytes) -> bool:
    return _SAYS_SOMETHING.search(data.rstrip(_BLANK)) is not None
