"""Who organised a workshop and who joined in, in the head of its minutes; all made up but the commune."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped


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


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("نظمت جماعة أزرو يوم 3 مارس 2025 ورشة تشاورية بمقر الجماعة.", "@أزرو"),
        ("في إطار البرنامج، نظم المجلس الجماعي لأزرو ورشة يوم 3 مارس 2025.", "@أزرو"),
        ("La commune d’Azrou a organisé le 3 mars 2025 un atelier au siège de la commune.", "@Azrou"),
        ("Le 3 mars 2025, la commune d’Azrou a organisé un atelier avec la commune d’Agadir.", "@Azrou"),
    ],
)
def test_who_held_a_workshop_as_its_first_sentence_says(sentence: str, name: str) -> None:
    made = read_paper("= Compte rendu d’atelier", sentence, "# Recommandations", "* Publier les budgets.")
    (workshop,) = tree_of(made)["workshops"]
    assert (workshop["collectivities"], workshop["date"]) == ([name], "2025-03-03")
    assert [f.params["field"] for f in made.findings if f.code == "import/assumed"].count("collectivities") == 1
    assert sentence in unmapped(made).values()


@pytest.mark.parametrize(
    "sentence",
    [
        "L’association Amal a organisé le 3 mars 2025 un atelier sur la commune d’Azrou.",
        "Le conseil a organisé un atelier le 3 mars 2025.",
        "L’atelier est organisé le 3 mars 2025 dans la commune voisine d’Azrou et Agadir.",
    ],
)
def test_a_commune_that_is_only_spoken_of_holds_nothing(sentence: str) -> None:
    made = read_paper("= Compte rendu d’atelier", sentence, "# Recommandations", "* Publier les budgets.")
    assert "collectivities" not in tree_of(made)["workshops"][0]
