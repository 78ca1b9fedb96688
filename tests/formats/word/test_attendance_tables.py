"""Tables of those who came, counted by group, with women and men, in minutes; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

TITLE = "= Compte rendu de l’atelier de co-création"


def _read(rows: list[list[str]], *, title: str = TITLE, heading: str = "# Participants") -> tuple[Any, Any]:
    made = read_paper(title, heading, rows)
    came = tree_of(made)["workshops"][0].get("participants", []) if "workshops" in tree_of(made) else []
    said = [(next(iter(each["party"]["name"].values())), each.get("count"), each.get("women")) for each in came]
    return said, made


@pytest.mark.parametrize(
    ("title", "heading", "head", "row"),
    [
        (TITLE, "# Participants", ["Collège", "Présents", "Dont femmes"], ["Élus", "6", "2"]),
        (TITLE, "# Participants", ["Catégorie", "Hommes", "Femmes", "Total"], ["Élus", "4", "2", "6"]),
        (TITLE, "# Contexte", ["Collège", "Hommes", "Femmes", "Total présents"], ["Élus", "4", "2", "6"]),
        (TITLE, "# Participants", ["N°", "Catégorie", "Femmes", "Effectif"], ["1", "Élus", "2", "6"]),
        ("= Minutes of the workshop", "# Attendance", ["Category", "Male", "Female", "Total"], ["Élus", "4", "2", "6"]),
        ("= Minutes of the workshop", "# Attendance", ["Category", "Number", "Women"], ["Élus", "6", "2"]),
        ("= محضر ورشة الإعداد المشترك", "# الحضور", ["الفئة", "الذكور", "الإناث", "المجموع"], ["Élus", "4", "2", "6"]),
        ("= محضر ورشة الإعداد المشترك", "# الحضور", ["الفئة", "الحاضرون", "من بينهم نساء"], ["Élus", "6", "2"]),
        ("= محضر ورشة الإعداد المشترك", "# الحضور", ["الفئة", "العدد", "منهم النساء"], ["Élus", "6", "2"]),
        ("= محضر ورشة الإعداد المشترك", "# تقديم", ["الفئة", "العدد", "من ضمنهم نساء"], ["Élus", "6", "2"]),
        ("= Acta del taller", "# Participantes", ["Grupo", "Hombres", "Mujeres", "Total"], ["Élus", "4", "2", "6"]),
    ],
)
def test_groups_have_their_counts(title: str, heading: str, head: list[str], row: list[str]) -> None:
    said, made = _read([head, row], title=title, heading=heading)
    assert said == [("Élus", 6, 2)]
    assert set(unmapped(made).values()) <= {"1"}
    assert "import/attendance-unread" not in codes_of(made)


def test_two_words_for_those_who_came_are_the_groups_and_their_counts() -> None:
    said, made = _read([["Participants", "Effectif"], ["Élus", "6"], ["Associations", "27"]])
    assert said == [("Élus", 6, None), ("Associations", 27, None)]
    assert unmapped(made) == {}


def test_totals_and_who_did_not_come_are_no_group() -> None:
    rows = [["N°", "Collège", "Présents", "Excusés"], ["1", "Élus", "6", "2"], ["2", "Presse", "–", "1"]]
    said, made = _read([*rows, ["Total", "", "6", "3"]])
    assert said == [("Élus", 6, None)]
    assert list(unmapped(made).values()) == ["1", "2", "2", "Presse", "–", "1", "Total", "6", "3"]
    assert "import/total-row" in codes_of(made)


def test_women_and_men_make_no_total_that_nobody_wrote() -> None:
    said, made = _read([["Collège", "Hommes", "Femmes"], ["Élus", "4", "0"]])
    assert said == [("Élus", None, 0)]
    assert list(unmapped(made).values()) == ["4"]


def test_numbers_that_do_not_go_together_are_kept() -> None:
    rows = [["Collège", "Hommes", "Femmes", "Total"], ["Élus", "4", "2", "7"], ["Presse", "1", "9", "5"]]
    said, made = _read(rows)
    assert said == [("Élus", 7, 2), ("Presse", 5, None)]
    assert list(unmapped(made).values()) == ["4", "1", "9"]


def test_a_table_that_counts_people_and_is_not_read_is_said() -> None:
    said, made = _read([["Collège", "Zone A", "Zone B"], ["Élus", "6", "7"]])
    assert said == []
    assert "import/attendance-unread" in codes_of(made)


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("# Contexte : emplois créés", ["Secteur", "Hommes", "Femmes"]),
        ("# Budget par filière", ["Filière", "Femmes", "Total"]),
        ("# معطيات عامة", ["القطاع", "الذكور", "الإناث"]),
    ],
)
def test_women_and_men_elsewhere_did_not_come(heading: str, head: list[str]) -> None:
    said, made = _read([head, ["Artisanat", "30", "90"]], heading=heading)
    assert said == []
    assert {"Artisanat", "30", "90"} <= set(unmapped(made).values())
