"""Cards of commitments below each other in one sheet, each under its number, with its own table of steps; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

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


def test_fiches_side_by_side_with_labels_of_their_own_are_apart() -> None:
    rows = [("Projet", "Portail", "Forum"), ("Axe", "Transparence", "Participation"), ("Responsable", "DSI", "Cabinet"),
            ("Début", "01/01/2026", "01/03/2026"), ("Budget", "50 000 DH", "20 000 DH")]  # fmt: skip
    grid = sheet(*([label, one, "", label, other] for label, one, other in rows))
    made = read(grid)
    assert accounted(made, grid)
    found = commitments_of(made)
    assert [one["title"]["fr"] for one in found] == ["Portail", "Forum"]
    assert [one["start"] for one in found] == ["2026-01-01", "2026-03-01"]
    assert [[*one["leads"][0]["name"].values()] for one in found] == [["DSI"], ["Cabinet"]]
    assert [one["budget"][0]["amount"]["value"] for one in found] == ["50000", "20000"]
    assert "import/conflict" not in codes(made)


def test_labels_of_one_fiche_in_two_columns_are_one() -> None:
    made = read(sheet(["Projet", "Portail", "", "Axe", "Transparence"], ["Responsable", "DSI", "", "Appui", "ONG"],
                      ["Début", "01/01/2026", "", "Fin", "31/12/2026"]))  # fmt: skip
    (one,) = commitments_of(made)
    assert (one["start"], one["end"]) == ("2026-01-01", "2026-12-31")


def test_one_label_beside_periods_is_said() -> None:
    made = read(sheet(["Engagement", "T1", "T2"], ["Avancement", "10%", "20%"]))
    assert "import/labels-as-rows" in codes(made)


def test_parts_of_the_year_are_no_projects_of_a_table_that_was_turned_around() -> None:
    grid = sheet(
        ["Engagement", "T1", "T2"], ["Responsable", "DSI", "DGS"], ["Budget", 1000, 2000], ["Avancement", 10, 20]
    )
    made = read(grid)
    assert "plans" not in shown(made)
    assert "import/sheet-unread" in codes(made)
    assert accounted(made, grid)


def test_parts_of_the_year_are_no_projects_of_a_sheet_of_fiches() -> None:
    first, second = (
        (["Engagement", title, ""], ["Responsable", "DSI", ""], ["Budget", "2000 DH", ""])
        for title in ("Portail", "Forum")
    )
    grid = sheet(*first, *second, ["Engagement", "T1", "T2"], ["Budget", 10, 20])
    made = read(grid)
    assert [[*one["title"].values()] for one in commitments_of(made)] == [["Portail"], ["Forum"]]
    assert [len(one["budget"]) for one in commitments_of(made)] == [1, 1]
    assert "import/kept-above" in codes(made)
    assert accounted(made, grid)


def test_numbers_below_periods_are_no_steps_whatever_they_are_written_as() -> None:
    made = read(sheet(["Engagement", "Responsable", "T1 2031", "T2 2031"], ["Portail", "DSI", "1000", "2000"]))
    assert "milestones" not in str(shown(made))


def test_labels_with_their_answers_behind_them_that_stand_where_titles_should_are_said() -> None:
    lines = {
        "Intitulé : Portail": "العنوان: بوابة",
        "Problème : Délais": "المشكل: الآجال",
        "Responsable : DSI": "المسؤول: مصلحة",
    }
    cards = [
        [("Engagement n° 1", "الالتزام رقم 1"), *lines.items()],
        [("Engagement n° 2", "الالتزام رقم 2"), *lines.items()],
    ]
    rows = [row for card in cards for row in (*card, [])]
    assert "import/labels-as-rows" in codes(read(sheet(["Plan d’action 2026-2028"], [], *rows)))
    titles = ["Marché : rénovation", "Portail : refonte", "Budget : lisible"]
    assert "import/labels-as-rows" not in codes(read(sheet(["Projet", "Porteur"], *([one, "DSI"] for one in titles))))
