"""Columns whose headings are not recognised and below which nothing stands: said to be empty, and not to be kept."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet

from opengov_local import messages


def test_a_heading_over_nothing_is_said_to_head_nothing() -> None:
    grid = sheet(
        ["Projet", "Machin truc", "Responsable", "Zigzag"], ["Portail", "", "DSI", ""], ["Forum", "", "SG", ""]
    )
    imported = read(grid)
    assert accounted(imported, grid)
    (said,) = [one for one in imported.findings if one.code == "import/columns-empty"]
    assert (said.severity, said.location.cell, said.params["names"]) == ("info", "B1", ("Machin truc", "Zigzag"))
    assert not {"import/pieces-kept", "import/column-unmapped"} & set(codes(imported))
    assert imported.account
    assert {one.fate for one in imported.account.entries if one.piece.place.row == 1} == {"heading"}


def test_one_over_something_is_not() -> None:
    imported = read(sheet(["Projet", "Machin truc"], ["Portail", "x"], ["Forum", ""]))
    assert "import/columns-empty" not in codes(imported)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_what_a_framework_was_assumed_to_be_is_put_into_words(language: str) -> None:
    (said,) = [one for one in read(sheet(["Projet", "Responsable"], ["Portail", "DSI"])).findings
               if one.params.get("field") == "framework"]  # fmt: skip
    assert "other" not in messages.render(said, language)
