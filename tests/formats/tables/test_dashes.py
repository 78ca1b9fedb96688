"""Names with dashes between them: one column is read one way, or it is said how each cell was read; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

SURE = {"fr": ["Ministère - Association Amal", "Province - Commune - Région"],
        "ar": ["وزارة الداخلية - جمعية شفافية محلية", "مجلس الجهة - جمعية الأمل"]}  # fmt: skip
UNSURE = {"fr": ["Les élus - Presse locale", "Maison des jeunes - Presse locale"],
          "ar": ["الصحافة المحلية - دار الشباب", "دار الشباب - المديرية الإقليمية للتعليم"]}  # fmt: skip
HEADINGS = {"fr": ["Projet", "Partenaires"], "ar": ["المشروع", "الشركاء"]}


def _partners(language: str, *cells: str) -> tuple[list[int], list[str]]:
    grid = sheet(HEADINGS[language], *([f"P{number}", cell] for number, cell in enumerate(cells)))
    imported = read(grid)
    assert accounted(imported, grid)
    counts = [len(one.get("supporting", [])) for one in shown(imported)["plans"][0]["commitments"]]
    return counts, [code for code in codes(imported) if code in ("import/dashes-part-names", "import/list-uncertain")]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_parts_names_in_some_cells_does_in_all(language: str) -> None:
    first, second = SURE[language]
    counts, said = _partners(language, first, *UNSURE[language], second)
    assert counts == [2, 2, 2, 3 if language == "fr" else 2]
    assert said == ["import/dashes-part-names"]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_dashes_that_part_nothing_for_sure_are_said_in_each_cell(language: str) -> None:
    assert _partners(language, *UNSURE[language]) == ([1, 1], ["import/list-uncertain"] * 2)


@pytest.mark.parametrize(
    "other", ["Commune de X - Service état civil", "Commune, Région", "Commune ; Région - Section locale"]
)
def test_a_column_with_another_use_of_dashes_is_read_cell_by_cell(other: str) -> None:
    counts, said = _partners("fr", SURE["fr"][0], UNSURE["fr"][0], other)
    assert counts[:2] == [2, 1]
    assert said.count("import/list-uncertain") >= 2
    assert "import/dashes-part-names" not in said


def test_a_dash_below_a_quarter_is_no_report_of_it() -> None:
    grid = sheet(
        ["Project", "Q1 2025", "Q2 2025", "Q3 2025"],
        ["Portal", "Planned", "In progress", "Done"],
        ["Forum", "-", "Planned", "Delayed"],
    )
    imported = read(grid)
    updates = shown(imported)["progress_updates"]
    assert [one["status"]["code"] for one in updates if one["target"] == "Portal"] == [
        "not_started",
        "in_progress",
        "completed",
    ]
    assert [one["status"]["code"] for one in updates if one["target"] == "Forum"] == ["not_started", "delayed"]
    assert "import/no-value" in codes(imported)
    assert accounted(imported, grid)
