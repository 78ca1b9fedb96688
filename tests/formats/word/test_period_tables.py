"""Tables of Word files with a column for each period: reports by period, and charts of times with crosses."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

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
        (one["title"]["fr"], [step["title"]["fr"] for step in one["milestones"]]) for one in commitments_of(made)
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
    assert [(one["title"]["fr"], one["leads"][0]["name"]["fr"]) for one in commitments_of(made)] == [
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
def test_charts_ofcommitments_of(blocks: list[Any], times: list[tuple[str, str]]) -> None:
    made = read_paper(*blocks)
    assert [(one["start"], one["end"]) for one in commitments_of(made)] == times
    assert unmapped(made) == {}


def test_charts_of_the_activities_of_a_commitment() -> None:
    form = [["Activité", "Responsable"], ["Étude", "DSI"], ["Achat", "DAF"]]
    chart = [["Activité", "T1 2025", "T2 2025", "T3 2025"], ["Étude", "✓", "", ""], ["Achat", "", "✓", "✓"]]
    (portal,) = commitments_of(read_paper(_PLAN, _PORTAL, form, chart))
    assert portal["milestones"] == [
        {"title": {"fr": "Étude"}, "leads": [{"name": {"fr": "DSI"}}], "start": "2025-Q1", "due": "2025-Q1"},
        {"title": {"fr": "Achat"}, "leads": [{"name": {"fr": "DAF"}}], "start": "2025-Q2", "due": "2025-Q3"},
    ]


def test_a_chart_without_crosses_is_said() -> None:
    made = read_paper(_PLAN, [["Engagement", "T1 2025", "T2 2025", "T3 2025"], ["Portail", "", "", ""]])
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Portail"]
    assert "import/periods-empty" in codes_of(made)


def test_other_tables_with_dates_are_read_as_before() -> None:
    made = read_paper(_PLAN, _PORTAL, [["Activité", "Début", "Fin"], ["Étude", "T1 2025", "T2 2025"]])
    (step,) = commitments_of(made)[0]["milestones"]
    assert (step["start"], step["due"]) == ("2025-Q1", "2025-Q2")


def test_a_row_for_each_period() -> None:
    rows = [
        ["Trimestre", "Réalisations", "Taux", "Observations"],
        ["T1 2025", "Cahier rédigé", "10 %", ""],
        ["T2 2025", "Étude rendue", "30 %", "Retard"],
    ]
    made = read_paper(_REPORT, _PORTAL, rows, "# Engagement 2 : Forum", "Réalisations : Réunion tenue")
    assert [
        (one["target"], one.get("period", {}).get("start"), one["text"]["fr"], one.get("progress"))
        for one in tree_of(made)["progress_updates"]
    ] == [
        ("@Portail", "2025-Q1", "Cahier rédigé", 10),
        ("@Portail", "2025-Q2", "Étude rendue", 30),
        ("@Forum", None, "Réunion tenue", None),
    ]
    assert [one.get("progress") for one in commitments_of(made)] == [30, None]
    assert "Trimestre" not in str(tree_of(made))


def test_rows_of_periods_in_arabic() -> None:
    rows = [["الفترة", "المنجزات"], ["الفصل الأول 2025", "إعداد دفتر التحملات"], ["الفصل الثاني 2025", "إنجاز الدراسة"]]
    made = read_paper("= تقرير تتبع برنامج عمل الانفتاح 2025-2027", "# المشروع الأول: البوابة", rows)
    assert _updates(made) == [
        ("@البوابة", "2025-Q1", "إعداد دفتر التحملات"),
        ("@البوابة", "2025-Q2", "إنجاز الدراسة"),
    ]


def test_a_heading_behind_an_unknown_one_is_not_answered_by_it() -> None:
    rows = [["Étape du circuit", "Réalisations"], ["Guichet", "Ouvert"], ["Comptoir", "Fermé"]]
    made = read_paper(_REPORT, _PORTAL, rows, "Réalisations : Réunion tenue")
    assert [one["text"]["fr"] for one in tree_of(made)["progress_updates"]] == ["Réunion tenue"]
    assert "import/label-unknown" in codes_of(made)


def test_a_chart_whose_first_heading_is_blank() -> None:
    chart = [
        ["", "2025", "<", "2026", "<"],
        ["", "S1", "S2", "S1", "S2"],
        ["Étude", "X", "X", "", ""],
        ["Achat", "", "", "X", ""],
    ]
    made = read_paper(_PLAN, _PORTAL, "## Calendrier", chart)
    (portal,) = commitments_of(made)
    assert portal["milestones"] == [
        {"title": {"fr": "Étude"}, "start": "2025-H1", "due": "2025-H2"},
        {"title": {"fr": "Achat"}, "start": "2026-H1", "due": "2026-H1"},
    ]
    assert unmapped(made) == {}
    assert [f.params["value"] for f in made.findings if f.params.get("field") == "milestones"] == ["Activité"]


@pytest.mark.parametrize(
    ("title", "rows", "times"),
    [
        (
            _PLAN,
            [["Calendrier", "T1", "T2", "T3", "T4"], ["2025", "", "X", "X", "X"], ["2026", "X", "", "", ""]],
            ("2025-Q2", "2026-Q1"),
        ),
        (_PLAN, [["Calendrier", "2025", "2026", "2027"], ["^", "✓", "✓", ""]], ("2025", "2026")),
        (
            _PLAN,
            [["Calendrier", "2025", "<", "2026", "<"], ["^", "S1", "S2", "S1", "S2"], ["^", "", "x", "x", ""]],
            ("2025-H2", "2026-H1"),
        ),
        (
            "= برنامج عمل الانفتاح 2025-2027",
            [["الجدولة الزمنية", "الفصل 1", "الفصل 2", "الفصل 3", "الفصل 4"], ["2025", "x", "x", "", ""]],
            ("2025-Q1", "2025-Q2"),
        ),
    ],
)
def test_calendars_in_a_form(title: str, rows: list[list[str]], times: tuple[str, str]) -> None:
    width = len(rows[0])
    question = ["الإشكالية", "قلة المعطيات"] if title != _PLAN else ["Problème", "Peu lu"]
    head = "# المشروع الأول: البوابة" if title != _PLAN else _PORTAL
    made = read_paper(title, head, [[*question, *["<"] * (width - 2)], *rows])
    (portal,) = commitments_of(made)
    assert (portal["start"], portal["end"]) == times
    assert list(portal["problem"].values()) == [question[1]]
    assert unmapped(made) == {}


def test_gaps_in_a_calendar_are_no_span() -> None:
    made = read_paper(_PLAN, _PORTAL, [["Calendrier", "T1 2025", "T2 2025", "T3 2025"], ["", "X", "", "X"]])
    (portal,) = commitments_of(made)
    assert portal["schedule"] == {"fr": "T1 2025, T3 2025"}
    assert not {"start", "end"} & portal.keys()


@pytest.mark.parametrize(
    ("title", "times"), [("= Plan d’action 2026", ("2026-Q1", "2026-Q2")), (_PLAN, None), ("= Plan d’action", None)]
)
def test_the_only_year_in_the_title_of_the_plan_is_that_of_quarters_without_one(
    title: str, times: tuple[str, str] | None
) -> None:
    table = [["N°", "Projet", "T1", "T2", "T3"], ["1", "Portail", "X", "X", ""], ["2", "Forum", "", "", "X"]]
    made = read_paper(title, table)
    portal, _ = commitments_of(made)
    assert ((portal["start"], portal["end"]) if "start" in portal else None) == times
    assert ("import/date-no-year" in codes_of(made)) == (times is None)
