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
