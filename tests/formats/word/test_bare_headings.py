"""Headings under which nothing stands, which say something themselves; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_TITLE = "= Programme d’ouverture de la commune de Midelt 2026-2027"
_ROWS = [["Projet", "Responsable", "Échéance"], ["Portail", "Service A", "mars 2026"], ["Forum", "Service B", "2027"]]


@pytest.mark.parametrize(
    "lines",
    [
        ["Total général : 100000 DH"],
        ["Important : le projet Forum dépend d’une convention non signée"],
        ["Le projet 2 est suspendu jusqu’à nouvel ordre", "Le Président du Conseil"],
        ["المجموع العام: 775000 درهم"],
        ["Le projet 2 est suspendu", "Le projet 1 est achevé"],
    ],
)
@pytest.mark.parametrize("mark", ["! ", "# "])
def test_the_last_lines_are_kept(lines: list[str], mark: str) -> None:
    made = read_paper(_TITLE, _ROWS, *(f"{mark}{line}" for line in lines))
    assert set(unmapped(made).values()) == set(lines)
    (plan,) = tree_of(made)["plans"]
    assert {each["text"] for each in plan["x_unmapped"]} == set(lines)
    assert codes_of(made).count("import/pieces-kept") == 1


@pytest.mark.parametrize("below", [["Le maire préside."], ["* Un portail"]])
def test_what_heads_something_is_a_heading(below: list[str]) -> None:
    made = read_paper(_TITLE, "# Présentation générale", *below, "# Projet 1 : Portail", "Responsable : DSI")
    assert "Présentation générale" not in unmapped(made).values()


@pytest.mark.parametrize("heading", ["Nos ambitions", "Fiches des projets retenus"])
def test_a_heading_above_deeper_ones_that_may_name_an_axis_is_kept(heading: str) -> None:
    made = read_paper(_TITLE, f"# {heading}", "## Projet 1 : Portail", "Responsable : DSI")
    assert list(unmapped(made).values()) == [heading]
    assert "axes" not in tree_of(made)["plans"][0]


@pytest.mark.parametrize("heading", ["Les projets", "Cadre général", "Les réalisations attendues"])
def test_a_heading_that_only_heads_or_introduces_the_projects_is_a_heading(heading: str) -> None:
    made = read_paper(_TITLE, f"# {heading}", "## Projet 1 : Portail", "Responsable : DSI")
    assert unmapped(made) == {}


def test_a_letterhead_above_the_title_is_none_of_these() -> None:
    head = (
        "! ROYAUME DU MAROC",
        "! MINISTÈRE DE L’INTÉRIEUR",
        "! COMMUNE DE MIDELT",
        "! PROGRAMME D’OUVERTURE 2026-2027",
    )
    made = read_paper(*head, "! Version finale", "! Octobre 2025", "# Projet 1 : Portail", "Responsable : DSI")
    assert list(unmapped(made).values()) == ["Version finale", "Octobre 2025"]


def test_what_begins_as_letterheads_do_is_kept_behind_the_projects() -> None:
    line = "Conseil communal : le projet 2 est suspendu"
    made = read_paper(_TITLE, _ROWS, *(f"Remarque {number}." for number in range(8)), f"! {line}")
    assert line in unmapped(made).values()


@pytest.mark.parametrize("heading", ["Chantier 1 : Grands travaux", "Línea 1. Obras"])
def test_a_counted_heading_above_the_first_project_is_kept(heading: str) -> None:
    made = read_paper("= Programme d’ouverture 2026-2027", f"# {heading}", "## Projet 3 : Portail", "Responsable : A")
    (plan,) = tree_of(made)["plans"]
    assert [each["text"] for each in plan["x_unmapped"]] == [heading]
    assert "import/pieces-kept" in codes_of(made)
