"""Answers of yes or no below and beside the word for a state; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"
_ARABIC = "= خطة عمل جماعة خيالية 2026-2028"


@pytest.mark.parametrize("heading", ["Terminé ? (oui/non)", "Terminé", "Réalisé (oui/non)", "Achevé ?"])
def test_yes_is_the_state_of_the_heading_and_no_is_none(heading: str) -> None:
    made = read_paper(
        _TITLE, [["N°", "Projet", "Service", heading], ["1", "Portail", "A", "oui"], ["2", "Forum", "B", "non"]]
    )
    portal, forum = commitments_of(made)
    assert portal["status"]["code"] == "completed"
    assert not {"status", "schedule", "completed_on", "progress"} & set(forum)
    assert "non" in unmapped(made).values()
    assert not {"import/date-unread", "import/status-unknown"} & set(codes_of(made))


def test_so_in_arabic_where_nobody_knows_the_heading() -> None:
    made = read_paper(_ARABIC, [["المشروع", "المسؤول", "منجز؟"], ["البوابة", "أ", "نعم"], ["المنتدى", "ب", "لا"]])
    one, two = commitments_of(made)
    assert one["status"]["code"] == "completed"
    assert "status" not in two
    assert "import/column-unmapped" not in codes_of(made)


def test_labels_in_cards_are_answered_alike() -> None:
    made = read_paper(
        _TITLE, "# Projet 1 : Portail", "Responsable : A", "Terminé ? oui", "# Projet 2 : Forum", "Terminé ? non"
    )
    portal, forum = commitments_of(made)
    assert portal["status"] == {"code": "completed", "original": "Terminé"}
    assert "schedule" not in forum


def test_days_and_rates_below_such_headings_are_read_as_before() -> None:
    made = read_paper(_TITLE, [["Projet", "Service", "Terminé", "Réalisé"], ["Portail", "A", "12/03/2026", "40 %"]])
    (portal,) = commitments_of(made)
    assert (portal["completed_on"], portal["progress"]) == ("2026-03-12", 40)
