"""Labels with a dash or a sign of equality behind them, and labelled lines in brackets; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper

_HEAD = ("= Plan d’action 2026-2028", "## Engagement 1 : Portail")


@pytest.mark.parametrize("sign", ["–", "—", "-", "="])
def test_a_dash_behind_labels_is_a_colon(sign: str) -> None:
    lines = (f"Problème {sign} Abc", f"Responsable {sign} DSI", f"Échéance {sign} juin 2026")
    (commitment,) = commitments_of(read_paper(*_HEAD, *lines))
    assert (commitment["problem"], commitment["end"]) == ({"fr": "Abc"}, "2026-06")
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]


@pytest.mark.parametrize(
    "lines",
    [
        ("Responsable – une charge pour tous",),
        ("Pilote – équipe Abc", "Pilote – équipe Def", "Pilote – équipe Ghi"),
        ("Action – publier", "Action – former", "Jalons – suivre"),
    ],
)
def test_few_such_lines_or_of_one_label_are_words(lines: tuple[str, ...]) -> None:
    (commitment,) = commitments_of(read_paper(*_HEAD, "Problème : Abc", *lines))
    assert "leads" not in commitment


def test_labelled_lines_in_brackets() -> None:
    (commitment,) = commitments_of(read_paper(*_HEAD, "(Responsable : DSI, échéance : juin 2026)", "Abc."))
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert (commitment["end"], commitment["description"]) == ("2026-06", {"fr": "Abc."})
