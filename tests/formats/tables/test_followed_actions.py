"""Tables of updates that call what they follow so: "Action suivie", "Suite prévue"; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


@pytest.mark.parametrize("target", ["Action suivie", "Projet suivi"])
def test_what_is_followed_and_what_comes_next(target: str) -> None:
    grid = sheet(
        [target, "Date", "Réalisations", "Difficultés", "Suite prévue"],
        ["Portail des données", "14/10/2025", "Serveur installé", "Retard du marché", "Former les agents"],
        ["Budget participatif", "15/10/2025", "Trois réunions", "Pluie", "Vote en janvier"],
    )
    made = read(grid)
    assert accounted(made, grid)
    said = [one["next_steps"] for one in shown(made)["progress_updates"]]
    assert said == [{"fr": "Former les agents"}, {"fr": "Vote en janvier"}]
    assert "import/column-unmapped" not in codes(made)
