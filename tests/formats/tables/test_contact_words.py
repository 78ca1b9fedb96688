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


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        (["Projet", "Responsable", "E-mail", "Téléphone"], {"fr": "Service informatique"}),
        (["Project", "Lead", "Email", "Phone"], {"en": "IT department"}),
        (["Proyecto", "Responsable", "Correo electrónico", "Teléfono"], {"es": "Servicio informático"}),
        (["المشروع", "المسؤول", "البريد الإلكتروني", "الهاتف"], {"ar": "مصلحة الإعلاميات"}),
    ],
)
def test_the_contact_beside_a_body_is_its_own(head: list[str], lead: dict[str, str]) -> None:
    rows = [head, ["1. Portail", *lead.values(), "dsi@commune.example", "05 00 00 00 00"]]
    contact = {"email": "dsi@commune.example", "phone": "05 00 00 00 00"}
    assert commitments_of(read(sheet(*rows)))[0]["leads"] == [{"name": lead, "person": {"contact": contact}}]


def test_contacts_beside_several_bodies_are_theirs_or_kept() -> None:
    head = ["Projet", "Responsable", "E-mail"]
    each = ["Portail", "DSI ; Cabinet", "dsi@commune.example ; cabinet@commune.example"]
    one = ["Forum", "DSI ; Cabinet", "dsi@commune.example"]
    portal, forum = commitments_of(read(sheet(head, each, one)))
    assert [lead["person"]["contact"]["email"] for lead in portal["leads"]] == each[2].split(" ; ")
    assert forum["leads"] == [{"name": {"fr": "DSI"}}, {"name": {"fr": "Cabinet"}}]
    assert [kept["text"] for kept in forum["x_unmapped"]] == ["dsi@commune.example"]
