"""Rows below the headings that say in which form to answer, "ex. P1 | en une phrase | mois et année": no projects."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

from opengov_local.document import Import

_FR = (
    "N°|Axe stratégique|Intitulé du projet|Constat|Porteur|Échéance|Taux d'avancement|État",
    "P1|Transparence|Portail ouvert|Les données manquent|Service informatique|juin 2027|40 %|En cours",
    "P2|Participation|Budget participatif|Peu de voix|Service culture|mai 2027|0 %|Non commencé",
)
_EN = (
    "No.|Strategic axis|Project title|Problem|Lead|Deadline|Progress|Status",
    "P1|Transparency|Open portal|Data are missing|IT department|June 2027|40%|In progress",
    "P2|Participation|Participatory budget|Few voices|Culture department|May 2027|0%|Not started",
)
_ES = (
    "N.º|Eje estratégico|Título del proyecto|Problema|Responsable|Plazo|Avance|Estado",
    "P1|Transparencia|Portal abierto|Faltan datos|Servicio informático|junio de 2027|40 %|En curso",
    "P2|Participación|Presupuesto participativo|Pocas voces|Servicio de cultura|mayo de 2027|0 %|No iniciado",
)
_AR = (
    "رقم المشروع|المحور|عنوان المشروع|المشكل|المسؤول|أجل الإنجاز|نسبة الإنجاز|الحالة",
    "م1|الشفافية|بوابة مفتوحة|المعطيات ناقصة|مصلحة الإعلاميات|يونيو 2027|40%|في طور الإنجاز",
    "م2|المشاركة|ميزانية تشاركية|أصوات قليلة|مصلحة الثقافة|ماي 2027|0%|لم ينطلق",
)


def _rows(table: tuple[str, ...], help_row: str) -> list[list[Any]]:
    head, *data = (line.split("|") for line in table)
    return [head, help_row.split("|"), *data]


def _helps(made: Import) -> list[str]:
    assert made.account is not None
    return [entry.piece.text for entry in made.account.entries if entry.fate == "help"]


@pytest.mark.parametrize(
    ("table", "help_row"),
    [
        (_FR, "ex. P1|choisir dans la liste|en une phrase|pourquoi ?|service|mois et année|en %|liste"),
        (_FR, "|choisir dans la liste|en une phrase|pourquoi ?|service|mois et année|en %|liste"),
        (_FR, "|au choix|titre court, pas de sigles|pourquoi ?|nom du service|JJ/MM/AAAA|entre 0 et 100|liste"),
        (_EN, "e.g. P1|choose from list|in one sentence|why?|department|dd/mm/yyyy|in %|list"),
        (_EN, "|see list|one sentence|why?|name of department|month and year|0 to 100|drop-down"),
        (_ES, "p. ej. P1|elegir de la lista|en una frase|¿por qué?|servicio|mes y año|en %|lista"),
        (_AR, "مثال: م1|اختر من القائمة|في جملة واحدة|لماذا؟|المصلحة|الشهر والسنة|نسبة مئوية|لائحة"),
        (_AR, "|اختر من القائمة|جملة واحدة|لماذا؟|اسم المصلحة|يوم/شهر/سنة|بين 0 و 100|قائمة"),
    ],
)
def test_the_form_of_answers_is_help(table: tuple[str, ...], help_row: str) -> None:
    grid = sheet(*_rows(table, help_row))
    made = read(grid)
    assert [one["number"] for one in commitments_of(made)] == [line.partition("|")[0] for line in table[1:]]
    assert _helps(made) == [text for text in help_row.split("|") if text]
    assert accounted(made, grid)
    assert "import/status-unknown" not in codes(made)


def test_an_example_of_a_project_is_help_and_said() -> None:
    example = "ex. P1|Transparence|Site web|Pas de site|Service culture|mai 2026|10 %|En cours"
    made = read(sheet(*_rows(_FR, example)))
    assert [one["number"] for one in commitments_of(made)] == ["P1", "P2"]
    assert _helps(made) == example.split("|")
    assert "import/row-as-help" in codes(made)


def test_a_title_among_forms_of_answers_left_over_is_a_project() -> None:
    made = read(sheet(*_rows(_FR, "P0|au choix|Maison du citoyen|pourquoi ?|service|mois et année|en %|liste")))
    assert [one["number"] for one in commitments_of(made)] == ["P0", "P1", "P2"]


def test_numbers_that_all_begin_like_examples_are_codes() -> None:
    rows = [["N°", "Projet", "Responsable"], ["EX 1", "Portail", "DSI"], ["EX 2", "Forum", "Cabinet"]]
    made = read(sheet(*rows))
    assert [one["number"] for one in commitments_of(made)] == ["EX 1", "EX 2"]
