"""Indicators with a number behind their colon, and forewords in the words of councils; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of


@pytest.mark.parametrize(
    ("item", "said"),
    [("نسبة الشكايات المعالجة: 80%", True), ("عدد الاجتماعات: 4 اجتماعات", True), ("رضا المرتفقين", False)],
)
def test_a_number_that_nobody_explains_is_said(item: str, *, said: bool) -> None:
    made = read_paper(
        "= برنامج عمل الانفتاح 2025-2026",
        "## المشروع 1: مكتب المواطن",
        "مؤشرات التتبع:",
        f"* {item}",
        "* عدد الزوار",
        "## المشروع 2: بوابة",
        "المسؤول: مصلحة التواصل",
    )
    assert [each["name"] for each in commitments_of(made)[0]["indicators"]] == [{"ar": item}, {"ar": "عدد الزوار"}]
    assert ("import/indicator-whole" in codes_of(made)) is said


@pytest.mark.parametrize("heading", ["Édito du maire", "Le mot de la maire"])
def test_forewords_in_other_words(heading: str) -> None:
    made = read_paper(
        "= Plan d’action 2025-2028", f"# {heading}", "Ouvrir, c’est rendre des comptes.", "# Axe 1 : Abc",
        "## Engagement 1. Budget", "Pilote : Def",
    )  # fmt: skip
    (plan,) = tree_of(made)["plans"]
    assert plan["foreword"] == {"fr": "Ouvrir, c’est rendre des comptes."}
