"""Titles that hold a description too; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.wording.words.long_titles import part_title


@pytest.mark.parametrize(
    ("text", "title", "description"),
    [
        ("Projet 1 : Portail. Ce projet vise à publier.", "Portail", "Ce projet vise à publier."),
        ("Portail\nIl s'agit de publier. Puis de former.", "Portail", "Il s'agit de publier. Puis de former."),
        ("بوابة الجماعة. يهدف هذا المشروع إلى النشر.", "بوابة الجماعة", "يهدف هذا المشروع إلى النشر."),
        ("Open data portal: this project publishes data.", "Open data portal", "this project publishes data."),
    ],
)
def test_a_description_behind_a_title_is_parted_from_it(text: str, title: str, description: str) -> None:
    grid = sheet(["Projet", "Responsable"], [text, "DSI"])
    imported = read(grid)
    (portal,) = shown(imported)["plans"][0]["commitments"]
    assert ([*portal["title"].values()], [*portal["description"].values()]) == ([title], [description])
    assert "import/title-parted" in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    "text", ["Portail", "Ce projet", "Nature. Culture. Sport", "St. Louis : l'école", "Programme d'appui à ce projet"]
)
def test_a_title_stays_whole(text: str) -> None:
    assert part_title(text) == (text, "")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Projet", "Description"], ["Portail. Ce projet vise à publier.", "Publier"]),
        (["Projet", "Responsable"], ["Portail " * 40, "DSI"]),
    ],
)
def test_a_title_that_stays_long_is_said(header: list[Any], row: list[Any]) -> None:
    imported = read(sheet(header, row))
    (portal,) = shown(imported)["plans"][0]["commitments"]
    assert portal["title"]["fr"] == row[0].strip()
    assert "import/title-long" in codes(imported)


def test_rows_of_one_project_are_its_own_though_its_title_was_parted() -> None:
    text = "Portail. Ce projet vise à publier."
    plan = shown(read(sheet(["Projet", "Activité"], [text, "Étude"], [text, "Bilan"])))["plans"][0]
    assert [len(one["milestones"]) for one in plan["commitments"]] == [2]
