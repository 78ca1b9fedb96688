"""Plans in Word whose headings ask for projects, and that give none, are said to; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper

_HEAD = ("Commune de Zagora", "# Programme d'ouverture 2026-2027")


@pytest.mark.parametrize(
    ("blocks", "at", "heading"),
    [
        ((["N°", "Projet", "Responsable"], ["1", "", ""], ["2", "", ""]), "B1", "Projet"),
        ((["رقم", "المشروع", "المسؤول"], ["", "", ""]), "B1", "المشروع"),
    ],
)
def test_a_table_that_gives_none_is_said_to(blocks: tuple[list[str], ...], at: str, heading: str) -> None:
    made = read_paper(*_HEAD, "Le programme sera publié.", [*blocks])
    (said,) = [one for one in made.findings if one.code == "import/no-projects"]
    assert (said.severity, said.location.cell, said.params["text"]) == ("warning", at, heading)


def test_a_heading_that_gives_none_is_said_to() -> None:
    made = read_paper(*_HEAD, "## Liste des projets", "## Suivi", "Le comité se réunit chaque mois.")
    (said,) = [one for one in made.findings if one.code == "import/no-projects"]
    assert (said.severity, said.location.paragraph) == ("warning", 3)


@pytest.mark.parametrize(
    "blocks",
    [
        ("## Liste des projets", "* Portail", "* Forum"),
        ([["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "SF"]],),
        ("## Gouvernance", "Le comité se réunit chaque mois."),
    ],
)
def test_other_plans_are_not(blocks: tuple[object, ...]) -> None:
    made = read_paper(*_HEAD, *blocks)
    assert "import/no-projects" not in [one.code for one in made.findings]
