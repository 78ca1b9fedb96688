"""Places in JSON bytes, found on demand: a pointer is descended level by level, and what lies beside is skipped."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import msgspec

from opengov_local.finding import Location, path_of

_BLANK = re.compile(rb"[ \t\n\r]*")
_BEFORE_ITEM = re.compile(rb"[ \t\n\r,]*")
_BEFORE_VALUE = re.compile(rb'[ \t\n\r,]*("(?:[^"\\]|\\.)*+")[ \t\n\r]*:[ \t\n\r]*')
_LINE_END = re.compile(rb"\r\n?|\n")
_INSIDE_CHARACTER = bytes(range(0x80, 0xC0))
"""Bytes of UTF-8 that begin no character."""
_BLOCK = 4096
_FEW = 16
"""How many lines are counted from the beginning before it pays to note where each line starts."""

_object = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_array = msgspec.json.Decoder(list[msgspec.Raw]).decode


class _Spot(NamedTuple):
    """Where a member of an object or item of an array stands, in bytes: its key (or itself), its value."""

    key_start: int
    start: int
    end: int


class JsonLocator:
    """Finds places in JSON bytes that have passed the pre-check; levels once read are kept."""

    def __init__(self, raw: bytes) -> None:
        """Keeps the bytes; nothing is read yet."""
        self._raw = raw
        self._levels: dict[int, dict[str, _Spot]] = {}
        self._asked = 0

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives line and column (code points) of a value, or of its key; None when the document has no such value."""
        offset = self._offset(pointer, key)
        if offset is None:
            return None
        line, column = self._place(offset)
        return Location(line=line, column=column)

    def offset(self, pointer: str, *, key: bool = False) -> int | None:
        """Gives the offset in code points of a value, or of its key; None when there is no such value."""
        at = self._offset(pointer, key)
        return None if at is None else self._characters_before(at)

    def _offset(self, pointer: str, key: bool) -> int | None:
        start = _end(_BLANK, self._raw, 0)
        spot = _Spot(start, start, len(self._raw))
        for step in path_of(pointer):
            below = self._level(spot).get(step)
            if below is None:
                return None
            spot = below
        return spot.key_start if key else spot.start

    def _level(self, spot: _Spot) -> dict[str, _Spot]:
        """Gives the members of an object or array by pointer step; none for other values."""
        if spot.start not in self._levels:
            self._levels[spot.start] = self._read(spot)
        return self._levels[spot.start]

    def _read(self, spot: _Spot) -> dict[str, _Spot]:
        raw, at = self._raw, spot.start + 1
        level: dict[str, _Spot] = {}
        if raw[spot.start] == ord("{"):
            for name, value in _object(raw[spot.start : spot.end]).items():
                before = _BEFORE_VALUE.match(raw, at)
                key_start, start = (before.start(1), before.end()) if before else (at, at)
                at = start + len(bytes(value))
                level[name] = _Spot(key_start, start, at)
        elif raw[spot.start] == ord("["):
            for position, value in enumerate(_array(raw[spot.start : spot.end])):
                start = _end(_BEFORE_ITEM, raw, at)
                at = start + len(bytes(value))
                level[str(position)] = _Spot(start, start, at)
        return level

    def _place(self, offset: int) -> tuple[int, int]:
        """Gives line and column of an offset in bytes, both from 1."""
        self._asked += 1
        if self._asked > _FEW or b"\r" in self._raw:
            line = bisect_right(self._line_starts, offset)
            start = self._line_starts[line - 1]
        else:
            line = self._raw.count(b"\n", 0, offset) + 1
            start = self._raw.rfind(b"\n", 0, offset) + 1
        return line, self._characters_before(offset) - self._characters_before(start) + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self._raw))]

    def _characters_before(self, offset: int) -> int:
        block = offset // _BLOCK
        return self._characters[block] + _characters(self._raw[block * _BLOCK : offset])

    @cached_property
    def _characters(self) -> list[int]:
        """How many characters begin before each block of bytes."""
        blocks = (self._raw[at : at + _BLOCK] for at in range(0, len(self._raw), _BLOCK))
        return list(accumulate(map(_characters, blocks), initial=0))


def _characters(raw: bytes) -> int:
    return len(raw.translate(None, _INSIDE_CHARACTER))


def _end(pattern: re.Pattern[bytes], raw: bytes, at: int) -> int:
    found = pattern.match(raw, at)
    return found.end() if found else at
