"""Results said of a whole project beside its first activity: merged over all of them, or with blank cells below."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

DOUBT = "import/first-activity-alone"
ROWS = [
    ["P1", "Centre de documentation", "Aménager la salle", "Service A", "Salle ouverte"],
    ["", "", "Classer les archives", "", ""],
    ["", "", "Diffuser la lettre", "", ""],
    ["P2", "Forum annuel", "Inviter", "Service B", "Forum tenu"],
    ["", "", "Tenir le forum", "", ""],
]
FRENCH = ["Code", "Projet", "Actions à mener", "Pilote", "Livrable attendu"]
MERGES = ("A2:A4", "B2:B4", "D2:D4", "E2:E4", "A5:A6", "B5:B6", "D5:D6", "E5:E6")


def _results(commitments: list[dict[str, Any]]) -> list[str | None]:
    return [next(iter(one["expected_results"].values())) if "expected_results" in one else None for one in commitments]


def _steps_with_results(commitments: list[dict[str, Any]]) -> int:
    return sum("deliverable" in step for one in commitments for step in one["milestones"])


@pytest.mark.parametrize("merges", [MERGES, ()])
@pytest.mark.parametrize(
    "header",
    [
        FRENCH,
        ["N°", "Projet", "Activités", "Responsable", "Livrables"],
        ["الرمز", "المشروع", "الأنشطة", "المسؤول", "المخرجات"],
        ["Código", "Proyecto", "Actividades", "Responsable", "Entregable"],
        ["Code", "Project", "Activities", "Lead", "Deliverable"],
    ],
)
def test_what_stands_for_all_activities_is_of_the_project(header: list[str], merges: tuple[str, ...]) -> None:
    grid = sheet(header, *ROWS, merges=merges)
    imported = read(grid)
    commitments = commitments_of(imported)
    assert _results(commitments) == ["Salle ouverte", "Forum tenu"]
    assert _steps_with_results(commitments) == 0
    assert not {DOUBT, "import/alone-in-row"} & {*codes(imported)}
    assert accounted(imported, grid)


def test_a_merge_tells_of_one_project_alone_and_beside_others() -> None:
    (one,) = commitments_of(read(sheet(FRENCH, *ROWS[:3], merges=("B2:B4", "E2:E4"))))
    assert _results([one]) == ["Salle ouverte"]
    rows = [[*row[:4], f"Résultat {at}"] for at, row in enumerate(ROWS[:3])]
    commitments = commitments_of(read(sheet(FRENCH, *rows, *ROWS[3:], merges=("E5:E6",))))
    assert _results(commitments) == [None, "Forum tenu"]
    assert _steps_with_results(commitments) == 3


def test_what_differs_by_activity_is_theirs() -> None:
    rows = [*([*row[:4], f"Résultat {at}"] for at, row in enumerate(ROWS[:3])), *ROWS[3:]]
    imported = read(sheet(FRENCH, *rows))
    assert _steps_with_results(commitments_of(imported)) == 4
    assert DOUBT not in codes(imported)


@pytest.mark.parametrize("repeated", [True, False])
def test_where_little_tells_it_is_said(repeated: bool) -> None:
    rows = [[*(row[:2] if row[0] else ROWS[3 * (at > 2)][:2]), *row[2:]] for at, row in enumerate(ROWS)]
    imported = read(sheet(FRENCH, *(rows if repeated else ROWS[:3])))
    assert _steps_with_results(commitments_of(imported)) == 1 + repeated
    assert codes(imported).count(DOUBT) == 1
