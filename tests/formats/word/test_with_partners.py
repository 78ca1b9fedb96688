"""Who leads a project, and with whom, in one answer; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper

_HEAD = ("= Plan d’action 2025-2027", "## Engagement 1 : Portail", "Problème : Abc")


@pytest.mark.parametrize(
    ("answer", "lead", "partner"),
    [
        ("DSI, avec l’association Abc", "DSI", "association Abc"),
        ("DSI (avec la Région)", "DSI", "Région"),
        ("Service Abc en partenariat avec l’Université Def", "Service Abc", "Université Def"),
        ("DSI avec l’appui de l’ADD", "DSI", "ADD"),
        ("DSI, avec le Collectif citoyen", "DSI", "Collectif citoyen"),
        ("Finance team, with the Data Club", "Finance team", "Data Club"),
        ("قسم المعلوميات، بشراكة مع شباب المدينة", "قسم المعلوميات", "شباب المدينة"),
        ("قسم المعلوميات بشراكة مع جمعية الأمل", "قسم المعلوميات", "جمعية الأمل"),
    ],
)
def test_with_whom_somebody_leads_is_who_supports(answer: str, lead: str, partner: str) -> None:
    made = read_paper(*_HEAD, f"Responsable : {answer}")
    (commitment,) = commitments_of(made)
    assert [list(each["name"].values()) for each in commitment["leads"]] == [[lead]]
    assert [list(each["name"].values()) for each in commitment["supporting"]] == [[partner]]
    assert "import/assumed" in codes_of(made)


def test_words_behind_with_that_begin_with_no_capital_are_no_partner() -> None:
    (commitment,) = commitments_of(read_paper(*_HEAD, "Responsable : DSI, avec un budget de la ville"))
    assert "supporting" not in commitment


@pytest.mark.parametrize(
    "answer",
    ["Service des relations avec les associations", "Délégation chargée du dialogue avec la société civile", "DSI"],
)
def test_a_name_with_with_in_it_is_one(answer: str) -> None:
    (commitment,) = commitments_of(read_paper(*_HEAD, f"Responsable : {answer}"))
    assert [list(each["name"].values()) for each in commitment["leads"]] == [[answer]]
    assert "supporting" not in commitment
