"""Sentences and captions between a heading and what it heads: they name nothing, and are kept; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

_HEAD = ("Commune de Zagora", "# Programme d'ouverture 2026-2027")
_MINUTES = ("Commune de Zagora", "# Compte rendu de l'atelier du 12 mars 2026", "Date : 12 mars 2026")
_ROWS = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "SF"]]
_FORMS = ([["Intitulé", "Portail"], ["Responsable", "DSI"]], [["Intitulé", "Forum"], ["Responsable", "SF"]])


def _titles(made: object) -> list[str]:
    return [each["title"]["fr"] for each in tree_of(made)["plans"][0]["commitments"]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "tables"),
    [
        ("Tableau 1 : Zqc", [_ROWS]),
        ("Tableau n° 2 – Zqc", [_ROWS]),
        ("Tableau 1 : Zqc", _FORMS),
        ("Le comité Zqc a retenu deux projets.", _FORMS),
        ("Le comité Zqc a retenu 2 projets en 2026.", _FORMS),
        ("Le comité Zqc a retenu 2 projets en 2026.", [_ROWS]),
    ],
)
def test_below_projects_they_are_none(line: str, tables: list[list[list[str]]]) -> None:
    made = read_paper(*_HEAD, "## Projets", line, *tables)
    assert _titles(made) == ["Portail", "Forum"]
    assert list(unmapped(made).values()) == [line]


def test_below_what_projects_are_asked_they_answer_nothing() -> None:
    made = read_paper(
        *_HEAD, "## Projet 1 : Portail", "! Partenaires", "Les partenaires suivants sont d'accord.", "* INDH", "* OCP",
        "! Activités", "Les activités seront menées en 2026.", [["Activité", "Échéance"], ["Choisir", "mars 2026"]],
    )  # fmt: skip
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [each["name"]["fr"] for each in commitment["supporting"]] == ["INDH", "OCP"]
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Choisir"]
    assert [*unmapped(made).values()] == [
        "Les partenaires suivants sont d'accord.", "Les activités seront menées en 2026.",
    ]  # fmt: skip


def test_below_participants_a_caption_is_none() -> None:
    rows = [["Catégorie", "Nombre"], ["Élus", "12"], ["Associations", "8"]]
    made = read_paper(*_MINUTES, "## Participants", "Tableau 2 : Effectif zqc", rows)
    (workshop,) = tree_of(made)["workshops"]
    assert [each["count"] for each in workshop["participants"]] == [12, 8]
    assert list(unmapped(made).values()) == ["Tableau 2 : Effectif zqc"]
