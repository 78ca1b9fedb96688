"""When a plan was adopted, as lines above and below its tables tell it; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

TITLE = ["Programme d'ouverture 2024-2025"]
TABLE = (["Projet", "Activité", "Responsable"], ["Portail", "Cahier", "DSI"], ["Portail", "Mise en ligne", "DSI"])


def _plan(*rows: list[Any]) -> dict[str, Any]:
    (plan,) = shown(read(sheet(*rows)))["plans"]
    return dict(plan)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Aprobado por el Pleno en sesión ordinaria de 28 de diciembre de 2023.",
            {"date": "2023-12-28", "session_kind": "ordinary"},
        ),
        (
            "Adopté par délibération n° 2025-112 du 18 décembre 2023",
            {"date": "2023-12-18", "deliberation": "2025-112"},
        ),
        ("صادق عليه المجلس خلال دورته العادية لشهر أكتوبر 2023", {"date": "2023-10", "session_kind": "ordinary"}),
    ],
)
def test_a_line_beside_the_table_tells_the_adoption(line: str, said: dict[str, str]) -> None:
    above: list[list[Any]] = [TITLE, [line], *TABLE]
    below: list[list[Any]] = [TITLE, *TABLE, [], [line]]
    for rows in (above, below):
        (adoption,) = _plan(*rows)["adoptions"]
        assert {key: adoption[key] for key in adoption if key != "session"} == said
        assert "import/assumed" in codes(read(sheet(*rows)))


@pytest.mark.parametrize("line", ["Le programme sera adopté en mai 2026", "Réunion du conseil en mai 2026"])
def test_what_is_not_yet_adopted_is_not(line: str) -> None:
    assert "adoptions" not in _plan(TITLE, *TABLE, [], [line])


def test_cells_of_rows_tell_nothing_of_the_plan() -> None:
    rows: list[list[Any]] = [
        [*TABLE[0], "Xyz"],
        [*TABLE[1], "Plan adopté par le conseil le 3 mai 2023"],
        [*TABLE[2], ""],
    ]
    assert "adoptions" not in _plan(TITLE, *rows)


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        (
            "تاريخ المصادقة",
            "دورة شتنبر العادية، 8 شتنبر 2025",
            {"date": "2025-09-08", "session_kind": "ordinary", "session": {"ar": "دورة شتنبر العادية، 8 شتنبر 2025"}},
        ),
        (
            "Date d'adoption",
            "Session extraordinaire de mai 2025, 8 mai 2025 (délibération n° 12/2025)",
            {
                "date": "2025-05-08",
                "session_kind": "extraordinary",
                "session": {"fr": "Session extraordinaire de mai 2025, 8 mai 2025"},
                "deliberation": "12/2025",
            },
        ),
        (
            "Date d'adoption",
            "8 mai 2025 (session ordinaire)",
            {"date": "2025-05-08", "session_kind": "ordinary", "session": {"fr": "8 mai 2025 (session ordinaire)"}},
        ),
        ("Date d'adoption", "8 mai 2025", {"date": "2025-05-08"}),
        ("Date d'adoption", "prévue en octobre 2025", {"planned": "2025-10"}),
    ],
)
def test_the_session_and_the_date_of_an_adoption_stand_in_one_cell(
    label: str, value: str, said: dict[str, Any]
) -> None:
    assert _plan(TITLE, [label, value], *TABLE)["adoptions"] == [said]
