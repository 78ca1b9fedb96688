"""Headings on the level of the axes that name none: they end the axis above them, and are said; made-up plans."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

FIRST = ["## Engagement 1 : Publier le budget", "Responsable : Service A"]
SECOND = ["## Engagement 2 : Former les agents", "Responsable : Service B"]


def _table(number: int, title: str) -> list[list[str]]:
    return [["N°", "Projet", "Responsable"], [str(number), title, "Service A"]]


def _axes(tree: dict[str, Any]) -> list[list[str]]:
    return [commitment.get("axes", []) for commitment in tree["plans"][0]["commitments"]]


@pytest.mark.parametrize(
    ("above", "below"), [(FIRST, SECOND), ([_table(1, "Publier le budget")], [_table(2, "Former les agents")])]
)
def test_projects_behind_such_a_heading_lie_on_no_axis(above: list[Any], below: list[Any]) -> None:
    made = read_paper("= Plan d'action 2025", "# Axe 1 : Données", *above, "# Mesures diverses", *below)
    tree = tree_of(made)
    assert _axes(tree) == [["@Données"], []]
    assert list(unmapped(made).values()) == ["Mesures diverses"]
    assert codes_of(made).count("import/axis-ended") == 1


def test_only_the_lower_axis_ends_on_its_own_level() -> None:
    sub = ["# Axe 1 : Données", "## Sous-axe 1.1 : Accès", "### Engagement 1 : Publier le budget"]
    made = read_paper("= Plan d'action 2025", *sub, "## Mesures diverses", "### Engagement 2 : Former les agents")
    assert _axes(tree_of(made)) == [["@Accès"], ["@Données"]]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([*FIRST, "## Mesures diverses", *SECOND], id="lower"),
        pytest.param(["# Chantiers divers", *FIRST, "# Mesures diverses", *SECOND], id="before the first project too"),
        pytest.param(["# Engagement 1 : Budget", "# Mesures diverses", "# Engagement 2 : Agents"], id="one level"),
        pytest.param([*FIRST, "! Mesures diverses", *SECOND], id="bold"),
        pytest.param([*FIRST, "# Divers", *SECOND, "# Axe 2 : Voirie", "# Divers"], id="stands again"),
    ],
)
def test_levels_that_do_not_tell_end_no_axis(blocks: list[Any]) -> None:
    made = read_paper("= Plan d'action 2025", "# Axe 1 : Données", *blocks)
    assert _axes(tree_of(made)) == [["@Données"], ["@Données"]]
    assert "import/axis-ended" not in codes_of(made)
