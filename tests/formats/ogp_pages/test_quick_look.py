"""The quick look at texts without questions never says less than the close one."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from opengov_local.formats.ogp_csv.full_text import QUESTIONS, VALUES
from opengov_local.formats.ogp_pages.sections import ask_nothing, may_ask, split
from opengov_local.formats.ogp_pages.writing import NOTHING, says_nothing
from opengov_local.importing.words import fold

_ASKED = [*QUESTIONS.values(), *VALUES.values()]
_HEAD = "Commitment Planning (Milestones | Expected Outputs | Expected Completion Date)"
_PARTS = [
    *("What is the problem", "brief description of the", "Designation", "Main", "Achievements", "Due date", "3.", "3"),
    *(
        "Jalon",
        "Échéance",
        "1. Jalons",
        "IV. End",
        "et",
        "l’accès.",
        "ville",
        "مدينة",
        "مدينة.",
        "=",
        ":",
        "?",
        ".",
        "|",
    ),
    *("(a) Activity", "Expected", "Dates", "No", "why is", "Information", "How", "will the commitment promote"),
]
_ANSWERS = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from([" ", "\n", ". ", "\n\n"]).map(lambda sign: sign.join(parts))
)
_ROWS = st.lists(st.tuples(*[st.sampled_from(["", *(part for part in _PARTS if part != "|")])] * 3), max_size=3)


@settings(max_examples=300, deadline=None)
@given(st.lists(_ANSWERS, min_size=1, max_size=3), _ROWS, st.permutations(_ASKED))
@example(["What is the problem", "It is another one?"], [], _ASKED)
@example(["In the year 2025, step 3."], [], _ASKED)
@example(["Words."], [("Achievements", "Due date", "x")], _ASKED)
def test_what_it_passes_is_parted_as_it_was_put(
    answers: list[str], rows: list[tuple[str, str, str]], asked: list[str]
) -> None:
    if not ask_nothing(answers, rows):
        return
    parts = list(zip(asked, answers, strict=False))
    if rows:
        parts.append((_HEAD, "\n".join(map(" | ".join, rows))))
    text = "\n\n".join(f"{question}\n{answer}" for question, answer in parts)
    found = [text[section.start : section.end].strip() for section in split(text)]
    assert found == [answer.strip() for _, answer in parts]


def test_plain_texts_pass() -> None:
    assert ask_nothing(["La commune publie.", "تنشر الجماعة المعلومات."], [("Étape 1", "Un document publié")])


_CONTACTS = ["Contact point details", "Name of responsible person:", "Point de contact", "Correo electrónico", "phone"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*_CONTACTS, *_PARTS]), min_size=1, max_size=5), st.sampled_from(["\n", " ", ": ", ". "])
)
def test_a_question_is_never_seen_where_the_quick_look_sees_none(parts: list[str], sign: str) -> None:
    text = sign.join(parts)
    assert may_ask("contact", text) or not any(section.field == "contact" for section in split(text))


@given(
    st.text("na NA/.oteplicbévu1ة-")
    | st.sampled_from(sorted(NOTHING)).flatmap(lambda x: st.sampled_from([x, f"1. {x}…"]))
)
def test_what_says_nothing_is_told_by_its_key(text: str) -> None:
    assert says_nothing(text) == (fold(text) in NOTHING)
