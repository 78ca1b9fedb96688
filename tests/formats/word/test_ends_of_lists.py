"""Marks that end the items of administrative lists are no part of titles and names; and words for nobody are nobody."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of


def _card(*rows: list[str]) -> dict[str, object]:
    made = read_paper("= Programme d’ouverture 2026-2027", [["Projet", "Portail"], *rows])
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    return commitment  # type: ignore[no-any-return]


def _names(things: object, field: str) -> list[str]:
    assert isinstance(things, list)
    return [next(iter(each[field].values())) for each in things]


def test_semicolons_and_the_last_stop_end_items() -> None:
    one = _card(
        ["Activités", "1. Maquette ;\n2. Impression ;\n3. Diffusion dans les écoles."],
        ["Partenaires", "DGCT ;\nAssociation Amal."],
        ["Indicateurs", "Nombre de jeux ;\nTaux de lecture."],
    )
    assert _names(one["milestones"], "title") == ["Maquette", "Impression", "Diffusion dans les écoles"]
    assert _names(one["supporting"], "name") == ["DGCT", "Association Amal"]
    assert _names(one["indicators"], "name") == ["Nombre de jeux", "Taux de lecture"]


def test_times_stand_before_arabic_semicolons() -> None:
    one = _card(["الأنشطة", "1. الدراسة (مارس 2026)؛\n2. النشر (ماي 2026)."])
    assert _names(one["milestones"], "title") == ["الدراسة", "النشر"]
    assert [step["due"] for step in one["milestones"]] == ["2026-03", "2026-05"]  # type: ignore[attr-defined]


def test_contributions_too() -> None:
    made = read_paper(
        "= Compte rendu de l’atelier du 12 mars 2026",
        "# Groupe 1 : Transparence",
        "Problèmes :",
        "* Site ancien ;",
        "* Peu de données ;",
    )
    group = tree_of(made)["workshops"][0]["working_groups"][0]
    assert _names(group["contributions"], "text") == ["Site ancien", "Peu de données"]


def test_a_stop_without_semicolons_before_is_kept() -> None:
    one = _card(["Activités", "1. Maquette.\n2. Impression."])
    assert _names(one["milestones"], "title") == ["Maquette.", "Impression."]


def test_cells_of_sheets() -> None:
    made = read(sheet(["Projet", "Activités", "Partenaires"], ["Portail", "- Étude ;\n- Lancement.", "A ;\nB."]))
    (one,) = shown(made)["plans"][0]["commitments"]
    assert _names(one["milestones"], "title") == ["Étude", "Lancement"]
    assert _names(one["supporting"], "name") == ["A", "B"]


@pytest.mark.parametrize("words", ["Néant", "Aucun", "à définir", "لا يوجد", "بدون", "غير محدد", "RAS", "ــ"])
def test_nobody_is_no_body(words: str) -> None:
    made = read_paper("= Programme d’ouverture 2026-2027", [["Projet", "Portail"], ["Partenaires", words]])
    assert "supporting" not in tree_of(made)["plans"][0]["commitments"][0]
    assert codes_of(made).count("import/no-value") == 1
    made = read(sheet(["Projet", "Partenaires"], ["Portail", words]))
    assert "supporting" not in shown(made)["plans"][0]["commitments"][0]
    assert codes(made).count("import/no-value") == 1
