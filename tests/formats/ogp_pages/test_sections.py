"""Questions of templates inside running text: found wherever they stand, and quickly passed over where they do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opengov_local.formats.ogp_pages.sections import split
from opengov_local.formats.ogp_pages.tables import rows

PATTERNS = [re.compile(row["pattern"].replace(" ?", " ")) for row in rows("sections") if row["pattern"].isascii()]
ASKED = st.sampled_from(PATTERNS).flatmap(
    lambda pattern: st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
)


@given(ASKED, st.booleans())
@settings(max_examples=300, deadline=None)
def test_each_question_is_found_however_its_table_lets_it_be_asked(asked: str, loud: bool) -> None:
    text = f"Above\n{asked.upper() if loud else asked.capitalize()}\nBelow"
    assert [section.field for section in split(text) if section.field], text


@pytest.mark.parametrize("letters", ["MAİN AIM", "Maın aım", "CHALLENGE", "Additional\u00a0 Informatıon"])
def test_letters_that_case_folds_to_plain_ones_do_not_hide_a_label(letters: str) -> None:
    assert split(f"{letters}:\nBelow")[0].field
