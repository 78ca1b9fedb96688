"""Plain sentences between a heading and its table in Word files: they name no project, step or partner; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_TOP = "= Programme d’ouverture de la commune 2026-2028"
_LIST = [["N°", "Projet", "Responsable"], ["1", "Marchés publiés", "DSI"], ["2", "Carte du patrimoine", "SG"]]
_TITLES = ["Marchés publiés", "Carte du patrimoine"]


def _plan(*blocks: object) -> tuple[dict[str, Any], Any]:
    imported = read_paper(_TOP, *blocks)
    (plan,) = tree_of(imported)["plans"]
    return dict(plan), imported


def _titles(objects: list[dict[str, Any]]) -> list[str]:
    return [text for one in objects for text in one["title"].values()]


@pytest.mark.parametrize("heading", ["Liste des projets", "Projets", "Engagements", "لائحة المشاريع"])
@pytest.mark.parametrize(
    "lines",
    [
        ["Le programme comprend deux projets."],
        ["يضم البرنامج مشروعين للجماعة."],
        ["Deux projets ont été retenus par le conseil.", "Ils sont présentés ci-dessous."],
    ],
)
def test_a_sentence_above_a_list_of_projects_is_none_of_them(heading: str, lines: list[str]) -> None:
    plan, made = _plan(f"# {heading}", *lines, _LIST)
    assert _titles(plan["commitments"]) == _TITLES
    assert {*lines} <= {*unmapped(made).values()}
    assert "import/pieces-kept" in codes_of(made)


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        (
            "IV. Liste des projets",
            ["Le tableau ci-après récapitule les projets retenus.", "Tableau 1 : Liste des projets"],
        ),
        ("Projets", ["Tableau 1 : Projets", "Le comité a retenu deux projets."]),
        ("Projets", ["Deux projets", "Ils sont suivis par le comité", "Tableau 1 : Projets"]),
        ("لائحة المشاريع", ["يلخص الجدول التالي المشاريع المعتمدة.", "جدول رقم 1: لائحة المشاريع"]),
        ("Commitments", ["Table 1: Summary of commitments", "The plan has two commitments."]),
    ],
)
def test_nor_is_any_of_several_lines(heading: str, lines: list[str]) -> None:
    plan, made = _plan(f"# {heading}", *lines, _LIST)
    assert _titles(plan["commitments"]) == _TITLES
    captions = ("Tableau", "جدول رقم", "Table")
    assert {line for line in lines if not line.startswith(captions)} <= {*unmapped(made).values()}


def test_nor_is_one_an_indicator() -> None:
    sentence = "Les indicateurs sont suivis chaque semestre par le comité."
    rows = [["Projet", "Indicateur", "Cible"], ["1", "Visites", "500"]]
    plan, made = _plan(_LIST, "# Indicateurs", sentence, "Tableau 3 : Indicateurs de suivi", rows)
    assert [each["name"] for each in plan["commitments"][0]["indicators"]] == [{"fr": "Visites"}]
    assert sentence in unmapped(made).values()


@pytest.mark.parametrize("lines", [["1. Marchés publiés", "2. Carte du patrimoine"], ["- Marchés publiés"]])
def test_items_above_a_table_are_projects(lines: list[str]) -> None:
    plan, made = _plan("# Projets", *lines, [["Projet", "Responsable"], ["Forum", "SG"]])
    assert _titles(plan["commitments"]) == [*_TITLES[: len(lines)], "Forum"]
    assert unmapped(made) == {}


@pytest.mark.parametrize("heading", ["# Plan des activités", "# 2. Plan des activités", "# 2. Mise en œuvre"])
@pytest.mark.parametrize("lines", [[], ["Le tableau suivant présente les activités."]])
def test_nor_does_the_heading_of_a_table_that_names_others_by_number_name_a_project(
    heading: str, lines: list[str]
) -> None:
    steps = [["N° du projet", "Activité", "Échéance"], ["1", "Choisir", "mars 2026"], ["2", "Recruter", "avril 2026"]]
    plan, made = _plan(_LIST, heading, *lines, steps)
    assert _titles(plan["commitments"]) == _TITLES
    assert [_titles(one["milestones"]) for one in plan["commitments"]] == [["Choisir"], ["Recruter"]]
    assert not {"import/number-of-another", "import/headings-taken"} & {*codes_of(made)}


def test_nor_is_it_a_step_a_budget_or_an_indicator_of_its_project() -> None:
    plan, made = _plan(
        *("## Projet 1 : Marchés publiés", "### Activités", "Deux activités sont prévues."),
        *([["Activité", "Échéance"], ["Choisir", "mars 2026"], ["Lancer", "mai 2026"]], "### Budget"),
        *("Le budget est détaillé ci-dessous.", [["Rubrique", "Montant (DH)"], ["Jury", "3 000"]], "### Indicateurs"),
        *("Un indicateur est retenu.", [["Indicateur", "Cible"], ["Marchés", "41"]], "### Partenaires"),
        *("Deux partenaires soutiennent le projet.", [["Partenaire", "Apport"], ["INDH", "Financement"]]),
    )
    (one,) = plan["commitments"]
    assert _titles(one["milestones"]) == ["Choisir", "Lancer"]
    assert [each["label"] for each in one["budget"]] == [{"fr": "Jury"}]
    assert [each["name"] for each in one["indicators"]] == [{"fr": "Marchés"}]
    assert [each["name"] for each in one["supporting"]] == [{"fr": "INDH"}]
    assert sum(text.endswith(".") for text in unmapped(made).values()) == 4


def test_one_that_counts_axes_is_no_axis() -> None:
    plan, _ = _plan("# Axes stratégiques", "Le programme compte deux axes.", "# Projets", _LIST)
    assert "axes" not in plan


def test_a_sum_in_a_sentence_above_a_budget_is_not_counted_twice() -> None:
    plan, made = _plan(
        *("## Projet 1 : Marchés publiés", "### Budget", "Le budget est de 50 000 DH."),
        [["Rubrique", "Montant (DH)"], ["Jury", "50 000"]],
    )
    assert len(plan["commitments"][0]["budget"]) == 1
    assert "Le budget est de 50 000 DH." in unmapped(made).values()


def test_a_title_above_its_card_is_that_of_a_project() -> None:
    plan, _ = _plan("# Projets", "Publication des marchés de la commune", [["Responsable", "DSI"], ["Début", "2026"]])
    assert _titles(plan["commitments"]) == ["Publication des marchés de la commune"]
