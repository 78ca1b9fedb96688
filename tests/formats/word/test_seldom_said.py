"""What few documents say, and none may lose: revised dates, rows on all projects, titles below the word for groups."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_TITLE = "= Programme d’ouverture 2025-2027"
_PROJECT = "# Engagement 1 : Portail"


@pytest.mark.parametrize(
    ("asked", "end", "kept"),
    [
        (("Échéance", "Nouvelle échéance"), "2026-06-30", "31/12/2025"),
        (("Nouvelle échéance", "Échéance"), "2025-12-31", "30/06/2026"),
        (("Échéance", "Échéance initiale"), "2025-12-31", "30/06/2026"),
    ],
)
def test_the_revised_date_of_a_form_holds_and_the_first_is_kept(asked: tuple[str, str], end: str, kept: str) -> None:
    dates = [[asked[0], "31/12/2025"], [asked[1], "30/06/2026"]]
    made = read_paper(_TITLE, _PROJECT, [["Responsable", "DSI"], *dates])
    (project,) = commitments_of(made)
    assert project["end"] == end
    assert list(unmapped(made).values()) == [kept]
    assert "import/due-revised" in codes_of(made)


def test_the_revised_dates_of_activities_hold_and_the_first_are_kept() -> None:
    head = ["Action", "Échéance", "Nouvelle échéance"]
    rows = [["Acheter", "31/12/2025", "30/06/2026"], ["Former", "31/01/2026", "30/07/2026"]]
    made = read_paper(_TITLE, _PROJECT, [head, *rows])
    (project,) = commitments_of(made)
    assert [one["due"] for one in project["milestones"]] == ["2026-06-30", "2026-07-30"]
    assert [one["x_unmapped"][0]["text"] for one in project["milestones"]] == ["31/12/2025", "31/01/2026"]
    assert codes_of(made).count("import/due-revised") == len(rows)


def test_a_row_on_all_projects_is_none_of_them_in_a_table_that_goes_on() -> None:
    head = ["Projet", "Responsable", "Coût (DH)"]
    first = [head, ["Portail", "DSI", "100"], ["Forum", "DAC", "200"]]
    second = [head, ["Budget", "SG", "30"], ["Tous les projets", "DSI", "5"]]
    made = read_paper(_TITLE, first, "# Suite", second)
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Portail", "Forum", "Budget"]
    assert list(unmapped(made).values()) == ["Tous les projets", "DSI", "5"]
    assert "import/several-projects" in codes_of(made)


def test_lists_beside_activities_of_a_form_are_theirs() -> None:
    dates = "31/12/2025\n30/06/2026"
    made = read_paper(_TITLE, _PROJECT, [["Actions", "- Acheter\n- Former"], ["Échéance", dates]])
    (project,) = commitments_of(made)
    assert [one["due"] for one in project["milestones"]] == ["2025-12-31", "2026-06-30"]
    assert "import/lists-side-by-side" in codes_of(made)


@pytest.mark.parametrize("ends", ["", " :"])
def test_a_line_right_below_the_number_of_a_group_is_its_title(ends: str) -> None:
    groups = [("Transparence", "Publier les budgets"), ("Participation", "Tenir un forum")]
    lines = [
        each
        for number, (title, said) in enumerate(groups, 1)
        for each in (f"# Groupe {number}{ends}", title, "## Propositions", f"* {said}")
    ]
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier du 12 mars 2025", *lines))["workshops"]
    assert [
        (group["number"], group["title"]["fr"], group["contributions"][0]["text"]["fr"])
        for group in workshop["working_groups"]
    ] == [("1", "Transparence", "Publier les budgets"), ("2", "Participation", "Tenir un forum")]
