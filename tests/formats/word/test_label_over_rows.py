"""A label of a form beside several rows: what each of them lists; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper

_HEAD = [["Intitulé du projet", "Guichet unique", "<", "<"], ["Responsable", "DSI", "<", "<"]]
_FOOT = [["Budget", "320 000 DH", "<", "<"]]


def _read(*rows: list[str]) -> dict[str, Any]:
    made = read_paper("= Programme d'ouverture de la commune de Fictiville 2026-2028", [*_HEAD, *rows, *_FOOT])
    (commitment,) = commitments_of(made)
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert commitment["budget"][-1]["amount"]["value"] == "320000"
    return commitment


@pytest.mark.parametrize("below", ["^", ""])
@pytest.mark.parametrize("label", ["Activités", "Jalons", "Activités et calendrier"])
def test_activities_with_when(below: str, label: str) -> None:
    rows = [label, "Aménagement", "janvier - mars 2026", "<"], [below, "Lancement", "Mai 2026", "<"]
    assert _read(*rows)["milestones"] == [
        {"title": {"fr": "Aménagement"}, "start": "2026-01", "due": "2026-03"},
        {"title": {"fr": "Lancement"}, "due": "2026-05"},
    ]


@pytest.mark.parametrize("heads", [[["Activités", "Activité", "Responsable", "Échéance"]], []])
def test_activities_with_who_and_when(heads: list[list[str]]) -> None:
    first = ["^" if heads else "Activités", "Aménagement", "Service technique", "mars 2026"]
    commitment = _read(*heads, first, ["^", "Formation", "Service RH", "T2 2026"])
    assert commitment["milestones"] == [
        {"title": {"fr": "Aménagement"}, "leads": [{"name": {"fr": "Service technique"}}], "due": "2026-03"},
        {"title": {"fr": "Formation"}, "leads": [{"name": {"fr": "Service RH"}}], "due": "2026-Q2"},
    ]


def test_activities_with_numbers_and_sums() -> None:
    commitment = _read(["Activités", "1", "Aménagement", "50 000 DH"], ["^", "2", "Formation", "9 000 DH"])
    assert [(one["number"], one["budget"][0]["amount"]["value"]) for one in commitment["milestones"]] == [
        ("1", "50000"),
        ("2", "9000"),
    ]


def test_a_list_of_one_cell_in_each_row() -> None:
    commitment = _read(
        ["Activités", "Aménagement", "<", "<"], ["^", "Lancement", "<", "<"],
        ["Objectifs spécifiques", "Réduire les délais", "<", "<"], ["^", "Informer", "<", "<"],
    )  # fmt: skip
    assert [one["title"]["fr"] for one in commitment["milestones"]] == ["Aménagement", "Lancement"]
    assert commitment["objectives"] == {"fr": "Réduire les délais\nInformer"}


def test_who_takes_part_with_words_beside_is_read_and_the_words_are_kept() -> None:
    commitment = _read(["Partenaires", "INDH", "Financement", "<"], ["^", "Association Amal", "Animation", "<"])
    assert [one["name"]["fr"] for one in commitment["supporting"]] == ["INDH", "Association Amal"]
    assert [one["text"] for one in commitment["x_unmapped"]] == ["Financement", "Animation"]


def test_bodies_beside_bodies_are_all_named() -> None:
    commitment = _read(["Partenaires", "ADD", "INDH", "<"], ["^", "CNDP", "DGCT", "<"])
    assert [one["name"]["fr"] for one in commitment["supporting"]] == ["ADD", "INDH", "CNDP", "DGCT"]


def test_who_pays_what_beside_the_cost() -> None:
    commitment = _read(["Coût", "Commune", "200 000 DH", "<"], ["^", "INDH", "120 000 DH", "<"])
    assert [
        (line["funder"]["name"]["fr"], line["amount"]["value"]) for line in commitment["budget"] if "funder" in line
    ] == [("Commune", "200000"), ("INDH", "120000")]


def test_questions_beside_a_label_ask_on() -> None:
    commitment = _read(["Calendrier", "Date de début", "2026-01", "<"], ["^", "Date de fin", "2026-06", "<"])
    assert (commitment["start"], commitment["end"]) == ("2026-01", "2026-06")


def test_words_beside_activities_that_say_neither_when_nor_who_are_kept() -> None:
    commitment = _read(["Activités", "Aménagement", "à confirmer", "<"], ["^", "Formation", "dès que possible", "<"])
    assert [one["title"]["fr"] for one in commitment["milestones"]] == ["Aménagement", "Formation"]
    assert [one["text"] for one in commitment["x_unmapped"]] == ["à confirmer", "dès que possible"]


@pytest.mark.parametrize(
    "said",
    ["Commune (70%), INDH (30%)", "70% Commune, 30% INDH", "Commune : 70% ; INDH : 30%", "Commune (70%) et INDH (30%)"],
)
def test_who_pays_which_part_of_the_whole(said: str) -> None:
    commitment = _read(["Source de financement", said, "<", "<"])
    paid = [(one["funder"]["name"]["fr"], one["text"]["fr"]) for one in commitment["budget"] if "funder" in one]
    assert paid == [("Commune", "70%"), ("INDH", "30%")]
