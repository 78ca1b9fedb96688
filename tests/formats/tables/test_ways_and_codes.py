"""How contributions were made, and codes in Arabic letters by which they name projects; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown


@pytest.mark.parametrize(
    ("header", "ways"),
    [
        (["N°", "Proposition", "Origine", "Suite réservée"], ["Réunion publique", "Courrier", "Formulaire en ligne"]),
        (["N°", "Proposition", "Canal", "Suite réservée"], ["Réunion publique", "Courrier", "Formulaire en ligne"]),
        (["رقم", "المقترح", "المصدر", "القرار"], ["لقاء عمومي", "رسالة", "استمارة إلكترونية"]),
    ],
)
def test_ways_are_channels_and_no_authors(header: list[str], ways: list[str]) -> None:
    decided = "مقبول" if header[0] == "رقم" else "Retenue"
    rows = [[str(at), f"Publier le document {at}", way, decided] for at, way in enumerate(ways)]
    (workshop,) = shown(read(sheet(header, *rows)))["workshops"]
    assert [one["channel"] for one in workshop["contributions"]] == [
        "public_consultation", "written_consultation", "online_consultation"
    ]  # fmt: skip
    assert not any("author" in one for one in workshop["contributions"])


def test_names_below_origin_are_authors() -> None:
    rows = [
        ["1", "Publier", "Association Al Amal", "Retenue"],
        ["2", "Refaire le site", "Courrier", "Rejetée"],
    ]
    (workshop,) = shown(read(sheet(["N°", "Proposition", "Origine", "Suite réservée"], *rows)))["workshops"]
    assert all("author" in one for one in workshop["contributions"])


@pytest.mark.parametrize("numbers", [("م1", "م2"), ("أ", "ب"), ("P1", "P2")])
def test_projects_are_found_by_codes_in_any_letters(numbers: tuple[str, str]) -> None:
    one, other = numbers
    plan = sheet(
        ["رمز المشروع", "المشروع", "المسؤول"], [one, "البوابة", "مصلحة"], [other, "المنتدى", "قسم"], name="المشاريع"
    )
    brought = sheet(
        ["رقم", "المقترح", "رمز المشروع"],
        ["1", "إحداث موقع", one],
        ["2", "تنظيم لقاء", other],
        name="مقترحات المواطنين",
    )
    made = read(plan, brought)
    (workshop,) = shown(made)["workshops"]
    became = [one["disposition"]["commitments"] for one in workshop["contributions"]]
    assert became == [["البوابة"], ["المنتدى"]]
    assert "import/unknown-reference" not in codes(made)
