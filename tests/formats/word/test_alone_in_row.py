"""Titles alone in a row of a Word table: each is a project, which is said, as it may be a remark."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper

_HEAD = ("Commune d'Amizmiz", "# Programme d'ouverture 2026-2027")


def _alone(rows: list[list[str]]) -> tuple[int, list[str]]:
    made = read_paper(*_HEAD, rows)
    said = [str(one.params["text"]) for one in made.findings if one.code == "import/alone-in-row"]
    return len(commitments_of(made)), said


@pytest.mark.parametrize("text", ["Formation des agents", "Total des projets"])
@pytest.mark.parametrize("numbered", [True, False])
def test_a_title_alone_between_full_rows_is_said(text: str, numbered: bool) -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["", text, ""], ["2", "Forum", "SG"]]
    assert _alone(rows if numbered else [row[1:] for row in rows]) == (3, [text])


@pytest.mark.parametrize(
    "rows",
    [
        [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", ""], ["3", "Radio", "SG"]],
        [["Projet", "Activité"], ["Portail", "Étude"], ["", "Mise en ligne"], ["Forum", "Bilan"]],
        [["Projet", "Responsable"], ["Portail", ""], ["Forum", ""], ["Bus", ""], ["Radio", "DSI"]],
        [["Projet", "Responsable"], ["Portail", "DSI"], ["Forum", ""], ["Radio", ""], ["Bus", "SG"]],
    ],
)
def test_rows_with_a_number_or_an_activity_and_lists_of_titles_are_not(rows: list[list[str]]) -> None:
    assert not _alone(rows)[1]
