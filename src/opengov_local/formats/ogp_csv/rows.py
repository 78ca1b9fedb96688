"""Rows of the spreadsheet as pieces by column, free of the contacts of officials."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.grids import Grid, Value, is_blank
from opengov_local.formats.ogp_csv.columns import Column, column_of
from opengov_local.formulas import unguarded
from opengov_local.importing.words.number import read_number
from opengov_local.privacy.contacts import without_contacts

_SEARCHED = 20  # rows in which the header is looked for
NUMBERS = ("identifiers", "number")  # where people say nothing
_REPEATED = 24  # characters of a cell that others may repeat
_ENOUGH = 3  # known headings that make a row the header


class Told(NamedTuple):
    """What a cell says.

    Attributes:
        text: its words, free of contacts, unless these are asked for, and of the apostrophe that guards spreadsheets.
        contacts: how many contacts were left out.
        unguarded: whether an apostrophe was taken off.
    """

    text: str
    contacts: int
    unguarded: bool


@dataclass(frozen=True)
class Table:
    """The table of a sheet.

    Attributes:
        grid: the sheet.
        header: row of the headings, from 0.
        columns: the column of each known heading, by position.
        unknown: headings that the spreadsheet does not have, by position.
        guarded: whether apostrophes guard spreadsheets from its texts, as in CSV.
        with_contacts: whether contacts stay in its texts.
    """

    grid: Grid
    header: int
    columns: dict[int, Column]
    unknown: dict[int, str]
    guarded: bool = False
    with_contacts: bool = False

    def told(self, value: Value, column: Column | None) -> Told | None:
        """Gives what a cell says; None where it is blank. Cells that say the same are read once."""
        running = column is None or column.field not in NUMBERS
        if not isinstance(value, str) or len(value) > _REPEATED:
            return self._read(value, running)
        if (value, running) not in self._known:
            self._known[value, running] = self._read(value, running)
        return self._known[value, running]

    def _read(self, value: Value, running: bool) -> Told | None:
        if is_blank(value):
            return None
        said = text_of(value)
        bare = unguarded(said) if self.guarded else said
        text, contacts = (bare, 0) if self.with_contacts else without_contacts(bare, running=running)
        return Told(text, contacts, bare != said)

    @cached_property
    def _known(self) -> dict[tuple[str, bool], Told | None]:
        return {}

    @cached_property
    def nothing(self) -> Mapping[str, str]:
        """What the cells of a blank row say, by heading."""
        return {column.name: "" for column in self.columns.values()}

    def pieces(self) -> Iterator[Piece]:
        """Gives the cells down to the headings, as they stand."""
        for number in range(self.header + 1):
            yield from pieces_of(self.grid, number)


class Row:
    """A row, its cells found by the way they are read.

    Attributes:
        table: the table that it is of.
        cells: the column and piece of every cell that is not blank and whose column is known.
        others: heading and piece of the others.
        said: what every cell under a known heading says, by heading, blank ones too; free of contacts.
        contacts: pieces in which contacts were left out, and how many.
        unguarded: heading and piece of cells without the apostrophe that guarded a spreadsheet from them.
    """

    def __init__(self, table: Table, number: int) -> None:
        self.table = table
        self.cells: list[tuple[Column, Piece]] = []
        self.others: list[tuple[str, Piece]] = []
        self.said: dict[str, str] = {**table.nothing}
        self.contacts: list[tuple[Piece, int]] = []
        self.unguarded: list[tuple[str, Piece]] = []
        place, column_at = table.grid.place, table.columns.get
        for position, value in enumerate(table.grid.rows[number]):
            column = column_at(position)
            told = table.told(value, column)
            if told is None:
                if isinstance(value, str) and column is not None:
                    self.said[column.name] = value
                continue
            piece = Piece(place(number, position), told.text, None if isinstance(value, str) else value)
            if told.contacts:
                self.contacts.append((piece, told.contacts))
            if told.unguarded:
                self.unguarded.append((text_of(table.grid.value(table.header, position)), piece))
            if column is not None:
                self.cells.append((column, piece))
                self.said[column.name] = told.text
            else:
                self.others.append((table.unknown.get(position, ""), piece))

    def pieces(self) -> Iterator[Piece]:
        """Gives every cell that is not blank."""
        return (piece for _, piece in chain[tuple[object, Piece]](self.cells, self.others))

    def get(self, reads: str) -> Piece | None:
        """Gives the cell of the first column that is read in one way."""
        return next((piece for column, piece in self.cells if column.reads == reads), None)

    def text(self, reads: str) -> str:
        """Gives the words of that cell, "" where it is blank or says that there is nothing."""
        piece = self.get(reads)
        return "" if piece is None or piece.text in MISSING else piece.text.strip()


NOTHING = "NA"
"""What stands where nothing was given."""
MISSING = frozenset((NOTHING, "ND", "NR"))
"""The three ways in which the spreadsheet says nothing: not applicable, no data, not reviewed."""


def find_table(grid: Grid, *, guarded: bool = False, with_contacts: bool = False) -> Table | None:
    """Finds the header among the first rows of a sheet; None where no row has three headings of the spreadsheet."""
    for number, values in enumerate(grid.rows[:_SEARCHED]):
        if number in grid.helps:
            continue
        known: dict[int, Column] = {}
        unknown: dict[int, str] = {}
        for position, value in enumerate(values):
            column = column_of(value) if isinstance(value, str) else None
            if column and column not in known.values():
                known[position] = column
            elif not is_blank(value):
                unknown[position] = text_of(value)
        if len(known) >= _ENOUGH:
            return Table(grid, number, known, unknown, guarded, with_contacts)
    return None


def pieces_of(grid: Grid, number: int) -> Iterator[Piece]:
    """Gives the cells of a row that are not blank, as they stand."""
    for position, value in enumerate(grid.rows[number]):
        if not is_blank(value):
            yield Piece(grid.place(number, position), text_of(value))


def text_of(value: Value) -> str:
    """Writes a cell as its reader sees it."""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)


def year_of(text: str) -> str:
    """Gives the year that a text is, "" where it is none; programs that count with fractions write it "2026.0"."""
    whole = whole_of(text)
    return whole if len(whole) == 4 and whole.isdecimal() else ""


def whole_of(text: str) -> str:
    """Gives the whole number that a text is, written with a fraction of nothing or without; any other as it is."""
    whole, _, fraction = text.strip().partition(".")
    return whole if whole.lstrip("-").isdecimal() and not fraction.strip("0") else text.strip()


def undamaged(text: str) -> str | None:
    """Gives the number that a spreadsheet's arithmetic has damaged: "4.0999999999999996" is 4.1; None for others."""
    reading = read_number(text) if "." in text else None
    damaged = reading and any(note.code == "import/float-damage" for note in reading.notes)
    return reading.value if reading and damaged and not reading.unit else None
