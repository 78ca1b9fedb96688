"""YAML read as JSON: parser events become canonical JSON text, with the YAML place of every token of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import yaml

from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.formats.yaml_problems import problem_key
from opengov_local.json_text import BAD_CHARACTER, LineIndex, canonical

Path = tuple[str | int, ...]
KindAt = Callable[[Path], str]
"""Tells what stands at a path: "text" for a field that holds text, any other word for the rest."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NULLS = ("", "~", "null")
_UNSAFE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML refuses unless escaped, and U+0085, U+2028, U+2029: line ends in YAML 1.1, but text in YAML 1.2."""

_NAMED = ("U+0085", "U+2028", "U+2029", "U+FEFF")
_TAG = re.compile(r"(?:&\S+\s+)?(!(?:<[^>]*>|[^\s,\[\]{}]*))")


def plain_literal(value: str, path: Path, kind_at: KindAt) -> str | None:
    """Gives the JSON spelling of an unquoted scalar, or None when it is text.

    Empty, `~` and `null` are null everywhere. `true`, `false` and JSON numbers are what they say, except in
    fields that hold text: there they are text, like everything else (`country: NO`, `2024-01-05`, `012`).
    """
    if value in _NULLS:
        return "null"
    if (value in ("true", "false") or NUMBER.fullmatch(value)) and kind_at(path) != "text":
        return value
    return None


@dataclass(slots=True)
class Transcript:
    """What a YAML text says, as JSON.

    Attributes:
        json: canonical JSON text, closed where the YAML breaks off; "" where there is no document.
        findings: what YAML allows and this format refuses.
        lines: the lines of the YAML text.
        json_offsets: offset in `json` of each token, ascending.
        yaml_offsets: offset in the YAML text of the same tokens.
    """

    json: str
    findings: tuple[Finding, ...]
    lines: LineIndex
    json_offsets: list[int]
    yaml_offsets: list[int]

    def place(self, json_offset: int) -> tuple[int, int]:
        """Gives line and column in the YAML text of the token at an offset of the JSON text."""
        token = bisect_right(self.json_offsets, json_offset) - 1
        return self.lines.place(self.yaml_offsets[max(token, 0)])


def transcribe(text: str, *, source: str | None, kind_at: KindAt, max_depth: int) -> Transcript:
    """Reads YAML text.

    Args:
        text: the decoded text.
        source: name of the file or stream, for the locations.
        kind_at: tells which fields hold text.
        max_depth: depth at which reading stops; the JSON text then goes one level deeper, to be refused.
    """
    return _Transcriber(text, source, kind_at, max_depth).run()


class _Stop(Exception):  # noqa: N818 - it ends the reading, it is no error
    """Nothing behind this place is read."""


@dataclass(slots=True)
class _Level:
    """An open mapping or sequence; `step` is the key or index of the value that is being read."""

    is_mapping: bool
    step: str | int | None = None
    count: int = field(default=0)

    @property
    def awaits_key(self) -> bool:
        return self.is_mapping and self.step is None


class _Transcriber:
    def __init__(self, text: str, source: str | None, kind_at: KindAt, max_depth: int) -> None:
        self._text = text
        self._source = source
        self._kind_at = kind_at
        self._max_depth = max_depth
        self._parts: list[str] = []
        self._length = 0
        self._levels: list[_Level] = []
        self._documents = 0
        self._findings: list[Finding] = []
        self._result = Transcript("", (), LineIndex(text), [], [])

    def run(self) -> Transcript:
        try:
            for event in self._events():
                self._event(event)
        except _Stop:
            self._close_all()
        self._result.json = "".join(self._parts)
        self._result.findings = tuple(self._findings)
        return self._result

    def _events(self) -> Iterator[yaml.Event]:
        """Gives the events of the parser; its errors become findings."""
        if unsafe := _UNSAFE.search(self._text):
            number = f"U+{ord(unsafe[0]):04X}"
            if BAD_CHARACTER.match(unsafe[0]):
                self._refuse("syntax/noncharacter", unsafe.start(), character=number)
            problem = number if number in _NAMED else "control"
            self._refuse("syntax/invalid-yaml", unsafe.start(), problem=problem, original=number)
        try:
            yield from yaml.parse(self._text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            offset = mark.index if mark else 0
            complaint = error.problem or error.context or ""
            problem = problem_key(complaint, self._text, offset)
            self._refuse("syntax/invalid-yaml", offset, problem=problem, original=complaint)

    def _event(self, event: yaml.Event) -> None:
        offset = event.start_mark.index if event.start_mark else 0
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse("syntax/yaml-multiple-documents", offset)
            case yaml.AliasEvent():
                name = event.anchor or ""
                self._add("syntax/yaml-anchor", offset, name=name)
                self._scalar(canonical(f"*{name}"), f"*{name}", offset)
            case yaml.ScalarEvent():
                self._properties(event, offset)
                path = self._path()
                is_key = bool(self._levels) and self._levels[-1].awaits_key
                if is_key and event.value == "<<" and not event.style:
                    self._add("syntax/yaml-merge-key", offset)
                is_text = event.style or is_key
                literal = None if is_text else plain_literal(event.value, path, self._kind_at)
                self._scalar(literal or canonical(event.value), event.value, offset)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._properties(event, offset)
                self._open(isinstance(event, yaml.MappingStartEvent), offset)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()

    def _properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, offset: int) -> None:
        if event.anchor is not None:
            self._add("syntax/yaml-anchor", offset, name=event.anchor)
        if event.tag is not None:
            written = _TAG.match(self._text, offset)
            self._add("syntax/yaml-tag", offset, tag=written[1] if written else event.tag)

    def _scalar(self, literal: str, value: str, offset: int) -> None:
        if self._levels and self._levels[-1].awaits_key:
            level = self._levels[-1]
            self._write("," if level.count else "")
            self._token(literal, offset)
            level.count += 1
            level.step = value
        else:
            self._before_value()
            self._token(literal, offset)
            self._after_value()

    def _open(self, is_mapping: bool, offset: int) -> None:
        if self._levels and self._levels[-1].awaits_key:
            self._refuse("syntax/yaml-key", offset)
        self._before_value()
        self._token("{" if is_mapping else "[", offset)
        self._levels.append(_Level(is_mapping))
        if len(self._levels) > self._max_depth:
            raise _Stop

    def _close(self) -> None:
        self._write("}" if self._levels.pop().is_mapping else "]")
        self._after_value()

    def _close_all(self) -> None:
        while self._levels:
            if self._levels[-1].is_mapping and self._levels[-1].step is not None:
                self._write(":null")
            self._close()

    def _before_value(self) -> None:
        if self._levels:
            level = self._levels[-1]
            if level.is_mapping:
                self._write(":")
            else:
                self._write("," if level.count else "")
                level.step = level.count
                level.count += 1

    def _after_value(self) -> None:
        if self._levels:
            self._levels[-1].step = None

    def _token(self, literal: str, offset: int) -> None:
        self._result.json_offsets.append(self._length)
        self._result.yaml_offsets.append(offset)
        self._write(literal)

    def _write(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)

    def _path(self) -> Path:
        """Gives the path of the node that comes next."""
        path: list[str | int] = []
        for level in self._levels:
            if not level.is_mapping and level.step is None:
                path.append(level.count)
            elif level.step is not None:
                path.append(level.step)
        return tuple(path)

    def _refuse(self, code: str, offset: int, **params: Parameter) -> None:
        self._add(code, offset, **params)
        raise _Stop

    def _add(self, code: str, offset: int, **params: Parameter) -> None:
        line, column = self._result.lines.place(offset)
        location = Location(pointer_of(self._path()), self._source, line, column)
        self._findings.append(Finding(code, "error", location, params))
