"""Who organised a workshop and who joined in, in the head of its minutes; all made up but the commune."""

from __future__ import annotations

from tests.formats.word.papers import read_paper, tree_of


def test_answers_with_names_of_collectivities_are_answers() -> None:
    made = read_paper(
        "= Compte rendu de l’atelier de co-création",
        "Date : 12 avril 2025",
        "Organisé par : Commune de Sidi Lamine",
        "Partenaires : Association Essai ; Conseil régional de Béni Mellal-Khénifra",
        "# Groupe 1 : Eau",
        "! Problèmes :",
        "* Fuites",
    )
    tree = tree_of(made)
    (workshop,) = tree["workshops"]
    assert workshop["organizers"] == [{"name": {"fr": "Commune de Sidi Lamine"}}]
    assert len(workshop["partners"]) == 2
    assert workshop["collectivities"] == ["@Sidi Lamine"]
    assert "x_unmapped" not in workshop
