"""Documents as officers of councils write them: outlines, headings of other words, cells that hold several things."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.words.markers import read_marker

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"


def _plan(*blocks: object) -> dict[str, Any]:
    (plan,) = tree_of(read_paper(*blocks))["plans"]
    there: dict[str, Any] = plan
    return there


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("2.1. Engagement 1 : Portail", "1", "Portail"),
        ("2.1 Projet n° 3 – Portail", "3", "Portail"),
        ("1) المشروع 2: البوابة", "2", "البوابة"),
    ],
)
def test_a_place_in_an_outline_before_the_word_is_no_part_of_the_name(text: str, number: str, title: str) -> None:
    marker = read_marker(text, ("commitment",))
    assert marker is not None
    assert (marker.number, marker.title) == (number, title)
    assert read_marker("2. Les engagements de la commune", ("commitment",)) is None


def test_a_note_with_numbered_paragraphs_says_of_each_commitment_what_stands_below_it() -> None:
    plan = _plan(
        _TITLE, "1. Contexte", "Abc.", "2.1. Engagement 1 : Portail", "2.1.1. Responsable : DSI",
        "2.1.2. Budget : 150 000 DH", "2.2. Engagement 2 : Forum", "2.2.1. Échéance : juin 2027",
    )  # fmt: skip
    one, two = plan["commitments"]
    assert {"leads", "budget"} <= set(one)
    assert two["end"] == "2027-06"
    assert not {"leads", "budget"} & set(plan)


def test_actions_in_an_outline_are_commitments_too() -> None:
    blocks = ["1. Axe 1 : Xyz", "1.1. Action 1 : Abc", "1.1.1. Responsable : DGS", "1.2. Action 2 : Def"]
    plan = _plan(_TITLE, *blocks, "1.2.1. Responsable : DSI")
    assert [next(iter(each["title"].values())) for each in plan["commitments"]] == ["Abc", "Def"]
    assert all("leads" in each for each in plan["commitments"])


@pytest.mark.parametrize("heading", ["Programme 3.1 : Modernisation", "Objectif 2 – Abc", "البرنامج 1: التحديث"])
def test_a_heading_that_names_something_else_by_its_number_is_kept(heading: str) -> None:
    made = read_paper(_TITLE, "# Axe 1 : Xyz", f"## {heading}", [["N°", "Projet", "Responsable"], ["1", "Abc", "DSI"]])
    assert heading in unmapped(made).values()
    assert "import/pieces-kept" in codes_of(made)


@pytest.mark.parametrize("heads", [("Projet", "Activités", "Objectifs"), ("المشروع", "الأنشطة", "الأهداف")])
def test_beside_lists_of_activities_all_is_said_of_the_projects(heads: tuple[str, str, str]) -> None:
    responsible, budget = ("Responsable", "Budget (DH)") if heads[0] == "Projet" else ("المسؤول", "الميزانية (درهم)")
    rows = [
        [*heads, responsible, budget],
        ["Abc", "- Rst\n- Uvw", "Ghi", "DSI", "100"],
        ["Def", "Xyz", "Jkl", "DGS", "200"],
    ]
    plan = _plan(_TITLE, rows)
    for commitment, steps in zip(plan["commitments"], (2, 1), strict=True):
        assert {"objectives", "leads", "budget"} <= set(commitment)
        assert [set(step) for step in commitment["milestones"]] == [{"title"}] * steps


def test_what_commitments_alone_have_is_theirs_also_where_a_row_has_one_activity() -> None:
    plan = _plan(_TITLE, [["Projet", "Objectifs", "Activité", "Responsable"], ["Abc", "Ghi", "Rst", "DSI"]])
    (commitment,) = plan["commitments"]
    assert commitment["objectives"] == {"fr": "Ghi"}
    assert "leads" in commitment["milestones"][0]


@pytest.mark.parametrize("heading", ["Fiche", "Suivi", "Description"])
def test_lines_with_labels_in_a_cell_are_read_each_for_itself(heading: str) -> None:
    cells = ["Responsable : DSI\nPartenaires : ADD\nDélai : décembre 2026", "Responsable : DGS\nDélai : juin 2027"]
    made = read_paper(_TITLE, [["N°", "Projet", heading], ["1", "Abc", cells[0]], ["2", "Def", cells[1]]])
    one, two = tree_of(made)["plans"][0]["commitments"]
    assert (one["end"], two["end"]) == ("2026-12", "2027-06")
    assert {"leads", "supporting"} <= set(one)
    assert unmapped(made) == {}
    assert "import/column-unmapped" not in codes_of(made)
    assert not {"progress_updates"} & set(tree_of(made))


def test_a_cell_with_a_line_that_nobody_knows_stays_whole() -> None:
    rows = [["N°", "Projet", "Fiche"], ["1", "Abc", "Responsable : DSI\nXyz : rst"], ["2", "Def", "Uvw"]]
    made = read_paper(_TITLE, rows)
    assert "Responsable : DSI\nXyz : rst" in unmapped(made).values()
    assert "import/column-unmapped" in codes_of(made)


def test_the_number_of_a_fax_is_kept_beside_the_person() -> None:
    made = read_paper(_TITLE, "Point de contact : Mme Alpha Fictive, tél. 0535000003, fax 0535000004, a@example.org")
    (person,) = tree_of(made)["plans"][0]["points_of_contact"]
    assert person["contact"] == {"phone": "0535000003", "email": "a@example.org"}
    assert person["name"] == {"fr": "Mme Alpha Fictive"}
    assert "role" not in person
    assert [each["text"] for each in person["x_unmapped"]] == ["fax 0535000004"]
    assert "import/label-unknown" in codes_of(made)
