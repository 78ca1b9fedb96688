"""Places and accounts."""

from __future__ import annotations

import pytest

from opengov_local.account import Account, Entry, Piece, Place, cell_name
from opengov_local.finding import Location


@pytest.mark.parametrize(
    ("row", "column", "name"), [(1, 1, "A1"), (4, 2, "B4"), (10, 26, "Z10"), (1, 27, "AA1"), (3, 703, "AAA3")]
)
def test_cells_are_named_as_in_spreadsheets(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


@pytest.mark.parametrize(
    ("place", "text", "location"),
    [
        (Place("cell", "Plan", 4, 2), "Plan!B4", Location(sheet="Plan", cell="B4")),
        (Place("cell", None, 4, 2), "B4", Location(cell="B4")),
        (Place("cell", 2, 1, 1), "table 2!A1", Location(table=2, cell="A1")),
        (Place("paragraph", 12), "paragraph 12", Location(paragraph=12)),
        (Place("line", None, 7, 3), "line 7", Location(line=7, column=3)),
        (Place("line", "/results/0", 7), "line 7 /results/0", Location(line=7)),
    ],
)
def test_a_place_is_told_in_words_and_as_a_location(place: Place, text: str, location: Location) -> None:
    assert str(place) == text
    assert place.location() == location


def test_a_piece_that_was_read_counts_as_mapped_whatever_else_became_of_it() -> None:
    piece = Piece(Place("cell", None, 1, 1), "a, b")
    account = Account(
        "tables", (Entry(piece, "unmapped"), Entry(piece, "mapped", "x:a", "title"), Entry(piece, "unmapped"))
    )
    assert account.counts == {"mapped": 1, "heading": 0, "help": 0, "unmapped": 0}
    assert account.missing([piece, Piece(Place("cell", None, 2, 1), "c")]) == [Piece(Place("cell", None, 2, 1), "c")]
    assert account.partly == 2
