"""Steps in a card whose title is also a label: "Lancement | Service B | 31/12/2026" is a row of its table; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

_HEAD = [["Projet", "Portail"], ["Axe", "Écoute"], ["Responsable", "Service A"], []]
_HEADS = ["Activités", "Responsable", "Échéance"]
_ARABIC = [["المشروع", "البوابة"], ["المحور", "الشفافية"], ["المسؤول", "مصلحة أ"], []]
_FRENCH_WORDS = ["Lancement", "Clôture", "Suivi", "Diagnostic", "Partenariat", "Objectifs", "Budget", "Comité de suivi"]


def _steps(*rows: list[str]) -> list[tuple[str, str | None]]:
    card = sheet(*rows)
    made = read(card)
    assert accounted(made, card)
    (one,) = commitments_of(made)
    assert not set(one) & {"start", "end", "problem", "supporting", "governance", "x_unmapped", "schedule"}
    return [(next(iter(step["title"].values())), step.get("due")) for step in one["milestones"]]


@pytest.mark.parametrize("word", _FRENCH_WORDS)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_row_that_fills_the_columns_is_one_of_them(word: str, at: int) -> None:
    rows = [["Étude", "Service A", "28/02/2026"], ["Travaux", "Service C", "28/06/2026"]]
    rows.insert(at, [word, "Service B", "28/03/2026"])
    said = [("Étude", "2026-02-28"), ("Travaux", "2026-06-28")]
    said.insert(at, (word, "2026-03-28"))
    assert _steps(*_HEAD, _HEADS, *rows) == said


@pytest.mark.parametrize("word", ["التتبع", "الانطلاق", "التشخيص", "الشراكة"])
def test_arabic_words_too(word: str) -> None:
    heads = ["الأنشطة", "المسؤول", "الأجل"]
    rows = [["الدراسة", "مصلحة أ", "28/02/2026"], [word, "مصلحة ب", "28/03/2026"]]
    assert _steps(*_ARABIC, heads, *rows) == [("الدراسة", "2026-02-28"), (word, "2026-03-28")]


def test_a_table_of_two_columns_goes_on_where_its_next_row_does() -> None:
    rows = [["Étude", "28/02/2026"], ["Lancement", "28/03/2026"], ["Travaux", "28/06/2026"]]
    assert [title for title, _ in _steps(*_HEAD, ["Activités", "Échéance"], *rows)] == ["Étude", "Lancement", "Travaux"]


def test_labels_below_the_table_stay_labels() -> None:
    made = read(
        sheet(
            *_HEAD,
            _HEADS,
            ["Étude", "Service A", "28/02/2026"],
            ["Objectifs", "Informer"],
            ["Partenaires", "Club A", "Club B"],
        )
    )
    (one,) = commitments_of(made)
    assert [next(iter(step["title"].values())) for step in one["milestones"]] == ["Étude"]
    assert one["objectives"]
    assert len(one["supporting"]) == 2


@pytest.mark.parametrize("between", [[], [[]]])
def test_a_table_of_steps_right_below_one_of_indicators(between: list[list[str]]) -> None:
    card = sheet(
        *_HEAD,
        ["Indicateur", "Valeur de départ", "Valeur cible"],
        ["Jeux publiés", "6", "40"],
        *between,
        ["Étapes", "Échéance", "État"],
        ["Inventaire", "avril 2025", "Réalisé"],
        ["Ouverture", "oct. 2025", "En cours"],
    )
    made = read(card)
    assert accounted(made, card)
    (one,) = commitments_of(made)
    assert [indicator["name"] for indicator in one["indicators"]] == [{"fr": "Jeux publiés"}]
    assert [(step["title"]["fr"], step["due"]) for step in one["milestones"]] == [
        ("Inventaire", "2025-04"),
        ("Ouverture", "2025-10"),
    ]
