"""Headings and rates in Arabic digits, which say what they say in others; all made up."""

from __future__ import annotations

from tests.formats.tables.sheets import codes, commitments_of, read, sheet


def test_sums_below_years_are_of_those_years_and_of_no_funder() -> None:
    table = sheet(
        ["المشروع", "الجهة المسؤولة", "الكلفة (بالدرهم)", ""],
        ["", "", "٢٠٢٦", "٢٠٢٧"],
        ["نشر الميزانية", "قسم الميزانية", "١٠٠٠٠", "٢٠٠٠٠"],
        ["المنصة الرقمية", "قسم التواصل", "٥٠٠٠", ""],
        merges=("C1:D1", "A1:A2", "B1:B2"),
    )
    first, second = (commitment["budget"] for commitment in commitments_of(read(table)))
    assert [(line.get("year"), line["amount"]["value"]) for line in first] == [
        (2026, "10000"),
        (2027, "20000"),
    ]
    assert [line.get("year") for line in second] == [2026]
    assert not any("funder" in line for line in (*first, *second))


def test_years_of_baselines_are_no_values_and_the_last_target_counts() -> None:
    table = sheet(
        ["المشروع", "المؤشر", "القيمة المرجعية", "السنة المرجعية", "القيمة المستهدفة", ""],
        ["", "", "", "", "٢٠٢٦", "٢٠٢٧"],
        ["نشر الميزانية", "عدد الوثائق المنشورة", "٥", "٢٠٢٤", "١٠", "١٥"],
        ["المنصة الرقمية", "عدد الشكايات المعالجة", "", "٢٠٢٣", "١٢", "٢٠"],
        merges=("E1:F1", "A1:A2", "B1:B2", "C1:C2", "D1:D2"),
    )
    imported = read(table)
    first, second = (commitment["indicators"][0] for commitment in commitments_of(imported))
    assert first["baseline"] == {"value": "5", "date": "2024"}
    assert second["baseline"] == {"date": "2023"}
    assert [one["target"] for one in (first, second)] == [
        {"value": "15", "date": "2027"},
        {"value": "20", "date": "2027"},
    ]
    assert "import/conflict" not in codes(imported)


def test_states_among_rates_are_states_with_the_arabic_sign_too() -> None:
    table = sheet(
        ["المشروع", "الجهة المسؤولة", "نسبة الإنجاز"],
        ["نشر الميزانية", "قسم الميزانية", "٤٠٪"],
        ["المنصة الرقمية", "قسم التواصل", "لم ينطلق بعد"],
        ["هيئة الشباب", "قسم الشباب", "في طور الإنجاز"],
    )
    imported = read(table)
    first, second, third = commitments_of(imported)
    assert first["progress"] == 40
    assert [one["status"]["code"] for one in (second, third)] == ["not_started", "in_progress"]
    assert not {"import/percent-unread", "import/status-unknown"} & set(codes(imported))
