"""Themes of consultations: axes that contributions speak to, where there are no working groups."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

_HEADS = ["N°", "Thème", "Proposition", "Suite donnée"]
_ROWS = [["1", "Transparence", "Publier les comptes", "Retenue"], ["2", "Participation", "Un conseil", "Non retenue"]]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Consultation publique en ligne sur le programme d’ouverture", "online_consultation"),
        ("مقترحات المواطنين خلال الاستشارة الرقمية", "online_consultation"),
        ("Consultation publique sur le programme d’ouverture", "public_consultation"),
    ],
)
def test_a_consultation_has_no_groups(title: str, kind: str) -> None:
    made = read(sheet([title], _HEADS, *_ROWS))
    tree = shown(made)
    (workshop,) = tree["workshops"]
    assert workshop["kind"] == kind
    assert "working_groups" not in workshop
    assert [axis["title"]["fr"] for axis in tree["plans"][0]["axes"]] == ["Transparence", "Participation"]
    assert len({one["axis"] for one in workshop["contributions"]}) == 2


def test_a_workshop_has() -> None:
    made = read(sheet(["Atelier de co-création"], _HEADS, *_ROWS))
    (workshop,) = shown(made)["workshops"]
    assert [group["title"]["fr"] for group in workshop["working_groups"]] == ["Transparence", "Participation"]
    assert "import/axis-as-group" in codes(made)


@pytest.mark.parametrize(("heading", "day"), [("Date", "2025-03-12"), ("Échéance", None), ("الأجل", None)])
def test_when_something_is_due_is_not_when_it_was_said(heading: str, day: str | None) -> None:
    rows = [["Proposition", "Avis", "Suite donnée", heading], ["Ouvrir un portail", "Utile", "Retenue", "12/03/2025"]]
    (workshop,) = shown(read(sheet(*rows)))["workshops"]
    (said,) = workshop["contributions"]
    assert said.get("date") == day
    assert (day is None) == any(kept["text"] == "12/03/2025" for kept in said.get("x_unmapped", ()))
