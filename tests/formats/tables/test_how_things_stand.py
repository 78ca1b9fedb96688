"""What a form of a plan asks was done so far: how things stand, and no report; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet, shown
from tests.formats.word.papers import commitments_of, read_paper, tree_of

_DONE = [
    "Qu’a-t-on fait jusqu’ici ?",
    "What was done so far?",
    "¿Qué se ha hecho hasta ahora?",
    "ما الذي تم إنجازه حتى الآن؟",
]
_ASKED = {"Que voulons-nous faire ?": "Nous allons ouvrir un portail", "Qui est responsable ?": "Service inventé"}


def _plan(*rows: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = shown(read(sheet(*rows)))
    return found


@pytest.mark.parametrize("question", _DONE)
def test_in_columns_and_below_each_other(question: str) -> None:
    head, row = ["Engagement", question, *_ASKED], ["Portail inventé", "Deux ateliers ont eu lieu", *_ASKED.values()]
    for rows in ([head, row], [list(pair) for pair in zip(head, row, strict=True)]):
        tree = _plan(*rows)
        (commitment,) = tree["plans"][0]["commitments"]
        assert [*commitment["status_quo"].values()] == ["Deux ateliers ont eu lieu"]
        assert "progress_updates" not in tree


def test_beside_a_state_it_is_a_report() -> None:
    tree = _plan(
        ["Engagement", _DONE[0], "Action", "Statut"], ["Portail inventé", "Deux ateliers", "Ouvrir", "En cours"]
    )
    (update,) = tree["progress_updates"]
    assert update["text"] == {"fr": "Deux ateliers"}


@pytest.mark.parametrize("question", _DONE[:1])
def test_in_word(question: str) -> None:
    done = read_paper(
        "# Engagement 1 : Portail inventé",
        f"## 1. {question}",
        "Deux ateliers ont eu lieu.",
        "## 2. Que voulons-nous faire ?",
        "Nous allons ouvrir un portail.",
    )
    (commitment,) = commitments_of(done)
    assert commitment["status_quo"] == {"fr": "Deux ateliers ont eu lieu."}
    assert "progress_updates" not in tree_of(done)
