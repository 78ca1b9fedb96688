"""Offices of who is responsible: of the only one, of as many as there are, and of nobody in particular."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


@pytest.mark.parametrize(
    ("leads", "office", "roles"),
    [
        ("Cabinet", "Directeur", ["Directeur"]),
        ("DSI; DAF", "Chef; Directrice", ["Chef", "Directrice"]),
        ("DSI; DAF", "Chef de service", None),
        ("", "Chef de service", None),
        ("مصلحة المعلوميات؛ قسم المالية", "رئيس المصلحة", None),
    ],
)
def test_whose_office_it_is(leads: str, office: str, roles: list[str] | None) -> None:
    grid = sheet(
        ["Engagement", "Responsable", "Fonction du responsable"], ["Portail", leads, office], ["Forum", "A", "B"]
    )
    imported = read(grid)
    assert accounted(imported, grid)
    first, _ = shown(imported)["plans"][0]["commitments"]
    said = [next(iter(lead["person"]["role"].values())) for lead in first.get("leads", ()) if "person" in lead]
    assert said == (roles or [])
    assert ("import/office-of-several" in codes(imported)) == (roles is None)
    assert [each["text"] for each in first.get("x_unmapped", ())] == ([office] if roles is None else [])
