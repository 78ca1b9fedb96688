"""Programmes in which numbers and places alone tell axes, commitments and steps; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

FRENCH = "! PROGRAMME D’OUVERTURE DE LA COMMUNE"
ARABIC = "! برنامج عمل الانفتاح للجماعة 2026-2027"


def _plan(made: Any) -> Any:
    (plan,) = tree_of(made)["plans"]
    return plan


def _read(plan: Any) -> tuple[list[str], list[tuple[str | None, str, list[str]]]]:
    """Gives the titles of the axes, and number, title and titles of the steps of each commitment."""
    return (
        [next(iter(axis["title"].values())) for axis in plan.get("axes", [])],
        [
            (
                one.get("number"),
                next(iter(one["title"].values())),
                [next(iter(step["title"].values())) for step in one.get("milestones", [])],
            )
            for one in plan["commitments"]
        ],
    )


@pytest.mark.parametrize(
    ("axes", "mark", "bullet"),
    [
        (("! AXE I. Écoute", "! AXE II. Finances"), "! ", "- "),
        (("! I. Écoute", "! II. Finances"), "! ", "* "),
        (("I. Écoute", "II. Finances"), "", "- "),
        (("! A) Écoute", "! B) Finances"), "", "• "),
        (("# Axe 1 : Écoute", "# Axe 2 : Finances"), "## ", "* "),
    ],
)
def test_titles_counted_below_axes_are_commitments_and_the_lists_below_are_their_steps(
    axes: tuple[str, str], mark: str, bullet: str
) -> None:
    made = read_paper(
        FRENCH,
        axes[0],
        f"{mark}1) Mise en place d’un site internet communal",
        f"{bullet}Choisir un prestataire",
        f"{bullet}Rédiger les pages (mai 2026)",
        f"{mark}2) Affichage dans les douars",
        f"{bullet}Poser dix panneaux",
        axes[1],
        f"{mark}1) Budget expliqué",
        f"{bullet}Réunion publique",
    )
    assert _read(_plan(made)) == (
        ["Écoute", "Finances"],
        [
            ("1", "Mise en place d’un site internet communal", ["Choisir un prestataire", "Rédiger les pages"]),
            ("2", "Affichage dans les douars", ["Poser dix panneaux"]),
            ("1", "Budget expliqué", ["Réunion publique"]),
        ],
    )
    assert [one["axes"] for one in _plan(made)["commitments"]] == [["@Écoute"], ["@Écoute"], ["@Finances"]]
    (said,) = (each for each in made.findings if each.code == "import/headings-taken")
    assert said.params["count"] == 3
    assert not unmapped(made)


@pytest.mark.parametrize(
    ("axes", "mark"),
    [(("أولا: التواصل", "ثانيا: المالية"), ""), (("! المحور 1: التواصل", "! المحور 2: المالية"), "! ")],
)
def test_arabic_titles_count_on_over_the_axes(axes: tuple[str, str], mark: str) -> None:
    made = read_paper(
        ARABIC,
        axes[0],
        f"{mark}1- إحداث موقع",
        "- اختيار مقاولة",
        f"{mark}2- لوحات الإعلان",
        "- تثبيت اللوحات",
        axes[1],
        f"{mark}3- ميزانية المواطن",
        "- النشر",
    )
    assert _read(_plan(made)) == (
        ["التواصل", "المالية"],
        [
            ("1", "إحداث موقع", ["اختيار مقاولة"]),
            ("2", "لوحات الإعلان", ["تثبيت اللوحات"]),
            ("3", "ميزانية المواطن", ["النشر"]),
        ],
    )
    assert not unmapped(made)


def test_headings_of_one_level_below_axes_are_commitments_though_nothing_is_asked() -> None:
    made = read_paper(
        "= Programme d’ouverture 2026-2027",
        "# Axe 1 – Une mairie proche",
        "## Un guichet unique",
        "Tout au même endroit.",
        "## Des panneaux",
        "Informer.",
        "# Axe 2 – Finances",
        "## Budget expliqué",
        "* Publier",
    )
    assert _read(_plan(made))[1] == [
        (None, "Un guichet unique", []),
        (None, "Des panneaux", []),
        (None, "Budget expliqué", ["Publier"]),
    ]
    assert [each.params["count"] for each in made.findings if each.code == "import/headings-taken"] == [3]


def test_a_list_below_a_question_is_its_answer_and_no_steps() -> None:
    made = read_paper(
        FRENCH,
        "! AXE I. Écoute",
        "! 1) Site",
        "Objectifs :",
        "- Informer",
        "! 2) Douars",
        "Remarques du bureau :",
        "- À revoir",
    )
    commitments = _plan(made)["commitments"]
    assert [one.get("milestones") for one in commitments] == [None, None]
    assert "Informer" in str(commitments[0])
    assert [text for text in unmapped(made).values() if "revoir" in text] == ["- À revoir"] or "revoir" in str(
        commitments[1]
    )


@pytest.mark.parametrize(
    "blocks",
    [
        (FRENCH, "! AXE I. Écoute", "1) Site", "- Rédiger", "3) Douars", "- Poser"),  # a number is missing
        (
            "! Compte rendu de la réunion",
            "! I. Ouverture",
            "1) Mot",
            "- Bienvenue",
            "! II. Débat",
            "1) Avis",
            "- Oui",
        ),
        ("! Notre village", "! I. Histoire", "1) Le pont", "- Ancien", "! II. Nature", "1) Le lac", "- Bleu"),
    ],
)
def test_what_is_no_programme_or_does_not_count_is_not_taken(blocks: tuple[str, ...]) -> None:
    made = read_paper(*blocks)
    titles = [one.get("title") for plan in tree_of(made).get("plans", []) for one in plan.get("commitments", [])]
    assert titles == []
    assert "import/headings-taken" not in codes_of(made)


def test_words_for_commitments_win_over_numbers() -> None:
    made = read_paper(FRENCH, "! AXE I. Écoute", "! 1) Sens", "! Projet 1 : Site", "! 2) Durée", "! Projet 2 : Puits")
    assert [title for _, title, _ in _read(_plan(made))[1]] == ["Site", "Puits"]


@pytest.mark.parametrize(
    ("title", "axis", "said"),
    [
        (
            "= Programme d’ouverture 2026-2027",
            "# Axe 1 – Une mairie proche",
            (
                "Qui s’en charge ?",
                "Secrétariat",
                "Pour quand ?",
                "juin 2026",
                "Avec qui ?",
                "Écoles",
                "Où on en est",
                "En cours",
            ),
        ),
        (
            "= برنامج عمل الانفتاح 2026-2027",
            "# المحور 1: القرب",
            ("من سيتكلف به؟", "الكتابة", "لمتى؟", "يونيو 2026", "مع من؟", "المدارس", "أين وصلنا؟", "في طور الإنجاز"),
        ),
    ],
)
def test_questions_in_plain_language(title: str, axis: str, said: tuple[str, ...]) -> None:
    asked = [f"! {text}" if at % 2 == 0 else text for at, text in enumerate(said)]
    made = read_paper(title, axis, "## Guichet", *asked, "## Panneaux", *asked[:4])
    (first, second) = _plan(made)["commitments"]
    for each in (first, second):
        assert [next(iter(lead["name"].values())) for lead in each["leads"]] == [said[1]]
        assert each["end"] == "2026-06"
    assert [next(iter(one["name"].values())) for one in first["supporting"]] == [said[5]]
    assert first["status"]["code"] == "in_progress"
    assert not unmapped(made)


def test_an_axis_may_have_the_words_of_a_question() -> None:
    axes = ["! I. COMMUNICATION", "! 1) Site communal", "- Choisir", "! 2) Affichage", "- Installer"]
    axes += ["! II. PARTICIPATION DES CITOYENS", "! 1) Conseil des sages", "- Désigner", "! 2) Foires", "- Organiser"]
    (plan,) = tree_of(read_paper("! PROGRAMME D’OUVERTURE DE LA COMMUNE 2026-2027", *axes))["plans"]
    assert [one["title"]["fr"] for one in plan["axes"]] == ["COMMUNICATION", "PARTICIPATION DES CITOYENS"]
    assert len(plan["commitments"]) == 4
