"""States by colours: with a legend beside or below the table, and without; all made up, written with XlsxWriter."""

from __future__ import annotations

import io
from typing import Any

import pytest
import xlsxwriter
from tests.formats.tables.sheets import codes, shown

from opengov_local.document import Import
from opengov_local.formats.books.dialects import read_kind
from opengov_local.formats.grids import read_book
from opengov_local.formats.grids.grid import Book, Grid
from opengov_local.formats.tables.tables_format import read_tables

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
    cells = [(row, at, text, GREEN if at == 2 and row else colour) for row, at, text, colour in _table([None] * 4)]
    states, imported = _read([*cells, *_legend(7, 0, inside=True)])
    assert states == [None] * 4
    assert _unread(imported) == 4


def test_colours_of_titles_fill_a_blank_column_of_states() -> None:
    cells = [
        (row, at, text, COLOURS[row - 1] if at == 1 and row else colour) for row, at, text, colour in _table([None] * 4)
    ]
    states, imported = _read([*cells, *_legend(7, 0, inside=True)])
    assert states == ["completed", "in_progress", "delayed", "not_started"]
    assert _unread(imported) == 0


def _unread(imported: Import) -> int:
    return sum(int(str(each.params["count"])) for each in imported.findings if each.code == "import/colours-unread")


AR = {GREEN: "منجز", ORANGE: "في طور الإنجاز", RED: "لم ينطلق"}
FR = {GREEN: "Achevé", ORANGE: "En cours", RED: "Non démarré"}
EN = {GREEN: "Green: completed", ORANGE: "Amber: in progress", RED: "Red: not started"}
ES = {GREEN: "Cumplido", ORANGE: "En curso", RED: "Sin iniciar"}
PROJECTS = {
    "fr": ("Légende :", FR, ["N°", "Engagement", "Porteur(s)", "Echéance", "Observations"]),
    "ar": ("دليل الألوان", AR, ["الرقم", "المشروع", "المسؤول", "الأجل", "ملاحظات"]),
    "en": ("Key", EN, ["No.", "Commitment", "Lead", "Deadline", "Remarks"]),
    "es": ("Leyenda", ES, ["Nº", "Compromiso", "Responsable", "Plazo", "Observaciones"]),
}


def _projects(
    language: str, colours: list[str | None], filled: tuple[int, ...], *, below: bool = False, gap: int = 0
) -> list[Cell]:
    label, words, header = PROJECTS[language]
    legend: list[Cell] = [(len(colours) + 4 if below else 1, 0, label, None)]
    legend += [(legend[0][0], at, word, colour) for at, (colour, word) in enumerate(words.items(), 1)]
    cells: list[Cell] = [(0, 0, "Programme 2024-2026", None), *legend]
    cells += [(2 + gap, at, text, "#DDEBF7") for at, text in enumerate(header)]
    for row, colour in enumerate(colours, 1):
        texts = [str(row), f"Publier {row}", "SG", "31/12/2025", ""]
        cells += [(row + 2 + gap, at, text or None, colour if at in filled else None) for at, text in enumerate(texts)]
    return cells


def _states(cells: list[Cell]) -> tuple[list[str | None], Import]:
    imported = read_kind(_book(cells), "suivi.xlsx", kind="xlsx")
    (plan,) = shown(imported)["plans"]
    return [one.get("status", {}).get("code") for one in plan["commitments"]], imported


@pytest.mark.parametrize("language", PROJECTS)
@pytest.mark.parametrize("filled", [(0, 1), (1,), (0,), (0, 1, 2, 3, 4)])
@pytest.mark.parametrize(("below", "gap"), [(False, 0), (False, 1), (True, 0)])
def test_colours_of_numbers_and_titles_are_states_by_a_legend(
    language: str, filled: tuple[int, ...], below: bool, gap: int
) -> None:
    cells = _projects(language, [GREEN, RED, None, ORANGE], filled, below=below, gap=gap)
    states, imported = _states(cells)
    assert states == ["completed", "not_started", None, "in_progress"]
    assert {"import/status-by-legend", "import/kept-above", "import/colours-unread"} & {*codes(imported)} == {
        "import/status-by-legend"
    }
    assert imported.account
    row_of = len(states) + 5 if below else 2
    fates = [entry.fate for entry in imported.account.entries if entry.piece.place.row == row_of]
    assert fates == ["help"] * (1 + len(PROJECTS[language][1]))
    of_states = [entry for entry in imported.account.entries if entry.field == "status.code"]
    first = 3 + gap
    assert [(one.piece.place.row - 1, one.piece.place.column - 1) for one in of_states] == [
        (first + row, 1 if 1 in filled else 0) for row in (0, 1, 3)
    ]


@pytest.mark.parametrize("odd", ["#7030A0", "two"])
def test_rows_whose_colours_do_not_fit_the_legend_are_said(odd: str) -> None:
    cells = _projects("fr", [GREEN, RED, ORANGE], (0, 1))
    other = RED if odd == "two" else odd
    at = [1] if odd == "two" else [0, 1]
    cells = [(row, column, text, other if row == 3 and column in at else colour) for row, column, text, colour in cells]
    states, imported = _states(cells)
    assert states == [None, "not_started", "in_progress"]
    assert _unread(imported) == 1


def test_a_table_with_words_for_its_states_is_not_read_by_colours() -> None:
    cells = _projects("fr", [GREEN, RED], (0, 1))
    cells += [(2, 5, "État", None), (3, 5, "En cours", None), (4, 5, "Réalisé", None)]
    states, imported = _states(cells)
    assert states == ["in_progress", "completed"]
    assert "import/status-by-legend" not in codes(imported)


def test_formats_on_conditions_beside_a_legend_are_said() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Suivi")
        for row, column, text, colour in _projects("fr", [None, None], ()):
            sheet.write(row, column, text, book.add_format({"bg_color": colour}) if colour else None)
        green = book.add_format({"bg_color": GREEN})
        sheet.conditional_format("A4:E5", {"type": "formula", "criteria": "=$A4=1", "format": green})
    imported = read_kind(data.getvalue(), "suivi.xlsx", kind="xlsx")
    assert _unread(imported) == 2


def test_bands_and_charts_have_no_states() -> None:
    words = {GREEN: "Réalisé", ORANGE: "Prévu", RED: "En retard"}
    cells: list[Cell] = [(0, 0, "Légende", None)]
    cells += [(0, at, word, colour) for at, (colour, word) in enumerate(words.items(), 1)]
    cells += [(1, at, text, None) for at, text in enumerate(["N°", "Projet", "T1 2025", "T2 2025"])]
    cells += [(2, 0, "Axe 1 : Transparence", GREEN)]
    for row in (3, 4):
        cells += [(row, 0, str(row), None), (row, 1, f"Projet {row}", None), (row, 2, "x", GREEN)]
    states, imported = _states(cells)
    assert states == [None, None]
    assert "import/status-by-legend" not in codes(imported)


def test_projects_and_activities_have_their_own_colours() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Suivi")
        fills = {colour: book.add_format({"bg_color": colour}) for colour in FR}
        for at, (colour, word) in enumerate(FR.items(), 1):
            sheet.write(0, at, word, fills[colour])
        sheet.write(0, 0, "Légende")
        sheet.write_row(2, 0, ["Projet", "Activité", "Responsable"])
        sheet.merge_range("A4:A5", "Portail", fills[ORANGE])
        sheet.write(3, 1, "Étude", fills[GREEN])
        sheet.write(4, 1, "Mise en ligne", fills[RED])
        sheet.write(5, 0, "Forum", fills[RED])
        sheet.write(5, 1, "Réunir", fills[RED])
    imported = read_kind(data.getvalue(), "suivi.xlsx", kind="xlsx")
    one, other = shown(imported)["plans"][0]["commitments"]
    assert one["status"]["code"] == "in_progress"
    assert [step["status"]["code"] for step in one["milestones"]] == ["completed", "not_started"]
    assert [step["status"]["code"] for step in other["milestones"]] == ["not_started"]


def test_levels_in_one_column_keep_their_colours() -> None:
    cells: list[Cell] = [(0, 0, "Légende", None), *((0, at, word, c) for at, (c, word) in enumerate(FR.items(), 1))]
    cells += [(2, at, text, None) for at, text in enumerate(["N°", "Intitulé", "Responsable"])]
    rows = [("1", "Portail", None), ("1.1", "Étude", GREEN), ("1.2", "Mise en ligne", RED), ("2", "Forum", ORANGE),
            ("2.1", "Réunir", ORANGE)]  # fmt: skip
    for row, (number, title, colour) in enumerate(rows, 3):
        cells += [(row, 0, number, colour), (row, 1, title, colour), (row, 2, "SG", None)]
    imported = read_kind(_book(cells), "suivi.xlsx", kind="xlsx")
    one, other = shown(imported)["plans"][0]["commitments"]
    assert "status" not in one
    assert [step["status"]["code"] for step in one["milestones"]] == ["completed", "not_started"]
    assert other["status"]["code"] == other["milestones"][0]["status"]["code"] == "in_progress"
    assert imported.account
    places = [entry.piece.place.row for entry in imported.account.entries if entry.field == "status.code"]
    assert sorted(places) == [5, 6, 7, 8]
