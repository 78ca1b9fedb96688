"""Items right below working groups, with no word for what they are; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

HEAD = ("= Compte rendu de l'atelier de concertation", "Date : 3/3/2025")


def _groups(*blocks: object) -> list[dict[str, Any]]:
    (workshop,) = tree_of(read_paper(*HEAD, *blocks))["workshops"]
    groups: list[dict[str, Any]] = workshop["working_groups"]
    return groups


@pytest.mark.parametrize("bullet", ["* ", "- "])
def test_items_right_below_groups_are_what_they_brought(bullet: str) -> None:
    blocks = (
        "# Groupe 1 : Budget",
        f"{bullet}Publier le budget",
        f"{bullet}Ouvrir les archives",
        "# Groupe 2 : Jeunesse",
    )
    first, second = _groups(*blocks, f"{bullet}Créer un conseil des jeunes")
    assert [each["text"]["fr"] for each in first["contributions"]] == ["Publier le budget", "Ouvrir les archives"]
    assert {each["kind"] for each in (*first["contributions"], *second["contributions"])} == {"other"}
    assert codes_of(read_paper(*HEAD, *blocks)).count("import/assumed") == 1


def test_people_and_facts_right_below_a_group_are_nothing_that_it_brought() -> None:
    (group,) = _groups("# Groupe 1 : Budget", "* M. Exemple Alpha", "* 12 habitants", "* Salle : B12")
    assert "contributions" not in group


def test_what_stands_behind_a_list_of_a_group_is_kept() -> None:
    (group,) = _groups("# Groupe 1 : Budget", "## Problèmes", "* Budget illisible", "## Divers", "* Merci à tous")
    assert [each["text"]["fr"] for each in group["contributions"]] == ["Budget illisible"]


@pytest.mark.parametrize(
    ("group", "label", "items", "chair"),
    [
        ("# Mesa 1: Transparencia", "Moderadora", "Propuestas", "Moderadora"),
        ("# Mesa 1: Transparencia", "Dinamizador", "Propuestas", "Presidencia"),
    ],
)
def test_who_led_a_group_did_not_chair_the_whole(group: str, label: str, items: str, chair: str) -> None:
    made = read_paper(
        *("= Acta del taller", "Fecha: 3/3/2025", f"{chair}: Ejemplo Gamma"),
        *(group, f"{label}: Ejemplo Alfa", f"! {items}", "* Crear un portal"),
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [each["name"] for each in workshop["working_groups"][0]["facilitators"]] == [{"es": "Ejemplo Alfa"}]
    assert [each["name"] for each in workshop["chairs"]] == [{"es": "Ejemplo Gamma"}]


@pytest.mark.parametrize("label", ["Synthèse générale", "خلاصة عامة", "General conclusions", "Conclusiones generales"])
def test_a_general_conclusion_is_of_no_group(label: str) -> None:
    made = read_paper(*HEAD, "# Groupe 1 : Budget", "! Problèmes", "* Budget illisible", f"! {label}", "Tout va mieux")
    (workshop,) = tree_of(made)["workshops"]
    assert [*workshop["summary"].values()] == ["Tout va mieux"]
    assert "summary" not in workshop["working_groups"][0]
