"""Lists of those who came behind the last group of minutes: of the whole gathering, not of that group; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_TITLE = "= Compte rendu de l’atelier"
_ROWS = [["Nom", "Qualité"], ["Exemple Un", "élu"], ["Exemple Deux", "agent"]]


def _groups(title: str, asked: str) -> list[str]:
    return [f"# {title} 1 : Alpha", asked, "* Aaa", f"# {title} 2 : Beta", asked, "* Bbb"]


def _said(*blocks: object) -> tuple[dict[str, Any], list[str]]:
    made = read_paper(*blocks)
    (workshop,) = tree_of(made)["workshops"]
    return workshop, codes_of(made)


@pytest.mark.parametrize(
    ("title", "group", "asked", "label", "rows"),
    [
        (_TITLE, "Groupe", "Propositions :", "! Liste de présence", _ROWS),
        (_TITLE, "Groupe", "Propositions :", "### Liste des participants", _ROWS),
        ("= محضر الورشة", "المجموعة", "المقترحات:", "! لائحة الحضور", [["الاسم", "الصفة"], ["مثال أ", "منتخب"]]),
    ],
)
def test_who_came_is_asked_of_the_whole(title: str, group: str, asked: str, label: str, rows: list[list[str]]) -> None:
    workshop, codes = _said(title, *_groups(group, asked), label, rows)
    assert len(workshop["participants"]) == len(rows) - 1
    assert [len(each["contributions"]) for each in workshop["working_groups"]] == [1, 1]
    assert not any("participants" in each for each in workshop["working_groups"])
    assert "import/assumed" in codes


def test_a_list_of_each_group_is_of_that_group() -> None:
    lists = ["! Participants", "* Association Alpha"]
    one, other = _groups("Groupe", "Propositions :")[:3], _groups("Groupe", "Propositions :")[3:]
    workshop, _ = _said(_TITLE, *one, *lists, *other, *lists)
    assert [len(each["participants"]) for each in workshop["working_groups"]] == [1, 1]
    assert "participants" not in workshop


def test_a_list_right_below_its_group_is_of_that_group() -> None:
    blocks = _groups("Groupe", "Propositions :")
    workshop, _ = _said(_TITLE, *blocks[:4], "! Participants", "* Association Alpha", *blocks[4:])
    assert [len(each.get("participants", ())) for each in workshop["working_groups"]] == [0, 1]


def test_a_line_behind_a_table_of_people_is_none_of_them() -> None:
    workshop, _ = _said(
        _TITLE, "# Liste de présence", _ROWS, "Prochaine réunion : 15 avril 2026", "# Propositions", "* A"
    )
    assert len(workshop["participants"]) == len(_ROWS) - 1
    (kept,) = workshop["x_unmapped"]
    assert (kept["label"], kept["text"]) == ("Prochaine réunion", "15 avril 2026")
