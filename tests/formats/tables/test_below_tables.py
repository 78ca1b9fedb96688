"""Rows below a table, and totals in it, that belong to no project; and those that look like them and do; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

HEADER = ["Projet", "Problématique", "Activités", "Responsable", "Date de début", "Date de fin", "Coût estimatif (DH)"]
ROWS: list[list[Any]] = [
    ["Portail", "Peu de publications", "Cahier des charges", "DSI", "01/2026", "03/2026", 75000],
    ["", "", "Mise en ligne", "DSI", "04/2026", "12/2026"],
    ["Forum", "Peu de dialogue", "Choix du lieu", "SG", "01/2026", "02/2026", 400000],
    ["", "", "Première séance", "SG", "05/2026", "05/2026"],
]
MERGES = ("A2:A3", "B2:B3", "G2:G3", "A4:A5", "B4:B5", "G4:G5")
A_HEADER = ["المحور", "المشروع", "الأنشطة", "الجهة المسؤولة", "الجدولة الزمنية", "الكلفة (درهم)"]
A_ROWS: list[list[Any]] = [
    ["الشفافية", "البوابة", "إعداد دفتر التحملات", "مصلحة الإعلاميات", "يناير 2026", 75000],
    ["", "", "الإطلاق", "مصلحة الإعلاميات", "مارس 2026"],
    ["", "المنتدى", "اختيار المكان", "الكتابة العامة", "يناير 2026", 400000],
    ["", "", "الجلسة الأولى", "الكتابة العامة", "ماي 2026"],
]
A_MERGES = ("A2:A5", "B2:B3", "F2:F3", "B4:B5", "F4:F5")
Layout = tuple[list[str], list[list[Any]], tuple[str, ...]]
FRENCH: Layout = (HEADER, ROWS, MERGES)
ARABIC: Layout = (A_HEADER, A_ROWS, A_MERGES)


def _grid(layout: Layout, *below: list[Any], merged: bool = True) -> Grid:
    header, rows, merges = layout
    return sheet(header, *rows, *below, merges=merges if merged else ())


def _commitments(grid: Grid) -> list[dict[str, Any]]:
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    assert "activities" not in plan
    found: list[dict[str, Any]] = plan["commitments"]
    return found


def _at(index: int, text: object, *more: object) -> list[Any]:
    return ["" for _ in range(index)] + [text, *more]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("layout", "row"),
    [
        (FRENCH, _at(0, "Total axe", "", "", "", "", "", 475000)),
        (FRENCH, _at(5, "Total axe", 475000)),
        (FRENCH, _at(3, "Total axe", "", "", 475000)),
        (FRENCH, _at(4, "Sous-total axe 1", "", 475000)),
        (FRENCH, _at(4, "Budget de l'axe 1", "", "475 000")),
        (FRENCH, _at(6, 475000)),
        (FRENCH, _at(6, "475 000 DH")),
        (ARABIC, _at(4, "مجموع المحور الرابع", 475000)),
        (ARABIC, _at(3, "مجموع المحور", "", 475000)),
        (ARABIC, _at(5, 475000)),
    ],
)
def test_totals_are_none_of_the_last_project(layout: Layout, row: list[Any], merged: bool) -> None:
    grid = _grid(layout, row, merged=merged)
    assert _commitments(grid) == _commitments(_grid(layout, merged=merged))
    assert codes(read(grid)).count("import/total-row") == 1


def test_totals_of_axes_stand_between_projects_and_that_of_all_below() -> None:
    rows: list[list[Any]] = [
        ["Axe 1 : Ouvrir"],
        ["A", 100],
        ["B", 50],
        ["", 150],
        ["Axe 2 : Agir"],
        ["C", 7],
        ["D", 3],
        ["", 10],
    ]
    wide = [[row[0], "", *row[1:]] if len(row) > 1 else row for row in rows]
    grid = sheet(["Projet", "Responsable", "Budget (DH)"], *wide, ["", "", 160], merges=("A2:C2", "A6:C6"))
    sums = [line["amount"]["value"] for one in _commitments(grid) for line in one["budget"]]
    assert sums == ["100", "50", "7", "3"]
    assert codes(read(grid)).count("import/total-row") == 3


def test_totals_of_several_columns_are_one_row() -> None:
    header = ["Projet", "Responsable", "Budget 2025 (DH)", "Budget 2026 (DH)"]
    grid = sheet(header, ["A", "DSI", 10, 20], ["B", "SG", 5, ""], ["", "", 15, 20])
    assert [len(one["budget"]) for one in _commitments(grid)] == [2, 1]
    assert "import/total-row" in codes(read(grid))


def test_rows_of_totals_do_not_show_that_rows_go_on() -> None:
    header = ["Axe", "Projet", "Responsable", "Budget (DH)"]
    rows = [["Ouvrir", "A", "DSI", 10], ["", "B", "SG", 5], ["", "", "Total axe", 15], ["Agir", "C", "DSI", 3]]
    grid = sheet(header, *rows, ["", "", "La commission"])
    assert [len(one["leads"]) for one in _commitments(grid)] == [1, 1, 1]
    assert {"import/total-row", "import/below-table"} <= {*codes(read(grid))}


def test_amounts_that_are_no_sums_are_kept_and_said() -> None:
    header = ["Projet", "Responsable", "Budget 2025 (DH)", "Budget 2026 (DH)"]
    grid = sheet(header, ["A", "DSI", 10, 20], ["B", "SG", 5, 7], ["", "", 15, 99])
    assert [len(one["budget"]) for one in _commitments(grid)] == [2, 2]
    assert "import/below-table" in codes(read(grid))


def test_an_amount_that_is_no_sum_is_kept_and_said() -> None:
    grid = _grid(FRENCH, _at(6, 999))
    assert _commitments(grid) == _commitments(_grid(FRENCH))
    assert "import/below-table" in codes(read(grid))


def test_a_funder_with_an_amount_below_the_last_project_is_its_own() -> None:
    header = ["Projet", "Responsable", "Financeur", "Montant (DH)"]
    grid = sheet(header, ["A", "DSI", "Commune", 100], ["B", "SG", "Commune", 60], ["", "", "Région", 40])
    assert [len(one["budget"]) for one in _commitments(grid)] == [1, 2]


@pytest.mark.parametrize(
    ("layout", "row"),
    [
        (FRENCH, _at(3, "Élaboré par : Secrétariat général")),
        (FRENCH, _at(3, "Le service du programme")),
        (FRENCH, _at(1, "Le comité", "", "La commission")),
        (ARABIC, _at(3, "رئيس البلدية")),
        (ARABIC, _at(4, "رئيس المجلس الجماعي")),
    ],
)
@pytest.mark.parametrize("merged", [True, False])
def test_a_text_right_below_a_table_is_none_of_the_last_project(layout: Layout, row: list[Any], merged: bool) -> None:
    grid = _grid(layout, row, merged=merged)
    assert _commitments(grid) == _commitments(_grid(layout, merged=merged))
    assert {"import/note-row", "import/below-table"} & {*codes(read(grid))}


@pytest.mark.parametrize("row", [_at(0, "رئيس البلدية"), _at(2, "رئيس الجماعة")])
def test_who_signs_below_a_column_of_titles_is_no_project(row: list[Any]) -> None:
    assert _commitments(_grid(ARABIC, row)) == _commitments(_grid(ARABIC))


@pytest.mark.parametrize("gap", [True, False])
@pytest.mark.parametrize(
    "below",
    [
        [_at(0, "Le Président", "", "Le Directeur général", "", "Le Gouverneur")],
        [_at(2, "Le Président", "Le Directeur", "Le Trésorier"), _at(2, "M. Fictif", "Mme Fictive", "M. Inventé")],
        [_at(2, "Fait à Tizi Noir, le 3 janvier 2026"), _at(3, "Le Président")],
    ],
)
def test_several_who_sign_are_no_project_nor_activity(below: list[list[Any]], gap: bool) -> None:
    grid = _grid(FRENCH, *([[""]] if gap else []), *below)
    assert _commitments(grid) == _commitments(_grid(FRENCH))
    assert codes(read(grid)).count("import/note-row") == len(below)


def test_a_table_with_rows_that_go_on_goes_on_at_its_end() -> None:
    header = ["Projet", "Activité", "Responsable"]
    grid = sheet(header, ["A", "Étude", "DSI"], ["", "", "SG"], ["B", "Achat", "DSI"], ["", "", "Région"])
    assert [lead["name"]["fr"] for one in _commitments(grid) for lead in one["leads"]] == ["SG", "Région"]


@pytest.mark.parametrize(
    "title",
    [
        "توقيع اتفاقيات الصيانة",
        "توقيع اتفاقية شراكة",
        "التوقيع على الاتفاقية",
        "إمضاء الاتفاقيات",
        "ملاحظة الخبراء حول الدراسة",
    ],
)
@pytest.mark.parametrize("merged", [True, False])
def test_what_is_signed_last_is_an_activity(title: str, merged: bool) -> None:
    header, rows, merges = ARABIC
    last = [["", "", title, "", "من مارس إلى ماي 2026"]]
    tall = tuple(merge.replace("5", "6") for merge in merges)
    grid = sheet(header, *rows, *last, merges=tall if merged else ())
    (*_, step) = _commitments(grid)[-1]["milestones"]
    assert step["title"] == {"ar": title}
    assert (step["start"], step["due"]) == ("2026-03", "2026-05")
    assert "import/note-row" not in codes(read(grid))


@pytest.mark.parametrize("title", ["Signature de la convention", "Note de cadrage", "Visa du marché"])
def test_what_is_signed_last_with_a_date_is_an_activity(title: str) -> None:
    grid = _grid(FRENCH, _at(2, title, "", "", "06/2026"), merged=False)
    (*_, step) = _commitments(grid)[-1]["milestones"]
    assert (step["title"], step["due"]) == ({"fr": title}, "2026-06")


_OTHER_WORDS = """Ss-total|S/s total|Montant global|Coût global|T O T A L|Total HT|Report|À reporter
ا ل م ج م و ع|الإجمالي|يرحل|المبلغ الإجمالي"""


@pytest.mark.parametrize("words", _OTHER_WORDS.replace("\n", "|").split("|"))
def test_totals_by_other_words_are_no_projects(words: str) -> None:
    header = ["Projet", "Responsable", "Budget (DH)"]
    grid = sheet(header, ["Kiosque", "DSI", 100], ["Radio", "SG", 50], [words, "", 999], ["Bus", "SG", 7])
    assert [one["title"]["fr"] for one in _commitments(grid)] == ["Kiosque", "Radio", "Bus"]
    assert codes(read(grid)).count("import/total-row") == 1


@pytest.mark.parametrize("words", ["للترحيل", "ما قبله", "À reporter"])
def test_carried_sums_without_a_sum_in_the_column_of_axes_are_none(words: str) -> None:
    rows = [["Transparence", "Kiosque", "DSI"], [words, "", ""], ["Participation", "Radio", "SG"]]
    made = read(sheet(["Axe", "Projet", "Responsable"], *rows))
    (plan,) = shown(made)["plans"]
    assert [one["title"]["fr"] for one in plan["axes"]] == ["Transparence", "Participation"]
    assert "import/total-row" in codes(made)


@pytest.mark.parametrize("title", ["Report des séances du conseil", "Montants globaux publiés", "S.I.G. communal"])
def test_titles_that_begin_like_totals_are_projects(title: str) -> None:
    grid = sheet(["Projet", "Responsable", "Budget (DH)"], ["Kiosque", "DSI", 100], [title, "", 50], ["Bus", "SG", 7])
    assert [one["title"]["fr"] for one in _commitments(grid)] == ["Kiosque", title, "Bus"]


@pytest.mark.parametrize("words", ["(suite page suivante)", "…/…", "Suite", "continued overleaf", "Continúa", "يتبع"])
def test_words_for_a_table_that_goes_on_are_no_project(words: str) -> None:
    grid = sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], ["", words, ""], [2, "Forum", "DGS"])
    imported = read(grid)
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail", "Forum"]
    assert "import/note-row" in codes(imported)
    assert accounted(imported, grid)


_FIRST = [["Projet", "Responsable", "Échéance"], ["Portail", "DSI", "2026-03"], ["Forum", "DGS", "2026-04"]]
_SECOND = [["Projet", "Activité", "État"], ["Portail", "Étude", "En cours"], ["Forum", "Statuts", "Réalisé"]]


@pytest.mark.parametrize("gap", [[], [["", "", ""]]])
def test_each_of_three_tables_right_below_each_other_keeps_its_last_row(gap: list[list[str]]) -> None:
    measures = [["Indicateur", "Cible", "Unité"], ["Visites", "2000", "visites"], ["Inscrits", "40", "personnes"]]
    made = read(grid := sheet(*_FIRST, *gap, *_SECOND, *gap, *measures))
    (plan,) = shown(made)["plans"]
    told = [(one["title"]["fr"], one["end"], one["milestones"]) for one in plan["commitments"]]
    assert told == [
        ("Portail", "2026-03", [{"title": {"fr": "Étude"}, "status": {"code": "in_progress", "original": "En cours"}}]),
        ("Forum", "2026-04", [{"title": {"fr": "Statuts"}, "status": {"code": "completed", "original": "Réalisé"}}]),
    ]
    assert [one["name"]["fr"] for one in plan["indicators"]] == ["Visites", "Inscrits"]
    assert "import/kept-above" not in codes(made)
    assert accounted(made, grid)


def test_group_headings_of_a_further_table_stay_those() -> None:
    groups = [
        ["Projet", "Situation au 30/06/2026", ""],
        ["Intitulé du projet", "État", "Taux"],
        ["Parc", "En cours", "40%"],
    ]
    for above in ([], [["", "", ""]]):
        made = read(sheet(*_FIRST, *above, *groups, merges=(f"B{4 + len(above)}:C{4 + len(above)}",)))
        last = commitments_of(made)[-1]
        assert last["status"] == {"code": "in_progress", "original": "En cours", "as_of": "2026-06-30"}
