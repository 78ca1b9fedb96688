"""Lists of axes by their numbers, with how many projects each has, above or beside the projects; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, read, sheet, shown

PROJECTS: list[list[Any]] = [["N°", "Projet", "Pilote"], [1, "Portail", "DSI"], [2, "Forum", "SG"]]


def _plan(*sheets: list[list[Any]]) -> dict[str, Any]:
    grids = [sheet(*rows, name=f"S{at}") for at, rows in enumerate(sheets)]
    imported = read(*grids)
    assert accounted(imported, *grids)
    found: dict[str, Any] = shown(imported)["plans"][0]
    return found


def _axes(plan: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(axis.get("number"), *axis["title"].values()) for axis in plan.get("axes", [])]


@pytest.mark.parametrize(
    "header",
    [
        ["Axe", "Intitulé", "Nb projets"],
        ["Axe", "Libellé", "Nombre de projets"],
        ["Axis", "Title", "Number of projects"],
        ["Eje", "Nombre", "Número de proyectos"],
        ["المحور", "العنوان", "عدد المشاريع"],
        ["Axe", "Intitulé"],
    ],
)
@pytest.mark.parametrize("numbers", ["12", ("I", "II"), "AB"])
def test_titles_behind_the_numbers_of_axes_are_theirs(header: list[str], numbers: tuple[str, ...]) -> None:
    titles = ["Transparence", "Citoyenneté"]
    listed = [[number, title, *[1][: len(header) - 2]] for number, title in zip(numbers, titles, strict=True)]
    tables = [
        [[f"AXE {number} : {title}"], [], PROJECTS[0], project]
        for number, title, project in zip(numbers, titles, PROJECTS[1:], strict=True)
    ]
    plan = _plan([["Plan d'action 2026-2027"], [], header, *listed], *tables)
    assert _axes(plan) == list(zip(numbers, titles, strict=True))
    assert [(one["number"], *one["axes"]) for one in plan["commitments"]] == list(zip("12", titles, strict=True))


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (["Axe", "Intitulé", "Pilote"], [[1, "Portail", "DSI"], [2, "Forum", "SG"]]),
        (["Axe", "Intitulé"], [[1, "Portail"], [1, "Forum"]]),
        (["Axe", "Intitulé", "Suivi du maire"], [[1, "Portail", "Vu"], [2, "Forum", "Vu"]]),
        (["Axe", "Projet", "Nb projets"], [[1, "Portail", 1], [2, "Forum", 1]]),
    ],
)
def test_projects_by_the_numbers_of_their_axes_stay_projects(header: list[str], rows: list[list[Any]]) -> None:
    plan = _plan([header, *rows])
    assert [next(iter(one["title"].values())) for one in plan["commitments"]] == ["Portail", "Forum"]


def test_axes_listed_above_the_tables_of_their_projects() -> None:
    listed = [["Axe", "Intitulé", "Nb projets"], ["1", "Transparence", "1"], ["2", "Écoute", "1"], [""]]
    header = ["N°", "Projet d'ouverture", "Pilote", "Activités", "Échéance"]
    rows = [[""], ["AXE 1 : Transparence"], [""], header, ["1", "Portail", "DSI", "Étude", "2026"],
            ["", "", "", "Mise en ligne", "2027"], [""], ["AXE 2 : Écoute"], [""], header,
            ["2", "Forum", "Cabinet", "Réunir", "2026"], ["", "", "", "Publier", "2027"]]  # fmt: skip
    (plan,) = shown(read(sheet(*listed, *rows)))["plans"]
    axes = [(one.get("number"), *one["title"].values()) for one in plan["axes"]]
    assert axes == [("1", "Transparence"), ("2", "Écoute")]
    assert [[*one["title"].values()] for one in plan["commitments"]] == [["Portail"], ["Forum"]]
