"""Direction marks within texts come back from our forms: they are told from those that the form puts around them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.word.papers import checked

from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.paper.direction import with_own_marks, without_marks_of_forms
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

MADE_UP = Path(__file__).parents[1] / "ogp_local" / "made_up.json"
TEXTS = [
    "Portail \u200eC++\u200e (v2)",
    "بوابة \u200fC++\u200f للجماعة",
    "\u200fنهاية\u200f",
    "\u2067نص\u2069",
    "بوابة Open data \u200f(3)",
    "\u200f\u200fa\u200e\u200f\u200f\u200eب",
    "\u202bنص abc\u202c 3",
    "\u202eabc",
    "بوابة المعطيات Open Data للجماعة.",
    "Le site « أكادير » reste fermé en 2026-2027.",
]


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("form", ["fr", "ar"])
def test_marks_within_texts_come_back(language: str, form: str) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    (first, *_) = tree["plans"]
    whole = first["commitments"][0]
    marked = [
        {"id": f"{whole['id']}{n}", "title": {language: t}, "description": {language: t}} for n, t in enumerate(TEXTS)
    ]
    first["commitments"] = [whole | marked[0], *marked[1:]]
    package = Package.model_validate_json(json.dumps(tree))
    made = checked(read(write(package, language=form, with_contacts=True).data, "form.docx"))
    assert made.document is not None
    found = made.document.tree["plans"][0]["commitments"]
    assert [(each["title"][language], each["description"][language]) for each in found] == [(t, t) for t in TEXTS]


@given(st.text("aب(1 \u200e\u200f\u202a\u202b\u202c"))
def test_marks_of_words_are_told_from_those_around_them(text: str) -> None:
    for around in ("", "\u200e", "\u200f", "\u202c", "\u202c\u200e"):
        assert without_marks_of_forms(with_own_marks(text) + around) == text
