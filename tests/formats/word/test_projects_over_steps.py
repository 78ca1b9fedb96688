"""Projects with their activities below them: "Projet / Activités" over "Portail :" and a list; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_PLAN = "= Programme d'ouverture de la commune de Tiznit 2025-2026"
_PORTAL = "Portail :\n- Étude\n- Ouverture"
_FORUM = "Forum :\n- Appel"
_BOTH = [("Portail", ["Étude", "Ouverture"]), ("Forum", ["Appel"])]


def _steps(commitments: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    return [(each["title"]["fr"], [step["title"]["fr"] for step in each.get("milestones", ())]) for each in commitments]


@pytest.mark.parametrize(
    "rows",
    [
        [["Projet / Activités"], [_PORTAL], [_FORUM]],
        [["Axe", "Projet / Activités"], ["Écoute", f"{_PORTAL}\n{_FORUM}"]],
        [["N°", "Projets et activités", "Échéance"], ["1", _PORTAL, "2026"], ["2", _FORUM, "2026"]],
        [["Axe", "Projets et activités", "Responsable"], ["Écoute", _PORTAL, "DSI"], ["^", _FORUM, "DAF"]],
    ],
)
def test_a_column_of_projects_over_their_activities_is_read_as_two(rows: list[list[str]]) -> None:
    made = read_paper(_PLAN, rows)
    assert _steps(commitments_of(made)) == _BOTH
    assert not unmapped(made)


@pytest.mark.parametrize("heading", ["## Projet / Activités", "Projets et activités :"])
@pytest.mark.parametrize("mark", ["*", "-"])
def test_so_are_lines_below_a_heading(heading: str, mark: str) -> None:
    lists = ["Portail :", f"{mark} Étude", f"{mark} Ouverture", "Forum :", f"{mark} Appel"]
    made = read_paper(_PLAN, "# Axe 1 : Écoute", heading, *lists)
    assert _steps(commitments_of(made)) == _BOTH
    assert "activities" not in tree_of(made)["plans"][0]


def test_lines_that_name_no_project_are_activities_of_none() -> None:
    rows = [["Axe", "Projet / Activités"], ["Écoute", "Étude"], ["Soin", "Appel"]]
    (plan,) = tree_of(read_paper(_PLAN, rows))["plans"]
    assert "commitments" not in plan
    assert [each["title"]["fr"] for each in plan["activities"]] == ["Étude", "Appel"]


@pytest.mark.parametrize("label", ["Objectifs :", "Partenaires :", "Les partenaires sont :"])
def test_lines_that_ask_for_something_name_no_project(label: str) -> None:
    project, asked = ["Portail :", "- Étude", "- Ouverture"], [label, "- Association Amal"]
    for lines in ([*project, *asked], [*asked, *project]):
        made = read_paper(_PLAN, "# Projets et activités", *lines)
        assert _steps(commitments_of(made)) == _BOTH[:1]
        assert "Association Amal" in str(tree_of(made))


@pytest.mark.parametrize(
    ("plan", "heading", "label"),
    [
        (_PLAN, "Projets et activités", "Les partenaires sont :"),
        ("= Open government action plan 2026", "Projects and activities", "The partners are:"),
        ("= برنامج عمل الانفتاح 2026", "المشاريع والأنشطة", "الشركاء هم:"),
    ],
)
def test_a_line_that_asks_for_partners_makes_no_activities_of_them(plan: str, heading: str, label: str) -> None:
    (made,) = tree_of(read_paper(plan, f"# {heading}", label, "* Association Amal", "* Association Nour"))["plans"]
    assert "activities" not in made
    assert [next(iter(each["name"].values())) for each in made["supporting"]] == [
        "Association Amal",
        "Association Nour",
    ]


_NUMBERED = [["1", "Portail"], ["1.1", "Cahier des charges"], ["2", "Guichet"], ["2.1", "Local"]]


@pytest.mark.parametrize(
    ("above", "heading", "rows"),
    [
        ([], "Projet / activités", _NUMBERED),
        ([], "Projets et activités", [[f"P{number}", title] for number, title in _NUMBERED]),
        ([], "Projet", _NUMBERED),
        ([], "المشروع / الأنشطة", [["1", "بوابة"], ["1.1", "دفتر التحملات"], ["2", "شباك"]]),
        (["# Axe 1 : Transparence"], "Projet / activités", _NUMBERED[:2]),
    ],
)
def test_numbers_tell_projects_from_the_activities_below_them(
    above: list[str], heading: str, rows: list[list[str]]
) -> None:
    made = read_paper(
        "= Programme d’ouverture 2026-2028", *above, [["N°", heading, "Responsable"], *([*row, "DSI"] for row in rows)]
    )
    found = [named for each in commitments_of(made) for named in (each, *each.get("milestones", ()))]
    assert [[each["number"], *each["title"].values()] for each in found] == rows
    assert len(commitments_of(made)) == sum("." not in number for number, _ in rows)
    assert "import/levels-by-number" in codes_of(made)
    assert "activities" not in tree_of(made)["plans"][0]
