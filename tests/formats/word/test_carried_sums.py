"""Rows of sums that are carried from page to page are no projects, axes or steps; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_HEAD = ("Commune de Zagora", "# Programme d'ouverture 2026-2027")


@pytest.mark.parametrize(
    ("above", "below"),
    [("À reporter", "Report"), ("ينقل", "ما قبله"), ("للترحيل", "مرحل"), ("المنقول", "منقول")],
)
@pytest.mark.parametrize("column", [0, 1])
def test_they_are_kept_as_totals(above: str, below: str, column: int) -> None:
    rows = [["N°", "Projet", "Budget (DH)"], ["1", "Portail", "4 000"], ["2", "Forum", "6 000"]]
    for words in (above, below):
        rows.append([words if at == column else "" for at in range(2)] + ["10 000"])
    made = read_paper(*_HEAD, [*rows, ["3", "Bulletin", "2 000"], ["", "Total", "12 000"]])
    (plan,) = tree_of(made)["plans"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Portail", "Forum", "Bulletin"]
    assert "axes" not in plan
    assert codes_of(made).count("import/total-row") == 3


def test_a_project_with_a_lead_of_such_a_name_is_one() -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Report", "SF"]]
    (plan,) = tree_of(read_paper(*_HEAD, rows))["plans"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Portail", "Report"]
