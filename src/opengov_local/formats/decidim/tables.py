"""The tables beside the code: entities, their keys, other spellings of keys, states of proposals."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from opengov_local.resources import rows_of


class Column(NamedTuple):
    """What a key of an entity means.

    Attributes:
        way: how its value is read; `own`: by the code of its entity; `keep`: known, but without a place in the model.
        field: the field, or scheme of numbers, it is read into.
        rank: its place in the table, by which texts of one field are joined.
    """

    way: str
    field: str
    rank: int


def rows(name: str) -> list[dict[str, str]]:
    """Reads a table beside the code."""
    return rows_of(__package__, f"{name}.csv")


@cache
def spellings() -> Mapping[str, str]:
    """Gives the key of every other spelling."""
    return {row["spelling"]: row["key"] for row in rows("spellings")}


@cache
def states() -> Mapping[str, str]:
    """Gives the disposition of every state of a proposal."""
    return {row["state"]: row["disposition"] for row in rows("states")}


@cache
def names() -> Mapping[str, str]:
    """Gives the entity of every name of one or several of them, as keys and names of files have it."""
    return {name: row["entity"] for row in rows("entities") for name in row["names"].split()}


def entity_of(roots: Collection[str]) -> str | None:
    """Gives the entity that has these first parts of keys; None where there is none.

    Args:
        roots: the first part of every key: `title` of `title/fr`.
    """
    for all_of, any_of, none_of, entity in _signatures():
        if all_of and all_of <= set(roots) and none_of.isdisjoint(roots) and (not any_of or any_of & set(roots)):
            return entity
    return None


@cache
def _signatures() -> tuple[tuple[frozenset[str], frozenset[str], frozenset[str], str], ...]:
    columns = ("all", "any", "none")
    return tuple(
        (*(frozenset(row[name].split()) for name in columns), row["entity"])  # type: ignore[misc]
        for row in rows("entities")
    )


@cache
def _columns(entity: str) -> Mapping[str, Column]:
    mine = [row for row in rows("columns") if row["entity"] == entity]
    return {row["key"]: Column(row["way"], row["field"], rank) for rank, row in enumerate(mine)}


def column_of(entity: str, key: str) -> tuple[Column, str] | None:
    """Gives what a key means, and the rest of it behind that: `fr` of `title/fr`; None where it is not known."""
    known = _columns(entity)
    if key in known:
        return known[key], ""
    parts = key.split("/")
    for length in range(len(parts), -1, -1):
        begin = "/".join(parts[:length])
        column = known.get(f"{begin}/*" if begin else "*")
        if column is not None:
            return column, "/".join(parts[length:])
    return None
