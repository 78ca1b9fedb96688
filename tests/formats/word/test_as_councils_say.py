"""Small words of officers: nobody who pays, offices behind names, yes and no by letters; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

TITLE = "= Plan d'action 2025-2027"


@pytest.mark.parametrize("said", ["Néant", "Aucun", "لا يوجد"])
def test_nobody_who_pays_is_no_funder(said: str) -> None:
    made = read_paper(TITLE, "# Engagement 1 : Portail", [["Pilote", "Service A"], ["Source de financement", said]])
    (project,) = commitments_of(made)
    assert "budget" not in project
    assert said in unmapped(made).values()
    assert "import/no-value" in codes_of(made)


def test_an_office_behind_a_name_is_no_body() -> None:
    made = read_paper(
        "= Procès-verbal de la réunion du comité de suivi du plan d'action",
        "Étaient présents : M. Alpha Fictif, président ; Mme Beta Fictive, rapporteuse ; M. Gamma, association Fictive",
    )
    offices = [one["party"] for one in tree_of(made)["workshops"][0]["participants"]]
    assert [party.get("name") for party in offices] == [None, None, {"fr": "association Fictive"}]
    assert offices[1]["person"]["role"] == {"fr": "rapporteuse"}


@pytest.mark.parametrize(
    ("heading", "yes", "no"), [("Complete?", "Y", "N"), ("Terminé ?", "O", "N"), ("Done?", "yes", "no")]
)
def test_letters_of_yes_below_a_state_are_that_state(heading: str, yes: str, no: str) -> None:
    rows = [
        ["Ref", "Commitment", "Lead directorate", heading],
        ["C1", "Portal", "Finance", yes],
        ["C2", "Forum", "IT", no],
    ]
    portal, forum = commitments_of(read_paper("= Open Government Action Plan 2025-2027", rows))
    assert portal["status"]["code"] == "completed"
    assert "status" not in forum
    assert [one["leads"] for one in (portal, forum)] == [[{"name": {"en": "Finance"}}], [{"name": {"en": "IT"}}]]


@pytest.mark.parametrize("rates", [("1", "0"), ("100 %", "20 %")])
def test_numbers_below_a_state_are_no_yes(rates: tuple[str, str]) -> None:
    rows = [["Ref", "Commitment", "Lead", "Complete?"], ["C1", "Portal", "A", rates[0]], ["C2", "Forum", "B", rates[1]]]
    assert not any("status" in one for one in commitments_of(read_paper("= Open Government Action Plan 2025", rows)))
