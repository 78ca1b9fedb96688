"""Tables of indicators: where they start, what they should reach, what was reached, who and when; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


def _read(*rows: list[Any], merges: tuple[str, ...] = ()) -> tuple[list[dict[str, Any]], list[str]]:
    grid = sheet(*rows, merges=merges)
    imported = read(grid)
    assert accounted(imported, grid)
    return shown(imported)["plans"][0]["commitments"], codes(imported)


@pytest.mark.parametrize(
    "header",
    [
        ["Projet", "Indicateur", "Référence 2024", "Réalisé 2025", "Cible 2027"],
        ["Projet", "Indicateur", "Réf. 2024", "Situation 2025", "Objectif 2027"],
        ["Projet", "Indicateur", "Base 2024", "Résultat 2025", "Prévu 2027"],
        ["Projet", "Indicateur", "État initial 2024", "Valeur 2025", "Cible 2027"],
        ["المشروع", "المؤشر", "المرجع 2024", "المحقق 2025", "المستهدف 2027"],
        ["المشروع", "المؤشر", "سنة الأساس 2024", "المنجز 2025", "القيمة المستهدفة 2027"],
        ["Project", "Indicator", "Reference 2024", "Achieved 2025", "Target 2027"],
        ["Proyecto", "Indicador", "Referencia 2024", "Alcanzado 2025", "Meta 2027"],
    ],
)
def test_measures_behind_an_indicator_are_its_own(header: list[str]) -> None:
    (portal, garden), said = _read(header, ["Portail", "Jeux", 4, 11, 40], ["", "Visites", 0, "48 %", 60],
                                   ["Jardin", "Arbres", 1, 2, 3])  # fmt: skip
    first, second = portal["indicators"]
    assert (first["baseline"], first["target"]) == ({"value": "4", "date": "2024"}, {"value": "40", "date": "2027"})
    assert first["values"] == [{"value": "11", "date": "2025"}]
    assert second["baseline"]["value"] == "0"
    assert len(garden["indicators"]) == 1
    for commitment in (portal, garden):
        assert not commitment.keys() & {"number", "progress", "expected_results", "status_quo"}
    assert not {"import/row-without-title", "import/conflict"} & set(said)


@pytest.mark.parametrize(
    "heading",
    [
        "Cible fin 2027",
        "Objectif à fin 2027",
        "Cible à l'horizon 2027",
        "Target by end 2027",
        "القيمة المستهدفة نهاية 2027",
    ],
)
def test_a_target_for_the_end_of_a_year(heading: str) -> None:
    (commitment,), _ = _read(["Projet", "Indicateur", "Valeur de référence", heading], ["P", "Jeux", "4", "40"])
    (indicator,) = commitment["indicators"]
    assert (indicator["baseline"]["value"], indicator["target"]) == ("4", {"value": "40", "date": "2027"})


@pytest.mark.parametrize("header", [["Cible 2026", "Cible 2027"], ["Target 2026", "Target 2027"]])
def test_of_several_targets_the_last_is_the_target(header: list[str]) -> None:
    for order in ((0, 1), (1, 0)):
        rows = ["Projet", "Indicateur", *(header[at] for at in order)], ["P", "Jeux", *([11, 40][at] for at in order)]
        (commitment,), said = _read(*rows)
        (indicator,) = commitment["indicators"]
        assert indicator["target"] == {"value": "40", "date": "2027"}
        assert [kept["text"] for kept in indicator["x_unmapped"]] == ["11"]
        assert "import/planned-kept" in said
        assert "import/conflict" not in said


def test_groups_of_targets_and_of_values() -> None:
    (commitment,), _ = _read(
        ["Projet", "Indicateur", "Cibles", "", "Réalisations", ""], ["", "", 2026, 2027, 2025, 2026],
        ["P", "Jeux", 11, 40, 5, 8], merges=("C1:D1", "E1:F1", "A1:A2", "B1:B2"),
    )  # fmt: skip
    (indicator,) = commitment["indicators"]
    assert indicator["target"] == {"value": "40", "date": "2027"}
    assert indicator["values"] == [{"value": "5", "date": "2025"}, {"value": "8", "date": "2026"}]


@pytest.mark.parametrize(
    ("year", "value"),
    [
        ("Année de référence", "Valeur de référence"),
        ("Baseline year", "Baseline"),
        ("السنة المرجعية", "القيمة المرجعية"),
    ],
)
def test_the_year_of_a_baseline_in_a_column_of_its_own(year: str, value: str) -> None:
    for header, cells in (([year, value], [2024, 4]), ([value, year], [4, "2024"])):
        (commitment,), _ = _read(["Projet", "Indicateur", *header], ["P", "Jeux", *cells])
        assert commitment["indicators"][0]["baseline"] == {"value": "4", "date": "2024"}


def test_the_day_of_a_value() -> None:
    (commitment,), _ = _read(["Projet", "Indicateur", "Situation au 31/12/2025", "Cible"], ["P", "Jeux", 4, 9])
    assert commitment["indicators"][0]["values"] == [{"value": "4", "date": "2025-12-31"}]


def test_of_two_starts_that_of_the_present_is_a_value() -> None:
    (commitment,), _ = _read(["المشروع", "المؤشر", "القيمة المرجعية", "القيمة الحالية"], ["بوابة", "عدد", 4, 7])
    (indicator,) = commitment["indicators"]
    assert (indicator["baseline"], indicator["values"]) == ({"value": "4"}, [{"value": "7"}])


@pytest.mark.parametrize(
    "header",
    [
        ["Engagement", "Indicateur", "Cible", "Responsable", "Échéance"],
        ["التعهد", "المؤشر", "القيمة المستهدفة", "الهيكل المسؤول", "أجل بلوغ الهدف"],
        ["Commitment", "Indicator", "Target", "Responsible", "Due date"],
    ],
)
def test_responsible_and_due_that_differ_are_the_indicators_own(header: list[str]) -> None:
    (commitment,), said = _read(header, ["Portail", "Jeux", 5, "DSI", "2026"], ["", "Visites", 6, "SG", "12/2027"])
    assert not commitment.keys() & {"leads", "end"}
    first, second = commitment["indicators"]
    assert [*first["leads"][0]["name"].values(), *second["leads"][0]["name"].values()] == ["DSI", "SG"]
    assert (first["due"], second["due"]) == ("2026", "2027-12")
    assert "import/conflict" not in said


def test_responsible_and_due_that_are_the_same_are_the_commitments() -> None:
    (commitment, _), _ = _read(
        ["Engagement", "Indicateur", "Responsable", "Échéance"],
        ["Portail", "Jeux", "DSI", "2026"], ["", "Visites", "DSI", "2026"], ["Jardin", "Arbres", "SEV", "2027"],
    )  # fmt: skip
    assert commitment["end"] == "2026"
    assert [lead["name"] for lead in commitment["leads"]] == [{"fr": "DSI"}]


def test_who_collects_the_values_has_that_part() -> None:
    (commitment,), _ = _read(["Projet", "Indicateur", "Cible", "Resp. de la collecte"], ["P", "Jeux", 5, "DSI"])
    (lead,) = commitment["indicators"][0]["leads"]
    assert lead["role"] == {"fr": "Resp. de la collecte"}
    assert "leads" not in commitment


def test_what_is_reported_of_activities_stays_theirs() -> None:
    header = ["Projet", "Activité", "Indicateur", "Cible", "Échéance", "Réalisé"]
    (commitment,), _ = _read(
        header, ["P", "Publier", "Jeux", 4, "2026", "50%"], ["", "Former", "Agents", 9, "2027", "5%"]
    )
    assert [step["progress"] for step in commitment["milestones"]] == [50, 5]


def test_states_and_numbers_of_commitments_stay_theirs() -> None:
    (commitment,), _ = _read(["Réf", "Projet", "Indicateur", "Cible", "Situation"], ["E1", "P", "Jeux", 4, "En cours"])
    assert commitment["number"] == "E1"
    assert "values" not in commitment["indicators"][0]


def _plan(*rows: list[Any], more: tuple[Any, ...] = ()) -> tuple[dict[str, Any], list[str]]:
    grid = sheet(*rows, name="Indicateurs")
    imported = read(*more, grid)
    assert accounted(imported, grid, *more)
    return shown(imported)["plans"][0], codes(imported)


@pytest.mark.parametrize(
    "header",
    [
        ["N°", "Indicateur", "Unité", "Situation de référence", "Cible 2027", "Responsable"],
        ["الرقم", "المؤشر", "الوحدة", "القيمة المرجعية", "القيمة المستهدفة 2027", "المسؤول"],
        ["No.", "Indicator", "Unit", "Baseline", "Target 2027", "Responsible"],
    ],
)
def test_indicators_without_a_project_are_the_plans(header: list[str]) -> None:
    plan, said = _plan(header, [1, "Jeux", "nombre", 4, 40, "DSI"], [2, "Part", "%", 5, 60, "SG"])
    first, second = plan["indicators"]
    assert (first["baseline"], second["target"]) == ({"value": "4"}, {"value": "60", "date": "2027"})
    assert [*second["leads"][0]["name"].values()] == ["SG"]
    assert [kept["text"] for kept in first["x_unmapped"]] == ["1"]
    assert "commitments" not in plan
    assert "import/assumed" in said


def test_indicators_of_an_axis_are_the_plans() -> None:
    plan, _ = _plan(["Axe", "Indicateur", "Référence 2024", "Cible"], ["Eau", "Fuites", 4, 1], ["", "Litres", 9, 2])
    assert [one["name"] for one in plan["indicators"]] == [{"fr": "Fuites"}, {"fr": "Litres"}]
    assert [one["title"] for one in plan["axes"]] == [{"fr": "Eau"}]


def test_indicators_with_the_number_of_a_project_are_its_own() -> None:
    projects = sheet(["N°", "Projet", "Responsable"], ["P1", "Portail", "DSI"], name="Plan")
    plan, _ = _plan(["N°", "Indicateur", "Cible"], ["P1", "Jeux", 4], ["P1", "Visites", 9], more=(projects,))
    assert "indicators" not in plan
    assert len(plan["commitments"][0]["indicators"]) == 2


def test_progress_in_numbers_is_the_indicators_and_in_rates_the_projects() -> None:
    header = ["Compromiso", "Indicador", "Meta 2027", "Avance 2025"]
    numbers = _read(header, ["P", "Datos", 40, 11])[0][0]
    rates = _read(header, ["P", "Datos", 40, "11 %"])[0][0]
    assert (numbers["indicators"][0]["values"], "progress" in numbers) == ([{"value": "11", "date": "2025"}], False)
    assert ("values" in rates["indicators"][0], rates["progress"]) == (False, 11)


FICHE: tuple[list[Any], ...] = (
    ["FICHE PROJET N° 1"],
    ["Intitulé du projet", "Portail"],
    ["Porteur du projet", "Division A"],
    [""],
)


def _measured(rows: list[list[Any]], merges: tuple[str, ...] = ()) -> list[tuple[str, object, object]]:
    grid = sheet(*FICHE, *rows, merges=merges)
    imported = read(grid)
    assert accounted(imported, grid)
    assert "import/column-unmapped" not in codes(imported)
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": "Portail"}
    assert commitment["number"] == "1"
    assert "budget" not in commitment
    return [
        (next(iter(one["name"].values())), one.get("baseline", {}).get("value"), one.get("target", {}).get("value"))
        for one in commitment["indicators"]
    ]


@pytest.mark.parametrize(
    "headings", [("Situation de départ", "Cible"), ("Valeur de référence", "Valeur cible"), ("Référence", "Objectif")]
)
@pytest.mark.parametrize("above", [[], [["INDICATEURS DE SUIVI"]]])
def test_a_table_of_indicators_in_a_fiche_is_read_row_by_row(headings: tuple[str, str], above: list[list[Any]]) -> None:
    rows: list[list[Any]] = [
        ["Indicateur", *headings],
        ["Jeux publiés", 0, 20],
        ["Part des demandes en ligne (%)", 0, 70],
    ]
    assert _measured([*above, *rows]) == [("Jeux publiés", "0", "20"), ("Part des demandes en ligne (%)", "0", "70")]


def test_row_numbers_and_steps_beside_indicators_of_a_fiche_leave_them_as_they_are() -> None:
    steps: list[list[Any]] = [["N°", "Activité", "Début", "Fin"], [1, "Étude", "01/2025", "03/2025"], [""]]
    rows: list[list[Any]] = [["N°", "Indicateurs", "Cible"], [1, "Jeux publiés", 20], [2, "Part des femmes", 40]]
    expected = [("Jeux publiés", None, "20"), ("Part des femmes", None, "40")]
    assert _measured(rows) == expected
    assert _measured([*steps, *rows]) == expected


def test_indicators_of_a_fiche_without_measures_are_none_the_less_its_indicators() -> None:
    rows: list[list[Any]] = [
        ["Indicateur", "Situation de départ", "Cible"],
        ["Jeux publiés"],
        ["Satisfaction"],
        ["Suites du projet"],
    ]
    assert _measured(rows, merges=("A8:C8",)) == [("Jeux publiés", None, None), ("Satisfaction", None, None)]


def test_a_label_below_the_indicators_of_a_fiche_is_its_own() -> None:
    rows: list[list[Any]] = [
        ["المؤشر", "الوضعية الحالية", "القيمة المستهدفة", "المسؤول"],
        ["عدد المعطيات", 0, 20, "القسم"],
    ]
    head = (["بطاقة المشروع رقم 1"], ["عنوان المشروع", "البوابة"], ["المسؤول", "الكتابة"], [""])
    again = (["بطاقة المشروع رقم 2"], ["عنوان المشروع", "الاجتماعات"], ["المسؤول", "الديوان"], [""])
    grid = sheet(*head, *rows, ["الميزانية", "5000 درهم"], *again, *rows)
    imported = read(grid)
    first, second = shown(imported)["plans"][0]["commitments"]
    assert [(one["number"], one["title"]["ar"]) for one in (first, second)] == [("1", "البوابة"), ("2", "الاجتماعات")]
    assert [one["leads"][0]["name"]["ar"] for one in (first, second)] == ["الكتابة", "الديوان"]
    assert first["budget"][0]["amount"]["value"] == "5000"
    for one in (first, second):
        (indicator,) = one["indicators"]
        assert (indicator["baseline"]["value"], indicator["target"]["value"]) == ("0", "20")
        assert indicator["leads"][0]["name"] == {"ar": "القسم"}
    assert accounted(imported, grid)


def test_who_follows_an_indicator_is_its_own() -> None:
    header = ["Projet", "Responsable", "Indicateur", "Valeur de référence", "Cible 2027", "Responsable du suivi"]
    (found,), said = _read(header, ["Portail", "DSI", "Jeux", 1, 5, "Service A"])
    assert [one["name"] for one in found["leads"]] == [{"fr": "DSI"}]
    assert [(one["name"], one["role"]) for one in found["indicators"][0]["leads"]] == [
        ({"fr": "Service A"}, {"fr": "Responsable du suivi"})
    ]
    assert "import/column-unmapped" not in said


@pytest.mark.parametrize(
    ("heads", "cells", "values"),
    [
        (["Projet", "Indicateur", "Cible", "T1 2026", "T2 2026"], [20, 3, 8], ["3", "8"]),
        (["Projet", "Indicateur", "Cible", "T1 2026", "T2 2026"], ["80 %", "30 %", "45 %"], ["30", "45"]),
        (["المشروع", "المؤشر", "القيمة المستهدفة", "الفصل الأول 2026", "الفصل الثاني 2026"], [20, 3, 8], ["3", "8"]),
    ],
)
def test_numbers_of_quarters_beside_a_target_are_values(heads: list[str], cells: list[Any], values: list[str]) -> None:
    made = read(sheet(heads, ["Portail", "Part publiée", *cells], ["Forum", "Part publique", *cells]))
    for commitment in commitments_of(made):
        ((indicator),) = commitment["indicators"]
        assert [one["value"] for one in indicator["values"]] == values
        assert [one["date"] for one in indicator["values"]] == ["2026-Q1", "2026-Q2"]
        assert "progress" not in commitment
    assert "import/column-unmapped" not in codes(made)


def test_rates_of_quarters_beside_a_target_in_numbers_are_of_the_project() -> None:
    heads = ["Projet", "Indicateur", "Cible", "T1 2026", "T2 2026"]
    made = read(sheet(heads, ["Portail", "Jeux publiés", 20, "30 %", "45 %"]))
    assert [one["progress"] for one in commitments_of(made)] == [45]


def test_a_row_that_names_an_indicator_again_measures_that_one() -> None:
    table = sheet(
        ["Projet", "Indicateur", "Valeur atteinte", "Unité"],
        ["Portail", "Jeux", 15, "jeux"],
        ["Portail", "Vues", 100, "vues"],
        ["Portail", "Jeux", 35, "jeux"],
        ["Portail", "Vues", 300, "vues"],
    )
    imported = read(table)
    (portal,) = commitments_of(imported)
    assert [[value["value"] for value in one["values"]] for one in portal["indicators"]] == [
        ["15", "35"],
        ["100", "300"],
    ]
    assert "import/conflict" not in codes(imported)


@pytest.mark.parametrize("same", ["baseline", "target", "unit"])
def test_a_measure_that_all_rows_share_is_of_the_indicator_of_each(same: str) -> None:
    words = {"baseline": "0", "target": "100", "unit": "nombre"}
    cells = [("3", "950", "marchés"), ("7", "6", "mois"), ("1", "40", "candidats"), ("2", "400", "votants")]
    at = list(words).index(same)
    rows = [[*cell[:at], words[same], *cell[at + 1 :]] for cell in cells]
    portal, forum = _read(
        ["Projet", "Activité", "Indicateur", "Valeur de référence", "Valeur cible", "Unité"],
        ["Portail", "Saisir", "Marchés publiés", *rows[0]],
        ["", "Automatiser", "Délai", *rows[1]],
        ["Forum", "Appel", "Candidats", *rows[2]],
        ["", "Vote", "Votants", *rows[3]],
    )[0]
    steps = [step for one in (portal, forum) for step in one["milestones"]]
    found = [step["indicators"][0] for step in steps]
    told = [one[same]["fr"] if same == "unit" else one[same]["value"] for one in found]
    assert told == [words[same]] * 4
    assert "x_unmapped" not in portal.keys() | forum.keys()


def test_years_alone_behind_an_indicator_are_no_sums() -> None:
    grid = sheet(
        ["Projet", "Indicateur", "Unité", "2024 (réf.)", 2025, 2026], ["Portail", "Jeux", "nombre", 10, 30, 50]
    )
    imported = read(grid)
    (one,) = commitments_of(imported)
    assert "budget" not in one
    assert one["indicators"][0]["baseline"] == {"value": "10", "date": "2024"}
    assert [kept["text"] for kept in one["x_unmapped"]] == ["30", "50"]
    assert codes(imported).count("import/column-unmapped") == 2
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("start", "aim"),
    [
        ("2024 (référence)", "2027 (cible)"),
        ("2024 (réf.)", "Cible 2027"),
        ("2024 (القيمة المرجعية)", "2027 (القيمة المستهدفة)"),
        ("٢٠٢٤ (المرجع)", "القيمة المستهدفة 2027"),
        ("2024 (baseline)", "2027 (target)"),
    ],
)
def test_brackets_behind_a_year_say_what_is_measured(start: str, aim: str) -> None:
    (one,) = commitments_of(read(sheet(["N°", "Projet", "Indicateur", start, aim], [1, "Portail", "Services", 2, 12])))
    (indicator,) = one["indicators"]
    assert indicator["baseline"] == {"value": "2", "date": "2024"}
    assert indicator["target"] == {"value": "12", "date": "2027"}
