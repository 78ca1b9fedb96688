"""The folding: spellings that are one word fold alike, words that are not stay apart."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opengov_local.importing.words import fold
from opengov_local.importing.words.folding import PLAIN_START, like_beginnings


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élu·e référent·e", "elu referent"),
        ("ÉLU·E·S RÉFÉRENT·E·S", "elu referent"),
        ("chargé.e.s", "charge"),
        ("agent(e)s", "agent"),
        ("Engagement(s)", "engagement"),
        ("directeur·rice", "directeur"),
        ("Axe (x)", "axe x"),
        ("  Statut\u00a0* :", "statut"),
        ("Statut¹", "statut"),
        ("Surface en m²", "surface en m2"),
        ("Plan d’action", "plan d action"),
        ("Plan d'action", "plan d action"),
        ("Mise en œuvre", "mise en oeuvre"),
        ("Réa\u00adlisé", "realise"),
        ("مُنْجَـــز", "منجز"),
        ("أنشطة", "انشطه"),
        ("مستوى", "مستوي"),
        ("أݣادير", "اكادير"),
        ("\u200f٤٠٪\u200f", "40"),
        ("1. Statut", "statut"),
        ("2) En cours", "en cours"),
        ("1.2 – Budget", "budget"),
        ("IV. Suivi", "suivi"),
        ("Financeur 2", "financeur 2"),
        ("2 - 3 ans", "2 3 ans"),
        ("www.e.org", "www e org"),
        ("1)", "1"),
        ("☒ …", ""),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
@example("1) 2) ab")
@example("ab·e·e")
@example("ŉ")
def test_key_of_a_key_is_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1))
def test_spaces_and_case_do_not_count(text: str) -> None:
    assert fold(f"\u200f {text.upper()}\u00a0:") == fold(text.upper()) == fold(text.upper().lower())


@given(st.text(st.sampled_from("TotalSouéÉœ'’·-. 1²\u0301\u00ad\u200b()eàابو"), max_size=8))
def test_first_letters_are_those_of_the_key(text: str) -> None:
    assert not PLAIN_START.match(text) or fold(text).startswith(text[:2].lower())


@given(
    st.text(st.sampled_from("TotalP12²\u0301\u00ad\u200b·-. ()e"), max_size=8),
    st.sampled_from(["total", "p1", "p12 a"]),
)
def test_what_fits_no_beginning_has_no_such_key(text: str, key: str) -> None:
    assert like_beginnings([key]).match(text) or not fold(text).startswith(key)


@pytest.mark.parametrize("text", ["P12", "P1 Portail", "e2e"])
def test_codes_of_a_letter_and_a_digit_begin_with_no_word(text: str) -> None:
    assert not like_beginnings(["total", "p2"]).match(text)
