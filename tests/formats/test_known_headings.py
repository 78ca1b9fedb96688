"""Headings that say something are kept, where nothing else tells their words; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet
from tests.formats.word.papers import read_paper

from opengov_local.account import Piece, Place
from opengov_local.formats.known_headings import telling

HEADER = ["Projet", "Responsable", "Échéance"]
ROWS = [["Portail des marchés", "Service informatique", "06/2026"], ["Budget en ligne", "Service financier", "09/2026"]]


def _fates(made: Any, text: str) -> set[str]:
    return {entry.fate for entry in made.account.entries if entry.piece.text == text}


def _told(made: Any, text: str) -> list[Any]:
    return [
        finding for finding in made.findings if finding.code == "import/pieces-kept" and finding.params["text"] == text
    ]


@pytest.mark.parametrize(
    "heading", ["Responsable (Madame Zerfoun)", "Responsable\n- bon de commande 4729", "Échéance du 4729"]
)
def test_a_heading_of_a_table_with_words_of_its_own_is_kept_and_said(heading: str) -> None:
    header = [heading if heading.startswith(word) else word for word in HEADER]
    made = read(sheet(["Programme d'ouverture 2025-2027"], header, *ROWS))
    assert _fates(made, heading) == {"unmapped"} or any(heading in map(str, f.params.values()) for f in made.findings)


@pytest.mark.parametrize("style", ["# ", "## "])
@pytest.mark.parametrize("line", ["Financement : Zerfoun 4729", "Activité Zerfoun", "Madame Zerfoun, présidente"])
def test_a_heading_of_a_text_that_is_read_as_nothing_is_kept_and_said(style: str, line: str) -> None:
    made = read_paper(
        "= Programme d’ouverture de la commune 2025-2027",
        f"{style}{line}",
        "Axe 1 : Transparence",
        "Projet 1 : Portail",
        "Responsable : Service informatique",
    )
    assert made.account is not None
    assert made.document is not None
    kept = {entry.piece.text for entry in made.account.entries if entry.fate == "unmapped"}
    values = str({name: value for name, value in made.document.tree.items() if name not in ("sources", "x_unmapped")})
    assert line in kept or "Zerfoun" in values
    assert (line in kept) is bool(_told(made, line))


def test_a_project_kept_by_word_and_number_is_no_heading() -> None:
    made = read_paper(
        "= Programme d’ouverture de la commune 2025-2027", "# Chantier 1 : Transparence", "## Projet 1 : Portail"
    )
    assert _fates(made, "Chantier 1 : Transparence") != {"heading"}


@pytest.mark.parametrize(
    ("heading", "said", "told"),
    [
        ("Chantier 1 : Transparence", [], False),
        ("Chantier 1 : Transparence", ["Transparence"], True),
        ("Chantier 1 : Transparence", ["Un programme de transparence"], False),
        ("Chantier 1 : Transparence", ["Chantier 1 : Transparence"], True),
        ("Budget (KDH)", [], True),
        ("Responsables et partenaires du projet", [], True),
        ("ثانيا: حصيلة تنفيذ المشاريع", [], True),
        ("Avancement T2 2026", ["2026-06-30"], True),
        ("Avancement T2 2026", [], False),
        ("Montant Zerfoun", [], False),
        ("Montant Zerfoun", ["à Zerfoun ou ailleurs"], True),
        ("Coût : 4729", ["4729.00"], True),
        ("Coût : 4729", ["4729 MAD"], True),
        ("Coût : 4729", [], False),
        ("Start and End Date (E.g. 30 June 2015)", [], True),
    ],
)
def test_a_heading_is_told_by_its_words(heading: str, said: list[str], told: bool) -> None:
    piece = Piece(Place("paragraph", 1), heading)
    assert (telling([piece], [], lambda: said) == []) is told


@pytest.mark.parametrize(
    ("text", "texts", "said", "told"),
    [
        ("12 Zerfoun", ["Élus"], [], False),
        ("12 Zerfoun", ["Élus"], ["pour Zerfoun"], True),
        ("12 participants", ["Élus"], [], True),
        ("Service Zerfoun ; Service financier", ["Service Zerfoun", "Service financier"], [], True),
        ("Transparence", [], [], True),
        ("Responsabilidad pública", [], [], True),
        ("Axe 1 : Zerfoun", ["Zerfoun"], [], True),
        ("15 mars 2026", ["2026-03-15"], [], True),
    ],
)
def test_a_piece_that_was_read_is_told_by_its_words(text: str, texts: list[str], said: list[str], told: bool) -> None:
    piece = Piece(Place("paragraph", 1), text)
    assert (telling([], [(piece, texts)], lambda: [*texts, *said]) == []) is told


def test_words_beside_a_number_are_kept_and_said() -> None:
    made = read(
        sheet(
            ["Compte rendu de l'atelier du 12 mai 2025"],
            ["Nombre de participants", "64 : Zerfoun"],
            ["Problème", "Solutions proposées"],
            ["Eau", "Réparer"],
        )
    )
    assert _fates(made, "64 : Zerfoun") == {"mapped", "unmapped"}
    assert _told(made, "64 : Zerfoun")


@pytest.mark.parametrize("heading", ["Coût 2028 (DH)", "ميزانية 2028 (درهم)"])
def test_the_year_of_a_heading_that_was_read_is_told(heading: str) -> None:
    made = read(sheet(["Programme d'ouverture 2025-2027"], [*HEADER, heading], *[[*row, 1000] for row in ROWS]))
    assert _fates(made, heading) == {"heading"}
    assert not _told(made, heading)


@pytest.mark.parametrize("heading", ["Chantier No. 1 : Exemple", "Chantier n° 1 : Exemple", "Chantier 1 : Exemple"])
def test_a_name_behind_a_number_stands_alone_whatever_the_sign(heading: str) -> None:
    piece = Piece(Place("line", "", 1), heading)
    assert telling([piece], [], lambda: ["Un autre exemple parmi plusieurs"]) == [piece]
    assert telling([piece], [], lambda: ["Exemple"]) == []
