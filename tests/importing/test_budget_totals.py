"""Totals among the lines of a budget, which the model has no place for."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import commitments_of, read, sheet
from tests.formats.word.papers import codes_of, read_paper

from opengov_local.importing.budget_totals import totals_in

CODE = "import/total-among-lines"


def _line(value: str, currency: str = "MAD", **more: Any) -> dict[str, Any]:
    return {"amount": {"value": value, "currency": currency}, **more}


def _funded(name: str, value: str) -> dict[str, Any]:
    return _line(value, funder={"name": {"fr": name}})


def _plan(*lines: dict[str, Any]) -> dict[str, Any]:
    return {"plans": [{"commitments": [{"milestones": [{"budget": list(lines)}]}]}]}


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        ([_line("300"), _funded("A", "100"), _funded("B", "200")], ("300 MAD", "300 MAD", 2)),
        ([_line("300"), _funded("A", "100"), _funded("B", "150")], ("300 MAD", "250 MAD", 2)),
        ([_line("300"), _funded("A", "300")], ("300 MAD", "300 MAD", 1)),
        ([_line("1.50", year=2025), _line("1.5", year=2026), _line("3")], ("3 MAD", "3.00 MAD", 2)),
        (
            [_line("1", label={"fr": "A"}), _line("2", label={"fr": "B"}), _line("3", label={"fr": "Total"})],
            ("3 MAD", "3 MAD", 2),
        ),
        ([_funded("A", "100"), _funded("B", "200")], None),
        ([_line("300"), _line("20", "EUR", funder={"name": {"fr": "A"}})], None),
        ([_line("300", label={"fr": "Travaux"}), _funded("A", "100")], None),
        ([_line("300"), {"funder": {"name": {"fr": "A"}}}], None),
        ([_line("300")], None),
    ],
)
def test_what_is_a_total(lines: list[dict[str, Any]], total: tuple[str, str, int] | None) -> None:
    found = [(each.amount, each.sum, each.others) for each in totals_in(_plan(*lines))]
    assert found == ([total] if total else [])


def test_totals_are_said_of_sheets_and_word_files() -> None:
    made = read(
        sheet(["Engagement", "Budget (DH)", "Part commune (DH)", "Part région (DH)"], ["Portail", "300", "100", "200"])
    )
    (found,) = [finding for finding in made.findings if finding.code == CODE]
    assert (found.location.cell, found.location.pointer) == ("B2", "/plans/0/commitments/0/budget/0")
    table = [["Financeur", "Montant (DH)"], ["Commune", "100"], ["Région", "200"]]
    title = "= Plan d’action 2025-2027"
    assert CODE in codes_of(read_paper(title, "# Engagement 1 : Portail", "Budget : 300 DH", table))
    assert CODE not in codes_of(read_paper(title, "# Engagement 1 : Portail", table))


@pytest.mark.parametrize(
    ("total", "code", "severity"),
    [("300", CODE, "info"), ("350", CODE, "warning"), ("250", "import/lines-above-total", "warning")],
)
def test_shares_are_held_against_the_whole(total: str, code: str, severity: str) -> None:
    rows = [["Portail", total, "100", "200"], ["Forum", "", "50", "50"]]
    made = read(sheet(["Projet", "Coût total (DH)", "Part commune (DH)", "Part région (DH)"], *rows))
    assert [(one.code, one.severity) for one in made.findings if one.code.endswith(("-lines", "-total"))] == [
        (code, severity)
    ]


@pytest.mark.parametrize("number", ["N°", "ر.ت", "Code"])
def test_shares_and_their_sum_join_by_number(number: str) -> None:
    plan = sheet([number, "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "DGS"], name="Plan")
    money = sheet(
        [number, "Part commune (DH)", "Part région (DH)", "Total (DH)"], ["1", 100, 200, 300], ["2", 50, 50, 100],
        name="Budget",
    )  # fmt: skip
    made = read(plan, money)
    commitments = commitments_of(made)
    lines = [[line["amount"]["value"] for line in one["budget"]] for one in commitments]
    assert lines == [["100", "200", "300"], ["50", "50", "100"]]
    assert "x_unmapped" not in commitments[0]
    assert "import/heading-uncertain" not in codes_of(made)
