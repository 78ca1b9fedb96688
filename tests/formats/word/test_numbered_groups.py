"""Tables of minutes with the number of a group in one column and its theme in another; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of


@pytest.mark.parametrize(
    ("title", "heads", "groups"),
    [
        ("PV de l’atelier inventé", ["Groupe", "Thème", "Problèmes", "Propositions"], ["1", "2"]),
        ("PV de l’atelier inventé", ["Groupe", "Thème", "Problèmes", "Propositions"], ["Groupe 1", "Groupe 2"]),
        ("محضر ورشة خيالية", ["المجموعة", "المحور", "الإشكاليات", "المقترحات"], ["1", "2"]),
    ],
)
def test_a_group_has_its_number_and_its_theme(title: str, heads: list[str], groups: list[str]) -> None:
    rows = [heads, [groups[0], "Abc", "Def", "Ghi"], ["", "", "Jkl", "Mno"], [groups[1], "Pqr", "Stu", "Vwx"]]
    (workshop,) = tree_of(read_paper(f"= {title}", rows))["workshops"]
    read = [
        (group["number"], *group["title"].values(), len(group["contributions"])) for group in workshop["working_groups"]
    ]
    assert read == [("1", "Abc", 4), ("2", "Pqr", 2)]
