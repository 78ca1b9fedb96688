"""The table of losses: what becomes of every field of the model in every format, as measured."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal, get_args

Fate = Literal["kept", "partly", "lost"]
"""`kept`: every value came back; `partly`: some did; `lost`: none did."""
FATES: Final[tuple[Fate, ...]] = get_args(Fate)
Field = tuple[str, str]
"""Concept and field."""
Fates = Mapping[Field, Fate]
"""What becomes of the fields that were measured."""
_LETTERS: Final = {fate[0]: fate for fate in FATES}


@cache
def table() -> Mapping[str, Fates]:
    """Gives the fates of fields by format; a format that holds every package as it is is not in it."""
    rows = list(csv.DictReader(io.StringIO(_text(), newline="")))
    found: dict[str, dict[Field, Fate]] = {}
    for row in rows:
        field = (row.pop("concept"), row.pop("field"))
        for name, letter in row.items():
            if letter:
                found.setdefault(name, {})[field] = _LETTERS[letter]
    return MappingProxyType({name: MappingProxyType(fates) for name, fates in found.items()})


def written(measured: Mapping[str, Fates], fields: tuple[Field, ...]) -> str:
    """Writes a table as it stands in the file: a line for each field, a column for each format, a letter for each fate.

    Args:
        measured: the fates by format.
        fields: the order of the lines.
    """
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(["concept", "field", *measured])
    for field in fields:
        lines.writerow([*field, *((fates.get(field) or " ")[0].strip() for fates in measured.values())])
    return out.getvalue()


def _text() -> str:
    return files(__name__.rpartition(".")[0]).joinpath("losses.csv").read_text(encoding="utf-8")
