"""What is typed into the cells of titles: times in brackets behind activities, numbers before contributions."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


@pytest.mark.parametrize(
    ("header", "titles"),
    [
        (["Projet", "Activité", "Responsable"],
         ["Choisir (avant le 30 juin 2026)", "Rédiger (mars 2026)", "Inviter (de mars à juin 2026)", "Tenir (2026)"]),
        (["المشروع", "النشاط", "المسؤول"],
         ["اختيار مقاولة (قبل 30 يونيو 2026)", "تحرير (مارس 2026)", "الدعوة (من مارس إلى يونيو 2026)", "عقد (2026)"]),
        (["Project", "Activity", "Lead"],
         ["Choose (before 30 June 2026)", "Write (March 2026)", "Invite (from March to June 2026)", "Hold (2026)"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("merged", [True, False])
def test_times_behind_single_activities_are_theirs(header: list[str], titles: list[str], merged: bool) -> None:
    rows = [["Portail", titles[0], "DSI"], ["", titles[1], "DSI"], ["Forum", titles[2], "DGS"], ["", titles[3], "DGS"]]
    grid = sheet(header, *rows, merges=("A2:A3", "A4:A5") if merged else ())
    imported = read(grid)
    steps = [step for one in commitments_of(imported) for step in one["milestones"]]
    assert [step.get("due") for step in steps] == ["2026-06-30", "2026-03", "2026-06", "2026"]
    assert steps[2]["start"] == "2026-03"
    said = [next(iter(step["title"].values())) for step in steps]
    assert said == [*(title.split(" (")[0] for title in titles[:3]), titles[3]]
    assert codes(imported).count("import/assumed") == 4 + 2
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("header", "title", "due"),
    [
        (["Projet", "Activité", "Responsable"], "Ouvrir le forum d'ici décembre 2026", "2026-12"),
        (["المشروع", "النشاط", "المسؤول"], "نشر التقرير قبل متم يونيو 2026", "2026-06"),
        (["Project", "Activity", "Lead"], "Cost model agreed by 30 June 2026", "2026-06-30"),
        (["Projet", "Activité", "Responsable"], "Rapport annuel 2026", None),
        (["Projet", "Activité", "Responsable"], "Célébrer le 8 mars 2026", None),
    ],
)
def test_a_limit_that_a_title_runs_into_is_read_and_stays_in_it(header: list[str], title: str, due: str | None) -> None:
    imported = read(sheet(header, ["Portail", title, "DSI"], ["Cellule", "Autre chose", "DSI"]))
    (step,) = commitments_of(imported)[0]["milestones"]
    assert ([*step["title"].values()], step.get("due")) == ([title], due)


def test_a_column_of_times_wins_and_blank_cells_of_it_do_not() -> None:
    rows = [["Portail", "Choisir (avril 2026)", "mai 2026"], ["", "Rédiger (mars 2026)", ""]]
    (one,) = commitments_of(read(sheet(["Projet", "Activité", "Échéance"], *rows)))
    assert [step["due"] for step in one["milestones"]] == ["2026-05", "2026-03"]
    assert [step["title"]["fr"] for step in one["milestones"]] == ["Choisir (avril 2026)", "Rédiger"]


def _contributions(*rows: list[str], header: tuple[str, ...] = ("Problématiques", "Propositions")) -> list[list[str]]:
    (workshop,) = shown(read(sheet(list(header), *rows)))["workshops"]
    return [[one.get("number"), one["text"]["fr"]] for one in workshop["contributions"]]


def test_numbers_typed_before_contributions_are_kept_where_they_tell_them_apart() -> None:
    said = _contributions(
        ["1. Peu d'information\n2. Site lent", "P1. Publier\nP2. Refaire"],
        ["3- Pas de guichet", "P3- Ouvrir un guichet"],
    )
    assert said == [
        ["1", "Peu d'information"], ["2", "Site lent"], ["P1", "Publier"], ["P2", "Refaire"],
        ["3", "Pas de guichet"], ["P3", "Ouvrir un guichet"],
    ]  # fmt: skip


def test_numbers_that_begin_anew_only_set_apart() -> None:
    said = _contributions(["1. Peu d'information\n2. Site lent", "1. Publier\n2. Refaire"])
    assert [number for number, _ in said] == [None] * 4
    assert said[0][1] == "Peu d'information"


def test_the_column_of_numbers_wins() -> None:
    rows = (["C1", "1. Publier", "Retenue"], ["C2", "2. Refaire", "Rejetée"])
    said = _contributions(*rows, header=("N°", "Proposition", "Suite réservée"))
    assert [number for number, _ in said] == ["C1", "C2"]


def _answers(*rows: list[str]) -> tuple[list[list[str] | None], list[str]]:
    made = read(sheet(["Problèmes", "Propositions"], *rows))
    (workshop,) = shown(made)["workshops"]
    said = [one.get("answers") for one in workshop["contributions"] if one["kind"] == "proposal"]
    return said, codes(made)


def test_numbers_that_begin_anew_only_tell_what_answers_what_where_they_leave_their_order() -> None:
    said, found = _answers(["1. Pa\n2. Pb", "1. Sa\n2. Sb"], ["1. Pc\n2. Pd", "2. Sd\n1. Sc"])
    assert said == [None, None, ["Pd"], ["Pc"]]
    assert found.count("import/answers-unclear") == 1


@pytest.mark.parametrize("proposals", ["- Sa\n- Sb\n- Sc", "- Sa\n- Sb", "Sa", "1. Sa\n2. Sb\n3. Sc"])
def test_two_lists_are_not_paired_and_it_is_said(proposals: str) -> None:
    said, found = _answers(["- Pa\n- Pb", proposals], ["Pc", "Sd"])
    assert said[-1] == ["Pc"]
    assert not any(said[:-1])
    assert "import/answers-unclear" in found
