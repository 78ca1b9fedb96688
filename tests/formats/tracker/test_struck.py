"""Updates that are struck through in a workbook are withdrawn: kept and said, and not read; all made up."""

from __future__ import annotations

import copy
import io

from openpyxl import Workbook
from openpyxl.styles import Font
from tests.formats.tracker.test_tracker import BASE, options

from opengov_local.formats.tracker import updates_format

_ROWS = (
    ("Engagement", "Période", "État", "Avancement (%)", "Commentaire"),
    ("1", "2025-Q1", "En cours", 30, "Suite inventée"),
    ("2", "2025-Q1", "Achevé", 100, "Fin inventée"),
)


def test_a_row_that_is_struck_through_is_no_update() -> None:
    book = Workbook()
    page = book.create_sheet("Suivi", 0)
    for row in _ROWS:
        page.append(row)
    for cell in page[3]:
        cell.font = Font(strike=True)
    stream = io.BytesIO()
    book.save(stream)
    made = updates_format.read(stream.getvalue(), "made-up.xlsx", options=options(copy.deepcopy(BASE)))
    assert made.document is not None
    assert made.account is not None
    updates = made.document.tree["progress_updates"]
    assert [update["target"] for update in updates] == ["test.made-up:c1"]
    (said,) = [finding for finding in made.findings if finding.code == "import/struck-left-out"]
    assert (said.severity, said.location.cell, said.params["count"]) == ("warning", "A3", 5)
    kept = [entry.piece.text for entry in made.account.of("unmapped")]
    assert kept == ["2", "2025-Q1", "Achevé", "100", "Fin inventée"]
