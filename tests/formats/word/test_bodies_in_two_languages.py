"""Who is responsible, named in two scripts below each other, is one body, in Word and in sheets alike; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet, shown
from tests.formats.word.papers import commitments_of, read_paper

_HEAD = ["N°", "Projet", "Responsable"]
_BOTH = {"fr": "DSI", "ar": "قسم المعلوميات"}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("DSI\nقسم المعلوميات", [_BOTH]),
        ("DSI ; DAF\nقسم المعلوميات؛ قسم المالية", [_BOTH, {"fr": "DAF", "ar": "قسم المالية"}]),
        ("DSI\nDAF", [{"fr": "DSI"}, {"fr": "DAF"}]),
        ("DSI ; DAF\nقسم المعلوميات", [{"fr": "DSI"}, {"fr": "DAF"}, {"ar": "قسم المعلوميات"}]),
    ],
)
def test_two_scripts_that_name_as_many_name_the_same(said: str, names: list[dict[str, str]]) -> None:
    rows = [_HEAD, ["1", "Portail", said], ["2", "Forum", "DAF"]]
    in_word = commitments_of(read_paper("= Plan d'action 2025", rows))
    in_sheet: list[dict[str, Any]] = shown(read(sheet(*rows)))["plans"][0]["commitments"]
    for projects in (in_word, in_sheet):
        assert [party["name"] for party in projects[0]["leads"]] == names


def test_items_of_a_list_are_bodies_of_their_own() -> None:
    made = read_paper("= Plan d'action 2025", "# Engagement 1 : Portail", "Responsables :", "* DSI", "* قسم المعلوميات")
    (project,) = commitments_of(made)
    assert len(project["leads"]) == 2
