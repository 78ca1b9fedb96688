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
    assert [each["progress"] for each in commitments_of(made)] == [25, 30]
    assert not {"import/column-unmapped", "import/pieces-kept"} & set(codes_of(made))


def test_rates_of_activities_are_theirs() -> None:
    made = read_paper(_TITLE, [["Projet", "Activité", "Taux au 31/12/2025"], ["Portail", "Étude", "100 %"]])
    (update,) = tree_of(made)["progress_updates"]
    assert (update["target"], update["progress"]) == ("@Étude", 100)


def test_what_is_no_sure_rate_is_kept_and_said() -> None:
    made = read_paper(_TITLE, [["Projet", "Responsable", "Taux au 31/12/2025"], ["Portail", "Service A", "bientôt"]])
    assert "progress_updates" not in tree_of(made)
    assert "bientôt" in unmapped(made).values()
    assert "import/percent-unread" in codes_of(made)


def test_a_fraction_is_read_as_in_sheets_and_said() -> None:
    made = read_paper(_TITLE, [["Projet", "Responsable", "Taux au 31/12/2025"], ["Portail", "Service A", "0,25"]])
    assert [each["progress"] for each in commitments_of(made)] == [25]
    assert "0,25 = 25 %" in [each.params.get("value") for each in made.findings if each.code == "import/assumed"]


@pytest.mark.parametrize(
    ("heading", "when"),
    [("Situation au 31/12/2025", {"date": "2025-12-31"}), ("Taux 2025", {"period": {"start": "2025", "end": "2025"}})],
)
def test_other_words_and_years_are_those_of_updates_too(heading: str, when: dict[str, object]) -> None:
    made = read_paper(_TITLE, [["Projet", "Responsable", heading], ["Portail", "Service A", "25 %"]])
    assert tree_of(made)["progress_updates"] == [{"target": "@Portail", **when, "progress": 25}]


def test_a_report_says_a_rate_of_a_day_once_and_its_state_at_its_own_time() -> None:
    rows = [["Projet", "Statut", "Taux au 31/12/2025"], ["Portail", "En cours", "25 %"]]
    made = read_paper("= Rapport d’avancement du plan d’action 2026-2028 au 30 juin 2026", rows)
    updates = tree_of(made)["progress_updates"]
    assert [(each["date"], each.get("progress"), "status" in each) for each in updates] == [
        ("2025-12-31", 25, False),
        ("2026-06-30", None, True),
    ]


@pytest.mark.parametrize(
    ("again", "found", "code"),
    [
        (["2", "Guichet", "SG", "30 %"], [("2", ["@Un", "@Deux"])], "import/named-again"),
        (["2", "Guichet", "SG", "40 %"], [("2", ["@Un", "@Deux"])], "import/conflict"),
        (["3", "Guichet", "SG", "30 %"], [("2", ["@Un"]), ("3", ["@Deux"])], "import/same-title-apart"),
        (["2", "Guichet", "DSI", "30 %"], [("2", ["@Un"]), ("2", ["@Deux"])], "import/same-title-apart"),
    ],
)
def test_a_row_of_one_number_title_and_lead_below_two_axes_is_one_project_of_both(
    again: list[str], found: list[tuple[str, list[str]]], code: str
) -> None:
    head = ["N°", "Projet", "Responsable", "Taux au 31/12/2025"]
    first = [head, ["1", "Portail", "DSI", "20 %"], ["2", "Guichet", "SG", "30 %"]]
    made = read_paper(_TITLE, "# Axe 1 : Un", first, "# Axe 2 : Deux", [head, again, ["4", "Fonds", "SG", "10 %"]])
    named = [each for each in commitments_of(made) if each["title"]["fr"] == "Guichet"]
    assert [(each["number"], each["axes"]) for each in named] == found
    assert codes_of(made).count(code) == 1
