"""Headings that say from when and until when below one of a time; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

_DOWN = ("A1:A2", "B1:B2", "C1:C2", "F1:F2")


@pytest.mark.parametrize(
    ("time", "begin", "end"),
    [
        ("Délais", "De", "À"),
        ("Délais", "Depuis", "Jusqu'à"),
        ("Délais", "Du", "Au"),
        ("Calendrier", "À partir de", "Jusqu'à"),
        ("آجال الإنجاز", "من", "إلى"),
        ("الجدولة الزمنية", "من", "إلى غاية"),
        ("Plazo", "Del", "Al"),
    ],
)
@pytest.mark.parametrize("down", [(), _DOWN])
def test_words_for_from_and_until_are_the_ends_of_the_time_above(
    time: str, begin: str, end: str, down: tuple[str, ...]
) -> None:
    table = sheet(
        ["Projet", "Activité", "Responsable", time, "", "Coût (DH)"],
        ["", "", "", begin, end, ""],
        ["Portail", "Étude", "DSI", "01/03/2026", "15/05/2026", 100],
        ["", "Mise en ligne", "DAF", "01/06/2026", "15/07/2026", 200],
        merges=("D1:E1", *down),
    )
    imported = read(table)
    steps = commitments_of(imported)[0]["milestones"]
    assert [(step["start"], step["due"]) for step in steps] == [
        ("2026-03-01", "2026-05-15"),
        ("2026-06-01", "2026-07-15"),
    ]
    assert not {"import/row-without-title", "import/conflict"} & set(codes(imported))
