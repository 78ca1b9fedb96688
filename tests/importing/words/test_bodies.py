"""The names of bodies in many spellings; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet
from tests.formats.word.papers import read_paper, tree_of

from opengov_local.importing.words.bodies import body_among, body_key

SPELLED = [
    ("Service technique", "service Technique."),
    ("Délégation de la santé", "Delegation de la Sante"),
    ("Agence « Alpha »", 'Agence "Alpha"'),
    ("مصلحة البيئة", "المصلحة البيئة"),
    ("جمعية النور", "جمعية «النور»"),
    ("الخزينة الإقليمية", "خزينة اقليمية."),
]


@pytest.mark.parametrize(("one", "other"), SPELLED)
def test_spellings_of_one_body_have_one_key(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Service technique", "Services techniques"), ("الأمن", "المن"), ("DSI", "DSIC"), ("مصلحة", "مصالح")],
)
def test_other_bodies_have_other_keys(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


def test_a_body_of_another_group_or_with_a_person_is_not_the_same() -> None:
    known: list[dict[str, Any]] = [
        {"name": {"fr": "DSI"}, "person": {"name": {"fr": "X"}}},
        {"name": {"fr": "ADS"}, "group": "cso"},
    ]
    assert body_among(known, ["dsi"]) is None
    assert body_among(known, ["ads"]) is None
    assert body_among(known, ["ads."], "cso") is known[1]


@pytest.mark.parametrize(("one", "other"), SPELLED)
def test_sheets_and_word_name_a_body_once(one: str, other: str) -> None:
    plan = sheet(["N°", "Projet", "Responsable"], [1, "Portail", one], [2, "Forum", "SG"], name="Liste")
    rows = [1, "Portail", other, "En cours"], [2, "Forum", "SG", "En cours"]
    follow_up = sheet(["N°", "Projet", "Responsable", "Statut"], *rows, name="Suivi")
    imported = read(plan, follow_up)
    assert [len(each["leads"]) for each in commitments_of(imported)] == [1, 1]
    assert accounted(imported, plan, follow_up)
    lists = [["N°", "Projet", "Responsable"], ["1", "Portail", one], ["2", "Forum", "SG"]]
    card = [["Intitulé du projet", "Portail"], ["Responsable", other], ["Problématique", "Rien"]]
    (plan_read,) = tree_of(read_paper("= Programme d'ouverture 2025-2026", lists, card))["plans"]
    assert [len(each["leads"]) for each in plan_read["commitments"]] == [1, 1]
