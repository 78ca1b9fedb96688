"""Tables whose columns stand in reverse order, as pasted from text that runs from right to left; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.document import Import

LEVELS: list[list[Any]] = [
    ["المحور", "رقم المشروع", "المشروع", "النشاط", "المسؤول", "الأجل", "حالة التقدم"],
    ["الشفافية", "1", "بوابة إلكترونية", "جرد المعطيات", "مصلحة المعلوميات", "31/03/2026", "منجز"],
    ["الشفافية", "1", "بوابة إلكترونية", "إطلاق البوابة", "كتابة المجلس", "30/09/2026", "لم يبدأ"],
    ["المشاركة", "2", "ميزانية تشاركية", "لقاءات بالأحياء", "القسم التقني", "30/04/2026", "منجز"],
    ["المشاركة", "2", "ميزانية تشاركية", "التصويت", "القسم التقني", "30/06/2026", "لم يبدأ"],
]
MEASURED: list[list[Any]] = [
    ["Axe", "Projet", "Indicateur", "Unité", "Situation de référence", "Cible 2027"],
    ["Données", "Portail communal", "Jeux publiés", "jeu", 2, 20],
    ["Données", "Portail communal", "Visites par an", "visite", 100, 1500],
    ["Écoute", "Forum annuel", "Participants", "personne", 0, 120],
]


def _turned(rows: list[list[Any]]) -> list[list[Any]]:
    return [row[::-1] for row in rows]


def _at(imported: Import) -> dict[tuple[int, int], tuple[str, str | None, str | None]]:
    assert imported.account
    return {
        (entry.piece.place.row, entry.piece.place.column): (entry.fate, entry.target, entry.field)
        for entry in imported.account.entries
    }


@pytest.mark.parametrize("rows", [LEVELS, MEASURED])
def test_reversed_columns_say_the_same(rows: list[list[Any]]) -> None:
    plain, grid = read(sheet(*rows)), sheet(*_turned(rows))
    imported = read(grid)
    assert shown(imported) == shown(plain)
    assert codes(imported) == codes(plain)
    assert accounted(imported, grid)


def test_cells_keep_their_places() -> None:
    plain, imported = _at(read(sheet(*LEVELS))), _at(read(sheet(*_turned(LEVELS))))
    assert imported == {(row, len(LEVELS[0]) + 1 - column): said for (row, column), said in plain.items()}


def test_lines_above_and_titles_of_sections_stay() -> None:
    rows = [[], ["N°", "Projet", "Responsable", "Date de fin"], ["Axe 1 : Données", "", "", ""],
            ["1", "Portail", "DSI", "2026"], ["2", "Carte", "DSI", "2027"]]  # fmt: skip
    merges = ("A1:D1", "A3:D3")
    plain = read(sheet(["Plan d'action 2026-2027"], *rows[1:], merges=merges))
    back = [row if len(set(row)) == 2 else row[::-1] for row in rows[1:]]
    imported = read(sheet(["Plan d'action 2026-2027"], *back, merges=merges))
    assert shown(imported) == shown(plain)


@pytest.mark.parametrize("header", [["Projet", "Activité", "Fin", "N°"], ["Action", "Fin", "Coût", "Projet"]])
def test_tables_that_begin_with_a_title_are_read_as_they_stand(header: list[str]) -> None:
    rows = [["Portail", "Étude", "2026", "1"], ["Forum", "Réunir", "2027", "2"]]
    (plan,) = shown(read(sheet(header, *rows)))["plans"]
    assert next(iter(plan["commitments"][0]["title"].values())) == "Portail"
