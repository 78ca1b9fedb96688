"""Addresses and numbers among names are how someone is reached, and no names; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

from opengov_local.formats.tables.contact_words import reached_by


def _leads(*cells: Any) -> list[dict[str, Any]]:
    grid = sheet(["Projet", "Responsable", "Contact"][: len(cells) + 1], ["Portail", *cells])
    imported = read(grid)
    assert accounted(imported, grid)
    leads: list[dict[str, Any]] = commitments_of(imported)[0]["leads"]
    return leads


def test_a_number_and_an_address_are_those_of_the_only_one_beside() -> None:
    reached = {"phone": "0500000000", "email": "fictif@example.org"}
    assert _leads("M. A. Fictif", "0500000000 / fictif@example.org") == [
        {"person": {"name": {"fr": "M. A. Fictif"}, "contact": reached}}
    ]
    assert _leads("DSI / fictif@example.org") == [
        {"name": {"fr": "DSI"}, "person": {"contact": {"email": "fictif@example.org"}}}
    ]


def test_of_several_they_are_those_of_none() -> None:
    leads = _leads("M. A. Fictif; Mme B. Fictive; 0500000000")
    assert leads[2:] == [{"person": {"contact": {"phone": "0500000000"}}}]


@pytest.mark.parametrize("text", ["2024-2027", "12/03/2025", "DSI", "3 associations", "M. X 0500000000"])
def test_other_words_are_not(text: str) -> None:
    assert reached_by(text) is None


@pytest.mark.parametrize("text", ["+212 5 00 00 00 00", "Tél : 05 00 00 00 00", "٠٥٠٠٠٠٠٠٠٠"])
def test_numbers_are(text: str) -> None:
    found = reached_by(text)
    assert found is not None
    assert found.kind == "phone"
