"""What forms have as a label heads a column with the same meaning, and stands in a fiche on a sheet."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import commitments_of, read, sheet

from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.heading_table import asked_in_forms, headings
from opengov_local.formats.wording.headings.vocabulary import recognise

_OTHERWISE = {
    "soutien": "of proposals: who stands behind them",
    "en soutien": "of proposals: who stands behind them",
    "personne resp": "the sign of an abbreviation: a person",
    "domaines d action": "themes, in tables: axes",
    "dates previsionnelles": "behind steps: when each is due",
    "valeur": "of indicators",
    "punto de partida diagnostico": "the word in front of the brackets: a baseline",
    "objectif de l axe": "of the axis, in tables",
    "objectifs operationnels": "the third level of a plan, in tables",
    "calendrier des activites": "of a column: when",
    "calendrier des etapes": "of a column: when",
    "calendrier des jalons": "of a column: when",
    "milestone activities": "of a column: one for each row",
    "operational objectives": "the third level of a plan, in tables",
    "objetivos operativos": "the third level of a plan, in tables",
}
"""Labels that mean something else in a table, and why."""


def test_each_label_of_forms_heads_a_column_of_the_same() -> None:
    others = {}
    for label, pairs in asked_in_forms().items():
        if label in headings() or label in _OTHERWISE:
            continue
        found, asked = recognise(label), targets()[pairs[0][0]]
        there = (found.target, *found.alternatives) if found else ()
        if all(targets()[each].field != asked.field for each in there):
            others[label] = found and found.target
    assert others == {}


@pytest.mark.parametrize(
    ("title", "heading", "field", "cells"),
    [
        ("Projet", "Pourquoi agir ?", "problem", ("Peu de quartiers votent", "Les comptes se lisent mal")),
        ("Projet", "Quelles actions seront menées ?", "action", ("Ouvrir un portail", "Former les agents")),
        ("Projet", "D'où part-on ?", "status_quo", ("Rien n'est publié", "Un seul quartier vote")),
        ("Project", "How are we going to do it?", "solution_path", ("With a portal", "With meetings")),
        ("Project", "What we promise", "action", ("Open a portal", "Train the staff")),
        ("المشروع", "أهدافنا", "objectives", ("نشر المعطيات", "تكوين الأعوان")),
        ("Proyecto", "Lo que queremos lograr", "objectives", ("Publicar los datos", "Formar al personal")),
    ],
)
@pytest.mark.parametrize("fiche", [False, True])
def test_sheets_read_them(title: str, heading: str, field: str, cells: tuple[str, str], *, fiche: bool) -> None:
    who = {"Projet": "Responsable", "Project": "Lead", "المشروع": "المسؤول", "Proyecto": "Responsable"}[title]
    if fiche:
        rows = [each for name, said in zip(("Alpha", "Beta"), cells, strict=True)
                for each in ([title, name], [who, "DSI"], [heading, said], [])]  # fmt: skip
    else:
        rows = [[title, who, heading], ["Alpha", "DSI", cells[0]], ["Beta", "DSI", cells[1]]]
    found = commitments_of(read(sheet(*rows)))
    assert [[*each[field].values()] for each in found] == [[cells[0]], [cells[1]]]


def test_a_question_of_forms_may_be_long() -> None:
    asked = "How will the commitment contribute to solving the public problem described above?"
    cells = (("Alpha", "Open portal"), ("Beta", "With meetings"))
    rows = [row for title, said in cells
            for row in (["Project", title], ["Lead", "DSI"], ["Problem", "Few vote"], [asked, said],
                        ["Deadline", "17/09/2027"], [])]  # fmt: skip
    found = commitments_of(read(sheet(*rows)))
    assert [(each["title"]["en"], each["solution_path"]["en"]) for each in found] == [*cells]
