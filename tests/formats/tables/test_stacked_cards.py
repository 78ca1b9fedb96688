"""Cards of commitments below each other in one sheet, each under its number, with its own table of steps; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

ARABIC = ("برنامج الانفتاح 2024-2027", "الالتزام {}", ["عنوان الالتزام", "المؤسسة المسؤولة", "الإشكالية المطروحة"],
          ["الأنشطة", "", "تاريخ الانتهاء"])  # fmt: skip
FRENCH = ("Plan d'action 2024-2027", "Engagement n° {}", ["Intitulé :", "Responsable :", "Problème :"],
          ["Activités", "", "Échéance"])  # fmt: skip
SPANISH = ("Plan de acción 2024-2027", "Compromiso {}", ["Título", "Responsable", "Problema"],
           ["Actividades", "", "Fecha de término"])  # fmt: skip
ENGLISH = ("Action plan 2024-2027", "Commitment {}", ["Title", "Lead institution", "Problem"],
           ["Milestones", "", "End date"])  # fmt: skip
Words = tuple[str, str, list[str], list[str]]


def _cards(words: Words, *, labels: int = 3, gap: bool = True, merged: bool = True) -> Grid:
    title, banner, names, header = words
    rows: list[list[Any]] = [[title], []]
    merges: list[str] = []
    for card in (1, 2):
        rows.append([banner.format(card)])
        merges.append(f"A{len(rows)}:D{len(rows)}")
        for name, value in zip(names[:labels], ("Portail", "DSI", "Nul ne le lit"), strict=False):
            rows.append([name, f"{value} {card}"])
            merges.append(f"B{len(rows)}:D{len(rows)}")
        for row in (header, [f"Étude {card}", "", "06/2025"], [f"Suite {card}", "", "12/2025"]):
            rows.append(row)
            merges += [f"A{len(rows)}:B{len(rows)}", f"C{len(rows)}:D{len(rows)}"]
        rows += [[]] if gap else []
    return sheet(*rows, merges=tuple(merges) if merged else ())


@pytest.mark.parametrize("words", [ARABIC, FRENCH, SPANISH, ENGLISH])
@pytest.mark.parametrize("labels", [3, 2])
@pytest.mark.parametrize("gap", [True, False])
@pytest.mark.parametrize("merged", [True, False])
def test_each_number_begins_a_card(words: Words, labels: int, gap: bool, merged: bool) -> None:
    grid = _cards(words, labels=labels, gap=gap, merged=merged)
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [*plan["title"].values()] == [words[0]]
    assert not {"axes", "activities"} & plan.keys()
    assert [one["number"] for one in plan["commitments"]] == ["1", "2"]
    for number, one in enumerate(plan["commitments"], start=1):
        assert [*one["title"].values()] == [f"Portail {number}"]
        assert [*one["leads"][0]["name"].values()] == [f"DSI {number}"]
        assert [*one.get("problem", {}).values()] == ([f"Nul ne le lit {number}"] if labels == 3 else [])
        steps = [(*step["title"].values(), step["due"]) for step in one["milestones"]]
        assert steps == [(f"Étude {number}", "2025-06"), (f"Suite {number}", "2025-12")]
    assert set(codes(imported)) <= {"import/assumed"}
    assert accounted(imported, grid)


def test_labels_that_are_read_as_rows_are_said() -> None:
    grid = sheet(
        ["Engagement", "Échéance"],
        ["Portail", "2026"],
        ["Suite :", ""],
        ["Responsable", "DSI"],
        ["Problème", "Nul ne le lit"],
    )
    assert "import/labels-as-rows" in codes(read(grid))


def test_a_title_that_is_a_heading_by_chance_is_none() -> None:
    grid = sheet(["Engagement", "Échéance"], ["Portail", "2026"], ["Budget", "2026"], ["Forum", "2027"])
    assert "import/labels-as-rows" not in codes(read(grid))
