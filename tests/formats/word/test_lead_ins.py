"""Sentences of minutes that lead in to what was brought, each made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_FR = ("# Compte rendu de l’atelier de concertation", "Date : 12 mars 2026", "# Groupe 1 : Transparence")
_AR = ("# محضر اللقاء التشاوري", "التاريخ: 12 مارس 2026", "# المجموعة الأولى: الشفافية")
_EN = ("# Minutes of the consultation workshop", "Date: 12 March 2026", "# Group 1: Transparency")
_ES = ("# Acta del taller de cocreación", "Fecha: 12 de marzo de 2026", "# Grupo 1: Transparencia")


@pytest.mark.parametrize(
    ("head", "sentence", "kind"),
    [
        (_FR, "Le groupe a relevé les problèmes suivants :", "problem"),
        (_FR, "Les participants ont soulevé plusieurs difficultés :", "problem"),
        (_FR, "Il a proposé les solutions suivantes :", "solution"),
        (_FR, "Ils proposent :", "proposal"),
        (_FR, "Il est proposé de :", "proposal"),
        (_FR, "Le groupe recommande ce qui suit :", "recommendation"),
        (_FR, "Concernant les problèmes, le groupe propose :", "proposal"),
        (_FR, "À l’issue des échanges, le groupe 1 recommande :", "recommendation"),
        (_FR, "Parmi les difficultés évoquées :", "problem"),
        (_AR, "وفيما يخص الحلول، اقترحت المجموعة:", "solution"),
        (_AR, "خلصت المجموعة إلى التوصيات التالية:", "recommendation"),
        (_AR, "سجلت المجموعة الإشكاليات التالية:", "problem"),
        (_AR, "واقترحت الحلول التالية:", "solution"),
        (_AR, "وأوصت بما يلي:", "recommendation"),
        (_EN, "The group raised the following problems:", "problem"),
        (_EN, "They propose:", "proposal"),
        (_EN, "It was recommended to:", "recommendation"),
        (_ES, "Se identificaron los siguientes problemas:", "problem"),
        (_ES, "El grupo propone lo siguiente:", "proposal"),
    ],
)
def test_a_sentence_leads_in_to_what_was_brought(head: tuple[str, ...], sentence: str, kind: str) -> None:
    made = read_paper(*head, sentence, "* Abc def", "* Ghi jkl")
    (workshop,) = tree_of(made)["workshops"]
    (group,) = workshop["working_groups"]
    assert [each["kind"] for each in group["contributions"]] == [kind, kind]
    assert unmapped(made) == {}
    assert "import/assumed" not in codes_of(made)


def test_lists_of_a_chapter_without_the_word_for_a_group() -> None:
    made = read_paper(
        *_FR[:2], "# Transparence", "Les participants ont relevé les problèmes suivants :", "* Abc def",
        "Ils proposent :", "* Ghi jkl",
    )  # fmt: skip
    (workshop,) = tree_of(made)["workshops"]
    assert [each["kind"] for each in workshop["contributions"]] == ["problem", "proposal"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le groupe n’a relevé aucun problème :",
        "Les problèmes suivants ont été résolus par la commune :",
        "Il a été constaté :",
        "Le groupe a relevé des problèmes",
    ],
)
def test_other_sentences_lead_in_to_nothing_sure(sentence: str) -> None:
    made = read_paper(*_FR, sentence, "* Abc def", "* Ghi jkl")
    (workshop,) = tree_of(made)["workshops"]
    (group,) = workshop["working_groups"]
    assert "contributions" not in group or "import/assumed" in codes_of(made)


@pytest.mark.parametrize(
    ("head", "line", "kind", "texts"),
    [
        (_FR, "Le groupe a relevé les problèmes suivants : pas de site ; peu d’écrans.", "problem", 2),
        (_AR, "واقترحت المجموعة الحلول التالية: إحداث موقع؛ نشر الميزانية", "solution", 2),
        (_EN, "The group raised the following problems: no site", "problem", 1),
    ],
)
def test_a_list_on_the_line_of_its_sentence(head: tuple[str, ...], line: str, kind: str, texts: int) -> None:
    made = read_paper(*head, line)
    (group,) = tree_of(made)["workshops"][0]["working_groups"]
    assert [each["kind"] for each in group["contributions"]] == [kind] * texts
    assert unmapped(made) == {}


@pytest.mark.parametrize("line", ["Il a proposé : un site", "Le groupe propose de créer un site : il serait en arabe."])
def test_a_sentence_with_a_colon_inside_is_kept(line: str) -> None:
    made = read_paper(*_FR, line)
    assert list(unmapped(made).values()) == [line]
