"""Updates in a square: objects of the base along one side, periods along the other; all made up."""

from __future__ import annotations

import copy
import io
from typing import Any

import pytest
import xlsxwriter
from tests.formats.tracker.test_tracker import BASE, codes, options, tree_of

import opengov_local as ogl
from opengov_local.document import Import

_SAID = [
    ("test.made-up:m11", "2025-H1", "in_progress"),
    ("test.made-up:m11", "2025-H2", "completed"),
    ("test.made-up:c2", "2025-H1", "not_started"),
]


def _read(rows: list[list[Any]]) -> Import:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Feuille")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return ogl.read(stream.getvalue(), format="xlsx", options=options(copy.deepcopy(BASE)))


def _said(done: Import) -> list[tuple[str, str, Any]]:
    return [
        (one["target"], one["period"]["start"], one["status"]["code"] if "status" in one else one["progress"])
        for one in tree_of(done)["progress_updates"]
    ]


@pytest.mark.parametrize("names", [[1.1, 2], ["1.1", "2"], ["Activité inventée", "Deux"]])
@pytest.mark.parametrize("corner", ["Période", "", "Code"])
@pytest.mark.parametrize("turned", [False, True])
def test_each_cell_is_an_update_of_its_object_for_its_period(names: list[Any], corner: str, turned: bool) -> None:
    rows = [
        [corner, "S1 2025", "S2 2025"],
        [names[0], "En cours", "Achevé"],
        [names[1], "Non démarré", ""],
    ]
    done = _read([list(row) for row in zip(*rows, strict=True)] if turned else rows)
    assert sorted(_said(done)) == sorted(_SAID)
    assert tree_of(done)["plans"] == BASE["plans"]
    assert not {"import/target-unknown", "import/pieces-kept"} & set(codes(done))


def test_percentages_are_how_far_each_is() -> None:
    done = _read([["N°", "Intitulé", "T1 2025", "T2 2025"], ["1.1", "Activité inventée", "10 %", "40 %"]])
    assert _said(done) == [("test.made-up:m11", "2025-Q1", 10), ("test.made-up:m11", "2025-Q2", 40)]


def test_a_number_that_the_base_has_not_is_said_and_kept() -> None:
    done = _read(
        [["", "S1 2025", "S2 2025"], ["1.1", "En cours", "Achevé"], ["2", "Achevé", ""], ["9.9", "Achevé", ""]]
    )
    assert [target for target, _, _ in _said(done)] == ["test.made-up:m11", "test.made-up:m11", "test.made-up:c2"]
    assert "import/target-unknown" in codes(done)
    assert "9.9" in [one["text"] for one in tree_of(done)["x_unmapped"]]


@pytest.mark.parametrize("cells", [["X", ""], ["Atelier avec tous", "Mise en ligne du portail"]])
def test_crosses_and_texts_below_periods_are_no_updates(cells: list[str]) -> None:
    assert "progress_updates" not in tree_of(_read([["N°", "S1 2025", "S2 2025"], ["1.1", *cells], ["2", *cells]]))


def test_what_was_reached_of_indicators_at_each_time_is_their_value() -> None:
    base = copy.deepcopy(BASE)
    base["plans"][0]["commitments"][0]["indicators"] = [{"id": "test.made-up:i1", "name": {"fr": "Jeux publiés"}}]
    head, planned = "Indicateur;Réalisé 2024;Réalisé 2025", "Indicateur;Prévu 2024;Prévu 2025"
    for heads, count in ((head, 2), (planned, 0), ("Indicateur;2024;2025", 0)):
        done = ogl.read(f"{heads}\nJeux publiés;5;12".encode(), format="csv", options=options(copy.deepcopy(base)))
        updates = tree_of(done).get("progress_updates", [])
        assert [(one["target"], one["period"]["start"], one["value"]["value"]) for one in updates] == [
            ("test.made-up:i1", "2024", "5"),
            ("test.made-up:i1", "2025", "12"),
        ][:count]


def test_remarks_beside_a_square_are_kept_with_the_last_time_and_said() -> None:
    done = _read(
        [["Engagement", "Avancement 2024", "Avancement 2025", "Commentaires"], ["Deux", "20 %", "60 %", "Synthétique"]]
    )
    assert _said(done) == [("test.made-up:c2", "2024", 20), ("test.made-up:c2", "2025", 60)]
    assert [one["text"] for one in tree_of(done)["progress_updates"][1]["x_unmapped"]] == ["Synthétique"]
    assert "import/column-unmapped" in codes(done)
