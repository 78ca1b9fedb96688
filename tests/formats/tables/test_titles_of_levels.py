"""Numbers and titles of projects and activities side by side, under headings that say little; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

ROWS: list[list[Any]] = [
    [1, "Portail", "1.1", "Étude", "2026"],
    ["", "", "1.2", "Mise en ligne", "2027"],
    [2, "Forum", "2.1", "Réunir", "2026"],
    ["", "", "2.2", "Publier", "2026"],
]
READ = [
    ("1", "Portail", [("1.1", "Étude"), ("1.2", "Mise en ligne")]),
    ("2", "Forum", [("2.1", "Réunir"), ("2.2", "Publier")]),
]


def _numbered(*rows: list[Any], **more: Any) -> list[tuple[Any, str, list[tuple[Any, str]]]]:
    grid = sheet(*rows, **more)
    imported = read(grid)
    assert accounted(imported, grid)
    assert not {"import/conflict", "import/row-without-title", "import/heading-uncertain"} & set(codes(imported))
    (plan,) = shown(imported)["plans"]

    def told(one: dict[str, Any]) -> tuple[Any, str]:
        return one.get("number"), next(iter(one["title"].values()))

    return [(*told(one), [told(step) for step in one.get("milestones", ())]) for one in plan["commitments"]]


@pytest.mark.parametrize(
    "headings",
    [
        "Commitment|Milestones|#|Short title|#|Milestone description|End",
        "Commitment|Milestones|No.|Title|No.|Description|End",
        "Commitment|Milestone|No.|Commitment title|No.|Milestone|End",
        "Engagement|Jalons|N°|Intitulé|N°|Intitulé|Fin",
        "Engagement|Jalons|Réf.|Intitulé|Réf.|Libellé|Fin",
        "Engagements|Activités|N°|Libellé|N°|Description|Fin",
        "Projet|Étapes|Code|Désignation|Code|Désignation|Échéance",
        "الالتزام|الأنشطة|الرقم|العنوان|الرقم|العنوان|الأجل",
        "Compromiso|Hitos|N.º|Nombre|N.º|Descripción|Plazo",
    ],
)
def test_numbers_and_titles_below_groups_are_those_of_their_level(headings: str) -> None:
    one, other, *lower = headings.split("|")
    groups = [one, "", other, "", ""]
    assert _numbered(["Plan d'action 2026"], groups, lower, *ROWS, merges=("A2:B2", "C2:E2")) == READ


@pytest.mark.parametrize(
    "headings",
    [
        "N°|Libellé|N°|Description|Échéance",
        "N°|Engagement|N°|Jalon|Échéance",
        "N°|Projet|Réf|Activité|Échéance",
        "No.|Title|No.|Description|Deadline",
        "No.|Short title|No.|Milestone description|Deadline",
        "N.º|Nombre|N.º|Descripción|Plazo",
        "الرقم|الالتزام|الرقم|النشاط|الأجل",
    ],
)
def test_of_two_numbers_each_is_that_of_the_title_behind_it(headings: str) -> None:
    assert _numbered(headings.split("|"), *ROWS) == READ


def test_a_second_number_before_a_description_of_each_project_is_no_activity() -> None:
    imported = read(sheet(["N°", "Projet", "Code", "Description"], [1, "Portail", "X1", "a"], [2, "Forum", "X2", "b"]))
    (plan,) = shown(imported)["plans"]
    assert [one["description"] for one in plan["commitments"]] == [{"fr": "a"}, {"fr": "b"}]
    assert "activities" not in plan


def test_numbers_of_axes_projects_and_activities() -> None:
    header = ["N°", "Axe", "N°", "Projet", "N°", "Activité"]
    rows = [
        ["I", "Eau", 1, "Puits", 1, "Forer"],
        ["", "", "", "", 2, "Équiper"],
        ["II", "Air", 2, "Capteurs", 1, "Acheter"],
    ]
    (plan,) = shown(read(sheet(header, *rows)))["plans"]
    assert [axis["number"] for axis in plan["axes"]] == ["I", "II"]
    assert [(one["number"], [step["number"] for step in one["milestones"]]) for one in plan["commitments"]] == [
        ("1", ["1", "2"]),
        ("2", ["1"]),
    ]


def test_an_unknown_heading_below_a_group_without_a_title_is_uncertain() -> None:
    header = ["No.", "Whatever", "Milestone", "Deadline"]
    imported = read(
        sheet(["Commitment", "", "Milestones", ""], header, [1, "Portal", "Open", "2026"], merges=("A1:B1", "C1:D1"))
    )
    (plan,) = shown(imported)["plans"]
    assert plan["commitments"][0]["title"] == {"en": "Portal"}
    assert "import/heading-uncertain" in codes(imported)


def test_one_remark_on_a_first_activity_is_that_activitys() -> None:
    header = ["Projet", "Activité", "Observations"]
    rows = [["Portail", "Ouvrir", "en ligne"], ["", "Publier", ""], ["Forum", "Réunir", ""], ["", "Former", ""]]
    (plan,) = shown(read(sheet(header, *rows)))["plans"]
    assert plan["commitments"][0]["milestones"][0]["additional_information"] == {"fr": "en ligne"}


@pytest.mark.parametrize("numbers", [("1.1", "1.2"), (1, 2), ("A1", "A2")])
@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("Hito", "Descripción del hito"),
        ("Jalon", "Intitulé"),
        ("Activité", "Description"),
        ("Activité", "Libellé de l'activité"),
        ("النشاط", "وصف النشاط"),
    ],
)
def test_activities_that_are_numbers_alone_number_what_stands_behind(
    step: str, words: str, numbers: tuple[Any, ...]
) -> None:
    one, two = numbers
    grid = sheet(
        ["N°", "Projet", step, words, "Responsable"],
        ["1", "Kiosque", one, "Choix du lieu", "DSI"],
        ["1", "Kiosque", two, "Ouverture", "SG"],
    )
    imported = read(grid)
    (project,) = commitments_of(imported)
    steps = [(step["number"], *step["title"].values()) for step in project["milestones"]]
    assert steps == [(str(one), "Choix du lieu"), (str(two), "Ouverture")]
    assert codes(imported).count("import/heading-uncertain") == 2
    assert accounted(imported, grid)


def test_activities_in_words_beside_their_descriptions_are_titles() -> None:
    grid = sheet(["Projet", "Activité", "Description"], ["Kiosque", "Achat", "1 m²"], ["Kiosque", "Pose", "2 jours"])
    (project,) = commitments_of(read(grid))
    assert [step["title"]["fr"] for step in project["milestones"]] == ["Achat", "Pose"]
