"""Document: a JSON-shaped tree read from any source, with the place of every value in that source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

from opengov_local.account import Account
from opengov_local.finding import Finding, Location, path_of
from opengov_local.json_text import LineIndex, Member, canonical, read_level, read_value, skip_blank


class Locator(Protocol):
    """Knows where the values of a document stand in its source."""

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives the place of a value or its key in the source; None where the source has none."""


@dataclass(frozen=True, eq=False)
class Document:
    """Data read from a source, whole or not, right or wrong.

    Attributes:
        tree: JSON-shaped data: dict, list, str, int, float, bool, None.
        source: name of the file or stream, as the user gave it.
        format: name of the format it was read from.
        locator: knows the places in the source.
        json: the source itself, where it is JSON text.
    """

    tree: Any
    source: str | None
    format: str
    locator: Locator
    json: bytes | None = None

    @cached_property
    def raw(self) -> bytes:
        """The JSON bytes that are judged: for JSON the source itself, else a compact copy of the tree."""
        return canonical(self.tree).encode() if self.json is None else self.json

    def locate(self, pointer: str, *, key: bool = False) -> Location:
        """Gives the place of a value in the source.

        Args:
            pointer: JSON Pointer (RFC 6901); where nothing stands there (a missing field), the nearest
                existing place above it is given.
            key: give the place of the key instead of the value, if it has one.

        Returns:
            The location, with the pointer as asked.
        """
        place = self.locator.locate(pointer, key=key)
        above = pointer
        while place is None and above:
            above = above.rpartition("/")[0]
            place = self.locator.locate(above)
        return replace(place or Location(), pointer=pointer, source=self.source)

    def owners(self, pointer: str) -> tuple[str, ...]:
        """Gives the ids of the objects that a place lies in, from the outermost to the nearest.

        Args:
            pointer: JSON Pointer; where nothing stands there, the objects on the way count.
        """
        found, here = [], self.tree
        for step in (None, *path_of(pointer)):
            if step is not None:
                here = _below(here, step)
            if isinstance(here, dict) and isinstance(identifier := here.get("id"), str):
                found.append(identifier)
        return tuple(found)


def _below(value: Any, step: str) -> Any:
    if isinstance(value, list):
        return value[int(step)] if step.isdecimal() and int(step) < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


@dataclass(frozen=True, slots=True, eq=False)
class Import:
    """What reading a source gives.

    Attributes:
        document: the data, unless the source could not be read at all; its `sources` say where each value was read.
        findings: what was found in reading it.
        account: what became of every piece of the source, for sources that are no package already.
        layout: how the source was understood, step by step, as findings of the family `layout`.
    """

    document: Document | None
    findings: tuple[Finding, ...] = ()
    account: Account | None = None
    layout: tuple[Finding, ...] = ()

    @property
    def sources(self) -> list[Any]:
        """Where the values were read, as the document has it."""
        tree = self.document.tree if self.document else None
        sources = tree.get("sources") if isinstance(tree, dict) else None
        return sources if isinstance(sources, list) else []


class JsonLocator:
    """Finds places in JSON bytes by descending to them, one level at a time; levels once read are kept."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._levels: dict[int, dict[str, Member]] = {}

    @cached_property
    def _text(self) -> str:
        return self._raw.decode("utf-8")

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self._text)

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives line and column of a value, or of its key; None when the document has no such value."""
        offset = self.offset(pointer, key=key)
        if offset is None:
            return None
        line, column = self._lines.place(offset)
        return Location(line=line, column=column)

    def offset(self, pointer: str, *, key: bool = False) -> int | None:
        """Gives the offset in code points of a value, or of its key; None when there is no such value."""
        start = at = skip_blank(self._text, 0)
        for step in path_of(pointer):
            member = self._level(at).get(step)
            if member is None:
                return None
            at = member.value_start
            start = member.key_start
        return start if key else at

    def _level(self, start: int) -> dict[str, Member]:
        """Gives the members of the object or array at an offset by pointer step; none for other values."""
        if start not in self._levels:
            is_container = self._text[start] in "{["
            members = read_level(self._text, start, self._value_end)[0] if is_container else ()
            self._levels[start] = {str(member.key): member for member in members}
        return self._levels[start]

    def _value_end(self, _key: str | int, _key_start: int, value_start: int) -> int:
        return read_value(self._text, value_start)[1]
