"""Small tables beside a label of a fiche, with rows below that have no label; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

FICHE: list[list[Any]] = [
    ["Intitulé du projet", "Portail"],
    ["Problématique", "Information dispersée"],
    ["Porteur", "Service informatique"],
    ["Partenaires", "ADD ; INDH"],
]


def test_indicators_beside_their_label_have_their_measures() -> None:
    grid = sheet(*FICHE, ["Indicateurs", "Indicateur", "Base", "Cible"], ["", "Visites", "0", "1000"],
                 ["", "Réponses", "10", "20"])  # fmt: skip
    imported = read(grid)
    (only,) = commitments_of(imported)
    said = [(one["name"]["fr"], one["baseline"]["value"], one["target"]["value"]) for one in only["indicators"]]
    assert said == [("Visites", "0", "1000"), ("Réponses", "10", "20")]
    assert accounted(imported, grid)


@pytest.mark.parametrize("name", ["Étude", "Réalisation"])
def test_sums_beside_their_label_are_no_words(name: str) -> None:
    grid = sheet(*FICHE, ["Budget", "Rubrique", "Montant (DH)"], ["", name, "20 000"], ["", "Suivi", "80 000"])
    imported = read(grid)
    (only,) = commitments_of(imported)
    said = [(one["label"]["fr"], one["amount"]["value"]) for one in only["budget"]]
    assert said == [(name, "20000"), ("Suivi", "80000")]
    assert "milestones" not in only
    assert accounted(imported, grid)


def test_funders_beside_their_label_pay_the_sums_of_their_rows() -> None:
    grid = sheet(
        *FICHE, ["Budget", "Source de financement", "Montant (DH)"], ["", "Commune", "20 000"], ["", "Région", "80 000"]
    )
    (only,) = commitments_of(read(grid))
    said = [(one["funder"]["name"]["fr"], one["amount"]["value"]) for one in only["budget"]]
    assert said == [("Commune", "20000"), ("Région", "80000")]


def test_further_answers_below_a_label_are_no_columns() -> None:
    grid = sheet(*FICHE[:3], ["Partenaires", "ADD", "INDH"], ["", "CNDP", "DGCT"])
    (only,) = commitments_of(read(grid))
    assert [next(iter(one["name"].values())) for one in only["supporting"]] == ["ADD", "INDH", "CNDP", "DGCT"]


def test_a_table_may_say_what_each_sum_pays_for() -> None:
    grid = sheet(
        ["Projet", "Poste de dépense", "Montant (DH)"],
        ["Portail", "Étude", 30000],
        ["Portail", "Matériel", 30000],
        ["Forum", "Salle", 10],
    )
    imported = read(grid)
    said = [
        [(one["label"]["fr"], one["amount"]["value"]) for one in each["budget"]] for each in commitments_of(imported)
    ]
    assert said == [[("Étude", "30000"), ("Matériel", "30000")], [("Salle", "10")]]
    assert accounted(imported, grid)
