"""Columns that number the projects of each row, "Axe | Action 1 | Action 2"; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables import sheets

from opengov_local.document import Import

_FRENCH = ["Publier le budget", "Ouvrir un portail", "Créer un forum", "Former les agents"]
_ARABIC = ["نشر الميزانية", "فتح بوابة", "إحداث منتدى", "تكوين الموظفين"]


def _read(*rows: list[Any]) -> Import:
    sheet = sheets.sheet(*rows)
    made = sheets.read(sheet)
    assert sheets.accounted(made, sheet)
    return made


def _told(made: Import, *fields: str) -> list[tuple[Any, ...]]:
    commitments = sheets.commitments_of(made)
    assert not any("milestones" in one for one in commitments)
    return [(next(iter(one["title"].values())), *(one.get(field) for field in fields)) for one in commitments]


@pytest.mark.parametrize(
    ("axis", "headings", "titles"),
    [
        ("Axe", ["Action 1", "Action 2"], _FRENCH),
        ("Axe", ["Projet n° 1", "Projet n° 2"], _FRENCH),
        ("Theme", ["Commitment 1", "Commitment 2"], _FRENCH),
        ("المحور", ["المشروع 1", "المشروع 2"], _ARABIC),
        ("المحور", ["الإجراء 1", "الإجراء 2"], _ARABIC),
        ("المحور", ["التدبير 1", "التدبير 2"], _ARABIC),
    ],
)
def test_each_numbered_column_names_a_project_of_the_axis(axis: str, headings: list[str], titles: list[str]) -> None:
    made = _read([axis, *headings], ["Écoute", *titles[:2]], ["Jeunesse", *titles[2:]])
    of_axes = [["Écoute"], ["Écoute"], ["Jeunesse"], ["Jeunesse"]]
    assert _told(made, "axes") == list(zip(titles, of_axes, strict=True))
    assert not {"import/conflict", "import/heading-uncertain"} & set(sheets.codes(made))


def test_a_blank_one_is_no_project_and_the_next_row_without_an_axis_is_of_the_axis_above() -> None:
    made = _read(
        ["Axe", "Action 1", "Action 2", "Action 3"],
        ["Écoute", "Budget", "", "Portail"],
        ["", "Carte", "", ""],
        ["Jeunesse", "Forum", "", ""],
    )
    assert _told(made, "axes") == [
        ("Budget", ["Écoute"]), ("Portail", ["Écoute"]), ("Carte", ["Écoute"]), ("Forum", ["Jeunesse"])
    ]  # fmt: skip


@pytest.mark.parametrize("second", ["Échéance", "Échéance 2"])
def test_what_has_its_number_or_stands_behind_it_is_its_own(second: str) -> None:
    first = second.replace("2", "1")
    made = _read(
        ["Axe", "Action 1", first, "Action 2", second],
        ["Écoute", "Budget", "2026-01", "Portail", "2026-02"],
        ["Jeunesse", "Forum", "2026-03", "", ""],
    )
    assert _told(made, "end") == [("Budget", "2026-01"), ("Portail", "2026-02"), ("Forum", "2026-03")]


def test_what_stands_once_in_the_row_is_said_of_each_and_a_sum_of_the_first() -> None:
    made = _read(
        ["Axe", "Action 1", "Action 2", "Pilote", "Budget (DH)"],
        ["Écoute", "Budget", "Portail", "Service financier", 2000],
        ["Jeunesse", "Forum", "", "Service des sports", 500],
    )
    lead, other = [{"name": {"fr": "Service financier"}}], [{"name": {"fr": "Service des sports"}}]
    assert _told(made, "leads") == [("Budget", lead), ("Portail", lead), ("Forum", other)]
    assert [one is not None for _, one in _told(made, "budget")] == [True, False, True]
    found = [finding.code for finding in made.findings]
    assert found.count("import/said-of-each") == 1
    assert found.count("import/sum-of-several") == 1


def test_the_number_of_the_row_is_that_of_no_project() -> None:
    made = _read(["N°", "Action 1", "Action 2"], [1, "Budget", "Portail"], [2, "Forum", "Carte"])
    assert [number for _, number in _told(made, "number")] == [None] * 4
    assert "import/column-unmapped" in sheets.codes(made)


def test_beside_a_title_without_a_number_they_are_its_steps() -> None:
    made = _read(["Axe", "Projet", "Action 1", "Action 2"], ["Écoute", "Portail", "Étude", "Marché"])
    (only,) = sheets.commitments_of(made)
    assert [one["title"] for one in only["milestones"]] == [{"fr": "Étude"}, {"fr": "Marché"}]


@pytest.mark.parametrize(
    "headings",
    [["Rang", "Action", "Pilote"], ["عدد", "المشروع", "المسؤول"], ["Rank", "Commitment", "Lead"]],
)
@pytest.mark.parametrize(
    ("counted", "numbers"),
    [
        ([1, 2, 3], ["1", "2", "3"]),
        (["١", "٢", "٣"], ["١", "٢", "٣"]),
        ([4, 1, 12], [None] * 3),  # counts of something
        ([11, 12, 13], [None] * 3),
        ([1, "", ""], [None] * 3),
    ],
)
def test_running_numbers_before_projects_are_theirs(
    headings: list[str], counted: list[Any], numbers: list[str | None]
) -> None:
    rows = [[count, title, "DSI"] for count, title in zip(counted, _FRENCH, strict=False)]
    made = _read(headings, *rows)
    assert [number for _, number in _told(made, "number")] == numbers
    assert ("import/column-unmapped" in sheets.codes(made)) is (numbers[0] is None)


def test_running_numbers_of_merged_projects_are_theirs() -> None:
    rows: list[list[Any]] = [[1, "Portail", "Étude"], ["", "", "Essai"], [2, "Forum", "Inviter"], ["", "", "Réunir"]]
    table = sheets.sheet(["Rang", "Projet", "Activité"], *rows, merges=("A2:A3", "B2:B3", "A4:A5", "B4:B5"))
    made = sheets.read(table)
    assert [(one["number"], len(one["milestones"])) for one in sheets.commitments_of(made)] == [("1", 2), ("2", 2)]
    assert sheets.accounted(made, table)


@pytest.mark.parametrize("heading", ["Rang", "Rank", "الرتبة"])
def test_ranks_that_only_rise_are_no_depths(heading: str) -> None:
    grid = sheets.sheet(
        [heading, "Projet", "Pilote"], [1, "Portail", "DSI"], [1, "Guichet", "DSI"], [2, "Budget", "DRH"]
    )
    imported = sheets.read(grid)
    assert [next(iter(one["title"].values())) for one in sheets.commitments_of(imported)] == [
        "Portail",
        "Guichet",
        "Budget",
    ]
    assert "import/column-unmapped" in sheets.codes(imported)
    assert sheets.accounted(imported, grid)
