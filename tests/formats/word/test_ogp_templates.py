"""Commitment templates of OGP filled in French, Spanish and Arabic, with activities and other actors; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of, unmapped

FORMS = {
    "fr": [
        ["Numéro et intitulé de l’engagement", "1. Budget citoyen", "<"],
        ["Quel est le problème public que l’engagement traitera ?", "Opacité", "<"],
        ["Activité comportant un livrable vérifiable", "Date de début", "Date de fin"],
        ["Atelier", "01/2024", "03/2024"],
        ["Nom du responsable de l’agence de mise en œuvre", "M. X", "<"],
        ["Autres acteurs impliqués", "Acteurs étatiques impliqués", "DGCT"],
        ["^", "OSC, secteur privé, organisations multilatérales, groupes de travail", "Association Z"],
    ],
    "es": [
        ["Número y nombre del compromiso", "1. Presupuesto ciudadano", "<"],
        ["¿Cuál es el problema que aborda el compromiso?", "Opacidad", "<"],
        ["Actividad con entregable verificable", "Fecha de inicio", "Fecha de término"],
        ["Taller", "01/2024", "03/2024"],
        ["Nombre de la persona responsable", "M. X", "<"],
        ["Otros actores involucrados", "Actores del Estado involucrados", "DGCT"],
        ["^", "OSC, sector privado, organismos multilaterales, grupos de trabajo", "Asociación Z"],
    ],
    "ar": [
        ["رقم وعنوان الالتزام", "1. ميزانية المواطن", "<"],
        ["ما هي المشكلة العامة التي سيعالجها الالتزام؟", "الغموض", "<"],
        ["النشاط مع ناتج قابل للتحقق", "تاريخ البداية", "تاريخ النهاية"],
        ["ورشة", "01/2024", "03/2024"],
        ["اسم الشخص المسؤول في الجهة المنفذة", "السيد س", "<"],
        ["الجهات الأخرى المعنية", "الجهات الحكومية المعنية", "مديرية"],
        ["^", "منظمات المجتمع المدني والقطاع الخاص", "جمعية ز"],
    ],
}


@pytest.mark.parametrize("language", list(FORMS))
def test_a_template_is_read_in_each_language(language: str) -> None:
    made = read_paper("= Plan d’action 2024-2026", FORMS[language], language=language)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    (step,) = commitment["milestones"]
    assert (step["start"], step["due"]) == ("2024-01", "2024-03")
    assert commitment["number"] == "1"
    government, others = commitment["supporting"]
    assert government["group"] == "government"
    assert "group" not in others
    assert unmapped(made) == {}


def test_a_whole_and_its_part_are_no_row_of_headings() -> None:
    rows: list[Any] = [
        ["Intitulé de l’engagement", "Portail", "<"],
        ["Autres acteurs impliqués", "Acteurs étatiques", "DGCT"],
        ["", "OSC, secteur privé", "Association Z"],
    ]
    (commitment,) = tree_of(read_paper("= Plan d’action 2024-2026", rows))["plans"][0]["commitments"]
    assert commitment["supporting"] == [
        {"name": {"fr": "DGCT"}, "group": "government"},
        {"name": {"fr": "Association Z"}},
    ]


_FORM = (
    "Problem Definition",
    "1. What problem does the commitment aim to address?",
    "Data are not public.",
    "2. What are the causes of the problem?",
    "No rules.",
    "Commitment Description",
    "1. What has been done so far to solve the problem?",
    "Nothing.",
    "3. What results do we want to achieve by implementing this commitment?",
    "More trust.",
    "Commitment Analysis",
    "1. How will the commitment promote transparency?",
    "By publishing.",
)
_TABLE = [["Commitment title", "Open data portal"], ["Commitment Lead", "IT division"]]


def test_titles_of_sections_that_lost_their_style_answer_nothing() -> None:
    made = read_paper("= Open government action plan 2026-2027", _TABLE, *_FORM)
    (commitment,) = commitments_of(made)
    assert commitment["causes"] == {"en": "No rules."}
    assert commitment["expected_results"] == {"en": "More trust."}


def test_stakeholders_below_words_for_their_part() -> None:
    who = "Lead: IT division\nSupporting stakeholders\nGovernment: Statistics office\nData Club"
    others = "CSOs:\nYouth Network\nOther Actors (Parliament, Private Sector etc.): Chamber"
    listed = "Commune\nAssociations\nINDH"
    table = [*_TABLE, ["Supporting Stakeholders", others]]
    steps = [["Milestones", "Expected Completion Date", "Stakeholders"], ["Draft", "March 2026", who],
             ["Launch", "May 2026", listed]]  # fmt: skip
    (commitment,) = commitments_of(read_paper("= Open government action plan 2026-2027", table, steps))
    assert [(each["name"]["en"], each.get("group")) for each in commitment["supporting"]] == [
        ("Youth Network", "csos"),
        ("Chamber", None),
    ]
    draft, launch = commitment["milestones"]
    assert [each["name"]["en"] for each in draft["leads"]] == ["IT division"]
    assert [(each["name"]["en"], each.get("group")) for each in draft["supporting"]] == [
        ("Statistics office", "government"),
        ("Data Club", None),
    ]
    assert len(launch["supporting"]) == 3
