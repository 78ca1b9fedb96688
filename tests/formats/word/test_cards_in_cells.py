"""Tables with a project in each cell, line by line; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_FRENCH = ("Commune de Zagora", "# Programme d'ouverture 2026-2027")
_ARABIC = ("جماعة زاكورة", "# برنامج الانفتاح 2026-2027")
_PORTAL = "Intitulé : Portail\nResponsable : DSI\nÉchéance : juin 2026"
_FUND = "Intitulé : Fonds\nResponsable : SF\nÉchéance : mai 2026"


def _said(made: Any) -> list[tuple[str | None, str, str, str]]:
    return [
        (
            each.get("number"),
            next(iter(each["title"].values())),
            *(next(iter(lead["name"].values())) for lead in each["leads"]),
            each["end"],
        )
        for each in commitments_of(made)
    ]


@pytest.mark.parametrize(
    ("head", "table", "expected"),
    [
        (_FRENCH, [[_PORTAL], [_FUND]], [(None, "Portail", "DSI", "2026-06"), (None, "Fonds", "SF", "2026-05")]),
        (_FRENCH, [[_PORTAL, _FUND]], [(None, "Portail", "DSI", "2026-06"), (None, "Fonds", "SF", "2026-05")]),
        (
            _FRENCH,
            [["1", _PORTAL], ["2", _FUND]],
            [("1", "Portail", "DSI", "2026-06"), ("2", "Fonds", "SF", "2026-05")],
        ),
        (
            _ARABIC,
            [
                ["المشروع: بوابة\nالمسؤول: المصلحة\nالأجل: يونيو 2026"],
                ["المشروع: صندوق\nالمسؤول: المالية\nالأجل: ماي 2026"],
            ],
            [(None, "بوابة", "المصلحة", "2026-06"), (None, "صندوق", "المالية", "2026-05")],
        ),
    ],
)
def test_each_cell_is_a_project(
    head: tuple[str, str], table: list[list[str]], expected: list[tuple[str | None, str, str, str]]
) -> None:
    assert _said(read_paper(*head, table)) == expected


def test_a_line_that_nobody_knows_is_said_and_no_part_of_the_answer_above() -> None:
    first = (
        "Intitulé : Portail\nResponsable : DSI\nQuartier : Centre\nActivités :\n- Étude\n- Test\nÉchéance : juin 2026"
    )
    made = read_paper(*_FRENCH, [[first], [_FUND]])
    assert _said(made)[0] == (None, "Portail", "DSI", "2026-06")
    assert [step["title"]["fr"] for step in commitments_of(made)[0]["milestones"]] == ["Étude", "Test"]
    assert "import/label-unknown" in codes_of(made)
    assert "Quartier : Centre" in unmapped(made).values()


def test_one_such_cell_or_titles_alone_make_no_cards() -> None:
    assert _said(read_paper(*_FRENCH, [[_PORTAL]])) == [(None, "Portail", "DSI", "2026-06")]
    made = read_paper(*_FRENCH, [["Intitulé : Portail"], ["Responsable : DSI"], ["Échéance : juin 2026"]])
    assert _said(made) == [(None, "Portail", "DSI", "2026-06")]
    assert "plans" in tree_of(made)
