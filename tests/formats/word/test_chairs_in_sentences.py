"""Who presided, as the first sentence of minutes says; made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

from opengov_local.formats.wording.words.held_at import chair_in

_TITLE = "= Compte rendu de l’atelier de concertation"


@pytest.mark.parametrize(
    ("sentence", "chairs"),
    [
        (
            "Le 6 mai 2025 s'est tenu un atelier présidé par M. Exemple Alpha, président du conseil.",
            [({"fr": "M. Exemple Alpha"}, {"fr": "président du conseil"})],
        ),
        (
            "Sous la présidence effective de Monsieur Exemple Alpha, Président du conseil et en présence d'élus.",
            [({"fr": "Monsieur Exemple Alpha"}, {"fr": "Président du conseil"})],
        ),
        (
            "انعقدت يوم 6 ماي 2025 ورشة برئاسة السيد مثال ألف، رئيس المجلس الجماعي.",
            [({"ar": "السيد مثال ألف"}, {"ar": "رئيس المجلس الجماعي"})],
        ),
        ("انعقدت الورشة برئاسة السيد مثال ألف وبحضور 12 منتخبا.", [({"ar": "السيد مثال ألف"}, None)]),
        ("انعقدت الورشة برئاسة السيد مثال ألف الذي افتتح الأشغال بكلمة.", []),
        ("The workshop was held on 6 May 2025, chaired by Mr Example Alpha.", [({"en": "Mr Example Alpha"}, None)]),
        (
            "Elle était présidée par M. Exemple Alpha et Mme Exemple Beta.",
            [({"fr": "M. Exemple Alpha"}, None), ({"fr": "Mme Exemple Beta"}, None)],
        ),
        (
            "Un atelier présidé par le président du conseil communal a eu lieu.",
            [],
        ),
        (
            "L'atelier présidé par M. Exemple Alpha a réuni 40 personnes.",
            [({"fr": "M. Exemple Alpha"}, None)],
        ),
        ("Le comité de suivi présidé par M. Exemple Alpha a été créé.", []),
        ("L’exposition présidée par M. Exemple Alpha a attiré le public.", []),
        ("L’atelier a visité l’exposition présidée par M. Exemple Alpha.", []),
        ("Le concours s’est tenu sous la présidence de M. Exemple Alpha.", []),
        ("انعقد المعرض يوم 6 ماي 2025 برئاسة السيد مثال ألف.", []),
        ("The exhibition chaired by Mr Example Alpha opened.", []),
        ("Présidée par M. Exemple Alpha, la réunion a débuté.", [({"fr": "M. Exemple Alpha"}, None)]),
        ("Les élus se sont réunis sous la présidence de M. Exemple Alpha.", [({"fr": "M. Exemple Alpha"}, None)]),
    ],
)
def test_who_presided_is_read_from_a_sentence_and_said(
    sentence: str, chairs: list[tuple[dict[str, str], dict[str, str] | None]]
) -> None:
    made = read_paper(_TITLE, sentence, "! Propositions :", "* abc def")
    (workshop,) = tree_of(made)["workshops"]
    assert [(each.get("name"), each.get("role")) for each in workshop.get("chairs", [])] == chairs
    assert any(each.params.get("field") == "chairs" for each in made.findings) == bool(chairs)
    assert sentence in unmapped(made).values()


def test_who_is_asked_for_is_not_read_from_a_sentence() -> None:
    made = read_paper(
        _TITLE, "Atelier présidé par M. Exemple Alpha.", "Présidé par : Mme Exemple Beta", "! Propositions :"
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [each["name"] for each in workshop["chairs"]] == [{"fr": "Mme Exemple Beta"}]


def test_words_that_join_persons_are_those_of_the_tables() -> None:
    both = "M. Omar Inventado e Irene Inventada"
    assert chair_in(f"La sesión fue presidida por {both}") == both


@pytest.mark.parametrize(
    "sentence",
    ["Le concours, tenu à la salle municipale, a réuni 50 élèves.", "نظمت جمعية مثال معرضا بدار الشباب."],
)
def test_where_something_else_was_held_is_not_where_the_gathering_was(sentence: str) -> None:
    (workshop,) = tree_of(read_paper(_TITLE, sentence, "! Propositions :", "* abc def"))["workshops"]
    assert "place" not in workshop
