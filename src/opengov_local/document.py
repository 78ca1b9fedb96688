"""Document: a JSON-shaped tree read from any source, with the place of every value in that source."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

from opengov_local.account import Account
from opengov_local.finding import Finding, Location, path_of
from opengov_local.json_text import compact


class Locator(Protocol):
    """Knows where the values of a document stand in its source."""

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives the place of a value or its key in the source; None where the source has none."""


@dataclass(frozen=True, slots=True)
class _Below:
    """Knows the places of a part of a source."""

    locator: Locator
    lines: int

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        place = self.locator.locate(pointer, key=key)
        return place and place.below(self.lines)


@dataclass(frozen=True, eq=False)
class Document:
    """Data read from a source, whole or not, right or wrong.

    Attributes:
        tree: JSON-shaped data: dict, list, str, int, float, bool, None.
        source: name of the file or stream, as the user gave it.
        format: name of the format it was read from.
        locator: knows the places in the source.
        json: the source itself, where it is JSON text.
        survey: what the quick lane noted, where it has accepted the bytes.
    """

    tree: Any
    source: str | None
    format: str
    locator: Locator
    json: bytes | None = None
    survey: Any = None

    @cached_property
    def raw(self) -> bytes:
        """The JSON bytes that are judged: for JSON the source itself, else a compact copy of the tree."""
        return compact(self.tree) if self.json is None else self.json

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

    def placed_by(self, format: str, locator: Locator) -> Document:
        """Gives the same data as of another source, whose places another locator knows."""
        other = copy(self)
        other.__dict__.update({"format": format, "locator": locator, "source": None})
        return other

    def located_by(self, locator: Locator) -> Document:
        """Gives the same data, whose places another locator knows."""
        other = copy(self)
        other.__dict__["locator"] = locator
        return other

    def below(self, lines: int) -> Document:
        """Gives the same data with places in a source in which so many lines stand before it."""
        return self.located_by(_Below(self.locator, lines))

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


class LateDocument(Document):
    """A document whose tree is made whole when it is first asked for."""

    def __init__(
        self,
        whole: Callable[[], Any],
        source: str | None,
        format: str,
        locator: Locator,
        json: bytes | None = None,
        survey: Any = None,
    ) -> None:
        """Makes the document.

        Args:
            whole: makes the tree, and gives the same again when it is asked again.
            source: name of the file or stream.
            format: name of the format it was read from.
            locator: knows the places in the source.
            json: the source itself, where it is JSON text.
            survey: what the quick lane noted, where it has accepted the bytes.
        """
        stated = {"source": source, "format": format, "locator": locator, "json": json, "survey": survey}
        self.__dict__.update(stated, _whole=whole)

    @cached_property
    def tree(self) -> Any:
        """JSON-shaped data."""
        return self.__dict__["_whole"]()


@dataclass(frozen=True, slots=True, eq=False)
class Import:
    """What reading a source gives.

    Attributes:
        document: the data, unless the source could not be read at all; its `sources` say where each value was read.
        findings: what was found in reading it.
        account: what became of every piece of the source, for sources that are no package already.
        layout: how the source was understood, step by step, as findings of the family `layout`.
        sheets: names of the sheets of a workbook, in its order.
        part: which of the documents of the source it is, where this holds several: the id of the package, or the line.
        behind_mark: the data behind a byte order mark, which must not stand there: it is judged, and never used.
    """

    document: Document | None
    findings: tuple[Finding, ...] = ()
    account: Account | None = None
    layout: tuple[Finding, ...] = ()
    sheets: tuple[str, ...] = ()
    part: str | None = None
    behind_mark: Document | None = None

    @property
    def sources(self) -> list[Any]:
        """Where the values were read, as the document has it."""
        tree = self.document.tree if self.document else None
        sources = tree.get("sources") if isinstance(tree, dict) else None
        return sources if isinstance(sources, list) else []
