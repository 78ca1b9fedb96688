"""Projects that nothing but their numbers tell, with labelled lines below, all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

TITLE = "Plan d’action 2026-2028"


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["3.1 Alpha", "Constat : rien", "Pilote : DAF", "3.2 Beta", "Constat : peu", "Pilote : DSI"], ["3.1", "3.2"]),
        (["1) Alpha", "Pilote : DAF", "Budget : 10 €", "2) Beta", "Pilote : DSI"], ["1", "2"]),
        (["1- Alpha", "المسؤول: مصلحة المالية", "2- Beta", "المسؤول: مصلحة الإعلاميات"], ["1", "2"]),
    ],
)
def test_numbered_lines_with_the_same_questions_below_are_projects(lines: list[str], numbers: list[str]) -> None:
    made = read_paper(TITLE, "1. Introduction", "Un texte.", *lines)
    assert [each["number"] for each in commitments_of(made)] == numbers
    assert [list(each["title"].values()) for each in commitments_of(made)] == [["Alpha"], ["Beta"]]
    assert all(len(each["leads"]) == 1 for each in commitments_of(made))
    assert "leads" not in tree_of(made)["plans"][0]
    assert "import/headings-taken" in codes_of(made)


def test_lines_whose_numbers_go_on_in_those_of_the_projects_are_axes() -> None:
    lines = ["1. Un", "1.1 Alpha", "Pilote : DAF", "1.2 Beta", "Pilote : DSI", "2. Deux", "2.1 Gamma", "Pilote : DRH"]
    made = read_paper(TITLE, *lines)
    assert [each["axes"] for each in commitments_of(made)] == [["@Un"], ["@Un"], ["@Deux"]]
    assert "import/assumed" in codes_of(made)


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Alpha", "Un texte.", "2. Beta", "Un autre."],
        ["1. Alpha", "Pilote : DAF", "3. Beta", "Pilote : DSI"],
        ["1. Alpha", "Pilote : DAF", "2. Beta", "Budget : 10 €"],
    ],
)
def test_other_numbered_lines_are_none(lines: list[str]) -> None:
    assert "commitments" not in tree_of(read_paper(TITLE, "Vision : une ville ouverte", *lines))["plans"][0]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Publier les PV du conseil", "Pilote : DAF", "2. Beta", "Pilote : DSI"],
        ["# Engagements", "1. Publier les comptes rendus", "Pilote : DAF", "2. Beta", "Pilote : DSI"],
        ["1. Publish council minutes", "Lead: City Clerk", "2. Beta", "Lead: Procurement Unit"],
        ["1- نشر محاضر الدورات", "المسؤول: مصلحة المالية", "2- Beta", "المسؤول: مصلحة الإعلاميات"],
    ],
)
def test_a_project_that_publishes_minutes_makes_no_minutes_of_a_plan(lines: list[str]) -> None:
    commitments = commitments_of(read_paper(TITLE, *lines))
    assert [each["number"] for each in commitments] == ["1", "2"]
    assert all(len(each["leads"]) == 1 for each in commitments)


@pytest.mark.parametrize("dash", ["", "- "])
def test_numbers_may_begin_again_below_each_axis(dash: str) -> None:
    lines = ["Axe 1 : Un", "1. Alpha", f"{dash}Pilote : DAF", "2. Beta", f"{dash}Pilote : DSI"]
    made = read_paper(TITLE, *lines, "Axe 2 : Deux", "1. Gamma", f"{dash}Pilote : DRH")
    said = [(each["number"], each["axes"], len(each["leads"])) for each in commitments_of(made)]
    assert said == [("1", ["@Un"], 1), ("2", ["@Un"], 1), ("1", ["@Deux"], 1)]
    assert "leads" not in tree_of(made)["plans"][0]


_BELOW = ["Pilote : DAF", "Échéance : juin 2026", "Coût : 70 000 DH"]


@pytest.mark.parametrize(
    ("titles", "numbers", "axes"),
    [
        (["1. Axe 1 : Un", "1.1 Alpha", "1.2 Rapport annuel"], ["1.1", "1.2"], ["Un"]),
        (["1. Axe 1 : Un", "1.1 Projet : Alpha", "1.2 Projet : Beta"], ["1.1", "1.2"], ["Un"]),
        (["1. المحور الأول: Un", "1.1 المشروع: Alpha", "1.2 المشروع: Beta"], ["1.1", "1.2"], ["Un"]),
        (["I. Un", "I.1 Alpha", "I.2 Beta", "II. Deux", "II.1 Gamma"], ["I.1", "I.2", "II.1"], ["Un", "Deux"]),
        (["Alpha", "Beta"], [None, None], []),
    ],
)
def test_lines_above_the_same_labels_name_projects(
    titles: list[str], numbers: list[str | None], axes: list[str]
) -> None:
    last = (*axes, "1. Axe 1 : Un", "1. المحور الأول: Un", "I. Un", "II. Deux")
    lines = [line for title in titles for line in (title, *(() if title in last else _BELOW))]
    made = read_paper("Programme d'ouverture de la commune 2026-2028", *lines)
    found = commitments_of(made)
    assert [each.get("number") for each in found] == numbers
    assert not any("Projet" in text or "المشروع" in text for each in found for text in each["title"].values())
    assert all(len(each["leads"]) == len(each["budget"]) == 1 and each["end"] == "2026-06" for each in found)
    (plan,) = tree_of(made)["plans"]
    assert not plan.keys() & {"leads", "budget"}
    assert [text for axis in plan.get("axes", []) for text in axis["title"].values()] == axes


@pytest.mark.parametrize(
    "lines",
    [
        ["Alpha", *_BELOW, "Un texte.", "Beta", "Une phrase seule"],
        ["Alpha", "Pilote : DAF", "Un texte.", "Beta", "Pilote : DSI"],
        ["2.1 Action : publier", "Pilote : DAF", "2.2 Action : diffuser", "Pilote : DSI"],
    ],
)
def test_a_line_above_one_label_or_alone_names_no_project(lines: list[str]) -> None:
    made = read_paper("Programme d'ouverture de la commune 2026-2028", *lines)
    assert not any(plan.get("commitments") for plan in tree_of(made)["plans"])


@pytest.mark.parametrize("above", ["Commune de Fnideq", "Gouvernance du programme", "Comité de suivi"])
def test_a_place_or_body_above_labels_is_no_project(above: str) -> None:
    made = read_paper("Programme d'ouverture 2026-2027", above, *_BELOW, "1. Alpha", *_BELOW, "2. Beta", *_BELOW)
    assert [list(each["title"].values()) for each in commitments_of(made)] == [["Alpha"], ["Beta"]]


def test_a_place_in_an_outline_is_no_number_of_a_project_that_is_known() -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Alpha", "DSI"], ["2", "Beta", "SG"]]
    made = read_paper("= Programme d'ouverture 2026-2027", rows, "## 2.1 Projet : Alpha", "Coût : 1 000 DH",
                      "## 2.2 Projet : Beta", "Coût : 500 DH")  # fmt: skip
    found = [(each["number"], each["budget"][0]["amount"]["value"]) for each in commitments_of(made)]
    assert found == [("1", "1000"), ("2", "500")]


@pytest.mark.parametrize("above", ["Commune de Fnideq", "Gouvernance du programme", "Comité de suivi"])
def test_a_place_or_body_is_no_project_beside_a_line_without_a_number_either(above: str) -> None:
    made = read_paper("Programme d'ouverture 2026-2027", above, *_BELOW, "Alpha", *_BELOW)
    assert not any(plan.get("commitments") for plan in tree_of(made)["plans"])
