"""States with a remark behind them."""

from __future__ import annotations

import pytest

from opengov_local.importing.words import read_remarked, read_status


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Non démarré (attente de la convention)", "not_started"),
        ("En cours, avec retard", "in_progress"),
        ("En cours, en retard", "in_progress"),
        ("En cours : étude lancée", "in_progress"),
        ("Réalisé – rapport publié", "completed"),
        ("Suspendu; budget insuffisant", "suspended"),
        ("Not started (waiting for funds)", "not_started"),
        ("لم ينطلق بعد (في انتظار الاتفاقية)", "not_started"),
        ("في طور الإنجاز، مع تأخر", "in_progress"),
        ("منجز - نشر التقرير", "completed"),
    ],
)
def test_a_remark_leaves_the_state_as_it_is(text: str, code: str) -> None:
    assert read_status(text) is None
    reading = read_remarked(text)
    assert reading is not None
    assert (reading.code, reading.original) == (code, text)
    assert [note.code for note in reading.notes][-1:] == ["import/status-remark"]


@pytest.mark.parametrize(
    "text",
    [
        "Réalisé : non",
        "Achevé (partiellement)",
        "Terminé / en cours",
        "Suspendu, réalisé",
        "منجز (غير مكتمل)",
        "منجز: لا",
        "Portail (en cours)",
        "Portail : en cours",
    ],
)
def test_what_takes_a_state_back_leaves_none(text: str) -> None:
    assert read_remarked(text) is None


def test_a_state_alone_has_no_remark() -> None:
    assert read_remarked("En cours") == read_status("En cours")
    assert read_remarked("En cours (50 %)") == read_status("En cours (50 %)")
