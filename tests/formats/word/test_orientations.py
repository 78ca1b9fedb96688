"""Orientations and ambitions above projects are axes, in Word and in sheets alike; made-up plans."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

FICHES = [
    [["Fiche action n° 1 : Portail", ""], ["Constat", "Rien"], ["Pilote", "Cabinet"]],
    [["Fiche action n° 2 : Wifi", ""], ["Constat", "Rien"], ["Pilote", "Cabinet"]],
]
TABLES = [
    [["N°", "Action", "Pilote"], ["1", "Portail", "Cabinet"]],
    [["N°", "Action", "Pilote"], ["2", "Wifi", "Cabinet"]],
]


def _axes(tree: dict[str, Any]) -> list[tuple[str, list[str]]]:
    plan = tree["plans"][0]
    names = {axis["id"]: axis["title"]["fr"] for axis in plan["axes"] if "id" in axis}
    return [
        (one["title"]["fr"], [names.get(axis, axis).removeprefix("@") for axis in one["axes"]])
        for one in plan["commitments"]
    ]


@pytest.mark.parametrize("tables", [FICHES, TABLES])
@pytest.mark.parametrize("word", ["Orientation", "Ambition", "Axe", "Orientation stratégique"])
def test_headings_above_fiches_and_tables(word: str, tables: list[list[list[str]]]) -> None:
    made = read_paper("= Plan d'action 2026", f"# {word} 1 – Données", tables[0], f"# {word} 2 : Réseau", tables[1])
    tree = tree_of(made)
    assert [(axis["number"], axis["title"]["fr"]) for axis in tree["plans"][0]["axes"]] == [
        ("1", "Données"),
        ("2", "Réseau"),
    ]
    assert _axes(tree) == [("Portail", ["Données"]), ("Wifi", ["Réseau"])]


@pytest.mark.parametrize("word", ["Orientation", "Ambition"])
def test_columns_of_sheets(word: str) -> None:
    rows = [[f"{word} 1 : Données", 1, "Portail"], [f"{word} 2 – Réseau", 2, "Wifi"]]
    tree = shown(read(sheet([word, "N°", "Action"], *rows)))
    assert [(axis["number"], axis["title"]["fr"]) for axis in tree["plans"][0]["axes"]] == [
        ("1", "Données"),
        ("2", "Réseau"),
    ]
    assert _axes(tree) == [("Portail", ["Données"]), ("Wifi", ["Réseau"])]


@pytest.mark.parametrize(("first", "second"), [("I. Données", "II. Réseau"), ("I – Données", "II – Réseau")])
def test_roman_numbers_count_the_axes_of_a_column(first: str, second: str) -> None:
    table = [["Axe", "N°", "Projet", "Pilote"], [first, "1", "Portail", "SG"], [second, "2", "Wifi", "SG"]]
    tree = tree_of(read_paper("= Plan d'action 2026", table))
    assert [(axis["number"], axis["title"]["fr"]) for axis in tree["plans"][0]["axes"]] == [
        ("I", "Données"),
        ("II", "Réseau"),
    ]


def test_a_heading_above_a_fiche_that_nobody_knows_is_kept() -> None:
    made = read_paper("= Plan d'action 2026", "# Axe 1 : Données", FICHES[0], "# Transparence et écoute", FICHES[1])
    assert [*unmapped(made).values()] == ["Transparence et écoute"]
    assert "import/axis-ended" in codes_of(made)
