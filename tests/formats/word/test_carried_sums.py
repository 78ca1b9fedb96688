"""Rows of averages, and of sums that are carried from page to page, are no projects, axes or steps; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

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


@pytest.mark.parametrize(
    "words",
    ["Moyenne", "Moyenne générale", "Taux moyen", "Avancement global", "المعدل", "المعدل العام", "المتوسط", "Average"],
)
@pytest.mark.parametrize("before", [[], [""], ["", ""]])
@pytest.mark.parametrize("merged", [True, False])
def test_an_average_below_projects_is_no_project(words: str, before: list[str], *, merged: bool) -> None:
    last = [*before, words]
    last += ["<" if merged else ""] * (3 - len(last))
    rows = [["N°", "Projet", "Responsable", "Taux d'avancement"], ["1", "Portail", "DSI", "65 %"]]
    made = read_paper(*_HEAD, [*rows, ["2", "Forum", "SC", "15 %"], [*last, "40 %"]])
    found = [(each["title"]["fr"], each["progress"]) for each in commitments_of(made)]
    assert found == [("Portail", 65), ("Forum", 15)]
    assert codes_of(made).count("import/total-row") == 1


@pytest.mark.parametrize("row", [["2", "Moyenne montagne", "SC", "15 %"], ["", "Moyenne montagne", "SC", "15 %"]])
def test_a_project_with_the_name_of_an_average_is_one(row: list[str]) -> None:
    rows = [["N°", "Projet", "Responsable", "Taux d'avancement"], ["1", "Portail", "DSI", "65 %"], row]
    assert [each["title"]["fr"] for each in commitments_of(read_paper(*_HEAD, rows))] == ["Portail", "Moyenne montagne"]
