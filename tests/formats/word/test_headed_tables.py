"""Forms below a heading that names their commitment in other words, and titles and lists under words of labels."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

_PLAN = "= OGP Local action plan 2025-2027"


def test_a_form_below_a_numbered_heading_is_of_the_commitment_that_the_heading_names() -> None:
    made = read_paper(
        _PLAN,
        "# Commitment 1: Open budget portal",
        [["Commitment title", "A portal that shows the budget"], ["Problem", "Budget data are hidden"]],
        "# Commitment 2: Youth council",
        [["Problem", "Youth are not heard"], ["Commitment title", "A council of the young"]],
    )
    assert [(each["number"], each["title"]["en"]) for each in commitments_of(made)] == [
        ("1", "Open budget portal"),
        ("2", "Youth council"),
    ]
    assert [each["problem"]["en"] for each in commitments_of(made)] == ["Budget data are hidden", "Youth are not heard"]
    assert codes_of(made).count("import/conflict") == 2


def test_a_second_form_below_a_heading_is_of_another_commitment() -> None:
    made = read_paper(
        _PLAN,
        "# Commitment 1: Open budget portal",
        [["Commitment title", "Open budget portal"], ["Problem", "Budget data are hidden"]],
        [["Commitment title", "A council of the young"], ["Problem", "Youth are not heard"]],
    )
    assert [each["title"]["en"] for each in commitments_of(made)] == ["Open budget portal", "A council of the young"]


def test_a_title_beside_a_number_may_be_a_word_that_labels_have() -> None:
    made = read_paper(
        "= Programme d’action d’ouverture 2025-2027",
        [["Engagement n° 1", "Conseil"], ["Problème", "Pas de concertation"], ["Porteur", "Direction A"]],
        [["Engagement n° 2", "Budget"], ["Problème", "Opacité"], ["Porteur", "Direction B"]],
    )
    assert [(each["number"], each["title"]["fr"]) for each in commitments_of(made)] == [
        ("1", "Conseil"),
        ("2", "Budget"),
    ]
    assert [each["problem"]["fr"] for each in commitments_of(made)] == ["Pas de concertation", "Opacité"]


@pytest.mark.parametrize(
    ("plan", "project", "label"),
    [
        ("= Plan de gobierno abierto 2024-2027", "# Medida 1.2. Agenda pública de cargos", "Actuaciones:"),
        ("= Programme d’ouverture 2025-2027", "# Projet 1 : Agenda des élus", "Mesures :"),
    ],
)
def test_a_list_below_a_word_that_names_projects_too_is_of_steps_where_one_is_open(
    plan: str, project: str, label: str
) -> None:
    made = read_paper(plan, project, label, "* Abc (05/04/2024)", "* Def (10/06/2024)", "Statut : en cours")
    (commitment,) = commitments_of(made)
    assert [(each["due"], list(each["title"].values())) for each in commitment["milestones"]] == [
        ("2024-04-05", ["Abc"]),
        ("2024-06-10", ["Def"]),
    ]


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("Open government action plan 2025–27", "2027"),
        ("Plan d’action d’ouverture 2025/27", "2027"),
        ("Plan d’action d’ouverture n° 2025-27", "2025"),
        ("Plan d’action d’ouverture 2025-12", "2025"),
    ],
)
def test_a_span_in_a_title_may_end_with_a_year_of_two_digits(title: str, end: str) -> None:
    made = read_paper(f"= {title}", "# Commitment 1: Portal", "Problem: none")
    assert tree_of(made)["plans"][0]["period"] == {"start": "2025", "end": end}
