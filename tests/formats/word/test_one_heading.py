"""Tables of which only the first heading is known: a list of commitments, and not a form of one."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_FRENCH, _ARABIC = "= Programme d’ouverture 2024-2026", "= برنامج عمل الانفتاح 2024-2026"


@pytest.mark.parametrize(
    ("title", "head", "first", "second"),
    [
        (_FRENCH, ["Projet", "Coût de fonctionnement (DH)"], ["Portail", "200 000"], ["Bureau", "100 000"]),
        (_FRENCH, ["Engagement", "Charges récurrentes"], ["Portail", "200 000"], ["Bureau", "100 000 DH"]),
        (_FRENCH, ["Projet", "Coût d’entretien", "Avis du maire"], ["Portail", "2 000", "ok"], ["Bureau", "500", "-"]),
        (_ARABIC, ["المشروع", "كلفة التسيير (درهم)"], ["البوابة", "200000"], ["المكتب", "100000"]),
        ("= Action plan 2024-2026", ["Commitment", "Running costs (MAD)"], ["Portal", "200,000"], ["Desk", "90,000"]),
    ],
)
def test_a_list_with_a_heading_that_nobody_knows(
    title: str, head: list[str], first: list[str], second: list[str]
) -> None:
    made = read_paper(title, [head, first, second])
    commitments = tree_of(made)["plans"][0]["commitments"]
    assert [next(iter(each["title"].values())) for each in commitments] == [first[0], second[0]]
    assert commitments[0]["x_unmapped"][0]["text"] == first[1]
    assert commitments[0]["x_unmapped"][0]["label"] == head[1]
    assert "import/column-unmapped" in codes_of(made)


def test_titles_that_the_file_names_tell_a_list() -> None:
    made = read_paper(
        _FRENCH,
        "# Engagement 1 : Portail",
        "Problème : A",
        "# Engagement 2 : Bureau",
        "Problème : B",
        "# Remarques",
        [["Projet", "Remarques du maire"], ["Portail", "à revoir"], ["Bureau", "rien"]],
    )
    commitments = tree_of(made)["plans"][0]["commitments"]
    assert [each["title"]["fr"] for each in commitments] == ["Portail", "Bureau"]
    assert [each["x_unmapped"][0]["text"] for each in commitments] == ["à revoir", "rien"]


def test_a_form_of_unknown_questions_is_one_commitment_and_said() -> None:
    made = read_paper(_FRENCH, [["Titre du projet", "Portail"], ["Nature du besoin", "fort"], ["Maturité", "haute"]])
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": "Portail"}
    assert any(each.code == "import/assumed" and each.params["field"] == "title" for each in made.findings)
    assert len(unmapped(made)) == 4


def test_a_form_with_a_known_question_is_taken_as_it_is() -> None:
    made = read_paper(_FRENCH, [["Projet", "Portail"], ["Nature du besoin", "fort"], ["Responsable", "DSI"]])
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert not any(each.code == "import/assumed" and each.params["field"] == "title" for each in made.findings)
