"""Words of the other direction within a text: where they begin and end, and the marks and elements that part them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.formats.paper.content import Phrase
from opengov_local.formats.paper.direction import Direction, without_marks_of_forms
from opengov_local.formats.paper.html_lines import isolated
from opengov_local.formats.paper.stretches import marked_runs, stretches

WAYS = st.sampled_from(["ltr", "rtl"])


@pytest.mark.parametrize(
    ("text", "way", "expected"),
    [
        ("شراكة مع GIZ، 3 سنوات", "rtl", ["GIZ"]),
        ("مدينة Smart City [phase 1/3]، 75 %", "rtl", ["Smart City [phase 1/3]"]),
        ("منصة «Chikaya» 2", "rtl", ["«Chikaya»"]),
        ("برنامج «Horizon 2030» للتنمية", "rtl", ["«Horizon 2030»"]),
        ("الاختبار (PAO/REMACTO – v2)", "rtl", ["(PAO/REMACTO – v2)"]),
        ("مع (GIZ) (UE) و", "rtl", ["(GIZ)", "(UE)"]),
        ("رابط https://ouverture.ma/page?id=12 للجماعة", "rtl", ["https://ouverture.ma/page?id=12"]),
        ("رابط https://ouverture.ma/page?b=1&c=2.", "rtl", ["https://ouverture.ma/page?b=1&c=2"]),
        ("الدالة f(1) والقيمة v=2", "rtl", ["f(1)", "v=2"]),
        ("المعيار ISO 37001:2016 والأجندة Agenda 2063 للتنمية", "rtl", ["ISO 37001:2016", "Agenda 2063"]),
        ("الحصة Lot 3، ثم Lot 4.", "rtl", ["Lot 3", "Lot 4"]),
        ("شراكة مع GIZ، 3 سنوات، وبنسبة UE 75 %", "rtl", ["GIZ", "UE"]),
        ("معيار OCDS 1.1 ورخصة CC BY 4.0", "rtl", ["OCDS 1.1", "CC BY 4.0"]),
        ("نظام Windows 11 الجديد و ISO 27001 الدولي وAnnexe 2 من", "rtl", ["Windows 11", "ISO 27001", "Annexe 2"]),
        ("مبلغ 125 000 EUR أو 1 250 000,50 درهم", "rtl", ["125 000 EUR", "1 250 000,50"]),
        ("الهاتف 05 37 00 00 00 أو +212 5 37 00 00 00", "rtl", ["05 37 00 00 00", "+212 5 37 00 00 00"]),
        ("سنة 2025 300 مشارك و12 مواطنا", "rtl", []),
        ("Association الأمل, 3 ans, المخطط 2030 du Roi", "ltr", ["الأمل", "المخطط 2030"]),
        ("جهة PAO (REMACTO و", "rtl", ["PAO", "REMACTO"]),
        ("وباء COVID-19 في 2020", "rtl", ["COVID-19"]),
        ("مع GIZ، UE", "rtl", ["GIZ", "UE"]),
        ("Association الأمل، 3 ans", "ltr", ["الأمل"]),
        ("Horizon 2030", "rtl", []),
        ("خطة 2030 (75 %)", "rtl", []),
        ("Plan 2030", "ltr", []),
    ],
)
def test_words_of_the_other_direction_are_found(text: str, way: Direction, expected: list[str]) -> None:
    assert list(stretches(text, way)[1::2]) == expected


@given(st.text("aZé بخ([{«)]}»123-.،٣\u200f\n"), WAYS)
def test_no_word_is_lost(text: str, way: Direction) -> None:
    parts = stretches(text, way)
    assert "".join(parts) == text
    assert len(parts) % 2 == 1
    assert all(parts[1::2])


@given(st.text("aخ1 (.%"), WAYS, WAYS)
def test_marks_of_runs_change_no_words(text: str, inner: Direction, around: Direction) -> None:
    runs, _ = marked_runs(text, inner, around)
    assert without_marks_of_forms("".join(words for words, _ in runs)) == text


@pytest.mark.parametrize(
    ("text", "inner", "around", "marks"),
    [
        ("بوابة Open Data للجماعة.", "rtl", "ltr", "\u202b\u202c\u200e"),
        ("Le site « أكادير » fermé.", "ltr", "rtl", "\u202a\u202c\u200f"),
    ],
)
def test_words_that_turn_within_are_embedded(text: str, inner: Direction, around: Direction, marks: str) -> None:
    runs, after = marked_runs(text, inner, around)
    assert (runs[0][0][0], runs[-1][0][-1], after) == tuple(marks)
    assert {way for words, way in runs if "Open" in words or "أكادير" in words} == {around}


def test_runs_have_one_direction_each() -> None:
    runs, after = marked_runs("مع GIZ، 3", "rtl", "rtl")
    assert runs == [("مع ", "rtl"), ("GIZ", "ltr"), ("\u200f، 3", "rtl")]
    assert after == ""


def test_elements_isolate_within_words_of_the_package() -> None:
    shown = isolated(Phrase("مع R&D، 3", True, "ar"))
    assert shown == '<bdi lang="ar" dir="rtl">مع <bdi dir="ltr">R&amp;D</bdi>، 3</bdi>'
    assert isolated(Phrase("avec الأمل, 3", True)) == '<bdi>avec <bdi dir="rtl">الأمل</bdi>, 3</bdi>'
    assert isolated(Phrase("R&D", True, "ar")) == '<bdi lang="ar" dir="rtl">R&amp;D</bdi>'


@pytest.mark.parametrize("text", ["a(" * 20_000, "a) " * 20_000, "(a 1" * 20_000, "a" + "(" * 30_000, "a1-" * 20_000])
def test_long_texts_are_looked_at_once(text: str) -> None:
    before = time.perf_counter()
    assert "".join(stretches(f"خ{text}", "rtl")) == f"خ{text}"
    assert time.perf_counter() - before < 2
