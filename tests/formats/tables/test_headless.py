"""Tables without a row of headings; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

_TOP = [["جماعة تمصلوحت"], ["برنامج الانفتاح لسنة 2026"], [""]]
_ROWS: list[list[Any]] = [
    [1, "نشر محاضر الدورات", "كتابة المجلس", "قبل متم مارس 2026", "2.000 درهم"],
    [2, "صندوق الشكايات", "مكتب الشكايات", "ماي 2026", "18.000 درهم"],
    [3, "لقاء سنوي مع الجمعيات", "المصلحة التقنية", "يوليوز 2026", "10.000 درهم"],
]
_KNOWN = "import/column-by-cells"


def _said(imported: Any, code: str) -> list[tuple[str | None, Any]]:
    found = [one for one in imported.findings if one.code == code]
    return [(one.location.cell, one.params.get("field")) for one in found]


def test_columns_are_read_by_what_all_their_cells_say() -> None:
    grid = sheet(*_TOP, *_ROWS)
    imported = read(grid)
    assert accounted(imported, grid)
    assert _said(imported, _KNOWN) == [
        ("A4", "commitment.number"),
        ("B4", "commitment.title"),
        ("C4", "commitment.leads"),
        ("D4", "commitment.end"),
        ("E4", "commitment.budget"),
    ]
    first, _, last = commitments_of(imported)
    assert (first["number"], first["title"], first["end"]) == ("1", {"ar": "نشر محاضر الدورات"}, "2026-03")
    assert last["leads"] == [{"name": {"ar": "المصلحة التقنية"}}]
    assert last["budget"] == [{"amount": {"value": "10000", "currency": "MAD"}}]
    assert shown(imported)["collectivities"][0]["name"] == {"ar": "تمصلوحت"}


def test_two_columns_of_dates_are_when_it_begins_and_ends() -> None:
    rows = [
        [1, "Portail des services", "janvier 2026", "mars 2026"],
        [2, "Guide des usagers", "mai 2026", "décembre 2026"],
        [3, "Forum de la ville", "mai 2026", "juin 2026"],
    ]
    imported = read(sheet(["Commune de Sefrou : programme d'ouverture 2026-2027"], *rows))
    assert [(one["start"], one["end"]) for one in commitments_of(imported)][::2] == [
        ("2026-01", "2026-03"),
        ("2026-05", "2026-06"),
    ]


def test_a_column_that_does_not_tell_is_kept_and_said() -> None:
    rows = [[*row, word] for row, word in zip(_ROWS, ["أ", "ب", "ج"], strict=True)]
    grid = sheet(*_TOP, *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    assert [one.location.cell for one in imported.findings if one.code == "import/column-kept"] == ["F4"]
    assert {each["text"] for one in commitments_of(imported) for each in one["x_unmapped"]} == {"أ", "ب", "ج"}


def _table_of(imported: Any) -> list[tuple[str | None, str, str | None]]:
    """Gives what was read of each project: its number, who leads it, when it ends."""
    return [(one.get("number"), *one["leads"][0]["name"].values(), one["end"][-2:]) for one in commitments_of(imported)]


_OFFICES: list[list[Any]] = [
    [1, "Journée portes ouvertes", "Secrétariat du conseil", "mars 2026", "8 000 DH"],
    [2, "Affichage des séances", "Technicien informatique", "avril 2026", "12 000 DH"],
    [3, "Boîte aux doléances", "Cheikh des affaires rurales", "décembre 2026", "6 000 DH"],
]


def test_a_line_that_names_projects_stands_for_the_title_of_a_plan() -> None:
    imported = read(sheet(["Commune de Tiddas"], ["Projets d'ouverture pour l'année 2026"], *_OFFICES))
    assert _table_of(imported) == [
        ("1", "Secrétariat du conseil", "03"),
        ("2", "Technicien informatique", "04"),
        ("3", "Cheikh des affaires rurales", "12"),
    ]
    assert shown(imported)["plans"][0]["period"] == {"start": "2026", "end": "2026"}


def test_rows_may_count_behind_a_letter() -> None:
    imported = read(sheet(["Programme d'ouverture 2026"], *([f"P{row[0]}", *row[1:]] for row in _OFFICES)))
    assert [number for number, *_ in _table_of(imported)] == ["P1", "P2", "P3"]


def test_nothing_need_count_the_rows_where_two_columns_tell_what_they_are() -> None:
    grid = sheet(["Programme d'ouverture 2026"], *(row[1:4] for row in _OFFICES), ["Total"])
    imported = read(grid)
    assert accounted(imported, grid)
    assert [when for *_, when in _table_of(imported)] == ["03", "04", "12"]
    assert _said(imported, _KNOWN)[0] == ("A2", "commitment.title")


@pytest.mark.parametrize("kept", [(1, 3), (1, 2), (2, 3, 4)])
def test_where_nothing_counts_the_rows_one_column_tells_too_little(kept: tuple[int, ...]) -> None:
    imported = read(sheet(["Programme d'ouverture 2026"], *([row[at] for at in kept] for row in _OFFICES)))
    assert _KNOWN not in codes(imported)
    assert "import/sheet-unread" in codes(imported)


_UNSURE: list[list[list[Any]]] = [
    [[1, "Portail", "DSI", "mars 2026"], [2, "Guide", "Com", "mai 2026"], [3, "Forum", "Cabinet", "mai 2026"]],
    [[1, "Portail des services"], [2, "Guide des usagers"], [3, "Forum de la ville"]],
    [["a", *row[1:]] for row in _ROWS],
    [[1, row[1], f"{row[1]} {row[2]}", *row[2:]] for row in _ROWS],
    [[row[0], row[3], row[1], row[4]] for row in _ROWS],
    _ROWS[:2],
]


@pytest.mark.parametrize("rows", _UNSURE)
def test_where_one_is_not_sure_the_council_and_title_come_all_the_same(rows: list[list[Any]]) -> None:
    grid = sheet(["Commune de Sefrou"], ["Programme d'ouverture 2026-2027"], *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    assert [one.severity for one in imported.findings if one.code == "import/nothing-recognised"] == ["error"]
    assert [one.severity for one in imported.findings if one.code == "import/sheet-unread"] == ["warning"]
    (plan,) = shown(imported)["plans"]
    assert [*plan["title"].values()] == ["Programme d'ouverture 2026-2027"]
    assert "commitments" not in plan
    assert len(plan["x_unmapped"]) == sum(map(len, rows))
    assert shown(imported)["collectivities"][0]["identifiers"]


@pytest.mark.parametrize(
    "title",
    [
        "Budget du programme d'ouverture 2026",
        "Programme d'ouverture 2026 : liste des réunions",
        "Programme d'ouverture 2026 – Partenaires",
        "ميزانية برنامج الانفتاح لسنة 2026",
    ],
)
def test_what_its_title_says_to_list_other_things_is_kept(title: str) -> None:
    grid = sheet([title], *_ROWS)
    imported = read(grid)
    assert accounted(imported, grid)
    assert _KNOWN not in codes(imported)
    assert "import/sheet-unread" in codes(imported)
    assert not any("commitments" in plan for plan in shown(imported).get("plans", ()))


def test_its_small_words_tell_the_language() -> None:
    made = read(sheet(["Programme d'ouverture 2026-2027"], *_UNSURE[1]))
    assert shown(made)["plans"][0]["title"] == {"fr": "Programme d'ouverture 2026-2027"}


def test_without_the_title_of_a_plan_it_is_none() -> None:
    assert "import/nothing-recognised" in codes(read(sheet(["Réunion du 3 mars 2026"], *_ROWS)))


def test_beside_a_table_with_headings_it_is_none() -> None:
    plan = sheet(["N°", "Projet", "Responsable"], [1, "Portail des services", "DSI"])
    imported = read(plan, sheet(*_TOP, *_ROWS, name="Feuil2"))
    assert _KNOWN not in codes(imported)
    assert "import/sheet-unread" in codes(imported) or "import/cover-kept" in codes(imported)


def test_columns_without_a_heading_beside_others_are_said() -> None:
    rows = [[1, "Portail", "DSI", "mars 2026", ""], [2, "Guide", "Com", "juin 2026", "bis"], [3, "Forum", "", "", ""]]
    imported = read(sheet(["N°", "Projet", "", "", ""], *rows))
    said = [one for one in imported.findings if one.code == "import/column-kept"]
    assert [(one.location.cell, one.severity, one.params["count"]) for one in said] == [
        ("C2", "warning", 2),
        ("D2", "warning", 2),
    ]


def test_a_column_without_a_heading_is_said_once_where_its_cells_go_on_below_each_other() -> None:
    rows = [
        ["Portail", "DSI", 0.4, "à revoir", 2026],
        ["Radio", "DAF", 1, "ok", 2027],
        ["Salle", "DRH", 0.75, "", 2027],
    ]
    imported = read(sheet(["Projet", "Responsable", "Avancement (%)", "", "Échéance"], *rows))
    assert [one.location.cell for one in imported.findings if one.code == "import/column-kept"] == ["D2"]
    assert "import/pieces-kept" not in codes(imported)


@pytest.mark.parametrize(
    "line",
    ["Projets de délibérations pour l'année 2026", "Historique des versions", "Liste de présence", "لائحة الحضور"],
)
def test_lines_of_other_lists_head_no_projects(line: str) -> None:
    imported = read(sheet(["Programme d'ouverture 2026"], [line], *_OFFICES))
    assert _KNOWN not in codes(imported)
    assert "import/sheet-unread" in codes(imported)
