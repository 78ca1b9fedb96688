"""Cells that say the same in two languages, or something else in each; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


def _read(heading: str, text: str) -> tuple[dict[str, Any], list[str]]:
    grid = sheet(["Projet", "Responsable", heading], ["Portail", "DSI", text])
    imported = read(grid)
    assert accounted(imported, grid)
    (portal,) = shown(imported)["plans"][0]["commitments"]
    assert isinstance(portal, dict)
    return portal, codes(imported)


@pytest.mark.parametrize(
    ("heading", "text", "field", "value", "differs"),
    [
        ("Statut", "En cours / منجز", "status", {"code": "in_progress", "original": "En cours / منجز"}, True),
        ("Statut", "Réalisé / منجز", "status", {"code": "completed", "original": "Réalisé / منجز"}, False),
        ("Échéance", "mars 2026 / مارس 2026", "end", "2026-03", False),
        ("Échéance", "mars 2026 / ماي 2026", "end", "2026-03", True),
        ("Taux d'avancement", "50 pour cent / 50 في المائة", "progress", 50, False),
        ("Taux d'avancement", "50 pour cent / 60 في المائة", "progress", 50, True),
        ("Budget", "1000 DH / 1000 درهم", "budget", [{"amount": {"value": "1000", "currency": "MAD"}}], False),
        ("Budget", "1000 DH / 2000 درهم", "budget", [{"amount": {"value": "1000", "currency": "MAD"}}], True),
    ],
)
def test_two_languages_that_differ_are_said(heading: str, text: str, field: str, value: Any, differs: bool) -> None:
    portal, said = _read(heading, text)
    assert portal[field] == value
    assert ("import/parts-differ" in said) is differs


def test_a_percentage_in_the_status_is_progress() -> None:
    portal, said = _read("Statut", "Achevé à 80 %")
    assert portal["progress"] == 80
    assert portal["status"] == {"code": "in_progress", "original": "Achevé à 80 %"}
    assert "import/status-partly" in said
