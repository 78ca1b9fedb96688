"""Updates as records in JSON or YAML: a list of objects with one value under each key is a table of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from opengov_local.account import Place
from opengov_local.document import Document
from opengov_local.finding import pointer_of
from opengov_local.formats.grids import Book, Grid, Value

_WRAPPERS: Final = frozenset(("records", "result", "data", "updates"))
_LANGUAGES: Final = frozenset(("ar", "en", "es", "fr", "zgh"))
_Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Records(Grid):
    """A table of records, each cell of which stands where its value does.

    Attributes:
        places: where each cell stands in the source.
    """

    places: Mapping[tuple[int, int], Place] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell; of one without, that of its key in the first record that has it."""
        return self.places.get((row, column)) or self.places[0, column]

    def at(self, place: Place) -> tuple[int, int]:
        """Gives the row and column of a place."""
        return self._here.get(place, (-1, -1))

    @cached_property
    def _here(self) -> dict[Place, tuple[int, int]]:
        return {place: cell for cell, place in self.places.items()}


def book_of(document: Document) -> Book | None:
    """Gives the table of the records of a document; None where it is none of records."""
    path, records = _records(document.tree, ())
    if not records:
        return None
    rows = [_flat(record, (*path, at)) for at, record in enumerate(records)]
    if any(row is None for row in rows):
        return None
    told = [row for row in rows if row is not None]
    keys = list(dict.fromkeys(key for row in told for key in row))
    values: list[list[Value]] = [list(keys)]
    places: dict[tuple[int, int], Place] = {}
    for number, row in enumerate(told, start=1):
        values.append([row[key][1] if key in row else None for key in keys])
        for column, key in enumerate(keys):
            if key in row:
                pointer = pointer_of(row[key][0])
                places[number, column] = _place(document, pointer)
                places.setdefault((0, column), _place(document, pointer, key=True))
    return Book((Records("", values, places=places),))


def _place(document: Document, pointer: str, *, key: bool = False) -> Place:
    found = document.locate(pointer, key=key)
    return Place("line", f"{pointer}#" if key else pointer, found.line or 0, found.column or 0)


def _records(tree: Any, path: _Path) -> tuple[_Path, Sequence[Mapping[str, Any]]]:
    """Gives the list of objects that a tree is, or holds under a word for records and nothing else."""
    if isinstance(tree, list):
        return (path, tree) if tree and all(isinstance(each, dict) for each in tree) else (path, ())
    if isinstance(tree, dict) and len(tree) == 1 and (name := next(iter(tree))) in _WRAPPERS:
        return _records(tree[name], (*path, name))
    return path, ()


def _flat(record: Mapping[str, Any], path: _Path) -> dict[str, tuple[_Path, Value]] | None:
    """Gives the values of a record by their keys, texts by language under `key_en`; None where one holds more."""
    found: dict[str, tuple[_Path, Value]] = {}
    for key, value in record.items():
        if isinstance(value, dict) and value and _LANGUAGES.issuperset(value):
            inner = {f"{key}_{language}": ((*path, key, language), text) for language, text in value.items()}
        else:
            inner = {str(key): ((*path, key), value)}
        for name, (where, one) in inner.items():
            if isinstance(one, (dict, list)):
                return None
            found[name] = (where, str(one).lower() if isinstance(one, bool) else one)
    return found
