"""What the situation is: a word for a state below it is the state, other words are the situation; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper

_FR = ("= Plan d’action 2025-2027", "## Engagement 1 : Portail", "Problème : Abc")
_AR = ("= برنامج عمل الانفتاح 2025-2027", "## المشروع 1: البوابة", "الإشكالية: غياب")


@pytest.mark.parametrize("form", [False, True])
@pytest.mark.parametrize(
    ("head", "label", "word", "code"),
    [
        (_FR, "Situation actuelle", "En cours", "in_progress"),
        (_FR, "Situation actuelle", "Achevé", "completed"),
        (_AR, "الوضعية الحالية", "في طور الإنجاز", "in_progress"),
    ],
)
def test_the_word_for_a_state_is_the_state(
    head: tuple[str, ...], label: str, word: str, code: str, *, form: bool
) -> None:
    made = read_paper(*head, [[label, word]] if form else f"{label} : {word}")
    (commitment,) = commitments_of(made)
    assert commitment["status"] == {"code": code, "original": word}
    assert "status_quo" not in commitment
    assert "import/assumed" in codes_of(made)


def test_other_words_are_the_situation() -> None:
    (commitment,) = commitments_of(read_paper(*_FR, "Situation actuelle : En cours de numérisation"))
    assert commitment["status_quo"] == {"fr": "En cours de numérisation"}
    assert "status" not in commitment
