"""Rows of which every cell is a label, above rows whose first cell is one by chance: headings; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

_TOP = "= Programme d’ouverture de la commune 2026-2027"
_ROWS = {
    "Axe": ["Services", "Transparence"],
    "Objectif": ["Simplifier", "Ouvrir"],
    "Projet": ["Portail des services", "Budget citoyen"],
    "Responsable": ["DSI", "Service financier"],
    "Échéance": ["mars 2026", "juin 2026"],
    "Coût (DH)": ["10 000", "20 000"],
}


@pytest.mark.parametrize(
    "heads",
    [
        ["Axe", "Projet", "Responsable", "Échéance"],
        ["Axe", "Objectif", "Projet", "Responsable"],
        ["Axe", "Projet", "Responsable", "Échéance", "Coût (DH)", "Objectif"],
    ],
)
def test_a_row_of_labels_alone_heads_what_stands_below(heads: list[str]) -> None:
    rows = [[_ROWS[head][at] for head in heads] for at in range(2)]
    imported = read_paper(_TOP, [heads, *rows])
    (plan,) = tree_of(imported)["plans"]
    assert [axis["title"] for axis in plan["axes"]] == [{"fr": "Services"}, {"fr": "Transparence"}]
    assert [one["title"] for one in plan["commitments"]] == [{"fr": title} for title in _ROWS["Projet"]]
    assert not unmapped(imported)


def test_labels_beside_answers_that_are_labels_elsewhere_are_none() -> None:
    rows = [["Axe", "Services", "Projet", "Portail"], ["Responsable", "DSI", "Échéance", "mars 2026"]]
    imported = read_paper(_TOP, rows)
    (plan,) = tree_of(imported)["plans"]
    assert [axis["title"] for axis in plan["axes"]] == [{"fr": "Services"}]
    assert [(one["title"], one["end"]) for one in plan["commitments"]] == [({"fr": "Portail"}, "2026-03")]
