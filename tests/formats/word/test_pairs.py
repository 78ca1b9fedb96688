"""Questions side by side with their answers, and records whose questions stand in front, each made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_FR = ["= Plan d’action 2025-2027", "# Engagement 1 : Portail"]
_AR = ["= برنامج عمل الانفتاح 2025-2027", "# المشروع الأول: البوابة"]
_EN = ["= Action Plan 2025-2027", "# Commitment 1: Portal"]


def _commitment(made: Any) -> Any:
    (plan,) = tree_of(made)["plans"]
    (commitment,) = plan["commitments"]
    return commitment


def _paid(language: str, name: str, value: str) -> dict[str, Any]:
    return {"funder": {"name": {language: name}}, "amount": {"value": value, "currency": "MAD"}}


@pytest.mark.parametrize(
    ("head", "rows", "language", "lead", "problem", "more"),
    [
        (_FR, [["Responsable", "DSI", "Échéance"], ["Problème", "Peu lu", ""]], "fr", "DSI", "Peu lu", {}),
        (
            _FR,
            [["Responsable", "DSI", "Échéance"], ["Problème", "Peu lu", "juin 2026"]],
            *("fr", "DSI", "Peu lu", {"end": "2026-06"}),
        ),
        (
            _FR,
            [["Responsable", "DSI", "Échéance", "juin 2026"], ["Problème", "Peu lu", "", ""]],
            *("fr", "DSI", "Peu lu", {"end": "2026-06"}),
        ),
        (
            _FR,
            [["Problème", "Peu lu", "Budget"], ["Responsable", "DSI", ""], ["Résultats attendus", "", "Cible"]],
            *("fr", "DSI", "Peu lu", {}),
        ),
        (
            _AR,
            [["المسؤول", "قسم المعلوميات", "الأجل"], ["الإشكالية", "قلة المعطيات", ""]],
            *("ar", "قسم المعلوميات", "قلة المعطيات", {}),
        ),
        (_EN, [["Lead", "IT", "Deadline"], ["Problem", "Few read it", ""]], "en", "IT", "Few read it", {}),
    ],
)
def test_pairs_with_blanks(
    head: list[str], rows: list[list[str]], language: str, lead: str, problem: str, more: dict[str, Any]
) -> None:
    made = read_paper(*head, rows)
    commitment = _commitment(made)
    said = {"leads": [{"name": {language: lead}}], "problem": {language: problem}, **more}
    assert {key: value for key, value in commitment.items() if key not in ("number", "title")} == said
    assert unmapped(made) == {}


@pytest.mark.parametrize(
    "rows",
    [
        [["Engagement", "Responsable", "Échéance"], ["Portail", "DSI", ""], ["Forum", "Cabinet", "2026"]],
        [["Engagement", "Pilotage", "Échéance"], ["Budget participatif", "DSI", ""], ["Forum", "Cabinet", "2026"]],
    ],
)
def test_records_are_no_pairs(rows: list[list[str]]) -> None:
    (plan,) = tree_of(read_paper(_FR[0], rows))["plans"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == [rows[1][0], "Forum"]


@pytest.mark.parametrize(
    ("head", "rows", "budget"),
    [
        (
            _FR,
            [["Source de financement", "Commune", "Région"], ["Montant (DH)", "100", "200"]],
            [_paid("fr", "Commune", "100"), _paid("fr", "Région", "200")],
        ),
        (
            _FR,
            [
                ["Problème", "P", "<"],
                ["Financeur", "Commune", "Région"],
                ["Montant", "100 DH", ""],
                ["Responsable", "DSI", "<"],
            ],
            [_paid("fr", "Commune", "100"), {"funder": {"name": {"fr": "Région"}}}],
        ),
        (
            _AR,
            [["مصدر التمويل", "الجماعة", "الجهة"], ["المبلغ", "100 درهم", "200 درهم"]],
            [_paid("ar", "الجماعة", "100"), _paid("ar", "الجهة", "200")],
        ),
        (
            _FR,
            [["Année", "2025", "2026"], ["Montant (DH)", "100", "200"]],
            [
                {"year": 2025, "amount": _paid("", "", "100")["amount"]},
                {"year": 2026, "amount": _paid("", "", "200")["amount"]},
            ],
        ),
    ],
)
def test_funders_in_columns(head: list[str], rows: list[list[str]], budget: list[dict[str, Any]]) -> None:
    made = read_paper(*head, rows)
    assert _commitment(made)["budget"] == budget
    assert unmapped(made) == {}


def test_a_total_in_a_column_is_no_funder() -> None:
    made = read_paper(*_FR, [["Financeur", "Commune", "Région", "Total"], ["Montant (DH)", "100", "200", "300"]])
    assert _commitment(made)["budget"] == [_paid("fr", "Commune", "100"), _paid("fr", "Région", "200")]
    assert set(unmapped(made).values()) == {"Total", "300"}
    assert "import/total-row" in codes_of(made)


def test_indicators_and_activities_in_columns() -> None:
    made = read_paper(
        *_FR,
        [["Indicateur", "Jeux", "Visites"], ["Cible", "50", "1000"], ["Référence", "0", "10"]],
        [["Activité", "Étude", "Achat"], ["Échéance", "juin 2025", "mai 2026"], ["Responsable", "DSI", "DAF"]],
    )
    commitment = _commitment(made)
    assert commitment["indicators"] == [
        {"name": {"fr": "Jeux"}, "target": {"value": "50"}, "baseline": {"value": "0"}},
        {"name": {"fr": "Visites"}, "target": {"value": "1000"}, "baseline": {"value": "10"}},
    ]
    assert commitment["milestones"] == [
        {"title": {"fr": "Étude"}, "due": "2025-06", "leads": [{"name": {"fr": "DSI"}}]},
        {"title": {"fr": "Achat"}, "due": "2026-05", "leads": [{"name": {"fr": "DAF"}}]},
    ]
    assert unmapped(made) == {}


def test_who_pays_for_an_indicator_is_kept_beside_it() -> None:
    made = read_paper(*_FR, [["Indicateur", "Cible", "Financeur", "Montant"], ["Jeux", "50", "Commune", "100 DH"]])
    (indicator,) = _commitment(made)["indicators"]
    assert indicator["target"] == {"value": "50"}
    assert [(each["label"], each["text"]) for each in indicator["x_unmapped"]] == [
        ("Financeur", "Commune"),
        ("Montant", "100 DH"),
    ]


def test_years_and_amounts_below_each_other_are_no_records() -> None:
    made = read_paper(*_FR, [["Année", "Montant (DH)"], ["2025", "100"], ["2026", "200"]])
    assert [each["year"] for each in _commitment(made)["budget"]] == [2025, 2026]
    made = read_paper(*_FR, [["Problème", "P"], ["Année", "2025"], ["Montant", "100 DH"]])
    assert [each["amount"]["value"] for each in _commitment(made)["budget"]] == ["100"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Indicateur", "Jeux"], ["Référence", "0"], ["Cible", "50"]],
        [["Indicateur", "Jeux", "Cible", "50"], ["Référence", "0", "Responsable", "DSI"]],
    ],
)
def test_the_reference_of_an_indicator_is_no_number_of_a_commitment(rows: list[list[str]]) -> None:
    (indicator,) = _commitment(read_paper(*_FR, rows))["indicators"]
    assert indicator == {"name": {"fr": "Jeux"}, "baseline": {"value": "0"}, "target": {"value": "50"}}


def test_a_reference_without_an_indicator_is_the_number() -> None:
    (plan,) = tree_of(read_paper(_FR[0], [["Référence", "7"], ["Intitulé", "Portail"], ["Problème", "P"]]))["plans"]
    assert plan["commitments"] == [{"number": "7", "title": {"fr": "Portail"}, "problem": {"fr": "P"}}]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (_FR, [["Responsable", "DSI", "Échéance", "2026"], ["Problème", "Budget", "", ""]]),
        (_FR, [["Problème", "Budget", ""], ["Responsable", "DSI", ""]]),
        (_AR, [["المسؤول", "قسم المعلوميات", "الأجل", "2026"], ["الإشكالية", "الميزانية", "", ""]]),
    ],
)
def test_an_answer_in_the_words_of_a_question(head: list[str], rows: list[list[str]]) -> None:
    commitment = _commitment(read_paper(*head, rows))
    assert list(commitment["problem"].values()) == [next(row[1] for row in rows if row[0] in ("Problème", "الإشكالية"))]
    assert len(commitment["leads"]) == 1


@pytest.mark.parametrize("answer", ["Association A", "Société civile", "Service technique", "Commune", "Associations"])
def test_words_of_labels_answer_who_in_a_card_above_a_question_that_nobody_knows(answer: str) -> None:
    rows = [["Titre du projet", "Portail"], ["Partenaires", answer], ["Remarque du rapporteur", "Peu de données"]]
    made = read_paper("= Plan d’action 2025-2027", rows)
    assert _commitment(made)["supporting"] == [{"name": {"fr": answer}}]
    assert unmapped(made)["table 1!B3"] == "Peu de données"


@pytest.mark.parametrize("answer", ["Service technique", "Direction technique", "Partenaires locaux", "Commune"])
@pytest.mark.parametrize("above", [[], [["Échéance", "2026"]]])
def test_a_question_that_nobody_knows_is_no_record_below_who_leads(above: list[list[str]], answer: str) -> None:
    rows = [*above, ["Responsable", answer], ["Remarque du rapporteur ?", "Peu de données"]]
    made = read_paper("= Plan d’action 2025-2027", "# Engagement 1 : Portail", rows)
    assert _commitment(made)["leads"] == [{"name": {"fr": answer}}]
    assert [*unmapped(made).values()] == rows[-1]


@pytest.mark.parametrize("answer", ["Service technique", "Direction technique"])
def test_names_of_units_ask_for_nothing(answer: str) -> None:
    rows = [["Responsable", answer], ["Remarque du rapporteur", "Peu de données"]]
    made = read_paper("= Plan d’action 2025-2027", "# Engagement 1 : Portail", rows)
    assert _commitment(made)["leads"] == [{"name": {"fr": answer}}]
    assert [*unmapped(made).values()] == rows[-1]


def test_leads_and_partners_below_a_pair_may_head_a_record() -> None:
    rows = [["Titre du projet", "Portail"], ["Responsable", "Partenaires"], ["DSI", "Club"]]
    commitment = _commitment(read_paper("= Plan d’action 2025-2027", rows))
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert commitment["supporting"] == [{"name": {"fr": "Club"}}]
