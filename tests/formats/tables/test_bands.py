"""Titles of sections that nobody merged, over projects without numbers."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

from opengov_local.document import Import

_HEAD = ["Projet", "Responsable", "Échéance"]
_PORTAL, _SITE = ["Portail", "DSI", "juin 2027"], ["Site web", "Cabinet", "mai 2027"]
_FORUM, _BUDGET = ["Forum", "Cabinet", "mars 2027"], ["Budget participatif", "DAF", "avril 2027"]
_OPEN, _TAKE_PART = ["Transparence", "", ""], ["Participation", "", ""]


def _below(made: Import) -> list[tuple[str, list[str]]]:
    return [(next(iter(one["title"].values())), one.get("axes", [])) for one in commitments_of(made)]


@pytest.mark.parametrize(
    ("rows", "axes"),
    [
        ([_HEAD, _OPEN, _PORTAL, _SITE, _TAKE_PART, _FORUM, _BUDGET], ["Transparence", "Participation"]),
        (
            [
                ["Project", "Lead", "Deadline", "Budget (USD)"],
                ["OPEN DATA", "", "", ""],
                ["Portal", "IT", "June 2027", 100],
                ["Website", "Cabinet", "", 100],
                ["TAKING PART", "", "", ""],
                ["Forum", "Cabinet", "May 2027", 300],
            ],
            ["OPEN DATA", "TAKING PART"],
        ),
        (
            [
                ["المشروع", "المسؤول", "الأجل"],
                ["الشفافية", "", ""],
                ["بوابة", "مصلحة الإعلاميات", "يونيو 2027"],
                ["ميزانية مفتوحة", "مصلحة المالية", "ماي 2027"],
                ["المشاركة", "", ""],
                ["منتدى", "الديوان", "مارس 2027"],
            ],
            ["الشفافية", "المشاركة"],
        ),
    ],
)
def test_titles_alone_over_projects_are_axes_and_said(rows: list[list[Any]], axes: list[str]) -> None:
    grid = sheet(*rows)
    made = read(grid)
    below = _below(made)
    assert list(dict.fromkeys(axis for _, each in below for axis in each)) == axes
    assert [title for title, _ in below] == [row[0] for row in rows[1:] if row[1]]
    assert codes(made).count("import/assumed") >= len(axes)
    assert accounted(made, grid)


@pytest.mark.parametrize(
    "rows",
    [
        [_PORTAL, _OPEN, _SITE, _TAKE_PART, _FORUM],  # none over the first
        [_OPEN, _PORTAL, _TAKE_PART, _FORUM],  # each second one is not told of
        [_OPEN, _PORTAL, _SITE, _FORUM],  # but one
        [_OPEN, _TAKE_PART, _PORTAL, _SITE, _FORUM],  # two in a row
        [_OPEN, _PORTAL, _SITE, _FORUM, _TAKE_PART],  # nothing below the last
    ],
)
def test_projects_of_which_nothing_is_said_stay_projects(rows: list[list[Any]]) -> None:
    made = read(sheet(_HEAD, *rows))
    assert [title for title, _ in _below(made)] == [row[0] for row in rows]


def test_a_project_over_its_activities_is_no_axis() -> None:
    head = ["Projet", "Activité", "Responsable"]
    rows = [["Portail", "", ""], ["", "Étude", "DSI"], ["", "Mise en ligne", "DSI"], ["Forum", "", ""],
            ["", "Inviter", "Cabinet"]]  # fmt: skip
    assert [title for title, _ in _below(read(sheet(head, *rows)))] == ["Portail", "Forum"]
