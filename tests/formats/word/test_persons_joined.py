"""Persons that a word or a comma joins, "M. X et Mme Y"; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of

from opengov_local.formats.civility import each_addressed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("M. Exemple Un et Mme Exemple Deux", 2),
        ("السيد مثال ألف والسيدة مثال باء", 2),
        ("Sr. Ejemplo Uno y Sra. Ejemplo Dos", 2),
        ("Service des eaux et M. Exemple Un", 2),
        ("M. et Mme Exemple", 1),
        ("Association Essai (M. Exemple et Mme Essai)", 1),
        ("Association Essai représentée par M. Exemple et Mme Essai", 1),
        ("Cabinet de M. Exemple et Mme Essai", 1),
        ("Service des eaux et des forêts", 1),
    ],
)
def test_each_person_is_one(text: str, parts: int) -> None:
    assert len(each_addressed(text)) == parts


@pytest.mark.parametrize(
    "line",
    [
        "M. Exemple Alpha et Mme Exemple Beta",
        "M. Exemple Alpha, Mme Exemple Beta",
        "M. Exemple Alpha ; Mme Exemple Beta",
    ],
)
def test_who_led_a_group_and_who_came_are_each_a_person(line: str) -> None:
    head = ("= Compte rendu de l'atelier de concertation", "Date : 3/3/2025", f"Présents : {line}")
    (workshop,) = tree_of(read_paper(*head, "# Groupe 1 : Budget", f"Animateurs : {line}"))["workshops"]
    names = [{"fr": "M. Exemple Alpha"}, {"fr": "Mme Exemple Beta"}]
    assert [each["name"] for each in workshop["working_groups"][0]["facilitators"]] == names
    assert [each["party"]["person"]["name"] for each in workshop["participants"]] == names


def test_an_office_behind_a_comma_stays_one() -> None:
    line = "Animateurs : M. Exemple Alpha, chef du service des eaux, Mme Exemple Beta, adjointe"
    made = read_paper("= Compte rendu de l'atelier", "Date : 3/3/2025", "# Groupe 1 : Budget", line)
    (alpha, beta) = tree_of(made)["workshops"][0]["working_groups"][0]["facilitators"]
    assert (alpha["role"], beta["role"]) == ({"fr": "chef du service des eaux"}, {"fr": "adjointe"})


def test_two_persons_who_lead_a_project_are_two() -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Budget", "M. Exemple Un et Mme Exemple Deux"]]
    (commitment,) = commitments_of(read_paper("= Plan d'action 2025-2027", rows))
    assert [each["person"]["name"]["fr"] for each in commitment["leads"]] == ["M. Exemple Un", "Mme Exemple Deux"]
