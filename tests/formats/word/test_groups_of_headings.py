"""Rows of headings that are over others: a group beside the title alone is no project."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper


@pytest.mark.parametrize("beside", ["^", ""])
@pytest.mark.parametrize(
    ("title", "group", "parts"),
    [
        ("Projet", "Mise en œuvre", ("Responsable", "Échéance")),
        ("Project", "Arrangements", ("Responsible", "Deadline")),
        ("المشروع", "القيادة", ("المسؤول", "الأجل")),
        ("Proyecto", "Gobernanza", ("Responsable", "Plazo")),
    ],
)
def test_a_group_beside_the_title_alone_is_no_project(
    title: str, group: str, parts: tuple[str, str], beside: str
) -> None:
    rows = [[title, group, "<"], [beside, *parts], ["Alpha", "DSI", "17/09/2027"], ["Beta", "DAF", "18/10/2027"]]
    made = commitments_of(read_paper(rows))
    assert [(each["title"].popitem()[1], each["end"]) for each in made] == [
        ("Alpha", "2027-09-17"),
        ("Beta", "2027-10-18"),
    ]
    assert [each["leads"][0]["name"].popitem()[1] for each in made] == ["DSI", "DAF"]


def test_a_heading_over_nothing_known_heads_no_group() -> None:
    rows = [["Projet", "Portail ouvert", "<"], ["^", "Responsable", "DSI"], ["Budget", "20 000 DH", "<"]]
    assert [each["title"] for each in commitments_of(read_paper(rows))] == [{"fr": "Portail ouvert"}]
