"""Dates in sentences: which stretch of the text, what it says, and the numbers that are no dates."""

from __future__ import annotations

import datetime

import pytest

from opengov_local.importing.dates import DateContext, find_dates


def found(text: str, context: DateContext | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(text[one.start : one.end], one.reading.start, one.reading.end) for one in find_dates(text, context)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("المصادقة عليها بتاريخ 3 أكتوبر 2023", [("3 أكتوبر 2023", "2023-10-03", None)]),
        ("خلال دورة أكتوبر 2023", [("أكتوبر 2023", "2023-10", None)]),
        ("ورشة يومي 12 و13 نونبر 2024 بالجماعة", [("12 و13 نونبر 2024", "2024-11-12", "2024-11-13")]),
        ("atelier du 12 au 13 novembre 2024 à midi", [("12 au 13 novembre 2024", "2024-11-12", "2024-11-13")]),
        ("les 12 et 13 novembre 2024", [("12 et 13 novembre 2024", "2024-11-12", "2024-11-13")]),
        ("les 12 et 15 mai 2024", [("12", "2024-05-12", None), ("15 mai 2024", "2024-05-15", None)]),
        ("sessions de septembre et d’octobre 2023", [("septembre et d’octobre 2023", "2023-09", "2023-10")]),
        ("juillet-Septembre 2023", [("juillet-Septembre 2023", "2023-07", "2023-09")]),
        ("Le 12 mars 2024, 25 personnes", [("12 mars 2024", "2024-03-12", None)]),
        ("12 mars 2024 - 3 ateliers", [("12 mars 2024", "2024-03-12", None)]),
        ("1 - 12 mars 2024 : atelier", [("12 mars 2024", "2024-03-12", None)]),
        ("bilan en 2024, plan 2025-2027", [("2024", "2024", None), ("2025-2027", "2025", "2027")]),
        ("عدد الحضور 12\nمارس 2023", [("مارس 2023", "2023-03", None)]),
        ("\u202bفي\u202c ٣ أكتوبر ٢٠٢٣", [("٣ أكتوبر ٢٠٢٣", "2023-10-03", None)]),
        ("le 3/10/2023 et le 4/10/2023", [("3/10/2023 et le 4/10/2023", "2023-10-03", "2023-10-04")]),
    ],
)
def test_found(text: str, dates: list[tuple[str, str | None, str | None]]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "les 2000 habitants et 2024 dossiers",
        "القانون رقم 113.14 والظهير رقم 1.15.85",
        "Décision n° 12/2023, article 3-12-20",
        "réunion du 30/02/2024",
        "le 31 avril 2024",
        "le 28 mars",
        "mai",
        "le 12 mars 23 personnes",
        "٢٨ رمضان ١٤٤٥",
        "hiver 2023",
    ],
)
def test_nothing_found(text: str) -> None:
    assert found(text) == []


def test_the_document_tells_the_year() -> None:
    text = "انعقد يوم الثلاثاء 28 مارس الجاري بمقر المجلس"
    assert found(text) == []
    context = DateContext(document_date=datetime.date(2023, 4, 3))
    assert found(text, context) == [("الثلاثاء 28 مارس الجاري", "2023-03-28", None)]


@pytest.mark.parametrize(
    "text", ["Prévu mars et juin 2026", "planned March and June 2026", "مرتقب في مارس ويونيو 2026"]
)
def test_a_word_in_front_of_a_list_is_said_of_all_its_dates(text: str) -> None:
    said = [(one.reading.start, one.reading.qualifier) for one in find_dates(text)]
    assert said == [("2026-03", "expected"), ("2026-06", "expected")]


def test_a_word_in_front_of_months_that_follow_each_other_is_said_of_their_span() -> None:
    (one,) = find_dates("Prévu en juin et juillet 2026")
    assert (one.reading.start, one.reading.end, one.reading.qualifier) == ("2026-06", "2026-07", "expected")
