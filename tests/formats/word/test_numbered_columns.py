"""Columns that count objects: "Axe | Action 1 | Action 2"; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_PLAN = "= Programme d'ouverture de la commune de Tiznit 2025-2026"


@pytest.mark.parametrize(
    "heads",
    [
        ["Axe", "Action 1", "Action 2"],
        ["Axe", "Projet 1", "Projet 2"],
        ["Theme", "Commitment 1", "Commitment 2"],
        ["المحور", "الإجراء 1", "الإجراء 2"],
    ],
)
def test_objects_that_columns_count_are_each_on_the_axis_of_their_row(heads: list[str]) -> None:
    made = read_paper(_PLAN, [heads, ["Transparency", "Budget ouvert", "Portail"], ["Participation", "Forum", ""]])
    assert [
        (next(iter(each["title"].values())), [axis.removeprefix("@") for axis in each["axes"]])
        for each in commitments_of(made)
    ] == [("Budget ouvert", ["Transparency"]), ("Portail", ["Transparency"]), ("Forum", ["Participation"])]
    assert not unmapped(made)
    assert "import/conflict" not in codes_of(made)


def test_steps_that_columns_count_are_those_of_the_project_of_their_row() -> None:
    rows = [["Projet", "Responsable", "Activité 1", "Activité 2"], ["Portail", "DSI", "Étude", "Ouverture"]]
    (commitment,) = commitments_of(read_paper(_PLAN, [*rows, ["Forum", "DAF", "Appel", ""]]))[:1]
    assert [step["title"]["fr"] for step in commitment["milestones"]] == ["Étude", "Ouverture"]
    assert [lead["name"]["fr"] for lead in commitment["leads"]] == ["DSI"]


def test_the_same_levels_side_by_side_are_left_as_they_are() -> None:
    rows = [["", "Engagement 1", "Engagement 2"], ["Titre", "Portail", "Forum"], ["Responsable", "DSI", "DAF"]]
    assert [each["title"]["fr"] for each in commitments_of(read_paper(_PLAN, rows))] == ["Portail", "Forum"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["Projet", "Étape 1", "Étape 2"], ["En cours", "Achevé"]),
        (["Projet", "Activité 1", "Activité 2"], ["50 %", "100 %"]),
        (["Axe", "Projet 1", "Projet 2"], ["100 000 DH", "50 000 DH"]),
        (["Axe", "Projet 1", "Projet 2"], ["Oui", "Non"]),
        (["المحور", "المشروع 1", "المشروع 2"], ["100 000 درهم", "50 000 درهم"]),
    ],
)
def test_days_sums_and_states_are_no_titles(heads: list[str], cells: list[str]) -> None:
    made = read_paper(_PLAN, [heads, ["Portail", *cells], ["Forum", cells[1], ""]])
    found = commitments_of(made) if tree_of(made).get("plans") else []
    titles = [next(iter(each["title"].values())) for each in found if "title" in each]
    assert not set(titles) & set(cells)
    assert not any("milestones" in each for each in found)
    assert set(cells) <= set(unmapped(made).values())
    assert {"import/column-unmapped", "import/word-not-understood"} & set(codes_of(made))


def test_days_below_numbered_steps_are_when_these_end() -> None:
    rows = [["Projet", "Étape 1", "Étape 2"], ["Portail", "03/2026", "06/2026"], ["Forum", "06/2026", ""]]
    found = [[(*step["title"].values(), step["due"]) for step in one["milestones"]]
             for one in commitments_of(read_paper(_PLAN, rows))]  # fmt: skip
    assert found == [[("Étape 1", "2026-03"), ("Étape 2", "2026-06")], [("Étape 1", "2026-06")]]


def test_a_step_named_like_a_state_among_others_is_a_step() -> None:
    rows = [["Projet", "Étape 1", "Étape 2"], ["Portail", "Étude", "Clôture"], ["Forum", "Appel", "–"]]
    assert [
        [step["title"]["fr"] for step in each["milestones"]] for each in commitments_of(read_paper(_PLAN, rows))
    ] == [
        ["Étude", "Clôture"],
        ["Appel"],
    ]


@pytest.mark.parametrize(
    "numbers", [["(1)", "(2)", "(3)"], ["1", "2", "3", "4"], ["(1)", "(2)", "(3)", "(4)"], ["(١)", "(٢)", "(٣)"]]
)
@pytest.mark.parametrize("heads", [["N°", "Projet", "Responsable", "Échéance"], ["رقم", "المشروع", "المسؤول", "الأجل"]])
def test_a_row_that_numbers_the_columns_is_no_project(heads: list[str], numbers: list[str]) -> None:
    rows = [["1", "Portail", "DSI", "31/12/2026"], ["2", "Guichet", "SG", "30/06/2027"]]
    made = read_paper("= Programme d’ouverture 2026-2028", [row[: len(numbers)] for row in (heads, numbers, *rows)])
    assert [next(iter(each["title"].values())) for each in commitments_of(made)] == ["Portail", "Guichet"]
    assert [each["number"] for each in commitments_of(made)] == ["1", "2"]
    assert unmapped(made) == {}
    assert not {"import/date-unread", "import/number-of-another"} & {*codes_of(made)}
