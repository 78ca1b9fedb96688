"""What each step of normalization mends, and what it leaves to people."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.normalization.directions import without_idle_marks
from opengov_local.normalization.forms import with_letters
from opengov_local.normalization.steps import steps

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"


def mended(text: str, *, one_line: bool = False) -> tuple[str, list[str]]:
    codes = []
    for code, mend in steps(one_line=one_line):
        if (after := mend(text)) != text:
            codes.append(code.removeprefix("normalize/"))
            text = after
    return text, codes


MENDED = [
    ("un\r\ndeux\rtrois\u2028quatre\x0bcinq", "un\ndeux\ntrois\nquatre\ncinq", ["line-ends"]),
    ("trans\u00adparence\ufeff pu\u200bblique", "transparence publique", ["invisible-character"]),
    (f"Oujda{LRM} et {LRM}Nador", "Oujda et Nador", ["direction-mark"]),
    (f"وجدة{ALM} و{RLM}جدة", "وجدة وجدة", ["direction-mark"]),
    ("un\u202c deux", "un deux", ["direction-mark"]),
    ("ﺍﻟﺸﻔﺎﻓﻴﺔ", "الشفافية", ["presentation-forms"]),
    ("اﻷعمال", "الأعمال", ["presentation-forms"]),
    ("الشفـــافية", "الشفافية", ["tatweel"]),
    ("  un   deux \n  trois\u00a0\n", "un deux\n  trois", ["blanks"]),
    ("100 \u00a0MAD", "100\u00a0MAD", ["blanks"]),
    ("re\u0301gion", "région", ["composed"]),
    ("ا\u0654عمال", "أعمال", ["composed"]),
]
KEPT = [
    "Objectif : 30 %\u202f; fin",
    "1445 هـ",
    "- un\n  - deux\n\n\n- trois",
    "colonne\tcolonne",
    "می\u200cخواهم",
    f"وجدة{RLM} 5",
    f"({RLM})",
    "\u202a+212 5 36 00 00 00\u202c",
    "\u202etourné",
    "ﺔﻴﻓﺎﻔﺸﻟﺍ",  # the word above, as the eye meets it from the left
    "ﷺ ﷲ",
    "① ½ ﬁn",
]


@pytest.mark.parametrize(("text", "after", "codes"), MENDED)
def test_what_is_mended(text: str, after: str, codes: list[str]) -> None:
    assert mended(text) == (after, codes)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_kept(text: str) -> None:
    assert mended(text) == (text, [])


def test_a_line_stays_one_line() -> None:
    assert mended("un\u2028deux\x0btrois", one_line=True) == ("un deux trois", ["line-ends"])


LETTERS = st.sampled_from("ab ج ع א 1٤.,(%" + LRM + RLM + ALM + "\u202a\u202c\u2067\u2069\u064e")


@given(st.text(LETTERS, max_size=12))
def test_only_marks_are_taken_out_and_none_is_left_over(text: str) -> None:
    after = without_idle_marks(text)
    invisible = str.maketrans("", "", LRM + RLM + ALM + "\u202c\u2069")
    assert after.translate(invisible) == text.translate(invisible)
    assert all(after.count(one) == text.count(one) for one in "\u202a\u2067")


@given(st.text(st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC), max_size=6))
def test_letters_say_what_their_forms_say(text: str) -> None:
    assert unicodedata.normalize("NFKC", with_letters(text)) == unicodedata.normalize("NFKC", text)
