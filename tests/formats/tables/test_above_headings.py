"""What stands right above the headings and heads none of them: read as what stands above a table, or kept and said."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_HEADINGS, _ROW = ["Projet", "Activité", "Responsable", "Échéance"], ["Portail", "Étude", "DSI", "06/2025"]


@pytest.mark.parametrize("first", [["Bloc A", "", "Bloc B"], ["الجزء الأول", "", "", "الجزء الثاني"]])
def test_unknown_texts_above_headings_are_kept_and_said(first: list[str]) -> None:
    plan = sheet(first, _HEADINGS, _ROW)
    made = read(plan)
    tree = shown(made)
    assert [each["text"] for each in tree["x_unmapped"]] == [text for text in first if text]
    (said,) = (each for each in made.findings if each.code == "import/kept-above")
    assert said.params["count"] == 2
    assert tree["plans"][0]["commitments"][0]["milestones"][0]["due"] == "2025-06"
    assert accounted(made, plan)


def test_a_collectivity_above_headings_is_read() -> None:
    tree = shown(read(sheet(["Commune d’Agadir", "", "Version provisoire"], _HEADINGS, _ROW)))
    assert tree["plans"][0]["collectivities"] == ["Agadir"]
    assert [each["text"] for each in tree["x_unmapped"]] == ["Version provisoire"]


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        ((["Identification", "", "Planification"], _HEADINGS, _ROW), ("A1:B1", "C1:D1")),
        ((["Projet", "Budget (DH)"], ["", "2025", "2026"], ["Portail", 100, 200]), ("B1:C1",)),
        ((["Projet", "Avancement", ""], ["", "T1 2025", "T2 2025"], ["Portail", "10 %", "20 %"]), ()),
    ],
)
def test_groups_of_headings_stay_headings(rows: tuple[list[object], ...], merges: tuple[str, ...]) -> None:
    made = read(sheet(*map(list, rows), merges=merges))
    assert "import/kept-above" not in codes(made)
    assert "x_unmapped" not in shown(made)


@pytest.mark.parametrize(
    "line",
    [
        "Plan d'Actions d'Ouverture (PAO) – Période : 2026 - 2027",
        "Plan d'action – Période : 2026-2027",
        "Action plan (Period: 2026-2027)",
        "برنامج عمل الانفتاح - الفترة : 2026-2027",
        "برنامج عمل الانفتاح - الفترة : ٢٠٢٦-٢٠٢٧",
    ],
)
def test_a_title_with_its_years_behind_a_label(line: str) -> None:
    grid = sheet(
        [line], [], ["Réf.", "Intitulé du projet", "Porteur"], ["P1", "Portail", "DSI"], ["P2", "Budget", "DAF"]
    )
    made = read(grid)
    assert accounted(made, grid)
    (plan,) = shown(made)["plans"]
    assert (list(plan["title"].values()), plan["period"]) == ([line], {"start": "2026", "end": "2027"})
    assert "import/kept-above" not in codes(made)


@pytest.mark.parametrize(
    "line", ["Années 2026 et 2027", "(2026-2027)", "Exercices 2026 et 2027", "سنتي 2026 و2027", "Période : 2026-2027"]
)
def test_a_line_of_nothing_but_years_is_the_period(line: str) -> None:
    grid = sheet(["Programme d'actions pour une commune ouverte"], [line], ["N°", "Projet"], [1, "Portail"])
    made = read(grid)
    assert accounted(made, grid)
    assert shown(made)["plans"][0]["period"] == {"start": "2026", "end": "2027"}
    assert "import/kept-above" not in codes(made)


@pytest.mark.parametrize("line", ["Juin 2026 et juillet 2027", "2026", "Loi 2026-2027"])
def test_a_line_that_says_more_or_less_is_no_period(line: str) -> None:
    made = read(sheet(["Programme d'actions pour une commune ouverte"], [line], ["N°", "Projet"], [1, "Portail"]))
    assert "period" not in shown(made)["plans"][0]


def test_a_period_with_a_label_goes_before_years_alone() -> None:
    lines = (["Programme d'actions pour une commune ouverte"], ["Exercices 2024 et 2025"], ["Période : 2026-2027"])
    made = read(sheet(*lines, ["N°", "Projet"], [1, "Portail"]))
    assert shown(made)["plans"][0]["period"] == {"start": "2026", "end": "2027"}
    assert "import/kept-above" in codes(made)
