"""Cells that list the projects of an axis, in sheets and in tables of Word files; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables import sheets
from tests.formats.word import papers

from opengov_local.document import Import


def _read(rows: list[list[Any]], *, word: bool) -> Import:
    if word:
        return papers.read_paper("= Programme d’ouverture de la commune", rows)
    sheet = sheets.sheet(*rows)
    made = sheets.read(sheet)
    assert sheets.accounted(made, sheet)
    return made


def _projects(made: Import, *, word: bool) -> list[tuple[str | None, str, list[str]]]:
    read = papers.commitments_of(made) if word else sheets.commitments_of(made)
    return [
        (one.get("number"), next(iter(one["title"].values())), [axis.lstrip("@") for axis in one.get("axes", [])])
        for one in read
    ]


_CASES = [
    (["Axe", "Projets"], "Portail ;\nBudget.", "Forum.", None),
    (["Axe", "Projets"], "Portail\nBudget", "Forum", None),
    (["Axe", "Projets"], "Portail ; Budget", "Forum", None),
    (["Axe", "Projet"], "- Portail\n- Budget", "- Forum", None),
    (["المحور", "المشاريع"], "- Portail؛\n- Budget.", "- Forum.", None),
    (["Axe", "Projet"], "1. Portail\n2. Budget", "3. Forum", "1"),
]


@pytest.mark.parametrize(("heads", "first", "second", "number"), _CASES)
@pytest.mark.parametrize("word", [False, True])
def test_each_item_is_a_project_of_its_axis(
    heads: list[str], first: str, second: str, number: str | None, word: bool
) -> None:
    made = _read([heads, ["Écoute", first], ["Jeunesse", second]], word=word)
    numbers = ("1", "2", "3") if number else (None, None, None)
    expected = zip(numbers, ("Portail", "Budget", "Forum"), (["Écoute"], ["Écoute"], ["Jeunesse"]), strict=True)
    assert _projects(made, word=word) == list(expected)
    assert "import/lines-as-items" in sheets.codes(made)


@pytest.mark.parametrize("word", [False, True])
@pytest.mark.parametrize("title", ["Portail communal\nmultilingue", "Portail\n- en arabe\n- en français"])
def test_a_title_on_two_lines_and_one_with_items_below_stay_one(title: str, word: bool) -> None:
    made = _read([["Axe", "Projets"], ["Écoute", title], ["Écoute", "Budget"], ["Jeunesse", "Forum"]], word=word)
    assert len(_projects(made, word=word)) == 3


@pytest.mark.parametrize("word", [False, True])
def test_projects_listed_beside_their_leads_are_said(word: bool) -> None:
    rows = [
        ["Axe", "Projet", "Responsable"],
        ["Écoute", "- Portail\n- Budget", "Service A"],
        ["Jeunesse", "Forum", "B"],
    ]
    assert "import/list-uncertain" in sheets.codes(_read(rows, word=word))


def test_steps_in_two_languages_one_below_the_other_are_one_each() -> None:
    heads = ["Projet\nالمشروع", "Activité\nالنشاط", "Responsable\nالمسؤول", "Échéance\nالأجل"]
    rows = [["Portail\nالبوابة", "Étude\nالدراسة", "Service\nالمصلحة", "juin 2026\nيونيو 2026"]]
    rows += [["Forum\nالمنتدى", "Appel\nالنداء", "Division\nالقسم", "mai 2026\nماي 2026"]]
    read = sheets.commitments_of(_read([heads, *rows], word=False))
    assert [step["title"] for one in read for step in one["milestones"]] == [
        {"fr": "Étude", "ar": "الدراسة"},
        {"fr": "Appel", "ar": "النداء"},
    ]
    assert [step["due"] for one in read for step in one["milestones"]] == ["2026-06", "2026-05"]


@pytest.mark.parametrize("heads", [["Projets", "Activités", "Échéance"], ["المشاريع", "الأنشطة", "الأجل"]])
def test_numbered_projects_of_one_cell_beside_activities_are_said(heads: list[str]) -> None:
    rows = [heads, ["1- Journal\n2- Radio", "- Achat\n- Formation", "2026"], ["3- Portail", "- Étude", "2026"]]
    found = sheets.codes(_read(rows, word=False))
    assert "import/list-uncertain" in found


@pytest.mark.parametrize("heading", ["Projet / Activités", "المشاريع / الأنشطة", "Activités"])
def test_activities_of_no_project_that_a_cell_lists_are_each_one(heading: str) -> None:
    rows = [["Ouvrir", "1. Portail des données\n2. Publier les actes"], ["Associer", "- Forum citoyen\n- Budget"]]
    grid = sheets.sheet(["Axe", heading], *rows)
    imported = sheets.read(grid)
    assert sheets.accounted(imported, grid)
    (plan,) = sheets.shown(imported)["plans"]
    made = [(one.get("number"), one["title"]["fr"], one["axes"]) for one in plan["activities"]]
    assert made == [
        ("1", "Portail des données", ["Ouvrir"]),
        ("2", "Publier les actes", ["Ouvrir"]),
        (None, "Forum citoyen", ["Associer"]),
        (None, "Budget", ["Associer"]),
    ]
    assert sheets.codes(imported).count("import/lines-as-items") == 1


def test_where_more_is_said_of_them_that_they_may_be_several_is_said() -> None:
    rows = [["Ouvrir", "1. Portail\n2. Publier les actes", "20 000 DH"]]
    imported = sheets.read(sheets.sheet(["Axe", "Projet / Activités", "Budget"], *rows))
    (plan,) = sheets.shown(imported)["plans"]
    assert len(plan["activities"]) == 1
    assert sheets.codes(imported).count("import/list-uncertain") == 1
