"""Updates whose headings do not say what they speak of: the objects of the base in their cells do; all made up."""

from __future__ import annotations

import copy
import csv
import io
from typing import Any

import pytest
import xlsxwriter
from tests.formats.tracker.test_tracker import BASE, codes, options, tree_of, updates_of

import opengov_local as ogl
from opengov_local.document import Import


def of_sheets(**sheets: list[list[str]]) -> Import:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return ogl.read(stream.getvalue(), format="xlsx", options=options(copy.deepcopy(BASE)))


def imported(*rows: list[str], base: dict[str, Any] | None = BASE) -> Import:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return ogl.read(text.getvalue().encode(), format="csv", options=options(copy.deepcopy(base)))


@pytest.mark.parametrize(
    "heading",
    [
        *("Activité suivie", "Action suivie", "Projet suivi", "Objet du suivi", "Élément suivi", "Action ou projet"),
        *("Activité concernée", "Engagement concerné", "Jalon concerné", "Activity concerned"),
        *("Milestone reported on", "Related milestone", "النشاط المتتبع", "النشاط المعني", "المشروع المعني"),
    ],
)
@pytest.mark.parametrize("remarks", [True, False])
def test_cells_that_name_objects_tell_the_column_whatever_its_heading(heading: str, remarks: bool) -> None:
    heads = ["Date de mise à jour", "Période", heading, "Etat", "% réalisé", "Commentaires"]
    rows = [
        ["15/04/2025", "T1 2025", "1.1 Activité inventée", "Réalisé", "100", "Validé"],
        ["15/04/2025", "T1 2025", "Autre", "Non démarré", "0", "Rien"],
    ]
    done = imported(heads if remarks else heads[:-1], *(row if remarks else row[:-1] for row in rows))
    assert [(each["target"], each["status"]["code"], each["progress"]) for each in updates_of(done)] == [
        ("test.made-up:m11", "completed", 100),
        ("test.made-up:m1a", "not_started", 0),
    ]
    assert tree_of(done)["plans"] == BASE["plans"]
    assert "import/heading-uncertain" in codes(done)


def test_bare_numbers_tell_it_only_below_a_word_for_objects() -> None:
    row = ["T1 2025", "2", "En cours", "Ouvert"]
    (update,) = updates_of(imported(["Période", "Projet concerné", "Etat", "Commentaires"], row))
    assert update["target"] == "test.made-up:c2"
    assert not updates_of(imported(["Période", "Réunions", "Etat", "Commentaires"], row))


def test_a_column_beside_those_that_name_each_row_is_no_other_target() -> None:
    heads = ["Période", "Engagement", "Prochaine activité", "Etat", "Commentaires"]
    (update,) = updates_of(imported(heads, ["T1 2025", "1", "Activité inventée", "En cours", "Ouvert"]))
    assert update["target"] == "test.made-up:c1"


def test_a_column_beside_tells_rows_of_the_same_object_apart() -> None:
    heads = ["Période", "Engagement", "Jalon suivi", "Etat", "Commentaires"]
    rows = [["T1 2025", "1", name, "En cours", "Ouvert"] for name in ("Activité inventée", "Autre")]
    assert [each["target"] for each in updates_of(imported(heads, *rows))] == ["test.made-up:m11", "test.made-up:m1a"]


def test_a_plan_with_its_times_is_still_a_plan() -> None:
    done = imported(["Projet", "Période", "Statut"], ["Un", "2025", "En cours"], ["Deux", "2026", "En cours"])
    assert not updates_of(done)
    assert [each["id"] for each in tree_of(done)["plans"][0]["commitments"]] == ["test.made-up:c1", "test.made-up:c2"]


@pytest.mark.parametrize("above", [[], [["Situation au 30/06/2025"]]])
def test_states_of_objects_of_the_base_need_no_date(above: list[list[str]]) -> None:
    done = imported(*above, ["Activité concernée", "Etat"], ["1.1 Activité inventée", "Réalisé"], ["Autre", "Réalisé"])
    assert [each["target"] for each in updates_of(done)] == ["test.made-up:m11", "test.made-up:m1a"]
    assert {each.get("date") for each in updates_of(done)} == ({"2025-06-30"} if above else {None})
    assert above or "import/report-without-date" in codes(done)


def test_a_sheet_of_notes_beside_makes_no_second_plan_and_one_of_projects_does() -> None:
    rows = [["Période", "Activité concernée", "Etat"], ["T1 2025", "Autre", "Réalisé"]]
    noted = of_sheets(Notes=[["Feuille inventée"], ["À lire"]], Suivi=rows)
    assert [each["target"] for each in updates_of(noted)] == ["test.made-up:m1a"]
    assert tree_of(noted)["plans"] == BASE["plans"]
    assert "Feuille inventée" in str(tree_of(noted)["x_unmapped"])
    planned = of_sheets(Plan=[["N°", "Projet", "Responsable"], ["3", "Trois", "DSI"]], Suivi=rows)
    assert "Trois" in str(tree_of(planned)["plans"])


def test_updates_that_a_further_sheet_repeats_are_said() -> None:
    rows = [["Période", "Activité", "Statut", "Commentaires"], ["T1 2025", "Autre", "Réalisé", "Ouvert"]]
    other = [["Période", "Activité", "Difficultés"], ["T1 2025", "Autre", "Pluie"]]
    later = [rows[0], ["T2 2025", *rows[1][1:]]]
    assert "import/update-repeated" in codes(of_sheets(A=rows, B=rows))
    assert "import/update-repeated" not in codes(of_sheets(A=rows, B=later, C=other))


@pytest.mark.parametrize(
    "heads",
    [["Activité concernée", "Etat"], ["Projet retenu", "Période", "Etat"], ["Activité concernée", "Période", "Etat"]],
)
def test_a_plan_that_is_imported_again_onto_itself_is_no_updates(heads: list[str]) -> None:
    said = {"Période": ["2025", "2026"], "Etat": ["En cours"] * 2}
    rows = [[said.get(head, ["Premier", "Second"])[at] for head in heads] for at in range(2)]
    first = tree_of(imported(heads, *rows, base=None))
    again = imported(heads, *rows, base=first)
    assert not updates_of(again)
    assert "import/ids-kept" in codes(again)


def test_activities_by_titles_without_their_projects_are_no_plan_of_their_own() -> None:
    rows = [["1", "Activité inventée", "60 %", "Synthétique"], ["1", "Autre", "20 %", ""]]
    done = imported(["N°", "Activité", "Taux d’avancement", "Observations"], *rows)
    assert tree_of(done)["plans"] == BASE["plans"]
    assert [(one["target"], one["progress"]) for one in updates_of(done)] == [
        ("test.made-up:m11", 60),
        ("test.made-up:m1a", 20),
    ]
    assert "import/report-without-date" in codes(done)
