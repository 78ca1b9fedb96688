"""Activities listed in one cell, each with its time, and bodies with those who help them; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.wording.words.helped_by import helped_by


def _commitments(*rows: list[Any]) -> tuple[list[dict[str, Any]], list[str]]:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    return shown(imported)["plans"][0]["commitments"], codes(imported)


@pytest.mark.parametrize(
    ("heading", "text", "title", "due"),
    [
        ("Étapes", "1. Étude (mars 2025)\n2. Bilan", "Étude", "2025-03"),
        ("Étapes", "- Étude - avant le 31/12/2025\n- Bilan", "Étude", "2025-12-31"),
        ("المراحل", "1- دراسة (مارس 2025)\n2- تقييم", "دراسة", "2025-03"),
        ("Milestones", "1. Study (by 30/06/2025)\n2. Review", "Study", "2025-06-30"),
    ],
)
def test_a_time_behind_a_listed_activity_is_when_it_is_due(heading: str, text: str, title: str, due: str) -> None:
    (first, other), said = _commitments(["Projet", heading], ["Portail", text], ["Forum", "Réunion"])
    assert title in first["milestones"][0]["title"].values()
    assert [step.get("due") for step in first["milestones"]] == [due, None]
    assert len(other["milestones"]) == 1
    assert "import/assumed" in said


def test_a_year_in_brackets_stays_in_the_title() -> None:
    (first,), _ = _commitments(["Projet", "Étapes"], ["Portail", "1. Atlas (2024)\n2. Bilan"])
    assert first["milestones"][0] == {"number": "1", "title": {"fr": "Atlas (2024)"}, "due": "2024"}


@pytest.mark.parametrize(
    ("text", "lead", "other"),
    [
        ("Service informatique, en collaboration avec la région", "Service informatique", "région"),
        ("Commune avec l’appui de la province", "Commune", "province"),
        ("مصلحة الإعلاميات بتنسيق مع الكتابة العامة", "مصلحة الإعلاميات", "الكتابة العامة"),
        ("الجماعة (بشراكة مع جمعية)", "الجماعة", "جمعية"),
        ("IT department in partnership with the library", "IT department", "library"),
        ("Alcaldía en coordinación con el ministerio", "Alcaldía", "ministerio"),
    ],
)
def test_those_who_help_are_no_part_of_the_name_of_who_leads(text: str, lead: str, other: str) -> None:
    (one,), said = _commitments(["Projet", "Responsable"], ["Portail", text])
    assert [next(iter(each["name"].values())) for each in one["leads"]] == [lead]
    assert [next(iter(each["name"].values())) for each in one["supporting"]] == [other]
    assert "import/assumed" in said


@pytest.mark.parametrize(
    "text",
    [
        "Division de la coordination",
        "مصلحة التعاون والشراكة",
        "en collaboration avec la région",
        "DSI",
        "Commune avec la DSI",
    ],
)
def test_other_names_stay_whole(text: str) -> None:
    assert helped_by(text) is None


def test_years_of_text_beside_their_sum_are_amounts() -> None:
    (one,), said = _commitments(
        ["Projet", "Coût global (DH)", "2025", "2026"], ["Portail", "300 000", "200 000", "100 000"]
    )
    assert [(line.get("year"), line["amount"]["value"]) for line in one["budget"]] == [
        (None, "300000"),
        (2025, "200000"),
        (2026, "100000"),
    ]
    assert said.count("import/heading-uncertain") == 2


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("Fiche n° 1", "Fiche n° 2", ("Intitulé", "Porteur", "Risques", "Échéance")),
        ("بطاقة رقم 1", "بطاقة رقم 2", ("عنوان المشروع", "المسؤول", "المخاطر", "الأجل")),
    ],
)
def test_short_fiches_below_each_other_are_one_project_each(first: str, second: str, labels: tuple[str, ...]) -> None:
    said = [("Portail", "DSI", "Retard", "2025"), ("Forum", "SG", "Refus", "2026")]
    rows = [
        [[title], *([label, value] for label, value in zip(labels, values, strict=True)), []]
        for title, values in zip((first, second), said, strict=True)
    ]
    commitments, _ = _commitments(*(row for each in rows for row in each))
    assert [one["number"] for one in commitments] == ["1", "2"]
    assert [len(one["leads"]) for one in commitments] == [1, 1]
    assert [one["end"] for one in commitments] == ["2025", "2026"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_list_of_one_gives_its_number_where_other_cells_list_numbered_activities(order: int) -> None:
    rows = [["Portail", "1. Achat"], ["Forum", "1. Réunir\n2. Publier"], ["Bus", "Louer"]][::order]
    found, _ = _commitments(["Projet", "Activités"], *rows)
    steps = [[(step.get("number"), step["title"]["fr"]) for step in one["milestones"]] for one in found[::order]]
    assert steps == [[("1", "Achat")], [("1", "Réunir"), ("2", "Publier")], [(None, "Louer")]]


@pytest.mark.parametrize("heading", ["Activités", "Activité", "الأنشطة"])
def test_lines_of_one_of_few_projects_are_its_steps(heading: str) -> None:
    grid = sheet(
        ["N°", "Projet", heading, "Responsable"],
        [1, "Portail", "Cahier des charges\nChoix du prestataire\nPose", "DSI"],
        [2, "Budget citoyen", None, "Finances"],
        [3, "Forum", "Rencontre", "SG"],
    )
    made = commitments_of(read(grid))
    assert [len(one.get("milestones", [])) for one in made] == [3, 0, 1]
    assert [one["leads"][0]["name"]["fr"] for one in made] == ["DSI", "Finances", "SG"]


def test_a_line_that_goes_on_in_small_letters_is_no_second_step() -> None:
    grid = sheet(["N°", "Projet", "Activité"], [1, "Portail", "Étude\nrapide du site"], [2, "Forum", "Rencontre"])
    made = commitments_of(read(grid))
    assert [len(one["milestones"]) for one in made] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "تنظيم دورات تكوينية لفائدة موظفي الجماعة\nالمكلفين بالاستقبال",
        "Rencontre avec les associations\nDr Alami, Mme Rami",
        "Étude\n2026",
        "Ouvrir le portail\nhttps://portail.example\nhttps://autre.example",
    ],
)
def test_two_lines_of_one_cell_alone_make_no_lists_of_all_cells(text: str) -> None:
    rows = [["A", text, "DSI"], ["B", "Achat", "SG"], ["C", "Réunion", "SG"]]
    made = commitments_of(read(sheet(["Projet", "Activité", "Responsable"], *rows)))
    assert [[sorted(step) for step in one["milestones"]] for one in made] == [[["leads", "title"]]] * 3
