"""Two times of one project in one row: one finer than the other is no conflict; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


@pytest.mark.parametrize(
    ("head", "row", "time"),
    [
        (["Échéance", "Période"], ["2025", "mars–juin 2025"], ("2025-03", "2025-06")),
        (["Échéance", "Période"], [2025, "mars–juin 2025"], ("2025-03", "2025-06")),
        (["Échéance", "Période"], ["juin 2025", "2025"], ("2025", "2025-06")),
        (["Calendrier", "Période"], ["2025", "T2 2025"], ("2025-Q2", "2025-Q2")),
        (["Début", "Fin", "Calendrier"], ["2025", "2026", "mars 2025 – juin 2026"], ("2025-03", "2026-06")),
        (["Début", "Fin", "Calendrier"], ["mars 2025", "juin 2025", "2025"], ("2025-03", "2025-06")),
    ],
)
def test_the_finer_of_two_that_agree_stands(head: list[str], row: list[object], time: tuple[str, str]) -> None:
    grid = sheet(["N°", "Projet", *head], [1, "Portail", *row], [2, "Forum"])
    made = read(grid)
    one = commitments_of(made)[0]
    assert (one["start"], one["end"]) == time
    assert not {"import/conflict"} & {*codes(made)}
    assert "x_unmapped" not in one
    assert accounted(made, grid)


def test_others_differ() -> None:
    made = read(sheet(["N°", "Projet", "Échéance", "Période"], [1, "Portail", "2025", "mars–juin 2026"]))
    assert commitments_of(made)[0]["end"] == "2025"
    assert "import/conflict" in codes(made)


def test_those_of_further_rows_differ_too() -> None:
    made = read(sheet(["N°", "Projet", "Échéance"], [1, "Portail", "2025"], [1, "Portail", "juin 2025"]))
    assert commitments_of(made)[0]["end"] == "2025"
    assert "import/conflict" in codes(made)


@pytest.mark.parametrize("heads", [("Date", "Échéance"), ("Échéance", "Date"), ("التاريخ", "أجل الإنجاز")])
def test_an_end_that_a_heading_tells_beats_one_that_is_assumed(heads: tuple[str, str]) -> None:
    told = {"Date": "01/02/2025", "التاريخ": "01/02/2025"}
    row = [told.get(head, "31/12/2026") for head in heads]
    made = read(sheet(["Projet", "Activité", *heads], ["Portail", "Étude", *row]))
    (step,) = commitments_of(made)[0]["milestones"]
    assert step["due"] == "2026-12-31"
    assert [one.params["text"] for one in made.findings if one.code == "import/conflict"] == ["01/02/2025"]
