"""Titles of which some name their level in front: when the others stand below them, and when not; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.wording.words.numbering import word_before


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Engagement n° 1 : Publier", "engagement"),
        ("AXE I : TRANSPARENCE", "axe"),
        ("Projet 2 – Guichet", "projet"),
        ("المشروع 1: نشر الميزانية", "المشروع"),
        ("المحور الأول: الشفافية", "المحور"),
        ("Publier le budget", ""),
        ("1.1 Choisir", ""),
        ("Verde: finalizado", ""),
        ("Ámbar: en ejecución", ""),
        ("Prévu : 2026", ""),
    ],
)
def test_the_word_in_front_of_a_title(text: str, word: str) -> None:
    from opengov_local.importing.words import fold

    assert word_before(text) == fold(word)


def test_a_legend_below_leaves_numbers_their_levels() -> None:
    grid = sheet(
        ["Cód.", "Compromiso / Hito", "Semáforo"],
        ["1", "Agenda pública", ""],
        ["1.1", "Instrucción", "Verde"],
        ["1.2", "Módulo web", "Ámbar"],
        ["2", "Portal de contratos", ""],
        ["2.1", "Publicación", "Ámbar"],
        ["", "", ""],
        ["Leyenda del semáforo:", "", ""],
        ["Verde: finalizado", "", ""],
        ["Ámbar: en ejecución", "", ""],
        ["Rojo: retrasado", "", ""],
        ["Gris: no iniciado", "", ""],
    )
    imported = read(grid)
    found = shown(imported)["plans"][0]["commitments"]
    assert [len(one["milestones"]) for one in found] == [2, 1]
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("heading", "rows", "titles"),
    [
        ("Projet", [["", "Projet 1 : Portail"], ["", "Forum"], ["", "Guichet"]], ["Portail", "Forum", "Guichet"]),
        (
            "Intitulé",
            [["", "Engagement 1 : Portail"], ["2", "Forum"], ["3", "Guichet"]],
            ["Portail", "Forum", "Guichet"],
        ),
        ("Intitulé", [["", "Engagement 1 : Portail"], ["1", "Étude"], ["2", "Achat"]], ["Portail"]),
        ("Intitulé", [["", "Engagement 1 : Portail"], ["", "Étude"], ["", "Achat"]], ["Portail"]),
        ("Projet", [["", "Projet 1 : Portail"], ["1.1", "Étude"], ["1.2", "Achat"]], ["Portail"]),
        ("Activité", [["", "Projet 1 : Portail"], ["", "Étude"], ["", "Achat"]], ["Portail"]),
    ],
)
def test_titles_without_a_word_are_below_those_with_one_where_something_says_so(
    heading: str, rows: list[list[str]], titles: list[str]
) -> None:
    grid = sheet(["N°", heading, "Responsable"], *([*row, "DSI"] for row in rows))
    imported = read(grid)
    found = shown(imported)["plans"][0]["commitments"]
    assert [next(iter(one["title"].values())) for one in found] == titles
    assert sum(len(one.get("milestones", ())) for one in found) == len(rows) - len(titles)
    assert accounted(imported, grid)


def test_a_share_beside_a_name_is_said() -> None:
    heads = ["Projet", "Partenaires"]
    made = read(sheet(heads, ["Portail", "Région 50%"], ["Forum", "Région 50%"], ["Salle", "Commune 20 % ; Région"]))
    said = [each.params["text"] for each in made.findings if each.code == "import/share-beside-name"]
    assert {"Région 50%", "Commune 20 %"} == {*said}


def test_who_does_it_with_whom_behind_a_comma() -> None:
    made = read(sheet(["Projet", "Responsable"], ["Forum", "Cabinet, avec le tissu associatif"]))
    (one,) = commitments_of(made)
    assert [[*party["name"].values()] for party in one["leads"]] == [["Cabinet"]]
    assert [[*party["name"].values()] for party in one["supporting"]] == [["tissu associatif"]]


def test_a_time_names_no_step() -> None:
    made = read(sheet(["Fiche projet"], ["Projet", "Portail"], ["Responsable", "DSI"], ["Étapes", "2025-2026"],
                      ["Budget", "10000 DH"]))  # fmt: skip
    (one,) = commitments_of(made)
    assert "milestones" not in one
    assert "import/step-without-title" in codes(made)


@pytest.mark.parametrize(("cell", "said"), [("0,5", True), ("0", False), ("55 %", False), ("12", False)])
def test_a_fraction_of_an_indicator_in_percent_is_said(cell: str, said: bool) -> None:
    made = read(sheet(["Projet", "Indicateur", "Unité", "Cible"], ["Portail", "Part publiée", "%", cell]))
    assert ("import/percent-fraction" in codes(made)) == said
    ((indicator),) = commitments_of(made)[0]["indicators"]
    assert ("value" in indicator["target"]) != said
