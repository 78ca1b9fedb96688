"""Rows of a tracker, period by indicator: with the plan that they join, and without; all made up."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook
from tests.formats.tracker.test_tracker import codes, tree_of

from opengov_local.document import Import
from opengov_local.formats.books import csv_format, xlsx_format
from opengov_local.importing.options import ImportOptions

HEADS = "Reporting Period,Commitments,Milestones,Indicators,Status,Progress,Evidence,Challenges"
ROWS = (
    "2025-06,1 Portal,1.1 Launch it,1.1.1 Services online,Limited progress,Twelve,a,b",
    "2025-06,1 Portal,1.1 Launch it,1.1.2 Answer time,Completed,Done,a,",
    "2025-06,2 Budget,2.1 Publish it,2.1.1 Datasets,Limited progress,One,a,b",
)


def _read(*lines: str, base: dict[str, Any] | None = None) -> Import:
    options = ImportOptions(base=base, id_prefix="test.made-up")
    return csv_format.read("\n".join(lines).encode(), "made-up.csv", options=options)


def _indicators(tree: dict[str, Any]) -> dict[str, str]:
    steps = [step for one in tree["plans"][0]["commitments"] for step in one["milestones"]]
    return {each["id"]: next(iter(each["name"].values())) for step in steps for each in step["indicators"]}


def _told(tree: dict[str, Any]) -> list[tuple[str, str, str]]:
    names = _indicators(tree)
    return [
        (names[one["target"]], one["status"]["code"], next(iter(one["text"].values())))
        for one in tree["progress_updates"]
    ]


EXPECTED = [
    ("Services online", "limited", "Twelve"),
    ("Answer time", "completed", "Done"),
    ("Datasets", "limited", "One"),
]


def test_each_row_is_an_update_of_its_indicator() -> None:
    done = _read(HEADS, *ROWS)
    tree = tree_of(done)
    first, second = tree["plans"][0]["commitments"]
    assert (first["number"], first["title"], second["number"]) == ("1", {"en": "Portal"}, "2")
    (milestone,) = first["milestones"]
    assert (milestone["number"], milestone["title"]) == ("1.1", {"en": "Launch it"})
    assert "status" not in milestone
    assert milestone["indicators"][1]["identifiers"] == [{"scheme": "x_tracker", "value": "1.1.2"}]
    assert _told(tree) == EXPECTED
    assert "import/plan-of-updates" in codes(done)
    assert "x_unmapped" not in tree
    assert "import/no-base" not in codes(done)


def test_rows_join_the_plan_that_they_made() -> None:
    base = tree_of(_read(HEADS, *ROWS))
    later = [row.replace("2025-06", "2025-12").replace("Done", "All") for row in ROWS]
    done = _read(HEADS, *later, base=base)
    tree = tree_of(done)
    assert tree["plans"] == base["plans"]
    assert [one["target"] for one in tree["progress_updates"][3:]] == [
        one["target"] for one in base["progress_updates"]
    ]
    assert not {"import/target-unknown", "import/plan-of-updates"} & codes(done)


def test_a_workbook_is_read_as_the_table_is() -> None:
    book = Workbook()
    sheet = book.create_sheet("made-up", 0)
    for line in (HEADS, *ROWS):
        sheet.append(line.split(","))
    data = io.BytesIO()
    book.save(data)
    done = xlsx_format.read(data.getvalue(), "made-up.xlsx", options=ImportOptions(id_prefix="test.made-up"))
    assert _told(tree_of(done)) == EXPECTED


def test_names_of_fields_and_two_languages() -> None:
    heads = (
        "reporting_period,commitments,milestones,indicators,status,progress_en,progress_fr,evidence_en,challenges_en"
    )
    tree = tree_of(_read(heads, "2025-06,1 Portal,1.1 Launch it,1.1.1 Services online,C,Twelve,Douze,a,b"))
    (update,) = tree["progress_updates"]
    assert update["text"] == {"en": "Twelve", "fr": "Douze"}
    assert _indicators(tree)[update["target"]] == "Services online"


def test_titles_without_numbers_and_rows_without_an_indicator() -> None:
    rows = ("2025-06,Portal,Launch it,12 services,Completed,Done,,", "2025-06,Portal,Launch it,,Completed,Both,,")
    tree = tree_of(_read(HEADS, *rows))
    (milestone,) = tree["plans"][0]["commitments"][0]["milestones"]
    (indicator,) = milestone["indicators"]
    assert indicator["name"] == {"en": "12 services"}
    assert [one["target"] for one in tree["progress_updates"]] == [indicator["id"], milestone["id"]]


@pytest.mark.parametrize(
    "row", ["2025-06,C01,C01.1,C01.1.1,Completed,Done,,", "2025-06,,Launch it,Users,Completed,a,,"]
)
def test_codes_alone_and_what_lies_in_nothing_make_no_plan(row: str) -> None:
    done = _read(HEADS, row)
    assert "plans" not in tree_of(done)
    assert "import/no-base" in codes(done)


def test_several_indicators_of_one_activity_and_period_are_no_activities_of_their_own() -> None:
    heads = "Reporting Period,Commitment,Milestone,Lead,Indicator,Status,Progress"
    rows = (
        "2025-06,Portal,Launch it,IT unit,Users,Limited progress,Twelve",
        "2025-06,Portal,Launch it,IT unit,Answer time,Completed,Six days",
    )
    done = _read(heads, *rows)
    tree = tree_of(done)
    assert [len(one["milestones"]) for one in tree["plans"][0]["commitments"]] == [1]
    assert _told(tree) == [("Users", "limited", "Twelve"), ("Answer time", "completed", "Six days")]
    assert "import/column-unmapped" in codes(done)


def test_a_plan_with_a_period_and_several_indicators_of_an_activity_is_still_a_plan() -> None:
    heads = "Projet,Activité,Responsable,Période,Indicateur,Statut"
    rows = ("Portail,Ouvrir,Service,2025,Visites,En cours", "Portail,Ouvrir,Service,2025,Délai,En cours")
    tree = tree_of(_read(heads, *rows))
    assert "progress_updates" not in tree
    assert tree["plans"][0]["commitments"][0]["milestones"][0]["leads"] == [{"name": {"fr": "Service"}}]


def test_what_is_said_of_indicators_themselves_is_theirs() -> None:
    heads = "Reporting period,Commitment,Indicator number,Indicator,Unit,Baseline,Target,Actual"
    rows = (
        "2025-03,Portal,1.1,Users,people,0,20,12",
        "2025-06,Portal,1.1,Users,people,0,20,18",
        "2025-03,Portal,1.2,Wait,,9 days,2 days,",
    )
    tree = tree_of(_read(heads, *rows))
    users, wait = tree["plans"][0]["commitments"][0]["indicators"]
    assert (users["unit"], users["baseline"], users["target"]) == ({"en": "people"}, {"value": "0"}, {"value": "20"})
    assert wait["target"] == {"text": {"en": "2 days"}}
    assert [one["identifiers"][0]["value"] for one in (users, wait)] == ["1.1", "1.2"]
    assert [one.get("value") for one in tree["progress_updates"]] == [{"value": "12"}, {"value": "18"}, None]
    assert not any("x_unmapped" in one for one in tree["progress_updates"])


def test_a_target_that_changes_is_said() -> None:
    heads = "Reporting period,Commitment,Indicator,Target,Actual"
    done = _read(heads, "2025-03,Portal,Users,20,12", "2025-06,Portal,Users,30,18")
    assert "import/conflict" in codes(done)
    (indicator,) = tree_of(done)["plans"][0]["commitments"][0]["indicators"]
    assert indicator["target"]["value"] == "20"


def test_rows_with_a_day_and_a_value_are_reports_on_indicators() -> None:
    heads = "Date;Engagement;Jalon;Indicateur;Valeur;Statut"
    tree = tree_of(_read(heads, "31/03/2025;Engagement 1 : Portail;Jalon 1.1 : Ouvrir;Visites;12;En cours"))
    (update,) = tree["progress_updates"]
    assert (update["date"], update["value"]) == ("2025-03-31", {"value": "12"})
    (commitment,) = tree["plans"][0]["commitments"]
    assert (commitment["number"], commitment["title"]) == ("1", {"fr": "Portail"})
    assert "status" not in commitment["milestones"][0]


def test_a_title_above_is_that_of_the_plan() -> None:
    tree = tree_of(_read("Suivi du plan d’action 2025-2027,,,,,,,", HEADS, *ROWS))
    (plan,) = tree["plans"]
    assert [*plan["title"].values()] == ["Suivi du plan d’action 2025-2027"]
    assert plan["period"] == {"start": "2025", "end": "2027"}
    assert "x_unmapped" not in tree


def test_titles_in_two_languages_are_those_of_one_object() -> None:
    heads = "Période,Engagement,Engagement (ar),Indicateur,Valeur"
    tree = tree_of(_read(heads, "2025-06,Portail,البوابة,Visites,12", "2025-12,Portail,البوابة,Visites,20"))
    (commitment,) = tree["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": "Portail", "ar": "البوابة"}
    assert [one["value"]["value"] for one in tree["progress_updates"]] == ["12", "20"]
    assert not any("x_unmapped" in one for one in tree["progress_updates"])


@pytest.mark.parametrize(
    ("unit", "target", "said"),
    [
        ("%", {"value": "80"}, {"value": "40"}),
        ("", {"value": "80"}, {"value": "40"}),
        ("people", {"text": {"en": "80 %"}}, {"text": {"en": "40 %"}}),
    ],
)
def test_percentages_are_numbers_of_what_is_measured_in_percent(unit: str, target: Any, said: Any) -> None:
    heads = "Reporting period,Commitment,Indicator,Actual,Target,Unit"
    tree = tree_of(_read(heads, f"2025-03,Portal,Share,40 %,80 %,{unit}", f"2025-06,Portal,Share,40 %,80 %,{unit}"))
    (indicator,) = tree["plans"][0]["commitments"][0]["indicators"]
    assert indicator["target"] == target
    assert [one["value"] for one in tree["progress_updates"]] == [said, said]


@pytest.mark.parametrize("heading", ["Cible", "Valeur cible", "Target"])
def test_what_is_aimed_at_beside_an_activity_is_the_target_of_its_indicator(heading: str) -> None:
    heads = f"Période,Engagement,Activité,Indicateur,Valeur,{heading},Statut"
    tree = tree_of(
        _read(heads, "2025-06,Portail,Publier,Jeux,5,20,En cours", "2025-12,Portail,Publier,Jeux,9,20,Achevé")
    )
    (indicator,) = tree["plans"][0]["commitments"][0]["milestones"][0]["indicators"]
    assert indicator["target"] == {"value": "20"}
    assert [one["value"]["value"] for one in tree["progress_updates"]] == ["5", "9"]
    assert not any("x_unmapped" in one for one in tree["progress_updates"])
