"""Projects that are named again while another axis is open stay on their own; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper

TITLE = "= Programme d'ouverture 2025-2027"
LIST = [
    ["N°", "Projet", "Responsable"],
    ["Axe 1 : Confiance", "<", "<"],
    ["1", "Budget lisible", "Service des finances"],
    ["Axe 2 : Jeunesse", "<", "<"],
    ["2", "Parlement des jeunes", "Service jeunesse"],
]
OWN = [["@Confiance"], ["@Jeunesse"]]


def _card(title: str) -> list[list[str]]:
    return [[title, "<"], ["Problème", f"Peu de choses ({title})"], ["Budget", "10 000 DH"]]


@pytest.mark.parametrize("mark", ["# Projet", "### Projet", "! Fiche", "! Projet"])
def test_fiches_below_a_table_with_bands_are_on_no_axis_of_its_last_rows(mark: str) -> None:
    made = read_paper(
        *(
            TITLE,
            LIST,
            f"{mark} 1 : Budget lisible",
            "Problème : A",
            f"{mark} 2 : Parlement des jeunes",
            "Problème : B",
        ),
        *(f"{mark} 3 : Portail", "Problème : C"),
    )
    commitments = commitments_of(made)
    assert [each.get("axes") for each in commitments] == [*OWN, None]
    assert [each["problem"]["fr"] for each in commitments] == ["A", "B", "C"]


def test_cards_below_a_table_with_bands_keep_their_axes() -> None:
    made = read_paper(TITLE, LIST, "", _card("Projet 1 : Budget lisible"), "", _card("Projet 2 : Parlement des jeunes"))
    assert [each["axes"] for each in commitments_of(made)] == OWN


@pytest.mark.parametrize("mark", ["##", "!"])
def test_a_table_of_all_projects_behind_the_last_axis_puts_none_on_it(mark: str) -> None:
    made = read_paper(
        *(TITLE, "# Axe 1 : Confiance", f"{mark} Projet 1 : Budget lisible", "Problème : A"),
        *("# Axe 2 : Jeunesse", f"{mark} Projet 2 : Parlement des jeunes", "Problème : B"),
        *(
            "# Calendrier",
            [["N°", "Projet", "Fin"], ["1", "Budget lisible", "2026"], ["2", "Parlement des jeunes", "2027"]],
        ),
    )
    assert [(each["axes"], each["end"]) for each in commitments_of(made)] == [(OWN[0], "2026"), (OWN[1], "2027")]


def test_fiches_behind_lists_below_axes_keep_their_axes() -> None:
    made = read_paper(
        *(TITLE, "## Axe 1 : Confiance", "* Projet 1 : Budget lisible"),
        *("## Axe 2 : Jeunesse", "* Projet 2 : Parlement des jeunes"),
        *("## Projet 1 : Budget lisible", "Problème : A", "## Projet 2 : Parlement des jeunes", "Problème : B"),
    )
    assert [each["axes"] for each in commitments_of(made)] == OWN


def test_a_project_listed_below_two_axes_is_on_both() -> None:
    made = read_paper(
        *(TITLE, "# Axe 1 : Confiance", "## Projet 1 : Budget lisible", "Problème : A"),
        *("# Axe 2 : Jeunesse", "## Projet 2 : Parlement", "Problème : B", "## Projet 1 : Budget lisible"),
    )
    assert [each["axes"] for each in commitments_of(made)] == [["@Confiance", "@Jeunesse"], ["@Jeunesse"]]


def test_a_table_with_one_band_heads_what_stands_below_it() -> None:
    made = read_paper(
        *(TITLE, [["Axe 1 : Confiance", "<"]], "## Projet 1 : Budget lisible", "Problème : A"),
        *([["Axe 2 : Jeunesse", "<"]], "## Projet 2 : Parlement", "Problème : B"),
    )
    assert [each["axes"] for each in commitments_of(made)] == OWN


@pytest.mark.parametrize(
    ("title", "said"), [("Budget lisible", []), ("Budget lisible pour tous", [("Budget lisible pour tous",)])]
)
def test_a_fiche_with_the_number_of_a_row_and_another_title_is_said(title: str, said: list[tuple[str]]) -> None:
    rows = [["N°", "Projet", "Axe"], ["1", "Budget lisible", "Confiance"], ["2", "Forum", "Jeunesse"]]
    fiche = [["N°", "1"], ["Intitulé", title], ["Constat", "Peu de choses"]]
    made = read_paper(TITLE, rows, "Fiches des projets", fiche)
    assert len(commitments_of(made)) == 2 + len(said)
    assert [each.params["names"] for each in made.findings if each.code == "import/number-of-another"] == said
