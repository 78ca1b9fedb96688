"""Plans whose units are called actions: they are commitments in Word as they are in tables; all made up."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.books.dialects import read_kind

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"


def _plan(*blocks: object) -> dict[str, Any]:
    made = read_paper(*blocks)
    assert unmapped(made) == {}
    (plan,) = tree_of(made)["plans"]
    there: dict[str, Any] = plan
    return there


def _first(text: dict[str, str]) -> str:
    return next(iter(text.values()))


def _titles(objects: list[dict[str, Any]]) -> list[str]:
    return [_first(each["title"]) for each in objects]


@pytest.mark.parametrize(
    ("axis", "action", "lead", "due"),
    [
        ("Axe 1 : Xyz", "Action {} : {}", "Responsable : DGS", "Échéance : 2026"),
        ("Axe 1 : Xyz", "Action n° {} – {}", "Pilote : DGS", "Échéance : 2026"),
        ("المحور الأول: الشفافية", "الإجراء {}: {}", "المسؤول: المدير", "الأجل: 2026"),
        ("Axis 1: Xyz", "Action {}. {}", "Lead: Finance", "Deadline: 2026"),
        ("Eje 1: Xyz", "Acción {}: {}", "Responsable: Secretaría", "Plazo: 2026"),
    ],
)
@pytest.mark.parametrize("mark", ["## ", "! ", ""])
@pytest.mark.parametrize("on_axes", [True, False])
def test_actions_are_commitments_where_nothing_names_projects(
    axis: str, action: str, lead: str, due: str, mark: str, on_axes: bool
) -> None:
    one, two = f"{mark}{action.format('1.1', 'Abc')}", f"{mark}{action.format('1.2', 'Def')}"
    plan = _plan(_TITLE, *([f"# {axis}"] if on_axes else []), one, lead, due, two, lead)
    assert "activities" not in plan
    assert _titles(plan["commitments"]) == ["Abc", "Def"]
    assert [each["number"] for each in plan["commitments"]] == ["1.1", "1.2"]
    assert [each.get("end") for each in plan["commitments"]] == ["2026", None]
    assert all(each["leads"] and ("axes" in each) == on_axes for each in plan["commitments"])


def test_it_is_said_that_actions_were_taken_for_commitments() -> None:
    assert "import/headings-taken" in codes_of(read_paper(_TITLE, "# Action 1 : Abc", "Responsable : DGS"))


@pytest.mark.parametrize("word", ["Activité", "Étape", "Jalon", "النشاط", "المرحلة", "Activity", "Actividad"])
def test_activities_and_steps_are_no_commitments(word: str) -> None:
    plan = _plan(_TITLE, "# Axe 1 : Xyz", f"## {word} 1 : Abc", "Responsable : DGS", f"## {word} 2 : Def")
    assert "commitments" not in plan
    assert _titles(plan["activities"]) == ["Abc", "Def"]


@pytest.mark.parametrize(
    "project",
    ["## Projet 1 : Portail", "## Engagement 1 : Portail", "## Mesure 1 : Portail", "## Portail de la commune"],
)
def test_actions_below_projects_are_their_steps(project: str) -> None:
    plan = _plan(_TITLE, "# Axe 1 : Xyz", project, "Responsable : DGS", "Action 1 : Abc", "Action 2 : Def")
    (commitment,) = plan["commitments"]
    assert _titles(commitment["milestones"]) == ["Abc", "Def"]


def test_a_project_further_down_decides_for_the_whole_file() -> None:
    blocks = ["# Axe 1 : Xyz", "## Action 1 : Abc", "Échéance : 2026", "## Projet 2 : Portail", "Responsable : DGS"]
    plan = _plan(_TITLE, *blocks)
    assert _titles(plan["commitments"]) == ["Portail"]
    assert _titles(plan["activities"]) == ["Abc"]


@pytest.mark.parametrize("steps", [["### Action 1.1.1 : Rst", "Échéance : mars 2026"], ["### Étape 1 : Rst"]])
def test_actions_whose_numbers_go_on_from_another_are_its_milestones(steps: list[str]) -> None:
    plan = _plan(_TITLE, "# Axe 1 : Xyz", "## Action 1.1 : Abc", "Responsable : DGS", *steps, "## Action 1.2 : Def")
    assert _titles(plan["commitments"]) == ["Abc", "Def"]
    assert _titles(plan["commitments"][0]["milestones"]) == ["Rst"]


@pytest.mark.parametrize("label", ["Activités :", "Étapes :", "Actions à mener :"])
def test_what_an_action_lists_are_its_milestones(label: str) -> None:
    plan = _plan(_TITLE, "# Action 1 : Abc", "Responsable : DGS", label, "* Rst (mars 2026)", "* Uvw (juin 2026)")
    (commitment,) = plan["commitments"]
    assert [(_first(each["title"]), each["due"]) for each in commitment["milestones"]] == [
        ("Rst", "2026-03"),
        ("Uvw", "2026-06"),
    ]


def test_a_heading_above_all_actions_and_an_introduction_are_no_commitments() -> None:
    plan = _plan(_TITLE, "# Les actions", "Action 1 : Abc", "Responsable : DGS", "Action 2 : Def", "Responsable : DSI")
    assert _titles(plan["commitments"]) == ["Abc", "Def"]
    intro = read_paper(_TITLE, "# Introduction", "Rst.", "# Actions", "Action 1 : Abc", "Responsable : DGS")
    assert _titles(tree_of(intro)["plans"][0]["commitments"]) == ["Abc"]


def test_headings_without_a_word_above_actions_are_axes() -> None:
    plan = _plan(_TITLE, "# Xyz", "## Action 1 : Abc", "Responsable : DGS", "# Uvw", "## Action 2 : Def")
    assert _titles(plan["axes"]) == ["Xyz", "Uvw"]
    assert [each["axes"] for each in plan["commitments"]] == [["@Xyz"], ["@Uvw"]]


# --- tables


def _in_excel(rows: list[list[str]]) -> dict[str, Any]:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    made = read_kind(stream.getvalue(), "plan.xlsx", kind="xlsx")
    assert made.document is not None
    plan: dict[str, Any] = tree_of(made)["plans"][0]
    return plan


_HEADS = [
    ["Axe", "Action", "Responsable", "Échéance"],
    ["Action", "Responsable", "Échéance"],
    ["Actions", "Responsable", "Échéance"],
    ["Axe", "Activité", "Responsable", "Échéance"],
    ["Axe", "Mesure", "Responsable", "Échéance"],
    ["Axe", "Action", "Activité", "Échéance"],
    ["Axe", "Projet", "Activité", "Échéance"],
    ["المحور", "الإجراء", "المسؤول", "الأجل"],
    ["المحور", "التدبير", "المسؤول", "الأجل"],
    ["المحور", "النشاط", "المسؤول", "الأجل"],
    ["Axis", "Action", "Lead", "Deadline"],
    ["Eje", "Acción", "Responsable", "Plazo"],
    ["Eje", "Medida", "Responsable", "Plazo"],
    ["Eje", "Actividad", "Responsable", "Plazo"],
]


@pytest.mark.parametrize("heads", _HEADS, ids=" ".join)
def test_a_table_is_read_as_it_is_read_in_excel(heads: list[str]) -> None:
    answers = {"Responsable": "DGS", "المسؤول": "DGS", "Lead": "DGS"}
    rows = [[*(answers.get(head, f"{head} {row}") for head in heads[:-1]), "2026"] for row in ("Xyz", "Abc")]
    word, excel = _plan(_TITLE, [heads, *rows]), _in_excel([heads, *rows])
    for field in ("axes", "commitments", "activities"):
        assert word.get(field) == excel.get(field)


def test_tables_below_axes_list_commitments() -> None:
    table = [["N°", "Action", "Responsable"], ["1", "Abc", "DGS"], ["2", "Def", "DSI"]]
    plan = _plan(
        _TITLE, "# Axe 1 : Xyz", table, "# Axe 2 : Uvw", [["N°", "Action", "Responsable"], ["3", "Ghi", "DGS"]]
    )
    assert [(_first(each["title"]), each["number"], each["axes"]) for each in plan["commitments"]] == [
        ("Abc", "1", ["@Xyz"]),
        ("Def", "2", ["@Xyz"]),
        ("Ghi", "3", ["@Uvw"]),
    ]


@pytest.mark.parametrize("first", [["Action 1.1 : Abc", "<"], ["Action 1.1", "Abc"]])
def test_a_card_of_an_action_is_a_commitment(first: list[str]) -> None:
    second = [cell.replace("1.1", "1.2").replace("Abc", "Def") for cell in first]
    cards = [[each, ["Responsable", "DGS"], ["Échéance", "2026"]] for each in (first, second)]
    plan = _plan(_TITLE, "# Axe 1 : Xyz", cards[0], "", cards[1])
    assert [(_first(each["title"]), each["number"], each["end"]) for each in plan["commitments"]] == [
        ("Abc", "1.1", "2026"),
        ("Def", "1.2", "2026"),
    ]


def test_a_table_inside_an_action_lists_its_steps_and_one_above_all_names_the_actions() -> None:
    overview = [["Axe", "Action", "Responsable"], ["Xyz", "Abc", "DGS"]]
    inside = [["Action", "Responsable", "Échéance"], ["Rst", "DSI", "mars 2026"]]
    plan = _plan(_TITLE, overview, "# Axe 1 : Xyz", "## Action 1.1 : Abc", "Échéance : 2026", inside)
    (commitment,) = plan["commitments"]
    assert (_first(commitment["title"]), commitment["end"]) == ("Abc", "2026")
    assert _titles(commitment["milestones"]) == ["Rst"]


# --- what is no plan


def test_actions_decided_in_a_meeting_are_no_commitments() -> None:
    made = read_paper(
        "= Compte rendu de l’atelier de concertation du 12 mars 2026",
        "Participants : 20",
        "! Groupe 1 – Transparence",
        "Propositions :",
        "* Abc",
        "* Def",
        "Action 1 : Rst",
        "Action 2 : Uvw",
    )
    assert "plans" not in tree_of(made)


def test_a_report_on_actions_says_how_far_the_commitments_are() -> None:
    made = read_paper(
        "= Rapport d’avancement du plan d’action 2026-2028",
        "# Axe 1 : Xyz",
        "## Action 1.1 : Abc",
        "Taux d’avancement : 40 %",
        "Réalisations : rédaction faite",
    )
    tree = tree_of(made)
    assert _titles(tree["plans"][0]["commitments"]) == ["Abc"]
    assert [(each["target"], each["progress"]) for each in tree["progress_updates"]] == [("@Abc", 40)]
