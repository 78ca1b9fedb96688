"""Spans of time below headings that ask for one date; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

Times = list[tuple[str | None, str | None]]


def _times(head: str, *rows: str) -> tuple[Times, list[str]]:
    grid = sheet(
        ["N°", "Projet", *head.split("|")], *([str(at), f"P {at}", *row.split("|")] for at, row in enumerate(rows))
    )
    imported = read(grid)
    assert accounted(imported, grid)
    return [(one.get("start"), one.get("end")) for one in commitments_of(imported)], codes(imported)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-2027", "2025", "2027"),
        ("de mars à juin 2025", "2025-03", "2025-06"),
        ("du 12 au 15 novembre 2024", "2024-11-12", "2024-11-15"),
        ("T1-T3 2026", "2026-Q1", "2026-Q3"),
        ("يناير 2024 - دجنبر 2025", "2024-01", "2025-12"),
        ("بين ماي وغشت 2026", "2026-05", "2026-08"),
    ],
)
def test_a_span_below_an_end_is_start_and_end(text: str, start: str, end: str) -> None:
    times, said = _times("Échéance", text, "juin 2025", text)
    assert times == [(start, end), (None, "2025-06"), (start, end)]
    assert said.count("import/date-span") == 0
    assert "import/assumed" in said


def test_a_start_beside_it_wins() -> None:
    times, said = _times("Début|Échéance", "mai 2025|2025-2027", "|2025-2027", "juin 2025|2025-2027")
    assert times == [("2025-05", None), ("2025", "2027"), ("2025-06", None)]
    assert said.count("import/date-span") == 2
    assert "import/conflict" not in said


def test_a_span_below_a_start_is_both_where_no_end_is_beside() -> None:
    times, said = _times("Début|Fin", "2025-2026|", "2025-2026|décembre 2026", "2025-2026|")
    assert times == [("2025", "2026"), (None, "2026-12"), ("2025", "2026")]
    assert "import/conflict" not in said


def test_days_when_something_was_done_are_no_span() -> None:
    times, said = _times("Réalisé le", "du 12 au 15 novembre 2024")
    assert times == [(None, None)]
    assert "import/date-span" in said


@pytest.mark.parametrize("text", ["Toute l’année 2026", "Todo 2026", "طيلة سنة 2026", "Throughout 2026"])
@pytest.mark.parametrize("heads", [("Projet", "Échéance"), ("Activité", "Calendrier")])
def test_all_of_a_year_is_its_beginning_and_its_end(heads: tuple[str, str], text: str) -> None:
    (plan,) = shown(read(sheet([*heads, "Responsable"], ["Portail", text, "DSI"])))["plans"]
    (one,) = plan.get("commitments") or plan["activities"]
    assert (one["start"], one.get("end", one.get("due"))) == ("2026", "2026")


def test_all_of_a_year_where_a_start_is_asked_for_is_the_start() -> None:
    made = read(sheet(["Projet", "Début", "Fin"], ["Portail", "Toute l’année 2026", ""], ["Forum", "2026", "2027"]))
    assert [one["start"] for one in shown(made)["plans"][0]["commitments"]] == ["2026", "2026"]
