"""Crosses by quarter below years, named by letter or number, and in parts of years that nobody can tell; made up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

ARABIC = ["المشروع", "الأنشطة", "المسؤول عن التنفيذ"]
FRENCH = ["Projet", "Activités", "Responsable"]
PROJECTS = [("A", "a1"), ("", "a2"), ("B", "b1"), ("", "b2")]


def _grid(parts: Sequence[object], head: list[str], *, tall: bool = True, merged: bool = True) -> Grid:
    """Two years of as many parts; crosses in the first part, over the turn of the year, in the second, in the last."""
    count = len(parts)
    marks = [{0}, {count - 1, count}, {1}, {2 * count - 2, 2 * count - 1}]
    years = [2025, *[""] * (count - 1), 2026, *[""] * (count - 1)]
    rows: list[list[Any]] = [["Tableau 2025-2026"], [""], [*head, *years], ["", "", "", *parts, *parts]]
    for (project, step), at in zip(PROJECTS, marks, strict=True):
        rows.append([project, step, "DSI", *("x" if index in at else "" for index in range(2 * count))])
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    merges = [f"{letters[3 + count * year]}3:{letters[2 + count * (year + 1)]}3" for year in (0, 1)] if merged else []
    merges += [f"{letter}3:{letter}4" for letter in "ABC"] if tall else []
    return sheet(*rows, merges=tuple(merges))


def _times(grid: Grid) -> list[tuple[str, str]]:
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    return [(step["start"], step["due"]) for one in plan["commitments"] for step in one["milestones"]]


QUARTERS = [("2025-Q1", "2025-Q1"), ("2025-Q4", "2026-Q1"), ("2025-Q2", "2025-Q2"), ("2026-Q3", "2026-Q4")]
YEARS = [("2025", "2025"), ("2025", "2026"), ("2025", "2025"), ("2026", "2026")]


@pytest.mark.parametrize(
    ("parts", "head", "bare"),
    [
        (["ف1", "ف2", "ف3", "ف4"], ARABIC, False),
        (["ف.1", "ف.2", "ف.3", "ف.4"], ARABIC, False),
        (["ف ١", "ف ٢", "ف ٣", "ف ٤"], ARABIC, False),
        (["ر1", "ر2", "ر3", "ر4"], ARABIC, False),
        (["الأول", "الثاني", "الثالث", "الرابع"], ARABIC, True),
        ([1, 2, 3, 4], FRENCH, True),
        (["1", "2", "3", "4"], ARABIC, True),
        (["1er", "2ème", "3ème", "4ème"], FRENCH, True),
        (["I", "II", "III", "IV"], FRENCH, True),
        (["T1", "T2", "T3", "T4"], FRENCH, False),
    ],
)
@pytest.mark.parametrize(("tall", "merged"), [(True, True), (False, True), (False, False)])
def test_four_parts_of_a_year_are_quarters(
    parts: list[object], head: list[str], bare: bool, tall: bool, merged: bool
) -> None:
    grid = _grid(parts, head, tall=tall, merged=merged)
    assert _times(grid) == QUARTERS
    assert ("import/quarters-by-number" in codes(read(grid))) is bare


@pytest.mark.parametrize("parts", [[1, 2], ["1", "2", "3"], ["أ", "ب", "ج", "د"], ["phase A", "phase B", "phase C"]])
@pytest.mark.parametrize(("tall", "merged"), [(True, True), (False, True), (False, False)])
def test_parts_of_a_year_that_nobody_can_tell_are_dated_by_the_year(
    parts: list[object], tall: bool, merged: bool
) -> None:
    grid = _grid(parts, FRENCH, tall=tall, merged=merged)
    assert _times(grid) == YEARS
    assert "import/heading-uncertain" in codes(read(grid))


def test_months_by_number_stay_months() -> None:
    times = _times(_grid([*range(1, 13)], FRENCH, merged=False))
    assert times[0] == ("2025-01", "2025-01")
    assert times[1] == ("2025-12", "2026-01")


def test_numbers_below_something_else_are_no_quarters() -> None:
    rows: list[list[Any]] = [
        ["Projet", "Responsable", "Priorité", "", "", ""],
        ["", "", 1, 2, 3, 4],
        ["A", "DSI", "x", "", "", ""],
    ]
    imported = read(sheet(*rows, ["B", "SG", "", "x", "", ""], merges=("C1:F1",)))
    assert "import/quarters-by-number" not in codes(imported)
    assert not any("start" in one for one in shown(imported)["plans"][0]["commitments"])


def test_crosses_among_rates_are_times_and_rates_are_rates() -> None:
    grid = sheet(
        ["Projet", "Action", "T1 2026", "T2 2026"], ["Portail", "Étude", "20%", "60%"],
        ["Forum", "Préparer", "x", "x"], ["Forum", "Tenir", "", "x"], ["Kiosque", "Poser", "", "x"],
    )  # fmt: skip
    imported = read(grid)
    assert accounted(imported, grid)
    steps = [step for one in commitments_of(imported) for step in one["milestones"]]
    assert [(step.get("progress"), step.get("start"), step.get("due")) for step in steps] == [
        (60, None, None), (None, "2026-Q1", "2026-Q2"), (None, "2026-Q2", "2026-Q2"), (None, "2026-Q2", "2026-Q2"),
    ]  # fmt: skip
    assert {one.get("progress") for one in shown(imported)["progress_updates"]} == {20, 60}
    said = [one for one in imported.findings if one.params.get("field") == "schedule"]
    assert len(said) == 4


def test_a_cross_below_a_heading_of_rates_is_no_time() -> None:
    rows = [["Projet", "Taux T1 2026"], ["Portail", "20%"], ["Forum", "x"]]
    assert not commitments_of(read(sheet(*rows)))[1].keys() & {"start", "end", "schedule"}


@pytest.mark.parametrize("heads", [["Projet"], ["Activité", "Responsable"]])
def test_figures_below_bare_quarters_leave_the_rest_of_the_sheet_readable(heads: list[str]) -> None:
    rows = [[*["Portail", "DSI"][: len(heads)], 10, 20, 30, 40], [*["Forum", "DRH"][: len(heads)], 5, 5, 5, 5]]
    grid = sheet([*heads, "T1", "T2", "T3", "T4"], *rows)
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    objects = plan["commitments" if heads == ["Projet"] else "activities"]
    assert [one["title"] for one in objects] == [{"fr": "Portail"}, {"fr": "Forum"}]
    assert [kept["text"] for kept in objects[0]["x_unmapped"]] == ["10", "20", "30", "40"]
    assert codes(imported).count("import/column-unmapped") == 4
    assert accounted(imported, grid)
