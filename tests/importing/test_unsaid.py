"""What is kept is told of, once for each column, whatever the reader of the table knows of it."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet

from opengov_local.account import Entry, Piece, Place
from opengov_local.importing.unsaid import Told, unsaid


def _entry(row: int, column: int = 2, text: str = "mot", part: str | int = "Plan") -> Entry:
    return Entry(Piece(Place("cell", part, row, column), text), "unmapped", "x:1", "x_unmapped")


def _labels(*entries: Entry, label: str = "Suite") -> dict[Place, str]:
    return {entry.piece.place: label for entry in entries}


def test_one_column_gives_one_note_with_all_its_cells() -> None:
    kept = [_entry(2), _entry(3), _entry(2, 5)]
    labels = {**_labels(*kept[:2]), kept[2].piece.place: "Avis"}
    found = unsaid(kept, labels, [])
    assert [(one.label, len(one.entries)) for one in found] == [("Suite", 2), ("Avis", 1)]


@pytest.mark.parametrize(
    "told",
    [
        Told("import/status-unknown", Place("cell", "Plan", 2, 2), {}),
        Told("import/column-unmapped", Place("cell", "Plan", 1, 2), {"heading": "Suite"}),
        Told("import/total-row", Place("cell", "Plan", 2, 1), {}),
        Told("import/sheet-unread", Place("cell", "Plan", 1, 1), {}),
        Told("import/note-row", Place("cell", "Plan", 1, 1), {"text": "un mot de plus"}),
    ],
)
def test_what_a_finding_speaks_of_is_told(told: Told) -> None:
    kept = [_entry(2)]
    assert unsaid(kept, _labels(*kept), [told]) == []
    other = [_entry(2, part="Autre")]
    assert len(unsaid(other, _labels(*other), [told])) == 1


def test_a_count_in_a_finding_is_no_cell() -> None:
    kept = [_entry(2, text="2")]
    told = Told("import/bodies-split", Place("cell", "Plan", 7, 7), {"count": 2})
    assert len(unsaid(kept, {}, [told])) == 1
    assert unsaid(kept, {}, [told._replace(params={"text": "2"})]) == []


def test_tables_of_text_documents_are_told_of_with_their_paragraphs() -> None:
    assert unsaid([_entry(2, part=1)], {}, []) == []


@pytest.mark.parametrize("heading", ["Causes", "Priorité"])
def test_a_column_that_its_objects_cannot_hold_is_told_of_once(heading: str) -> None:
    rows = [["Eau", "Fuites", "Réparer"], ["Route", "Pluie", "Bitume"]]
    imported = read(
        sheet(["Compte rendu de l'atelier du 12 mai 2025"], ["Problème", heading, "Solutions proposées"], *rows)
    )
    assert imported.account
    assert [one.piece.text for one in imported.account.entries if one.fate == "unmapped"] == ["Fuites", "Pluie"]
    (said,) = [finding for finding in imported.findings if finding.code == "import/column-kept"]
    assert (said.params["heading"], said.params["count"], said.location.cell) == (heading, 2, "B3")


def test_cells_without_a_heading_are_told_of_once_for_their_sheet() -> None:
    imported = read(
        sheet(
            ["Atelier"], ["Note du secrétariat"], ["Salle des fêtes", "", "Nord"], ["Problème", "Solution"], ["a", "b"]
        )
    )
    assert imported.account
    kept = [one.piece.text for one in imported.account.entries if one.fate == "unmapped"]
    said = [finding.params["count"] for finding in imported.findings if finding.code == "import/pieces-kept"]
    assert kept
    assert said == [len(kept)]
