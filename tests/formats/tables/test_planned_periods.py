"""Texts below quarters and half-years: what is planned for them, or what was done in them; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


@pytest.mark.parametrize(
    ("title", "header", "dues"),
    [
        ("Programme d'ouverture 2027-2028", ["Projet", "Responsable", "T1 2027", "T2 2027"], ["2027-Q1", "2027-Q2"]),
        ("Planning des activités 2027", ["Projet", "Responsable", "1er semestre 2027", "2e semestre 2027"],
         ["2027-H1", "2027-H2"]),
        ("برنامج العمل 2026", ["المشروع", "المسؤول", "الفصل الأول 2026", "الفصل الثاني 2026"],
         ["2026-Q1", "2026-Q2"]),
    ],
)  # fmt: skip
def test_what_stands_below_periods_of_a_plan_or_to_come_is_planned(
    title: str, header: list[str], dues: list[str]
) -> None:
    grid = sheet([title], [], header, ["Portail", "DSI", "Cahier des charges", "Développement"])
    imported = read(grid)
    tree = shown(imported)
    assert "progress_updates" not in tree
    (one,) = tree["plans"][0]["commitments"]
    assert [step["due"] for step in one["milestones"]] == dues
    assert codes(imported).count("import/assumed") >= 2
    assert accounted(imported, grid)


@pytest.mark.parametrize("title", ["Suivi du plan d'action 2026", "État d'avancement du programme 2026"])
def test_in_a_follow_up_it_was_done(title: str) -> None:
    tree = shown(read(sheet([title], [], ["Projet", "Responsable", "T1 2026", "T2 2026"],
                            ["Portail", "DSI", "Cahier rédigé", "Développement fini"])))  # fmt: skip
    assert len(tree["progress_updates"]) == 2
    assert "milestones" not in tree["plans"][0]["commitments"][0]


@pytest.mark.parametrize(
    ("header", "below", "dues"),
    [
        (["Projet", "Responsable", "Activités prévues", ""], ["", "", "T1 2027", "T2 2027"], ["2027-Q1", "2027-Q2"]),
        (["المشروع", "المسؤول", "الأنشطة المبرمجة", ""], ["", "", "2027", "2028"], ["2027", "2028"]),
        (["Project", "Lead", "Planned activities", ""], ["", "", "2027", "2028"], ["2027", "2028"]),
        (["Projet", "Responsable", "2027", "2028"], None, ["2027", "2028"]),
        (["المشروع", "المسؤول", "2027", "2028"], None, ["2027", "2028"]),
    ],
)
def test_texts_below_years_and_activities_are_steps_of_them(
    header: list[str], below: list[str] | None, dues: list[str]
) -> None:
    rows = [["Portail", "DSI", "Cahier des charges", "Développement"], ["Forum", "DGS", "Étude", "Forum pilote"]]
    heads = [header, below] if below else [header]
    grid = sheet(*heads, *rows, merges=("C1:D1",) if below else ())
    imported = read(grid)
    tree = shown(imported)
    assert "progress_updates" not in tree
    steps = [[step["due"] for step in one["milestones"]] for one in tree["plans"][0]["commitments"]]
    assert steps == [dues, dues]
    assert codes(imported).count("import/assumed") >= 4
    assert accounted(imported, grid)


def test_activities_done_in_years_are_reported() -> None:
    rows = [["Portail", "DSI", "Cahier rédigé", "Développement fini"]]
    tree = shown(read(sheet(["Suivi du programme 2024-2025"], ["Projet", "Responsable", "Activités réalisées", ""],
                            ["", "", "2024", "2025"], *rows, merges=("C2:D2",))))  # fmt: skip
    assert [one["period"]["end"] for one in tree["progress_updates"]] == ["2024", "2025"]


def test_numbers_below_years_are_no_steps() -> None:
    tree = shown(read(sheet(["Projet", "Responsable", "2026", "2027"], ["Portail", "DSI", 10000, 20000])))
    assert "milestones" not in tree["plans"][0]["commitments"][0]


@pytest.mark.parametrize(
    "heads",
    [
        ["Taux au 30/06/2025", "Taux au 31/12/2025"],
        ["نسبة الإنجاز 2024", "نسبة الإنجاز 2025"],
        ["% d'avancement 2024", "% d'avancement 2025"],
    ],
)
def test_words_below_a_rate_of_a_period_are_kept_and_are_no_steps(heads: list[str]) -> None:
    grid = sheet(["N°", "Projet", *heads], ["1", "Portail", "30%", "75%"],
                 ["2", "Charte", "environ un quart", "plus de la moitié"])  # fmt: skip
    imported = read(grid)
    tree = shown(imported)
    assert not any("milestones" in one for one in tree["plans"][0]["commitments"])
    assert [each.get("progress") for each in tree["progress_updates"]] == [30, 75, None, None]
    kept = [one["text"] for each in tree["progress_updates"] for one in each.get("x_unmapped", ())]
    assert kept == ["environ un quart", "plus de la moitié"]
    assert codes(imported).count("import/percent-unread") == 2
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    "heads",
    [
        ["Taux d'avancement 2026", "Taux d'avancement 2027"],
        ["نسبة الإنجاز 2026", "نسبة الإنجاز 2027"],
        ["Taux au 30/06/2026", "Taux au 31/12/2027"],
    ],
)
def test_a_rate_of_a_time_to_come_is_planned_and_no_report(heads: list[str]) -> None:
    grid = sheet(["N°", "Projet", *heads], ["1", "Portail", "20%", "60%"], ["2", "Charte", "0%", "100%"])
    imported = read(grid)
    tree = shown(imported)
    assert [each.get("progress") for each in tree["progress_updates"]] == [20, 0]
    kept = [one["text"] for each in tree["plans"][0]["commitments"] for one in each["x_unmapped"]]
    assert kept == ["60%", "100%"]
    assert codes(imported).count("import/planned-kept") == 1
    assert accounted(imported, grid)


def test_a_comment_below_a_period_is_told_of_that_period() -> None:
    rows = [["Milestone", "Q1 2025", "", "Q2 2025", ""], ["", "Status", "Comment", "Status", "Comment"],
            ["Publish awards", "In progress", "Template drafted", "Completed", "Published"]]  # fmt: skip
    tree = shown(read(sheet(*rows, merges=("B1:C1", "D1:E1", "A1:A2"))))
    found = [(one["period"]["start"], one["text"]["en"]) for one in tree["progress_updates"]]
    assert found == [("2025-Q1", "Template drafted"), ("2025-Q2", "Published")]
    assert "additional_information" not in tree["plans"][0]["activities"][0]


@pytest.mark.parametrize(
    ("header", "states"),
    [
        (["Status (Mar 2025)", "Status (Jun 2025)", "Comment (Jun 2025)"], ["In progress", "Completed"]),
        (["État (mars 2025)", "État (juin 2025)", "Observations (juin 2025)"], ["En cours", "Achevé"]),
    ],
)
def test_a_time_in_brackets_is_that_of_what_stands_below(header: list[str], states: list[str]) -> None:
    tree = shown(read(sheet(["Projet", "Responsable", *header], ["Portail", "DSI", *states, "Mis en ligne le 2"])))
    found = [(one["period"]["start"], one["status"]["code"], "text" in one) for one in tree["progress_updates"]]
    assert found == [("2025-03", "in_progress", False), ("2025-06", "completed", True)]
    assert tree["plans"][0]["commitments"][0]["status"]["code"] == "completed"
