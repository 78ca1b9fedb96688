"""Lines of one cell: a body, who speaks for it, the office and how to call are one party."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import read_paper, tree_of


def _leads(who: str) -> list[dict[str, Any]]:
    rows = [["Projet", "Responsable", "Échéance"], ["Portail", who, "2026"], ["Guichet", "DAF", "2027"]]
    (plan,) = tree_of(read_paper("= Programme d'ouverture 2025-2027", rows))["plans"]
    leads: list[dict[str, Any]] = plan["commitments"][0]["leads"]
    return leads


@pytest.mark.parametrize("lines", ["Service social\n(Mme Amal Exemple)", "Service social (Mme Amal Exemple)"])
def test_a_person_in_brackets_below_a_body_is_its(lines: str) -> None:
    assert _leads(lines) == [{"name": {"fr": "Service social"}, "person": {"name": {"fr": "Mme Amal Exemple"}}}]


def test_an_office_below_a_person_is_the_person_s() -> None:
    (lead,) = _leads("M. Ali Exemple\nChef du service technique")
    assert lead["person"]["role"] == {"fr": "Chef du service technique"}


def test_a_number_to_call_is_no_body() -> None:
    assert len(_leads("DGS\nposte 118")) == 1
    assert len(_leads("DSI\nDAF")) == 2
