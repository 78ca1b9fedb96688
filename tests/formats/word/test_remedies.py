"""What is to be done about difficulties, beside or below them in reports and cards; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of, unmapped

REPORT, RAPPORT_AR = "= Rapport annuel de suivi du plan d’action 2024", "= تقرير تتبع برنامج عمل الجماعة 2024"

FIELDS = ("challenges", "next_steps")


def _told(made: Any) -> list[tuple[str | None, str | None]]:
    updates = tree_of(made).get("progress_updates", [])
    texts = [{field: next(iter(each.get(field, {"": None}).values())) for field in FIELDS} for each in updates]
    return [(each["challenges"], each["next_steps"]) for each in texts]


@pytest.mark.parametrize(
    "blocks",
    [
        (
            REPORT,
            "## Projet 1 : Portail",
            [["Difficultés", "Actions proposées"], ["Peu de moyens", "Chercher un partenaire"]],
        ),
        (
            REPORT,
            "## Projet 1 : Portail",
            "Difficultés : Peu de moyens",
            "Actions recommandées : Chercher un partenaire",
        ),
        (
            REPORT,
            "## Projet 1 : Portail",
            [["Difficultés", "Peu de moyens"], ["Mesures à prendre", "Chercher un partenaire"]],
        ),
        (
            REPORT,
            [["Projet", "Difficultés", "Actions proposées"], ["Portail", "Peu de moyens", "Chercher un partenaire"]],
        ),
        (
            RAPPORT_AR,
            "## المشروع 1: البوابة",
            [["الصعوبات", "الإجراءات المقترحة"], ["Peu de moyens", "Chercher un partenaire"]],
        ),
        (RAPPORT_AR, "## المشروع 1: البوابة", "الصعوبات: Peu de moyens", "التدابير المقترحة: Chercher un partenaire"),
        (
            RAPPORT_AR,
            [["المشروع", "الصعوبات", "التدابير المقترحة"], ["البوابة", "Peu de moyens", "Chercher un partenaire"]],
        ),
    ],
)
def test_actions_beside_or_below_difficulties_come_next_and_are_no_activities(blocks: tuple[Any, ...]) -> None:
    made = read_paper(*blocks)
    assert _told(made) == [("Peu de moyens", "Chercher un partenaire")]
    assert [each.get("milestones") for each in commitments_of(made)] == [None]
    assert unmapped(made) == {}


def test_several_rows_of_difficulties_below_a_project_are_told_of_it_line_by_line() -> None:
    rows = [
        ["Difficultés", "Actions proposées"],
        ["Peu de moyens", "Chercher un partenaire"],
        ["Retard du marché", "Relancer le marché"],
    ]
    made = read_paper(REPORT, "## Projet 1 : Portail", rows)
    assert _told(made) == [("Peu de moyens\nRetard du marché", "Chercher un partenaire\nRelancer le marché")]


def test_in_a_card_difficulties_are_told_with_what_is_done_about_them() -> None:
    rows = [["Intitulé du projet", "Portail"], ["Objectif", "Informer"], ["Difficultés", "Peu de moyens"]]
    made = read_paper("= Plan d’action communal 2024-2026", [*rows, ["Actions recommandées", "Chercher un partenaire"]])
    assert _told(made) == [("Peu de moyens", "Chercher un partenaire")]


@pytest.mark.parametrize(
    "blocks",
    [
        (REPORT, "## Projet 1 : Portail", [["Actions proposées", "État"], ["Une étude", "Réalisé"]]),
        (REPORT, [["Projet", "Actions proposées", "Difficultés"], ["Portail", "Une étude", "Peu de moyens"]]),
        (REPORT, "## Projet 1 : A", "Difficultés : x", "## Projet 2 : B", "Actions proposées :", "- Une étude"),
    ],
)
def test_actions_that_do_not_follow_difficulties_of_the_same_project_are_activities(blocks: tuple[Any, ...]) -> None:
    steps = [step for each in commitments_of(read_paper(*blocks)) for step in each.get("milestones", ())]
    assert [step["title"] for step in steps] == [{"fr": "Une étude"}]


@pytest.mark.parametrize(
    "blocks",
    [
        ("Problème : Peu de moyens", "Actions à mener : Chercher un partenaire"),
        ("Problème : Peu de moyens", "### Actions à mener", "* Chercher un partenaire"),
        ([["Problème", "Peu de moyens"], ["Actions à mener", "Chercher un partenaire"]],),
        ([["Problématique", "Peu de moyens"], ["Actions proposées", "Chercher un partenaire"]],),
    ],
)
def test_actions_below_the_problem_of_a_plan_are_its_activities(blocks: tuple[Any, ...]) -> None:
    made = read_paper("= Plan d’action communal 2024-2026", "## Projet 1 : Portail", *blocks)
    (commitment,) = commitments_of(made)
    assert commitment["problem"] == {"fr": "Peu de moyens"}
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Chercher un partenaire"]
    assert _told(made) == []
