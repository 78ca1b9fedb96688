"""Tables of projects that are none of the plan: not selected, or of an earlier plan; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.document import Import

_PLAN = sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "DGS"], name="Projets")
_REJECTED: tuple[list[Any], ...] = (["N°", "Projet", "Motif"], [1, "Piscine", "Trop cher"], [2, "Tram", "Trop long"])


def _titles(made: Import) -> list[str]:
    return [next(iter(one["title"].values())) for plan in shown(made)["plans"] for one in plan.get("commitments", ())]


@pytest.mark.parametrize(
    "name",
    ["Projets non retenus", "Projects not selected", "Proyectos descartados", "المشاريع المرفوضة",
     "Bilan du plan précédent", "Previous action plan", "البرنامج السابق"],
)  # fmt: skip
def test_a_sheet_of_other_projects_is_kept_and_said(name: str) -> None:
    other = sheet(*_REJECTED, name=name)
    made = read(_PLAN, other)
    assert _titles(made) == ["Portail", "Forum"]
    (plan,) = shown(made)["plans"]
    assert plan["title"] == {"fr": "fichier"}
    assert [one["text"] for one in plan["x_unmapped"]] == [str(cell) for row in _REJECTED[1:] for cell in row]
    (said,) = [finding for finding in made.findings if finding.code == "import/other-projects-kept"]
    assert (said.params["count"], said.params["text"]) == (2, name)
    assert accounted(made, _PLAN, other)


def test_a_line_above_a_further_table_says_so_too() -> None:
    plan = ["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [""]
    grid = sheet(*plan, ["Projets non retenus"], *_REJECTED)
    made = read(grid)
    assert _titles(made) == ["Portail"]
    assert "import/other-projects-kept" in codes(made)
    assert accounted(made, grid)


def test_an_earlier_plan_alone_is_the_plan() -> None:
    made = read(sheet(["Bilan du plan précédent 2022-2024"], ["N°", "Projet", "État"], [1, "Portail", "Achevé"]))
    assert _titles(made) == ["Portail"]
    assert "import/other-projects-kept" not in codes(made)


def test_results_that_are_states_are_states() -> None:
    rows = [1, "Site", "Achevé"], [2, "Radio", "Abandonné"]
    made = read(sheet(["N°", "Projet", "Résultat"], *rows))
    found = [one["status"]["code"] for one in shown(made)["plans"][0]["commitments"]]
    assert found == ["completed", "abandoned"]


_HEAD = ["N°", "Projet", "Responsable"]


@pytest.mark.parametrize(
    "line",
    ["Projets non retenus", "II. Propositions écartées (2)", "Projets reportés", "Projets en attente",
     "Rejected proposals", "المشاريع غير المعتمدة", "Propuestas descartadas"],
)  # fmt: skip
@pytest.mark.parametrize("again", [[], [_HEAD]], ids=["alone", "headings again"])
def test_a_line_among_the_rows_says_so_too(line: str, again: list[list[Any]]) -> None:
    grid = sheet(_HEAD, [1, "Portail", "DSI"], [2, "Forum", "DGS"], [""], [line], *again, [3, "Piscine", "DAF"])
    made = read(grid)
    assert _titles(made) == ["Portail", "Forum"]
    (plan,) = shown(made)["plans"]
    assert [one["text"] for one in plan["x_unmapped"]] == ["3", "Piscine", "DAF"]
    (said,) = [finding for finding in made.findings if finding.code == "import/other-projects-kept"]
    assert (said.params["count"], said.params["last"]) == (1, 6 + len(again))
    assert accounted(made, grid)


def test_an_axis_that_follows_is_of_the_plan_again() -> None:
    rows = ["AXE 1 : Transparence"], [1, "Portail", "DSI"], ["Projets non retenus"], [2, "Piscine", "DAF"]
    made = read(sheet(_HEAD, *rows, ["AXE 2 : Participation"], [3, "Forum", "DGS"]))
    assert _titles(made) == ["Portail", "Forum"]
    assert [axis["number"] for axis in shown(made)["plans"][0]["axes"]] == ["1", "2"]


def test_axes_that_come_again_are_of_other_projects() -> None:
    axes = ["AXE 1 : Transparence"], ["AXE 2 : Participation"]
    rows = axes[0], [1, "Portail", "DSI"], axes[1], [2, "Forum", "DGS"]
    others = axes[0], [3, "Piscine", "DAF"], axes[1], [4, "Tram", "DGS"]
    made = read(sheet(_HEAD, *rows, ["Projets non retenus"], *others))
    assert _titles(made) == ["Portail", "Forum"]


@pytest.mark.parametrize(
    "row",
    [[3, "Projets non retenus", "DAF"], [3, "Publier les projets non retenus", ""], ["", "Portail des projets", ""]],
)
def test_projects_about_such_projects_are_of_the_plan(row: list[Any]) -> None:
    assert "import/other-projects-kept" not in codes(read(sheet(_HEAD, [1, "Portail", "DSI"], row)))


def test_groups_of_states_are_of_the_plan_and_no_axes() -> None:
    rows = ["Projets achevés"], [1, "Portail", "DSI"], ["Projets en attente"], [2, "Forum", "DGS"]
    made = read(sheet(_HEAD, *rows))
    assert _titles(made) == ["Portail", "Forum"]
    assert "axes" not in shown(made)["plans"][0]
    assert "import/other-projects-kept" not in codes(made)
    assert codes(made).count("import/row-without-title") == len(("Projets achevés", "Projets en attente"))


def test_a_table_without_rows_stays_one() -> None:
    assert "import/no-projects" in codes(read(sheet(_HEAD)))


def test_a_table_of_two_columns_that_begins_as_the_last_one_did_is_a_table_of_its_own() -> None:
    grid = sheet(
        ["Tableau 1 : projets retenus"],
        ["Projet", "Coût"],
        ["Portail", "150 KDH"],
        ["Forum", "20 KDH"],
        [""],
        ["Tableau 2 : projets non retenus"],
        ["Projet", "Motif"],
        ["Piscine", "Hors compétence"],
        ["Stade", "Coût élevé"],
    )
    imported = read(grid)
    assert accounted(imported, grid)
    assert _titles(imported) == ["Portail", "Forum"]
    (plan,) = shown(imported)["plans"]
    assert [len(one["budget"]) for one in plan["commitments"]] == [1, 1]
    assert "import/other-projects-kept" in codes(imported)


@pytest.mark.parametrize(
    "line", ["Projets non retenus", "Projets proposés non retenus", "المشاريع غير المعتمدة", "Projects not retained"]
)
@pytest.mark.parametrize("blank", [[], [[]]])
def test_a_blank_row_below_the_line_of_projects_of_no_plan_parts_nothing(line: str, blank: list[Any]) -> None:
    grid = sheet(
        ["N°", "Projet"], [1, "Portail"], [2, "Forum"], [], [line], *blank, ["N°", "Projet", "Motif"],
        [1, "Piscine", "Coût"], [2, "Stade", "Hors compétence"],
    )  # fmt: skip
    imported = read(grid)
    assert accounted(imported, grid)
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail", "Forum"]
    assert codes(imported).count("import/other-projects-kept") == 1


def test_a_sheet_of_how_things_stood_once_is_kept_and_said() -> None:
    plan = sheet(["Projet", "Responsable"], ["Portail", "DSI"], ["Bulletin", "Presse"], name="Projets")
    past = sheet(["Projet", "État", "Date"], ["Portail", "Non démarré", "01/2025"], ["Bulletin", "En cours", "06/2025"],
                 name="Historique")  # fmt: skip
    imported = read(plan, past)
    assert not any({"status", "start", "end"} & one.keys() for one in commitments_of(imported))
    assert "import/other-list-kept" in codes(imported)
    assert accounted(imported, plan, past)


@pytest.mark.parametrize("total", ["Nombre total d'activités", "العدد الإجمالي للأنشطة", "Total number of activities"])
def test_a_row_that_counts_all_of_them_is_no_project(total: str) -> None:
    grid = sheet(["N°", "Projet", "Nombre d'activités"], ["1", "Portail", 3], ["2", "Bulletin", 2], ["", total, 5])
    assert [one["number"] for one in commitments_of(read(grid))] == ["1", "2"]
