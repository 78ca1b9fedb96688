"""Days under "Date de réalisation" and the like: planned or done, as the rest of their row tells; all made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

SAID = {"import/read-as-planned", "import/planned-or-done", "import/day-without-completion"}


def _read(headings: list[str], cells: list[Any], above: str = "", **options: Any) -> tuple[dict[str, Any], set[str]]:
    grid = sheet(*([[above], [""]] if above else []), headings, cells)
    imported = read(grid, **options)
    assert accounted(imported, grid)
    one = shown(imported)["plans"][0]["commitments"][0]
    return {field: one[field] for field in ("end", "completed_on") if field in one}, SAID & set(codes(imported))


@pytest.mark.parametrize("heading", ["Date de réalisation", "تاريخ الإنجاز", "Fecha de ejecución", "تاريخ التنفيذ"])
@pytest.mark.parametrize(
    ("state", "word", "field", "code"),
    [
        ("État", "Réalisé", "completed_on", None),
        ("État", "En cours", "end", "import/read-as-planned"),
        ("الحالة", "لم ينطلق", "end", "import/read-as-planned"),
        ("Taux d'avancement", "100 %", "completed_on", None),
        ("Taux d'avancement", 0.4, "end", "import/read-as-planned"),
        ("État", "100 %", "completed_on", None),
        ("État", "", "end", "import/planned-or-done"),
        ("Responsable", "DSI", "end", "import/planned-or-done"),
    ],
)
def test_the_state_of_the_row_tells(heading: str, state: str, word: Any, field: str, code: str | None) -> None:
    said, found = _read(["N°", "Projet", heading, state], ["1", "Portail", "2025-03-14", word])
    assert said == {field: "2025-03-14"}
    assert found == ({code} if code else set())


def test_a_state_that_is_merged_with_rows_above_tells() -> None:
    grid = sheet(
        ["Projet", "Activité", "Date de réalisation", "État"],
        ["Portail", "Étude", "2025-03-14", "Réalisé"],
        ["", "Achat", "2025-05-14", ""],
        merges=("D2:D3", "A2:A3"),
    )
    steps = shown(read(grid))["plans"][0]["commitments"][0]["milestones"]
    assert [step["completed_on"] for step in steps] == ["2025-03-14", "2025-05-14"]


@pytest.mark.parametrize(
    ("day", "state", "expected", "code"),
    [
        ("2025-03-14", "Réalisé", {"end": "2025-01", "completed_on": "2025-03-14"}, None),
        ("2025-03-14", "", {"end": "2025-01", "completed_on": "2025-03-14"}, None),
        ("2025-03-14", "En cours", {"end": "2025-01"}, "import/day-without-completion"),
        ("2027-03-14", "", {"end": "2025-01"}, "import/day-without-completion"),
    ],
)
def test_beside_a_planned_end(day: str, state: str, expected: dict[str, str], code: str | None) -> None:
    headings = ["N°", "Projet", "Échéance", "Date de réalisation", "État"]
    said, found = _read(headings, ["1", "Portail", "2025-01", day, state])
    assert said == expected
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("options", "above"),
    [
        ({"document_date": date(2025, 1, 31)}, ""),
        ({}, "Situation au 31/01/2025"),
        ({}, ""),
    ],
)
def test_a_day_to_come_is_planned(options: dict[str, Any], above: str) -> None:
    day = "2025-03-14" if options or above else "2026-12-31"
    said, found = _read(["N°", "Projet", "Date de réalisation"], ["1", "Portail", day], above, **options)
    assert said == {"end": day}
    assert found == {"import/read-as-planned"}


def test_a_day_of_fulfilment_beside_a_beginning_is_the_end() -> None:
    grid = sheet(["Compromiso", "Hito", "Fecha de inicio", "Fecha de cumplimiento", "Estado"],
                 ["Portal", "Estudio", "15/02/2025", "30/06/2025", "Concluido"])  # fmt: skip
    (step,) = shown(read(grid))["plans"][0]["commitments"][0]["milestones"]
    assert (step["start"], step["due"]) == ("2025-02-15", "2025-06-30")
    assert "import/planned-or-done" not in codes(read(grid))


@pytest.mark.parametrize(
    ("planned", "done"), [("Prévision", "Réalisation"), ("Prévu", "Réalisé"), ("المبرمج", "المنجز")]
)
def test_days_below_planned_and_done_are_the_end_and_when_it_was_done(planned: str, done: str) -> None:
    grid = sheet(["Projet", planned, done], ["Portail", "03/2026", "04/2026"], ["Forum", "06/2026", None])
    imported = read(grid)
    assert accounted(imported, grid)
    times = [(one.get("end"), one.get("completed_on")) for one in commitments_of(imported)]
    assert times == [("2026-03", "2026-04"), ("2026-06", None)]


def test_words_below_planned_and_done_are_no_days() -> None:
    grid = sheet(["Projet", "Prévu", "Réalisé"], ["Portail", "3 pages", "2 pages"], ["Forum", "2 forums", "1 forum"])
    imported = read(grid)
    assert accounted(imported, grid)
    assert not any({"end", "completed_on"} & one.keys() for one in commitments_of(imported))
