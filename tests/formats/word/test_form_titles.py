"""Forms of commitments whose titles stand alone in their first row, or that have none, all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

from opengov_local.document import Import

_PLAN = "= Open Government Action Plan of the Municipality of Tiznit 2026-2027"
_TIMES = ["1 January 2026 - 30 June 2027", "2 March 2026 - 1 May 2027"]


def _form(number: int, *rows: str) -> list[list[str]]:
    """Makes a form: rows over all its columns, then questions with answers, then a step."""
    return [
        *([row, "<", "<"] for row in rows),
        ["Lead implementing agency/actor", f"Department {number}", "<"],
        ["What is the public problem that the commitment will address?", f"Problem {number}", "<"],
        ["What is the commitment?", f"Text {number}", "<"],
        ["Milestone activity with a verifiable deliverable", "Start Date", "End Date"],
        [f"Step {number}", "1 January 2026", "31 March 2026"],
    ]


def _told(made: Import) -> list[tuple[Any, ...]]:
    """Gives number and title of each commitment, then what its form says."""
    for each in commitments_of(made):
        (lead,), (step,) = each["leads"], each["milestones"]
        assert [lead["name"]["en"][-1], each["action"]["en"][-1], step["title"]["en"][-1]] == [
            each["problem"]["en"][-1]
        ] * 3
    return [(each.get("number"), each.get("title", {}).get("en")) for each in commitments_of(made)]


@pytest.mark.parametrize("numbers", [("", ""), ("1. ", "2. ")])
def test_each_form_has_its_title_in_its_first_row(numbers: tuple[str, str]) -> None:
    titles = [f"{number}{title}" for number, title in zip(numbers, ("Open registers", "Youth jury"), strict=True)]
    made = read_paper(_PLAN, _form(1, titles[0], _TIMES[0]), "", _form(2, titles[1], _TIMES[1]))
    said = [number.strip(". ") or None for number in numbers]
    assert _told(made) == [(said[0], "Open registers"), (said[1], "Youth jury")]
    times = [(each["start"], each["end"]) for each in commitments_of(made)]
    assert times == [("2026-01-01", "2027-06-30"), ("2026-03-02", "2027-05-01")]
    assert (
        codes_of(made).count("import/assumed") == 6
    )  # the titles and the times of the forms are said, and of the plan
    assert unmapped(made) == {}


def test_forms_below_one_another_in_one_table() -> None:
    made = read_paper(_PLAN, [*_form(1, "Open registers"), *_form(2, "Youth jury")])
    assert _told(made) == [(None, "Open registers"), (None, "Youth jury")]


@pytest.mark.parametrize("first", [(), ("Description of what we do",)])
def test_the_same_questions_again_are_another_commitment(first: tuple[str, ...]) -> None:
    made = read_paper(_PLAN, _form(1, *first), "", _form(2, *first))
    assert _told(made) == [(None, None), (None, None)]
    assert list(unmapped(made).values()) == [*first, *first]


@pytest.mark.parametrize(("row", "title"), [("1. Open registers", "Open registers"), ("Open registers", None)])
def test_one_form_alone_is_named_by_a_row_with_a_number(row: str, title: str | None) -> None:
    made = read_paper(_PLAN, _form(1, row))
    assert [each for _, each in _told(made)] == [title]
    assert list(unmapped(made).values()) == ([] if title else [row])


def test_headings_above_forms_name_them() -> None:
    made = read_paper(_PLAN, "# Open registers", _form(1, "Transparency"), "# Youth jury", _form(2, "Participation"))
    assert _told(made) == [(None, "Open registers"), (None, "Youth jury")]


def test_counted_parts_of_one_form_are_no_titles() -> None:
    form = _form(1)
    made = read_paper(_PLAN, [["1. Part of it", "<", "<"], form[0], ["2. Rest of it", "<", "<"], *form[1:]])
    assert _told(made) == [(None, None)]
    assert set(unmapped(made).values()) == {"1. Part of it", "2. Rest of it"}


_PROGRAMME = "= Programme d’ouverture de la commune de Midelt 2026-2027"


def _fiche(number: int, *rows: str) -> list[list[str]]:
    """Makes a form whose question for activities is one for the names of steps elsewhere."""
    asked = [["Porteur", f"Service {number}"], ["Problème", f"Pb {number}"], ["Actions", f"Étude {number}"]]
    return [*([row, "<"] for row in rows), *asked]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Portail citoyen",), ("Forum des jeunes",)),
        (("FICHE PROJET", "Portail citoyen"), ("FICHE PROJET", "Forum des jeunes")),
        (("Axe 1 : Écoute", "Portail citoyen"), ("Axe 2 : Suivi", "Forum des jeunes")),
        (("Bloc A", "Portail citoyen"), ("Bloc A", "Forum des jeunes")),
    ],
)
@pytest.mark.parametrize("above", ["# Nos engagements", "# Axe 3 : Participation", "Les fiches suivent"])
def test_the_one_row_that_differs_names_the_form(first: tuple[str, ...], second: tuple[str, ...], above: str) -> None:
    made = read_paper(_PROGRAMME, above, _fiche(1, *first), "", _fiche(2, *second))
    found = [(each["title"]["fr"], each["problem"]["fr"], len(each["milestones"])) for each in commitments_of(made)]
    assert found == [("Portail citoyen", "Pb 1", 1), ("Forum des jeunes", "Pb 2", 1)]


def test_of_two_rows_that_differ_none_is_the_title() -> None:
    made = read_paper(
        _PROGRAMME, _fiche(1, "Écoute", "Portail citoyen"), "", _fiche(2, "Ouverture", "Forum des jeunes")
    )
    assert [each["problem"]["fr"] for each in commitments_of(made)] == ["Pb 1", "Pb 2"]
    assert not any("title" in each for each in commitments_of(made))
    assert set(unmapped(made).values()) == {"Écoute", "Portail citoyen", "Ouverture", "Forum des jeunes"}


def test_forms_tell_more_of_what_a_table_lists() -> None:
    listed = [
        ["N°", "Projet", "Porteur"],
        ["1", "Portail citoyen", "Service 1"],
        ["2", "Forum des jeunes", "Service 2"],
    ]
    made = read_paper(_PROGRAMME, listed, "", _fiche(1, "Portail citoyen"), "", _fiche(2, "Forum des jeunes"))
    assert [(each["number"], each["problem"]["fr"]) for each in commitments_of(made)] == [("1", "Pb 1"), ("2", "Pb 2")]
