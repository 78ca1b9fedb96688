"""Columns of official numbers in updates name the objects that have them; all made up."""

from __future__ import annotations

import copy

import pytest
from tests.formats.tracker.test_named_by_base import imported
from tests.formats.tracker.test_tracker import BASE, codes, updates_of


@pytest.mark.parametrize("heading", ["Réf. officielle", "N° officiel", "Official number", "المرجع الرسمي"])
@pytest.mark.parametrize("titled", [True, False])
def test_an_official_number_names_its_object(heading: str, *, titled: bool) -> None:
    base = copy.deepcopy(BASE)
    for number, commitment in enumerate(base["plans"][0]["commitments"], 1):
        commitment["identifiers"] = [{"scheme": "made-up", "value": f"ENG-{number}"}]
    rows = [[heading, "Engagement", "Période", "Avancement (%)", "Commentaire"],
            ["ENG-1", "Un", "T1 2025", "40", "Fait"], ["ENG-2", "Deux", "T1 2025", "60", "Lancé"]]  # fmt: skip
    done = imported(*(row if titled else [row[0], *row[2:]] for row in rows), base=base)
    said = [(each["target"], each["progress"]) for each in updates_of(done)]
    assert said == [("test.made-up:c1", 40), ("test.made-up:c2", 60)]
    assert codes(done).isdisjoint({"import/column-unmapped", "import/heading-uncertain"})
