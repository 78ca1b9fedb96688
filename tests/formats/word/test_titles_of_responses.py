"""Reasoned responses in Word files: their titles, whatever their words; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of

FRENCH = [["Proposition", "Suite donnée", "Réponse"], ["Un site", "Retenue", "Oui"], ["Un pont", "Rejetée", "Non"]]
ARABIC = [["المقترح", "المآل", "التعليل"], ["موقع", "مقبول", "نعم"], ["جسر", "مرفوض", "لا"]]


@pytest.mark.parametrize("before", [(), ("! Royaume du Maroc", "! Commune de Tiflet")])
@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("! Réponse motivée aux propositions des citoyens", FRENCH),
        ("! Suites données aux propositions des habitants", FRENCH),
        ("# Réponses de la commune aux contributions – programme d’ouverture 2025-2027", FRENCH),
        ("! الرد المعلل على مقترحات المواطنين", ARABIC),
        ("! تقرير حول مآل مقترحات المواطنات والمواطنين بخصوص مشروع برنامج عمل الانفتاح", ARABIC),
        ("! جواب الجماعة على المقترحات", ARABIC),
    ],
)
def test_the_first_heading_is_the_title_and_said_to_be_taken(
    title: str, table: list[list[str]], before: tuple[str, ...]
) -> None:
    made = read_paper(*before, title, table)
    (workshop,) = tree_of(made)["workshops"]
    words = title.partition(" ")[2]
    assert words in workshop["title"].values()
    assert len(workshop["contributions"]) == 2
    assert words in [each.params.get("value") for each in made.findings if each.code == "import/assumed"]


def test_a_first_line_without_a_style_is_the_title_too() -> None:
    (workshop,) = tree_of(read_paper("Réponse motivée aux propositions", FRENCH))["workshops"]
    assert workshop["title"] == {"fr": "Réponse motivée aux propositions"}
