"""Which time of the head of a report is the one it reports on: not that of a session, a launch, an adoption."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_FR = [["N°", "Projet", "Taux d’avancement", "Réalisations"], ["1", "Portail", "50%", "Étude faite"]]
_AR = [["ر.ت", "المشروع", "نسبة الإنجاز", "المنجزات"], ["1", "بوابة", "50%", "تمت الدراسة"]]
_TITLE = "= Bilan à mi-parcours du programme d’ouverture 2025-2026"
_TITLE_AR = "= تقرير تتبع برنامج عمل الانفتاح 2025-2026"


def _update(*lines: str, arabic: bool = False) -> dict[str, Any]:
    made = read_paper(_TITLE_AR if arabic else _TITLE, *lines, _AR if arabic else _FR)
    (update,) = tree_of(made)["progress_updates"]
    return {name: update[name] for name in ("date", "period") if name in update}


def test_a_session_to_come_is_not_the_time_of_the_report() -> None:
    head = "Situation arrêtée au 31 décembre 2025"
    assert _update(head, "Il sera présenté au conseil lors de la session de février 2026.") == {"date": "2025-12-31"}


@pytest.mark.parametrize(
    "line",
    [
        "Le programme a été adopté par le conseil lors de la session d’octobre 2024.",
        "Le programme a démarré en janvier 2025.",
        "Le comité s’est réuni les 12 et 13 janvier 2026.",
        "Il sera soumis au comité de suivi en janvier 2026.",
    ],
)
def test_other_events_give_a_report_no_time_and_that_is_said(line: str) -> None:
    made = read_paper(_TITLE, line, _FR)
    (update,) = tree_of(made)["progress_updates"]
    assert not {"date", "period"} & update.keys()
    assert codes_of(made).count("import/report-without-date") == 1


def test_what_a_report_covers_is_its_time_beside_other_events() -> None:
    line = "Le comité s’est réuni les 12 et 13 janvier 2026. Ce rapport couvre le premier semestre 2025."
    assert _update(line) == {"period": {"start": "2025-H1", "end": "2025-H1"}}


@pytest.mark.parametrize("line", ["سيعرض هذا التقرير على المجلس خلال دورته العادية لشهر فبراير 2026.",
                                  "انطلق تنفيذ البرنامج في يناير 2025."])  # fmt: skip
def test_other_events_in_arabic(line: str) -> None:
    assert _update(line, arabic=True) == {}


def test_a_line_that_is_a_period_and_a_sentence_that_says_the_same_agree() -> None:
    lines = [
        "الفترة من فاتح يناير إلى 30 يونيو 2026",
        "يقدم هذا التقرير حصيلة التنفيذ خلال النصف الأول من سنة 2026 ومختلف الإكراهات.",
    ]
    assert _update(*lines, arabic=True) == {"period": {"start": "2026-01-01", "end": "2026-06-30"}}


@pytest.mark.parametrize(
    "title",
    [
        "برنامج عمل الانفتاح لجماعة وهمية برسم سنة 2026",
        "Programme d’ouverture 2026 de la commune de Fictiville",
        "Programme d’ouverture – exercice 2026",
    ],
)
def test_a_plan_of_one_year(title: str) -> None:
    made = read_paper(f"= {title}", "# Axe 1 : Transparence", "## Projet 1 : Portail", "Responsable : DSI")
    assert tree_of(made)["plans"][0]["period"] == {"start": "2026", "end": "2026"}


@pytest.mark.parametrize("title", ["Programme d’ouverture, version 2026", "Plan d’action, octobre 2025",
                                   "Programme d’ouverture adopté en 2025"])  # fmt: skip
def test_years_of_something_else_are_not_those_of_the_plan(title: str) -> None:
    made = read_paper(f"= {title}", "# Axe 1 : Transparence", "## Projet 1 : Portail", "Responsable : DSI")
    assert "period" not in tree_of(made)["plans"][0]


def test_tables_below_quarters_report_on_these() -> None:
    rows = [["Projet", "État"], ["Portail", "En cours"], ["Guichet", "Non démarré"]]
    later = [["Projet", "État"], ["Portail", "Terminé"], ["Guichet", "En cours"]]
    made = read_paper("# Rapport de suivi", "## 1er trimestre 2026", rows, "## 2e trimestre 2026", later)
    updates = tree_of(made)["progress_updates"]
    assert [(one["period"]["start"], one["status"]["code"]) for one in updates] == [
        ("2026-Q1", "in_progress"),
        ("2026-Q1", "not_started"),
        ("2026-Q2", "completed"),
        ("2026-Q2", "in_progress"),
    ]
    assert [one["status"]["code"] for one in tree_of(made)["plans"][0]["commitments"]] == ["completed", "in_progress"]
    assert "import/report-without-date" not in codes_of(made)
    assert "x_unmapped" not in tree_of(made)
