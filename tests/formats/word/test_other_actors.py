"""Questions of OGP's forms for other actors and values, in the words of councils; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper

from opengov_local.formats.word.labels import Labels


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Autres acteurs impliqués – acteurs étatiques", "supporting_government"),
        ("Autres acteurs impliqués – OSC, secteur privé, organisations multilatérales", "supporting"),
        ("Otros actores involucrados – actores estatales", "supporting_government"),
        ("Otros actores implicados", "supporting"),
        ("Otros actores implicados – actores estatales", "supporting_government"),
        ("Supporting: Others", "supporting_others"),
        ("Supporting government actors", "supporting_government"),
        ("Supporting civil society organizations", "supporting_csos"),
        ("Acteurs gouvernementaux de soutien", "supporting_government"),
        ("Autres parties concernées", "supporting"),
        ("الأطراف الأخرى المعنية", "supporting"),
        ("أصحاب المصلحة الآخرون", "supporting"),
        ("أصحاب المصلحة المعنيون", "supporting"),
        ("جهات أخرى معنية", "supporting"),
        ("الجهات الحكومية الداعمة", "supporting_government"),
        ("قيم شراكة الحكومة المنفتحة ذات الصلة", "ogp_values"),
    ],
)
def test_they_are_known(label: str, field: str) -> None:
    assert {meaning.field for meaning in Labels({}).meanings(label)} == {field}


@pytest.mark.parametrize(
    ("head", "group"), [("Autres", "others"), ("Société civile", "csos"), ("Gouvernement", "government")]
)
def test_a_line_of_a_cell_says_of_which_kind_its_bodies_are(head: str, group: str) -> None:
    said = f"{head} : Université Z\nSecteur privé : Atelier Y"
    rows = [["Titre de l’engagement", "Portail"], ["Parties prenantes", said], ["Problème", "Rien"]]
    (commitment,) = commitments_of(read_paper("= Plan d’action 2026-2028", rows))
    assert [(each["name"]["fr"], each["group"]) for each in commitment["supporting"]] == [
        ("Université Z", group),
        ("Atelier Y", "others"),
    ]
