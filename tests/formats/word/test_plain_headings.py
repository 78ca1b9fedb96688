"""Plain words as headings of a commitment: why it is made, what is promised, how success will be known."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper, unmapped

from opengov_local.formats.wording.labels.labels import Labels, Meaning

ASKED = {
    "problem": ["Pourquoi ?", "Pourquoi agir ?", "Why?", "Why we are doing this", "لماذا؟", "¿Por qué?"],
    "action": ["Ce que nous promettons", "What we promise", "ما نلتزم به", "Nuestro compromiso"],
    "objectives": ["Notre objectif", "Our goal", "هدفنا", "Lo que queremos lograr"],
    "status_quo": ["D'où partons-nous ?", "Where we are now", "أين نحن الآن؟", "¿Dónde estamos?"],
    "indicators": [
        "Comment saurons-nous que c'est réussi ?",
        "À quoi verrons-nous que cela a marché ?",
        "How we will know it worked",
        "How will we know if we have succeeded?",
        "كيف سنعرف أننا نجحنا؟",
        "¿Cómo sabremos que funcionó?",
        "Cómo sabremos que lo hemos logrado",
    ],
}


@pytest.mark.parametrize(("field", "words"), [(field, each) for field, all_ in ASKED.items() for each in all_])
def test_plain_words_ask_for_a_field_of_a_commitment(field: str, words: str) -> None:
    found = [each.field for each in Labels({}).meanings(words) if each.concept == "commitment"]
    assert found == [field]


@pytest.mark.parametrize(
    "words", ["How will citizens know about the plan?", "À quoi sert le projet ?", "How will the project work?"]
)
def test_other_questions_do_not_ask_how_success_will_be_known(words: str) -> None:
    assert Labels({}).meanings(words) == ()


def test_who_and_from_are_one_word_in_arabic() -> None:
    labels = Labels({})
    assert Meaning("commitment", "leads") in {each._replace(language="") for each in labels.meanings("من؟")}
    assert Meaning("commitment", "start") in {each._replace(language="") for each in labels.meanings("من")}


@pytest.mark.parametrize(
    ("title", "why", "what", "known"),
    [
        ("Engagement n°1 : Portail", "Pourquoi ?", "Ce que nous ferons", "Comment saurons-nous que c'est réussi ?"),
        ("Commitment 1: Portal", "Why?", "What we will do", "How we will know it worked"),
        ("الالتزام 1: بوابة", "لماذا؟", "ما سنقوم به", "كيف سنعرف أننا نجحنا؟"),
        ("Compromiso 1: Portal", "¿Por qué?", "Lo que haremos", "¿Cómo sabremos que funcionó?"),
    ],
)
def test_plain_headings_of_a_commitment_are_read(title: str, why: str, what: str, known: str) -> None:
    made = read_paper(
        "= Plan 2025-2027", f"## {title}", f"### {why}", "A b c", f"### {what}", "D e f", f"### {known}", "G"
    )
    (commitment,) = commitments_of(made)
    assert [*commitment["problem"].values()] == ["A b c"]
    assert [*commitment["action"].values()] == ["D e f"]
    assert [[*each["name"].values()] for each in commitment["indicators"]] == [["G"]]
    assert unmapped(made) == {}
