"""Columns that speak of axes or steps by their word, and headings that no form asks for, beside titles of projects."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper

_TITLE = "= Programme d'ouverture de la commune"


@pytest.mark.parametrize(
    ("title", "heading", "cells"),
    [
        ("Projet", "N° axe", ("7", "8")),
        ("Projet", "N° jalon", ("7", "8")),
        ("Projet", "Début de l'activité", ("17/09/2027", "18/10/2027")),
        ("Projet", "Description du jalon", ("Former les agents", "Ouvrir les votes")),
        ("المشروع", "رقم المحور", ("7", "8")),
        ("Project", "Activity end", ("17/09/2027", "18/10/2027")),
        ("Proyecto", "Objetivos del eje", ("Publicar", "Escuchar")),
        ("Projet", "Devise", ("MAD", "EUR")),
        ("Projet", "Mis à jour le", ("17/09/2025", "18/10/2025")),
        ("Projet", "Sous-axe", ("Écoute", "Accueil")),
        ("المشروع", "تاريخ التحيين", ("17/09/2025", "18/10/2025")),
        ("Proyecto", "Moneda", ("EUR", "USD")),
    ],
)
@pytest.mark.parametrize("more", [(), ("Responsable",)])
def test_what_is_said_of_others_is_not_said_of_projects(
    title: str, heading: str, cells: tuple[str, str], more: tuple[str, ...]
) -> None:
    rows = [
        [title, heading, *more],
        ["Alpha", cells[0], *("DSI" for _ in more)],
        ["Beta", cells[1], *("DAF" for _ in more)],
    ]
    made = read_paper(_TITLE, rows)
    found = commitments_of(made)
    assert [[*each["title"].values()] for each in found] == [["Alpha"], ["Beta"]]
    assert all(each.keys() <= {"title", "leads", "x_unmapped"} for each in found)
    assert "import/column-unmapped" in {one.code for one in made.findings}


def test_a_number_beside_steps_is_theirs() -> None:
    rows = [["Projet", "N° jalon", "Jalon"], ["Alpha", "7", "Former"], ["Beta", "8", "Ouvrir"]]
    steps = [step for each in commitments_of(read_paper(_TITLE, rows)) for step in each["milestones"]]
    assert [step["number"] for step in steps] == ["7", "8"]


def test_words_before_indicators_are_of_the_project() -> None:
    rows = [["Projet", "Situation de départ", "Indicateur"], ["Alpha", "Rien n'est publié", "Nombre de jeux"]]
    (found,) = commitments_of(read_paper(_TITLE, rows))
    assert found["status_quo"] == {"fr": "Rien n'est publié"}


def test_a_measure_before_indicators_is_theirs() -> None:
    rows = [["Projet", "Situation de départ", "Indicateur"], ["Alpha", "12", "Nombre de jeux"]]
    (found,) = commitments_of(read_paper(_TITLE, rows))
    assert "status_quo" not in found
