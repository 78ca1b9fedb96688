"""Columns whose cells decide what they say: words that a legend explains, states, and days; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

HEADER = ["Projet", "Activité", "Échéance", "État"]
ROWS: list[list[Any]] = [["Portail", "Étude", "2026", "Vert"], ["", "Mise en ligne", "2027", "Orange"],
                         ["Forum", "Réunir", "2026", "Rouge"]]  # fmt: skip


def _states(*rows: list[Any]) -> list[Any]:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    return [
        step.get("status", {}).get("code")
        for one in plan["commitments"]
        for step in (*([one] if "status" in one else []), *one.get("milestones", ()))
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([["Légende : Vert = réalisé ; Orange = en cours ; Rouge = en retard"], []], []),
        ([], [[], ["Vert : réalisé"], ["Orange : en cours"], ["Rouge : en retard"]]),
        ([], [[], ["Légende"], ["Vert", "Réalisé"], ["Orange", "En cours"], ["Rouge", "En retard"]]),
        ([["(Vert: réalisé, Orange: en cours, Rouge: en retard)"], []], []),
    ],
)
def test_a_legend_says_what_the_words_of_a_column_of_states_mean(above: list[Any], below: list[Any]) -> None:
    rows = [*above, HEADER, *ROWS, *below]
    assert _states(*rows)[:3] == ["completed", "in_progress", "delayed"]
    assert codes(read(sheet(*rows))).count("import/legend") == 1


@pytest.mark.parametrize(
    "legend", [[["R : réalisé ; C : en cours"]], [["Légende"], ["R", "Réalisé"], ["C", "En cours"]]]
)
def test_the_legend_of_a_long_table_is_read(legend: list[list[Any]]) -> None:
    rows = [[f"Projet {row // 5}", f"Action {row}", "2026", "RC"[row % 2]] for row in range(6_000)]
    assert _states(HEADER, *rows, [], *legend)[:2] == ["completed", "in_progress"]


@pytest.mark.parametrize(
    ("legend", "first", "second"),
    [("R: Réalisé; EC: En cours", "R", "EC"), ("G = Completed, A = In progress", "G", "A"),
     ("أ: منجز؛ ب: في طور الإنجاز", "أ", "ب")],
)  # fmt: skip
def test_letters_are_explained_too(legend: str, first: str, second: str) -> None:
    rows = [["Portail", "Étude", "2026", first], ["", "Publier", "2027", second]]
    assert _states([legend], [], HEADER, *rows) == ["completed", "in_progress"]


@pytest.mark.parametrize("word", ["N", "ND"])
def test_letters_that_a_legend_explains_are_no_headings_and_no_blanks(word: str) -> None:
    legend = [f"Légende : R = réalisé, C = en cours, {word} = non démarré"]
    rows = [["Portail", "Étude", "2026", "R"], ["", "Publier", "2027", "C"], ["", "Réunir", "2027", word]]
    assert _states(legend, HEADER, *rows) == ["completed", "in_progress", "not_started"]


def _codes_with(key: list[list[Any]]) -> list[Any]:
    rows = [["Portail", "DSI", "G"], ["Forum", "SG", "A"], ["Budget", "DAF", "R"]]
    tree = shown(read(sheet(["Projet", "Responsable", "Rating"], *rows, name="Plan"), sheet(*key, name="Key")))
    found = {one["title"]["fr"]: one.get("status", {}).get("code") for one in tree["plans"][0]["commitments"]}
    return [found[title] for title, _, _ in rows]


def test_a_sheet_with_words_and_their_meanings_is_a_legend() -> None:
    words = [["G", "Completed"], ["A", "In progress"], ["R", "Not started"]]
    states = ["completed", "in_progress", "not_started"]
    assert _codes_with([["RAG", "Meaning"], *words]) == states
    assert _codes_with(words) == states


def test_projects_with_their_states_are_no_legend() -> None:
    words = [["Projet", "État"], ["G", "Réalisé"], ["A", "En cours"], ["R", "Non démarré"]]
    assert _codes_with(words) == [None, None, None]


def test_without_a_legend_colours_stay_unknown() -> None:
    assert _states(HEADER, *ROWS) == ["unknown"] * 3
    made = read(sheet(HEADER, *ROWS))
    steps = [step for one in commitments_of(made) for step in one["milestones"]]
    assert [step["status"]["original"] for step in steps] == ["Vert", "Orange", "Rouge"]
    assert codes(made).count("import/status-unknown") == 3


@pytest.mark.parametrize("words", [["Green", "Amber", "Red"], ["Vert", "Jaune", "Rouge"], ["أخضر", "أصفر", "أحمر"]])
def test_the_words_of_a_legend_below_a_table_are_no_projects_of_it(words: list[str]) -> None:
    plan = [["Projet", "État"], *([f"Projet {at}", word] for at, word in enumerate(words))]
    meant = [[word, state] for word, state in zip(words, ["En cours", "En retard", "Non démarré"], strict=True)]
    made = read(grid := sheet(*plan, ["", ""], ["Légende", ""], *meant))
    assert [one["status"]["code"] for one in commitments_of(made)] == ["in_progress", "delayed", "not_started"]
    assert accounted(made, grid)


def test_a_legend_that_contradicts_itself_says_nothing() -> None:
    grid = sheet(["Vert = réalisé"], ["Vert = en cours"], ["Rouge = en retard"], [], HEADER, *ROWS)
    assert "import/legend" not in codes(read(grid))


@pytest.mark.parametrize(
    ("heading", "cells", "states"),
    [
        ("Situation actuelle", ["Réalisé", "En cours", "Non démarré"], ["completed", "in_progress", "not_started"]),
        ("الوضعية الحالية", ["منجز", "في طور الإنجاز", "لم ينطلق"], ["completed", "in_progress", "not_started"]),
    ],
)
def test_states_are_states_below_a_heading_of_texts(heading: str, cells: list[str], states: list[str]) -> None:
    rows = [[f"Projet {letter}", "DSI", cell] for letter, cell in zip("ABC", cells, strict=True)]
    assert _states(["Projet", "Responsable", heading], *rows) == states


def test_a_situation_in_words_is_the_status_quo() -> None:
    rows = [["Portail", "DSI", "Rien n'est en ligne"], ["Forum", "SG", "En cours d'étude depuis dix ans"]]
    (plan,) = shown(read(sheet(["Projet", "Responsable", "Situation actuelle"], *rows)))["plans"]
    assert [one["status_quo"]["fr"] for one in plan["commitments"]] == [rows[0][2], rows[1][2]]


@pytest.mark.parametrize("heading", ["Délais d'exécution", "Délai d'exécution", "أجل التنفيذ"])
def test_days_below_a_heading_of_delays_are_when_it_is_due(heading: str) -> None:
    rows = [["Portail", "DSI", "30/06/2026"], ["Forum", "SG", "31/12/2026"]]
    (plan,) = shown(read(sheet(["Projet", "Responsable", heading], *rows)))["plans"]
    assert [one["end"] for one in plan["commitments"]] == ["2026-06-30", "2026-12-31"]
