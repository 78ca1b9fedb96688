"""The account of an import: what became of every piece of a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import Any, Literal, NamedTuple

from opengov_local.finding import Location

Fate = Literal["mapped", "heading", "help", "unmapped"]
FATES: tuple[Fate, ...] = ("mapped", "heading", "help", "unmapped")
"""What can become of a piece that is not blank: read into the model; words that name other pieces; instructions,
examples and lists of choices; not understood, and kept as it is."""


class Place(NamedTuple):
    """Where a piece of a source stands.

    A cell: `part` is the name of the sheet (None where there is but one, as in CSV) or the number of the table of a
    text document. A paragraph: `part` is its number. A line: `part` is the key or path, if any.
    """

    kind: Literal["cell", "paragraph", "line"]
    part: str | int | None
    row: int = 0
    column: int = 0

    def location(self, source: str | None = None, pointer: str = "") -> Location:
        """Gives the place as findings tell it."""
        if self.kind == "paragraph":
            return Location(pointer, source, paragraph=int(self.part or 0))
        if self.kind == "line":
            return Location(pointer, source, line=self.row or None, column=self.column or None)
        cell = cell_name(self.row, self.column)
        if isinstance(self.part, int):
            return Location(pointer, source, table=self.part, cell=cell)
        return Location(pointer, source, sheet=self.part, cell=cell)

    def __str__(self) -> str:
        kind, part, row, column = self
        if kind == "cell":
            return f"{column_in(part, column)}{row}"
        if kind == "paragraph":
            return f"paragraph {part}"
        named = f" {part}" if part else ""
        return f"line {row}{named}" if row else str(part or "")


class Piece(NamedTuple):
    """One thing of a source that is not blank: a cell, a paragraph, a line, the value of a key.

    Attributes:
        place: where it stands.
        text: what a reader of the source sees.
        value: the value as the source types it, where that is more than the text: number, date, truth value.
    """

    place: Place
    text: str
    value: Any = None


def sheets_of(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Gives the names of the sheets that pieces stand in, in the order of the pieces."""
    parts = dict.fromkeys(piece.place.part for piece in pieces if piece.place.kind == "cell")
    return tuple(part for part in parts if isinstance(part, str))


@cache
def column_name(column: int) -> str:
    """Writes the number of a column, from 1, in letters: 1 is A, 28 is AB."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1 << 10)
def column_in(part: str | int | None, column: int) -> str:
    """Writes the column of a sheet or table, before the number of a row: `Plan!B`, `table 2!B`, `B`."""
    named = f"table {part}!" if isinstance(part, int) else f"{part}!" if part else ""
    return f"{named}{column_name(column)}"


def cell_name(row: int, column: int) -> str:
    """Names a cell by its row and column, from 1: `B4`."""
    return f"{column_name(column)}{row}"


class Entry(NamedTuple):
    """What became of one piece.

    Attributes:
        piece: the piece.
        fate: what became of it.
        target: id of the object it was read into, or beside which it is kept.
        field: path of the field in that object.
    """

    piece: Piece
    fate: Fate
    target: str | None = None
    field: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Gives the entry as JSON-shaped data, absent parts left out."""
        said = {"place": str(self.piece.place), "text": self.piece.text, "fate": self.fate}
        more = {"target": self.target, "field": self.field}
        return said | {name: value for name, value in more.items() if value is not None}


def missing(entries: Collection[Entry], pieces: Iterable[Piece]) -> list[Piece]:
    """Gives the pieces that no entry speaks of."""
    same = {id(entry[0]) for entry in entries}
    left = [piece for piece in pieces if id(piece) not in same]  # none, as a rule
    equal = {entry.piece.place for entry in entries} if left else set()
    return [piece for piece in left if piece.place not in equal]


class Account:
    """What became of every piece of a source; a piece may be read into several fields, and stands there so often.

    Attributes:
        importer: name of the importer.
    """

    def __init__(self, importer: str, entries: Iterable[Entry] = ()) -> None:
        """Makes an account.

        Args:
            importer: name of the importer.
            entries: one for each piece and field, in the order of the work; they are gone through when first asked for.
        """
        self.importer = importer
        self._given = entries

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """One for each piece and field, in the order of the work."""
        entries, self._given = tuple(self._given), ()
        return entries

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Account):
            return NotImplemented
        return (self.importer, self.entries) == (other.importer, other.entries)

    def __hash__(self) -> int:
        return hash(self.importer)

    def __repr__(self) -> str:
        return f"Account({self.importer!r}, {self.entries!r})"

    @property
    def counts(self) -> dict[Fate, int]:
        """How many pieces met each fate; a piece that was read counts as mapped, whatever else became of it."""
        fates: dict[Place, Fate] = {}
        for entry in self.entries:
            if fates.get(entry.piece.place) != "mapped":
                fates[entry.piece.place] = entry.fate
        counted = Counter(fates.values())
        return {fate: counted[fate] for fate in FATES}

    @property
    def partly(self) -> int:
        """How many passages of pieces that were read are kept as they stand all the same: they were not understood."""
        read = {entry.piece.place for entry in self.of("mapped")}
        return sum(entry.piece.place in read for entry in self.of("unmapped"))

    def of(self, fate: Fate) -> Iterator[Entry]:
        """Gives the entries of one fate."""
        return (entry for entry in self.entries if entry.fate == fate)

    def missing(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Gives the pieces that the account says nothing about; of a complete account there are none."""
        return missing(self.entries, pieces)

    def as_dict(self) -> dict[str, Any]:
        """Gives the account as JSON-shaped data."""
        return {
            "importer": self.importer,
            "counts": dict(self.counts),
            "entries": [entry.as_dict() for entry in self.entries],
        }
