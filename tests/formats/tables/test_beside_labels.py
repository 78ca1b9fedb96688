"""Fiches in sheets with a label beside several rows: what each of them lists; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

_HEAD = [
    ["Programme d'ouverture de la commune de Fictiville 2026-2028"],
    ["Intitulé du projet", "Guichet unique"],
    ["Objectif général", "Simplifier"],
    ["Responsable", "DSI"],
]
_FOOT = [["Bénéficiaires", "Les usagers"], ["Budget", "320 000 DH"]]


def _read(*rows: list[Any], merged: bool = False) -> dict[str, Any]:
    merges = (f"A{len(_HEAD) + 1}:A{len(_HEAD) + len(rows)}",) if merged else ()
    grid = sheet(*_HEAD, *rows, *_FOOT, merges=merges)
    imported = read(grid)
    assert accounted(imported, grid)
    (commitment,) = commitments_of(imported)
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert commitment["beneficiaries"] == {"fr": "Les usagers"}
    return commitment


@pytest.mark.parametrize("merged", [True, False])
def test_activities_with_when(*, merged: bool) -> None:
    rows = [["Activités", "Aménagement", "janvier - mars 2026"], ["", "Lancement", "Mai 2026"]]
    assert _read(*rows, merged=merged)["milestones"] == [
        {"title": {"fr": "Aménagement"}, "start": "2026-01", "due": "2026-03"},
        {"title": {"fr": "Lancement"}, "due": "2026-05"},
    ]


@pytest.mark.parametrize(
    "heads",
    [
        [],
        [["Activités", "Activité", "Responsable", "Échéance"]],
        [["Activités", "Intitulé", "Responsable", "Échéance"]],
    ],
)
def test_activities_with_who_and_when(heads: list[list[str]]) -> None:
    first = ["" if heads else "Activités", "Aménagement", "Service technique", "mars 2026"]
    commitment = _read(*heads, first, ["", "Formation", "Service RH", "T2 2026"])
    assert commitment["milestones"] == [
        {"title": {"fr": "Aménagement"}, "leads": [{"name": {"fr": "Service technique"}}], "due": "2026-03"},
        {"title": {"fr": "Formation"}, "leads": [{"name": {"fr": "Service RH"}}], "due": "2026-Q2"},
    ]


def test_activities_with_numbers_and_sums() -> None:
    steps = _read(["Activités", "1", "Aménagement", "50 000 DH"], ["", "2", "Formation", "9 000 DH"])["milestones"]
    assert [(one["number"], one["budget"][0]["amount"]["value"]) for one in steps] == [("1", "50000"), ("2", "9000")]


def test_who_pays_what_beside_the_cost() -> None:
    commitment = _read(["Coût", "Commune", "200 000 DH"], ["", "INDH", "120 000 DH"])
    paid = [(one["funder"]["name"]["fr"], one["amount"]["value"]) for one in commitment["budget"] if "funder" in one]
    assert paid == [("Commune", "200000"), ("INDH", "120000")]


def test_a_number_beside_an_indicator_is_no_other_indicator() -> None:
    commitment = _read(["Indicateurs", "Visites", "500"], ["", "Taux de réponse", "80 %"])
    assert [one["name"]["fr"] for one in commitment["indicators"]] == ["Visites", "Taux de réponse"]


def test_words_beside_partners_name_no_partner() -> None:
    commitment = _read(["Partenaires", "INDH", "Financement"], ["", "Association Amal", "Animation"])
    assert [one["name"]["fr"] for one in commitment["supporting"]] == ["INDH", "Association Amal"]
