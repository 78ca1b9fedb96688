"""Projects on several axes, which their cell or line names by numbers; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown
from tests.formats.word import papers

from opengov_local.formats.wording.headings.several_axes import numbers_of_axes

ROWS = [
    ["Axe", "Projet", "Responsable"],
    ["Axe 1 : Transparence", "Portail", "DSI"],
    ["Axe 2 : Participation", "Conseil", "DSI"],
    ["Axe 3 : Services", "Guichet", "DSI"],
]


@pytest.mark.parametrize(
    "text", ["Axes 1 et 3", "Axe 1, Axe 3", "1 et 3", "Axes 1 & 3", "المحور 1 والمحور 3", "المحاور 1 و3"]
)
def test_a_project_may_lie_on_several_axes(text: str) -> None:
    grid = sheet(*ROWS, [text, "Formation", "DRH"])
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [axis["number"] for axis in plan["axes"]] == ["1", "2", "3"]
    assert plan["commitments"][-1]["axes"] == ["Transparence", "Services"]
    assert accounted(imported, grid)


@pytest.mark.parametrize("line", [["Axes : 1 et 3"], [[["Axe", "Axe 1, Axe 3"], ["Responsable", "DSI"]]]])
def test_word_projects_may_too(line: list[object]) -> None:
    axes = ["# Axe 1 : Transparence", "## Projet 1 : Portail", "# Axe 3 : Services", "## Projet 2 : Guichet"]
    imported = papers.read_paper("= Programme d'action 2025-2026", *axes, *line)
    (plan,) = papers.tree_of(imported)["plans"]
    assert len(plan["axes"]) == 2
    assert set(plan["commitments"][1]["axes"]) == {"@Transparence", "@Services"}
    assert papers.unmapped(imported) == {}


def test_axes_that_the_plan_does_not_have_are_said() -> None:
    grid = sheet(*ROWS, ["Axes 1 et 7", "Formation", "DRH"])
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [axis["number"] for axis in plan["axes"]] == ["1", "2", "3"]
    assert plan["commitments"][-1]["axes"] == ["Transparence"]
    assert [kept["text"] for kept in plan["commitments"][-1]["x_unmapped"]] == ["7"]
    assert [one.params for one in imported.findings if one.code == "import/axis-unknown"] == [{"number": "7"}]
    assert accounted(imported, grid)


def test_a_list_of_axes_of_which_the_plan_has_none_stays_a_name_which_is_said() -> None:
    imported = read(sheet(*ROWS, ["Axes 7 et 8", "Formation", "DRH"]))
    (plan,) = shown(imported)["plans"]
    assert plan["commitments"][-1]["axes"] == ["Axes 7 et 8"]
    assert codes(imported).count("import/axes-unknown") == 1


@pytest.mark.parametrize(
    "text", ["Axe 1 : Transparence", "1", "Transparence et services", "1 guichet et 3 portails", "1-3"]
)
def test_names_of_axes_are_no_lists(text: str) -> None:
    assert numbers_of_axes(text) == []
