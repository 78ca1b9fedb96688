"""Lists of all who came, behind the last group of minutes: they belong to the workshop; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

HEAD = ("= Compte rendu de l'atelier de concertation", "Date : 3/3/2025")
FIRST = ("# Groupe 1 : Transparence", "## Problèmes", "* Budget illisible")
SECOND = ("# Groupe 2 : Jeunesse", "## Problèmes", "* Peu de lieux")
NEXT = "Prochaine réunion : 15 avril 2025"


def _workshop(*blocks: object) -> dict[str, Any]:
    (workshop,) = tree_of(read_paper(*HEAD, *blocks))["workshops"]
    there: dict[str, Any] = workshop
    return there


def _came(holder: dict[str, Any]) -> list[str]:
    parties = [each["party"] for each in holder.get("participants", ())]
    return [next(iter((each.get("person", {}).get("name") or each["name"]).values())) for each in parties]


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("Liste de présence", ["Nom", "Qualité"]),
        ("Feuille d'émargement", ["Nom et prénom", "Qualité"]),
        ("لائحة الحضور", ["الاسم", "الصفة"]),
        ("Lista de asistencia", ["Nombre y apellidos", "Entidad"]),
        ("Attendance list", ["Name", "Role"]),
    ],
)
def test_a_list_of_presence_behind_the_last_group_is_of_the_workshop(label: str, head: list[str]) -> None:
    rows = [head, ["Exemple Alpha", "Association"], ["Exemple Beta", "Habitant"]]
    workshop = _workshop(*FIRST, *SECOND, f"! {label}", rows, NEXT)
    assert _came(workshop) == ["Exemple Alpha", "Exemple Beta"]
    assert [_came(group) for group in workshop["working_groups"]] == [[], []]
    assert NEXT in [f"{each.get('label')} : {each['text']}" for each in workshop["x_unmapped"]]


def test_a_line_behind_a_list_of_bodies_is_none_of_them() -> None:
    workshop = _workshop(*FIRST, *SECOND, "Liste de présence :", "* Association Essai", "* Club Exemple", NEXT)
    assert _came(workshop) == ["Association Essai", "Club Exemple"]
    workshop = _workshop(*FIRST, *SECOND, "! Liste de présence", "Association Essai", "Club Exemple", NEXT)
    assert _came(workshop) == ["Association Essai", "Club Exemple"]


def test_lists_of_presence_of_each_group_are_of_the_groups() -> None:
    rows = [["Nom", "Qualité"], ["Exemple Alpha", "Habitant"]]
    workshop = _workshop(*FIRST, "! Liste de présence", rows, *SECOND, "! Liste de présence", rows)
    assert _came(workshop) == []
    assert [_came(group) for group in workshop["working_groups"]] == [["Exemple Alpha"], ["Exemple Alpha"]]


def test_items_below_who_led_are_no_names() -> None:
    workshop = _workshop("# Groupe 1 : Transparence", "Animateur : M. Exemple Un", "* Publier le budget", *SECOND)
    group = workshop["working_groups"][0]
    assert [each["name"] for each in group["facilitators"]] == [{"fr": "M. Exemple Un"}]
    assert [each["text"] for each in group["contributions"]] == [{"fr": "Publier le budget"}]


def test_a_list_of_several_who_led_is_read_whole() -> None:
    workshop = _workshop("# Groupe 1 : Transparence", "Animateurs :", "* Exemple Alpha", "* Exemple Beta", *SECOND)
    assert len(workshop["working_groups"][0]["facilitators"]) == 2


@pytest.mark.parametrize(
    ("group", "asked", "label"),
    [
        ("# Groupe 1 : Budget", "Recommandations :", "Annexe : Liste de présence"),
        ("# Groupe 1 : Budget", "Recommandations :", "Annexe n° 2 – Liste de présence"),
        ("# المجموعة 1: الميزانية", "التوصيات:", "ملحق: لائحة الحضور"),
        ("# Group 1: Budget", "Recommendations:", "Annex A: Attendance list"),
        ("# Grupo 1: Presupuesto", "Recomendaciones:", "Anexo 1: Lista de asistencia"),
    ],
)
def test_an_annex_of_who_came_is_no_part_of_what_a_group_brought(group: str, asked: str, label: str) -> None:
    workshop = _workshop(group, asked, "Publier les budgets.", label, "M. Exemple Alpha", "M. Exemple Beta")
    assert _came(workshop) == ["M. Exemple Alpha", "M. Exemple Beta"]
    assert [len(each["contributions"]) for each in workshop["working_groups"]] == [1]


@pytest.mark.parametrize("group", ["# Groupe 1 : Budget", ""])
def test_any_other_annex_ends_what_was_brought_and_is_kept(group: str) -> None:
    lines = [group] if group else []
    made = read_paper(*HEAD, *lines, "Recommandations :", "Publier.", "Annexe : Photos", "La salle.")
    (workshop,) = tree_of(made)["workshops"]
    holders = [workshop, *workshop.get("working_groups", ())]
    assert sum(len(each.get("contributions", ())) for each in holders) == 1
    assert set(unmapped(made).values()) >= {"Annexe : Photos", "La salle."}
