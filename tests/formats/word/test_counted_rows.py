"""Tables of Word files whose first column counts the rows, with axis or project written again on each; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_FRENCH = "= Programme d’ouverture de la commune 2026-2027"
_ARABIC = "= برنامج عمل الانفتاح للجماعة 2026-2027"


def _words(node: Any) -> str:
    return str(next(iter(node["title"].values())))


def _read(*rows: str, title: str = _FRENCH) -> tuple[list[Any], list[Any]]:
    """Gives number and title of each axis; of each commitment its number, title, axes, and its steps with numbers."""
    made = read_paper(title, [[cell.strip() for cell in row.split("|")] for row in rows])
    assert not [code for code in codes_of(made) if code != "import/assumed"]
    (plan,) = tree_of(made)["plans"]
    axes = plan.get("axes", [])
    assert "activities" not in plan
    return [(axis.get("number"), _words(axis)) for axis in axes], [
        (
            one.get("number"),
            _words(one),
            len(one.get("axes", [])),
            [(step.get("number"), _words(step)) for step in one.get("milestones", [])],
        )
        for one in plan["commitments"]
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("N° | Axe | Projet | Responsable", _FRENCH),
        ("N° | Thématique | Projet | Responsable", _FRENCH),
        ("N° | Axe | Engagement | Responsable", _FRENCH),
        ("ر.ت | المحور | المشروع | المسؤول", _ARABIC),
    ],
)
def test_a_number_for_each_project_is_no_number_of_the_axis_written_again(heading: str, title: str) -> None:
    rows = ("1 | Écoute | Portail | Service A", "2 | Écoute | Budget | Service B", "3 | Jeunesse | Forum | Service C")
    assert _read(heading, *rows, title=title) == (
        [(None, "Écoute"), (None, "Jeunesse")],
        [("1", "Portail", 1, []), ("2", "Budget", 1, []), ("3", "Forum", 1, [])],
    )


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("N° | Projet | Activité | Responsable", _FRENCH),
        ("ر.ت | المشروع | النشاط | المسؤول", _ARABIC),
    ],
)
def test_a_number_for_each_activity_makes_no_project_of_each_row(heading: str, title: str) -> None:
    rows = ("1 | Portail | Étude | A", "2 | Portail | Essai | A", "3 | Budget | Maquette | B", "4 | Budget | Envoi | C")
    assert _read(heading, *rows, title=title) == (
        [],
        [
            (None, "Portail", 0, [("1", "Étude"), ("2", "Essai")]),
            (None, "Budget", 0, [("3", "Maquette"), ("4", "Envoi")]),
        ],
    )


@pytest.mark.parametrize("first", ["N° | Axe", "Axe | N°"])
def test_axis_and_project_may_both_be_written_again(first: str) -> None:
    said = [("1", "Écoute"), ("2", "Écoute"), ("3", "Jeunesse")]
    rest = ["Portail | Étude", "Portail | Essai", "Forum | Appel"]
    turned = first.startswith("Axe")
    rows = [" | ".join((*(pair[::-1] if turned else pair), more)) for pair, more in zip(said, rest, strict=True)]
    assert _read(f"{first} | Projet | Activité", *rows) == (
        [(None, "Écoute"), (None, "Jeunesse")],
        [(None, "Portail", 1, [("1", "Étude"), ("2", "Essai")]), (None, "Forum", 1, [("3", "Appel")])],
    )


def test_numbers_that_go_with_axis_or_project_stay_theirs() -> None:
    of_axes = _read("N° | Axe | Projet", "1 | Écoute | Portail", "1 | Écoute | Budget", "2 | Jeunesse | Forum")
    assert of_axes[0] == [("1", "Écoute"), ("2", "Jeunesse")]
    of_projects = _read("N° | Projet | Activité", "1 | Portail | Étude", "1 | Portail | Essai", "2 | Forum | Appel")
    assert [one[:2] for one in of_projects[1]] == [("1", "Portail"), ("2", "Forum")]
    merged = _read("N° | Projet | Activité", "1 | Portail | Étude", "^ | ^ | Essai", "2 | Forum | Appel")
    assert [(one[0], len(one[3])) for one in merged[1]] == [("1", 2), ("2", 1)]
