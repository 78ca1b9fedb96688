"""What a comma or point parts in a column of sums, where others of them tell."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

from opengov_local.importing.words.column_marks import told_by_column


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("12.500,50", ("4000", "thousands")),
        ("6.500.000", ("4000", "thousands")),
        ("1 250,500", ("4000", "thousands")),
        ("12,5", ("4000", "thousands")),
        ("12,500.50", ("4.0000", "decimals")),
        ("1250.75", ("4.0000", "decimals")),
        ("6,500,000", ("4.0000", "decimals")),
        ("1.250.500,75", ("4000", "thousands")),
        ("6.000", None),
        ("Convention du 12.03.2025", None),
        ("500", None),
    ],
)
def test_another_number_tells(other: str, told: tuple[str, str] | None) -> None:
    assert told_by_column("4.000", ["4.000", other]) == told


def test_numbers_that_contradict_each_other_tell_nothing() -> None:
    assert told_by_column("4,500", ["4,500", "1250,75", "6,500,000"]) is None


def _budgets(*texts: str) -> tuple[list[Any], list[str]]:
    rows = [[f"Projet {chr(65 + at)}", text] for at, text in enumerate(texts)]
    made = read(sheet(["Projet", "Budget (TND)"], *rows))
    return [one["budget"][0] for one in commitments_of(made)], codes(made)


def test_a_sum_of_dinars_is_read_as_the_others_of_its_column() -> None:
    (first, second), said = _budgets("4.000", "12.500,50")
    assert first == {"amount": {"value": "4000", "currency": "TND"}}
    assert second == {"amount": {"value": "12500.50", "currency": "TND"}}
    assert "import/number-thousands" in said
    assert "import/number-ambiguous" not in said


def test_without_another_that_tells_it_stays_text() -> None:
    (first, _), said = _budgets("4.000", "6.000")
    assert first == {"text": {"fr": "4.000"}}
    assert said.count("import/number-ambiguous") == 2


def test_sums_whose_currency_nobody_knows_stay_text() -> None:
    made = read(sheet(["Projet", "Budget"], ["A", "4.000 dinars"], ["B", "12.500,50 dinars"]))
    assert commitments_of(made)[0]["budget"] == [{"text": {"fr": "4.000 dinars"}}]
    assert "import/number-ambiguous" in codes(made)
