"""Tables of a vote in the decision that adopts a plan; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

COMMITMENTS = ("# Projet 1 : Portail", "Objectif : publier", "# Projet 2 : Bureau", "Objectif : accueillir")
FRENCH = {"Membres en exercice": "23", "Présents": "18", "Pour": "20 voix", "Contre": "0", "Abstentions": "—"}
ARABIC = {"عدد الأعضاء المزاولين": "٢٣", "الحاضرون": "18", "الموافقون": "18", "الممتنعون": "0"}


@pytest.mark.parametrize("words", [FRENCH, ARABIC])
def test_a_table_of_votes_is_kept_and_asks_nothing(words: dict[str, str]) -> None:
    side_by_side, below = [list(words), list(words.values())], [list(pair) for pair in words.items()]
    for table in (side_by_side, below):
        made = read_paper("= Plan d’action 2026-2027", table, *COMMITMENTS)
        assert "import/label-unknown" not in codes_of(made)
        assert "import/pieces-kept" in codes_of(made)
        assert sorted(unmapped(made).values()) == sorted([*words, *words.values()])
        assert len(tree_of(made)["plans"][0]["commitments"]) == 2


def test_another_table_with_such_a_word_is_read() -> None:
    made = read_paper("= Plan d’action 2026-2027", "# Projet 1 : Portail", [["Objectif", "publier"], ["Pour", "tous"]])
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["objectives"] == {"fr": "publier"}
    assert "import/label-unknown" in codes_of(made)


@pytest.mark.parametrize("words", ["Participation", "Participación", "المشاركة"])
def test_the_short_name_of_civic_participation_is_a_value(words: str) -> None:
    made = read_paper("# Engagement 1 : Portail", f"Valeurs OGP : {words}", "Objectif : publier")
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["ogp_values"] == [{"value": "civic_participation"}]
    assert "import/code-unknown" not in codes_of(made)


@pytest.mark.parametrize(
    "heading", ["Preuve de réalisation", "Justificatifs", "وسائل الإثبات", "Means of verification"]
)
def test_headings_of_proofs_are_those_of_sheets(heading: str) -> None:
    table = [["Jalon", "Date butoir", heading], ["Cahier", "juin 2026", "Rapport publié"]]
    made = read_paper("# Engagement 1 : Portail", "Objectif : publier", table)
    (step,) = tree_of(made)["plans"][0]["commitments"][0]["milestones"]
    assert step["evidence"] == [{"title": {"fr": "Rapport publié"}}]


ADOPTED = [
    ["N°", "Intitulé du projet", "Service pilote", "Échéance"],
    ["1", "Portail des démarches", "Cabinet", "juin 2026"],
    ["2", "Fonds des quartiers", "Finances", "mars 2027"],
]
CAST = [["Présents", "Votes pour", "Votes contre", "Abstentions"], ["29", "27", "0", "2"]]


@pytest.mark.parametrize("lead", [["* Point 1 : questions diverses"], []])  # read as a document, or as a sheet
def test_what_a_council_decides_with_its_list_of_projects_is_a_plan_and_its_votes_are_nobody(lead: list[str]) -> None:
    title = "# Extrait du procès-verbal des délibérations du conseil communal"
    made = tree_of(read_paper("Commune de Zagora", title, *lead, ADOPTED, "Résultat du vote :", CAST))
    assert "workshops" not in made
    (plan,) = made["plans"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Portail des démarches", "Fonds des quartiers"]
    assert plan["commitments"][0]["end"] == "2026-06"


def test_votes_of_a_session_are_no_participants_of_a_workshop() -> None:
    brought = ("# Groupe 1 : Eau", "Problèmes :", "* coupures")
    made = read_paper("# Procès-verbal de la réunion", "Date : 12 mars 2026", *brought, "# Vote", CAST)
    (workshop,) = tree_of(made)["workshops"]
    assert "participants" not in workshop
    assert {"Votes pour", "27"} <= set(unmapped(made).values())
