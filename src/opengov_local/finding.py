"""Finding, Location and Severity: what the library says about data, and where it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

Parameter = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source: a JSON Pointer always, and what its format can add.

    Attributes:
        pointer: JSON Pointer (RFC 6901) into the document; "" is the whole document.
        source: name of the file or stream, as the user gave it.
        line: line, from 1.
        column: column in code points, from 1.
        sheet: name of the sheet of a workbook.
        table: number of the table in a text document, from 1, in the order in which tables begin.
        cell: cell of the sheet or table, such as `B4`.
        paragraph: number of the paragraph in a text document, from 1, tables not counted.
    """

    pointer: str = ""
    source: str | None = None
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    table: int | None = None
    cell: str | None = None
    paragraph: int | None = None

    def below(self, lines: int) -> Location:
        """Gives the place where a text begins below so many lines of another."""
        return self if self.line is None else replace(self, line=self.line + lines)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about the data: its identity is the code and the place, never a sentence.

    Attributes:
        code: stable `family/name`, the key of the message catalogues.
        severity: how grave it is.
        location: where it is.
        params: what the message needs: names, values, limits, suggestions.
        related: the other place that it speaks of, such as the first of two things with one number.
    """

    code: str
    severity: Severity = "error"
    location: Location = Location()
    params: Mapping[str, Parameter] = field(default_factory=dict)
    related: Location | None = None

    def as_dict(self) -> dict[str, Any]:
        """Gives the finding as JSON-shaped data, absent parts left out."""
        params = {name: list(value) if isinstance(value, tuple) else value for name, value in self.params.items()}
        related = {} if self.related is None else {"related": _parts(self.related)}
        return {
            "code": self.code, "severity": self.severity, "location": _parts(self.location), **related, "params": params
        }  # fmt: skip


def _parts(place: Location) -> dict[str, Any]:
    return {name: value for name in _PLACE if (value := getattr(place, name)) is not None}


_PLACE = ("source", "pointer", "line", "column", "sheet", "table", "cell", "paragraph")


def pointer_of(path: tuple[str | int, ...]) -> str:
    """Writes a path of keys and indices as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def path_of(pointer: str) -> tuple[str, ...]:
    """Splits a JSON Pointer into its steps; indices stay text, as the pointer has them."""
    if not pointer:
        return ()
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/"))
