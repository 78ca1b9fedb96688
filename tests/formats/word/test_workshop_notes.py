"""Notes of workshops: titles, lines with day and place, headings of lists, letters; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import read_paper, tree_of


def _workshop(*blocks: object) -> Any:
    tree = tree_of(read_paper(*blocks))
    assert "plans" not in tree
    (workshop,) = tree["workshops"]
    return workshop


def _brought(of: Any) -> list[tuple[str, str | None, str]]:
    return [(one["kind"], one.get("number"), next(iter(one["text"].values()))) for one in of.get("contributions", [])]


@pytest.mark.parametrize(
    ("title", "line", "table", "heads", "place"),
    [
        (
            "Open Government Action Plan – co-creation workshop notes",
            "Town of Marlow Creek (fictitious) | 12 April 2025, 10:00–15:30 | Community Library, Main Hall",
            "Table 1: Budget",
            ("Challenges raised", "Proposals from the table", "Recommendations to the Town Council"),
            "Community Library, Main Hall",
        ),
        (
            "Notes de l’atelier de co-création du programme d’ouverture",
            "Commune de Tiflet | 12 avril 2025 | Maison des jeunes",
            "Table 1 : Budget",
            ("Problèmes", "Propositions de la table", "Recommandations à l’attention du conseil"),
            "Maison des jeunes",
        ),
        (
            "Compte rendu de l’atelier",
            "Samedi 12 avril 2025 de 9h à 12h, Salle des fêtes",
            "Groupe 1 : Budget",
            ("Constats", "Nos propositions", "Recommandations au conseil"),
            "Salle des fêtes",
        ),
        (
            "محضر الورشة التشاركية",
            "12 أبريل 2025 - دار الشباب",
            "المجموعة 1: الميزانية",
            ("الإشكاليات", "مقترحات المجموعة", "توصيات موجهة إلى المجلس"),
            "دار الشباب",
        ),
    ],
)
def test_notes_of_tables(title: str, line: str, table: str, heads: tuple[str, ...], place: str) -> None:
    letters = "أب" if place.startswith("دار") else "ab"
    items = [f"{letter}) {word}" for letter, word in zip(letters, ("Premier", "Second"), strict=True)]
    blocks = [block for head in heads for block in (f"! {head}", *items)]
    workshop = _workshop(f"! {title}", line, f"! {table}", *blocks)
    assert title in workshop["title"].values()
    assert workshop["date"] == "2025-04-12"
    assert place in workshop["place"].values()
    (group,) = workshop["working_groups"]
    assert _brought(group) == [
        (kind, letter, word)
        for kind in ("problem", "proposal", "recommendation")
        for letter, word in zip(letters, ("Premier", "Second"), strict=True)
    ]


def test_headings_that_go_on_behind_their_kind_are_said_to_be_assumed() -> None:
    made = read_paper(
        "! Compte rendu de l’atelier", "! Recommandations au conseil", "- Publier", "! Problèmes", "- Lenteur"
    )
    said = [each.params["value"] for each in made.findings if each.code == "import/assumed"]
    assert "recommendation" in said
    assert "problem" not in said


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("A. Publier", "B. Réunir"), [("A", "Publier"), ("B", "Réunir")]),
        (("a. Publier", "b. Réunir"), [("a", "Publier"), ("b", "Réunir")]),
        (("A. Benali demande un site", "Réunir"), [(None, "A. Benali demande un site"), (None, "Réunir")]),
        (("أ- النشر", "ب- اللقاء"), [("أ", "النشر"), ("ب", "اللقاء")]),
    ],
)
def test_letters_that_count_are_numbers(lines: tuple[str, ...], read: list[tuple[str | None, str]]) -> None:
    workshop = _workshop("! Compte rendu de l’atelier", "! Groupe 1 : A", "! Propositions", *lines)
    assert _brought(workshop["working_groups"][0]) == [("proposal", *each) for each in read]


@pytest.mark.parametrize(
    "line", ["12 avril 2025, première édition", "Élue le 12 avril 2025 à la mairie, elle préside."]
)
def test_a_line_without_a_word_for_places_tells_none(line: str) -> None:
    assert "place" not in _workshop(
        "! Compte rendu de l’atelier", line, "! Groupe 1 : A", "! Propositions", "- Publier"
    )
