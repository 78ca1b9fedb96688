"""Units of money beside amounts: in headings, columns, rows and notes; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

MAD = {"amount": {"value": "250000", "currency": "MAD"}}


def _lines(*rows: list[Any]) -> tuple[list[dict[str, Any]], list[str]]:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    lines = shown(imported)["plans"][0]["commitments"][0]["budget"]
    assert isinstance(lines, list)
    return lines, codes(imported)


@pytest.mark.parametrize(
    "heading", ["Coût (10³ DH)", "Budget (KDH)", "المبلغ (بآلاف الدراهم)", "المبلغ بآلاف الدراهم", "Budget en mille DH"]
)
def test_units_in_headings(heading: str) -> None:
    assert _lines(["Projet", "Responsable", heading], ["Portail", "DSI", 250])[0] == [MAD]


@pytest.mark.parametrize(
    ("heading", "currency"),
    [
        ("PRESUPUESTO (S/)", "PEN"),
        ("Presupuesto S/.", "PEN"),
        ("Presupuesto en soles", "PEN"),
        ("Budget (US$)", "USD"),
        ("Budget en $US", "USD"),
    ],
)
def test_signs_of_one_currency_in_headings(heading: str, currency: str) -> None:
    lines = _lines(["Projet", "Responsable", heading], ["Portail", "DSI", 5000])[0]
    assert lines == [{"amount": {"value": "5000", "currency": currency}}]


@pytest.mark.parametrize(
    ("heading", "cell", "kept"),
    [
        ("Budget (en mille dinars)", 250, "250 mille dinars"),
        ("Budget en milliers de dinars", 250, "250 milliers de dinars"),
        ("Budget (dinars)", 250, "250 dinars"),
        ("Budget (milliers)", 250, "250 milliers"),
        ("Budget (mille dinars)", "250 mille", "250 mille"),
        ("Budget", "250 mille dinars", "250 mille dinars"),
        ("Budget", 250, "250"),
    ],
)
def test_a_unit_of_an_unknown_currency_stays_with_its_amount(heading: str, cell: Any, kept: str) -> None:
    lines, said = _lines(["Projet", "Responsable", heading], ["Portail", "DSI", cell])
    assert [list(line["text"].values()) for line in lines] == [[kept]]
    assert "import/currency-unknown" in said


def test_a_number_with_words_of_its_own_does_not_take_the_unit_too() -> None:
    assert _lines(["Projet", "Responsable", "Budget (mille DH)"], ["Portail", "DSI", "250 mille"])[0] == [MAD]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 1, 3, 2)])
@pytest.mark.parametrize("heading", ["Devise", "Unité", "Unité monétaire"])
def test_a_column_of_units(heading: str, order: tuple[int, ...]) -> None:
    rows = ["Projet", "Responsable", "Budget", heading], ["Portail", "DSI", 250, "KDH"]
    lines, said = _lines(*([row[at] for at in order] for row in rows))
    assert lines == [MAD]
    assert "import/currency-unknown" not in said


@pytest.mark.parametrize("unit", ["en milliers de DH", "بآلاف الدراهم", "(KDH)", "10³ DH"])
def test_a_unit_above_below_the_heading_or_in_a_note(unit: str) -> None:
    header, row, more = ["Projet", "Responsable", "Budget"], ["Portail", "DSI", 250], ["Forum", "SG", 5]
    note = [f"NB : les montants sont exprimés en {unit.strip('()').removeprefix('en ')}"]
    tables: tuple[list[list[Any]], ...] = (
        [[unit], header, row],
        [header, ["", "", unit], row],
        [header, row, more, note],
    )
    for rows in tables:
        lines, said = _lines(*rows)
        assert lines == [MAD]
        assert "import/unit-of-table" in said


TWICE = [
    "en milliers de dirhams (KDH)",
    "En milliers de DH - KDH",
    "exprimés en milliers de DH (kDH)",
    "en milliers de dirhams, soit KDH",
    "بآلاف الدراهم (KDH)",
    "in thousands of dirhams (KDH)",
]


@pytest.mark.parametrize("unit", TWICE)
def test_a_unit_said_twice_counts_once(unit: str) -> None:
    header, row, more = ["Projet", "Responsable", "Budget"], ["Portail", "DSI", 250], ["Forum", "SG", 5]
    tables: tuple[list[list[Any]], ...] = (
        [[f"Montants {unit}"], [""], header, row],
        [header, row, more, [f"NB : montants {unit}"]],
        [[*header[:2], f"Budget ({unit.removeprefix('exprimés ')})"], row],
    )
    for rows in tables:
        assert _lines(*rows)[0] == [MAD]


@pytest.mark.parametrize("unit", ["en milliers de dirhams (MDH)", "en KDH / MDH", "milliers d'euros - KDH"])
def test_of_units_that_contradict_each_other_none_is_taken(unit: str) -> None:
    header, row = ["Projet", "Responsable", "Budget"], ["Portail", "DSI", 250]
    tables: tuple[list[list[Any]], ...] = (
        [[f"Montants {unit}"], header, row],
        [[*header[:2], f"Budget ({unit})"], row],
    )
    for rows in tables:
        lines, said = _lines(*rows)
        assert [list(line) for line in lines] == [["text"]]
        assert {"import/amount-in-words", "import/currency-unknown"} & set(said)


def test_the_unit_of_a_heading_goes_before_that_of_the_table() -> None:
    rows = ["Montants en milliers de DH"], ["Projet", "Responsable", "Budget en MDH"], ["Portail", "DSI", "0,25"]
    assert _lines(*rows)[0] == [MAD]


def test_a_heading_in_two_languages_that_name_two_currencies_names_none() -> None:
    lines, said = _lines(["Projet", "Responsable", "Coût (DH) / Cost (EUR)"], ["Portail", "DSI", 250])
    assert [list(line) for line in lines] == [["text"]]
    assert {"import/amount-in-words", "import/currency-unknown"} & set(said)


@pytest.mark.parametrize("heading", ["Budget (1000 DH)", "Budget (1 000 DH)"])
def test_a_thousand_alone_before_a_currency_is_its_unit(heading: str) -> None:
    assert _lines(["Projet", "Responsable", heading], ["Portail", "DSI", 250])[0] == [MAD]


@pytest.mark.parametrize(
    ("heading", "doubtful"),
    [
        ("Budget (KDH / درهم)", True),
        ("Budget (MDH / الميزانية بالدرهم)", True),
        ("Budget (en milliers de DH (KDH))", False),
        ("Budget (DH) / الميزانية (بالدرهم)", False),
        ("Budget (KDH)", False),
    ],
)
def test_a_currency_in_thousands_and_without_is_said(heading: str, doubtful: bool) -> None:
    _, said = _lines(["Projet", "Responsable", heading], ["Portail", "DSI", 250])
    assert ("import/unit-doubtful" in said) == doubtful


@pytest.mark.parametrize("heading", ["الكلفة (بالأورو)", "الكلفة (باليورو)", "الكلفة (بالاورو)"])
def test_euros_in_an_arabic_heading(heading: str) -> None:
    assert _lines(["المشروع", "المسؤول", heading], ["بوابة", "المصلحة", 250])[0] == [
        {"amount": {"value": "250", "currency": "EUR"}}
    ]


@pytest.mark.parametrize("line", ["(Montants en KDH)", "En milliers de DH"])
@pytest.mark.parametrize("count", [1, 2])
def test_a_unit_in_a_line_of_its_own_above_fiches_is_that_of_their_sums(line: str, count: int) -> None:
    fiche: list[list[Any]] = [["Intitulé du projet", "Portail"], ["Responsable", "DSI"], ["Budget", 50], [""]]
    grid = sheet(["Fiches des projets"], [line], *(row for _ in range(count) for row in fiche))
    imported = read(grid)
    assert accounted(imported, grid)
    for one in commitments_of(imported):
        assert [each["amount"] for each in one["budget"]] == [{"value": "50000", "currency": "MAD"}]
    assert "import/unit-of-table" in codes(imported)


@pytest.mark.parametrize("note", ["Montants en DH", "(en milliers de dirhams)", "المبالغ بالدرهم"])
def test_a_unit_below_the_title_of_the_last_project_is_no_project(note: str) -> None:
    rows: list[list[Any]] = [["N°", "Projet", "Budget"], [1, "Portail", 100], [2, "Forum", 200], ["", note, ""]]
    found = commitments_of(read(sheet(*rows)))
    assert [one["title"]["fr"] for one in found] == ["Portail", "Forum"]
    assert all(one["budget"][0]["amount"]["currency"] == "MAD" for one in found)


@pytest.mark.parametrize(("cell", "text"), [(40, "40 %"), ("55", "55 %"), ("40%", "40%"), (0.4, "0.4")])
def test_shares_below_a_heading_with_the_sign_are_no_sums(cell: Any, text: str) -> None:
    rows: list[list[Any]] = [["Projet", "Budget (DH)", "Part de la commune (%)"], ["Portail", 1000, cell]]
    lines = commitments_of(read(sheet(*rows)))[0]["budget"]
    assert [line["amount"]["value"] for line in lines if "amount" in line] == ["1000"]
    assert [line["text"] for line in lines if "amount" not in line] == [{"fr": text}]


def test_a_sum_that_nobody_can_tell_keeps_its_unit() -> None:
    table = sheet(["Projet", "Porteur", "Coût (KDH)"], ["Portail", "DSI", "1.200"], ["Forum", "DAF", "350"])
    first, second = (one["budget"][0] for one in commitments_of(read(table)))
    assert first["text"]["fr"].split() == ["1.200", "KDH"]
    assert "amount" not in first
    assert second["amount"]["value"] == "350000"


@pytest.mark.parametrize("sum_", [95500, "95 500", "95 500 $"])
def test_equal_sums_beside_several_currencies_are_each_in_their_own(sum_: Any) -> None:
    codes = ["USD", "CAD", "", "USD"]
    rows = [[at, f"Project {at} bis", sum_, code] for at, code in enumerate(codes, start=1)]
    made = read(sheet(["No.", "Project", "Budget", "Currency"], *rows))
    lines = [one["budget"][0] for one in commitments_of(made)]
    assert [line.get("amount", {}).get("currency", "") for line in lines] == codes


@pytest.mark.parametrize(
    ("heading", "one", "other", "value"),
    [
        ("Budget (MDH)", "1.234", "2.5", "1234000"),
        ("Budget (MDH)", "1,250", "12,5", "1250000"),
        ("Coût (DT)", "1.250", "2.500,500", "1250"),
    ],
)
def test_what_a_mark_parts_is_told_by_the_other_sums_of_the_column(
    heading: str, one: str, other: str, value: str
) -> None:
    lines, said = _lines(["Projet", heading], ["Portail", one], ["Forum", other])
    assert lines[0]["amount"]["value"] == value
    assert "import/number-ambiguous" not in said


def test_a_year_without_a_sum_is_kept_with_its_heading() -> None:
    made = read(sheet(["Projet", "Année", "Montant (DH)"], ["Portail", "2026", "10 000"], ["Forum", "2027", ""]))
    assert [one["label"] for one in commitments_of(made)[1]["x_unmapped"]] == ["Année"]
    assert commitments_of(made)[0]["budget"][0]["year"] == 2026
