"""From bytes to a judged tree: opening a source, the pre-check of I-JSON that every document passes."""

from __future__ import annotations

import codecs
import json
import os
import re
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from opengov_local.atomic import reason
from opengov_local.errors import SourceError
from opengov_local.finding import Finding, Location, Parameter
from opengov_local.json_scan import scan
from opengov_local.json_text import (
    BAD_CHARACTER,
    LineIndex,
    canonical,
    holds_noncharacter,
    kinds_in,
    number_in_range,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large and how deep a document may be.

    Attributes:
        max_bytes: size in bytes.
        max_depth: how many objects and arrays may lie in each other.
    """

    max_bytes: int = 64 * 2**20
    max_depth: int = 64


DEFAULT_LIMITS = Limits()
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Checked:
    """What the pre-check gives.

    Attributes:
        tree: JSON-shaped data; None, and meaningless, when there are findings.
        text: the decoded text; None when the bytes could not be decoded.
        findings: every breach found, none when the document may be judged further.
    """

    tree: Any
    text: str | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The bytes of a source, or the finding that it is too large to be read (then `data` is None)."""

    data: bytes | None
    source: str
    findings: tuple[Finding, ...] = ()


def open_source(path: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> Opened:
    """Reads a file, or the standard input for "-", and never more than the limit.

    A source above the limit gives the finding `syntax/too-large`; its `size` is what the file system tells;
    a stream, of which only the beginning is read, gives none.

    Raises:
        SourceError: it is missing, is a folder, or may not be read.
    """
    name = os.fspath(path)
    if name == "-":
        return _read_standard_input(limits)
    require_file(name)
    try:
        with Path(name).open("rb") as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > limits.max_bytes:
                return Opened(None, name, (_too_large(status.st_size, name, limits),))
            return _read_bounded(stream, name, limits)
    except (OSError, ValueError) as error:
        raise _refusal(name, error) from None


def require_file(name: str) -> None:
    """Makes sure that a name is that of something that is no folder.

    Raises:
        SourceError: it is a folder, JSON text, a link that leads nowhere, or nothing has that name.
    """
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError) as error:
        raise _refusal(name, error) from None
    if stat.S_ISDIR(mode):
        raise SourceError("tool/source-is-folder", file=name)


def _refusal(name: str, error: OSError | ValueError) -> SourceError:
    if name.strip().startswith(("{", "[")) and name.strip().endswith(("}", "]")):
        return SourceError("tool/text-as-path", file=name[:_SHOWN])
    if isinstance(error, FileNotFoundError):
        return SourceError("tool/dangling-link" if Path(name).is_symlink() else "tool/no-such-file", file=name)
    return SourceError("tool/unreadable", file=name, reason=reason(error))


def _read_standard_input(limits: Limits) -> Opened:
    if sys.stdin is None:  # a program can be started without
        raise SourceError("tool/no-input")
    try:
        return _read_bounded(sys.stdin.buffer, "-", limits)
    except (OSError, ValueError) as error:
        raise SourceError("tool/unreadable", file="-", reason=reason(error)) from None


def _read_bounded(stream: IO[bytes], name: str, limits: Limits) -> Opened:
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return Opened(None, name, (_too_large(None, name, limits),))
    return Opened(data, name)


def precheck(data: bytes, *, source: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Checked:
    """Judges JSON bytes by I-JSON (RFC 7493), without a byte order mark, within the limits.

    Args:
        data: the bytes as they came.
        source: name of the file or stream, for the locations.
        limits: size and depth allowed.

    Returns:
        The tree when the bytes are I-JSON, else every `syntax/*` finding with line and column.
    """
    text = decode(data, source=source, limits=limits)
    if isinstance(text, Finding):
        return Checked(None, None, (text,))
    return judge(text, data, source=source, limits=limits)


def decode(data: bytes, *, source: str | None, limits: Limits = DEFAULT_LIMITS) -> str | Finding:
    """Decodes the bytes of any text format as UTF-8, or says why they cannot be read as text."""
    if len(data) > limits.max_bytes:
        return _too_large(len(data), source, limits)
    if not data.strip(b" \t\r\n"):
        return _finding("syntax/empty", source, (1, 1))
    if data.startswith(codecs.BOM_UTF8):
        return _finding("syntax/bom", source, (1, 1))
    try:
        if len(data) % 2 == 0 and _UTF16_ASCII.match(data):
            raise UnicodeDecodeError("utf-8", data, data.index(b"\0"), 2, "UTF-16 without a mark")
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = LineIndex(before).place(len(before))
        return _finding("syntax/not-utf8", source, place, byte=error.start, looks_like=_looks_like(data))


_SIGNATURES = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"PK\x03\x04", "binary"),
    (b"%PDF-", "binary"),
    (b"\xd0\xcf\x11\xe0", "binary"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_UTF16_ASCII = re.compile(rb"(?:\0[\x01-\x7f]){2}|(?:[\x01-\x7f]\0){2}")


def _looks_like(data: bytes) -> str:
    """Names what bytes that are not UTF-8 seem to be: utf-16, utf-32, binary, or 8-bit (an old code page)."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if _UTF16_ASCII.match(data):
        return "utf-16"
    return "binary" if _CONTROLS.search(data, 0, 4096) else "8-bit"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("duplicate key")
    return members


def _whole_number(literal: str) -> int:
    if not number_in_range(literal):
        raise ValueError(literal)
    return int(literal)


def _decimal_number(literal: str) -> float:
    if not number_in_range(literal):
        raise ValueError(literal)
    return float(literal)


def _constant(name: str) -> Any:
    raise ValueError(name)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_int=_whole_number, parse_float=_decimal_number, parse_constant=_constant
)
_SURROGATE_BYTE = b"\xed"
_SUSPECT_ESCAPE = re.compile(r"\\u(?:[dD][89a-fA-F]|[fF][dD][dDeE]|[fF]{3}[eEfF])")


def judge(text: str, raw: bytes, *, source: str | None, limits: Limits = DEFAULT_LIMITS) -> Checked:
    """Judges decoded JSON text, as `precheck` does.

    Args:
        text: the text.
        raw: the same text in UTF-8, surrogates passed through.
        source: name of the file or stream, for the locations.
        limits: depth allowed.
    """
    try:
        tree = _DECODER.decode(text)
        if _depth_within(tree, limits.max_depth) and _characters_allowed(text, raw, tree):
            return Checked(tree, text, ())
    except (ValueError, RecursionError):
        pass
    findings = scan(text, source=source, max_depth=limits.max_depth)
    if not findings:
        raise RuntimeError("the quick check of this JSON text failed, yet the slow one finds nothing wrong")
    return Checked(None, text, findings)


def written_whole(tree: Any, *, limits: Limits = DEFAULT_LIMITS) -> bytes | None:
    """Writes data as compact JSON, UTF-8, where reading the text surely gives it again, without reading it.

    Args:
        tree: the data.
        limits: depth allowed.

    Returns:
        The same as `canonical`; None where the data has other types than reading gives, or where it is not I-JSON.
    """
    kinds = kinds_in(tree, limits.max_depth)
    if kinds is None:
        return None
    try:  # numbers with a point are spelled as everywhere else
        raw = canonical(tree).encode() if float in kinds else msgspec.json.encode(tree)
    except ValueError:
        return None
    return raw if _characters_allowed(raw.decode(), raw, tree) else None


def _depth_within(tree: Any, limit: int) -> bool:
    level = [tree] if isinstance(tree, (dict, list)) else []
    depth = 0
    while level:
        depth += 1
        if depth > limit:
            return False
        level = [child for node in level for child in _children(node) if isinstance(child, (dict, list))]
    return True


def _children(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node


def _characters_allowed(text: str, raw: bytes, tree: Any) -> bool:
    """Tells whether names and strings are free of surrogates and noncharacters, written out or escaped."""
    if (_SURROGATE_BYTE in raw or holds_noncharacter(raw)) and BAD_CHARACTER.search(text):
        return False
    if "\\u" in text and _SUSPECT_ESCAPE.search(text):
        return not BAD_CHARACTER.search(json.dumps(tree, ensure_ascii=False))
    return True


def _too_large(size: int | None, source: str | None, limits: Limits) -> Finding:
    known: dict[str, Parameter] = {} if size is None else {"size": size}
    return _finding("syntax/too-large", source, (None, None), **known, limit=limits.max_bytes)


def _finding(code: str, source: str | None, place: tuple[int | None, int | None], **params: Parameter) -> Finding:
    return Finding(code, "error", Location("", source, *place), params)
