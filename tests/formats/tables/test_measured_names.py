"""Indicators with their measures on one line, in sheets and Word files; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown
from tests.formats.word.papers import codes_of, commitments_of, read_paper

_LINES = [
    ("Taux de réponse. Valeur initiale : 10. Cible : 50", "Taux de réponse", "10", "50"),
    ("Taux de réponse ; Valeur initiale : 10 ; Cible : 50", "Taux de réponse", "10", "50"),
    ("Taux de réponse (valeur de départ : 0,5 ; valeur cible : 2,5)", "Taux de réponse", "0.5", "2.5"),
    ("Tasa de respuesta. Línea base: 10. Meta: 50", "Tasa de respuesta", "10", "50"),
    ("نسبة الأجوبة القيمة المرجعية: 10 الهدف: 50", "نسبة الأجوبة", "10", "50"),
    ("نسبة الأجوبة، القيمة المرجعية: 10، القيمة المستهدفة: 50", "نسبة الأجوبة", "10", "50"),
]
_KEPT = ["Taux de réponse. Valeur initiale : faible. Cible : 50", "Taux. Cible : 50. Source : registre", "Cible : 50"]


def _in_word(line: str) -> tuple[list[dict[str, Any]], list[str]]:
    made = read_paper(
        "= Plan d’action 2026-2028 de la commune de Fictiville", "# Engagement 1 : Portail", f"Indicateur : {line}"
    )
    return commitments_of(made)[0]["indicators"], codes_of(made)


def _in_a_sheet(line: str) -> tuple[list[dict[str, Any]], list[str]]:
    imported = read(sheet(["Projet", "Indicateur"], ["Portail", line]))
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    return commitment["indicators"], codes(imported)


@pytest.mark.parametrize("reader", [_in_word, _in_a_sheet])
@pytest.mark.parametrize(("line", "name", "baseline", "target"), _LINES)
def test_an_indicator_says_from_where_to_where_it_goes(
    line: str, name: str, baseline: str, target: str, reader: Any
) -> None:
    ((indicator,), said) = reader(line)
    assert list(indicator["name"].values()) == [name]
    assert (indicator["baseline"]["value"], indicator["target"]["value"]) == (baseline, target)
    assert "import/indicator-whole" not in said


@pytest.mark.parametrize("reader", [_in_word, _in_a_sheet])
@pytest.mark.parametrize("line", _KEPT)
def test_what_is_not_understood_wholly_is_kept_as_it_is_and_said(line: str, reader: Any) -> None:
    indicators, said = reader(line)
    assert [list(each["name"].values()) for each in indicators] == [[line]]
    assert said.count("import/indicator-whole") == 1


@pytest.mark.parametrize("reader", [_in_word, _in_a_sheet])
def test_a_colon_in_a_name_is_no_measure(reader: Any) -> None:
    ((indicator,), said) = reader("Délai : 10 jours")
    assert indicator["name"] == {"fr": "Délai : 10 jours"}
    assert "import/indicator-whole" in said
