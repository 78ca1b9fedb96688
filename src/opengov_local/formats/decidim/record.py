"""Records: rows of a table and objects of JSON alike, as keys with pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from opengov_local.account import Piece


class Entry(NamedTuple):
    """One value of a record.

    Attributes:
        key: its key in the one spelling, parts divided by `/`.
        heading: its key as the source writes it.
        piece: the value.
    """

    key: str
    heading: str
    piece: Piece


@dataclass(eq=False)
class Record:
    """One object of an export.

    Attributes:
        entity: what it is, as a name of the table of entities.
        table: name of the sheet or file it is in, "" where there is but one.
        entries: its values that are not blank, in their order.
        owner: the record it lies in.
        loose: pieces that stand under no key.
    """

    entity: str
    table: str
    entries: list[Entry]
    owner: Record | None = None
    loose: list[Piece] = field(default_factory=list)
    _taken: set[int] = field(default_factory=set)

    def first(self) -> Piece | None:
        """Gives the first piece; None where the record is empty."""
        return self.entries[0].piece if self.entries else next(iter(self.loose), None)

    def peek(self, key: str) -> str:
        """Gives the text of a key, which stays to be read; "" where there is none."""
        return next((entry.piece.text.strip() for entry in self.entries if entry.key == key), "")

    def take(self, key: str) -> list[Entry]:
        """Gives the values of a key and of all keys below it, which are then read."""
        found = [
            number
            for number, entry in enumerate(self.entries)
            if number not in self._taken and (entry.key == key or entry.key.startswith(f"{key}/"))
        ]
        self._taken.update(found)
        return [self.entries[number] for number in found]

    def rest(self) -> Iterator[Entry]:
        """Gives the values that nobody took, which are then read."""
        for number, entry in enumerate(self.entries):
            if number not in self._taken:
                self._taken.add(number)
                yield entry
