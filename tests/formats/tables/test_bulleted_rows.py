"""Activities with a bullet each, one in each row of a table; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

_HEAD = ["N°", "Projet", "Activités", "Responsable", "Échéance", "Coût (DH)", "État"]


@pytest.mark.parametrize("bullet", ["-", "–", "•", "*"])
@pytest.mark.parametrize(("again", "merges"), [(False, ()), (True, ()), (False, ("A2:A3", "B2:B3", "A4:A5", "B4:B5"))])
def test_the_cells_beside_each_are_its_own(bullet: str, again: bool, merges: tuple[str, ...]) -> None:
    first, second = ("1", "Portail"), ("2", "Forum")
    table = sheet(
        _HEAD,
        [*first, f"{bullet} Étude", "DSI", "mars 2026", 100, "Réalisé"],
        [*(first if again else ("", "")), f"{bullet} Développement", "Bureau B", "mai 2026", 200, "En cours"],
        [*second, f"{bullet} Appel", "Culture", "juin 2026", 70, "Non démarré"],
        [*(second if again else ("", "")), f"{bullet} Tenue", "Culture", "juillet 2026", 70, "Non démarré"],
        merges=merges,
    )
    imported = read(table)
    portal, forum = commitments_of(imported)
    assert [
        (
            step["title"]["fr"],
            step["leads"][0]["name"]["fr"],
            step["due"],
            step["budget"][0]["amount"]["value"],
            step["status"]["code"],
        )
        for step in (*portal["milestones"], *forum["milestones"])
    ] == [
        ("Étude", "DSI", "2026-03", "100", "completed"),
        ("Développement", "Bureau B", "2026-05", "200", "in_progress"),
        ("Appel", "Culture", "2026-06", "70", "not_started"),
        ("Tenue", "Culture", "2026-07", "70", "not_started"),
    ]
    assert not {"status", "end", "budget", "leads"} & {*portal, *forum}
    assert "import/conflict" not in codes(imported)


def test_steps_below_each_other_with_nothing_beside_them_are_a_list_of_their_project() -> None:
    table = sheet(
        _HEAD,
        ["1", "Portail", "- Étude", "DSI", "mars 2026", 100, "Réalisé"],
        ["", "", "- Développement", "", "", "", ""],
        ["2", "Forum", "- Appel", "Culture", "juin 2026", 70, "Non démarré"],
        ["", "", "- Tenue", "", "", "", ""],
    )
    portal, forum = commitments_of(read(table))
    assert [step["title"]["fr"] for step in portal["milestones"]] == ["Étude", "Développement"]
    assert (portal["end"], forum["end"]) == ("2026-03", "2026-06")


def test_cells_below_each_other_that_list_several_steps_are_lists_of_their_project() -> None:
    rows = [["1", "Portail", "- Étude\n- Achat"], ["", "", "- Recette\n- Bilan"], ["2", "Forum", "- Appel\n- Tenue"]]
    portal, forum = commitments_of(read(sheet(["N°", "Projet", "Activités"], *rows)))
    assert [step["title"]["fr"] for step in portal["milestones"]] == ["Étude", "Achat", "Recette", "Bilan"]
    assert [step["title"]["fr"] for step in forum["milestones"]] == ["Appel", "Tenue"]


@pytest.mark.parametrize("head", ["Projets / Actions", "Projet", "Intitulé", "المشروع"])
@pytest.mark.parametrize("bullet", ["- ", "• ", "– "])
def test_rows_with_a_bullet_below_projects_are_their_activities(head: str, bullet: str) -> None:
    table = sheet(
        ["N°", head, "Responsable", "Délai"],
        ["1", "Portail", "DSI", "2026"], ["", f"{bullet}Étude", "", "03/2026"], ["", f"{bullet}Achat", "", "10/2026"],
        ["2", "Forum", "SG", "2027"], ["", f"{bullet}Charte", "", "01/2027"],
    )  # fmt: skip
    found = [
        (one["title"]["fr"], [step["title"]["fr"] for step in one["milestones"]]) for one in commitments_of(read(table))
    ]
    assert found == [("Portail", ["Étude", "Achat"]), ("Forum", ["Charte"])]


def test_where_the_first_row_has_a_bullet_all_are_projects() -> None:
    table = sheet(["Projet", "Responsable"], ["- Portail", "DSI"], ["- Forum", "SG"], ["Radio", "Com"])
    assert len(commitments_of(read(table))) == 3
