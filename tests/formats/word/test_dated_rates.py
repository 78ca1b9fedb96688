"""One column of rates at a day in tables of plans; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"


@pytest.mark.parametrize(
    "heading",
    [
        "Taux au 31/12/2025",
        "Taux d’avancement au 31 décembre 2025",
        "نسبة الإنجاز إلى غاية 31/12/2025",
        "Progress rate at 31 December 2025",
    ],
)
def test_each_rate_is_an_update_at_the_day_of_its_heading(heading: str) -> None:
    rows = [["N°", "Projet", "Responsable", heading], ["1", "Portail", "Service A", "25 %"], ["2", "Forum", "B", "30%"]]
    made = read_paper(_TITLE, rows)
    assert tree_of(made)["progress_updates"] == [
        {"target": "@Portail", "date": "2025-12-31", "progress": 25},
        {"target": "@Forum", "date": "2025-12-31", "progress": 30},
    ]
    assert not any("progress" in each for each in commitments_of(made))
    assert not {"import/column-unmapped", "import/pieces-kept"} & set(codes_of(made))


def test_rates_of_activities_are_theirs() -> None:
    made = read_paper(_TITLE, [["Projet", "Activité", "Taux au 31/12/2025"], ["Portail", "Étude", "100 %"]])
    (update,) = tree_of(made)["progress_updates"]
    assert (update["target"], update["progress"]) == ("@Étude", 100)


@pytest.mark.parametrize(("text", "code"), [("bientôt", "import/percent-unread"), ("0,25", "import/percent-fraction")])
def test_what_is_no_sure_rate_is_kept_and_said(text: str, code: str) -> None:
    made = read_paper(_TITLE, [["Projet", "Responsable", "Taux au 31/12/2025"], ["Portail", "Service A", text]])
    assert "progress_updates" not in tree_of(made)
    assert text in unmapped(made).values()
    assert code in codes_of(made)


def test_a_column_of_another_time_or_other_words_is_kept() -> None:
    for heading in ("Situation au 31/12/2025", "Taux 2025"):
        made = read_paper(_TITLE, [["Projet", "Responsable", heading], ["Portail", "Service A", "25 %"]])
        assert "progress_updates" not in tree_of(made)
        assert "25 %" in unmapped(made).values()
