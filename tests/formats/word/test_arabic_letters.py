"""Groups and axes that Arabic letters count, «المجموعة أ: …»; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of

from opengov_local.formats.wording.words.markers import read_marker


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("المجموعة أ: الميزانية", "أ", "الميزانية"),
        ("المجموعة (ب): البيئة", "ب", "البيئة"),
        ("المحور د – الشباب", "د", "الشباب"),
        ("المجموعة ج", "ج", ""),
    ],
)
def test_an_arabic_letter_counts(text: str, number: str, title: str) -> None:
    marker = read_marker(text, ("group", "axis"))
    assert marker is not None
    assert (marker.number, marker.title) == (number, title)


@pytest.mark.parametrize("text", ["المشروع أ المشاركة", "المجموعة هي: الشباب"])
def test_a_letter_without_a_sign_counts_nothing(text: str) -> None:
    marker = read_marker(text, ("group", "commitment"))
    assert marker is None or not marker.number


def test_what_lettered_groups_brought_is_theirs() -> None:
    groups = [
        part
        for name in ("المجموعة أ: الميزانية", "المجموعة ب: البيئة")
        for part in (f"! {name}", "! المشاكل المطروحة", f"* مشكل {name[-6:]}")
    ]
    (workshop,) = tree_of(read_paper("= محضر الورشة التشاورية", "التاريخ: 3 مارس 2025", *groups))["workshops"]
    assert [(each["number"], len(each["contributions"])) for each in workshop["working_groups"]] == [("أ", 1), ("ب", 1)]
