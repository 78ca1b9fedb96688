"""The columns of OGP's commitments spreadsheet: what each holds and where it goes in the model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from opengov_local.resources import rows_of


class Column(NamedTuple):
    """A column of the spreadsheet.

    Attributes:
        name: its heading.
        reads: how its cells are read.
        field: where they go: a field, a code, or report and criterion as `end:completion`.
    """

    name: str
    reads: str
    field: str


@cache
def columns() -> tuple[Column, ...]:
    """Gives the columns in the order of the spreadsheet (extract of July 2024)."""
    return tuple(Column(row["column"], row["reads"], row["field"]) for row in rows_of(__package__, "columns.csv"))


@cache
def _by_name() -> Mapping[str, Column]:
    return {_key(column.name): column for column in columns()}


def column_of(heading: str) -> Column | None:
    """Gives the column of a heading; case and spaces do not count, the underscore of OGP's codes does."""
    return _by_name().get(_key(heading))


def _key(heading: str) -> str:
    return " ".join(heading.replace("\ufeff", "").split()).casefold()
