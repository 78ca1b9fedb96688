"""Roles beside names in the cells of those who are responsible; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

from opengov_local.formats.wording.words.roles_in_cells import in_role


@pytest.mark.parametrize(
    ("cell", "leads", "supporting"),
    [
        ("Pilote : DSI ; Appui : DGS", ["DSI"], ["DGS"]),
        ("Pilote : DSI, DGS ; Appui : DAF, DRH", ["DSI", "DGS"], ["DAF", "DRH"]),
        ("DGS (pilote), DAF (appui)", ["DGS"], ["DAF"]),
        ("DSI, DGS (appui)", ["DSI"], ["DGS"]),
        ("Lead: IT; Support: Culture", ["IT"], ["Culture"]),
        ("Responsable: DSI; Apoyo: DGS", ["DSI"], ["DGS"]),
        ("المسؤول: مصلحة الإعلاميات؛ الدعم: مصلحة المالية", ["مصلحة الإعلاميات"], ["مصلحة المالية"]),
    ],
)
def test_each_is_what_its_role_says(cell: str, leads: list[str], supporting: list[str]) -> None:
    made = read(sheet(["N°", "Projet", "Responsable"], [1, "Portail", cell]))
    (one,) = commitments_of(made)
    said = {field: [next(iter(party["name"].values())) for party in one[field]] for field in ("leads", "supporting")}
    assert said == {"leads": leads, "supporting": supporting}
    assert codes(made).count("import/assumed") >= len(leads) + len(supporting)


@pytest.mark.parametrize("text", ["DSI (Direction)", "Service : Informatique", "DSI (70 %)", "Mme X (responsable)"])
def test_other_words_are_no_roles(text: str) -> None:
    assert in_role(text) is None
