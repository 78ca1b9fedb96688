"""Tables of Word files with a column for each period: reports by period, and charts of times with crosses."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_REPORT = "= Rapport de suivi du plan d’action 2025-2027"
_PLAN = "= Plan d’action 2025-2027"
_PORTAL = "# Engagement 1 : Portail"


def _updates(made: Any) -> list[tuple[str, str, Any]]:
    """Gives target, beginning of the period, and rate, state or text of each update."""
    return [
        (
            one["target"],
            one["period"]["start"],
            one.get("progress") or one.get("status", {}).get("code") or next(iter(one["text"].values())),
        )
        for one in tree_of(made)["progress_updates"]
    ]


def _commitments(made: Any) -> list[dict[str, Any]]:
    (plan,) = tree_of(made)["plans"]
    found: list[dict[str, Any]] = plan["commitments"]
    return found


@pytest.mark.parametrize(
    ("title", "rows", "expected"),
    [
        (
            _REPORT,
            [["Engagement", "T1 2025", "T2 2025"], ["Portail", "40 %", "60 %"], ["Forum", "10 %", ""]],
            [("@Portail", "2025-Q1", 40), ("@Portail", "2025-Q2", 60), ("@Forum", "2025-Q1", 10)],
        ),
        (
            _REPORT,
            [
                ["N°", "Engagement", "2025", "<", "2026"],
                ["^", "^", "S1", "S2", "S1"],
                ["1", "Portail", "En cours", "Achevé", ""],
                ["2", "Forum", "", "Non démarré", "En cours"],
            ],
            [
                ("@Portail", "2025-H1", "in_progress"),
                ("@Portail", "2025-H2", "completed"),
                ("@Forum", "2025-H2", "not_started"),
                ("@Forum", "2026-H1", "in_progress"),
            ],
        ),
        (
            "= تقرير تتبع برنامج عمل الانفتاح 2025-2027",
            [["المشروع", "الفصل الأول 2025", "الفصل الثاني 2025"], ["البوابة", "في طور الإنجاز", "منجز"]],
            [("@البوابة", "2025-Q1", "in_progress"), ("@البوابة", "2025-Q2", "completed")],
        ),
        (
            "= Progress report on the action plan 2025-2027",
            [["Commitment", "Q1 2025", "Q2 2025"], ["Portal", "Terms of reference written", "Tender published"]],
            [("@Portal", "2025-Q1", "Terms of reference written"), ("@Portal", "2025-Q2", "Tender published")],
        ),
    ],
)
def test_reports_by_period(title: str, rows: list[list[str]], expected: list[tuple[str, str, Any]]) -> None:
    made = read_paper(title, rows)
    assert _updates(made) == expected
    assert unmapped(made) == {}


def test_activities_of_a_commitment_by_period() -> None:
    rows = [
        ["Activité", "T1 2025", "T2 2025"],
        ["Étude", "Cahier rédigé", "Étude rendue"],
        ["Achat", "", "Appel lancé"],
    ]
    made = read_paper(_REPORT, _PORTAL, rows, "# Engagement 2 : Forum", [rows[0], ["Réunion", "Tenue", ""]])
    assert [
        (one["title"]["fr"], [step["title"]["fr"] for step in one["milestones"]]) for one in _commitments(made)
    ] == [
        ("Portail", ["Étude", "Achat"]),
        ("Forum", ["Réunion"]),
    ]
    assert [target for target, _, _ in _updates(made)] == ["@Étude", "@Étude", "@Achat", "@Réunion"]


def test_a_table_by_period_joins_the_commitments_above() -> None:
    rows = [["Engagement", "T1 2025", "T2 2025"], ["Portail", "40 %", "60 %"], ["Forum", "10 %", "20 %"]]
    made = read_paper(
        _REPORT, _PORTAL, "Responsable : DSI", "# Engagement 2 : Forum", "Responsable : Cabinet", "# Annexe", rows
    )
    assert [(one["title"]["fr"], one["leads"][0]["name"]["fr"]) for one in _commitments(made)] == [
        ("Portail", "DSI"),
        ("Forum", "Cabinet"),
    ]
    assert len(_updates(made)) == 4


@pytest.mark.parametrize(
    ("blocks", "times"),
    [
        (
            [
                _PLAN,
                [
                    ["Engagement", "2025", "<", "<", "<", "2026", "<", "<", "<"],
                    ["^", *("T1", "T2", "T3", "T4") * 2],
                    ["Portail", "X", "X", "", "", "", "", "", ""],
                    ["Forum", "", "", "X", "X", "X", "", "", ""],
                ],
            ],
            [("2025-Q1", "2025-Q2"), ("2025-Q3", "2026-Q1")],
        ),
        (
            [
                "= برنامج عمل الانفتاح 2025-2027",
                [
                    ["المشروع", "المسؤول", "2025", "<", "<", "<"],
                    ["^", "^", "الفصل 1", "الفصل 2", "الفصل 3", "الفصل 4"],
                    ["البوابة", "قسم المعلوميات", "x", "x", "", ""],
                    ["المنتدى", "الديوان", "", "", "x", "x"],
                ],
            ],
            [("2025-Q1", "2025-Q2"), ("2025-Q3", "2025-Q4")],
        ),
    ],
)
def test_charts_of_commitments(blocks: list[Any], times: list[tuple[str, str]]) -> None:
    made = read_paper(*blocks)
    assert [(one["start"], one["end"]) for one in _commitments(made)] == times
    assert unmapped(made) == {}


def test_charts_of_the_activities_of_a_commitment() -> None:
    form = [["Activité", "Responsable"], ["Étude", "DSI"], ["Achat", "DAF"]]
    chart = [["Activité", "T1 2025", "T2 2025", "T3 2025"], ["Étude", "✓", "", ""], ["Achat", "", "✓", "✓"]]
    (portal,) = _commitments(read_paper(_PLAN, _PORTAL, form, chart))
    assert portal["milestones"] == [
        {"title": {"fr": "Étude"}, "leads": [{"name": {"fr": "DSI"}}], "start": "2025-Q1", "due": "2025-Q1"},
        {"title": {"fr": "Achat"}, "leads": [{"name": {"fr": "DAF"}}], "start": "2025-Q2", "due": "2025-Q3"},
    ]


def test_a_chart_without_crosses_is_said() -> None:
    made = read_paper(_PLAN, [["Engagement", "T1 2025", "T2 2025", "T3 2025"], ["Portail", "", "", ""]])
    assert [one["title"]["fr"] for one in _commitments(made)] == ["Portail"]
    assert "import/periods-empty" in codes_of(made)


def test_other_tables_with_dates_are_read_as_before() -> None:
    made = read_paper(_PLAN, _PORTAL, [["Activité", "Début", "Fin"], ["Étude", "T1 2025", "T2 2025"]])
    (step,) = _commitments(made)[0]["milestones"]
    assert (step["start"], step["due"]) == ("2025-Q1", "2025-Q2")
