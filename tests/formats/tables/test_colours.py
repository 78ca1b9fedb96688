"""States by colours: with a legend beside or below the table, and without; all made up, written with XlsxWriter."""

from __future__ import annotations

import io
from typing import Any

import pytest
import xlsxwriter
from tests.formats.tables.sheets import codes, shown

from opengov_local.document import Import
from opengov_local.formats.grids import read_book
from opengov_local.formats.grids.grid import Book, Grid
from opengov_local.formats.tables.tables_format import read_kind, read_tables

GREEN, ORANGE, RED, GREY, WHITE = "#92D050", "#FFC000", "#FF0000", "#BFBFBF", "#FFFFFF"
WORDS = {GREEN: "Réalisé", ORANGE: "En cours", RED: "En retard", GREY: "Non démarré"}
STATES = {GREEN: "completed", ORANGE: "in_progress", RED: "delayed", GREY: "not_started"}
Cell = tuple[int, int, str | None, str | None]
HEADER = ["Projet", "Activité", "Responsable", "Etat"]


def _book(cells: list[Cell]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Suivi")
        for row, column, text, colour in cells:
            style = book.add_format({"bg_color": colour, "pattern": 1} if colour else {"bold": True})
            sheet.write(row, column, text, style)
    return data.getvalue()


def _table(colours: list[str | None]) -> list[Cell]:
    cells: list[Cell] = [(0, at, text, "#DDEBF7") for at, text in enumerate(HEADER)]
    for row, colour in enumerate(colours, 1):
        texts = ["Portail" if row == 1 else "", f"Étape {row}", "DSI"]
        cells += [(row, at, text, None) for at, text in enumerate(texts) if text]
        cells.append((row, 3, None, colour))
    return cells


def _read(cells: list[Cell]) -> tuple[list[str | None], Import]:
    data = _book(cells)
    imported = read_kind(data, "suivi.xlsx", kind="xlsx")
    grid = read_book(data, "suivi.xlsx", "xlsx")
    assert isinstance(grid, Book)
    assert imported.account
    known = {str(entry.piece.place) for entry in imported.account.entries}
    assert all(str(sheet.place(row, at)) in known for sheet in grid.sheets for row, at, _ in sheet.cells())
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert len(commitment["milestones"]) == sum(1 for row, at, *_ in cells if at == 1 and 0 < row < 5)
    return [step.get("status", {}).get("code") for step in commitment["milestones"]], imported


def _legend(row: int, column: int, *, across: bool = False, inside: bool = False) -> list[Cell]:
    cells: list[Cell] = [(row, column, "Légende", None)]
    for at, (colour, word) in enumerate(WORDS.items(), 1):
        place = (row + at, column) if not across else (row, column + 2 * at)
        if inside:
            cells.append((*place, word, colour))
        else:
            cells += [(*place, None, colour), (place[0], place[1] + 1, word, None)]
    return cells


COLOURS: list[str | None] = [GREEN, ORANGE, RED, GREY]


@pytest.mark.parametrize(
    "legend",
    [
        _legend(0, 6), _legend(7, 1), _legend(7, 3), _legend(0, 6, inside=True), _legend(7, 0, inside=True),
        _legend(6, 1, across=True),
    ],
)  # fmt: skip
def test_a_legend_gives_colours_their_states(legend: list[Cell]) -> None:
    found, imported = _read(_table(COLOURS) + legend)
    assert found == [STATES[colour] for colour in COLOURS if colour]
    assert "import/status-by-legend" in codes(imported)
    assert "import/colours-unread" not in codes(imported)
    assert imported.account
    fates = {entry.piece.text: entry.fate for entry in imported.account.entries if entry.piece.place.row > 5}
    assert set(fates.values()) <= {"help"}


def test_cells_without_a_colour_have_no_state() -> None:
    found, _ = _read(_table([GREEN, None, WHITE, GREY]) + _legend(0, 6))
    assert found == ["completed", None, None, "not_started"]


def test_a_colour_that_the_legend_lacks_is_said() -> None:
    found, imported = _read(_table([GREEN, "#7030A0", RED, GREY]) + _legend(0, 6))
    assert found == ["completed", None, "delayed", "not_started"]
    assert "import/colours-unread" in codes(imported)


def test_colours_without_a_legend_are_said() -> None:
    found, imported = _read(_table(COLOURS))
    assert found == [None] * 4
    assert "import/colours-unread" in codes(imported)


def test_a_colour_with_two_words_says_nothing() -> None:
    more: list[Cell] = [(10, 6, None, GREEN), (10, 7, "Abandonné", None)]
    found, imported = _read(_table(COLOURS) + _legend(0, 6) + more)
    assert found == [None, "in_progress", "delayed", "not_started"]
    assert "import/colours-unread" in codes(imported)


def test_words_in_the_column_stand_and_colours_do_not() -> None:
    cells = [
        (row, at, "En cours" if (row, at) == (2, 3) else text, colour) for row, at, text, colour in _table(COLOURS)
    ]
    found, imported = _read(cells + _legend(0, 6))
    assert found == [None, "in_progress", None, None]
    assert "import/status-by-legend" not in codes(imported)


def test_where_nobody_can_tell_colours_blanks_are_said() -> None:
    rows: list[list[Any]] = [HEADER, ["Portail", "Étude", "DSI"], ["", "Mise en ligne", "DSI"]]
    told = [codes(read_tables(Book((Grid("Suivi", rows, coloured=how),)), b"", "suivi", format="xlsx"))
            for how in (None, dict)]  # fmt: skip
    assert ["import/states-empty" in said for said in told] == [True, False]


def test_colours_of_other_cells_beside_a_legend_are_said() -> None:
    cells = [(row, at, text, GREEN if at == 1 and row else colour) for row, at, text, colour in _table([None] * 4)]
    states, imported = _read([*cells, *_legend(7, 0, inside=True)])
    assert states == [None] * 4
    (said,) = (each for each in imported.findings if each.code == "import/colours-unread")
    assert said.params["count"] == 4
