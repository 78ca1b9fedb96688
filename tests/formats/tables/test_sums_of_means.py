"""Headings of means that name a unit of money ask for sums; what a project needs in words stays a resource."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet


def test_means_in_a_currency_are_a_budget() -> None:
    made = read(
        sheet(
            ["Compromiso", "Responsable", "Recursos (COP)"],
            ["Publicar datos", "Secretaría", "$ 8.000.000"],
            ["Mesas de barrio", "Secretaría", "25 millones"],
            ["Portal", "Oficina", "5.500.000"],
            ["Actas", "Oficina", "Recursos propios"],
        )
    )
    *summed, worded = (one["budget"][0] for one in commitments_of(made))
    assert [line["amount"]["value"] for line in summed] == ["8000000", "25000000", "5500000"]
    assert {line["amount"]["currency"] for line in summed} == {"COP"}
    assert worded == {"text": {"es": "Recursos propios"}}
    assert codes(made).count("import/amount-in-words") == 1


@pytest.mark.parametrize(
    ("heading", "cells"), [("Moyens (DH)", ["2 agents", "Une salle"]), ("Moyens", ["80 000 DH", "12 000 DH"])]
)
def test_other_means_stay_resources(heading: str, cells: list[str]) -> None:
    rows = [["Projet", "Responsable", heading], ["Portail", "DSI", cells[0]], ["Forum", "SG", cells[1]]]
    for one in commitments_of(read(sheet(*rows))):
        assert "resources" in one
        assert "budget" not in one
