"""Merged headings of two rows that stand again further down in their table, as where a page begins; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

_HEAD = ("Commune de Zagora", "# Programme d'ouverture 2026-2027")
_LIST = [["Code", "Projet", "Responsable"], ["E1", "Portail", "DSI"], ["E2", "Forum", "SF"]]


def test_of_quarters_they_are_no_steps() -> None:
    heads = [["Code", "Projet", "2026", "<", "2027", "<"], ["^", "^", "T1", "T2", "T1", "T2"]]
    rows = [["E1", "Portail", "", "X", "X", ""], *heads, ["E2", "Forum", "X", "", "", ""]]
    made = read_paper(*_HEAD, _LIST, "Chronogramme", [*heads, *rows])
    first, second = tree_of(made)["plans"][0]["commitments"]
    assert (first["start"], first["end"]) == ("2026-Q2", "2027-Q1")
    assert (second["start"], second["end"]) == ("2026-Q1", "2026-Q1")
    assert [each for each in (first, second) if "milestones" in each] == []
    assert unmapped(made) == {}


def test_of_sums_by_year_they_are_none() -> None:
    heads = [
        ["N°", "Projet", "Responsable", "Coût (KDH)", "Échéancier (KDH)", "<"],
        ["^", "^", "^", "^", "2026", "2027"],
    ]
    rows = [["1", "Portail", "DSI", "350", "200", "150"], *heads, ["2", "Forum", "SF", "60", "40", "20"]]
    made = read_paper(*_HEAD, [*heads, *rows])
    sums = [
        {line["amount"]["value"] for line in each["budget"] if "amount" in line}
        for each in tree_of(made)["plans"][0]["commitments"]
    ]
    assert [max(map(int, each)) for each in sums] == [350000, 60000]


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("N°", "Projet", "Responsable"), ("2", "Budget", "Partenaires")),
        (("الرقم", "المشروع", "المسؤول"), ("2", "الموقع", "الموارد")),
        (("الرقم", "المشروع", "المسؤول"), ("٢", "الموقع", "الموارد")),
    ],
)
def test_a_row_with_the_next_number_heads_nothing(heads: tuple[str, ...], row: tuple[str, ...]) -> None:
    made = read_paper(
        "= Programme d’ouverture 2026-2027", [[*heads], ["1", "Portail", "DSI"], [*row], ["3", "Forum", "SG"]]
    )
    titles = [next(iter(one["title"].values())) for one in tree_of(made)["plans"][0]["commitments"]]
    assert titles == ["Portail", row[1], "Forum"]
