"""Whose workshop a table of contributions reports on; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet

TABLE = [["Axe", "Problèmes", "Solutions"], ["Eau", "Fuites", "Réparer"]]


@pytest.mark.parametrize(
    "above",
    [
        [["Atelier de co-création de la commune d'Agadir, 28 mars 2026"]],
        [["Atelier de co-création"], ["Commune : Agadir"]],
        [["Atelier de co-création"], ["Commune", "Agadir"]],
        [["Région Souss-Massa"], ["Commune d'Agadir"], ["Atelier de co-création"]],
        [["ورشة تشاورية لجماعة أكادير"]],
    ],
)
def test_the_collectivity_above_the_table_held_the_workshop(above: list[list[Any]]) -> None:
    grid = sheet(*above, *TABLE)
    imported = read(grid)
    assert imported.document
    tree = imported.document.tree
    (workshop,) = tree["workshops"]
    (agadir,) = tree["collectivities"]
    assert workshop["collectivities"] == [agadir["id"]]
    assert agadir["kind"] == "commune"
    assert "import/territory-recognised" in codes(imported)
    assert "plans" not in tree
    assert accounted(imported, grid)


def test_an_unknown_collectivity_is_kept_and_said() -> None:
    grid = sheet(["Atelier de co-création"], ["Commune : Nulleparville"], *TABLE)
    imported = read(grid)
    assert "import/territory-unknown" in codes(imported)
    assert accounted(imported, grid)
