"""Small tables of funders and indicators inside a form or below it, each made up."""

from __future__ import annotations

from typing import Any

import pytest
from docx.table import _Cell
from tests.formats.word.papers import (
    checked,
    codes_of,
    commitments_of,
    paper,
    read_paper,
    table,
    to_bytes,
    tree_of,
    unmapped,
)

from opengov_local.formats.word.word_format import read
from opengov_local.formats.wording.words.small_tables import targets_of

_PLAN = ["= Plan d’action 2025-2027", "# Engagement 1 : Portail"]
_FORM = [["Problème", "Peu de données"], ["Responsable", "DSI"]]


def _commitment(made: Any) -> Any:
    (plan,) = tree_of(made)["plans"]
    (commitment,) = plan["commitments"]
    return commitment


def _line(name: str, value: str, year: int, language: str = "fr", currency: str = "MAD") -> dict[str, Any]:
    return {
        "funder": {"name": {language: name}},
        "amount": {"value": value, "currency": currency},
        "year": year,
    }


@pytest.mark.parametrize(
    ("head", "form", "funders", "indicators", "language", "currency"),
    [
        (
            _PLAN,
            _FORM,
            [["Source de financement", "Montant (DH)", "Année"], ["Commune", "200 000", "2025"]],
            [["Indicateur", "Référence", "Cible", "Valeur"], ["Jeux", "0", "50", "12"]],
            "fr",
            "MAD",
        ),
        (
            ["= برنامج عمل الانفتاح 2025-2027", "# المشروع الأول: البوابة"],
            [["الإشكالية", "قلة المعطيات"], ["المسؤول", "قسم المعلوميات"]],
            [["مصدر التمويل", "المبلغ", "السنة"], ["الجماعة", "200000 درهم", "2025"]],
            [["المؤشر", "القيمة المرجعية", "القيمة المستهدفة", "القيمة المحققة"], ["عدد الملفات", "0", "50", "12"]],
            "ar",
            "MAD",
        ),
        (
            ["= Action Plan 2025-2027", "# Commitment 1: Portal"],
            [["Problem", "Few data"], ["Lead", "IT"]],
            [["Funding source", "Amount", "Year"], ["Municipality", "200000 USD", "2025"]],
            [["Indicator", "Baseline", "Target", "Actual"], ["Datasets", "0", "50", "12"]],
            "en",
            "USD",
        ),
        (
            ["= Plan de acción 2025-2027", "# Compromiso 1: Portal"],
            [["Problema", "Pocos datos"], ["Responsable", "TI"]],
            [["Fuente de financiamiento", "Monto", "Año"], ["Municipio", "200000 EUR", "2025"]],
            [["Indicador", "Línea base", "Meta", "Valor"], ["Datos", "0", "50", "12"]],
            "es",
            "EUR",
        ),
    ],
)
def test_tables_of_funders_and_indicators_below_a_form(
    head: list[str],
    form: list[list[str]],
    funders: list[list[str]],
    indicators: list[list[str]],
    language: str,
    currency: str,
) -> None:
    made = read_paper(*head, form, funders, indicators)
    commitment = _commitment(made)
    assert commitment["budget"] == [_line(funders[1][0], "200000", 2025, language, currency)]
    assert commitment["indicators"] == [
        {
            "name": {language: indicators[1][0]},
            "baseline": {"value": "0"},
            "target": {"value": "50"},
            "values": [{"value": "12"}],
        }
    ]
    assert commitment["leads"] == [{"name": {language: form[1][1]}}]
    assert unmapped(made) == {}


def test_small_tables_in_the_cells_of_a_form() -> None:
    made = paper(*_PLAN)
    form = table(made, [["Problème", "P"], ["Plan de financement", ""], ["Indicateurs", ""], ["Responsable", "DSI"]])
    inside: _Cell = form.cell(1, 1)
    table(inside, [["Financeur", "Montant (DH)", "Année"], ["Commune", "10", "2025"], ["Région", "20", "2026"]])
    table(form.cell(2, 1), [["Indicateur", "Cible 2027"], ["Jeux", "50"]])
    commitment = _commitment(checked(read(to_bytes(made), "made-up.docx")))
    assert commitment["budget"] == [_line("Commune", "10", 2025), _line("Région", "20", 2026)]
    assert commitment["indicators"] == [{"name": {"fr": "Jeux"}, "target": {"value": "50", "date": "2027"}}]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]


def test_small_tables_between_the_rows_of_a_form() -> None:
    made = read_paper(
        "= Plan d’action 2025-2027",
        [
            ["Engagement n° 1 : Portail", "<", "<", "<"],
            ["Plan de financement", "<", "<", "<"],
            ["Source de financement", "Montant", "Année", "Observations"],
            ["Commune", "200 000 DH", "2025", ""],
            ["Total", "200 000 DH", "", ""],
            ["Indicateur", "Référence 2024", "Cible 2027", "Échéance"],
            ["Nombre de participants", "", "50", "décembre 2027"],
            ["Responsable", "DSI", "<", "<"],
        ],
    )
    commitment = _commitment(made)
    assert commitment["budget"] == [_line("Commune", "200000", 2025)]
    assert commitment["indicators"] == [
        {"name": {"fr": "Nombre de participants"}, "target": {"value": "50", "date": "2027"}, "due": "2027-12"}
    ]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    kept = {"table 1!A5": "Total", "table 1!B5": "200 000 DH", "table 1!B6": "Référence 2024"}  # no value has the year
    assert unmapped(made) == kept
    assert "import/total-row" in codes_of(made)


def test_two_columns_and_the_questions_below_them() -> None:
    made = read_paper(
        *_PLAN,
        [
            ["Problème", "P"],
            ["Financeur", "Montant (DH)"],
            ["Commune", "200 000"],
            ["Région", "à préciser"],
            ["Responsable", "DSI"],
        ],
    )
    commitment = _commitment(made)
    assert commitment["budget"] == [
        {"funder": {"name": {"fr": "Commune"}}, "amount": {"value": "200000", "currency": "MAD"}},
        {"funder": {"name": {"fr": "Région"}}, "text": {"fr": "à préciser"}},
    ]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert "import/amount-in-words" in codes_of(made)


def test_a_column_for_each_year() -> None:
    made = read_paper(
        *_PLAN,
        _FORM,
        "Budget (en DH)",
        [["Source de financement", "2025", "2026"], ["Commune", "100", "50"], ["Région", "", "20"]],
    )
    assert _commitment(made)["budget"] == [
        _line("Commune", "100", 2025),
        _line("Commune", "50", 2026),
        _line("Région", "20", 2026),
    ]


def test_a_further_table_on_the_same_activities_joins_them() -> None:
    made = read_paper(
        *_PLAN,
        [["Activité", "Échéance"], ["Étude", "mars 2025"], ["Achat", "mai 2025"]],
        [["Activité", "Financeur", "Montant"], ["Étude", "Commune", "10 DH"]],
    )
    first, second = _commitment(made)["milestones"]
    assert (first["due"], first["budget"]) == (
        "2025-03",
        [{"funder": {"name": {"fr": "Commune"}}, "amount": {"value": "10", "currency": "MAD"}}],
    )
    assert second.keys() == {"title", "due"}


def test_a_target_beside_an_indicator_is_no_group_of_people() -> None:
    made = read_paper(
        "= Plan d’action 2025-2027",
        [["Projet", "Financeur", "Montant", "Indicateur", "Cible"], ["Portail", "Commune", "10 DH", "Jeux", "50"]],
    )
    assert _commitment(made)["indicators"] == [{"name": {"fr": "Jeux"}, "target": {"value": "50"}}]
    made = read_paper(*_PLAN, [["Problème", "P"], ["Indicateur", "Jeux"], ["Cible", "Les jeunes"]])
    assert _commitment(made)["beneficiaries"] == {"fr": "Les jeunes"}


@pytest.mark.parametrize(
    "headings",
    [
        ["Projet", "Financeur", "Montant"],
        ["Activité", "Indicateur", "Cible"],
        ["Axe", "Montant", "Financeur"],
        ["Problème", "Solution"],
        ["Responsable", "Montant"],
        ["Indicateur", "Responsable"],
    ],
)
def test_other_tables_are_no_small_ones(headings: list[str]) -> None:
    assert targets_of(headings) is None


def test_financial_means_that_are_a_sum_are_what_it_costs() -> None:
    made = read_paper(
        *("= Plan d’action 2025-2027", "# Engagement 1 : Portail", "Moyens financiers : 8 500 €"),
        *("# Engagement 2 : Forum", "Moyens financiers : Sur moyens internes"),
    )
    portal, forum = commitments_of(made)
    assert portal["budget"] == [{"amount": {"value": "8500", "currency": "EUR"}}]
    assert "resources" not in portal
    assert [(each["kind"], each["description"]) for each in forum["resources"]] == [
        ("financial", {"fr": "Sur moyens internes"})
    ]
    assert "budget" not in forum


def _indicators(head: list[str]) -> tuple[list[dict[str, Any]], list[str]]:
    rows = [[*head], ["Visites", "10", "900"], ["Avis", "0", "40"]]
    made = read_paper("= Programme d’ouverture 2026-2027", "# Projet 1 : Portail", rows)
    return _commitment(made)["indicators"], codes_of(made)


@pytest.mark.parametrize(
    "head",
    [
        ["Indicateur", "Situation 2024", "Cible 2027"],
        ["Indicateur", "Situation en 2024", "Objectif"],
        ["Indicateur", "Valeur 2024", "Valeur visée 2027"],
        ["Indicator", "Value (2024)", "Target (2027)"],
        ["المؤشر", "وضعية 2024", "الهدف 2027"],
        ["Indicador", "Situación 2024", "Meta 2027"],
    ],
)
def test_the_only_value_of_a_year_before_the_target_is_where_things_start(head: list[str]) -> None:
    (visits, _), codes = _indicators(head)
    assert visits["baseline"] == {"value": "10", "date": "2024"}
    assert visits["target"]["value"] == "900"
    assert "values" not in visits
    assert "import/assumed" in codes


@pytest.mark.parametrize(
    "head", [["Indicateur", "Réalisé 2024", "Cible 2027"], ["Indicateur", "Valeur 2024", "Cible 2024"]]
)
def test_what_was_reached_or_is_of_the_year_of_the_target_is_a_value(head: list[str]) -> None:
    (visits, _), _ = _indicators(head)
    assert "baseline" not in visits
    assert visits["values"][0]["value"] == "10"


def test_years_alone_beside_an_indicator_are_said_to_be_unread() -> None:
    (visits, _), codes = _indicators(["Indicateur", "Unité", "2027"])
    assert not visits.keys() & {"baseline", "target", "values"}
    assert "import/column-unmapped" in codes


def test_a_value_of_a_year_to_come_is_kept() -> None:
    (visits, _), codes = _indicators(["Indicateur", "Réalisé 2024", "Réalisé 2099"])
    assert visits["values"] == [{"value": "10", "date": "2024"}]
    assert "import/planned-kept" in codes


@pytest.mark.parametrize(("heading", "words"), [("Niveau", "Impact"), ("Situation", "En cours"), ("الوضعية", "جارية")])
def test_a_level_or_situation_in_words_is_no_value_of_an_indicator(heading: str, words: str) -> None:
    rows = [["Indicateur", heading, "Cible"], ["Visites", words, "1200"], ["Jeux", "40", "50"]]
    made = read_paper("= Plan d'action 2026", "# Projet 1 : Abc", "Responsable : DSI", rows)
    (plan,) = tree_of(made)["plans"]
    first, second = plan["commitments"][0]["indicators"]
    assert "values" not in first
    assert [(each["label"], each["text"]) for each in first["x_unmapped"]] == [(heading, words)]
    assert [each["value"] for each in second["values"]] == ["40"]


@pytest.mark.parametrize(
    ("heads", "name"),
    [
        (["Source de financement", "Montant (DH)"], "Initiative"),
        (["مصدر التمويل", "المبلغ (درهم)"], "المبادرة"),
        (["Source de financement", "Montant (DH)"], "Projet pilote"),
    ],
)
def test_a_funder_called_as_projects_are_pays_a_sum(heads: list[str], name: str) -> None:
    rows = [heads, ["Commune", "50 000"], [name, "9 000"]]
    projects = ("# Projet 1 : Site", "Responsable : DSI", "# Projet 2 : Puits", "Responsable : DSI")
    (plan,) = tree_of(read_paper("= Programme d’ouverture 2026-2027", *projects, "# Budget global", rows))["plans"]
    assert len(plan["commitments"]) == 2
    assert [line["amount"]["value"] for line in plan["budget"]] == ["50000", "9000"]
