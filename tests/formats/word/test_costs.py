"""What a project costs, in words of councils: the sum is read, never the part of one who pays; the rest is said."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

from opengov_local.document import Import

_TITLE = "= Programme d'ouverture de la commune d'Agadir 2025-2027"


def _below_a_label(label: str, said: str) -> Import:
    return read_paper(_TITLE, "# Projet 1 : Portail", f"{label} : {said}", "Responsable : Service informatique")


def _in_a_card(label: str, said: str) -> Import:
    return read_paper(_TITLE, [["Projet", "Portail"], [label, said], ["Responsable", "Service informatique"]])


def _in_a_table(label: str, said: str) -> Import:
    rows = [["Projet", "Responsable", label], ["Portail", "Service informatique", said], ["Bureau", "Service B", ""]]
    return read_paper(_TITLE, rows)


def _budget(made: Import) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = tree_of(made)["plans"][0]["commitments"][0]["budget"]
    return lines


@pytest.mark.parametrize("make", [_below_a_label, _in_a_card, _in_a_table])
@pytest.mark.parametrize(
    ("label", "said", "value"),
    [
        ("Coût", "280 000 DH (dont INDH : 100 000 DH)", "280000"),
        ("Coût", "280 000 DH (INDH : 100 000 DH)", "280000"),
        ("Coût", "280 000 DH dont INDH : 100 000 DH", "280000"),
        ("Coût estimé (DH)", "280 000 (dont INDH : 100 000)", "280000"),
        ("Coût estimé (KDH)", "280 (dont INDH : 100)", "280000"),
        ("Coût", "250 000 درهم (منها المبادرة: 100 000 درهم)", "250000"),
    ],
)
def test_a_part_of_the_cost_is_not_the_cost(make: Any, label: str, said: str, value: str) -> None:
    made = make(label, said)
    (line,) = _budget(made)
    assert line["amount"] == {"value": value, "currency": "MAD"}
    assert list(line["text"].values()) == [said]
    assert codes_of(made).count("import/amount-of-which") == 1


@pytest.mark.parametrize("make", [_below_a_label, _in_a_card, _in_a_table])
@pytest.mark.parametrize(
    "said",
    [
        "environ 1 500 000 DH",
        "150 000 à 200 000 DH",
        "100 000 + 180 000 DH",
        "280 000 DH, INDH : 100 000 DH",
        "280 KDH, INDH : 100 000 DH",
        "280 000 DH (plus INDH : 100 000 DH)",
    ],
)
def test_what_is_no_single_sum_is_said(make: Any, said: str) -> None:
    made = make("Coût estimé", said)
    assert _budget(made) == [{"text": {"fr": said}}]
    assert codes_of(made).count("import/amount-in-words") == 1


def test_words_with_a_year_or_a_number_before_the_colon_are_a_label() -> None:
    for label in ("Budget communal", "Budget 2025", "Phase 1"):
        (line,) = _budget(_below_a_label("Coût", f"{label} : 280 000 DH"))
        assert line == {"label": {"fr": label}, "amount": {"value": "280000", "currency": "MAD"}}


def test_a_year_behind_a_label_of_costs_is_that_of_the_line() -> None:
    made = read_paper(_TITLE, "# Projet 1 : Portail", "Budget 2025 : 100 000 DH", "Coût 2026 (DH) : 180 000")
    assert _budget(made) == [
        {"year": 2025, "amount": {"value": "100000", "currency": "MAD"}},
        {"year": 2026, "amount": {"value": "180000", "currency": "MAD"}},
    ]


def test_columns_of_years_are_lines_of_years() -> None:
    rows = [
        ["Projet", "Responsable", "Budget 2025 (DH)", "Budget 2026 (DH)"],
        ["Portail", "Service A", "100 000", "180 000"],
        ["Bureau", "Service B", "50 000", ""],
    ]
    lines = [each["budget"] for each in tree_of(read_paper(_TITLE, rows))["plans"][0]["commitments"]]
    assert [[(line["year"], line["amount"]["value"]) for line in each] for each in lines] == [
        [(2025, "100000"), (2026, "180000")],
        [(2025, "50000")],
    ]


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Coût en DH / الكلفة بالدرهم", "250"),
        ("Coût (DH) / الكلفة (درهم)", "250"),
        ("المبلغ بالدرهم | Montant en DH", "250"),
        ("Budget en KDH / الميزانية بآلاف الدراهم", "250000"),
        ("Budget (KDH) / الميزانية", "250000"),
        ("Coût (DH/درهم)", "250"),
    ],
)
def test_a_heading_in_two_languages_names_one_currency(heading: str, value: str) -> None:
    made = read_paper(
        "= Programme d’ouverture 2025-2026", [["Projet", "Responsable", heading], ["Portail", "DSI", "250"]]
    )
    (project,) = tree_of(made)["plans"][0]["commitments"]
    assert project["budget"] == [{"amount": {"value": value, "currency": "MAD"}}]


def test_a_heading_in_two_languages_that_name_two_currencies_names_none() -> None:
    table = [["Projet", "Responsable", "Coût (DH) / Cost (EUR)"], ["Portail", "DSI", "250"]]
    made = read_paper("= Programme d’ouverture 2025-2026", table)
    assert [list(line) for line in tree_of(made)["plans"][0]["commitments"][0]["budget"]] == [["text"]]
    assert "import/currency-unknown" in codes_of(made)


@pytest.mark.parametrize(
    ("plan", "council", "heading", "line", "value", "currency"),
    [
        (
            "Plan de acción",
            "Municipalidad de Villa Ficticia, Chile",
            "Compromiso 1: X",
            "Presupuesto: $12.000.000",
            "12000000",
            "CLP",
        ),
        (
            "Plan d’action",
            "Commune de Villefictive, Sénégal",
            "Engagement 1 : X",
            "Budget : 12 000 000 F CFA",
            "12000000",
            "XOF",
        ),
        (
            "Plan d’action",
            "Commune de Villefictive, Tunisie",
            "Engagement 1 : X",
            "Budget : 5 000 dinars",
            "5000",
            "TND",
        ),
    ],
)
def test_the_country_at_the_head_tells_which_of_several_currencies_is_meant(
    plan: str, council: str, heading: str, line: str, value: str, currency: str
) -> None:
    made = read_paper(f"= {plan} 2025-2027", council, f"# {heading}", line)
    (commitment,) = commitments_of(made)
    assert commitment["budget"] == [{"amount": {"value": value, "currency": currency}}]
    assert any(each.code == "import/assumed" and each.params["value"] == currency for each in made.findings)


@pytest.mark.parametrize("council", ["Villefictive", "Commune de Tiznit, Maroc"])
def test_without_a_country_that_has_it_a_shared_word_for_money_tells_no_currency(council: str) -> None:
    made = read_paper("= Plan d’action 2025-2027", council, "# Engagement 1 : X", "Budget : $5,000")
    (commitment,) = commitments_of(made)
    assert commitment["budget"] == [{"text": {"fr": "$5,000"}}]
    assert "import/currency-unknown" in codes_of(made)
