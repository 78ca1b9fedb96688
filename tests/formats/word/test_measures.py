"""From where to where the indicators of a form go, in the words of councils, each made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_FR = ["= Programme d’ouverture 2025-2027", "# Projet 1 : Portail"]
_AR = ["= برنامج عمل الانفتاح 2025-2027", "# المشروع 1: البوابة"]
_EN = ["= Open government action plan 2025-2027", "# Commitment 1: Portal"]
_ES = ["= Plan de acción de gobierno abierto 2025-2027", "# Compromiso 1: Portal"]


def _lines(rows: list[list[str]]) -> list[object]:
    return [f"{row[at]} : {row[at + 1]}" for row in rows for at in range(0, len(row), 2)]


def _two_columns(rows: list[list[str]]) -> list[object]:
    return [[row[at : at + 2] for row in rows for at in range(0, len(row), 2)]]


def _four_columns(rows: list[list[str]]) -> list[object]:
    cells = [cell for row in rows for cell in row]
    return [[cells[at : at + 4] for at in range(0, len(cells), 4)]]


@pytest.mark.parametrize("layout", [_lines, _two_columns, _four_columns])
@pytest.mark.parametrize(
    ("head", "words", "dates"),
    [
        (_FR, ["Objectif", "Responsable", "Indicateur", "Référence 2024", "Cible 2027"], ("2024", "2027")),
        (_FR, ["Objectif", "Porteur", "Indicateur de suivi", "Valeur de départ", "Cible"], (None, None)),
        (_FR, ["Objectif", "Porteur", "Indicateur", "Situation de référence", "Valeur cible (2027)"], (None, "2027")),
        (_FR, ["Problème", "Porteur", "Indicateur", "Situation actuelle", "Cible à l’horizon 2027"], (None, "2027")),
        (_AR, ["الإشكالية", "المسؤول", "مؤشر التتبع", "القيمة المرجعية", "القيمة المستهدفة"], (None, None)),
        (_AR, ["الإشكالية", "المسؤول", "المؤشر", "الوضعية الحالية", "الهدف"], (None, None)),
        (_AR, ["الهدف", "المسؤول", "مؤشر الإنجاز", "خط الأساس", "الهدف 2027"], (None, "2027")),
        (_AR, ["الهدف", "المسؤول", "مؤشر الإنجاز", "القيمة الأصلية", "القيمة المتوخاة في أفق 2027"], (None, "2027")),
        (_EN, ["Problem", "Lead", "Indicator", "Baseline", "Target"], (None, None)),
        (_EN, ["Problem", "Lead", "Indicator", "Baseline (2024)", "Target 2027"], ("2024", "2027")),
        (_ES, ["Problema", "Responsable", "Indicador", "Línea base", "Meta 2027"], (None, "2027")),
    ],
)
def test_measures_below_their_indicator(layout: Any, head: list[str], words: list[str], dates: tuple[Any, Any]) -> None:
    aim, lead, indicator, baseline, target = words
    made = read_paper(
        *head,
        *layout(
            [
                [aim, "alpha beta", lead, "gamma delta"],
                [indicator, "epsilon zeta", baseline, "20", target, "120"],
                [indicator, "eta theta", baseline, "3", target, "60"],
            ]
        ),
    )
    (commitment,) = commitments_of(made)
    assert [next(iter(each["name"].values())) for each in commitment["indicators"]] == ["epsilon zeta", "eta theta"]
    measured = [(each["baseline"], each["target"]) for each in commitment["indicators"]]
    assert [(start["value"], end["value"]) for start, end in measured] == [("20", "120"), ("3", "60")]
    assert [(start.get("date"), end.get("date")) for start, end in measured] == [dates] * 2
    assert unmapped(made) == {}
    assert commitment.keys() == {"number", "title", "leads", "indicators"} | (
        {"objectives", "problem"} & commitment.keys()
    )


def test_words_of_labels_are_answers_in_rows_of_pairs() -> None:
    rows = [["Objectif", "Publier", "Responsable", "Commune"], ["Indicateur", "Visites", "Unité", "%"]]
    (commitment,) = commitments_of(read_paper(*_FR, rows))
    assert commitment["leads"] == [{"name": {"fr": "Commune"}}]
    assert commitment["indicators"] == [{"name": {"fr": "Visites"}, "unit": {"fr": "%"}}]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Objectif", "Publier"], ["Indicateurs", "A\nB"], ["Valeur cible", "20"]], "import/pieces-kept"),
        ([["Objectif", "Publier"], ["Valeur cible", "20"]], "import/measure-without-indicator"),
    ],
)
def test_a_measure_of_which_nobody_says_of_what_is_kept(rows: list[list[str]], code: str) -> None:
    made = read_paper(*_FR, rows)
    (commitment,) = commitments_of(made)
    assert all("target" not in each for each in commitment.get("indicators", []))
    assert "20" in unmapped(made).values()
    assert code in codes_of(made)


@pytest.mark.parametrize("label", ["Cible", "Objectif", "Situation actuelle"])
def test_words_below_an_indicator_are_no_measure(label: str) -> None:
    (commitment,) = commitments_of(read_paper(*_FR, "Problème : Rien", "Indicateur : Visites", f"{label} : Les jeunes"))
    assert commitment["indicators"] == [{"name": {"fr": "Visites"}}]
    assert "Les jeunes" in str(commitment)


@pytest.mark.parametrize(
    ("rows", "measures"),
    [
        ([["Référence (année 0)", "20"], ["Cible (année 2)", "40"]], ({"value": "20"}, {"value": "40"})),
        (
            [["Situation de départ (valeur)", "20 visites"], ["Cible (valeur)", "40 visites"]],
            ({"text": {"fr": "20 visites"}}, {"text": {"fr": "40 visites"}}),
        ),
    ],
)
def test_brackets_say_that_a_label_asks_for_a_value(rows: list[list[str]], measures: tuple[object, ...]) -> None:
    made = read_paper(*_FR, [["Indicateur", "Nombre de visites"], *rows])
    (commitment,) = commitments_of(made)
    (indicator,) = commitment["indicators"]
    assert (indicator["baseline"], indicator["target"]) == measures
    assert unmapped(made) == {}


@pytest.mark.parametrize(
    ("label", "words"),
    [("Référence (année 0)", "20"), ("Référence (2024)", "20"), ("Cible (valeur)", "20 visites"), ("Cible", "20")],
)
def test_a_value_of_no_indicator_is_no_number_and_no_group(label: str, words: str) -> None:
    made = read_paper(*_FR, "Description : Ouvrir", f"{label} : {words}")
    (commitment,) = commitments_of(made)
    assert (commitment["number"], "beneficiaries" in commitment) == ("1", False)
    assert list(unmapped(made).values()) == [words]
    assert "import/measure-without-indicator" in codes_of(made)


@pytest.mark.parametrize(
    ("label", "words", "field"),
    [
        ("Cible (public)", "Jeunes", "beneficiaries"),
        ("Objectif (2027)", "Ouvrir la mairie", "objectives"),
        ("Bénéficiaires (nombre)", "2000", "beneficiaries"),
    ],
)
def test_other_brackets_leave_a_label_what_it_is(label: str, words: str, field: str) -> None:
    made = read_paper(*_FR, "Description : Ouvrir", f"{label} : {words}")
    assert commitments_of(made)[0][field] == {"fr": words}


def test_a_measure_whose_comma_may_part_thousands_is_kept_as_words_and_said() -> None:
    rows = [["Indicator", "Baseline", "Target"], ["Visits", "0", "2,500"]]
    made = read_paper(*_EN, "Description: made up", rows)
    (indicator,) = commitments_of(made)[0]["indicators"]
    assert (indicator["baseline"], indicator["target"]) == ({"value": "0"}, {"text": {"en": "2,500"}})
    assert [each.params["text"] for each in made.findings if each.code == "import/number-ambiguous"] == ["2,500"]


def _measured(*blocks: object) -> tuple[Any, Any, Any]:
    (commitment,) = commitments_of(read_paper(*_FR, *blocks))
    (indicator,) = commitment["indicators"]
    return indicator.get("baseline"), indicator.get("target"), indicator.get("unit")


@pytest.mark.parametrize("layout", [_lines, _two_columns])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("0 %", "80 %"), ({"value": "0"}, {"value": "80"}, {"fr": "%"})),
        (("0", "80 %"), ({"value": "0"}, {"text": {"fr": "80 %"}}, None)),
        (("0 %", "12"), ({"value": "0"}, {"text": {"fr": "12"}}, {"fr": "%"})),
        (("10 jours", "5 jours"), ({"text": {"fr": "10 jours"}}, {"text": {"fr": "5 jours"}}, None)),
        (("0 %", "80 % en 2026"), ({"value": "0"}, {"value": "80", "date": "2026"}, {"fr": "%"})),
        (
            ("10 (2024)", "12 d’ici juin 2027"),
            ({"value": "10", "date": "2024"}, {"value": "12", "date": "2027-06"}, None),
        ),
    ],
)
def test_rates_are_values_in_percent_and_years_behind_them_dates(
    layout: Any, said: tuple[str, str], expected: tuple[Any, Any, Any]
) -> None:
    rows = [["Indicateur", "Part des actes"], ["Valeur de référence", said[0]], ["Cible", said[1]]]
    assert _measured(*layout(rows)) == expected


def test_rates_in_a_table_of_indicators_and_its_column_of_units() -> None:
    rows = [["Indicateur", "Référence", "Cible"], ["Part des actes", "0 %", "٨٠٪"]]
    assert _measured(rows) == ({"value": "0"}, {"value": "80"}, {"fr": "%"})
    rows = [["Indicateur", "Référence", "Cible", "Unité"], ["Part des actes", "0 %", "80 %", "taux"]]
    assert _measured(rows) == ({"value": "0"}, {"value": "80"}, {"fr": "taux"})
