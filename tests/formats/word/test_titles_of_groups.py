"""Who reports for a group, in brackets or behind a dash after its title, is said of the group."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of

_HEAD = ["= Compte rendu de l'atelier de concertation", "Date : 15 janvier 2026"]
_BROUGHT = ["Problèmes :", "* Site lent", "Propositions :", "* Nommer un responsable"]


@pytest.mark.parametrize(
    ("line", "title", "people"),
    [
        ("Groupe 1 : Accès (rapporteur : Mme Amal Idrissi)", "Accès", ("rapporteurs", "Mme Amal Idrissi")),
        ("Groupe 1 – Accès (Rapporteure Mme Amal Idrissi)", "Accès", ("rapporteurs", "Mme Amal Idrissi")),
        ("Groupe 1 : Accès – Rapporteur : Mme Amal Idrissi", "Accès", ("rapporteurs", "Mme Amal Idrissi")),
        ("Groupe 1 : Accès (animé par M. Karim Ouali)", "Accès", ("facilitators", "M. Karim Ouali")),
        ("Groupe 1 : Accès (12 participants)", "Accès (12 participants)", None),
        ("Groupe 1 : Accès – information", "Accès – information", None),
        ("Groupe 1 : Femmes (membres du conseil)", "Femmes (membres du conseil)", None),
        ("Groupe 1 : Présidence (rapporteur général)", "Présidence (rapporteur général)", None),
    ],
)
@pytest.mark.parametrize("mark", ["### ", "! ", ""])
def test_people_behind_the_title_of_a_group(line: str, title: str, people: tuple[str, str] | None, mark: str) -> None:
    (group,) = tree_of(read_paper(*_HEAD, f"{mark}{line}", *_BROUGHT))["workshops"][0]["working_groups"]
    assert (group["title"]["fr"], len(group["contributions"])) == (title, 2)
    named = {field: group[field][0]["name"]["fr"] for field in ("rapporteurs", "facilitators") if field in group}
    assert named == ({people[0]: people[1]} if people else {})


def test_people_behind_an_arabic_title() -> None:
    lines = ["المجموعة الأولى: الخدمات (المقرر: السيد رشيد أمزيان)", "المشاكل:", "* بطء الموقع"]
    (group,) = tree_of(read_paper("= محضر ورشة التشاور", *lines))["workshops"][0]["working_groups"]
    assert (group["title"], group["rapporteurs"][0]["name"]) == ({"ar": "الخدمات"}, {"ar": "السيد رشيد أمزيان"})


def test_several_people_behind_a_title_are_parted_by_commas() -> None:
    line = "! Groupe 2 : Santé (animateur : M. Ali Exemple, rapporteur : Mme Amal Exemple)"
    (group,) = tree_of(read_paper(*_HEAD, line, *_BROUGHT))["workshops"][0]["working_groups"]
    named = [group[field][0]["name"]["fr"] for field in ("facilitators", "rapporteurs")]
    assert (group["title"]["fr"], named) == ("Santé", ["M. Ali Exemple", "Mme Amal Exemple"])
