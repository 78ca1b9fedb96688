"""Cells merged over all activities of a project, or over some of them, in sheets and in Word alike; made-up plans."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown
from tests.formats.word import papers

SUM = "import/sum-of-activities"
FRENCH = ["N°", "Projet", "Activités", "Responsable", "Échéance", "Budget (DH)", "État", "Livrable"]
ARABIC = ["الرقم", "المشروع", "الأنشطة", "المسؤول", "الأجل", "الميزانية (درهم)", "الحالة", "المخرجات"]
SOME = [
    ["1", "Portail", "Marché", "Service A", "2027-03-01", "90000", "En cours", "Site"],
    ["^", "^", "Conception", "^", "^", "^", "^", "^"],
    ["^", "^", "Lancement", "Service B", "2027-06-01", "10000", "Réalisé", "Fête"],
]
ALL = [
    ["2", "Forum", "Salle", "Service C", "2027-09-01", "5000", "Réalisé", "Forum tenu"],
    ["^", "^", "Lettres", "^", "^", "^", "^", "^"],
]


def _grid(rows: list[list[str]]) -> Any:
    """Makes a sheet of a table in which `^` lies on the cell above."""
    merges = []
    for column in range(len(rows[0])):
        first = 0
        for row in range(1, len(rows) + 1):
            if row == len(rows) or rows[row][column] != "^":
                if row - first > 1:
                    merges.append(f"{chr(65 + column)}{first + 1}:{chr(65 + column)}{row}")
                first = row
    return sheet(*[["" if text == "^" else text for text in row] for row in rows], merges=tuple(merges))


def _both(rows: list[list[str]]) -> list[tuple[list[dict[str, Any]], list[str]]]:
    grid = _grid(rows)
    imported, paper = read(grid), papers.read_paper("= Plan d'action 2027", rows)
    assert accounted(imported, grid)
    return [(commitments_of(imported), codes(imported)), (papers.commitments_of(paper), papers.codes_of(paper))]


def _leads(one: dict[str, Any]) -> list[str]:
    return [next(iter(lead["name"].values())) for lead in one.get("leads", ())]


def _sums(one: dict[str, Any]) -> list[str]:
    return [line["amount"]["value"] for line in one.get("budget", ())]


@pytest.mark.parametrize("header", [FRENCH, ARABIC])
def test_what_lies_over_some_activities_is_of_each_and_a_sum_is_read_once(header: list[str]) -> None:
    for (portal, forum), found in _both([header, *SOME, *ALL]):
        steps = portal["milestones"]
        assert [_leads(one) for one in (portal, *steps)] == [[], ["Service A"], ["Service A"], ["Service B"]]
        assert [one["due"] for one in steps] == ["2027-03-01", "2027-03-01", "2027-06-01"]
        assert [one["status"]["code"] for one in steps] == ["in_progress", "in_progress", "completed"]
        assert [[*one["deliverable"].values()] for one in steps] == [["Site"], ["Site"], ["Fête"]]
        assert not {"status", "end", "expected_results"} & {*portal}
        assert [_sums(one) for one in (portal, *steps)] == [["90000"], [], [], ["10000"]]
        assert [*portal["budget"][0]["label"].values()] == ["Marché ; Conception"]
        assert found.count(SUM) == 1
        assert (_leads(forum), forum["end"], _sums(forum)) == (["Service C"], "2027-09-01", ["5000"])
        assert [{*one} for one in forum["milestones"]] == [{"title"}, {"title"}]


def test_equal_sums_over_some_and_over_others_are_two() -> None:
    rows = [[*row[:5], "90000" if row[5] != "^" else "^", *row[6:]] for row in (*SOME, ["^", "^", "Bilan", *["^"] * 5])]
    for (portal,), found in _both([FRENCH, *rows]):
        assert _sums(portal) == ["90000", "90000"]
        assert found.count(SUM) == 2


@pytest.mark.parametrize(
    ("funders", "sums", "expected"),
    [
        (["INDH", "^", "Région"], ["1", "2", "3"], [[], ["INDH"], ["INDH"], ["Région"]]),
        (["INDH", "^", "Région"], ["1", "^", "3"], [["INDH"], [], [], ["Région"]]),
        (["INDH", "^", "^"], ["1", "2", "3"], [["INDH"], [None], [None], [None]]),
    ],
)
def test_who_pays_stands_with_the_sums(funders: list[str], sums: list[str], expected: list[list[str | None]]) -> None:
    rows = [[*row[:3], *said] for row, said in zip(SOME, zip(funders, sums, strict=True), strict=True)]
    (portal,) = commitments_of(read(_grid([[*FRENCH[:3], "Bailleur", "Budget (DH)"], *rows])))
    lines = [one.get("budget", []) for one in (portal, *portal["milestones"])]
    names = [[next(iter(line.get("funder", {}).get("name", {"": None}).values())) for line in each] for each in lines]
    assert names == expected


PARTED = [
    [["1", "Portail", "Étude", "Service A", "2027-03-01", "1000", "En cours", ""], ["^", "^", "Mise en ligne"]],
    [["2", "Tableau", "Choix", "Service C", "2027-06-01", "3000", "En retard", ""], ["^", "^", "Publication"]],
    [["3", "Bureau", "Ouverture", "Service B", "2027-09-01", "2000", "Réalisé", ""]],
]


def _with_totals(words: tuple[str, ...], *, merged: bool) -> list[list[str]]:
    """Makes a table with a row of totals behind each project for which there is a word."""
    mark, rows = "^" if merged else "", []
    for project, word in zip(PARTED, words, strict=True):
        amount = project[0][5]
        first, *more = project
        rows += [first, *([mark, mark, step[2], *[mark] * 5] for step in more)]
        rows += [["", word, "", "", "", amount, "", ""]] if word else []
    return [FRENCH, *rows]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        ("Sous-total", "Sous-total", ""),
        ("Sous-total", "Sous-total", "Sous-total"),
        ("", "", "Total général"),
        ("Total 1", "Total 2", "Total 3"),
        ("Moyenne", "Moyenne", "Moyenne"),
    ],
)
def test_rows_of_totals_do_not_tell_whose_a_column_is(words: tuple[str, ...], merged: bool) -> None:
    plain, said = (read(_grid(_with_totals(each, merged=merged))) for each in (("", "", ""), words))
    assert shown(said)["plans"][0]["commitments"] == shown(plain)["plans"][0]["commitments"]
    assert [_sums(one) for one in commitments_of(said)] == [["1000"], ["3000"], ["2000"]]
    assert codes(said).count("import/total-row") == sum(map(bool, words))


ONE = [["3", "Guide", "Rédaction", "Service D", "2027-11-01", "7000", "En cours", "Guide tenu"]]


@pytest.mark.parametrize("header", [FRENCH, ARABIC])
@pytest.mark.parametrize("further", [[], [["4", "Charte", "Lecture", "Service E", "", "", "", "Charte lue"]]])
def test_a_column_merged_over_all_of_each_project_is_of_one_with_a_single_activity_too(
    header: list[str], further: list[list[str]]
) -> None:
    forum, guide, *_ = commitments_of(read(_grid([header, *ALL, *ONE, *further])))
    assert (_leads(forum), forum["end"], _sums(forum)) == (["Service C"], "2027-09-01", ["5000"])
    assert (_leads(guide), guide["end"], _sums(guide)) == (["Service D"], "2027-11-01", ["7000"])
    assert guide["status"]["code"] == "in_progress"
    assert {*guide["milestones"][0]} <= {"title", "deliverable"}


def test_a_column_merged_over_all_of_one_project_and_not_of_another_is_of_activities() -> None:
    rows = [FRENCH, *ALL, ["3", "Portail", "Étude", "Service A", "2027-03-01", "10", "Réalisé", "Note"],
            ["^", "^", "Essai", "Service B", "2027-04-01", "20", "En cours", "Avis"], *ONE]  # fmt: skip
    *_, guide = commitments_of(read(_grid([[*row] for row in rows])))
    assert not {"leads", "end", "budget", "status"} & {*guide}
