"""JSON text level by level: where each member starts and ends, and which line an offset is on."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import chain
from typing import Any

import msgspec

MAX_INTEGER = 2**53 - 1
"""The largest whole number that I-JSON (RFC 7493, section 2.2) lets every reader hold exactly."""

_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
BAD_CHARACTER = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
"""Surrogates and noncharacters, which I-JSON (RFC 7493, section 2.1) forbids in names and strings."""

_NONCHARACTER_STARTS = (b"\xef", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")
_NONCHARACTER = re.compile(
    rb"[\xef-\xf4](?:(?<=\xef)(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])|(?<!\xef)[\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf])"
)
"""It begins with a class of bytes, which is searched for quickly."""

_NONCHARACTER_PARTS = (b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
"""Bytes of which one, at the least, is in each of them."""

_SHAPES = frozenset((dict, list, str, int, float, bool, type(None)))
_DEEPEST = 64
"""Objects and arrays in each other of data that is written at once."""
_BLANK = re.compile(r"[ \t\n\r]*")
_LINE_FEED = re.compile(r"\n")
_LINE_END = re.compile(r"\r\n?|\n")
# How a message of the standard library begins, what was expected, how far before the position told.
_EXPECTED = (
    ("Unterminated string", "string", 0),
    ("Invalid control character", "escape", 0),
    ("Invalid \\escape", "escape", 0),
    ("Invalid \\uXXXX", "escape", 1),
    ("", "value", 0),
)


class JsonTextError(ValueError):
    """The text is no JSON at `offset`, where something else was `expected` (a short stable key)."""

    def __init__(self, expected: str, offset: int) -> None:
        super().__init__(expected, offset)
        self.expected = expected
        self.offset = offset


class LineIndex:
    """Turns offsets into lines and columns; a line ends with LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        line_end = _LINE_END if "\r" in text else _LINE_FEED
        self._starts = [0, *(end.end() for end in line_end.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Gives line and column (code points), both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


_READER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_refuse_constant)


def read_value(text: str, start: int) -> tuple[Any, int]:
    """Reads the value at an offset with the standard library; numbers stay text.

    Returns:
        The value and the offset behind it.

    Raises:
        JsonTextError: no JSON value stands there.
    """
    try:
        return _READER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        expected, back = next((key, back) for begin, key, back in _EXPECTED if error.msg.startswith(begin))
        raise JsonTextError(expected, error.pos - back) from None
    except ValueError:
        raise JsonTextError("value", start) from None


def skip_blank(text: str, start: int) -> int:
    """Gives the offset of the first character that is not JSON white space."""
    blank = _BLANK.match(text, start)
    return blank.end() if blank else start


def read_level(text: str, start: int, value_end: Callable[[str | int, int, int], int]) -> int:
    """Walks the members of the object or array that starts at an offset, without its inner levels.

    Args:
        text: JSON text.
        start: offset of `{` or `[`.
        value_end: called with key (or index), offset of the key and offset of the value; gives the offset
            behind the value.

    Returns:
        The offset behind the closing bracket.

    Raises:
        JsonTextError: the level is not closed or not well formed.
    """
    is_object = text[start] == "{"
    close = "}" if is_object else "]"
    index = 0
    at = skip_blank(text, start + 1)
    if text.startswith(close, at):
        return at + 1
    while True:
        key: str | int = index
        key_start = at
        if is_object:
            key, at = _read_key(text, at)
        end = value_end(key, key_start, at)
        index += 1
        at = skip_blank(text, end)
        if text.startswith(close, at):
            return at + 1
        if not text.startswith(",", at):
            raise JsonTextError("comma", at)
        at = skip_blank(text, at + 1)


def _read_key(text: str, start: int) -> tuple[str, int]:
    """Reads a key and its colon; gives the key and the offset of the value."""
    if not text.startswith('"', start):
        raise JsonTextError("name", start)
    key, at = read_value(text, start)
    at = skip_blank(text, at)
    if not text.startswith(":", at):
        raise JsonTextError("colon", at)
    return key, skip_blank(text, at + 1)


def holds_bad_character(text: str) -> bool:
    """Tells whether a text holds a surrogate or noncharacter; most are told by their bytes, at once."""
    if text.isascii():
        return False
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        return True
    return any(part in raw for part in _NONCHARACTER_PARTS) and holds_noncharacter(raw)


def holds_noncharacter(raw: bytes) -> bool:
    """Tells whether there is a noncharacter in UTF-8, as it stands and not escaped."""
    # Single bytes are looked for many times faster, and most texts hold none of these.
    return any(start in raw for start in _NONCHARACTER_STARTS) and _NONCHARACTER.search(raw) is not None


def number_in_range(literal: str) -> bool:
    """Tells whether a JSON number is a whole number within ±(2^53-1) or a finite double."""
    if any(mark in literal for mark in ".eE"):
        return math.isfinite(float(literal))
    return len(literal) <= 17 and abs(int(literal)) <= MAX_INTEGER


def canonical(tree: Any) -> str:
    """Writes JSON-shaped data compactly: no spaces, no needless escapes, keys in their order."""
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def compact(tree: Any) -> bytes:
    """Writes the same in UTF-8."""
    kinds = kinds_in(tree, _DEEPEST)
    if kinds is None or float in kinds:  # numbers with a point are spelled as everywhere else
        return canonical(tree).encode()
    return msgspec.json.encode(tree)


def kinds_in(tree: Any, limit: int) -> set[type] | None:
    """Gives the types in data; None where JSON gives others, where a number is out of range, or it is too deep."""
    level, depth = [tree], 0
    found: set[type] = set()
    while level:
        kinds = set(map(type, level))
        if not kinds <= _SHAPES or (int in kinds and any(type(n) is int and abs(n) > MAX_INTEGER for n in level)):
            return None
        found |= kinds
        objects = [node for node in level if type(node) is dict] if dict in kinds else []
        arrays = [node for node in level if type(node) is list] if list in kinds else []
        depth += bool(objects or arrays)
        if depth > limit or not set(map(type, chain.from_iterable(objects))) <= {str}:
            return None
        level = [*chain.from_iterable(map(dict.values, objects)), *chain.from_iterable(arrays)]
    return found
