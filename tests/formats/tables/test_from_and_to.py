"""Dates of activities beside those of their project, "Du | Au", and what other columns tell of headings."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

DAYS = [["15/01/2026", "28/02/2026"], ["01/03/2026", "30/06/2026"]]


@pytest.mark.parametrize(
    "heads", [("Du", "Au"), ("De", "À"), ("From", "To"), ("Desde", "Hasta"), ("من", "إلى"), ("من", "إلى غاية")]
)
@pytest.mark.parametrize("dated", [False, True])
def test_from_and_to_behind_activities_are_theirs(heads: tuple[str, str], dated: bool) -> None:
    own = ["Début", "Fin"] if dated else []
    rows: list[list[Any]] = [
        ["Portail", *(["01/01/2026", "31/12/2026"] if dated else []), "Choisir un prestataire", *DAYS[0]],
        ["", *(["", ""] if dated else []), "Mettre en ligne", *DAYS[1]],
    ]
    grid = sheet(["Projet", *own, "Activité", *heads], *rows)
    imported = read(grid)
    (portal,) = commitments_of(imported)
    assert [(step["start"], step["due"]) for step in portal["milestones"]] == [
        ("2026-01-15", "2026-02-28"), ("2026-03-01", "2026-06-30"),
    ]  # fmt: skip
    assert (portal.get("start"), portal.get("end")) == (("2026-01-01", "2026-12-31") if dated else (None, None))
    assert "import/column-unmapped" not in codes(imported)
    assert accounted(imported, grid)


def test_from_and_to_over_words_are_no_dates() -> None:
    rows = [["Portail", "Service A", "Service B", "2026"], ["Forum", "C", "D", "2027"]]
    imported = read(sheet(["Projet", "De", "À", "Échéance"], *rows))
    assert codes(imported).count("import/column-unmapped") == 2


def test_supporters_with_names_beside_projects_are_bodies() -> None:
    rows = [["Portail", "Informatique", "Université ; Région"], ["Forum", "Culture", "Région"]]
    commitments = commitments_of(read(sheet(["Projet", "Chef de file", "Appuis"], *rows)))
    assert [len(one["supporting"]) for one in commitments] == [2, 1]
    counted = commitments_of(read(sheet(["Projet", "Chef de file", "Appuis"], *([*row[:2], 12] for row in rows))))
    assert not any("supporting" in one for one in counted)


def test_quarters_concerned_are_planned_where_nothing_is_reported() -> None:
    rows = [["Portail", "Étude", "T1 2026", "Informatique"], ["Portail", "Achat", "T2-T3 2026", "Marchés"]]
    package = shown(read(sheet(["Projet", "Activité", "Trimestre(s) concerné(s)", "Responsable"], *rows)))
    assert "progress_updates" not in package
    steps = package["plans"][0]["commitments"][0]["milestones"]
    assert [step["due"] for step in steps] == ["2026-Q1", "2026-Q3"]
    told = [[*row[:3], "En cours", "Cahier écrit"] for row in rows]
    heads = ["Projet", "Activité", "Trimestre concerné", "Statut", "Ce qui a été fait"]
    assert shown(read(sheet(heads, *told)))["progress_updates"][0]["period"]["start"] == "2026-Q1"


@pytest.mark.parametrize("heading", ["Valeur", "Valeur atteinte"])
def test_a_date_straight_behind_a_value_is_when_it_was_measured(heading: str) -> None:
    rows = [["Portail", "Jeux", 12, "31/12/2025"], ["Forum", "Membres", 340, "15/06/2025"]]
    commitments = commitments_of(read(sheet(["Projet", "Indicateur", heading, "Date"], *rows)))
    values = [one["indicators"][0]["values"][0] for one in commitments]
    assert [(each["value"], each["date"]) for each in values] == [("12", "2025-12-31"), ("340", "2025-06-15")]
    assert not any("schedule" in one or "end" in one for one in commitments)


@pytest.mark.parametrize(("heading", "field"), [("Référence 2023", "number"), ("Cible 2026", "beneficiaries")])
def test_a_measure_of_a_year_without_indicator_is_kept(heading: str, field: str) -> None:
    rows = [["Portail", 12, "Informatique", "Région"], ["Forum", 0, "Culture", "Région"]]
    imported = read(sheet(["Projet", heading, "Responsable", "Partenaires"], *rows))
    assert not any(field in one for one in commitments_of(imported))
    assert "import/column-unmapped" in codes(imported)


@pytest.mark.parametrize(
    "heading",
    [
        "Ce qui doit être fait (activités)",
        "Ce qu'il faut faire",
        "Ce que nous allons faire (activités)",
        "Déroulement prévu (étapes)",
        "What has to be done",
        "What we will do (activities)",
        "ما يجب فعله",
        "ما سيتم القيام به (الأنشطة)",
        "Lo que se debe hacer",
    ],
)
def test_what_must_be_done_is_an_activity(heading: str) -> None:
    rows = [["Portail", "Choisir", "Informatique"], ["", "Publier", "Culture"], ["Forum", "Inviter", "Culture"]]
    commitments = commitments_of(read(sheet(["Projet", heading, "Responsable"], *rows)))
    assert [len(one["milestones"]) for one in commitments] == [2, 1]


@pytest.mark.parametrize("heading", ["Responsable (activités)", "Coût (activités)"])
def test_activities_in_brackets_are_none_behind_what_is_known(heading: str) -> None:
    commitments = commitments_of(read(sheet(["Projet", heading, "Échéance"], ["Portail", "Marchés", "2026"])))
    assert not any("milestones" in one for one in commitments)


def test_what_supports_a_state_is_evidence_and_who_follows_no_collector() -> None:
    rows = [["Portail", "Étude", "O", "PV du 12/03/2026"], ["", "Achat", "en cours", ""]]
    (portal,) = commitments_of(
        read(sheet(["Projet", "Activité", "Réalisé ? (O/N/en cours)", "À l'appui (documents)"], *rows))
    )
    assert [step["status"]["code"] for step in portal["milestones"]] == ["completed", "in_progress"]
    evidence = [*portal.get("evidence", ()), *portal["milestones"][0].get("evidence", ())]
    assert len(evidence) == 1
    rows = [["بوابة", "عدد المجموعات", "60", "قسم التخطيط"], ["ميزانية", "عدد المشاركين", "500", "قسم المالية"]]
    commitments = commitments_of(read(sheet(["المشروع", "المؤشر", "القيمة المستهدفة", "القسم المعني بالتتبع"], *rows)))
    assert all("governance" in one and "leads" not in one for one in commitments)


@pytest.mark.parametrize(
    ("planned", "real", "start", "end"),
    [
        ("Prévu", "Réel", "Début", "Fin"),
        ("Planned", "Actual", "Start", "End"),
        ("المتوقع", "الفعلي", "البداية", "النهاية"),
    ],
)
def test_the_end_below_real_times_is_the_day_of_completion(planned: str, real: str, start: str, end: str) -> None:
    rows = [["Projet", "Activité", planned, "", real, ""], ["", "", start, end, start, end],
            ["Portail", "Étude", "", "", "2025-01-15", "2025-04-10"],
            ["", "Ouverture", "2025-04-01", "2025-06-30", "2025-04-20", ""]]  # fmt: skip
    imported = read(sheet(*rows, merges=("A1:A2", "B1:B2", "C1:D1", "E1:F1", "A3:A4")))
    study, opening = shown(imported)["plans"][0]["commitments"][0]["milestones"]
    assert (study["completed_on"], study.keys() & {"start", "due"}) == ("2025-04-10", set())
    assert (opening["start"], opening["due"], "completed_on" in opening) == ("2025-04-01", "2025-06-30", False)
    assert "import/conflict" not in codes(imported)
    assert "import/column-unmapped" in codes(imported)
