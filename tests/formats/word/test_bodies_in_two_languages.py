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
        ("Service transport\nجمعية النور", [{"fr": "Service transport"}, {"ar": "جمعية النور"}]),
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


_DOUBTS = ("import/bodies-paired", "import/list-uncertain")


@pytest.mark.parametrize(
    ("heading", "said", "count", "doubtful"),
    [
        ("Responsable", "Service transport\nجمعية النور", 2, True),
        ("Responsable", "INDH\nقسم المعلوميات", 1, True),
        ("Partenaires", "Association Amal\nجمعية الأمل", 1, False),
        ("Partenaires", "Commune d'Agadir\nجماعة أكادير", 1, False),
        ("Partenaires", "Association Amal\nجماعة أكادير", 2, True),
    ],
)
def test_names_in_two_scripts_that_may_be_of_two_bodies_are_said(
    heading: str, said: str, count: int, doubtful: bool
) -> None:
    rows = [["N°", "Projet", heading], ["1", "Portail", said], ["2", "Forum", "Service culturel"]]
    field = "leads" if heading == "Responsable" else "supporting"
    in_word, in_sheet = read_paper("= Plan d'action 2025", rows), read(sheet(*rows))
    for projects, made in (
        (commitments_of(in_word), in_word),
        (shown(in_sheet)["plans"][0]["commitments"], in_sheet),
    ):
        assert len(projects[0][field]) == count
        assert any(finding.code in _DOUBTS for finding in made.findings) is doubtful


def test_partners_of_one_kind_whose_names_differ_are_one_in_sheets_and_two_in_word_and_said() -> None:
    rows = [["N°", "Projet", "Partenaires"], ["1", "Portail", "Association Amal\nجمعية النور"], ["2", "Bus", "ONG"]]
    in_word, in_sheet = read_paper("= Plan d'action 2025", rows), read(sheet(*rows))
    assert len(commitments_of(in_word)[0]["supporting"]) == 2
    assert len(shown(in_sheet)["plans"][0]["commitments"][0]["supporting"]) == 1
    for made in (in_word, in_sheet):
        assert any(finding.code in _DOUBTS for finding in made.findings)
