"""Activities in a table of their own whose numbers begin with those of projects of another table; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

_PLAN: tuple[list[Any], ...] = (["N°", "Projet"], [1, "Portail"], [2, "Forum"])


def _steps(made: Any) -> list[list[str]]:
    return [[step["number"] for step in one.get("milestones", ())] for one in commitments_of(made)]


@pytest.mark.parametrize("name", ["Activités", ""])
def test_they_are_steps_of_these_projects(name: str) -> None:
    rows = ["N°", "Activité", "Échéance"], ["1.1", "Étude", "06/2026"], ["1.2", "Ligne", ""], ["2.1", "Salle", ""]
    sheets = [sheet(*_PLAN, name="Projets"), sheet(*rows, name=name)] if name else [sheet(*_PLAN, [""], *rows)]
    made = read(*sheets)
    assert _steps(made) == [["1.1", "1.2"], ["2.1"]]
    assert "activities" not in shown(made)["plans"][0]
    assert "import/levels-by-number" in codes(made)
    assert accounted(made, *sheets)


def test_numbers_of_several_levels_count_whole() -> None:
    plan = sheet(["N°", "Projet"], ["1.1", "Portail"], ["1.2", "Forum"], name="Projets")
    made = read(plan, sheet(["N°", "Activité"], ["1.1.1", "Étude"], ["1.2.1", "Salle"], name="Activités"))
    assert _steps(made) == [["1.1.1"], ["1.2.1"]]


@pytest.mark.parametrize("rows", [[["3.1", "Étude"], ["1.1", "Salle"]], [["1.1", "Étude"], ["", "Salle"]]])
def test_other_numbers_are_the_activities_own(rows: list[list[Any]]) -> None:
    made = read(sheet(*_PLAN, name="Projets"), sheet(["N°", "Activité"], *rows, name="Activités"))
    assert "import/levels-by-number" not in codes(made)
    assert _steps(made) == [[], []]


def test_numbers_that_run_on_beyond_the_projects_are_the_activities_own() -> None:
    rows = ["N°", "Activité"], [1, "Étude"], [2, "Salle"], [3, "Bilan"]
    made = read(sheet(*_PLAN, name="Projets"), sheet(*rows, name="Activités"))
    assert _steps(made) == [[], []]
    assert [one["number"] for one in shown(made)["plans"][0]["activities"]] == ["1", "2", "3"]
    assert "import/unknown-reference" not in codes(made)


@pytest.mark.parametrize(("heading", "title"), [("N°", "Activité"), ("الرقم", "النشاط")])
@pytest.mark.parametrize("count", [1, 2])
def test_numbers_that_run_on_are_the_rows_own_also_where_projects_have_them_all(
    heading: str, title: str, count: int
) -> None:
    rows = [[1, "Étude"], [2, "Salle"]][:count]
    made = read(sheet(*_PLAN, name="Projets"), sheet([heading, title], *rows, name="Activités"))
    assert _steps(made) == [[], []]
    assert [one["number"] for one in shown(made)["plans"][0]["activities"]] == ["1", "2"][:count]
    assert codes(made).count("import/numbers-of-rows") == 1


@pytest.mark.parametrize("numbers", [[1, 1, 2], [2, 1, 1]])
def test_numbers_that_repeat_are_those_of_projects(numbers: list[int]) -> None:
    rows = [[number, title] for number, title in zip(numbers, ["Étude", "Salle", "Bilan"], strict=True)]
    made = read(sheet(*_PLAN, name="Projets"), sheet(["N°", "Activité"], *rows, name="Activités"))
    assert [len(one["milestones"]) for one in commitments_of(made)] == [numbers.count(1), numbers.count(2)]
    assert "import/numbers-of-rows" not in codes(made)


def test_indicators_that_are_numbered_alone_are_those_of_no_project() -> None:
    rows = ["N°", "Indicateur", "Cible"], [1, "Visites", "2000"], [2, "Inscrits", "40"]
    made = read(sheet(*_PLAN, name="Projets"), sheet(*rows, name="Indicateurs"))
    assert not any("indicators" in one for one in commitments_of(made))
    (plan,) = shown(made)["plans"]
    assert [one["name"]["fr"] for one in plan["indicators"]] == ["Visites", "Inscrits"]
    assert {"import/numbers-of-rows", "import/column-unmapped"} <= set(codes(made))


def test_numbers_of_projects_by_their_heading_stay_those() -> None:
    rows = ["N° du projet", "Activité"], [1, "Étude"], [2, "Salle"], [3, "Bilan"]
    assert "import/unknown-reference" in codes(read(sheet(*_PLAN, name="Projets"), sheet(*rows, name="Activités")))


@pytest.mark.parametrize(("last", "steps"), [("3.1", [["1.1"], [], ["3.1"]]), ("2.1", [[], [], []])])
def test_numbers_that_axes_have_too_are_those_of_projects_where_one_is_no_axis(
    last: str, steps: list[list[str]]
) -> None:
    plan: list[list[Any]] = [
        ["Axe", "N°", "Projet"],
        ["Axe 1 : Eau", 1, "Portail"],
        ["Axe 1 : Eau", 2, "Forum"],
        ["Axe 2 : Air", 3, "Parc"],
    ]
    rows = [["N°", "Activité"], ["1.1", "Étude"], [last, "Salle"]]
    made = read(sheet(*plan, name="Projets"), sheet(*rows, name="Activités"))
    assert _steps(made) == steps
