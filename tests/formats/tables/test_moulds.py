"""Rows and cells that recur are told by what came of the first: it is what looking at each of them gives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.formats.tables.sheets import read, sheet

from opengov_local.document import Import
from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.cell_kinds import ColumnKinds
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.apart import Apart
from opengov_local.importing.spoken import extracts

CELLS: dict[str, list[Any]] = {
    "Axe": ["Axe 1 : Ouvrir", "Axe 2 : Aider", "المحور الأول: الشفافية", ""],
    "N° axe": ["1", 1, 2, ""],
    "N° projet": ["P1", "P2", 1, True, 1.5, ""],
    "Projet": [
        "Portail",
        "Forum",
        "Total",
        "Note : x",
        "Portail / بوابة",
        "بوابة المعطيات",
        "مشروع رقم 4",
        "بوابة (2)",
        "",
    ],
    "N° activité": ["1.1", 1, ""],
    "Activité": [
        "Étude",
        "Activité 5 : bilan",
        "Total",
        "a\nb",
        "mauvais \ufdd0",
        "Activité",
        "دراسة",
        "النشاط 5: حصيلة",
        "٣ لقاءات",
        "الهدف: نشر",
        "نشاط",
        "",
    ],
    "Objectifs": ["Ouvrir", "Aider", "منصة", "  Ouvrir  ", ""],
    "Responsable": ["DSI", "DSI; SG", "a, etc.", "جمعية / A", "-", ""],
    "Date de fin": ["01/02/2026", "fin 2026", "2026-02-30", date(2026, 1, 1), 2026, "-", ""],
    "Statut": ["En cours", "Réalisé", "bizarre", "50%", 0.5, ""],
    "Taux d'avancement": ["40%", 0.4, 40, True, "400%", ""],
    "Budget (DH)": [1000, "1000", "à définir", "5 €", ""],
    "Financeur": ["Commune", "Province; Région", ""],
    "Indicateur": ["Nombre de visites", ""],
    "Cible": [100, "100 visites", ""],
    "Commune": ["Tiznit", ""],
    "Observations": ["Rien", "لا شيء", "Ligne\nligne", "7", ""],
    "Brol": ["x", ""],
}


@st.composite
def tables(draw: st.DrawFn) -> Grid:
    headings = draw(st.lists(st.sampled_from(sorted(CELLS)), min_size=2, max_size=9, unique=True))
    headings = draw(st.permutations([*dict.fromkeys([draw(st.sampled_from(["Projet", "Activité"])), *headings])]))
    few = {name: draw(st.lists(st.sampled_from(CELLS[name]), min_size=1, max_size=3)) for name in headings}
    row = st.tuples(*(st.sampled_from(few[name]) for name in headings)).map(list)
    rows = [row for row in draw(st.lists(row, min_size=1, max_size=6)) for _ in range(draw(st.integers(1, 3)))]
    cells = st.tuples(st.integers(1, len(rows)), st.integers(0, len(headings) - 1))
    return sheet(headings, *rows, percents=frozenset(draw(st.lists(cells, max_size=4))))


def told(imported: Import) -> tuple[Any, ...]:
    assert imported.document
    assert imported.account
    tree = imported.document.tree
    places = [imported.document.locate(pointer) for pointer in pointers(tree)]
    return json.dumps(tree), imported.findings, imported.layout, imported.account.entries, places


def pointers(value: Any, at: str = "") -> Iterator[str]:
    yield at
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from pointers(child, f"{at}/{key}")


def at_length(grid: Grid) -> Import:
    """Reads a table as one whose cells must all be looked at."""
    with patch.object(Sheet, "is_flat", return_value=False), patch.object(Apart, "is_plain", return_value=False):
        return read(grid)


@given(tables())
@settings(max_examples=150, deadline=None)
def test_what_recurs_comes_to_the_same(grid: Grid) -> None:
    assert told(read(grid)) == told(at_length(grid))


def test_a_table_is_mostly_told_by_what_recurs() -> None:
    rows = [["Axe 1 : Ouvrir", "Portail", f"Étude {number}", "DSI; SG", "40%", "Bien"] for number in range(50)]
    grid = sheet(["Axe", "Projet", "Activité", "Responsable", "Taux d'avancement", "Observations"], *rows)
    with patch.object(Sheet, "row", autospec=True, side_effect=Sheet.row) as looked_at:
        read(grid)
    assert {call.args[1] for call in looked_at.call_args_list} <= {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize("heading", ["Statut", "Observations", "Responsable"])
def test_cells_of_which_none_recurs_are_read_each(heading: str) -> None:
    rows = [[f"Projet {number}", f"Chose à part\n{number}"] for number in range(1200)]
    imported = read(sheet(["Projet", heading], *rows))
    assert imported.account
    assert len({entry.piece.place for entry in imported.account.entries}) == 2402


@pytest.mark.parametrize(
    "rows",
    [
        [  # a number that is shown as a percentage the third time
            ["N° projet", "Projet", "Activité", "Responsable"],
            [1, "Portail", "Étude", "DSI"],
            [1, "Portail", "Mise en ligne", "DSI"],
            [1, "Portail", "Bilan", "DSI"],
        ],
        [  # the same title on another axis
            ["Projet", "Activité", "Responsable", "Statut"],
            ["Portail", "Étude", "DSI", "En cours"],
            ["Portail", "Mise en ligne", "DSI", "En cours"],
            ["Axe 2 : Aider", "", "", ""],
            ["Portail", "Bilan", "DSI", "En cours"],
        ],
        [  # a place tells the currency of what comes behind it
            ["Projet", "Budget", "Commune"],
            ["Portail", "500", ""],
            ["Forum", "500", "Tiznit"],
            ["Site", "700", "Tiznit"],
        ],
        [  # one project in two languages, whose rows are joined when all is read
            ["Budget (DH)", "Activité", "Axe", "Taux d'avancement", "Projet"],
            [1000, "Étude", "Axe 1 : Ouvrir", 0.4, "Portail"],
            [1000, "Étude", "Axe 1 : Ouvrir", 40, "بوابة المعطيات"],
        ],
    ],
)
def test_what_only_looks_the_same_is_told_apart(rows: list[list[Any]]) -> None:
    grid = sheet(*rows, percents=frozenset({(3, 0)}))
    assert told(read(grid)) == told(at_length(grid))


SERIES = ("Axe", "Projet", "Activité", "Objectifs", "Observations", "N° projet", "N° activité")


@st.composite
def long_tables(draw: st.DrawFn) -> Grid:
    """Tables of many rows of few forms: serial texts, projects of several rows, and now and then another value."""
    headings = draw(st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=7, unique=True))
    headings = draw(
        st.permutations([*dict.fromkeys(["Projet", *draw(st.sampled_from([["Activité"], []])), *headings])])
    )
    serial = {name: draw(st.integers(1, 4)) for name in headings if name in SERIES}
    few = {name: draw(st.lists(st.sampled_from(CELLS[name]), min_size=1, max_size=2)) for name in headings}
    rows = [
        [
            f"{name} du lot {row // serial[name]}" if name in serial else few[name][row % len(few[name])]
            for name in headings
        ]
        for row in range(30)
    ]
    for row, at in draw(st.lists(st.tuples(st.integers(0, 29), st.integers(0, len(headings) - 1)), max_size=4)):
        rows[row][at] = draw(st.sampled_from([*CELLS[headings[at]], *CELLS["Projet"]]))
    shown = draw(st.lists(st.tuples(st.integers(0, len(headings) - 1), st.sampled_from([1, 2, 7])), max_size=2))
    return sheet(headings, *rows, percents=frozenset((row, at) for at, step in shown for row in range(1, 31, step)))


@given(long_tables())
@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_runs_of_rows_come_to_what_each_comes_to(grid: Grid) -> None:
    assert told(read(grid)) == told(at_length(grid))


@pytest.mark.parametrize("steps", [True, False])
def test_rows_of_one_form_are_made_at_once(steps: bool) -> None:
    made = [
        ("Axe 1 : Ouvrir", f"Projet {row // 4 if steps else row} ici", f"Étude {row} ici", "DSI") for row in range(90)
    ]
    rows = [[*row] if steps else [*row[:2], row[3]] for row in made]
    heads = ["Axe", "Projet", "Activité", "Responsable"] if steps else ["Axe", "Projet", "Responsable"]
    with patch.object(Sheet, "row", autospec=True, side_effect=Sheet.row) as looked_at:
        imported = read(sheet(heads, *rows))
    assert max(call.args[1] for call in looked_at.call_args_list) < 30
    assert told(imported) == told(at_length(sheet(heads, *rows)))


@pytest.mark.parametrize("shown", [1, 2])
def test_days_and_percentages_are_told_by_their_values(shown: int) -> None:
    heads = ["Projet", "Activité", "Responsable", "Date de fin", "Taux d'avancement", "Budget (DH)"]
    days = [date(2026, 1, 1 + at % 9) for at in range(120)]
    rows = [[f"Projet {at // 4} ici", f"Étude {at} ici", "DSI", day, (1 + at % 3) / 5, 500.5 + at % 5]
            for at, day in enumerate(days)]  # fmt: skip
    grid = sheet(heads, *rows, percents=frozenset((row, 4) for row in range(1, 121, shown)))
    with patch.object(ColumnKinds, "learn", autospec=True, side_effect=ColumnKinds.learn) as looked_at:
        imported = read(grid)
    assert (looked_at.call_count < 60) == (shown == 1)  # 0.2 is not the same everywhere
    assert told(imported) == told(at_length(grid))


def test_numbers_of_activities_in_rows_of_projects_are_kept() -> None:
    rows = [[f"{row}.1", f"Projet {row} ici", "En cours"] for row in range(40)]
    grid = sheet(["N° activité", "Projet", "Statut"], *rows)
    assert told(read(grid)) == told(at_length(grid))


def test_impossible_days_in_rows_made_at_once_are_said() -> None:
    late = {3: "Réunion du 31 février 2026", 30: "Réunion du 31 février 2026", 35: "لقاء يوم 30 فبراير 2026"}
    rows = [[f"Projet {row // 5} ici", f"Étude {row} ici", late.get(row, f"Remarque {row}")] for row in range(60)]
    grid = sheet(["Projet", "Activité", "Observations"], *rows)
    found = [finding.location.cell for finding in read(grid).findings if finding.code == "import/no-such-day"]
    assert found == ["C5", "C32", "C37"]
    assert told(read(grid)) == told(at_length(grid))


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Étude 35 (annulé)", "import/status-from-title"),
        ("À définir", "import/title-says-nothing"),
        ("À préciser.", "import/title-says-nothing"),
    ],
)
@pytest.mark.parametrize("at", [0, 2])
def test_titles_in_rows_made_at_once_are_searched(title: str, code: str, at: int) -> None:
    rows = [[f"Portail {n // 5}", f"Étude {n} ici", "DSI"] for n in range(60)]
    rows[33 + at][1] = title
    grid = sheet(["Projet", "Activité", "Responsable"], *rows)
    assert [one.location.cell for one in read(grid).findings if one.code == code] == [f"B{35 + at}"]
    assert told(read(grid)) == told(at_length(grid))


def test_activities_in_two_languages_in_rows_made_at_once_are_said() -> None:
    said = ["Étude du portail", "Mise en ligne", "دراسة البوابة", "الإطلاق"]
    rows = [[f"Portail {n // 4}", said[n % 4] if n // 4 == 9 else f"Étude {n} ici", "DSI", "2026"] for n in range(60)]
    grid = sheet(["Projet", "Activité", "Responsable", "Échéance"], *rows)
    assert "import/languages-apart" in {one.code for one in read(grid).findings}
    assert told(read(grid)) == told(at_length(grid))


def test_where_values_were_read_is_written_when_somebody_asks() -> None:
    grid = sheet(
        ["Projet", "Activité", "Responsable"], *([f"Portail {n // 6}", f"Étude {n}", "DSI"] for n in range(90))
    )
    with patch("opengov_local.importing.draft.extracts", side_effect=extracts) as written:
        document = read(grid).document
        assert document
        assert not written.called
        other = document.located_by(document.locator)
        assert document.locate("/sources/0/extracts/180/location").cell == "B85"
        assert other.tree is document.tree
    assert written.call_count == 1
    (source,) = other.tree["sources"]
    assert [each["location"] for each in source["extracts"]].count("Plan!B85") == 1
    assert len(source["extracts"]) == 195


def test_the_account_of_a_long_table_is_not_gone_through_while_it_is_read() -> None:
    """Its axes have numbers in their titles, as lists of several axes have."""
    rows = [[f"Axe {n // 60} : Ouvrir {n // 60}", f"Portail {n // 6}", f"Étude {n}", "DSI", "40%"] for n in range(600)]
    grid = sheet(["Axe", "Projet", "Activité", "Responsable", "Taux d'avancement"], *rows)
    with patch.object(Sheet, "piece", autospec=True, side_effect=Sheet.piece) as made:
        read(grid)
    assert made.call_count < 600
