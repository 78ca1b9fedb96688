"""Chronograms whose months are letters or numbers; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid, Merge

LETTERS = [*"JFMAMJJASOND"]
MONTHS = [LETTERS, [*"EFMAMJJASOND"], [*"يفمأمييغشأند"], [f"{n:02}" for n in range(1, 13)], [*range(1, 13)],
          [f"M{n}" for n in range(1, 13)]]  # fmt: skip
Times = list[tuple[Any, Any]]


def _crosses(*months: int, of: int = 24) -> list[str]:
    return ["x" if month in months else "" for month in range(1, of + 1)]


BODY = [["Portail", "Recensement", *_crosses(1, 2, 3)], ["", "Ouverture", *_crosses(12, 13)],
        ["Jardin", "Travaux", *_crosses(21)]]  # fmt: skip
TIMES: Times = [("2026-01", "2026-03"), ("2026-12", "2027-01"), ("2027-09", "2027-09")]


def _times(*rows: list[Any], merges: tuple[Merge, ...] = ()) -> tuple[Times, list[str]]:
    made = sheet(*rows)
    grid = Grid(made.name, made.rows, merges)
    imported = read(grid)
    assert accounted(imported, grid)
    commitments = shown(imported)["plans"][0]["commitments"]
    steps = [step for commitment in commitments for step in commitment["milestones"]]
    assert not any("start" in commitment for commitment in commitments)
    return [(step.get("start"), step.get("due")) for step in steps], codes(imported)


@pytest.mark.parametrize("months", MONTHS)
@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("year", [int, str])
def test_months_below_years(months: list[Any], merged: bool, year: type) -> None:
    merges = (Merge(0, 2, 0, 13), Merge(0, 14, 0, 25)) if merged else ()
    years = [year(2026), *[""] * 11, year(2027), *[""] * 11]
    below = ["Projet", "Activité", *years], ["", "", *months, *months]
    beside = ["", "", *years], ["Projet", "Activité", *months, *months]
    for header in (below, beside):
        assert _times(*header, *BODY, merges=merges)[0] == TIMES


def test_years_below_the_word_for_chronogram() -> None:
    merges = Merge(0, 2, 0, 25), Merge(1, 2, 1, 13), Merge(1, 14, 1, 25), Merge(0, 0, 2, 0), Merge(0, 1, 2, 1)
    header = (["Projet", "Activité", "Calendrier"], ["", "", 2026, *[""] * 11, 2027], ["", "", *LETTERS, *LETTERS])
    assert _times(*header, *BODY, merges=merges)[0] == TIMES


def test_months_that_begin_in_autumn() -> None:
    header = ["Projet", "Activité", 2026, "", "", "", 2027], ["", "", *"SONDJFMAMJJA"]
    merges = Merge(0, 2, 0, 5), Merge(0, 6, 0, 13)
    times, _ = _times(*header, ["P", "A", *_crosses(1, of=12)], ["", "B", *_crosses(4, 5, of=12)], merges=merges)
    assert times == [("2026-09", "2026-09"), ("2026-12", "2027-01")]


def test_the_year_of_letters_may_stand_above_the_table() -> None:
    times, said = _times(["Chronogramme 2026 du plan d'action"], ["Projet", "Activité", *LETTERS],
                         ["P", "A", *_crosses(1, of=12)], ["", "B", *_crosses(12, of=12)])  # fmt: skip
    assert times == [("2026-01", "2026-01"), ("2026-12", "2026-12")]
    assert "import/assumed" in said


@pytest.mark.parametrize("months", MONTHS[3:])
def test_numbers_without_a_year_are_kept_and_said(months: list[Any]) -> None:
    times, said = _times(["Programme 2026"], ["Projet", "Activité", *months], ["P", "A", *_crosses(1, of=12)],
                         ["", "B", *_crosses(2, of=12)])  # fmt: skip
    assert times == [(None, None), (None, None)]
    assert "import/date-no-year" in said


def test_weeks_are_of_their_month() -> None:
    merges = Merge(0, 2, 0, 5), Merge(0, 6, 0, 9)
    header = ["Projet", "Activité", "Janvier 2026", "", "", "", "Février 2026"], ["", "", *["S1", "S2", "S3", "S4"] * 2]
    times, _ = _times(*header, ["P", "A", *_crosses(1, of=8)], ["", "B", *_crosses(4, 5, of=8)], merges=merges)
    assert times == [("2026-01", "2026-01"), ("2026-01", "2026-02")]


def test_letters_that_are_no_months_stay_unknown() -> None:
    grid = sheet(["Projet", "Activité", "Responsable", "Budget", *"ABCDEF"], ["P", "A", "DSI", 5, *"xxxxxx"])
    imported = read(grid)
    assert "start" not in shown(imported)["plans"][0]["commitments"][0]["milestones"][0]
    assert "import/column-unmapped" in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("last", ["Le Directeur des services", "Fait à Inventée, le 12 janvier 2026", "رئيس المجلس"])
@pytest.mark.parametrize("gap", [1, 3])
def test_who_signs_below_the_last_month_changes_nothing_of_it(last: str, gap: int) -> None:
    header = ["Projet", "Activité", 2026, *[""] * 11, 2027, *[""] * 11], ["", "", *LETTERS, *LETTERS]
    body = [*BODY[:2], ["Jardin", "Travaux", *_crosses(24)]]
    signed = ["Le Président du conseil", *[""] * 24, last]
    times, said = _times(*header, *body, *[[]] * gap, signed)
    assert times == [*TIMES[:2], ("2027-12", "2027-12")]
    assert "import/note-row" in said


@pytest.mark.parametrize(
    ("heads", "said", "agree"),
    [
        (["2026", "2027", "Date de fin prévue"], ["", "x", "juin 2027"], True),
        (["2026", "2027", "Date de fin prévue"], ["x", "x", "juin 2027"], True),
        (["T1 2026", "T2 2026", "Échéance"], ["x", "x", "30/06/2026"], True),
        (["2026", "2027", "Début", "Fin"], ["x", "x", "01/02/2026", "30/11/2027"], True),
        (["2026", "2027", "Date de fin prévue"], ["x", "x", "décembre 2026"], False),
        (["2026", "2027", "Début", "Fin"], ["", "x", "01/02/2026", "30/11/2027"], False),
    ],
)
def test_crosses_beside_a_finer_time_within_theirs_agree_with_it(
    heads: list[str], said: list[str], agree: bool
) -> None:
    imported = read(sheet(["Projet", *heads], ["Portail", *said], ["Forum", *said]))
    assert ("import/conflict" not in codes(imported)) is agree
    kept = ["x_unmapped" in one for one in shown(imported)["plans"][0]["commitments"]]
    assert any(kept) is not agree
