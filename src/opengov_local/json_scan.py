"""The slow, positioned look at a JSON text that the quick check refused: lists all that is wrong with it."""

from __future__ import annotations

import re

from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.json_text import (
    BAD_CHARACTER,
    JsonTextError,
    LineIndex,
    number_in_range,
    read_level,
    read_value,
    skip_blank,
)

_SHOWN = 40
_FOUND = re.compile(r"\\(?:u[0-9a-fA-F]{0,4}|.)?|[\w+.-]{1,20}|.", re.DOTALL)
# What can be a bad character, written out or escaped; other escapes are stepped over, the rest is never looked at.
_SUSPECT = re.compile(
    r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|" + BAD_CHARACTER.pattern,
    re.DOTALL,
)
_SUSPECT_ESCAPES = ("\\ud", "\\uD", "\\uf", "\\uF")


class _TooDeep(Exception):  # noqa: N818 - it ends the scan, it is no error
    """Nothing below this depth is looked at."""


def scan(text: str, *, source: str | None, max_depth: int) -> tuple[Finding, ...]:
    """Lists every breach of I-JSON in a text, up to the first place where it is no JSON or too deep.

    Args:
        text: the decoded text.
        source: name of the file or stream, for the locations.
        max_depth: how many objects and arrays may lie in each other.
    """
    return _Scan(text, source, max_depth).run()


class _Scan:
    def __init__(self, text: str, source: str | None, max_depth: int) -> None:
        self._text = text
        self._source = source
        self._max_depth = max_depth
        self._lines = LineIndex(text)
        self._path: list[str | int] = []
        self._findings: list[Finding] = []

    def run(self) -> tuple[Finding, ...]:
        try:
            end = self._value(skip_blank(self._text, 0))
            end = skip_blank(self._text, end)
            if end < len(self._text):
                raise JsonTextError("end", end)
        except JsonTextError as error:
            found = _found(self._text, error.offset)
            self._add("syntax/invalid-json", error.offset, expected=error.expected, found=found)
        except _TooDeep:
            pass
        return tuple(self._findings)

    def _value(self, start: int) -> int:
        """Looks at the value at an offset; gives the offset behind it."""
        first = self._text[start : start + 1]
        if first in ("{", "["):
            return self._container(start)
        value, end = read_value(self._text, start)
        if first == '"':
            self._characters(value, start)
        elif first in "-0123456789" and not number_in_range(literal := self._text[start:end]):
            shown = literal if len(literal) <= _SHOWN else literal[: _SHOWN - 1] + "…"
            self._add("syntax/number-out-of-range", start, number=shown)
        return end

    def _container(self, start: int) -> int:
        if len(self._path) >= self._max_depth:
            self._add("syntax/too-deep", start, limit=self._max_depth)
            raise _TooDeep
        keys: set[str] = set()

        def member(key: str | int, key_start: int, value_start: int) -> int:
            self._path.append(key)
            if isinstance(key, str):
                self._characters(key, key_start)
                if key in keys:
                    self._add("syntax/duplicate-key", key_start, key=key)
                keys.add(key)
            end = self._value(value_start)
            self._path.pop()
            return end

        return read_level(self._text, start, member)

    def _characters(self, value: str, start: int) -> None:
        """Adds the first surrogate and the first noncharacter of a string, at its very place in the text."""
        wanted = {_code(character) for character in BAD_CHARACTER.findall(value)}
        units = _SUSPECT.finditer(self._text, start + 1)
        while wanted:
            unit = next(units)
            if unit[0].startswith("\\") and unit[0][:3] not in _SUSPECT_ESCAPES:
                continue
            character = read_value(f'"{unit[0]}"', 0)[0]
            if BAD_CHARACTER.match(character) and (code := _code(character)) in wanted:
                wanted.remove(code)
                self._add(code, unit.start(), character=_name(character))

    def _add(self, code: str, offset: int, **params: Parameter) -> None:
        line, column = self._lines.place(offset)
        location = Location(pointer_of(tuple(self._path)), self._source, line, column)
        self._findings.append(Finding(code, "error", location, params))


def _code(character: str) -> str:
    return "syntax/lone-surrogate" if "\ud800" <= character <= "\udfff" else "syntax/noncharacter"


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _found(text: str, offset: int) -> str:
    """Gives the word or character at an offset, an invisible one by its number, "" at the end of the text."""
    found = _FOUND.match(text, offset)
    if found is None:
        return ""
    return found[0] if found[0].isprintable() else _name(found[0][-1])
