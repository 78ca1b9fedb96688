"""Questions of templates inside running text: found wherever they stand, and quickly passed over where they do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opengov_local.formats.ogp_pages.sections import ask_nothing, split
from opengov_local.formats.ogp_pages.tables import rows

PATTERNS = [
    re.compile(row["pattern"].replace(" ?", " "))
    for row in rows("sections")
    if row["pattern"].isascii() and row["where"] != "colon"
]
ASKED = st.sampled_from(PATTERNS).flatmap(
    lambda pattern: st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
)
ASKED_FIRST, ASKED_NEXT = "What problem does the commitment aim to address?", "What are the causes of the problem?"


@given(ASKED, st.booleans())
@settings(max_examples=300, deadline=None)
def test_each_question_is_found_however_its_table_lets_it_be_asked(asked: str, loud: bool) -> None:
    text = f"Above\n{asked.upper() if loud else asked.capitalize()}\nBelow"
    assert [section.field for section in split(text) if section.field], text


@pytest.mark.parametrize("letters", ["MAİN AIM", "Maın aım", "CHALLENGE", "Additional\u00a0 Informatıon"])
def test_letters_that_case_folds_to_plain_ones_do_not_hide_a_label(letters: str) -> None:
    assert split(f"{letters}:\nBelow")[0].field


@pytest.mark.parametrize(
    ("end", "between"),
    [
        ("Publish it before the end of 2025.", "\n\n"),
        ("Publish it before the end of 2025.", " "),
        ("Open the counter (phase 1)", "\n\n"),
        ("Open the counter (see 3)", " "),
        ("Open phase 1.", " "),
        ("By 31. 12.", "\n\n"),
        ("Counters:\n12.", "\n\n"),
    ],
)
def test_a_number_that_ends_an_answer_is_not_that_of_the_next_question(end: str, between: str) -> None:
    text = f"{ASKED_FIRST}\n{end}{between}{ASKED_NEXT}\nOld forms."
    assert [text[each.start : each.end].strip() for each in split(text)] == [end, "Old forms."]


@pytest.mark.parametrize("before", ["A counter.\n2. ", "A counter. 2) ", "A counter.\n2.\n", "A counter.\n(2) "])
def test_the_number_of_a_question_is_no_part_of_the_answer_before_it(before: str) -> None:
    text = f"{ASKED_FIRST}\n{before}{ASKED_NEXT}\nOld forms."
    assert [text[each.start : each.end].strip() for each in split(text)] == ["A counter.", "Old forms."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Problem: No figures.\nCommitment: Publish them.",
            [("problem", "No figures.", "en"), ("action", "Publish them.", "en")],
        ),
        (
            "Description : Un portail.\nProblème : Rien.",
            [("description", "Un portail.", "fr"), ("problem", "Rien.", "fr")],
        ),
        ("Solution: Portal.\nDescription: Portal.", [("action", "Portal.", None), ("description", "Portal.", None)]),
        ("المشكلة: لا أرقام\nالحل: نشرها", [("problem", "لا أرقام", "ar"), ("action", "نشرها", "ar")]),
        ("Problema: Nada.\nCompromiso: Publicar.", [("problem", "Nada.", "es"), ("action", "Publicar.", "es")]),
    ],
)
def test_everyday_words_before_colons_part_a_text(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(each.field, text[each.start : each.end].strip(), each.language) for each in split(text)] == told
    assert not ask_nothing([text])


@pytest.mark.parametrize(
    "text",
    [
        "Commitment: publish the figures.\nThe town does so each year.",
        "Problem and solution\nThe town: small.",
        "A text in which problem: none, and solution: none.",
    ],
)
def test_one_everyday_word_or_words_inside_a_line_part_nothing(text: str) -> None:
    assert [each.field for each in split(text)] == [None]


def test_everyday_words_under_a_question_of_a_template_are_of_its_answer() -> None:
    text = f"{ASKED_FIRST}\nProblem: No figures.\nSolution: Publish them."
    assert [each.field for each in split(text)] == ["problem"]


_PAGE = "Problem\n\nPaper.\n\nStatus quo\nA list.\n\nAction\n\nPublish."
_SAID = [("problem", "Paper."), ("status_quo", "A list."), ("action", "Publish.")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_PAGE, _SAID),
        (
            f"{_PAGE}\n\nHow will the commitment contribute to solving the public problem described above?\n\nSo.",
            [*_SAID, ("solution_path", "So.")],
        ),
        ("Problème\nA\nContexte\nB", [("problem", "A"), ("status_quo", "B")]),
        ("المشكل\nا\nالوضعية الحالية\nب", [("problem", "ا"), ("status_quo", "ب")]),
        ("Publish it.\nAction\nand more", [(None, "Publish it.\nAction\nand more")]),
        ("A\nproblem\nB\naction\nC", [(None, "A\nproblem\nB\naction\nC")]),
    ],
)
def test_labels_alone_on_lines_as_pages_print_them(text: str, said: list[tuple[str | None, str]]) -> None:
    assert [(each.field, text[each.start : each.end].strip()) for each in split(text)] == said
