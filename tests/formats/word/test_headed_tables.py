"""Forms below a heading that names their commitment in other words, and titles that are words of labels."""

from __future__ import annotations

from tests.formats.word.papers import codes_of, commitments_of, read_paper

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
