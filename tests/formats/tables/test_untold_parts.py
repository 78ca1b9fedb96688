"""Rows of one project that speak of parts which nothing names; notes and boxes among its steps. All made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

HEADER = ["Projet", "Lot", "Responsable", "Début", "Échéance", "Coût (DH)"]
ROWS: list[list[Any]] = [
    ["Portail communal", "A1", "Informatique", "01/03/2025", "30/06/2025", 20000],
    ["", "A2", "Communication", "01/07/2025", "31/12/2025", 45000],
    ["Forum annuel", "B1", "Finances", "01/02/2026", "30/04/2026", 10000],
    ["", "B2", "Secrétariat", "01/05/2026", "30/09/2026", 15000],
    ["Charte", "", "Secrétariat", "01/05/2026", "30/09/2026", 5000],
]
STEPS: list[list[Any]] = [
    ["1", "Portail communal", "Choisir un prestataire", "Informatique", "juin 2025", True],
    ["", "", "NB : attendre le vote du conseil", "", "", False],
    ["", "", "Mettre en ligne", "Communication", "juillet 2025", False],
    ["2", "Forum annuel", "Inviter les associations", "Finances", "mai 2026", False],
    ["", "", "Tenir le forum", "Secrétariat", "juin 2026", False],
]


@pytest.mark.parametrize("repeated", [False, True])
@pytest.mark.parametrize("lots", [False, True])
def test_what_speaks_of_parts_without_names_is_kept_and_said_by_column(lots: bool, repeated: bool) -> None:
    rows = [[*row] for row in ROWS]
    for at in (1, 3) if repeated else ():
        rows[at][0] = rows[at - 1][0]
    grid = sheet(*([*row] if lots else [row[0], *row[2:]] for row in [HEADER, *rows]))
    imported = read(grid)
    portal, forum, charter = commitments_of(imported)
    for one in (portal, forum):
        assert one.keys().isdisjoint({"leads", "start", "end", "budget", "milestones"})
        assert sum(kept["label"] in HEADER[2:] for kept in one["x_unmapped"]) == 8
    assert (charter["start"], charter["end"], len(charter["budget"])) == ("2026-05-01", "2026-09-30", 1)
    said = {each.params["heading"]: each.params["count"] for each in imported.findings
            if each.code == "import/parts-untitled"}  # fmt: skip
    assert said == dict.fromkeys(HEADER[2:], 4)
    assert "import/conflict" not in codes(imported)
    assert accounted(imported, grid)


def test_what_all_rows_of_a_project_say_is_its_own() -> None:
    rows = [[row[0], row[2], "01/03/2025", row[4], row[5]] for row in ROWS]
    portal = commitments_of(read(sheet(["Projet", "Responsable", "Début", "Échéance", "Coût (DH)"], *rows)))[0]
    assert portal["start"] == "2025-03-01"
    assert "end" not in portal


def test_several_leads_or_sums_of_one_project_stay_its_own() -> None:
    rows = [[row[0], row[2], row[5]] for row in ROWS]
    imported = read(sheet(["Projet", "Responsable", "Coût (DH)"], *rows))
    assert [len(one["budget"]) for one in commitments_of(imported)] == [2, 2, 1]
    assert "import/parts-untitled" not in codes(imported)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("heading", ["Étapes", "Le déroulé prévu"])
def test_notes_and_boxes_among_steps_are_none(heading: str, merged: bool) -> None:
    header = ["N°", "Projet", heading, "Responsable", "Échéance", "✔"]
    blank: list[Any] = ["", "", "", "", "", False]
    merges = ("A2:A4", "B2:B4", "A5:A6", "B5:B6") if merged else ()
    grid = sheet(header, *STEPS, blank, blank, merges=merges)
    imported = read(grid)
    titles = [[step["title"]["fr"] for step in one["milestones"]] for one in commitments_of(imported)]
    assert titles == [[STEPS[0][2], STEPS[2][2]], [STEPS[3][2], STEPS[4][2]]]
    assert "import/note-row" in codes(imported)
    assert "import/below-table" not in codes(imported)
    assert accounted(imported, grid)


def test_boxes_before_steps_below_a_heading_that_nobody_knows() -> None:
    rows = [[row[1], row[5], row[2], row[3], row[4]] for at, row in enumerate(STEPS) if at != 1]
    imported = read(sheet(["Projet", "✔", "Le déroulé prévu", "Responsable", "Échéance"], *rows))
    assert [len(one["milestones"]) for one in commitments_of(imported)] == [2, 2]


def test_the_first_row_of_a_project_may_be_its_own() -> None:
    rows = [
        ["Portail communal", "", "Informatique", "décembre 2026"],
        ["", "Choisir un prestataire", "Marchés", "mars 2026"],
        ["", "Mettre en ligne", "Communication", "août 2026"],
        ["Forum annuel", "", "Culture", "juin 2026"],
        ["", "Inviter les associations", "Culture", "mai 2026"],
        ["", "Tenir le forum", "Culture", "juin 2026"],
    ]
    portal, forum = commitments_of(read(sheet(["Projet", "Le déroulé prévu", "Responsable", "Échéance"], *rows)))
    assert [one["end"] for one in (portal, forum)] == ["2026-12", "2026-06"]
    assert [step["due"] for one in (portal, forum) for step in one["milestones"]] == [
        "2026-03", "2026-08", "2026-05", "2026-06",
    ]  # fmt: skip


@pytest.mark.parametrize("last", ["Mme Drissi", "Relance du marché en cours"])
def test_persons_alone_follow_a_project_and_report_nothing(last: str) -> None:
    rows = [["1", "Portail", "DSI", "M. Alami"], ["2", "Forum", "SG", last]]
    made = shown(read(sheet(["N°", "Projet", "Responsable", "Suivi"], *rows)))
    first = made["plans"][0]["commitments"][0]
    assert (first.get("governance") is not None, "progress_updates" in made) == (
        (True, False) if "Mme" in last else (False, True)
    )
