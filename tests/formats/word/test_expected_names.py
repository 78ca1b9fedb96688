"""Names that are expected below a number or the title of a form, all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped


def test_a_title_with_its_label_below_a_number_is_the_name_and_no_later_line_is() -> None:
    question, answer = "1. What problem does the commitment aim to address?", "Nobody knows the figures."
    (commitment,) = commitments_of(
        read_paper(
            "= Action plan 2026-2028", "Commitment 1", "Title: Open budget", "Problem definition", question, answer
        )
    )
    assert (commitment["number"], commitment["title"]["en"]) == ("1", "Open budget")
    assert commitment["problem"]["en"] == answer


@pytest.mark.parametrize("line", ["À compléter avec les quartiers", "(données fictives)"])
def test_a_line_above_a_form_that_asks_for_the_name_is_no_name(line: str) -> None:
    made = read_paper("= Plan d’action 2026-2028", "# Fiche projet", line, [["Intitulé", "Berges"], ["Pilote", "Eaux"]])
    (commitment,) = commitments_of(made)
    assert commitment["title"]["fr"] == "Berges"
    assert line in unmapped(made).values()


def test_the_name_above_a_form_that_repeats_it_is_the_name() -> None:
    rows = [["Intitulé", "Berges"], ["Pilote", "Eaux"]]
    (commitment,) = commitments_of(read_paper("= Plan d’action 2026-2028", "# Fiche projet", "Berges", rows))
    assert commitment["title"]["fr"] == "Berges"


@pytest.mark.parametrize(("said", "language"), [("رقم 3 : بوابة الشكايات", "ar"), ("N° 3 : Portail", "fr")])
def test_a_number_with_its_sign_in_front_of_a_title_is_its_number(said: str, language: str) -> None:
    label, lead = ("اسم المشروع", "حامل المشروع") if language == "ar" else ("Titre du projet", "Pilote")
    (commitment,) = commitments_of(read_paper("= Plan 2026-2028", [[label, said], [lead, "DSI"]]))
    assert (commitment["number"], commitment["title"][language]) == ("3", said.split(" : ")[1])


def test_a_reference_below_a_number_makes_no_second_project() -> None:
    made = read_paper(
        "= Plan d’action 2026-2028", "Engagement 1", "Référence : PC-01", "Publier le budget", "Pilote : DSI"
    )
    (commitment,) = commitments_of(made)
    assert (commitment["number"], commitment["title"]["fr"]) == ("1", "Publier le budget")
    assert "import/conflict" in codes_of(made)
