"""Tables that go on in a second one without headings; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"
_HEADS = ["N°", "Projet", "Responsable", "Échéance"]
_FIRST = [_HEADS, ["1", "Portail", "Service A", "juin 2026"], ["2", "Forum", "Service B", "juillet 2026"]]
_SECOND = [["3", "Charte", "Service C", "août 2026"], ["4", "Budget ouvert", "Service D", "mai 2027"]]


def test_rows_behind_a_page_break_are_those_of_the_table_above() -> None:
    made = read_paper(_TITLE, _FIRST, _SECOND, [["5", "Guide", "Service A", "2028"]])
    said = [(one["number"], one["title"]["fr"], one["end"]) for one in commitments_of(made)]
    assert said[2:] == [("3", "Charte", "2026-08"), ("4", "Budget ouvert", "2027-05"), ("5", "Guide", "2028")]
    assert codes_of(made).count("import/table-goes-on") == 2
    assert not unmapped(made)


def test_a_project_goes_on_in_the_second_half() -> None:
    steps = [["Projet", "Activité", "Responsable"], ["Portail", "Étude", "Service A"]]
    made = read_paper(_TITLE, steps, [["", "Formation", "Service B"], ["Forum", "Appel", "Service A"]])
    portal, forum = commitments_of(made)
    assert [step["title"]["fr"] for step in portal["milestones"]] == ["Étude", "Formation"]
    assert [step["title"]["fr"] for step in forum["milestones"]] == ["Appel"]


@pytest.mark.parametrize(
    "second",
    [
        [["Le Président", "Le Secrétaire", "Le Rapporteur", "Le Directeur"], ["A", "B", "C", "D"]],
        [["Budget", "1000 DH", "Source", "Commune"]],
        [["3", "Charte", "Service C"]],
        [["Fait à Fictiville", "<", "<", "<"]],
    ],
)
def test_another_table_is_another(second: list[list[str]]) -> None:
    made = read_paper(_TITLE, _FIRST, second)
    assert len(commitments_of(made)) == 2
    assert "import/table-goes-on" not in codes_of(made)


def test_words_between_two_tables_part_them() -> None:
    made = read_paper(_TITLE, _FIRST, "Le comité s’est réuni deux fois.", _SECOND)
    assert len(commitments_of(made)) == 2
    assert "import/table-goes-on" not in codes_of(made)
