"""On which side a form asks, who is a person in it, and where the last axis ends; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of

TITLE = "# Programme d’ouverture 2026-2027"


def _codes(made: Any) -> list[str]:
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize(
    "row",
    [
        ["Mandataire élu", "Société civile"],
        ["Appui technique", "Association A"],
        ["Relais", "Associations"],
        ["السند", "المجتمع المدني"],
    ],
)
@pytest.mark.parametrize("others", [[["Projet", "Portail"]], [["Projet", "Portail"], ["Responsable", "DSI"]]])
@pytest.mark.parametrize("first", [True, False])
def test_the_left_cell_asks_also_where_nobody_knows_it(row: list[str], others: list[list[str]], first: bool) -> None:
    made = read_paper(TITLE, [row, *others] if first else [*others, row])
    (one,) = commitments_of(made)
    assert "supporting" not in one
    assert [kept["text"] for kept in one["x_unmapped"]] == row
    assert "import/label-unknown" in _codes(made)


def test_a_form_that_asks_on_the_right_is_still_read() -> None:
    rows = [["Portail", "Projet"], ["DSI", "Responsable"], ["Informer", "Objectif"], ["Association A", "Partenaires"]]
    (one,) = commitments_of(read_paper(TITLE, rows))
    assert [party["name"]["fr"] for party in one["supporting"]] == ["Association A"]


@pytest.mark.parametrize(
    ("label", "answer", "leads", "kept"),
    [
        ("Contact", "Association B", [{"name": {"fr": "DSI"}}], ["Association B"]),
        ("Personne responsable", "Service communication",
         [{"name": {"fr": "Service communication"}}, {"name": {"fr": "DSI"}}], []),
        ("Contact", "M. Ali Bennani", [{"person": {"name": {"fr": "M. Ali Bennani"}}}, {"name": {"fr": "DSI"}}], []),
    ],
)  # fmt: skip
def test_a_body_is_no_person(label: str, answer: str, leads: list[Any], kept: list[str]) -> None:
    rows = [["Projet", "Portail"], ["Objectif", "Informer"], [label, answer], ["Responsable", "DSI"]]
    (one,) = commitments_of(read_paper(TITLE, rows))
    assert one["leads"] == leads
    assert [each["text"] for each in one.get("x_unmapped", [])] == kept


@pytest.mark.parametrize("mark", ["#", "!"])
def test_a_heading_behind_the_last_table_ends_its_axis(mark: str) -> None:
    tables = [[["Projet", "Responsable"], [name, "DSI"], [f"{name} 2", "DGS"]] for name in ("Portail", "Forum")]
    made = read_paper(
        TITLE, f"{mark} Axe 1 : Transparence", tables[0], f"{mark} Axe 2 : Participation", tables[1],
        f"{mark} Suivi du programme", "Un comité de suivi se réunit tous les trois mois et publie ses avis.",
    )  # fmt: skip
    (plan,) = tree_of(made)["plans"]
    assert all("x_unmapped" not in axis for axis in plan["axes"])
    assert [kept["label"] for kept in plan["x_unmapped"]] == ["Suivi du programme"]
    assert len(commitments_of(made)) == 4
