"""Tables of projects that are none of the plan: not selected, or of an earlier plan; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

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
