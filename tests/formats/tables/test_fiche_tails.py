"""Notes and places to sign below the fiche of a project: no activity, no answer; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

ARABIC = [
    ["بطاقة مشروع رقم {}"],
    [""],
    ["المحور", "الشفافية"],
    ["المشروع", "بوابة البيانات {}"],
    ["الإشكالية", "ضعف النشر"],
    ["الجهة المسؤولة", "مصلحة الإعلاميات"],
    ["المؤشر", "عدد الوثائق"],
    ["القيمة المستهدفة", "80"],
]
FRENCH = [
    ["Fiche projet n° {}"],
    [""],
    ["Axe", "Transparence"],
    ["Intitulé du projet", "Portail {}"],
    ["Problématique", "Peu de publications"],
    ["Responsable", "Service informatique"],
    ["Indicateur", "Documents publiés"],
    ["Valeur cible", "80"],
]
STEPS = {
    "ar": [
        ["الرقم", "النشاط", "المسؤول", "الأجل"],
        ["1.1", "إعداد دفتر التحملات", "مصلحة الإعلاميات", "يناير 2026"],
        ["1.2", "توقيع اتفاقية", "رئيس المجلس"],
    ],
    "fr": [
        ["N°", "Activité", "Responsable", "Échéance"],
        ["1.1", "Cahier des charges", "DSI", "01/2026"],
        ["1.2", "Signature de la convention", "Le président"],
    ],
}
SIGNED = {
    "ar": ["توقيع رئيس المصلحة", "التوقيع:", "حرر بتيزي نوار في 3 يناير 2025", "رئيس المجلس الجماعي", "رئيس القسم"],
    "fr": ["Le Président du Conseil", "Signature :", "Fait à Tizi Noir, le 3 janvier 2025", "Visa du président"],
}


def _card(number: int, language: str, below: list[list[Any]], *, steps: bool) -> list[list[Any]]:
    labels = ARABIC if language == "ar" else FRENCH
    rows = [[str(value).format(number) for value in row] for row in labels]
    return rows + ([[""], *STEPS[language]] if steps else []) + below + [[""]]


def _facts(grid: Grid) -> list[dict[str, Any]]:
    imported = read(grid)
    assert accounted(imported, grid)
    found: list[dict[str, Any]] = shown(imported)["plans"][0]["commitments"]
    return found


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in SIGNED for text in SIGNED[language]])
@pytest.mark.parametrize(
    ("column", "gap", "steps"), [(0, True, True), (1, False, False), (3, True, False), (3, False, True)]
)
def test_a_line_to_sign_below_a_fiche_is_kept_and_said(
    language: str, text: str, column: int, gap: bool, steps: bool
) -> None:
    below = [*([[""]] if gap else []), ["", "", "", ""]]
    below[-1][column] = text
    cards = [row for number in (1, 2) for row in _card(number, language, below, steps=steps)]
    plain = [row for number in (1, 2) for row in _card(number, language, [], steps=steps)]
    assert _facts(sheet(*cards)) == _facts(sheet(*plain))
    assert codes(read(sheet(*cards))).count("import/note-row") == 2


@pytest.mark.parametrize("language", SIGNED)
def test_several_sign_side_by_side_with_their_names_below(language: str) -> None:
    first, *_, last = SIGNED[language]
    below = [[""], ["", first, "", last], ["", "M. Fictif", "", "Mme Fictive"]]
    grid = sheet(*_card(1, language, below, steps=True))
    assert _facts(grid) == _facts(sheet(*_card(1, language, [], steps=True)))
    assert codes(read(grid)).count("import/note-row") == 2


@pytest.mark.parametrize("text", ["À relire avant l'envoi", "Source : services"])
def test_a_text_without_label_behind_a_gap_is_no_answer(text: str) -> None:
    grid = sheet(*_card(1, "fr", [[""], ["", "", text]], steps=False))
    assert _facts(grid) == _facts(sheet(*_card(1, "fr", [], steps=False)))
    assert codes(read(grid)).count("import/note-row") == 1


def test_a_further_line_right_below_an_answer_is_its_own() -> None:
    rows = [*_card(1, "fr", [], steps=False)[:-1], ["Partenaires", "Région"], ["", "Province"]]
    (one,) = _facts(sheet(*rows))
    assert [name for partner in one["supporting"] for name in partner["name"].values()] == ["Région", "Province"]


def test_a_text_below_a_small_table_does_not_answer_the_label_above_it() -> None:
    rows = [*_card(1, "fr", [], steps=True)[:-1], [""], ["", "Texte libre"], ["Partenaires", "Région"]]
    grid = sheet(*rows)
    (one,) = _facts(grid)
    assert "Texte libre" not in str(one)
    assert "import/kept-above" in codes(read(grid))
