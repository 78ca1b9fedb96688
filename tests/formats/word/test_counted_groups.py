"""Groups of those who came that a number before each counts, joined by "et", «و» or "and"; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import read_paper, tree_of

_TITLE = "= Compte rendu de l’atelier"


def _workshop(line: str, title: str = _TITLE) -> dict[str, Any]:
    (workshop,) = tree_of(read_paper(title, line))["workshops"]
    made: dict[str, Any] = workshop
    return made


def _groups(workshop: dict[str, Any]) -> list[tuple[str, int | None]]:
    names = (each.get("party", {}).get("name", {"": ""}) for each in workshop["participants"])
    return [(*name.values(), each.get("count")) for name, each in zip(names, workshop["participants"], strict=True)]


@pytest.mark.parametrize(
    ("title", "line", "groups"),
    [
        (
            _TITLE,
            "Étaient présents : 7 élus, 4 agents et 15 membres d’associations.",
            [("élus", 7), ("agents", 4), ("membres d’associations", 15)],
        ),
        (
            _TITLE,
            "Present: 7 councillors, 4 officials and 15 residents",
            [("councillors", 7), ("officials", 4), ("residents", 15)],
        ),
        ("= محضر الورشة", "الحاضرون: 7 منتخبين و4 موظفين و15 جمعويا", [("منتخبين", 7), ("موظفين", 4), ("جمعويا", 15)]),
        ("= Acta del taller", "Asistentes: 7 concejales y 15 vecinos", [("concejales", 7), ("vecinos", 15)]),
        (_TITLE, "Étaient présents : 7 élus", [("élus", 7)]),
        (_TITLE, "Participants : 15 délégués d’associations", [("délégués d’associations", 15)]),
        (_TITLE, "Participants : 34 personnes : 15 femmes et 19 hommes", [("", 34)]),
        (_TITLE, "Participants : 20 élus dont 5 femmes et 15 hommes", [("20 élus dont 5 femmes et 15 hommes", None)]),
        (_TITLE, "Participants : 7 élus et des habitants", [("7 élus et des habitants", None)]),
        (
            _TITLE,
            "Participants : 15 délégués de 4 associations et 3 coopératives",
            [("15 délégués de 4 associations et 3 coopératives", None)],
        ),
    ],
)
def test_each_number_counts_the_group_behind_it(title: str, line: str, groups: list[tuple[str, int | None]]) -> None:
    assert _groups(_workshop(line, title)) == groups


def test_what_a_number_counts_is_not_lost_where_a_number_is_asked_for() -> None:
    workshop = _workshop("Nombre de participants : 40 au total")
    assert workshop["participants"] == [{"count": 40}]
    assert [each["text"] for each in workshop["x_unmapped"]] == ["40 au total"]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("12 élus, 3 associations et 2 coopératives", ["3 associations", "2 coopératives"]),
        ("12 élus et 4 services communaux", ["4 services communaux"]),
        ("12 élus, 3 جمعيات", ["3 جمعيات"]),
    ],
)
def test_a_number_of_bodies_counts_no_people_and_is_kept(line: str, kept: list[str]) -> None:
    workshop = _workshop(f"Participants : {line}")
    assert _groups(workshop) == [("élus", 12)]
    assert [each["text"] for each in workshop["x_unmapped"]] == kept
