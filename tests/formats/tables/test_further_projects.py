"""Tables below that of the projects of a sheet, of other headings, that name further projects; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

_FIRST: list[list[Any]] = [["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"], [""]]


@pytest.mark.parametrize(
    "rows",
    [
        [["Projets réalisés en 2024"], ["Projet", "Coût (DH)"], ["Éclairage public", 90000], ["Piscine", 1000]],
        [["Projet", "Motif"], ["Radio locale", "Budget"], ["Parc", "Foncier"]],
    ],
)
def test_further_projects_of_a_table_of_other_headings_are_said(rows: list[list[Any]]) -> None:
    imported = read(sheet(*_FIRST, *rows))
    (said,) = (one for one in imported.findings if one.code == "import/further-projects")
    assert (said.severity, said.params["count"]) == ("warning", 2)
    assert len(commitments_of(imported)) == 4


@pytest.mark.parametrize(
    "rows",
    [
        [["Axe 2"], ["N°", "Projet", "Responsable"], [3, "Radio", "DSI"], [4, "Parc", "SG"]],
        [["Projet", "Coût (DH)"], ["Portail", 90000], ["Forum", 1000]],
    ],
)
def test_tables_of_like_headings_or_of_known_projects_are_not(rows: list[list[Any]]) -> None:
    assert "import/further-projects" not in codes(read(sheet(*_FIRST, *rows)))
