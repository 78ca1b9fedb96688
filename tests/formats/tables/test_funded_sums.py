"""Cells that say who pays what, in columns of sums and of funders; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

from opengov_local.formats.wording.words.funded_sums import funded_sums

TWO = [("commune", "20000"), ("région", "30000")]


def _lines(heading: str, cell: str) -> tuple[list[tuple[Any, Any]], list[str]]:
    grid = sheet(["N°", "Projet", heading], [1, "Portail (exemple fictif)", cell])
    made = read(grid)
    assert accounted(made, grid)
    (one,) = commitments_of(made)
    lines = [
        (
            next(iter(line.get("funder", {"name": {"": None}})["name"].values())),
            line["amount"]["value"] if "amount" in line else next(iter(line.get("text", {"": None}).values())),
        )
        for line in one["budget"]
    ]
    return lines, codes(made)


@pytest.mark.parametrize(
    "cell",
    [
        "commune 20 000 ; région 30 000",
        "commune : 20 000 DH, région : 30 000 DH",
        "20 000 (commune) + 30 000 (région)",
        "commune (20 000 DH)\nrégion (30 000 DH)",
        "- commune 20.000,00 DH\n- région 30.000,00 DH",
        "commune 20 000 DH et région 30 000 DH",
    ],
)
def test_each_funder_pays_its_sum(cell: str) -> None:
    lines, _ = _lines("Budget (DH)", cell)
    assert [(name, value.partition(".")[0]) for name, value in lines] == TWO


def test_each_funder_pays_its_sum_in_arabic() -> None:
    grid = sheet(["المشروع", "المسؤول", "الكلفة (بالدرهم)"], ["بوابة", "المصلحة", "الجماعة 20 000 ؛ الجهة 30 000"])
    (one,) = commitments_of(read(grid))
    assert [(line["funder"]["name"]["ar"], line["amount"]["value"]) for line in one["budget"]] == [
        ("الجماعة", "20000"),
        ("الجهة", "30000"),
    ]


def test_sums_in_a_column_of_funders_are_no_names() -> None:
    heading = "Source de financement"
    assert _lines(heading, "commune 20 000 DH ; région 30 000 DH")[0] == TWO
    lines, said = _lines(heading, "commune 20 000 ; région 30 000")
    assert lines == [("commune", "20 000"), ("région", "30 000")]
    assert said.count("import/currency-unknown") == 2
    assert _lines(heading, "commune (60 %) ; région (40 %)")[0] == [("commune", "60 %"), ("région", "40 %")]
    lines, said = _lines(heading, "20 000 DH ; 30 000 DH")
    assert lines == [(None, "20 000 DH"), (None, "30 000 DH")]
    assert said.count("import/amount-in-words") == 2


@pytest.mark.parametrize(
    "cell", ["commune : 20 000 ; reste à mobiliser", "20 000 DH + 30 000 DH", "région 30 000 et commune"]
)
def test_what_is_only_partly_a_sum_stays_whole(cell: str) -> None:
    lines, said = _lines("Budget (DH)", cell)
    assert lines == [(None, cell)]
    assert "import/amount-in-words" in said


@pytest.mark.parametrize("cell", ["INDH 3", "Programme 2026", "Commune ; région", "Fonds 2025-2027"])
def test_numbers_that_are_no_sums_are_of_the_name(cell: str) -> None:
    lines, said = _lines("Source de financement", cell)
    assert [value for _, value in lines] == [None] * len(lines)
    assert "import/amount-in-words" not in said


def test_a_total_before_its_parts_in_brackets_is_no_funder() -> None:
    lines, found = _lines("Budget", "30 000 € (Département : 20 000 € ; État : 10 000 €)")
    assert lines == [(None, "30000")]
    assert "import/amount-of-which" in found
    lines, _ = _lines("Budget", "Département (conseil) : 20 000 € ; État : 10 000 €")
    assert lines == [("Département (conseil)", "20000"), ("État", "10000")]


@pytest.mark.parametrize("heading", ["Financement", "Plan de financement", "التمويل"])
def test_below_a_heading_of_financing_who_pays_what_is_read(heading: str) -> None:
    lines, _ = _lines(heading, "Commune : 20 000 €\nÉtat : 10 000 €")
    assert lines == [("Commune", "20000"), ("État", "10000")]


def test_words_on_financing_stay_means() -> None:
    grid = sheet(["Projet", "Responsable", "Financement"], ["Portail", "DSI", "Commune et État"],
                 ["Forum", "DG", "Commune : 5 000 €"])  # fmt: skip
    assert ["budget" in one or "resources" not in one for one in commitments_of(read(grid))] == [False, False]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("الجهة 60% والجماعة 40%", [("الجهة", "60%"), ("الجماعة", "40%")]),
        ("Région 60 % et Commune 40 %", [("Région", "60 %"), ("Commune", "40 %")]),
    ],
)
def test_and_parts_shares_of_funders(cell: str, said: list[tuple[str, str]]) -> None:
    lines, found = _lines("Source de financement", cell)
    assert lines == said
    assert "import/amount-in-words" in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CT : 500.000 - DGCT : 1.000.000", [("CT", "500.000"), ("DGCT", "1.000.000")]),
        ("Commune - INDH : 100 000 DH", [("Commune - INDH", "100 000 DH")]),
    ],
)
def test_a_dash_parts_who_pays_what_where_both_sides_say_it(text: str, said: list[tuple[str, str]]) -> None:
    assert [tuple(one) for one in funded_sums(text)] == said


@pytest.mark.parametrize("text", ["Étude : 10 000 DH\nTravaux : 5 000 DH", "Étude : 10 000 DH - Travaux : 5 000 DH"])
def test_what_is_paid_for_pays_nothing(text: str) -> None:
    first = commitments_of(read(sheet(["Projet", "Coût"], ["Portail", text], ["Forum", "Commune : 5 DH"])))[0]
    assert [(one["label"]["fr"], one["amount"]["value"]) for one in first["budget"]] == [
        ("Étude", "10000"),
        ("Travaux", "5000"),
    ]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("150 000 DH (TTC)", {"import/amount-tax"}),
        ("150 000 DH (HT)", {"import/amount-tax"}),
        ("150 000 DH (estimation)", set()),
        ("150 000 درهم (تقديري)", set()),
        ("150 000 DH (to be confirmed)", set()),
    ],
)
def test_remarks_in_brackets_pay_nothing(cell: str, said: set[str]) -> None:
    made = read(sheet(["N°", "Projet", "Coût"], [1, "Portail (exemple fictif)", cell]))
    (one,) = commitments_of(made)
    (line,) = one["budget"]
    assert (line["amount"]["value"], "funder" in line) == ("150000", False)
    assert said <= {*codes(made)}
    assert said or cell in line["text"].values()
